import { isCaseWord } from '../words/accessory.ts'
import { firstOf } from './first.ts'
import {
  besideOnlyWith,
  EXCHANGES,
  isBesideWord,
  isBesideWordAfter,
  isBetweenWord,
  isComingWithWord,
  isCompatibleWord,
  isDeviceWord,
  isForWord,
  isInsteadWord,
  isJointWord,
  isListWord,
  isNoDeviceWord,
  isNotWord,
  isOriginalWord,
  isReplacedWord,
  isRightToUseWord,
  isTrailingWord,
  isTurnWord,
  type Exchange,
} from '../words/beside.ts'

const REACH = 5
const NUMBER = /^\d{1,3}$/
/** „pro“ and „pre“ are Czech and Slovak for „for“, „till“ is Swedish, in titles of these languages alone. */
const FOR_IN: Readonly<Record<string, RegExp>> = { pro: /[ěščřžůťďňľĺŕý]/u, pre: /[ěščřžůťďňľĺŕý]/u, till: /[åäö]/u }
/** „Surface Pro“, „Windows 11 Pro“ */
const PRO = /^(?:\d+|surface|macbook|ipad|iphone|mac|windows|galaxy|acrobat|airpods)$/
/** One comes to it, and does not put something beside it. */
const TO = new Set(['til', 'till'])
/** „iPad Air 13 M2“ */
const MODEL = /^(?:\p{L}?\d{1,4}\p{L}{0,2}|gen|pro|air|mini|plus|max|ultra|fe|se)$/u
const MODEL_WORDS = 4
/** What may stand between a word that gives up something and the name of what comes. */
const CLOSE = 3

/** Whether the `count` words at `at` only stand beside what is bought; `after`: where a name that does ended, if one did. */
export function isBesides(words: readonly string[], at: number, count: number, after: number | undefined): boolean {
  const next = words[at + count]
  if (next !== undefined && (isBesideWordAfter(trailed(words, at + count)) || isCompatibleWord(words[at + count + 1] ?? ''))) return true
  if (next !== undefined && HOSTS.test(next) && words.slice(Math.max(0, at - 2), at).some((word) => isForWord(word))) return true
  if (isPart(words, at, count)) return true
  if (next !== undefined && DEVICES.test(next) && MANAGED.test(words[at + count + 1] ?? '')) return true
  if (addsTo(words, at)) return true
  if (MAKE.test(words[at - 1] ?? '') && firstOf(words, CARE) < at) return true
  if (isReplacedWord(words.at(-1)!) && words.length - at - count <= REACH) return true
  const exchange = EXCHANGES.filter(({ isExchange }) => firstOf(words, isExchange) < at)
  if (exchange.some(({ isAgainst }) => words.slice(at + count).some(isAgainst))) return true
  if (exchange.some((one) => comesInPlace(words, at, after, one))) return false
  if (at > 0 && (isJointWord(words[0]!) || firstOf(words, isCompatibleWord) < at)) return true
  if (comesWithDevice(words, at) || joins(words, at - 1)) return true
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const word = words[i]!
    if (saysFor(words, i) && i > 0 && !isByMaker(words) && firstOf(words, isRightToUseWord) >= i) return true
    // a list goes on: „Schnittstellen zu SAP, DATEV und Infoma“, but „von Microsoft Office zu LibreOffice“ turns
    if (i + 1 === after) return at === after || (at - after === 1 && (isListWord(words[after]!) || joins(words, after)))
    // „VMware-Alternative Proxmox“
    if (isInsteadWord(word) && (i === after || (i - 1 === after && isTrailingWord(words[after]!)))) return false
    if (isBesideWord(word)) return true
    const connectors = besideOnlyWith(word)
    if (connectors !== undefined) return words.slice(i + 1, at).some((between) => connectors.has(between))
    if (!isBetweenWord(word) && !NUMBER.test(word) && !SOMEBODYS_DEVICES.test(word)) return false
  }
  return false
}

/** The word behind a name, or behind its case and what kind of thing it is: „Citrix rendszer kiváltása“. */
function trailed(words: readonly string[], end: number): string {
  return words[isTrailingWord(words[end]!) ? end + 1 : end] ?? ''
}

/** Whether a case or the like follows the name that ends at `end`, with no more than the number of a model between: „Surface Pro 11 kaitseümbrised“. */
export function hasCase(words: readonly string[], end: number, apart: ReadonlySet<number> | undefined): boolean {
  for (let i = end; i <= end + MODEL_WORDS && i < words.length; i++) {
    if (apart?.has(i) === true) return false
    if (isCaseWord(words[i]!)) return true
    if (!MODEL.test(words[i]!) && !isTrailingWord(words[i]!)) return false
  }
  return false
}

