import { normalised } from '../model/identity.ts'
import type { Line } from './lists.ts'

/** Words that two different firms or contracts may well have in common. */
const COMMON =
  /^(?:gmbh|mbh|deutschland|germany|und|and|the|der|die|das|fur|for|von|mit|co|kg|ag|se|ltd|inc|corp|corporation|company|gruppe|group|vertrag|contract|lizenz\w*|licen[cs]es?|software|wartung|pflege|support|maintenance|system\w*|service\w*)$/

/**
 * Whether two lists can mean the same contract: what they say of it has a word in common, or one of them says nothing. Where its
 * numbers are written differently, both what it is and with whom it is have to have one.
 */
export function agree(a: readonly Line[], b: readonly Line[]): boolean {
  if (!alike(a, b, (line) => [...thing(line), ...parties(line)])) return false
  return sameNumber(a, b) || (alike(a, b, thing) && alike(a, b, parties))
}

const thing = ({ name, said }: Line) => [name, said.product, said.description]
const parties = ({ said }: Line) => [said.supplier, said.manufacturer]

function sameNumber([a]: readonly Line[], [b]: readonly Line[]): boolean {
  return normalised(a!.said.contractNumber ?? '') === normalised(b!.said.contractNumber ?? '')
}

function alike(a: readonly Line[], b: readonly Line[], textsOf: (line: Line) => readonly (string | undefined)[]): boolean {
  const [ours, theirs] = [wordsOf(a.flatMap(textsOf)), wordsOf(b.flatMap(textsOf))]
  return ours.size === 0 || theirs.size === 0 || [...ours].some((word) => theirs.has(word))
}

function wordsOf(texts: readonly (string | undefined)[]): ReadonlySet<string> {
  const words = texts.flatMap((text) => (text === undefined ? [] : plain(text).split(/[^a-z0-9]+/)))
  return new Set(words.filter((word) => word.length > 1 && !COMMON.test(word)))
}

const plain = (text: string): string => normalised(text).normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
