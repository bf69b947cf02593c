import { fold } from '../columns/fold.ts'
import { isAmountField } from '../columns/heading.ts'
import { groupSums, type Summand } from './group-sums.ts'
import { numberAt } from '../values/stated-numbers.ts'
import type { Placed } from '../values/amount-column.ts'
import type { KeptRow } from './rows.ts'
import type { Unit } from '../values/units.ts'

const TOLERANCE = 0.005
/** A total sums up at least so many rows. */
const SUMMANDS = 2
/** So many beginnings of parts are remembered beside that of the list, the latest. */
const PARTS = 100

/** What stands around the rows of a list. */
export interface Around {
  /** Lines, in order, after which what is summed up may begin anew: totals and headings of groups. */
  readonly breaks: readonly number[]
  /** Texts that stand alone in their row. */
  readonly groups: readonly KeptRow[]
}

/** What a total says as well as any line. */
const SAID_BY_ALL: ReadonlySet<Placed['field']> = new Set(['currency', 'basis', 'sign'])

/**
 * Rows that are totals though no word says so for certain. Where no word does, the amount is the sum of the rows above, or
 * of those since a total or the heading of a group, within 0.5 %; only rows that say less than usual are looked at: a line
 * that happens to cost as much as the others together stays. A row that begins or ends like a total ("Summe Adobe") is one if
 * its amount is such a sum, or if a group or a cell of another row is called like the rest; else it is a line. So are rows that
 * sum up the group below them; totals of all come to the lines without these.
 */
export function sumRows(rows: readonly KeptRow[], columns: readonly Placed[], above: Unit, around: Around): ReadonlySet<KeptRow> {
  const read = reading(rows, columns, above)
  const isNamed = namedIn(rows, columns, around.groups)
  const found = sumsAbove(rows, read, isNamed, around.breaks)
  const breaks = [...around.breaks, ...[...found].map(({ line }) => line)].sort((a, b) => a - b)
  const groups = groupSums(
    summandsOf(
      rows.filter((row) => !found.has(row)),
      read,
      breaks,
    ),
  )
  if (groups.size === 0) return found
  const lines = rows.filter((row) => !groups.has(row))
  return new Set([...groups, ...sumsAbove(lines, read, isNamed, breaks)])
}

/** What a row says that matters for totals. */
interface Reading {
  valueOf(row: KeptRow): number | undefined
  /** It says less than the lines do. */
  isSparse(row: KeptRow): boolean
  /** What is summed up is money, and no number of licences. */
  readonly isMoney: boolean
  /** The words in a row that tell it from others. */
  saidBy(row: KeptRow): readonly string[]
}

function reading(rows: readonly KeptRow[], columns: readonly Placed[], above: Unit): Reading {
  const amount =
    columns.find(({ field, samples }) => isAmountField(field) && field !== 'unitPrice' && samples > 0) ??
    columns.find(({ field }) => field === 'quantity')
  const words = columns.filter(({ numbers, dates }) => numbers === undefined && dates === undefined)
  const telling = words.filter(({ field }) => !SAID_BY_ALL.has(field))
  const usual = usualCells(rows)
  const isMoney = isAmountField(amount?.field)
  const saidBy = ({ cells }: KeptRow) => telling.map(({ position }) => cells[position]!).filter((cell) => cell !== '')
  return {
    isMoney,
    saidBy,
    valueOf: (row) => {
      const read = amount === undefined ? 'nothing' : numberAt(row, amount, above)
      return typeof read === 'string' ? undefined : Number(read.value)
    },
    isSparse: (row) => {
      const said = saidBy(row).length
      return isMoney && (said === 0 || (said === 1 && row.filled <= usual - 1))
    },
  }
}

/** Rows that sum up rows above them. */
function sumsAbove(
  rows: readonly KeptRow[],
  { valueOf, isSparse }: Reading,
  isNamed: (row: KeptRow) => boolean,
  breaks: readonly number[],
): ReadonlySet<KeptRow> {
  const found = new Set<KeptRow>()
  const sums = new Sums(breaks)
  for (const row of rows) {
    sums.reach(row.line)
    const value = valueOf(row)
    const isTotal = (row.totalOf !== undefined || isSparse(row)) && sums.have(value ?? 0)
    if (isTotal || isNamed(row)) {
      found.add(row)
      sums.begin()
    } else if (value !== undefined) sums.add(value)
  }
  return found
}

function summandsOf(rows: readonly KeptRow[], { valueOf, isSparse, saidBy, isMoney }: Reading, breaks: readonly number[]): Summand[] {
  let next = 0
  return rows.map((row) => {
    const first = next
    while (next < breaks.length && breaks[next]! < row.line) next++
    const said = saidBy(row)
    const alone = isMoney && said.length === 1 && row.dates === 0
    return { row, value: valueOf(row), sparse: alone && isSparse(row), begins: next > first, ...(alone && { name: said[0]! }) }
  })
}

/** Filled cells of the row in the middle, so that totals among the rows do not make sparse rows usual. */
function usualCells(rows: readonly KeptRow[]): number {
  const counts: number[] = []
  for (const { filled } of rows) counts[filled] = (counts[filled] ?? 0) + 1
  let seen = 0
  return counts.findIndex((count = 0) => (seen += count) * 2 > rows.length)
}

/** Whether what stands beside the word of a total is called so elsewhere in the list. */
function namedIn(rows: readonly KeptRow[], columns: readonly Placed[], groups: readonly KeptRow[]): (row: KeptRow) => boolean {
  if (!rows.some(({ totalOf }) => totalOf !== undefined)) return () => false
  const lines = rows.filter(({ totalOf }) => totalOf === undefined)
  // also what nothing else is taken from, such as the number of a creditor
  const values = new Set(
    columns.filter(({ numbers, dates }) => numbers !== undefined || dates !== undefined).map(({ position }) => position),
  )
  const texts = new Set([...lines, ...groups].flatMap(({ cells }) => cells.filter((_, position) => !values.has(position))))
  const names = new Set([...texts].map(fold))
  return ({ totalOf }) => totalOf !== undefined && totalOf !== '' && names.has(totalOf)
}

/** The sums of the rows so far, from the beginning of the list and of its parts. */
class Sums {
  private value = 0
  private rows = 0
  private readonly starts = [{ value: 0, rows: 0 }]
  private readonly breaks: readonly number[]
  private next = 0

  constructor(breaks: readonly number[]) {
    this.breaks = breaks
  }

  add(value: number): void {
    this.value += value
    this.rows++
  }

  /** Another part begins with the next row. */
  begin(): void {
    if (this.starts.at(-1)!.rows === this.rows) return
    this.starts.push({ value: this.value, rows: this.rows })
    if (this.starts.length > PARTS) this.starts.splice(1, 1)
  }

  /** Passes the breaks above a line. */
  reach(line: number): void {
    for (; this.next < this.breaks.length && this.breaks[this.next]! < line; this.next++) this.begin()
  }

  have(value: number): boolean {
    if (value === 0) return false
    return this.starts.some(
      (start) => this.rows - start.rows >= SUMMANDS && Math.abs(this.value - start.value - value) <= Math.abs(value) * TOLERANCE,
    )
  }
}
