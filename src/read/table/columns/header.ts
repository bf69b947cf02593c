import type { ColumnMapping } from '../../../model/ports.ts'
import { Problem } from '../../../model/problem.ts'
import { isHeadingAgain, spellingsOf } from './again.ts'
import { isDataRow } from './data-cells.ts'
import { fold } from './fold.ts'
import { keyOf, meaningOf, numberedParty } from './heading.ts'
import { unknown } from './mapping.ts'
import { labelsOf } from './turned.ts'
import { areFirms } from './party-cells.ts'
import { proposedMapping } from './proposal.ts'
import type { ColumnField } from './header-words.ts'
import { dateShapeOf } from '../values/dates.ts'
import { areYearsBeside, isYear } from './year-headings.ts'
import { areQualifiers } from './qualifiers.ts'
import { withYears, yearsJoin } from './year-rows.ts'
import { shapeOf } from '../values/numbers.ts'
import { namesParty } from '../rows/party-above.ts'
import type { Row } from '../table.ts'

/** The heading of a table: one row, or two that belong together. */
export interface Header {
  /** Line on which it starts. */
  readonly line: number
  /** One text per column, as written; those of two rows are joined by ` / `. */
  readonly headings: readonly string[]
  /** Texts of the rows above it. */
  readonly above: readonly string[]
  /** How many of the first rows are preamble and heading. */
  readonly rows: number
}

/** Rows in which a heading is looked for. */
export const HEADER_ROWS = 50
const HITS_NEEDED = 2
/** Kinds of columns that make a row a heading wherever it stands. */
const COLUMNS_NEEDED = 3
const LONG_CELL = 80
/** Without one of these nobody could say what a line is about. */
const NAMING: ReadonlySet<ColumnField> = new Set(['product', 'title', 'description', 'supplier', 'manufacturer', 'vendor'])
/** A list of titles with descriptions is any list; a purchase or an installation says one of the other things as well. */
const ANY_LIST: ReadonlySet<ColumnField> = new Set([
  'title',
  'description',
  'category',
  'flow',
  'year',
  'stage',
  'status',
  'person',
  'ignore',
])

interface Scored {
  readonly index: number
  readonly hits: number
  /** Headings that the mapping file names. */
  readonly mapped: number
  readonly score: number
}

/**
 * Finds the heading among the first rows: (known words × 3) + different texts − numbers − sentences; at least two known
 * words, one of which names things, and no line of the list, unless a mapping file names it. `undefined` if there is none. `said`: index where it is known to be.
 */
export function findHeader(rows: readonly Row[], mapping?: ColumnMapping, said = -1): Header | undefined {
  const known = knownWords(mapping)
  if (said >= 0) return headerAt(rows, said, known)
  const scores = rows
    .map((row, index) => scored(row, index, known))
    .filter(({ index, hits, mapped }) => mapped > 0 || (hits >= HITS_NEEDED && !isDataRow(rows[index]!, rows)))
  const best = scores.reduce<Scored | undefined>((top, row) => (top === undefined || row.score > top.score ? row : top), undefined)
  if (best === undefined) return undefined
  const index = scores.find(
    (row) => row.index === best.index || repeats(rows[best.index]!, rows[row.index]!) || isOfFirstTable(row.index, best.index, rows, known),
  )!.index
  const above = previousRow(rows, index)
  const start = above !== undefined && joins(rows[above]!, rows[index]!, rows, known) ? above : index
  const header = headerAt(rows, start, known)
  return names(header.headings, known) || namesFirms(header, rows) ? header : undefined
}

/** "Supplier ID" names things where names stand below it. */
function namesFirms({ headings, rows: first }: Header, rows: readonly Row[]): boolean {
  const below = rows.slice(first)
  const fields = headings.flatMap((heading) => meaningOf(heading)?.field ?? [])
  const isNamed = headings.some(
    (heading, index) =>
      numberedParty(heading) !== undefined && areFirms(below.map(({ cells }) => (cells[index] ?? '').trim()).filter((text) => text !== '')),
  )
  return isNamed && fields.some((field) => !ANY_LIST.has(field))
}

/** The headings that the mapping file names. */
export function knownWords(mapping: ColumnMapping | undefined): ReadonlySet<string> {
  const mapped = Object.keys(mapping?.columns ?? {})
  return new Set([...mapped, ...mapped.map(keyOf)].filter((text) => text !== ''))
}

/** Another table may follow the first, and have the better heading. */
function isOfFirstTable(index: number, best: number, rows: readonly Row[], known: ReadonlySet<string>): boolean {
  const lines = rows.slice(index + 1, Math.max(index, best))
  return (
    isTableHeading(rows[index]!, known) && lines.some((row) => texts(row).size > 0 && row.cells.some((cell) => shapeOf(cell) !== undefined))
  )
}

/** Whether a row can hardly be anything but the heading of a table: words of columns, of three kinds, and hardly others. */
export function isTableHeading(row: Row, known: ReadonlySet<string>): boolean {
  if (!isTextOnly(row)) return false
  const filled = row.cells.filter((cell) => cell.trim() !== '')
  const fields = filled.flatMap((cell) => (isKnown(cell, known) ? cell : (meaningOf(cell)?.field ?? [])))
  return new Set(fields).size >= COLUMNS_NEEDED && fields.length * 2 >= filled.length && names(row.cells, known)
}

/** A list may have its heading on every page, here and there with a word more. */
function repeats(row: Row, first: Row): boolean {
  const filled = row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]))
  return isHeadingAgain(row.cells, filled, spellingsOf(first.cells))
}

