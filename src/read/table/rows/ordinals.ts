import type { KeptRow, KnownColumns } from './kept-row.ts'

/** Number, number of a part, letter or Roman number: "1", "1.1", "A", "II." */
const KINDS = [/^\d{1,4}[.)]?$/, /^\d{1,3}(?:\.\d{1,3}){1,4}[.)]?$/, /^(?:[A-Za-z]|[IVX]{1,5})[.)]?$/] as const
const kindOf = (text: string): number => KINDS.findIndex((kind) => kind.test(text))

/**
 * Headings of groups that have a mark of their own: "A | Bürokommunikation" above the lines 1 and 2, "1 | Server" above 1.1. They say
 * nothing else, and the lines have another kind of mark in that column, or none.
 */
export class Ordinals {
  private readonly known: KnownColumns
  private readonly found: { readonly row: KeptRow; readonly index: number; readonly kind: number }[] = []
  private lines = 0
  /** Per column, how many lines have a mark of each kind. */
  private readonly kinds = new Map<number, number[]>()

  constructor(known: KnownColumns) {
    this.known = known
  }

  /** Takes a row down: `texts` are its filled cells, at the columns `filled`. */
  add(row: KeptRow, texts: readonly string[], filled: readonly number[]): void {
    const [index, name] = filled
    const kind = filled.length === 0 ? -1 : kindOf(texts[0]!)
    const marks = kind >= 0 && !this.known.names.has(index!)
    if (marks && filled.length === 2 && this.known.names.has(name!) && this.known.amounts.size > 0) {
      this.found.push({ row, index: index!, kind })
      return
    }
    this.lines++
    if (!marks) return
    const kinds = this.kinds.get(index!) ?? KINDS.map(() => 0)
    this.kinds.set(index!, kinds)
    kinds[kind]!++
  }

  /** The rows that are headings. */
  headings(): ReadonlySet<KeptRow> {
    if (this.found.length >= this.lines) return new Set()
    return new Set(this.found.filter(({ index, kind }) => (this.kinds.get(index)?.[kind] ?? 0) === 0).map(({ row }) => row))
  }
}
