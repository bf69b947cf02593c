import { isAccessoryWord } from '../words/accessory.ts'
import { firstOf } from './first.ts'

/** „RAM-Aufrüstung Dell PowerEdge“: what is put in is mostly another's. */
const MEMORY = /(?:^| )(?:ram|(?:arbeits|haupt)?speicher) ?(?:aufrüstung|erweiterung|upgrade|modul|module|riegel|kit)(?: |$)/
/** What adds to a product of somebody else's. */
const ADDITION = /^(?:apps?|erweiterung|modul|module|estensione|uitbreiding)$/
/** Where it is sold: „AWS Marketplace“, „Apple App Store“. */
const SHOP = /^(?:marketplace|marktplatz)$/
/** „in der Azure-Cloud“, „gehostet bei“, „auf AWS“: on whose ground it runs. */
const ON = new Set(['auf', 'on', 'op', 'sur', 'bei', 'su'])
const IN = new Set(['in', 'dans', 'nel', 'nella'])
const ARTICLES = new Set(['der', 'the', 'de', 'le'])
/** Words by which what follows „auf“ is what one comes to have. */
const TURN =
  /^zuschlag|migr|wechsel|umst|upgrade|update|rollout|aufrüst|hochrüst|erweiterung|zugriff|zugang|zugäng|portier|lizenz|licen|abo|recht|rabatt|anspruch|passage|overstap|überführung|konsolidierung/
/** What is built upon a vehicle. */
const BODY = /aufbau(?:ten)?$/
/** The whole, of which what it comes with is a part. */
const WHOLE = /^(?!.*betriebssystem).*(?:system|verfahren|lösung|anlage|verwaltung|programm)$/
/** What comes with the thing. */
export const WITH = /^(?:mit|inkl|inklusive|incl|including|einschließlich|samt)$/
const REACH = 3

interface Place {
  readonly at: number
  readonly words: number
}

/** Whether the name at `place` only says for, on or with what the thing is: `device` for a name of hardware. */
export function isCompanion(words: readonly string[], { at, words: count }: Place, device: boolean, followed: boolean): boolean {
  const before = words.slice(Math.max(0, at - REACH), at)
  if (device) return before.some(isAccessoryWord) || MEMORY.test(before.join(' ')) || isChassis(words, at)
  const next = words[at + count]
  if (next !== undefined && (SHOP.test(next) || (next === 'app' && words[at + count + 1] === 'store'))) return true
  if (SHOP.test(words[at + count - 1]!)) return true
  if (followed && next !== undefined && ADDITION.test(next)) return true
  return isGround(words, at, count) || comesWithWhole(words, at)
}

/** „Aufbau auf gestelltes Fahrgestell MAN TGM“ */
function isChassis(words: readonly string[], at: number): boolean {
  return firstOf(words, BODY) < at && words.slice(Math.max(0, at - REACH - 1), at).includes('auf')
}

function isGround(words: readonly string[], at: number, count: number): boolean {
  if (at < 2 || firstOf(words, TURN) < at) return false
  const last = words[at - 1]!
  if (last === 'on' && words[at - 2] === 'sign') return false
  const within = IN.has(last) || (ARTICLES.has(last) && IN.has(words[at - 2]!))
  return ON.has(last) || (within && (words[at + count] === 'cloud' || words[at + count - 1] === 'cloud'))
}

/** „Zeiterfassungssystem inkl. Datenbank X“ */
function comesWithWhole(words: readonly string[], at: number): boolean {
  if (words[at - 1] === 'mit' || !WITH.test(words[at - 1] ?? '')) return false
  return firstOf(words, WHOLE) < at - 1
}

const EQUIVALENT =
  /oder gleichwertig|o\.\s?glw|o\.\s?ä\.|ou équivalent|or equivalent|lub równoważn|of gelijkwaardig|o equivalente|oder vergleichbar|funktionsgleich/iu

/** „HP E24 oder gleichwertig“: what is named is the measure of what may be offered. */
export function isMeasure(title: string): boolean {
  return EQUIVALENT.test(title)
}
