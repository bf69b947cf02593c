import type { Item } from '../model/item.ts'
import { hashOf } from './table/lines/alike.ts'

/** So many different lines have to recur before it is no coincidence; fewer where none of them can be a payment that is made again. */
const ENOUGH = 20
const ENOUGH_LASTING = 5

/** Kinds of amounts that are a contract's own; payments of two months may well be the same, line for line. */
const LASTING: ReadonlySet<string> = new Set(['contract', 'award', 'annual', 'framework-max', 'budget', 'estimate'])

/** A list, and those in which each of its lines recurs. */
export interface Recurring {
  readonly list: string
  readonly others: readonly string[]
}

/**
 * Lists whose every line recurs in others, one for one:
 * - the whole beside its parts, two at least, that come to exactly it: the parts tell more and count;
 * - parts of a list that holds all of them and more: the whole counts;
 * - one list that another holds, or is the same: the larger one counts, or the first. Where amounts may be payments, that is left open.
 */
export function recurringLists(byList: ReadonlyMap<string, readonly Item[]>): readonly Recurring[] {
  const lists = [...byList].map(([list, lines], order) => new Listed(list, lines, order)).sort((a, b) => b.size - a.size)
  const found: Recurring[] = []
  const gone = new Set<Listed>()
  const left = (): Listed[] => lists.filter((list) => !gone.has(list))
  const drop = (list: Listed, others: readonly Listed[]): void => {
    gone.add(list)
    found.push({ list: list.name, others: others.map(({ name }) => name) })
  }
  const bySize = lists.filter((list) => list.isTelling)
  for (const whole of bySize) {
    if (gone.has(whole)) continue
    const { parts, rest } = whole.partsAmong(left())
    const telling = parts.filter((part) => part.isTelling)
    if (rest === 0 && parts.length > 1) drop(whole, parts)
    else if (rest > 0 && telling.length > 1) for (const part of telling) drop(part, [whole])
  }
  for (const list of bySize.toReversed()) {
    if (gone.has(list) || !list.lasting) continue
    const larger = left().find((other) => other !== list && other.holds(list) && (other.size > list.size || other.order < list.order))
    if (larger !== undefined) drop(list, [larger])
  }
  return found
}

/** What the lines of a list say, and how often. */
class Listed {
  readonly name: string
  readonly size: number
  /** Its place among the inputs. */
  readonly order: number
  readonly counts = new Map<number, number>()
  /** Its amounts are those of contracts, and most lines have one. */
  readonly lasting: boolean

  constructor(name: string, lines: readonly Item[], order: number) {
    this.name = name
    this.order = order
    this.size = lines.length
    for (const line of lines) {
      const says = sayingOf(line)
      this.counts.set(says, (this.counts.get(says) ?? 0) + 1)
    }
    const stated = lines.filter(({ amount }) => amount !== undefined)
    this.lasting = stated.length * 2 > lines.length && stated.every(isLasting)
  }

  get isTelling(): boolean {
    return this.counts.size >= (this.lasting ? ENOUGH_LASTING : ENOUGH)
  }

  holds({ size, counts }: Listed): boolean {
    return size <= this.size && [...counts].every(([says, n]) => (this.counts.get(says) ?? 0) >= n)
  }

  /** Lists, the largest first, that it holds side by side, and how many of its lines are in none of them. */
  partsAmong(lists: readonly Listed[]): { readonly parts: readonly Listed[]; readonly rest: number } {
    const counts = new Map(this.counts)
    const parts: Listed[] = []
    let rest = this.size
    for (const list of lists) {
      if (list.size >= this.size || list.size > rest || ![...list.counts].every(([says, n]) => (counts.get(says) ?? 0) >= n)) continue
      for (const [says, n] of list.counts) counts.set(says, counts.get(says)! - n)
      parts.push(list)
      rest -= list.size
    }
    return { parts, rest }
  }
}

/** An amount of which nothing is said is a contract's where its end is known. */
const isLasting = ({ amount, term }: Item): boolean =>
  LASTING.has(amount!.kind) || (amount!.kind === 'unknown' && (term?.end !== undefined || term?.endless === true))

/** A hash of all that is said of a line, wherever it stands. */
export function sayingOf({ id, version, amount, term, cpv, said }: Item): number {
  const { value, currency, kind, basis } = amount ?? {}
  return hashOf(JSON.stringify([id, version, value, currency, kind, basis, term, cpv, said]))
}
