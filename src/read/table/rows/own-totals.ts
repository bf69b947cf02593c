import { fold } from '../columns/fold.ts'
import type { KeptRow, Total } from './kept-row.ts'
import { isPlainTotal } from './total-words.ts'
import type { AmountColumn } from '../values/amount-column.ts'
import { numberAt } from '../values/stated-numbers.ts'
import type { Unit } from '../values/units.ts'

/** A total of the list that is not the sum of anything it can stand for. Numbers are in whole units of the currency. */
export interface Differing {
  readonly total: Total
  readonly column: AmountColumn
  readonly says: number
  /** What the lines come to that are nearest to it. */
  readonly read: number
}

/** What the totals of a list can stand for. */
export interface Summed {
  /** Rows that count, and all with those that do not: income, other years, what stands beside the list. */
  readonly lines: readonly KeptRow[]
  readonly all: readonly KeptRow[]
  readonly totals: readonly Total[]
  /** Lines, in order, of totals and headings of groups. */
  readonly breaks: readonly number[]
  readonly groups: readonly KeptRow[]
  readonly above: Unit
  /** What a row counts with where more than its cell decides: how often it is due, on which side it was booked. */
  readonly countedAs: ((row: KeptRow) => number | undefined) | undefined
}

/** Totals that carry over, or take one sum from another. */
const NO_SUM = /^=|saldo|ubertrag|vortrag|bestand|ergebnis|differenz|uberschuss|balance/
const TAX = /netto|brutto|mwst|ust|steuer|inkl|incl|zzgl|(?<![a-z])(?:vat|tax|net|gross)(?![a-z])/
/** Value added tax in Germany, Austria and Switzerland, also of former years. */
const RATES = [0.19, 0.07, 0.16, 0.05, 0.2, 0.1, 0.13, 0.081, 0.077, 0.026, 0.025]
/** So many places at which a part may begin or end are tried. */
const PARTS = 20
/** Every amount may be rounded by so much; amounts in whole euros or thousands by half of them, together by no more than this share. */
const CENT = 0.01
const ROUNDED = 0.005

/** Every total in words whose amount no sum of the rows around it comes to, by column. */
export function differingTotals(columns: readonly AmountColumn[], summed: Summed): readonly Differing[] {
  const lines = summed.groups.map(({ line }) => line)
  const told = summed.totals.filter(({ row, text }) => isCompared(text, summed.groups[countBelow(lines, row.line) - 1]))
  if (told.length === 0 || summed.lines.length < 2) return []
  return columns.flatMap((column) => (column.field === 'unitPrice' ? [] : differingIn(column, told, summed)))
}

/** A total says what it sums up by the heading of its group, the last one above it, or nothing. */
function isCompared(text: string, above: KeptRow | undefined): boolean {
  const folded = fold(text)
  if (NO_SUM.test(folded)) return false
  if (isPlainTotal(text)) return true
  return above !== undefined && above.cells.some((cell) => cell !== '' && folded.includes(fold(cell)))
}

function differingIn(column: AmountColumn, told: readonly Total[], summed: Summed): Differing[] {
  const valueOf = (row: KeptRow): number | undefined => {
    const read = numberAt(row, column, summed.above)
    return typeof read === 'string' ? undefined : Number(read.value)
  }
  const counted = new Series(summed.lines, valueOf, summed.breaks)
  const series = [counted, new Series(summed.all, valueOf, summed.breaks)]
  const totals = new Totals(summed.totals, valueOf)
  const taxed = summed.totals.some(({ text }) => TAX.test(fold(text)))
  const shift = column.unit.shift ?? summed.above.shift ?? 0
  const factors = [1, ...(taxed ? RATES.flatMap((rate) => [1 + rate, 1 / (1 + rate), rate]) : []), ...(shift > 0 ? [10 ** shift] : [])]
  const found = told.flatMap((total): Differing[] => {
    const says = valueOf(total.row)
    if (says === undefined || says === 0) return []
    const { line } = total.row
    const tolerance = toleranceOf(says, counted)
    const isIt = (sum: number): boolean => factors.some((factor) => Math.abs(sum * factor - says) <= tolerance)
    if (series.some((one) => one.sums(line).some(isIt)) || totals.sums(line, counted).some(isIt)) return []
    return [{ total, column, says, read: nearest(says, counted.above(line)) ?? counted.all }]
  })
  if (found.length === 0 || summed.countedAs === undefined) return found
  const as = new Series(summed.lines, summed.countedAs, summed.breaks)
  return found.filter(({ total, says }) => !as.sums(total.row.line).some((sum) => Math.abs(sum - says) <= toleranceOf(says, as)))
}

