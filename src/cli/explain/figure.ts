import { Figures } from '../../figures.ts'
import { FIGURES, type FigureId } from '../../model/figures.ts'
import { LANGUAGES } from '../../model/words.ts'
import { figureMeaning, figureName } from '../../report/figures.ts'
import { speaker } from '../../report/words/say.ts'
import type { Explained, Known } from './things.ts'
import { figureDocument } from './figure-document.ts'
import { figureText } from '../text/figure.ts'

/** A headline figure of the report, by its name there or in the audit document (`share:open`): what it is made of, down to the places. */
export function figure(asked: string, { audit, knowledge, language }: Known): Explained | undefined {
  const id = figureOf(asked)
  if (id === undefined) return undefined
  const told = speaker(language)
  const [de, en] = LANGUAGES.map((one) => figureName(speaker(one), id))
  const figures = audit === undefined ? undefined : new Figures(audit, knowledge.layers)
  const text = [
    `${figureName(told, id)} (${id})`,
    `  ${figureMeaning(told, id)}`,
    ...(audit === undefined || figures === undefined ? [] : figureText(id, audit, figures, language)),
    '  docs/scoring.md',
  ].join('\n')
  const trail = audit === undefined || figures === undefined ? {} : figureDocument(id, audit, figures)
  return { text, document: { kind: 'figure', id, words: { de, en }, ...trail } }
}

function figureOf(asked: string): FigureId | undefined {
  const wanted = asked.toLowerCase().replace(/^share:/, '')
  const isNamed = (id: FigureId) => LANGUAGES.some((language) => figureName(speaker(language), id).toLowerCase() === wanted)
  return FIGURES.find((id) => id === wanted) ?? FIGURES.find(isNamed)
}
