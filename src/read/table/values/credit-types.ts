import { documentOf, isCreditType } from '../columns/document-types.ts'
import type { KeptRow } from '../rows/rows.ts'
import type { AmountColumn, Placed } from './amount-column.ts'
import type { Decimal } from './decimal.ts'
import { turned } from './signs.ts'
import { numberAt } from './stated-numbers.ts'
import type { Unit } from './units.ts'

/** A single invoice with a minus sign may be one that was corrected. */
const FEW = 2

/** Credits that only their type of document tells from invoices: both are written without a sign. */
export class CreditTypes {
  readonly column: Placed
  private readonly columns = new Set<number>()

  /** `undefined` where no column says the type of a posting. */
  static of(columns: readonly Placed[], amounts: readonly AmountColumn[], rows: readonly KeptRow[], above: Unit): CreditTypes | undefined {
    const column = columns.find(({ field }) => field === 'documentType')
    return column && new CreditTypes(column, amounts, rows, above)
  }

  private constructor(column: Placed, amounts: readonly AmountColumn[], rows: readonly KeptRow[], above: Unit) {
    this.column = column
    for (const amount of amounts) if (this.areUnsigned(amount, rows, above)) this.columns.add(amount.index)
  }

  /** The amount of a row, with a minus if its type says that it came back. */
  stated(row: KeptRow, column: AmountColumn, value: Decimal): Decimal {
    return this.isBack(row, column) ? turned(value) : value
  }

  isBack({ cells }: KeptRow, { index }: AmountColumn): boolean {
    return this.columns.has(index) && isCreditType(cells[this.column.position]!)
  }

  /** Most invoices, more than one, have a minus sign: so does what was spent on the accounts of creditors. */
  invoicesHaveMinus(amount: AmountColumn, rows: readonly KeptRow[], above: Unit): boolean {
    const invoices = rows.filter(({ cells }) => documentOf(cells[this.column.position]!) === 'invoice')
    const read = invoices.map((row) => numberAt(row, amount, above)).filter((one) => typeof one !== 'string')
    const minus = read.filter(({ value }) => value.startsWith('-')).length
    return minus >= FEW && minus * 2 > read.length
  }

  /** Neither an invoice nor a credit of the list has a minus sign in this column. */
  private areUnsigned(amount: AmountColumn, rows: readonly KeptRow[], above: Unit): boolean {
    let [invoices, credits] = [0, 0]
    for (const row of rows) {
      const type = row.cells[this.column.position]!
      const isCredit = isCreditType(type)
      const read = isCredit || documentOf(type) === 'invoice' ? numberAt(row, amount, above) : 'nothing'
      if (typeof read === 'string') continue
      if (read.value.startsWith('-')) return false
      if (isCredit) credits++
      else invoices++
    }
    return invoices > 0 && credits > 0
  }
}