const nearest = (to: number, sums: readonly number[]): number | undefined => sums.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0]

function toleranceOf(says: number, { count, finest }: Series): number {
  const rounded = Math.max(finest * (count + 1), unitOf(says)) / 2
  return Math.max(CENT * (count + 1), Math.min(rounded, Math.abs(says) * ROUNDED))
}

/** The largest power of ten that a whole number is written in: 1000 of 95,000; of others a cent. */
function unitOf(value: number): number {
  if (!Number.isInteger(value) || value === 0) return CENT
  let unit = 1
  while (value % (unit * 10) === 0) unit *= 10
  return unit
}

/** Amounts in their order, of which any part between two breaks can be summed up. */
class Series {
  readonly count: number
  /** The largest unit in which all are written. */
  readonly finest: number
  private readonly lines: number[] = []
  private readonly before: number[] = [0]
  private readonly breaks: readonly number[]
  /** How many of the amounts stand above each break. */
  private readonly places: readonly number[]

  constructor(rows: readonly KeptRow[], valueOf: (row: KeptRow) => number | undefined, breaks: readonly number[]) {
    let finest = Infinity
    for (const row of rows) {
      const value = valueOf(row)
      if (value === undefined) continue
      this.lines.push(row.line)
      this.before.push(this.before.at(-1)! + value)
      if (value !== 0) finest = Math.min(finest, unitOf(value))
    }
    this.breaks = breaks
    this.places = breaks.map((line) => countBelow(this.lines, line))
    this.count = this.lines.length
    this.finest = Number.isFinite(finest) ? finest : 0
  }

  /** Sums of what stands between a line and the beginning, or a break above it, of at least one amount. */
  above(line: number): readonly number[] {
    const to = countBelow(this.lines, line)
    const last = countBelow(this.breaks, line)
    const starts = [0, ...this.places.slice(Math.max(0, last - PARTS), last)]
    return starts.filter((from) => from < to).map((from) => this.sum(from, to))
  }

  /** The same, and of what stands below it down to a break or the end, and of all. */
  sums(line: number): readonly number[] {
    const from = countBelow(this.lines, line)
    const next = countBelow(this.breaks, line + 1)
    const ends = [this.count, ...this.places.slice(next, next + PARTS)]
    const below = ends.filter((to) => to > from).map((to) => this.sum(from, to))
    return [...this.above(line), ...below, this.all]
  }

  get all(): number {
    return this.sum(0, this.count)
  }

  /** Of what stands between two lines. */
  between(from: number, to: number): number {
    return this.sum(countBelow(this.lines, from), countBelow(this.lines, to))
  }

  private sum(from: number, to: number): number {
    return this.before[to]! - this.before[from]!
  }
}

/** Totals that others sum up. */
class Totals {
  private readonly lines: number[] = []
  private readonly values: number[] = []

  constructor(totals: readonly Total[], valueOf: (row: KeptRow) => number | undefined) {
    for (const { row } of totals.toSorted((a, b) => a.row.line - b.row.line)) {
      const value = valueOf(row)
      if (value === undefined) continue
      this.lines.push(row.line)
      this.values.push(value)
    }
  }

  /** Sums of the last totals above a line, and of the rows since. */
  sums(line: number, rows: Series): readonly number[] {
    const found: number[] = []
    const last = countBelow(this.lines, line) - 1
    const since = last < 0 ? 0 : rows.between(this.lines[last]!, line)
    let sum = 0
    for (let at = last; at >= 0 && at > last - PARTS; at--) {
      sum += this.values[at]!
      found.push(sum + since)
    }
    return found
  }
}

/** How many of the sorted numbers are below one. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (sorted[middle]! < limit) from = middle + 1
    else to = middle
  }
  return from
}
