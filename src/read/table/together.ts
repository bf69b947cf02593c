import type { Note } from '../../model/evidence.ts'
import type { Field, Item } from '../../model/item.ts'
import type { NoteBook } from './notes.ts'
import { LineList } from './lines/line-list.ts'
import { someLines } from './told.ts'

/** What one of the tables of a list or sheet comes to. */
export interface PartReading {
  readonly items: Item[]
  readonly rejected: number
  readonly unusable: number
  readonly fields: Partial<Record<Field, string>>
  /** The table is no list of its own but sums up another. */
  readonly sumsUp: boolean
}

/** What a list comes to. `read + rejected + unusable` are all rows below the first heading up to the last filled one. */
export interface TableReading extends PartReading {
  readonly notes: Note[]
}

/** The tables of a list as one. What only sums up those above it is set aside. */
export function together(parts: readonly PartReading[], notes: NoteBook): PartReading {
  if (parts.length === 1) return parts[0]!
  const summaries = summariesIn(parts)
  const lists = parts.filter((part) => !summaries.has(part))
  const summed = [...summaries].flatMap(({ items }) => items)
  if (summed.length > 0) noteSummed(summed, notes)
  const sum = (count: (part: PartReading) => number): number => parts.reduce((total, part) => total + count(part), 0)
  return {
    items: lists.flatMap(({ items }) => items),
    rejected: sum(({ rejected }) => rejected),
    unusable: sum(({ unusable }) => unusable) + summed.length,
    fields: commonFields(lists.filter(({ items }) => items.length > 0)),
    sumsUp: lists.every(({ sumsUp }) => sumsUp),
  }
}

/** Columns in which all tables agree; where they differ only the row of an item is certain. */
export function commonFields(readings: readonly Pick<PartReading, 'fields'>[]): Partial<Record<Field, string>> {
  const [first, ...others] = readings.map(({ fields }) => fields)
  const agreed = Object.entries(first ?? {}).filter(([field, column]) => others.every((fields) => fields[field as Field] === column))
  return Object.fromEntries(agreed)
}

const TOLERANCE = 0.005

/** "Kosten je Lieferant" below the contracts: fewer rows than above, in which the same money is stated. */
function summariesIn(parts: readonly PartReading[]): ReadonlySet<PartReading> {
  const found = new Set<PartReading>()
  let above: Sum = { rows: 0, value: 0, currencies: new Set() }
  for (const part of parts) {
    const here = sumOf(part.items)
    if (isSame(here, above)) found.add(part)
    else above = added(above, here)
  }
  return found
}

interface Sum {
  readonly rows: number
  readonly value: number
  readonly currencies: ReadonlySet<string>
}

function sumOf(items: readonly Item[]): Sum {
  return {
    rows: items.length,
    value: items.reduce((sum, { amount }) => sum + Number(amount?.value ?? 0), 0),
    currencies: new Set(items.flatMap(({ amount }) => amount?.currency ?? [])),
  }
}

function added(a: Sum, b: Sum): Sum {
  return { rows: a.rows + b.rows, value: a.value + b.value, currencies: new Set([...a.currencies, ...b.currencies]) }
}

function isSame(here: Sum, above: Sum): boolean {
  const oneCurrency = here.currencies.size === 1 && new Set([...here.currencies, ...above.currencies]).size === 1
  const fewer = here.rows >= 2 && here.rows < above.rows
  return oneCurrency && fewer && here.value !== 0 && Math.abs(here.value - above.value) <= Math.abs(above.value) * TOLERANCE
}

function noteSummed(items: readonly Item[], notes: NoteBook): void {
  const lines = new LineList()
  for (const { seenAt } of items) lines.add(seenAt[0]?.line ?? 0)
  const n = items.length
  notes.add(
    'W-SET-ASIDE',
    { n, blank: 0, totals: n, groups: 0, footnotes: 0, headings: 0, named: n, lines: someLines(lines) },
    items[0]!.ref,
  )
}
