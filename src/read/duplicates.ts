import type { Seen } from '../model/evidence.ts'
import { append } from '../model/many.ts'
import { agreeing } from './agree.ts'
import { nameAlike } from './alike-lines.ts'
import { correctedLines } from './corrected.ts'
import { countCallOffsOnce } from './frameworks.ts'
import { group, isContract, Lists, some, type Line, type Tell } from './lists.ts'
import { dropPaid } from './paid.ts'
import { recurringLists, sayingOf } from './whole-lists.ts'
import type { ReadSource } from './source.ts'
import { summaryLists } from './summaries.ts'

/**
 * The same contract in several lists counts once; a list is a file, or a sheet of a workbook. A list that others hold line for line, or that sums up another, does not count. A contract or notice number makes
 * them the same, and of a notice and its correction the newer one counts; where the rest contradicts it, and where lines only look alike, all of them count and are named.
 */
export function countContractsOnce(items: readonly Line[], inputs: readonly ReadSource[], tell: Tell, asOf?: string): void {
  const all = items.filter((item) => item.line)
  const lists = new Lists(inputs, all)
  const once = dropSummaries(dropRecurring(dropCorrected(all, inputs, tell), lists, tell), lists, tell)
  const lines = dropPaid(once, lists, tell, asOf)
  dropRepeated(lines, lists, tell)
  nameAlike(lines, lists, tell)
  countCallOffsOnce(lines, lists, tell)
}

/** Lines of notices that newer ones correct do not count; the others. */
function dropCorrected(lines: readonly Line[], inputs: readonly ReadSource[], tell: Tell): readonly Line[] {
  const corrected = correctedLines(lines, inputs)
  if (corrected.size === 0) return lines
  tell('W-CORRECTED', { n: corrected.size, which: some([...corrected.keys()]) })
  const dropped = new Set([...corrected.values()].flat())
  for (const line of dropped) line.counted = false
  return lines.filter((line) => !dropped.has(line))
}

/** Lists of which every line stands in others do not count; the lines of the rest. */
function dropRecurring(lines: readonly Line[], lists: Lists, tell: Tell): readonly Line[] {
  const byList = group(lines, (line) => (lists.isOfNotice(line) ? undefined : lists.of(line)))
  const recurring = byList.size < 2 ? [] : recurringLists(byList)
  if (recurring.length === 0) return lines
  const dropped = new Set<Line>()
  const places = new Places()
  const shown = recurring.map(({ list, others }) => {
    const kept = group(others.flatMap((other) => byList.get(other)!).reverse(), (line) => String(sayingOf(line))) // prettier-ignore
    const own = byList.get(list)!
    for (const line of own) {
      dropped.add(line)
      line.counted = false
      const again = kept.get(String(sayingOf(line)))!
      places.add(again.length > 1 ? again.pop()! : again[0]!, line)
    }
    return `${lists.name(own[0]!)} (${own.length}; ${some(others.map((other) => lists.name(byList.get(other)![0]!)))})`
  })
  places.settle()
  tell('W-SAME-LIST', { n: recurring.length, which: some(shown) })
  return lines.filter((line) => !dropped.has(line))
}

/** Lists that sum up others do not count; the lines of the rest. */
function dropSummaries(lines: readonly Line[], lists: Lists, tell: Tell): readonly Line[] {
  const byList = group(lines, (line) => (lists.isOfNotice(line) || !line.counted ? undefined : lists.of(line)))
  const name = (list: string): string => lists.name(byList.get(list)![0]!)
  const summaries = byList.size < 2 ? [] : summaryLists(byList, (list) => lists.whereabouts(byList.get(list)![0]!))
  if (summaries.length === 0) return lines
  const dropped = new Set(summaries.flatMap(({ list }) => byList.get(list)!))
  for (const line of dropped) line.counted = false
  const shown = summaries.map(({ list, of }) => `${name(list)} (${byList.get(list)!.length}; ${some(of.map(name))})`)
  tell('W-SUMMARY', { n: summaries.length, which: some(shown) })
  return lines.filter((line) => !dropped.has(line))
}

