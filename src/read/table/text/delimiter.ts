import { parse } from 'csv-parse/sync'
import { meaningOf } from '../columns/heading.ts'
import { DELIMITERS } from '../columns/mapping.ts'

/** How a delimited file is cut into records and cells. */
export interface Dialect {
  readonly delimiter: string
  /** Longest first. A lone CR may be a line end (old Mac files) or a stray character in a cell. */
  readonly lineEnds: readonly string[]
  /** The first line is `sep=;`, meant for Excel, and no record. */
  readonly separatorLine: boolean
}

/** A dialect with what speaks for it, over the first records. */
export interface Guess extends Dialect {
  /** Share of records that have the commonest number of cells, 0…1. */
  readonly stability: number
  /** Number of records that have it. */
  readonly agreeing: number
  /** That number of cells. */
  readonly cells: number
  /** Most known heading words found in one record. */
  readonly words: number
}

const RECORDS = 100
const SEPARATOR = /^"?sep=([;,\t|])"?(?=\r|\n|$)/i

/**
 * The dialect of the beginning of a file: the one that finds a heading's words, else the one whose records agree best
 * in their number of cells. `undefined` if nothing cuts the text into two or more cells.
 */
export function guessDialect(head: string, truncated: boolean, said?: string): Guess | undefined {
  const separator = SEPARATOR.exec(head)?.[1]
  const only = said ?? separator
  const delimiters = only === undefined ? DELIMITERS : [only]
  const ends = lineEndings(head)
  const guesses = delimiters.map((delimiter) =>
    ends.map((lineEnds) => rate(head, truncated, { delimiter, lineEnds, separatorLine: separator !== undefined })).reduce(likelier),
  )
  const rated = guesses.filter((guess) => guess.cells >= 2 || only !== undefined)
  return rated.sort((a, b) => strength(b) - strength(a))[0]
}

/** Records of a text that may break off; errors end it. */
export function firstRecords(head: string, truncated: boolean, dialect: Dialect): string[][] {
  const records: string[][] = []
  try {
    parse(head, {
      delimiter: dialect.delimiter,
      record_delimiter: [...dialect.lineEnds],
      relax_quotes: true,
      relax_column_count: true,
      to: RECORDS,
      max_record_size: 0,
      on_record: (record: string[]) => {
        records.push(record)
        return null
      },
    })
  } catch {
    // a quotation mark that the head cuts off: what came before it is enough
    return records
  }
  return truncated && records.length > 1 && records.length < RECORDS ? records.slice(0, -1) : records
}

function strength(guess: Guess): number {
  return (guess.words >= 2 ? 1 : 0) + guess.stability + Math.min(guess.cells, 50) / 1000
}

/** Python's csv on Windows ends lines with CR CR LF. */
export const LINE_FEEDS: readonly string[] = ['\r\r\n', '\r\n', '\n']
const ALL_ENDS: readonly string[] = ['\r\n', '\n', '\r']

/** The ways in which the lines of a text may end; the second of two takes lone CRs for line ends. An LF may still come beyond this text. */
function lineEndings(head: string): readonly (readonly string[])[] {
  const lone = /\r(?!\r?\n|\r?$)/.test(head)
  if (!lone) return [LINE_FEEDS]
  return head.includes('\n') ? [LINE_FEEDS, ALL_ENDS] : [ALL_ENDS]
}

/** Share of records that have to agree in their number of cells before lone CRs end lines because there are more of them. */
const AGREED = 0.8

/**
 * Of two ways to end lines the stronger. A file of lone CRs in which an LF strayed would make one or two records of all
 * its lines, which cannot disagree: there the one holds under which far more records agree.
 */
function likelier(feeds: Guess, lone: Guess): Guess {
  if (lone.stability >= AGREED && lone.agreeing >= 2 * feeds.agreeing) return lone
  return strength(lone) > strength(feeds) ? lone : feeds
}

function rate(head: string, truncated: boolean, dialect: Dialect): Guess {
  const records = firstRecords(head, truncated, dialect).slice(dialect.separatorLine ? 1 : 0)
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== ''))
  const counts = new Map<number, number>()
  for (const record of filled) counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
  const [cells, often] = [...counts].filter(([count]) => count >= 2).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
  const words = Math.max(0, ...filled.slice(0, 50).map(wordsIn))
  return { ...dialect, stability: filled.length === 0 ? 0 : often / filled.length, agreeing: often, cells, words }
}

function wordsIn(record: readonly string[]): number {
  return record.length < 2 ? 0 : record.filter((cell) => meaningOf(cell.trim()) !== undefined).length
}
