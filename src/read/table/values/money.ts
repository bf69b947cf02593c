import type { Amount } from '../../../model/item.ts'
import { one } from '../../../model/many.ts'
import { NO_CURRENCY } from '../../../model/money.ts'
import type { ColumnMapping, ReadOptions } from '../../../model/ports.ts'
import type { Column } from '../columns/columns.ts'
import { asMoney, type Decimal } from './decimal.ts'
import { isAmountField } from '../columns/heading.ts'
import { taxBasisOf } from '../columns/tax-basis.ts'
import { beginYears } from './begins.ts'
import { Ceilings } from './ceilings.ts'
import { Intervals } from './intervals.ts'
import { currencyOfMost } from './currency-cells.ts'
import { Dollars } from './dollars.ts'
import { saysNothing, type NumberShape } from './numbers.ts'
import { isPlaceholder } from './placeholders.ts'
import { statedAt, unreadableIn, withPeriods } from './period-sums.ts'
import { ofOneYear, type OfOneYear } from './amount-years.ts'
import { LeftOver } from './left-over.ts'
import type { AmountColumn, Placed } from './amount-column.ts'
import { BESIDE, byPreference, holding } from './preference.ts'
import { countAt } from './quantities.ts'
import type { KeptRow } from '../rows/rows.ts'
import { survey, type ReadNumber } from './stated-numbers.ts'
import { Turnings } from './turnings.ts'
import { isUnread, SPREAD_OVER_NO_TERM, yearly, type Interval } from './yearly.ts'
import { currencyCode, type Currency, type Unit } from './units.ts'

/** What a reader of rows knows of their cells. */
interface Cells {
  place(column: Column): string
  readonly unreadable: (column: Column, text: string) => void
}

/** What all amounts of a list have in common. */
interface Common {
  readonly currency: string | undefined
  readonly above: Unit
  readonly mapping: ColumnMapping | undefined
}

/** What its headings say of the whole list; `ledger`: its rows are postings on creditors' accounts; `payments`: each is one. */
type ListKind = Readonly<Record<'german' | 'ledger' | 'payments', boolean>>

/** Chooses and reads the amount of each line. */
export class Money {
  /** All amount columns, the most telling first. */
  readonly amounts: readonly AmountColumn[]
  /** Those in which a line's amount is looked for; of the same amount in several years only one. */
  readonly columns: readonly AmountColumn[]
  /** Indexes of columns that gave at least one line its amount. */
  readonly used = new Set<number>()
  /** What else the lines state. */
  readonly leftOver: LeftOver
  /** Which of them get another sign. */
  readonly turnings: Turnings
  /** Index of a column → how many of its amounts are due as often as their row says. */
  readonly byRow = new Map<number, number>()
  /** The same of amounts that are for the whole contract, though their row says how often something is due. */
  readonly notByRow = new Map<number, number>()
  /** The same of amounts that are those of one year by nothing but their heading, in a list that states terms. */
  readonly byYear = new Map<number, number>()
  /** Index of a column → how many of its amounts do not count because their row says in unknown words how often they are due; the first. */
  readonly unreadIntervals = new Map<number, { readonly n: number; readonly value: string }>()
  /** Index of the first column of the parts of a year → how many amounts are added up of them. */
  readonly summed = new Map<number, number>()
  readonly dollars = new Dollars()
  readonly ceilings: Ceilings
  private readonly quantity: Placed | undefined
  private readonly currency: Placed | undefined
  /** The column that says how often the amount of a row is due. */
  readonly interval: Placed | undefined
  private readonly intervals: Intervals
  /** The column that says whether the amount of a row is net or gross. */
  private readonly basis: Placed | undefined
  private readonly common: Common
  /** Index of a column → its largest amount. */
  readonly largest: ReadonlyMap<number, number>
  /** Each row is a payment. */
  readonly payments: boolean
  private readonly ofYear: OfOneYear
  /** The rows say for which time something is agreed. */
  private readonly terms: boolean
  /** Beside amounts "not in pounds" the others are in pounds, whatever the line's currency. */
  private readonly home: Currency | undefined

