import { firstOf, lastOf } from './first.ts'
import { BESIDE_WITH, isBesideWord, isBesideWordAfter, isBetweenWord, isRightToUseWord } from '../words/beside.ts'

const FOR = new Set(['für', 'for', 'f', 'pour', 'voor', 'dla', 'para', 'per'])
/** After a name these name what comes in its place. */
const INSTEAD = /^(?:alternative|ersatz|nachfolger|nachfolge)$/
const ORIGINAL = /^original$/
const REACH = 5
const NUMBER = /^\d{1,3}$/
/** „Notebooks mit Windows 11“: the device is bought. */
const DEVICE =
  /^(server|servern|notebooks?|laptops?|pcs?|arbeitsplatzrechner|workstations?|tablets?|rechner|clients?|thinclients?|endgeräte|hardware|ordinateurs?|portables?|portatil[ie]|computers?|notebooki|laptopy|komputery|laptopów|komputerów)$/
const COMES_WITH = new Set(['sous', 'avec', 'con', 'met', 'z', 'ze', 'mit', 'inkl', 'inklusive', 'with', 'incl', 'samt'])

/** All that follows in a title is compared or connected: „Kompatible Toner für Brother, Canon und HP“, „Schnittstelle A - B“. */
const ALL_AFTER = /^(?:kompat|compatib|kompatyb|compatível|rebuilt|remanufactur|rigenerat|refill)/
/** „SAP i.s.h.med Nachfolge“ */
const REPLACED = /^(?:nachfolge|ablösung)$/
/** „Austausch der X-Firewalls gegen Y“: what stands before the turn goes. */
const EXCHANGE = /^(?:austausch|tausch|umtausch|ersetzung|ersetzen|sostituzione|remplacement|vervanging|wymiana|sustitución)$/
const AGAINST = /^(?:gegen|durch|against|con|par|door|na|por)$/
const FIRST =
  /^(?:connecteurs?|konnektor|passerelle|interfaccia|koppeling|koppelvlak|interfejs|schnittstellen?|anbindung(?:en)?|kopplung|interfaces?)$/

/** Whether the `count` words at `at` only stand beside what is bought; `after`: where a name that does ended, if one did. */
export function isBesides(words: readonly string[], at: number, count: number, after: number | undefined): boolean {
  const next = words[at + count]
  if (next !== undefined && (isBesideWordAfter(next) || ALL_AFTER.test(words[at + count + 1] ?? ''))) return true
  if (next !== undefined && HOSTS.test(next) && words.slice(Math.max(0, at - 2), at).some((word) => FOR.has(word))) return true
  if (isPart(words, at, count)) return true
  if (next !== undefined && DEVICES.test(next) && MANAGED.test(words[at + count + 1] ?? '')) return true
  if (addsTo(words, at)) return true
  if (MAKE.test(words[at - 1] ?? '') && firstOf(words, CARE) < at) return true
  if (REPLACED.test(words.at(-1)!) && words.length - at - count <= REACH) return true
  if (firstOf(words, EXCHANGE) < at && lastOf(words, AGAINST) >= at + count) return true
  if (at > 0 && (FIRST.test(words[0]!) || firstOf(words, ALL_AFTER) < at)) return true
  if (comesWithDevice(words, at) || joins(words, at - 1)) return true
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const word = words[i]!
    if (FOR.has(word) && i > 0 && firstOf(words, ORIGINAL) === Infinity && firstOf(words, isRightToUseWord) >= i) return true
    // a list goes on: „Schnittstellen zu SAP, DATEV und Infoma“, but „von Microsoft Office zu LibreOffice“ turns
    if (i + 1 === after) return at === after || (at - after === 1 && (LIST.has(words[after]!) || joins(words, after)))
    // „VMware-Alternative Proxmox“
    if (i === after && INSTEAD.test(word)) return false
    if (isBesideWord(word)) return true
    const connectors = BESIDE_WITH.get(word)
    if (connectors !== undefined) return words.slice(i + 1, at).some((between) => connectors.has(between))
    if (!isBetweenWord(word) && !NUMBER.test(word) && !SOMEBODYS_DEVICES.test(word)) return false
  }
  return false
}

/** „Verwaltung für 900 Lehrerdienstgeräte (iPad)“ */
const SOMEBODYS_DEVICES = /^.{4,40}geräten?$/

/** „Veeam für VMware und Hyper-V“: what a product that ends at `end` is for, not „Adobe CC und Lizenzen für Microsoft 365“. */
export function isFor(words: readonly string[], end: number, at: number): boolean {
  const between = words.slice(end, at)
  const turn = between.findIndex((word) => FOR.has(word))
  return turn >= 0 && between.length <= REACH && !between.slice(0, turn).some((word) => LIST.has(word) || isRightToUseWord(word))
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
  return firstOf(words, DEVICE) < Infinity && firstOf(words, NOT_THE_THING) === Infinity
}
const NOT_THE_THING = /lizenz|licen[cs]|subs[kc]ri|software|verwaltung|management|wartung|pflege|support|service|betriebssystem|virenschutz/
const CHIPS = new Set(['nvidia', 'intel', 'amd'])
const COMPUTERS = /^(?:hpc|cluster|gpu|server|servern|knoten|workstations?|rechner|notebooks?|laptops?|pcs?)$/

/** „Apple-Geräte MDM“ */
const DEVICES = /^(?:geräten?|devices?)$/
const MANAGED = /^(?:mdm|verwaltung|geräteverwaltung)$/

/** „Erweiterung für X: Modul“ */
function addsTo(words: readonly string[], at: number): boolean {
  return FOR.has(words[at - 1] ?? '') && ADDED.test(words[at - 2] ?? '') && at <= REACH
}
const ADDED = /^(?:zusatzmodul|erweiterungsmodul|erweiterung)$/

/** „Wartung Brandmeldeanlagen Fabrikat Siemens“: the make says what is cared for, not by whom. */
const CARE = /^(?:\p{L}*wartung|\p{L}*instandhaltung|instandsetzung|inspektion|\p{L}*prüfung|reparatur(?:en)?)$/u
const MAKE = /^fabrikate?s?$/

/** „Notebooks mit Prozessor A und System B“ */
function comesWithDevice(words: readonly string[], at: number): boolean {
  const device = firstOf(words, DEVICE)
  return device < at && words.slice(device + 1, Math.min(at, device + 1 + REACH)).some((word) => COMES_WITH.has(word))
}

/** „Schnittstelle DATEV zu Infoma“: neither end is bought. */
function joins(words: readonly string[], at: number): boolean {
  return ENDS.has(words[at] ?? '') && words.slice(Math.max(0, at - REACH), at).some((word) => JOINT.test(word))
}

const ENDS = new Set(['zu', 'zum', 'zur', 'mit', 'an', 'nach', 'to', 'with'])
const JOINT = /^(schnittstelle|anbindung|interface|kopplung|anschluss)/
const LIST = new Set(['und', 'oder', 'sowie', 'and', 'or', '+', '&', 'u', 'bzw', 'et', 'en', 'e', 'y', 'i'])
