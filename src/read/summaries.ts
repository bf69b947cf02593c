import type { Item, Said } from '../model/item.ts'
import { normalised } from '../model/identity.ts'
import { unitsOf } from '../model/money.ts'

/** A list that sums up others, and these. */
export interface Summary {
  readonly list: string
  readonly of: readonly string[]
}

/** Where a list stands: its file, and the name of its sheet. */
export interface Place {
  readonly file: string
  readonly sheet: string | undefined
}

/** By what a list may be summed up. */
const BY = ['supplier', 'manufacturer', 'category', 'product'] as const satisfies readonly (keyof Said)[]
/** Fewer amounts may agree by chance, unless they are all there are. */
const ENOUGH = 3
const LEAST = 2

/**
 * Lists whose every amount is what the lines of another list come to that have its name for supplier, maker, kind or product:
 * "Auswertung Lieferanten" beside the contracts. They have each name once and say nothing of a contract; one amount may be that
 * of all the others ("Sonstige"). What is summed up tells more, or has several lines for one of the names. A list may also sum up
 * all the others of its file, or have the names of its sheets with what each comes to; `placeOf` says where lists stand.
 */
export function summaryLists(byList: ReadonlyMap<string, readonly Item[]>, placeOf: (list: string) => Place): readonly Summary[] {
  const found = new Map<string, Summary>()
  const may = [...byList].filter(([, lines]) => mayBeSummary(lines)).map(([list]) => list)
  const find = (list: string, of: readonly string[]): void => {
    const lines = of.length === 1 ? byList.get(of[0]!)! : of.flatMap((other) => byList.get(other)!)
    if (of.length > 0 && sumsUp(byList.get(list)!, lines)) found.set(list, { list, of })
  }
  const others = (list: string): string[] => [...byList.keys()].filter((other) => other !== list && !found.has(other))
  const beside = (list: string): string[] => others(list).filter((other) => placeOf(other).file === placeOf(list).file)
  for (const list of may) {
    const sheets = new Map(beside(list).map((other) => [normalised(placeOf(other).sheet ?? ''), other]))
    const of = sheetsSummed(byList.get(list)!, (name) => sheets.get(name), byList)
    if (of.length > 0) found.set(list, { list, of })
  }
  for (const list of may) for (const other of others(list)) if (!found.has(list)) find(list, [other])
  for (const list of may) if (!found.has(list)) find(list, beside(list))
  return [...found.values()]
}

/** The sheets whose names the lines have, all but one at most, and most of which come to what these say. */
function sheetsSummed(
  summary: readonly Item[],
  sheetOf: (name: string) => string | undefined,
  byList: ReadonlyMap<string, readonly Item[]>,
): readonly string[] {
  const stated = summary.filter(({ amount }) => Number(amount!.value) !== 0)
  const told = stated.flatMap((one) => {
    const sheet = sheetOf(nameOf(one))
    return sheet === undefined ? [] : [{ sheet, isSum: isSame([one], byList.get(sheet)!) }]
  })
  const sums = told.filter(({ isSum }) => isSum).length
  return told.length >= LEAST && told.length >= stated.length - 1 && sums * 2 > told.length ? told.map(({ sheet }) => sheet) : []
}

function mayBeSummary(lines: readonly Item[]): boolean {
  if (lines.length < LEAST || new Set(lines.map(nameOf)).size < lines.length) return false
  return lines.every(({ amount, term, said }) => amount !== undefined && term === undefined && said.contractNumber === undefined)
}

const nameOf = ({ name }: Item): string => normalised(name)

function sumsUp(summary: readonly Item[], lines: readonly Item[]): boolean {
  return lines.length >= summary.length && BY.some((field) => isSummaryBy(field, summary, lines))
}

function isSummaryBy(field: (typeof BY)[number], summary: readonly Item[], lines: readonly Item[]): boolean {
  const groups = groupsBy(field, lines)
  const told: Item[] = []
  let left = 0
  for (const one of summary) {
    if (isSame([one], groups.get(nameOf(one)) ?? [])) told.push(one)
    else if (++left > 1) return false
  }
  if (told.length < Math.min(ENOUGH, groups.size) || told.length < LEAST) return false
  if (left === 1 && !isSame(summary, lines)) return false
  return told.some((one) => groups.get(nameOf(one))!.length > 1 || nameOf(groups.get(nameOf(one))![0]!) !== nameOf(one))
}

type Groups = ReadonlyMap<string | undefined, readonly Item[]>

/** Each list is asked for by all others. */
const known = new WeakMap<readonly Item[], Map<keyof Said, Groups>>()

function groupsBy(field: (typeof BY)[number], lines: readonly Item[]): Groups {
  let byField = known.get(lines)
  if (byField === undefined) known.set(lines, (byField = new Map()))
  let groups = byField.get(field)
  if (groups === undefined) {
    groups = Map.groupBy(lines, ({ said }) => (said[field] === undefined ? undefined : normalised(said[field])))
    byField.set(field, groups)
  }
  return groups
}

/** Whether these and those come to the same, in one currency. */
function isSame(these: readonly Item[], those: readonly Item[]): boolean {
  const [one, other] = [comeTo(these), comeTo(those)]
  return one !== undefined && other !== undefined && one.currency === other.currency && one.units === other.units
}

function comeTo(lines: readonly Item[]): { readonly currency: string; readonly units: bigint } | undefined {
  const amounts = lines.flatMap(({ amount }) => amount ?? [])
  const currencies = new Set(amounts.map(({ currency }) => currency))
  const units = amounts.reduce((sum, { value }) => sum + (unitsOf(value) ?? 0n), 0n)
  return currencies.size === 1 && units !== 0n ? { currency: [...currencies][0]!, units } : undefined
}