  constructor(
    columns: readonly Placed[],
    rows: readonly KeptRow[],
    above: Unit,
    options: Pick<ReadOptions, 'mapping' | 'asOf'>,
    list: ListKind,
  ) {
    const { mapping, asOf } = options
    const found = withPeriods(columns.filter(isAmount), rows, above)
    this.turnings = new Turnings(columns, found, rows, above, list.ledger)
    const { largest, usable, currencies } = survey(found, rows, (row, column) => statedAt(row, column, above))
    const year = asOf === undefined ? undefined : Number(asOf.slice(0, 4))
    this.amounts = byPreference(found, usable, year)
    this.columns = holding(this.amounts, year)
    this.ofYear = ofOneYear(this.amounts, () => beginYears(columns, rows))
    this.leftOver = new LeftOver(this.amounts, above)
    this.quantity = columns.find(({ field }) => field === 'quantity')
    this.ceilings = new Ceilings(columns)
    this.currency = columns.find(({ field }) => field === 'currency')
    this.intervals = new Intervals(
      columns.find(({ field }) => field === 'interval'),
      rows,
    )
    this.interval = this.intervals.column
    this.terms = columns.some(({ field }) => field === 'start' || field === 'end' || field === 'duration')
    this.basis = columns.find(({ field }) => field === 'basis')
    this.largest = largest
    this.payments = list.payments
    this.home = one(found.flatMap(({ unit }) => unit.foreignTo ?? []))
    const bySome = this.currency?.byCells === true ? this.currency : undefined
    const stated =
      mapping?.currency ??
      one<string>([
        ...currencies,
        ...this.columns.flatMap(({ unit }) => unit.currency ?? []),
        ...(above.currency === undefined ? [] : [above.currency]),
      ]) ??
      (bySome === undefined ? undefined : currencyOfMost(bySome, rows))
    const isFree = this.currency === undefined || bySome !== undefined
    this.assumesEuro = stated === undefined && currencies.size === 0 && isFree && list.german && this.columns.length > 0
    this.common = { currency: this.assumesEuro ? 'EUR' : stated, above, mapping }
  }

  /** Nothing says the currency of the amounts that do not say it themselves, and the list is a German one. */
  private readonly assumesEuro: boolean
  /** So it was with an amount. */
  euroAssumed = false

  /** The amount of a line: the first column with a usable one; a placeholder, or the price of one piece, only if there is nothing better. */
  amountOf(row: KeptRow, cells: Cells): Amount | undefined {
    let placeholder: Amount | undefined
    let price: { readonly column: AmountColumn; readonly amount: Amount } | undefined
    let withheld = false
    const interval = this.intervals.in(row, cells.unreadable)
    for (const column of this.columns) {
      if (price !== undefined && BESIDE.has(column.field)) continue
      const read = statedAt(row, column, this.common.above)
      if (read === 'unreadable')
        for (const one of unreadableIn(row, column, this.common.above)) cells.unreadable(one, row.cells[one.position]!)
      if (typeof read === 'string') continue
      const amount = this.amount(row, column, read, interval, cells)
      if (amount === undefined) {
        withheld = true
        continue
      }
      this.used.add(column.index)
      if (amount.placeholder === undefined && amount.kind === 'unit-price') price ??= { column, amount }
      else if (amount.placeholder === undefined) {
        if (column.field === 'frameworkMax' && this.ceilings.isRepeated(row, amount.value)) return placeholder
        this.leftOver.beside(row, column)
        if (column.parts !== undefined) add(this.summed, column)
        return amount
      } else placeholder ??= amount
    }
    if (price !== undefined) {
      this.leftOver.beside(row, price.column)
      return price.amount
    }
    if (placeholder === undefined && !withheld) this.leftOver.instead(row)
    return placeholder
  }

