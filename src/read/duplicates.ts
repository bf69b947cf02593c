import { normalised } from '../model/identity.ts'
import type { Item } from '../model/item.ts'
import type { NoteId } from '../model/messages.ts'
import type { Params } from '../model/problem.ts'
import type { ReadSource } from './source.ts'

type Line = { -readonly [K in keyof Item]: Item[K] }
type Tell = (code: NoteId, params: Params) => void

/** Contracts and lines that a note names one by one. */
const NAMED = 5
/** Formats whose contract number is `notice#lot/tender`: two files with the same notice say the same. */
const NOTICES: ReadonlySet<string> = new Set(['eforms', 'bekanntmachungen-csv', 'bekanntmachungen-xlsx'])
/** Words that two different firms or contracts may well have in common. */
const COMMON =
  /^(?:gmbh|mbh|deutschland|germany|und|and|the|der|die|das|fur|for|von|mit|co|kg|ag|se|ltd|inc|corp|corporation|company|gruppe|group|vertrag|contract|lizenz\w*|licen[cs]es?|software|wartung|pflege|support|maintenance|system\w*|service\w*)$/

/**
 * The same contract in several lists counts once; a list is a file, or a sheet of a workbook. A contract or notice number makes
 * them the same; where the rest contradicts it, and where lines only look alike, all of them count and are named.
 */
export function countContractsOnce(items: readonly Line[], inputs: readonly ReadSource[], tell: Tell): void {
  const lines = items.filter((item) => item.line)
  const lists = new Lists(inputs)
  dropRepeated(lines, lists, tell)
  nameAlike(lines, lists, tell)
}

class Lists {
  private readonly inputs: readonly ReadSource[]

  constructor(inputs: readonly ReadSource[]) {
    this.inputs = inputs
  }

  /** The list a line stands in: its file, and its sheet. */
  of({ source, ref }: Line): string {
    return this.inputs[source]!.reading.notation === 'cell' ? `${source} ${ref.slice(0, ref.lastIndexOf('!'))}` : String(source)
  }

  /** What makes a contract the same one. Payments on one contract are many: of them only the same amount at the same time is. */
  number({ source, said, amount, term, name }: Line): string | undefined {
    if (said.contractNumber === undefined) return undefined
    const number = normalised(said.contractNumber)
    if (NOTICES.has(this.inputs[source]!.reading.format)) return number.replace(/#.*$/s, '')
    return amount?.kind === 'payment' ? [number, amount.value, term?.start ?? '', normalised(name)].join('\n') : number
  }

  place({ source, ref }: Line): string {
    return `${this.inputs[source]!.path} ${ref}`
  }
}

/** Of the lists that name a contract the one with most lines of it counts, else that of the last term; the lines of the others are seen again. */
function dropRepeated(lines: readonly Line[], lists: Lists, tell: Tell): void {
  const same: string[] = []
  const other: string[] = []
  for (const numbered of group(lines, (line) => lists.number(line)).values()) {
    const byList = [...group(numbered, (line) => lists.of(line)).values()]
    if (byList.length < 2) continue
    byList.sort((a, b) => b.length - a.length || byText(lastDay(b), lastDay(a)) || byText(content(a), content(b)))
    const [kept, ...others] = byList as [Line[], ...Line[][]]
    const repeated = others.filter((one) => agree(kept, one))
    const show = (of: readonly Line[][]) =>
      `${kept[0]!.said.contractNumber} (${[kept, ...of].map((one) => lists.place(one[0]!)).join('; ')})`
    if (repeated.length < others.length) other.push(show(others.filter((one) => !repeated.includes(one))))
    if (repeated.length === 0) continue
    same.push(show(repeated))
    for (const line of repeated.flat()) {
      line.counted = false
      kept[0]!.seenAt = [...kept[0]!.seenAt, ...line.seenAt]
    }
  }
  if (same.length > 0) tell('W-SAME-CONTRACT', { n: same.length, which: some(same) })
  if (other.length > 0) tell('W-OTHER-CONTRACT', { n: other.length, which: some(other) })
}

/** The last day of a contract's term; lists of several years say it for each. */
const lastDay = (lines: readonly Line[]): string => lines.map(({ term }) => term?.end ?? '').sort().at(-1) ?? '' // prettier-ignore
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

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

function some(list: readonly string[]): string {
  const shown = [...list].sort().slice(0, NAMED).join(', ')
  return list.length > NAMED ? `${shown}, …` : shown
}

function content(lines: readonly Line[]): string {
  return JSON.stringify(lines.map(({ id, amount, said }) => [id, amount, said]))
}

function group<T>(list: readonly T[], key: (one: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const name = key(one)
    if (name === undefined) continue
    const members = groups.get(name)
    if (members === undefined) groups.set(name, [one])
    else members.push(one)
  }
  return groups
}