/** The error for a table without a heading: which columns there are, and what a mapping file would look like (E3301); or that it was turned (E3311). */
export function noHeader(rows: readonly Row[], file: string, mapping?: ColumnMapping): Problem {
  const widest = rows.reduce<Row | undefined>((top, row) => (top === undefined || texts(row).size > texts(top).size ? row : top), undefined)
  const found = [...texts(widest ?? { line: 1, cells: [] })].slice(0, 12)
  const named = Object.keys(mapping?.columns ?? {})[0]
  if (named !== undefined) return unknown(named, found)
  const labels = labelsOf(rows)
  if (labels !== undefined) return new Problem('E3311', { labels: listed(labels.slice(0, 5)) }, { file, line: rows[0]!.line })
  const shown = listed(found)
  return new Problem(
    'E3301',
    { found: shown === '' ? '–' : shown, example: proposedMapping(rows, widest) },
    { file, line: widest?.line ?? 1 },
  )
}

const listed = (texts: readonly string[]): string => texts.map((text) => `„${shorten(text, 30)}“`).join(', ')

/** A heading or cell as it may stand in a message. */
export function shorten(text: string, length: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= length ? plain : `${plain.slice(0, length - 1)}…`
}

function headerAt(rows: readonly Row[], start: number, known: ReadonlySet<string>): Header {
  const first = rows[start]!
  let next = start + 1
  if (isCounting(rows[next])) next++
  const second = rows[next]
  const joined = second !== undefined && joins(first, second, rows, known)
  const headings = joined
    ? (withYears(first.cells, second.cells) ?? join(first.cells, second.cells))
    : first.cells.map((cell) => cell.trim())
  if (joined) next++
  if (isCounting(rows[next])) next++
  const above = rows
    .slice(0, start)
    .flatMap((row) => row.cells.map((cell) => cell.trim()))
    .filter((text) => text !== '')
  return { line: first.line, headings, above, rows: next }
}

/**
 * Two rows are one heading if both speak of columns: in two languages, or as groups above names. A first line of the
 * list may be all words as well, but hardly words of headings.
 */
function joins(first: Row, second: Row, rows: readonly Row[], known: ReadonlySet<string>): boolean {
  if (yearsJoin(first.cells, second.cells) || areQualifiers(first.cells, second.cells)) return true
  if (!isTextOnly(first) || !isTextOnly(second) || isSame(first, second) || isDataRow(second, rows) || namesParty(first)) return false
  const [upper, lower] = [hitsOf(first.cells, known), hitsOf(second.cells, known)]
  if (lower < HITS_NEEDED) return false
  if (upper >= HITS_NEEDED && lower * 2 >= upper) return true
  const both = hitsOf(join(first.cells, second.cells), known)
  return both > upper && both > lower && texts(first).size >= 2 && isSparse(first, second)
}

function isSame(first: Row, second: Row): boolean {
  return first.cells.every((cell, index) => cell.trim() === (second.cells[index] ?? '').trim())
}

/** A group heading stands above several columns, so it has gaps where the row below has names. */
function isSparse(first: Row, second: Row): boolean {
  return second.cells.some((cell, index) => cell.trim() !== '' && (first.cells[index] ?? '').trim() === '')
}

function join(upper: readonly string[], lower: readonly string[]): string[] {
  let group = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [top, bottom] = [(upper[index] ?? '').trim(), (lower[index] ?? '').trim()]
    if (top !== '') group = top
    if (bottom === '') return top
    const above = top === '' ? group : top
    return above === '' || fold(above) === fold(bottom) ? bottom : `${above} / ${bottom}`
  })
}

function previousRow(rows: readonly Row[], index: number): number | undefined {
  const above = isCounting(rows[index - 1]) ? index - 2 : index - 1
  return rows[above] === undefined ? undefined : above
}

function scored(row: Row, index: number, known: ReadonlySet<string>): Scored {
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const hits = hitsOf(row.cells, known)
  const numbers = filled.filter((cell) => shapeOf(cell) !== undefined).length
  const long = filled.filter((cell) => cell.length > LONG_CELL).length
  const mapped = filled.filter((cell) => isKnown(cell, known)).length
  return { index, hits, mapped, score: (hits + mapped) * 3 + texts(row).size - numbers - long }
}

function hitsOf(cells: readonly string[], known: ReadonlySet<string>): number {
  return cells.filter((cell) => cell.trim() !== '' && (isKnown(cell, known) || meaningOf(cell) !== undefined)).length
}

/** Whether the mapping file names this heading. */
function isKnown(cell: string, known: ReadonlySet<string>): boolean {
  return known.has(cell.trim()) || known.has(keyOf(cell))
}

function names(headings: readonly string[], known: ReadonlySet<string>): boolean {
  if (headings.some((heading) => isKnown(heading, known))) return true
  const fields = headings.flatMap((heading) => meaningOf(heading)?.field ?? [])
  return fields.some((field) => NAMING.has(field)) && fields.some((field) => !ANY_LIST.has(field))
}

function texts(row: Row): ReadonlySet<string> {
  return new Set(row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && shapeOf(cell) === undefined))
}

function isTextOnly(row: Row): boolean {
  const years = areYearsBeside(row.cells)
  const filled = row.cells.filter((cell) => cell.trim() !== '' && !(years && isYear(cell)))
  return (
    filled.length >= 2 && filled.every((cell) => shapeOf(cell) === undefined && dateShapeOf(cell) === undefined && cell.length <= LONG_CELL)
  )
}

/** A row that only numbers the columns: 1, 2, 3, … */
function isCounting(row: Row | undefined): boolean {
  const filled = (row?.cells ?? []).map((cell) => cell.trim().replace(/^\((\d+)\)$/, '$1')).filter((cell) => cell !== '')
  return filled.length >= 3 && filled.every((cell, index) => cell === String(index + 1))
}