  private amount(
    row: KeptRow,
    column: AmountColumn,
    read: Exclude<ReadNumber, string>,
    interval: Interval,
    cells: Cells,
  ): Amount | undefined {
    const { unit, field } = column
    const count = field === 'unitPrice' ? this.quantityOf(row, cells) : undefined
    // of nobody knows how many, the price of one is not what the line costs
    if (count === 'unreadable') return undefined
    const { perYear, bySpan = false } = read.shape
    const said = { column, perYear, bySpan, interval, count, ofYear: this.ofYear.has(column.index) }
    if (isUnread(said)) return this.unread(column, row)
    const { stated, asSpent } = this.turnings.of(row, column, read.value)
    const { value, kind, byRow, whole, byYear } = yearly(stated, said)
    if (byRow || whole) add(byRow ? this.byRow : this.notByRow, column)
    if (byYear && this.terms && this.ofYear.get(column.index)?.byHeading === true) add(this.byYear, column)
    const byItself = read.shape.basis ?? (unit.basis === undefined ? this.basisOf(row, cells) : undefined)
    const basis = byItself ?? this.common.mapping?.basis ?? unit.basis ?? this.common.above.basis ?? 'unknown'
    const byCell = byItself !== undefined && read.shape.basis === undefined
    const from = [
      ...(column.parts?.columns.filter((part) => !saysNothing(row.cells[part.position]!)) ?? [column]),
      count === undefined ? undefined : this.quantity,
      byRow ? this.interval : undefined,
      byCell ? this.basis : undefined,
      this.turnings.sides?.column,
    ]
    const amount = {
      value: asMoney(value),
      currency: this.currencyOf(row, column, read.shape),
      basis,
      kind,
      ...(said.ofYear && this.terms && SPREAD_OVER_NO_TERM.has(kind) ? { ofYear: true as const } : {}),
      stated: from.flatMap((one) =>
        one === undefined ? [] : { at: cells.place(one), says: (row.written?.get(one.index) ?? row.cells[one.position]!).trim() },
      ),
    }
    return isPlaceholder(column, asSpent, this) ? { ...amount, placeholder: true } : amount
  }

  private currencyOf(row: KeptRow, column: AmountColumn, shape: NumberShape): string {
    const home = column.unit.foreignTo === undefined && column.unit.currency === undefined ? this.home : undefined
    const said = home ?? (this.currency === undefined ? undefined : currencyCode(row.cells[this.currency.position]!))
    const own = this.dollars.of(shape, column.heading, [
      said,
      this.common.mapping?.currency,
      column.unit.currency,
      this.common.above.currency,
    ])
    const known = own ?? said ?? this.common.mapping?.currency ?? column.unit.currency
    if (known === undefined && this.assumesEuro) this.euroAssumed = true
    return known ?? this.common.currency ?? NO_CURRENCY
  }

  /** An amount of which nobody knows how often it is due is none that could be counted. */
  private unread(column: AmountColumn, row: KeptRow): undefined {
    const { n, value } = this.unreadIntervals.get(column.index) ?? { n: 0, value: row.cells[this.interval!.position]! }
    this.unreadIntervals.set(column.index, { n: n + 1, value })
  }

  private basisOf(row: KeptRow, cells: Cells): 'net' | 'gross' | undefined {
    const text = this.basis === undefined ? '' : row.cells[this.basis.position]!
    if (saysNothing(text)) return undefined
    const basis = taxBasisOf(text, this.basis!.heading)
    if (basis === undefined) cells.unreadable(this.basis!, text)
    return basis
  }

  /** How many pieces a row is about; what cannot be read is named. */
  private quantityOf(row: KeptRow, cells: Cells): Decimal | 'unreadable' | undefined {
    const count = this.quantity === undefined ? 'nothing' : countAt(row, this.quantity)
    if (count === 'unreadable') cells.unreadable(this.quantity!, row.cells[this.quantity!.position]!)
    return count === 'nothing' || count.startsWith('-') || count === '0' ? undefined : count
  }
}

const isAmount = (column: Placed): column is AmountColumn => isAmountField(column.field)

function add(counts: Map<number, number>, { index }: Column): void {
  counts.set(index, (counts.get(index) ?? 0) + 1)
}