/** Whether what stands at `at` comes in the place of another: „… gegen Y“, but „náhrada za X“ is for X. */
function comesInPlace(words: readonly string[], at: number, after: number | undefined, { isExchange, isAgainst }: Exchange): boolean {
  const exchange = firstOf(words, isExchange)
  const replaced = after !== undefined && after > exchange
  const from = Math.max(replaced ? after : exchange + 1, at - CLOSE)
  return words.slice(from, at).some((word) => isAgainst(word) && (replaced || !isForWord(word)))
}

/** „Original-Toner für X“ */
function isByMaker(words: readonly string[]): boolean {
  const at = firstOf(words, isOriginalWord)
  return at < Infinity && !isNotWord(words[at - 1] ?? '')
}

/** Whether the word at `i` says for what the thing is. */
function saysFor(words: readonly string[], i: number): boolean {
  const word = words[i] ?? ''
  if (!isForWord(word)) return false
  if (TO.has(word) && firstOf(words, isTurnWord) < i) return false
  const letters = FOR_IN[word]
  return letters === undefined || (firstOf(words, letters) < Infinity && !PRO.test(words[i - 1] ?? ''))
}

/** „Verwaltung für 900 Lehrerdienstgeräte (iPad)“ */
const SOMEBODYS_DEVICES = /^.{4,40}geräten?$/

/** „Veeam für VMware und Hyper-V“: what a product that ends at `end` is for, not „Adobe CC und Lizenzen für Microsoft 365“. */
export function isFor(words: readonly string[], end: number, at: number): boolean {
  const between = words.slice(end, at)
  const turn = between.findIndex((_, i) => saysFor(words, end + i))
  return turn >= 0 && between.length <= REACH && !between.slice(0, turn).some((word) => isListWord(word) || isRightToUseWord(word))
}

/** „Linux-Subskriptionen für SAP-HANA-Hosts“ */
const HOSTS = /^hosts?$/

/** „HPC-Cluster 8x4 NVIDIA H200“ */
function isPart(words: readonly string[], at: number, count: number): boolean {
  return firstOf(words, COMPUTERS) < at && isBuiltIn(words, at, count)
}

/** Chips are built in; a DGX is a whole computer of theirs. */
export function isBuiltIn(words: readonly string[], at: number, count: number): boolean {
  return CHIPS.has(words[at]!) && !words.slice(at, at + count + 1).some((word) => /^(?:[dh]gx|nuc)$/.test(word))
}

/** „14" Notebooks, 120 Stk.“: a device is bought, and no right to use and no care. */
export function isDevice(words: readonly string[]): boolean {
  return firstOf(words, isDeviceWord) < Infinity && firstOf(words, isNoDeviceWord) === Infinity
}
const CHIPS = new Set(['nvidia', 'intel', 'amd'])
const COMPUTERS = /^(?:hpc|cluster|gpu|server|servern|knoten|workstations?|rechner|notebooks?|laptops?|pcs?)$/

/** „Apple-Geräte MDM“ */
const DEVICES = /^(?:geräten?|devices?)$/
const MANAGED = /^(?:mdm|verwaltung|geräteverwaltung)$/

/** „Erweiterung für X: Modul“ */
function addsTo(words: readonly string[], at: number): boolean {
  return saysFor(words, at - 1) && ADDED.test(words[at - 2] ?? '') && at <= REACH
}
const ADDED = /^(?:zusatzmodul|erweiterungsmodul|erweiterung)$/

/** „Wartung Brandmeldeanlagen Fabrikat Siemens“: the make says what is cared for, not by whom. */
const CARE = /^(?:\p{L}*wartung|\p{L}*instandhaltung|instandsetzung|inspektion|\p{L}*prüfung|reparatur(?:en)?)$/u
const MAKE = /^fabrikate?s?$/

/** „Notebooks mit Prozessor A und System B“ */
function comesWithDevice(words: readonly string[], at: number): boolean {
  const device = firstOf(words, isDeviceWord)
  return device < at && words.slice(device + 1, Math.min(at, device + 1 + REACH)).some((word) => isComingWithWord(word))
}

/** „Schnittstelle DATEV zu Infoma“: neither end is bought. */
function joins(words: readonly string[], at: number): boolean {
  return ENDS.has(words[at] ?? '') && words.slice(Math.max(0, at - REACH), at).some((word) => JOINT.test(word))
}

const ENDS = new Set(['zu', 'zum', 'zur', 'mit', 'an', 'nach', 'to', 'with'])
const JOINT = /^(schnittstelle|anbindung|interface|kopplung|anschluss)/
