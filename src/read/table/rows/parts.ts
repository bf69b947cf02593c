import { isAmountField } from '../columns/heading.ts'
import { NAMES } from '../lines/line.ts'
import { numberAt } from '../values/stated-numbers.ts'
import type { Placed } from '../values/amount-column.ts'
import type { KeptRow } from './rows.ts'
import type { Around } from './totals.ts'
import type { Unit } from '../values/units.ts'

const PART = /^(?:[-•] ?)?(?:(?:davon|hiervon|darunter|thereof|of which)(?!\p{L})|darin enthalten)/iu
/** May also be what is bought in addition: a part only where nothing else is said of it and it costs less. */
const INCLUDED = /^(?:[-•] ?)?(?:inkl|incl|inklusive|einschlie(?:ß|ss)lich|including)(?!\p{L})/iu

/** Whether a text says of itself that it is a part of what stands above. */
export const saysPart = (text: string): boolean => PART.test(text)

type Kind = 'part' | 'included'

/**
 * Rows that say of themselves that they are a part of the one above: "davon Wartung". What stands above is a total, or its
 * amounts are at least as large; where it has none, the parts are all that is known, and lines.
 */
export function partRows(rows: readonly KeptRow[], columns: readonly Placed[], above: Unit, around: Around): ReadonlySet<KeptRow> {
  const said = NAMES.flatMap((field) => columns.find((column) => column.field === field) ?? [])
  const amounts = amountsOf(columns)
  const groups = new Set(around.groups.map(({ line }) => line))
  const found = new Set<KeptRow>()
  let parent: KeptRow | 'total' | undefined
  let next = 0
  for (const row of rows) {
    for (; (around.breaks[next] ?? row.line) < row.line; next++) parent = groups.has(around.breaks[next]!) ? undefined : 'total'
    const kind = kindOf(row, said)
    if (kind === undefined) parent = row
    else if (parent === 'total' ? kind === 'part' : parent !== undefined && isWithin(parent, row, kind, amounts, above)) found.add(row)
  }
  return found
}

function amountsOf(columns: readonly Placed[]): readonly Placed[] {
  const amounts = columns.filter(({ field }) => isAmountField(field) && field !== 'unitPrice')
  return amounts.length > 0 ? amounts : columns.filter(({ field }) => field === 'quantity')
}

function kindOf(row: KeptRow, said: readonly Placed[]): Kind | undefined {
  const texts = said.map(({ position }) => row.cells[position]!).filter((text) => text !== '')
  if (PART.test(texts[0] ?? '')) return 'part'
  return texts.length === 1 && INCLUDED.test(texts[0]!) ? 'included' : undefined
}

function isWithin(whole: KeptRow, row: KeptRow, kind: Kind, amounts: readonly Placed[], above: Unit): boolean {
  const pairs = amounts.flatMap((column) => {
    const part = valueAt(row, column, above)
    return part === undefined ? [] : [{ part, all: valueAt(whole, column, above) ?? 0 }]
  })
  return pairs.length > 0 && pairs.every(({ part, all }) => part * all > 0 && (kind === 'part' ? all / part >= 1 : all / part > 1))
}

function valueAt(row: KeptRow, column: Placed, above: Unit): number | undefined {
  const read = numberAt(row, column, above)
  return typeof read === 'string' ? undefined : Number(read.value)
}
