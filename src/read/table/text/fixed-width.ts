import type { Words } from '../../../model/words.ts'
import { meaningOf } from '../columns/heading.ts'

/** What such a text is called, and what can be done about it. */
export const FIXED_WIDTH: Words = {
  de: 'eine Liste, deren Spalten nur nach ihrer Position stehen; in Excel mit „Daten – Aus Text/CSV“ und dem Trennzeichen „Feste Breite“ öffnen und als CSV oder XLSX speichern, oder aus dem Verfahren als CSV ausgeben',
  en: 'a list whose columns are told by their position only; open it in Excel with "Data – From Text/CSV" and the delimiter "Fixed width" and save it as CSV or XLSX, or export it from its system as CSV',
}

const LINES = 50
/** Known headings in one line, and lines below that have their columns where it has. */
const ENOUGH = 2
const SEPARATED = /[;,|\t]/

interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Whether the beginning of a text is a list in columns of fixed width: several headings in a line without separators, and what is below stands where they do. */
export function isFixedWidth(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/, LINES).map(piecesOf)
  return lines.some((pieces, at) => isHeading(pieces) && lines.slice(at + 1).filter((below) => isBelow(below, pieces)).length >= ENOUGH)
}

/** What two blanks or more separate. */
function piecesOf(line: string): readonly Piece[] {
  return [...line.slice(0, 2000).matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index: from }) => ({ text, from, to: from + text.length }))
}

function isHeading(pieces: readonly Piece[]): boolean {
  return pieces.every(({ text }) => !SEPARATED.test(text)) && pieces.filter(({ text }) => meaningOf(text) !== undefined).length >= ENOUGH
}

/** From the second column on each stands below the beginning or the end of a heading. */
function isBelow(pieces: readonly Piece[], headings: readonly Piece[]): boolean {
  const others = pieces.slice(1)
  return (
    others.length > 0 &&
    pieces.some(({ text }) => !/^[-=_]+$/.test(text)) &&
    others.every(({ from, to }) => headings.some((heading) => heading.from === from || heading.to === to))
  )
}