/**
 * Of the lists that name a contract the one counts that knows it longest: lists of several years name it again, renewed. Where no
 * term tells them apart, the one that says it is a contract, then the one with most lines of it. The lines of the others are seen again.
 */
function dropRepeated(lines: readonly Line[], lists: Lists, tell: Tell): void {
  const same: string[] = []
  const other: string[] = []
  const places = new Places()
  for (const numbered of group(lines, (line) => lists.number(line)).values()) {
    const byList = [...group(numbered, (line) => lists.of(line)).values()]
    if (byList.length < 2) continue
    const [kept, ...others] = surestFirst(byList) as [Line[], ...Line[][]]
    const first = kept.find(({ counted }) => counted) ?? kept[0]!
    const [repeated, unlike] = parted(others, agreeing(kept))
    const show = (of: readonly Line[][]) =>
      `${first.said.contractNumber} (${[first, ...of.map(([one]) => one!)].map((one) => lists.place(one)).join('; ')})`
    if (unlike.length > 0) other.push(show(unlike))
    if (repeated.length === 0) continue
    same.push(show(repeated))
    for (const line of repeated.flat()) {
      line.counted = false
      places.add(first, line)
    }
  }
  places.settle()
  if (same.length > 0) tell('W-SAME-CONTRACT', { n: same.length, which: some(same) })
  if (other.length > 0) tell('W-OTHER-CONTRACT', { n: other.length, which: some(other) })
}

/** Where lines that count are seen again. */
class Places {
  private readonly seen = new Map<Line, Seen[]>()

  add(line: Line, again: Line): void {
    const places = this.seen.get(line) ?? [...line.seenAt]
    this.seen.set(line, places)
    append(places, this.seen.get(again) ?? again.seenAt)
  }

  settle(): void {
    for (const [line, places] of this.seen) line.seenAt = places
  }
}

function parted<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  const parts: [T[], T[]] = [[], []]
  for (const one of all) parts[is(one) ? 0 : 1].push(one)
  return parts
}

/** Lines of one list, with what decides how much it knows of their contract. */
interface Knowing {
  readonly lines: Line[]
  readonly end: string | undefined
  readonly start: string | undefined
  readonly isContract: boolean
  content?: string
}

function surestFirst(byList: readonly Line[][]): Line[][] {
  const all = byList.map((lines): Knowing => ({
    lines,
    end: lastOf(lines, 'end'),
    start: lastOf(lines, 'start'),
    isContract: isContract(lines),
  }))
  all.sort((a, b) => later(a, b) || surer(a, b) || b.lines.length - a.lines.length || (content(a) < content(b) ? -1 : 1))
  return all.map(({ lines }) => lines)
}

/** Negative where `a` knows the later term; 0 where a term is missing in one of them, or they are the same. */
function later(a: Knowing, b: Knowing): number {
  for (const side of ['end', 'start'] as const) {
    const [ours, theirs] = [a[side], b[side]]
    if (ours !== undefined && theirs !== undefined && ours !== theirs) return ours > theirs ? -1 : 1
  }
  return 0
}

/** Negative where `a` says of its amounts that they are a contract's, and `b` neither that nor for which time they are. */
function surer(a: Knowing, b: Knowing): number {
  return Number(b.isContract) - Number(a.isContract)
}

function lastOf(lines: readonly Line[], side: 'start' | 'end'): string | undefined {
  return lines
    .flatMap(({ term }) => term?.[side] ?? [])
    .sort()
    .at(-1)
}

function content(one: Knowing): string {
  // the same amount stands elsewhere in each
  one.content ??= JSON.stringify(one.lines.map(({ id, amount, said }) => [id, amount && { ...amount, stated: undefined }, said]))
  return one.content
}
