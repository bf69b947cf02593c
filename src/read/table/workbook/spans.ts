import { columnIndex } from './cells.ts'

/** More merged cells than a sheet that people made has are not heeded. */
const SPANS_KEPT = 100_000
const RANGE = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6}):\$?[A-Z]{1,3}\$?([1-9]\d{0,6})$/

interface Span {
  readonly first: number
  readonly last: number
  text: string
}

/** The cells of a sheet that are merged over several rows. Each has its text in its first row; of several columns it is that of the first. */
export class Spans {
  private readonly columns = new Map<number, Span[]>()
  private readonly starts = new Map<number, { readonly column: number; readonly span: Span }[]>()
  private count = 0
  private sorted = true

  /** `A2:A5`; one row alone says nothing of others. */
  addRange(range: string): void {
    const [, letters, from, to] = RANGE.exec(range) ?? []
    if (letters !== undefined) this.add(columnIndex(letters), Number(from), Number(to))
  }

  /** `first` and `last`: lines, both included. */
  add(column: number, first: number, last: number, text = ''): void {
    if (last <= first || this.count === SPANS_KEPT) return
    this.count++
    this.sorted = false
    const span = { first, last, text }
    listIn(this.columns, column).push(span)
    listIn(this.starts, first).push({ column, span })
  }

  get any(): boolean {
    return this.count > 0
  }

  /** A row is there: the texts of the cells that begin in it. */
  begin(line: number, cells: readonly string[]): void {
    for (const { column, span } of this.starts.get(line) ?? []) span.text = cells[column] ?? ''
  }

  /** What the cell merged over this one says; `undefined` where there is none above it. */
  textAt(line: number, column: number): string | undefined {
    if (!this.sorted) for (const spans of this.columns.values()) spans.sort((a, b) => a.first - b.first)
    this.sorted = true
    const spans = this.columns.get(column) ?? []
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.first < line) low = middle + 1
      else high = middle
    }
    const span = spans[low - 1]
    return span !== undefined && line <= span.last && span.text.trim() !== '' ? span.text.trim() : undefined
  }
}

function listIn<T>(lists: Map<number, T[]>, key: number): T[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const list: T[] = []
  lists.set(key, list)
  return list
}
