import { replaceAll } from '../../../model/many.ts'
import { fold } from '../columns/fold.ts'
import type { Layout } from '../columns/layouts.ts'
import { LineList } from '../lines/line-list.ts'
import type { KeptRow } from './rows.ts'
import type { Row } from '../table.ts'

type Test = readonly [index: number, is: RegExp]

/** Rows of a portal's list as they are meant: winners by name, and no row that is no contract or says one again. */
export class PortalRows {
  /** Rows of what nobody was awarded. */
  readonly unawarded = new LineList()
  /** Rows of which there is a newer one. */
  readonly replaced = new LineList()
  /** Rows that name a further winner of a contract. */
  readonly winners = new LineList()
  private readonly layout: Layout
  private readonly indexes: ReadonlyMap<string, number>
  private readonly noAward: readonly Test[]
  private readonly older: readonly Test[]

  constructor(layout: Layout, headings: readonly string[]) {
    this.layout = layout
    this.indexes = new Map(headings.map((heading, index) => [fold(heading), index] as const).reverse())
    this.noAward = this.tests(layout.unawarded)
    this.older = this.tests(layout.replaced)
  }

  /** How many rows are no lines. */
  get aside(): number {
    return this.unawarded.count + this.replaced.count + this.winners.count
  }

  /** `undefined` where the row is no line. */
  of(row: Row): Row | undefined {
    const kept = this.older.some((test) => meets(row, test)) ? this.replaced : this.noAward.some((test) => meets(row, test)) ? this.unawarded : undefined // prettier-ignore
    if (kept === undefined) return this.tidied(row)
    kept.add(row.line)
    return undefined
  }

  /** Rows that say the same but for the winner are one line with all of them. `supplier`: where the winner stands. */
  join(rows: KeptRow[], supplier: number): void {
    if (this.layout.rowsOfWinners === undefined) return
    const first = new Map<string, number>()
    const joined: KeptRow[] = []
    const winners = new Map<number, string[]>()
    for (const row of rows) {
      const key = row.cells.map((cell, position) => (position === supplier ? '' : cell)).join('\n')
      const known = first.get(key)
      if (known === undefined) first.set(key, joined.push(row) - 1)
      else {
        if (!winners.has(known)) winners.set(known, [joined[known]!.cells[supplier]!])
        winners.get(known)!.push(row.cells[supplier]!)
        this.winners.add(row.line)
      }
    }
    for (const [index, names] of winners) {
      const { cells, ...row } = joined[index]!
      joined[index] = { ...row, cells: cells.with(supplier, named(names.flatMap((name) => name.split('; ')))) }
    }
    replaceAll(rows, joined)
  }

  private tests(cells: Readonly<Record<string, RegExp>> = {}): readonly Test[] {
    return Object.entries(cells).flatMap(([heading, is]) => this.index(heading).map((index): Test => [index, is]))
  }

  private index(heading: string): readonly number[] {
    const index = this.indexes.get(fold(heading))
    return index === undefined ? [] : [index]
  }

  private tidied(row: Row): Row {
    const { winners, whole, columns } = this.layout
    const cells = [...row.cells]
    const [supplier] = Object.keys(columns).filter((heading) => columns[heading] === 'supplier').flatMap((heading) => this.index(heading)) // prettier-ignore
    if (winners !== undefined && supplier !== undefined && (cells[supplier] ?? '').trim() !== '') {
      const names = named(winners(cells[supplier]!))
      if (names !== '') cells[supplier] = names
    }
    if (whole !== undefined && !this.index(whole.where).some((index) => meets(row, [index, whole.is])))
      for (const index of whole.columns.flatMap((heading) => this.index(heading))) cells[index] = ''
    return { ...row, cells }
  }
}

function meets({ cells }: Row, [index, is]: Test): boolean {
  const cell = (cells[index] ?? '').trim()
  return cell !== '' && is.test(cell)
}

const named = (names: readonly string[]): string => [...new Set(names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== ''))].join('; ') // prettier-ignore
