import { fold } from '../columns/fold.ts'
import type { KeptRow } from './rows.ts'
import { namesPart } from './total-words.ts'

/** A row as far as sums are concerned. */
export interface Summand {
  readonly row: KeptRow
  /** `undefined` where nothing is stated. */
  readonly value: number | undefined
  /** It says less than the lines do: a name and an amount. */
  readonly sparse: boolean
  /** Its only text, where it says nothing more. */
  readonly name?: string
  /** A total or the heading of a group stands above it. */
  readonly begins: boolean
}

interface Entry extends Summand {
  /** It was found to head a group; what it sums up is no longer there. */
  readonly heads?: true
}

/** A sum is that of at least so many rows; where a list has such, one of a single row is believed as well. */
const SUMMANDS = 2
/** So many places at which a group may end are tried. */
const ENDS = 100
/** Every amount may be rounded by so much. */
const ROUNDED = 0.01
/** Share of the rows that may head groups of which that many have to. */
const MANY = 0.5

/**
 * Rows that state above a group what the rows of the group come to: "Fachbereich 2 | 48.000" above its contracts. They say nothing
 * but a name and an amount, which is that of the rows down to the next such row, and groups may be those of a larger one. Most
 * rows of a list that say so little have to be such sums: one line without a supplier may cost as much as the next two.
 */
export function groupSums(rows: readonly Summand[]): ReadonlySet<KeptRow> {
  if (!rows.some(({ sparse }) => sparse)) return wholeInGroups(rows)
  const found = new Set<KeptRow>()
  let entries: readonly Entry[] = rows
  for (const least of [SUMMANDS, 1, SUMMANDS]) {
    entries = withoutGroups(entries, least, found)
    if (found.size === 0) return found
  }
  const may = rows.filter(({ row, sparse }) => sparse && row.totalOf === undefined)
  return found.size >= may.length * MANY ? found : new Set()
}

/** The rows with each group taken together to the row that heads it, from the last upwards; `found` takes these up. */
function withoutGroups(rows: readonly Entry[], least: number, found: Set<KeptRow>): readonly Entry[] {
  const below: Entry[] = []
  for (const entry of rows.toReversed()) {
    const size = entry.sparse && entry.heads === undefined ? groupSize(below, entry.value, least) : 0
    if (size > 0) found.add(entry.row)
    below.splice(below.length - size, size)
    below.push(size > 0 ? { ...entry, heads: true } : entry)
  }
  return below.toReversed()
}

/** How many of the rows `below`, the nearest of which is the last, come to a value and end where a group may; 0 if none. */
function groupSize(below: readonly Entry[], value: number | undefined, least: number): number {
  if (value === undefined || value === 0) return 0
  let [sum, amounts, telling, ends] = [0, 0, 0, 0]
  for (let at = below.length - 1; at >= 0 && ends < ENDS; at--) {
    const one = below[at]!
    if (one.begins && one.heads === undefined) return 0
    if (one.value !== undefined) {
      sum += one.value
      amounts++
      if (!one.sparse || one.heads) telling++
    }
    const next = below[at - 1]
    if (next !== undefined && !next.sparse && !next.begins) continue
    ends++
    if (amounts >= least && telling * 2 >= amounts && isSum(sum, value, amounts)) return below.length - at
  }
  return 0
}

/** Groups from the first row to the last, in a list of nothing but names and amounts: enough of them, or called like parts of a whole. */
function wholeInGroups(rows: readonly Summand[]): ReadonlySet<KeptRow> {
  const heads: Summand[] = []
  let real = 0
  for (let at = 0; at < rows.length;) {
    const head = rows[at]!
    if (head.name === undefined || head.value === undefined || head.value <= 0) return new Set()
    let [sum, amounts] = [0, 0]
    for (at++; at < rows.length && !(amounts > 0 && isSum(sum, head.value, amounts)); at++) {
      const { name, value } = rows[at]!
      if (name === undefined || value === undefined || value <= 0 || sum > head.value) return new Set()
      sum += value
      amounts++
    }
    if (!isSum(sum, head.value, amounts)) return new Set()
    heads.push(head)
    if (amounts >= SUMMANDS) real++
  }
  const named = heads.every(({ name }) => namesPart(fold(name!)))
  return real > SUMMANDS || (real === SUMMANDS && named) ? new Set(heads.map(({ row }) => row)) : new Set()
}

const isSum = (sum: number, value: number, amounts: number): boolean => Math.abs(sum - value) <= ROUNDED * Math.max(amounts, 1)
