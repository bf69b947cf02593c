import type { Decimal } from './decimal.ts'
import { numberOf, type DecimalMark, type NumberShape } from './numbers.ts'

/** How the numbers of one column are written, and what shows it. */
export interface NumberStyle {
  /** Missing where no number of the column needs it. */
  readonly mark?: DecimalMark
  readonly by: 'column' | 'mapping' | 'sheet' | 'delimiter' | 'none'
  /** Three digits after the mark may be a fraction; otherwise such a cell is a slip and is not read. */
  readonly thirds: boolean
  /** A cell that cannot be decided, where the column is undecided. */
  readonly undecided?: string
}

/** What stands outside a column and may decide it, strongest first. */
export interface NumberHints {
  readonly mapping?: DecimalMark | undefined
  readonly sheet?: DecimalMark | undefined
  readonly delimiter?: DecimalMark | undefined
}

/** Counts, over a whole column, which decimal mark its numbers prove. */
export class MarkTally {
  private readonly proofs = { ',': 0, '.': 0 }
  private readonly examples: { ','?: string; '.'?: string; either?: string } = {}
  /** Separators of numbers that can be read both ways. */
  private readonly open = new Set<string>()
  /** Marks before dashes; the rest of a column outweighs them, for these numbers are whole under either. */
  private readonly dashed = new Set<DecimalMark>()
  private thirds = false

  add(shape: NumberShape, text: string): void {
    const { mark, body, dashed } = shape
    if (dashed !== undefined) this.dashed.add(dashed)
    if (mark === 'none') return
    this.examples[mark] ??= text
    if (mark === 'either') {
      this.open.add(/[.,]/.exec(body)![0])
      return
    }
    this.proofs[mark]++
    if (body.includes(mark) && body.length - body.lastIndexOf(mark) > 3) this.thirds = true
  }

  /** The mark that the column's own numbers prove; one slip among several clear cells does not make it unclear. */
  proven(): DecimalMark | 'conflict' | undefined {
    const { ',': comma, '.': point } = this.proofs
    if (comma === 0 && point === 0) return this.dashed.size === 1 ? [...this.dashed][0] : undefined
    const fewer = Math.min(comma, point)
    const slips = Math.max(1, Math.floor((comma + point) / 50))
    if (fewer > 0 && (fewer > slips || comma === point)) return 'conflict'
    return comma > point ? ',' : '.'
  }

  style(hints: NumberHints): NumberStyle {
    const own = this.proven()
    const { thirds } = this
    if (own === 'conflict') {
      const rarer = this.proofs[','] < this.proofs['.'] ? ',' : '.'
      return { by: 'none', thirds, undecided: this.examples[rarer]! }
    }
    if (own !== undefined) return { mark: own, by: 'column', thirds }
    if (this.examples.either === undefined) return { by: 'none', thirds }
    if (hints.mapping !== undefined) return { mark: hints.mapping, by: 'mapping', thirds: true }
    // a hint helps only where it makes thousands of the separators; nobody pays 183,000 as a hundred and eighty-three
    const fits = (mark: DecimalMark | undefined): mark is DecimalMark => mark !== undefined && !this.open.has(mark)
    if (fits(hints.sheet)) return { mark: hints.sheet, by: 'sheet', thirds }
    if (hints.sheet === undefined && fits(hints.delimiter)) return { mark: hints.delimiter, by: 'delimiter', thirds }
    return { by: 'none', thirds, undecided: this.examples.either }
  }
}

/** A cell's number in the style of its column; `undefined` where it contradicts it. */
export function numberIn(style: NumberStyle, shape: NumberShape, shift = 0): Decimal | undefined {
  const mark = style.mark ?? (shape.mark === 'none' ? '.' : undefined)
  if (mark === undefined) return undefined
  if (shape.mark === 'either' && !style.thirds && shape.body.includes(mark)) return undefined
  return numberOf(shape, mark, shift)
}
