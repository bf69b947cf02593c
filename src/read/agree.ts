import { normalised } from '../model/identity.ts'
import type { Line } from './lists.ts'

/** Words that two different firms or contracts may well have in common. */
const COMMON =
  /^(?:gmbh|mbh|deutschland|germany|und|and|the|der|die|das|fur|for|von|mit|co|kg|ag|se|ltd|inc|corp|corporation|company|gruppe|group|vertrag|contract|lizenz\w*|licen[cs]es?|software|wartung|pflege|support|maintenance|system\w*|service\w*)$/

/** Whether two lists can mean the same contract. */
export const agree = (a: readonly Line[], b: readonly Line[]): boolean => agreeing(a)(b)

/**
 * Whether another list can mean the same contract as this one: what they say of it has a word in common, or one of them says nothing.
 * Where its numbers are written differently, both what it is and with whom it is have to have one.
 */
export function agreeing(list: readonly Line[]): (other: readonly Line[]) => boolean {
  const ours = saidIn(list)
  return (other) => {
    const theirs = saidIn(other)
    if (!alike(ours.all, theirs.all)) return false
    return sameNumber(list, other) || (alike(ours.thing, theirs.thing) && alike(ours.parties, theirs.parties))
  }
}

function saidIn(lines: readonly Line[]) {
  const [what, whom] = [wordsOf(lines.flatMap(thing)), wordsOf(lines.flatMap(parties))]
  return { thing: what, parties: whom, all: new Set([...what, ...whom]) }
}

const thing = ({ name, said }: Line) => [name, said.product, said.description]
const parties = ({ said }: Line) => [said.supplier, said.manufacturer]

function sameNumber([a]: readonly Line[], [b]: readonly Line[]): boolean {
  return normalised(a!.said.contractNumber ?? '') === normalised(b!.said.contractNumber ?? '')
}

function alike(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return ours.size === 0 || theirs.size === 0 || [...theirs].some((word) => ours.has(word))
}

function wordsOf(texts: readonly (string | undefined)[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => (text === undefined ? [] : plain(text).split(/[^a-z0-9]+/)))
  return new Set(words.filter((word) => word.length > 1 && !COMMON.test(word)))
}

const plain = (text: string): string => normalised(text).normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
