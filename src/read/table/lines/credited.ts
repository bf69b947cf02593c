import type { Item } from '../../../model/item.ts'
import { normalised } from '../../../model/identity.ts'
import { numberKey, numbersIn, type Documents, type NamedNumber } from './documents.ts'

type Line = { -readonly [K in keyof Item]: Item[K] }

/**
 * „Gutschrift zu RE-2024-113“: a credit that names one document or contract of its list, of its own supplier, belongs to that
 * document's lines; both say so. One that names several, or none that is there, stays as it is.
 */
export function nameCredited(items: readonly Line[], documents: Documents): void {
  if (!documents.areNamed) return
  const credits = items.flatMap((item) => {
    const numbers = isCredit(item) ? documents.namedBy(lineOf(item)) : []
    return numbers.length === 0 ? [] : [{ item, numbers }]
  })
  if (credits.length === 0) return
  const invoices = new Invoices(
    items,
    documents,
    credits.flatMap(({ numbers }) => numbers),
  )
  for (const { item, numbers } of credits) {
    const found = numbers.flatMap((number) => invoices.of(number, item) ?? [])
    const [first, ...more] = found
    if (first === undefined || more.some((other) => other !== first)) continue
    const document = invoices.nameOf(first)
    if (document !== undefined) item.amount = { ...item.amount!, document }
  }
}

const lineOf = ({ seenAt }: Item): number => seenAt[0]!.line!
const isCredit = ({ counted, amount }: Item): boolean => counted && amount !== undefined && amount.value.startsWith('-')

/** Lines that one number means; the same lines are the same object, whatever number means them. */
interface Invoice {
  readonly number: string
  readonly lines: readonly Line[]
  /** Settled with its first credit: what all its lines are called, `null` where they belong to several. */
  document?: string | null
}

/** Lines of one number by their suppliers; '' where none is said. */
type Suppliers = Map<string, Line[]>

/** The lines of which a credit may be one, by what they or their documents are called. Each is looked at once, however many credits name it. */
class Invoices {
  private readonly listed = new Map<string, Suppliers>()
  private readonly told = new Map<string, Suppliers>()
  private readonly bySupplier = new Map<string, Invoice | undefined>()
  private readonly byLines = new Map<string, Invoice>()

  /** `named`: the numbers that credits name. */
  constructor(items: readonly Line[], documents: Documents, named: readonly NamedNumber[]) {
    const lines = items.filter((item) => item.counted && item.amount !== undefined && !isCredit(item))
    const byLine = new Map(lines.map((item) => [lineOf(item), item]))
    const wanted = new Set(named.map(({ key }) => key))
    for (const number of wanted) for (const line of documents.linesOf(number)) enter(this.listed, number, byLine.get(line))
    const own = new Set(this.listed.keys())
    const introduced = new Set(named.filter(({ isIntroduced }) => isIntroduced).map(({ key }) => key))
    for (const item of lines) {
      const contract = numberKey(item.said.contractNumber ?? '')
      if (wanted.has(contract) && !own.has(contract)) enter(this.listed, contract, item)
      if (introduced.size === 0) continue
      const told = new Set([item.name, item.said.description ?? ''].flatMap(numbersIn).map(({ key }) => key))
      for (const number of told) if (introduced.has(number)) enter(this.told, number, item)
    }
  }

  /**
   * Of a document or contract that the list has by its column; else, of a number that the text of the credit introduces, by what
   * the lines say. Of the supplier of the credit where both say one.
   */
  of({ key, isIntroduced }: NamedNumber, { said }: Item): Invoice | undefined {
    const suppliers = this.listed.get(key) ?? (isIntroduced ? this.told.get(key) : undefined)
    if (suppliers === undefined) return undefined
    const supplier = said.supplier === undefined ? undefined : normalised(said.supplier)
    const pair = JSON.stringify([key, isIntroduced, supplier])
    if (!this.bySupplier.has(pair)) this.bySupplier.set(pair, this.invoice(key, linesOf(suppliers, supplier)))
    return this.bySupplier.get(pair)
  }

  private invoice(number: string, lines: readonly Line[]): Invoice | undefined {
    if (lines.length === 0) return undefined
    const known = lines.map(lineOf).join(' ')
    const invoice = this.byLines.get(known) ?? { number, lines }
    this.byLines.set(known, invoice)
    return invoice
  }

  /** What the lines of an invoice that was credited are called from now on; `undefined` where they belong to several. */
  nameOf(invoice: Invoice): string | undefined {
    if (invoice.document === undefined) {
      const { lines, number } = invoice
      const known = lines[0]!.amount!.document
      invoice.document = lines.every(({ amount }) => amount!.document === known) ? (known ?? number) : null
      if (invoice.document !== null) for (const line of lines) line.amount = { ...line.amount!, document: invoice.document }
    }
    return invoice.document ?? undefined
  }
}

function enter(numbers: Map<string, Suppliers>, number: string, line: Line | undefined): void {
  if (line === undefined) return
  const suppliers = numbers.get(number) ?? new Map<string, Line[]>()
  const supplier = normalised(line.said.supplier ?? '')
  const lines = suppliers.get(supplier)
  if (lines === undefined) suppliers.set(supplier, [line])
  else lines.push(line)
  numbers.set(number, suppliers)
}

/** Of several firms with a document of that number nobody says which, unless the credit says its supplier. */
function linesOf(suppliers: Suppliers, supplier: string | undefined): readonly Line[] {
  if (supplier !== undefined) return [...(suppliers.get(supplier) ?? []), ...(supplier === '' ? [] : (suppliers.get('') ?? []))]
  return suppliers.size === 1 ? [...suppliers.values()][0]! : []
}
