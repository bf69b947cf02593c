import type { Audit } from '../../model/audit.ts'
import type { FactId } from '../../model/facts.ts'
import { FIGURE_OF_FACT } from '../../model/figures.ts'
import { MESSAGES, type MessageId } from '../../model/messages.ts'
import { NOTES, type NoteId } from '../../model/notes.ts'
import { noteHelp } from '../../model/note-kinds.ts'
import { numberFindings, type NumberedFinding } from '../../model/numbering.ts'
import { waiverText } from '../../model/waiver.ts'
import { unfilled } from '../../model/problem.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { asksStanding, passedTexts } from '../../report/standing-text.ts'
import { speaker } from '../../report/words/say.ts'
import { figure } from '../explain/figure.ts'
import { condition, ruleSet } from '../explain/gate.ts'
import { governing, value } from '../explain/reasons.ts'
import { criterion, framework, namedList } from '../explain/rulings.ts'
import {
  axis,
  fact,
  item,
  itemByContract,
  itemByName,
  layer,
  policy,
  vendor,
  vendorByName,
  type Explained,
  type Known,
} from '../explain/things.ts'
import { placesText, proofText } from './proof.ts'

const SHOWN_ITEMS = 20
const MIN_PREFIX = 6

/** `F-01`, or the beginning of a fingerprint as `check` prints it: only an audit can say what it is. */
export const isOfAudit = (id: string): boolean => /^(?:f-\d+|[0-9a-f]{6,32})$/i.test(id)

/** What an id means, in words and as data; findings and items are those of the newest stored audit of the project. */
export function explain(asked: string, known: Known): Explained | undefined {
  // as files for pipelines name a condition
  const id = asked.replace(/^gate\/(?=.)/, '')
  const found = asWritten(id, known)
  return found ?? (id === id.toLowerCase() ? undefined : asWritten(id.toLowerCase(), known))
}

function asWritten(id: string, known: Known): Explained | undefined {
  const kinds = [
    finding,
    policyAndCondition,
    item,
    axis,
    layer,
    vendor,
    factAndFigure,
    figure,
    governing,
    condition,
    ruleSet,
    namedList,
    framework,
    criterion,
    itemByContract,
    itemByName,
    value,
    vendorByName,
  ]
  return message(id, known.language) ?? kinds.reduce<Explained | undefined>((found, ask) => found ?? ask(id, known), undefined)
}

/** A policy, with the condition of the gate that bears the same name: its limit and what it does are as much a part of the answer. */
function policyAndCondition(id: string, known: Known): Explained | undefined {
  const found = policy(id, known)
  const asked = found === undefined ? undefined : condition(id, known)
  if (found === undefined || asked === undefined) return found
  return { text: `${found.text}\n\n${asked.text}`, document: { ...found.document, condition: asked.document } }
}

/** A fact of the project that is a headline figure, or one number of it, with that figure. */
function factAndFigure(id: string, known: Known): Explained | undefined {
  const found = fact(id, known)
  const made = FIGURE_OF_FACT[id as FactId]
  const told = found === undefined || made === undefined ? undefined : figure(made, known)
  if (found === undefined || told === undefined) return found
  const texts = id === made ? [told.text, found.text] : [found.text, told.text]
  return { text: texts.join('\n\n'), document: { ...found.document, figure: told.document } }
}

/** What a message or a note means; nothing has to be read for it. */
export function message(id: string, language: Language): Explained | undefined {
  const code = id.toUpperCase()
  if (Object.hasOwn(MESSAGES, code)) {
    const entry = MESSAGES[code as MessageId]
    return {
      text: blanks(`${code}: ${unfilled(entry[language])}\n${entry.hint[language]}`),
      document: { kind: 'message', code, message: unfilled(entry[language]), hint: entry.hint[language], exitCode: entry.exit },
    }
  }
  if (!Object.hasOwn(NOTES, code)) return undefined
  const words = unfilled(NOTES[code as NoteId][language])
  const { means, fix } = noteHelp(code as NoteId)
  return {
    text: `${blanks(`${code}: ${words}`)}\n${means[language]}\n→ ${fix[language]}`,
    document: { kind: 'note', code, message: words, means: means[language], fix: fix[language] },
  }
}

/** What differs from case to case. */
const blanks = (text: string) => text.replace(/\{\w+\}/g, '…')

function finding(id: string, { audit, language }: Known): Explained | undefined {
  if (audit === undefined) return undefined
  const numbered = numberFindings(audit)
  const prefix = id.toLowerCase()
  const found = numbered.find(
    ({ number, findings }) =>
      number.toLowerCase() === prefix ||
      (prefix.length >= MIN_PREFIX && findings.some(({ fingerprint }) => fingerprint.startsWith(prefix))),
  )
  return found === undefined
    ? undefined
    : {
        text: findingText(audit, found, language),
        document: { kind: 'finding', number: found.number, policy: found.policy, findings: found.findings },
      }
}

function findingText(audit: Audit, { number, policy: id, severity, findings }: NumberedFinding, language: Language): string {
  const { say, term } = speaker(language)
  const rule = audit.policies.find((one) => one.id === id)
  const first = findings[0]!
  const lines = findings.slice(0, SHOWN_ITEMS).flatMap(({ fingerprint, subject, status, items, waiver }) => [
    `  ${subject.id} (${fingerprint.slice(0, 12)})`,
    ...(waiver === null
      ? []
      : [
          `    ${term('finding-status', status)}: ${waiverText(waiver, language)} (${waiver.approvedBy}, ${formats(language).day(waiver.from)} – ${formats(language).day(waiver.until)})`,
        ]),
    ...items.slice(0, 3).flatMap((index) => {
      const { term: runs } = audit.items[index]!
      const passed = runs === undefined || !asksStanding(first.proof) ? [] : passedTexts({ say, f: formats(language) }, runs, audit.asOf)
      return [placesText(audit, audit.items[index]!, language), ...passed].map((text) => `    ${text}`)
    }),
  ])
  return [
    `${number} ${rule?.title[language] ?? id} (${term('severity', severity)})`,
    ...(rule === undefined
      ? []
      : [
          '',
          rule.why[language],
          `→ ${rule.fix[language]}`,
          `${rule.source.what}, ${formats(language).day(rule.source.date)} (${rule.rule})`,
        ]),
    '',
    ...lines,
    ...(findings.length > SHOWN_ITEMS ? [`  ${say('more', { n: findings.length - SHOWN_ITEMS })}`] : []),
    '',
    ...(findings.length > 1 ? [`${say('proof.example', { number, subject: first.subject.id })}:`] : []),
    ...proofText(audit, first.proof, language, '  '),
  ].join('\n')
}
