import type { Item } from '../../../model/item.ts'
import { normalised } from '../../../model/identity.ts'
import { numberKey, numbersIn, type Documents } from './documents.ts'

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
  const invoices = new Invoices(items, documents, new Set(credits.flatMap(({ numbers }) => numbers)))
  for (const { item, numbers } of credits) {
    const found = new Map(numbers.map((number) => [number, invoices.of(number, item)] as const).filter(([, lines]) => lines.length > 0))
    const [[number, lines] = NOTHING, ...more] = found
    const isOne = more.every(([, others]) => others.length === lines.length && others.every((line) => lines.includes(line)))
    if (number === undefined || !isOne) continue
    const known = lines[0]!.amount!.document
    if (lines.some(({ amount }) => amount!.document !== known)) continue
    for (const line of [item, ...lines]) line.amount = { ...line.amount!, document: known ?? number }
  }
}

const NOTHING: readonly [undefined, readonly Line[]] = [undefined, []]
const lineOf = ({ seenAt }: Item): number => seenAt[0]!.line!
const isCredit = ({ counted, amount }: Item): boolean => counted && amount !== undefined && amount.value.startsWith('-')

/** The lines of which a credit may be one, by what they or their documents are called. */
class Invoices {
  private readonly byLine: ReadonlyMap<number, Line>
  private readonly byNumber = new Map<string, Set<Line>>()
  private readonly documents: Documents

  /** `wanted`: the numbers that credits name. */
  constructor(items: readonly Line[], documents: Documents, wanted: ReadonlySet<string>) {
    this.documents = documents
    const lines = items.filter((item) => item.counted && item.amount !== undefined && !isCredit(item))
    this.byLine = new Map(lines.map((item) => [lineOf(item), item]))
    for (const item of lines)
      for (const number of [numberKey(item.said.contractNumber ?? ''), ...[item.name, item.said.description ?? ''].flatMap(numbersIn)])
        if (wanted.has(number)) this.byNumber.set(number, (this.byNumber.get(number) ?? new Set<Line>()).add(item))
  }

  /** Of a document by its column, else by what the lines say; of the supplier of the credit where both say one. */
  of(number: string, { said: { supplier } }: Item): readonly Line[] {
    const own = this.documents.linesOf(number).flatMap((line) => this.byLine.get(line) ?? [])
    const lines = own.length > 0 ? own : [...(this.byNumber.get(number) ?? [])]
    const alike = lines.filter(({ said }) => supplier === undefined || said.supplier === undefined || isSame(said.supplier, supplier))
    // of several firms with a document of that number nobody says which
    return supplier !== undefined || new Set(alike.map(({ said }) => normalised(said.supplier ?? ''))).size === 1 ? alike : []
  }
}

const isSame = (one: string, other: string): boolean => normalised(one) === normalised(other)
