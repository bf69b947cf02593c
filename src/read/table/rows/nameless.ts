import type { Amount } from '../../../model/item.ts'
import { NAMES } from '../lines/line.ts'
import type { KeptRow } from './rows.ts'
import type { Placed } from '../values/amount-column.ts'

/** Rows in which nothing is a name. */
export interface Nameless {
  /** Those that are lines all the same, with their amounts. */
  readonly lines: ReadonlyMap<KeptRow, Amount>
  /** Amounts of the others. */
  readonly left: readonly Amount[]
  /** Rows that have their name from elsewhere than the lines, and sum up rows beside them. */
  readonly sums: ReadonlySet<KeptRow>
}

/** Sums may be off by their roundings. */
const ROUNDED = 0.02

/**
 * A row with an amount and no name is a line where it is dated, numbered, or filled like the lines that have a name: nobody
 * knows what was bought of whom, but money was spent. Not where it may sum up rows beside it, or be a part of the one above.
 */
export function namelessRows(
  rows: readonly KeptRow[],
  columns: readonly Placed[],
  isNamed: (row: KeptRow) => boolean,
  amountOf: (row: KeptRow) => Amount | undefined,
): Nameless {
  const named = new Set(rows.filter((row) => row.labelled === undefined && isNamed(row)))
  if (named.size === rows.length) return { lines: new Map(), left: [], sums: new Set() }
  const amounts = new Map<KeptRow, Amount>()
  const sums = new Runs(
    rows.map((row) => {
      const amount = amountOf(row)
      const isName = named.has(row)
      if (amount === undefined || amount.placeholder === true) return { named: isName, value: 0 }
      if (!isName) amounts.set(row, amount)
      return { named: isName, value: Number(amount.value) }
    }),
  )
  const isLine = named.size === 0 ? () => false : likeThem([...named], columns)
  const lines = new Map<KeptRow, Amount>()
  const left: Amount[] = []
  const summing = new Set<KeptRow>()
  rows.forEach((row, index) => {
    const amount = amounts.get(row)
    if (amount === undefined) return
    if (row.labelled === true) {
      if (sums.has(index)) summing.add(row)
    } else if (isLine(row) && !sums.has(index)) lines.set(row, amount)
    else left.push(amount)
  })
  return { lines, left, sums: summing }
}

/** Whether a row is filled as the named ones are, but for the names. */
function likeThem(named: readonly KeptRow[], columns: readonly Placed[]): (row: KeptRow) => boolean {
  const at = (fields: readonly (string | undefined)[]) =>
    columns.filter(({ field }) => fields.includes(field)).map(({ position }) => position)
  const usual = { says: middle(named.map(({ says }) => says)), filled: middle(named.map(({ filled }) => filled)) }
  const names = at(NAMES).filter((position) => named.filter(({ cells }) => cells[position] !== '').length * 2 > named.length)
  const numbers = at(['contractNumber'])
  return ({ cells, says, dates, filled }) => {
    if (dates > 0 || numbers.some((position) => cells[position] !== '')) return true
    const missing = names.filter((position) => cells[position] === '').length
    return says > 0 && says >= usual.says - missing && filled >= usual.filled - missing
  }
}

function middle(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[counts.length >> 1]!
}

/** A total sums up at least so many rows, and so many are parts of one. */
const SUMMANDS = 2

/** Rows in their order, by which it is seen whether one of them sums up others. */
class Runs {
  private readonly rows: readonly { readonly named: boolean; readonly value: number }[]
  /** Sums of the rows before each, and of those among them that have a name. */
  private readonly before: number[] = [0]
  private readonly namedBefore: number[] = [0]
  /** Of each row, where the rows like it that stand together with it begin, and where they end. */
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  constructor(rows: readonly { named: boolean; value: number }[]) {
    this.rows = rows
    rows.forEach(({ named, value }, index) => {
      this.before.push(this.before[index]! + value)
      this.namedBefore.push(this.namedBefore[index]! + (named ? value : 0))
      this.starts.push(rows[index - 1]?.named === named ? this.starts[index - 1]! : index)
    })
    for (let index = rows.length - 1; index >= 0; index--)
      this.ends[index] = rows[index + 1]?.named === rows[index]!.named ? this.ends[index + 1]! : index + 1
  }

  /** The row comes to as much as those above it, or as the named ones right above or below it; or its like and it to the row above them. */
  has(index: number): boolean {
    const { value } = this.rows[index]!
    const [start, end] = [this.starts[index]!, this.ends[index]!]
    const sums = [
      this.sum(this.before, 0, index),
      this.sum(this.namedBefore, 0, index),
      start === index && start > 0 ? this.sum(this.before, this.starts[start - 1]!, start) : 0,
      end === index + 1 && end < this.rows.length ? this.sum(this.before, end, this.ends[end]!) : 0,
    ]
    return sums.some((sum) => isSame(sum, value)) || (start > 0 && isSame(this.rows[start - 1]!.value, this.sum(this.before, start, end)))
  }

  private sum(before: readonly number[], from: number, to: number): number {
    return to - from < SUMMANDS ? 0 : before[to]! - before[from]!
  }
}

const isSame = (one: number, other: number): boolean => one !== 0 && Math.abs(one - other) <= ROUNDED
