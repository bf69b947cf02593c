import { formats } from '../../report/format.ts'
import type { FactSource } from '../../model/evidence.ts'
import type { Language } from '../../model/words.ts'
import type { Explained, Known } from './things.ts'

const SHOWN_VALUES = 50

/** A named list of the rules, with its values. */
export function namedList(id: string, { knowledge, language }: Known): Explained | undefined {
  const found = knowledge.lists.find((one) => one.id === id)
  if (found === undefined) return undefined
  const { words, values, source, place } = found
  const more = values.length > SHOWN_VALUES ? ', …' : ''
  const text = [`${id}: ${words[language]}`, `  ${values.slice(0, SHOWN_VALUES).join(', ')}${more}`, sourceText(source, place, language)]
  return { text: text.join('\n'), document: { kind: 'list', id, words, values, source, rule: `${place.file}:${place.line}` } }
}

/** A published framework, with the criteria that these inputs inform. */
export function framework(id: string, { knowledge, language }: Known): Explained | undefined {
  const found = knowledge.frameworks.find((one) => one.id === id)
  if (found === undefined) return undefined
  const { title, version, about, criteria, source, place } = found
  const text = [
    `${id}: ${title[language]} (${version})`,
    about[language],
    ...criteria.map((one) => `  ${one.id}: ${one.title[language]}`),
    sourceText(source, place, language),
  ]
  const document = { kind: 'framework', id, title, version, about, criteria: criteria.map((one) => one.id), source }
  return { text: text.join('\n'), document: { ...document, rule: `${place.file}:${place.line}` } }
}

/** A criterion of a framework, whatever its case: the answers that there are, and what they rest on. */
export function criterion(id: string, { knowledge, language }: Known): Explained | undefined {
  const wanted = id.toLowerCase()
  const all = knowledge.frameworks.flatMap((of) => of.criteria.map((one) => ({ of, one })))
  const found = all.find(({ one }) => one.id.toLowerCase() === wanted)
  if (found === undefined) return undefined
  const { of, one } = found
  const text = [
    `${one.id}: ${one.title[language]} (${of.title[language]})`,
    ...(one.question === undefined ? [] : [one.question[language]]),
    ...one.answers.map(({ id: answer, words, seal }) => `  ${answer}${seal === undefined ? '' : ` (SEAL-${seal})`}: ${words[language]}`),
    ...(one.facts.length === 0 ? [] : [`  ← ${one.facts.join(', ')}`]),
    ...(one.assumes === undefined ? [] : [one.assumes[language]]),
    sourceText(of.source, of.place, language),
  ]
  const { title, facts, answers } = one
  const told = answers.map(({ id: answer, words, seal }) => ({ id: answer, words, ...(seal !== undefined && { seal }) }))
  return { text: text.join('\n'), document: { kind: 'criterion', id: one.id, framework: of.id, title, facts, answers: told } }
}

const sourceText = ({ what, date }: FactSource, { file, line }: { file: string; line: number }, language: Language): string =>
  `${what}, ${formats(language).day(date)} (${file}:${line})`
