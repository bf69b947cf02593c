import type { Placed } from './amount-column.ts'
import type { KeptRow } from '../rows/rows.ts'
import { saysNothing } from './numbers.ts'

/** "Rahmenvertrag: ja" names none. */
const NO_NAME = /^(?:ja|nein|j|n|x|yes|no|y)$/i

/** The ceiling of a framework stands beside each of its call-offs; it is one amount. */
export class Ceilings {
  private readonly framework: Placed | undefined
  private readonly met = new Map<string, { readonly line: number; n: number }>()

  constructor(columns: readonly Placed[]) {
    this.framework = columns.find(({ field }) => field === 'framework')
  }

  /** Whether an earlier line of the same framework has the same ceiling. */
  isRepeated(row: KeptRow, value: string): boolean {
    const name = this.framework === undefined ? '' : row.cells[this.framework.position]!
    if (saysNothing(name) || NO_NAME.test(name)) return false
    const key = `${name.toLowerCase()}\n${value}`
    const first = this.met.get(key)
    if (first === undefined) this.met.set(key, { line: row.line, n: 1 })
    else first.n++
    return first !== undefined
  }

  /** Ceilings of several lines: where they count, and for how many. */
  shared(): { readonly line: number; readonly n: number }[] {
    return [...this.met.values()].filter(({ n }) => n > 1)
  }
}
