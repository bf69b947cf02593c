import { documentOf } from '../columns/document-types.ts'
import { sideOf, type Side } from '../columns/sign.ts'
import type { KeptRow } from '../rows/rows.ts'
import { saysCredit } from './credit-words.ts'
import type { Decimal } from './decimal.ts'
import type { Placed, AmountColumn } from './amount-column.ts'
import { turned } from './signs.ts'
import { numberAt } from './stated-numbers.ts'
import type { Unit } from './units.ts'

/** What rows of one side say of themselves. */
interface Tally {
  rows: number
  /** Those with an invoice's type of document, and those that say that they are a credit note. */
  invoices: number
  credits: number
  as: string | undefined
}

/** What its column `sign` makes of the amounts of a list: on one side money was spent, on the other it came back. */
export class Sides {
  readonly column: Placed
  /** The side on which money was spent. */
  private readonly spent: Side
  private readonly tallies: Readonly<Record<Side, Tally>>
  /** Index of a column → per side, whether most of its amounts are written with a minus. */
  private readonly minus = new Map<number, Readonly<Record<Side, boolean>>>()
  /** Rows without a sign where the others have that of credits. */
  private readonly blank: Side | undefined

  /** `undefined` where no column says on which side rows were booked. `ledger`: the rows are postings on creditors' accounts. */
  static of(columns: readonly Placed[], amounts: readonly AmountColumn[], rows: readonly KeptRow[], above: Unit, ledger: boolean) {
    const column = columns.find(({ field }) => field === 'sign')
    return column === undefined ? undefined : new Sides(column, columns, amounts, rows, above, ledger)
  }

  private constructor(
    column: Placed,
    columns: readonly Placed[],
    amounts: readonly AmountColumn[],
    rows: readonly KeptRow[],
    above: Unit,
    ledger: boolean,
  ) {
    this.column = column
    const empty = (): Tally => ({ rows: 0, invoices: 0, credits: 0, as: undefined })
    this.tallies = { debit: empty(), credit: empty() }
    const type = columns.find(({ field }) => field === 'documentType')
    const texts = columns.filter(({ field }) => field === 'product' || field === 'title' || field === 'description')
    for (const row of rows) {
      const side = sideOf(row.cells[column.position]!)
      if (side === undefined) continue
      const tally = this.tallies[side]
      tally.rows++
      tally.as ??= row.cells[column.position]!
      if (type !== undefined && documentOf(row.cells[type.position]!) === 'invoice') tally.invoices++
      if (texts.some(({ position }) => saysCredit(row.cells[position]!))) tally.credits++
    }
    this.blank = this.tallies.debit.rows === 0 && rows.some(({ cells }) => cells[column.position] === '') ? 'debit' : undefined
    for (const amount of amounts) this.minus.set(amount.index, this.minusIn(amount, rows, above))
    const differing = [...this.minus.values()].find(({ debit, credit }) => debit !== credit)
    const usual = differing === undefined ? ledger : differing.debit
    this.spent = this.blank ?? spentOn(this.tallies, usual ? 'credit' : 'debit')
  }

  /** The amount of a row as spent, or with a minus as what came back. */
  stated(row: KeptRow, { index }: AmountColumn, value: Decimal): Decimal {
    const side = this.sideOf(row)
    if (side === undefined) return value
    const minus = this.minus.get(index)!
    const own = minus[side] ? turned(value) : value
    return side === this.spent ? own : turned(own)
  }

  /** Whether the amount of a row came back and is written like those that were spent. */
  isBack(row: KeptRow, { index }: AmountColumn): boolean {
    const side = this.sideOf(row)
    return side !== undefined && side !== this.spent && !this.minus.get(index)![side]
  }

  /** How the two sides are written, the one that was spent first. */
  get names(): readonly [spent: string, back: string] {
    const back = this.spent === 'debit' ? 'credit' : 'debit'
    return [this.tallies[this.spent].as ?? '', this.tallies[back].as ?? '']
  }

  private sideOf({ cells }: KeptRow): Side | undefined {
    const cell = cells[this.column.position]!
    return cell === '' ? this.blank : sideOf(cell)
  }

  private minusIn(column: AmountColumn, rows: readonly KeptRow[], above: Unit): Readonly<Record<Side, boolean>> {
    const counts = { debit: 0, credit: 0 }
    for (const row of rows) {
      const [side, read] = [this.sideOf(row), numberAt(row, column, above)]
      if (side !== undefined && typeof read !== 'string') counts[side] += read.value.startsWith('-') ? 1 : read.value === '0' ? 0 : -1
    }
    return { debit: counts.debit > 0, credit: counts.credit > 0 }
  }
}

/** Share of the rows of a side that have to call themselves credit notes. */
const MANY = 0.5

/** Invoices stand where money was spent, credit notes where it came back; else more rows are spending; else it is the `usual` side. */
function spentOn({ debit, credit }: Readonly<Record<Side, Tally>>, usual: Side): Side {
  const more = debit.invoices - credit.invoices || creditShare(credit) - creditShare(debit) || debit.rows - credit.rows
  return more === 0 ? usual : more > 0 ? 'debit' : 'credit'
}

function creditShare({ rows, credits }: Tally): number {
  return credits > 0 && credits >= rows * MANY ? credits / rows : 0
}
