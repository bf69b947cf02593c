import { normalised } from '../model/identity.ts'
import { correctedLines } from './corrected.ts'
import { countCallOffsOnce } from './frameworks.ts'
import { group, Lists, some, type Line, type Tell } from './lists.ts'
import { recurringLists, sayingOf } from './whole-lists.ts'
import type { ReadSource } from './source.ts'
import { summaryLists } from './summaries.ts'

/** Words that two different firms or contracts may well have in common. */
const COMMON =
  /^(?:gmbh|mbh|deutschland|germany|und|and|the|der|die|das|fur|for|von|mit|co|kg|ag|se|ltd|inc|corp|corporation|company|gruppe|group|vertrag|contract|lizenz\w*|licen[cs]es?|software|wartung|pflege|support|maintenance|system\w*|service\w*)$/

/**
 * The same contract in several lists counts once; a list is a file, or a sheet of a workbook. A list that others hold line for line, or that sums up another, does not count. A contract or notice number makes
 * them the same, and of a notice and its correction the newer one counts; where the rest contradicts it, and where lines only look alike, all of them count and are named.
 */
export function countContractsOnce(items: readonly Line[], inputs: readonly ReadSource[], tell: Tell): void {
  const lists = new Lists(inputs)
  const all = items.filter((item) => item.line)
  const lines = dropSummaries(dropRecurring(dropCorrected(all, inputs, tell), lists, tell), lists, tell)
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
  const shown = recurring.map(({ list, others }) => {
    const kept = group(others.flatMap((other) => byList.get(other)!), (line) => String(sayingOf(line))) // prettier-ignore
    const own = byList.get(list)!
    for (const line of own) {
      dropped.add(line)
      line.counted = false
      const again = kept.get(String(sayingOf(line)))!
      const first = again.length > 1 ? again.shift()! : again[0]!
      first.seenAt = [...first.seenAt, ...line.seenAt]
    }
    return `${lists.name(own[0]!)} (${own.length}; ${some(others.map((other) => lists.name(byList.get(other)![0]!)))})`
  })
  tell('W-SAME-LIST', { n: recurring.length, which: some(shown) })
  return lines.filter((line) => !dropped.has(line))
}

/** Lists that sum up others do not count; the lines of the rest. */
function dropSummaries(lines: readonly Line[], lists: Lists, tell: Tell): readonly Line[] {
  const byList = group(lines, (line) => (lists.isOfNotice(line) || !line.counted ? undefined : lists.of(line)))
  const name = (list: string): string => lists.name(byList.get(list)![0]!)
  const summaries = byList.size < 2 ? [] : summaryLists(byList, (list) => String(byList.get(list)![0]!.source))
  if (summaries.length === 0) return lines
  const dropped = new Set(summaries.flatMap(({ list }) => byList.get(list)!))
  for (const line of dropped) line.counted = false
  const shown = summaries.map(({ list, of }) => `${name(list)} (${byList.get(list)!.length}; ${some(of.map(name))})`)
  tell('W-SUMMARY', { n: summaries.length, which: some(shown) })
  return lines.filter((line) => !dropped.has(line))
}

/**
 * Of the lists that name a contract the one counts that knows it longest: lists of several years name it again, renewed. Where no
 * term tells them apart, the one with most lines of it. The lines of the others are seen again.
 */
function dropRepeated(lines: readonly Line[], lists: Lists, tell: Tell): void {
  const same: string[] = []
  const other: string[] = []
  for (const numbered of group(lines, (line) => lists.number(line)).values()) {
    const byList = [...group(numbered, (line) => lists.of(line)).values()]
    if (byList.length < 2) continue
    byList.sort((a, b) => later(a, b) || b.length - a.length || (content(a) < content(b) ? -1 : 1))
    const [kept, ...others] = byList as [Line[], ...Line[][]]
    const first = kept.find(({ counted }) => counted) ?? kept[0]!
    const repeated = others.filter((one) => agree(kept, one))
    const show = (of: readonly Line[][]) =>
      `${first.said.contractNumber} (${[first, ...of.map(([one]) => one!)].map((one) => lists.place(one)).join('; ')})`
    if (repeated.length < others.length) other.push(show(others.filter((one) => !repeated.includes(one))))
    if (repeated.length === 0) continue
    same.push(show(repeated))
    for (const line of repeated.flat()) {
      line.counted = false
      first.seenAt = [...first.seenAt, ...line.seenAt]
    }
  }
  if (same.length > 0) tell('W-SAME-CONTRACT', { n: same.length, which: some(same) })
  if (other.length > 0) tell('W-OTHER-CONTRACT', { n: other.length, which: some(other) })
}

/** Negative where `a` knows the later term; 0 where a term is missing in one of them, or they are the same. */
function later(a: readonly Line[], b: readonly Line[]): number {
  for (const side of ['end', 'start'] as const) {
    const [ours, theirs] = [lastOf(a, side), lastOf(b, side)]
    if (ours !== undefined && theirs !== undefined && ours !== theirs) return ours > theirs ? -1 : 1
  }
  return 0
}

function lastOf(lines: readonly Line[], side: 'start' | 'end'): string | undefined {
  return lines
    .flatMap(({ term }) => term?.[side] ?? [])
    .sort()
    .at(-1)
}

/** Whether two lists can mean the same contract: what they say of it has a word in common, or one of them says nothing. */
function agree(a: readonly Line[], b: readonly Line[]): boolean {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)]
  return ours.size === 0 || theirs.size === 0 || [...ours].some((word) => theirs.has(word))
}

function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
  const texts = lines.flatMap(({ name, said }) => [name, said.supplier, said.manufacturer, said.product, said.description])
  const words = texts.flatMap((text) => (text === undefined ? [] : plain(text).split(/[^a-z0-9]+/)))
  return new Set(words.filter((word) => word.length > 1 && !COMMON.test(word)))
}

const plain = (text: string): string => normalised(text).normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')

/** Lines of several lists that say the same of a thing, where no two numbers tell them apart. */
function nameAlike(lines: readonly Line[], lists: Lists, tell: Tell): void {
  const found: string[] = []
  let n = 0
  const alike = group(lines, ({ counted, id, version, amount }) =>
    counted ? `${id}\n${version ?? ''}\n${amount?.value ?? ''} ${amount?.currency ?? ''}` : undefined,
  )
  for (const same of alike.values()) {
    if (same.length < 2 || same.every(({ said }) => said.contractNumber !== undefined)) continue
    if (new Set(same.map((line) => lists.of(line))).size < 2) continue
    n += same.length
    found.push(`${same[0]!.name} (${[...group(same, (line) => lists.of(line)).values()].map(([line]) => lists.place(line!)).join('; ')})`)
  }
  if (n > 0) tell('W-MAYBE-SAME', { n, which: some(found) })
}

function content(lines: readonly Line[]): string {
  // the same amount stands elsewhere in each
  return JSON.stringify(lines.map(({ id, amount, said }) => [id, amount && { ...amount, stated: undefined }, said]))
}
