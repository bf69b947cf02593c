import { wordsOf } from '../names/comparable.ts'
import { recently } from '../names/recently.ts'
import { isRightWordAbroad, RIGHT_TOGETHER_ABROAD } from '../words/abroad/right.ts'
import { isPlainRightWord, isRightWord, MAKERS_CARE } from '../words/right.ts'
import { isDeveloperWord, isGettingWordAbroad, isWorkWordAbroad, WORK_TOGETHER_ABROAD } from '../words/abroad/work.ts'
import { includedIn, isIncludingWord, withoutRightsLeftOut } from '../words/included.ts'
import { isGettingWord, isWorkWord, WORK_TOGETHER } from '../words/work.ts'
import { withoutMarks } from '../words/word-list.ts'

/** „(DL)“: short for „Dienstleistung“. */
const SERVICE = /\((?:reine )?DL(?:\)| )/
/** „(100 hours)“, „400 PT“, „2 VZÄ“; but „22,000 FTE“ are those who use it. */
const MEASURED =
  /(?:^|[^\p{L}\p{N}])(?:(?:\d+|half)\s*(?:pt|personentage?|manntage?|std|stunden|uren|heures|horas|ore|godzin|beratertage?|beratungstage?|hours|days)|(?<!\d[.,])\d{1,2}(?:[.,]\d{1,2})?\s*(?:vzä|fte))(?:$|[^\p{L}\p{N}])/iu
/** „X - Service Management“: somebody looks after it. */
const SERVICE_MANAGED = /\s[-–]\s(?:managed )?service management\s*$/iu
/** „Annual fee“, but „fees for the implementation“: work that is named decides. */
const FEE = /^fees?$/u
/** Care by somebody else than the maker, after the maker's own has ended. */
const THIRD_PARTY =
  /drittwartung|tierce maintenance|(?:^|\P{L})tma(?:\P{L}|$)|durch (?:einen )?drittanbieter|fremdwartung|third[ -]party[ -](?:maintenance|support)|drittanbieter[ -]?(?:wartung|support)|(?:hersteller|anbieter)unabhängige\p{L}* (?:\p{L}+-?)?(?:wartung|support|pflege)|nach eo(?:sl|s|l)(?:\P{L}|$)|post[ -]warranty/iu
/** „Beratungs-, Entwicklungs- und Konfigurationsleistungen“: what follows is the end of the first word. */
const ELIDED = /(?:^|\P{L})\p{L}+-(?:,\s*\p{L}+-){0,8},?\s*(?:und|oder|sowie|bzw\.|u\.)\s+(\p{L}+)/giu
const AND = /^(?:und|sowie|and|&|\+|u|et|y|i|og|och|oraz|și|és|και|та|ir)$/u
/** The same where they may be something else, after a word for getting: „Dodávka a implementace“. */
const AND_MORE = /^(?:a|e|en|in|ja|un|и|s|z|med)$/u
/** A noun that makes the word before it its kind: „Schulung Plattform“, „Developer Edition“. */
const THING =
  /^(?:plattform|platform|software\p{L}*|tools?|system|portal|app|suite|center|management|managementsystem|edition|kit|network|studio|collection|server|cloud|pack|modul|module|add)$/u
/** „Software Assurance“ is a right, this is work. */
const ASSURED = /^(?:quality|technical|information|programme?|project|delivery)$/
/** What follows directly. */
const A_PROGRAM = /^(?:software|tools?|suite|system|platform|solution|app|application|modules?)(?: |$)/
const WHEREIN = /^(?:cloud|server|network|system)$/u
const ABOUT = /(?:beratung|untersuchung|gutachten|studie|begleitung|unterstützung|betreuung|konzept|konzeption|prüfung)$/u
/** „SharePoint Services“ is work on it; these services are programs. */
const PROGRAM_SERVICES =
  /^(?:cloud|web|desktop|domain|online|reporting|media|analysis|cognitive|file|directory|certificate|update|azure|aws|business|search|analytics|ai|security|mobility)$/u
const LEISTUNG = /^leistung(?:en)?$/u
/** „Cloud-Leistungen“ are no work of people. */
const RUNNING = /^(?:cloud|hosting|wartungs|pflege|support|betriebs|rechenzentrums)$/u
/** „ERP Build 1“ is a stage of the work, „Build 19045“ a version. */
const STAGE = /^\d{1,2}$/
/** „conseil départemental“ is who buys. */
const COUNCIL = /^(?:départemental|régional|général|municipal|communautaire|métropolitain|national)$/u
/** „Redaktionelle Pflege“ is work on what is in it. */
const EDITORIAL = /^(?:redaktionell|inhaltlich)\p{L}*$/u
const REACH = 4
/** Between what is done: „Lieferung, Einrichtung“, „Supply/installation“. */
const LIST_MARK = /[,/]/
const BEGINS_WITH_WORD = /^\s*\p{L}/u
const ENDS_WITH_WORD = /\p{L}\s*$/u
/** „15“, „15x“ */
const NUMBER = /^\d{1,4}x?$/

/** „assistenza e manutenzione“, „asistencia y mantenimiento“: the words for a maker's own care. */
const ASSISTANCE = /^(?:assistenza|assistance|asistencia|assistência|assistència|asistență|ondersteuning)$/u
const CARE_TOO = /^(?:manutenzione|maintenance|mantenimiento|manutenção|manteniment|mentenanță|întreținere|onderhoud)$/u
/** „Rollout 2. BA, 64 St.“: things are got by the piece, and put up. */
const PIECES = /(?:^|[\s,;(])\d{1,6}\s?(?:st|stk|stck|stück|pcs|pieces|pièces|pezzi|szt)(?=\P{L}|$)/iu

/** „licences et tierce maintenance“ */
const RIGHT_TOO = /(?:lizenz|licen)\p{L}*\s(?:[\p{L}\d]+\s){0,4}(?:et|und|sowie|and|&|\+)\s(?:tierce|tma|dritt|fremd|third)/iu

/** Whether a title names a right to use in so many words. */
export const namesRight = (title: string): boolean => wordsOf(title).some(isPlainRightWord)

/** What a title says is bought: people's work, a right to use, or neither in words. */
export type Bought = 'work' | 'right' | undefined

/**
 * Whether a line's title means people's work on something („Beratung SAP“) or the thing („Wartung SAP“); of both the first
 * decides („Jira-Lizenzen inkl. Schulung“). Words of `product` names say nothing about it.
 */
export function boughtBy(title: string, productNames: readonly string[] = []): Bought {
  return productNames.length === 0 ? boughtByTitle(title) : bought(title, new Set(productNames.flatMap(wordsOf)))
}

const boughtByTitle = recently((title) => bought(title, new Set()))

function bought(title: string, named: ReadonlySet<string>): Bought {
  const words = withoutRightsLeftOut(wordsOf(title))
  if (SERVICE.test(title) && !words.some(isPlainRightWord)) return 'work'
  if (words.some(isPlainRightWord) || isGotten(title) || MAKERS_CARE.test(words.join(' '))) return 'right'
  const elided = new Set(Array.from(title.matchAll(ELIDED), ([, last]) => last!.toLowerCase()))
  const included = includedIn(title)
  let got = -1
  let fee = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    // „MySQL Cluster CGE Support“: of a product that is named in full its maker's
    if (word === 'support' && at === words.length - 1 && at > 1 && named.has(words[at - 1]!) && named.has(words[at - 2]!)) return 'right'
    // „F5 Wartung“ is a name, and says that it is cared for
    if (named.has(word) && !isRightWord(word)) continue
    if (FEE.test(word)) {
      fee = true
      continue
    }
    if (EDITORIAL.test(word) && /pflege$/.test(words[at + 1] ?? '')) return 'work'
    if (isRightWord(word) || isRightWordAbroad(word) || (word === 'assurance' && !ASSURED.test(words[at - 1] ?? ''))) return 'right'
    const next = words[at + 1] ?? ''
    if (isGettingWordAbroad(word) && (AND.test(next) || AND_MORE.test(next))) return 'right'
    if (isGettingWord(word)) {
      if (AND.test(next)) return 'right'
      got = at
      continue
    }
    if (!isWork(words, at) || isKind(words, at) || (at > 0 && included.has(word)) || comesWith(words, at, elided)) continue
    if (ASSISTANCE.test(word) && words.slice(at + 1, at + 1 + REACH).some((next) => CARE_TOO.test(next))) return 'right'
    if (at > 0 && PIECES.test(title)) return 'right'
    return got >= 0 && at - got > REACH ? 'right' : 'work'
  }
  const text = ` ${withoutMarks(words.join(' '))} `
  if (RIGHT_TOGETHER_ABROAD.test(text)) return 'right'
  if (SERVICE_MANAGED.test(title) || isWorkTogether(words) || WORK_TOGETHER_ABROAD.test(text) || MEASURED.test(title)) return 'work'
  return got >= 0 || fee ? 'right' : undefined
}

/** „Project Management“, but a „Project Management Software“ is one. */
function isWorkTogether(words: readonly string[]): boolean {
  const text = words.join(' ')
  const found = WORK_TOGETHER.exec(text)
  return found !== null && !A_PROGRAM.test(text.slice(found.index + found[0].length))
}

/** „Schulung Plattform“, „Developer Cloud“; but a „Beratung Cloud“ is one about it, and so is „Školení Cloud“: only some languages join words so. */
function isKind(words: readonly string[], at: number): boolean {
  if (!isWorkWord(words[at]!)) return false
  const next = words[at + 1] ?? ''
  return THING.test(next) && !(WHEREIN.test(next) && ABOUT.test(words[at]!))
}

function isWork(words: readonly string[], at: number): boolean {
  const word = words[at]!
  // „10k Services“ are so many that may be watched
  if (word === 'services') return at > 0 && at === words.length - 1 && !PROGRAM_SERVICES.test(words[at - 1]!) && !/^\d/.test(words[at - 1]!)
  if (word === 'resource' || word === 'resources') return at > 0 && at === words.length - 1
  if (word === 'support') return /^(?:for|to|services)$/.test(words[at + 1] ?? '')
  if (word.startsWith('leistung')) return LEISTUNG.test(word) && !RUNNING.test(words[at - 1] ?? '')
  if (word === 'conseil') return !COUNCIL.test(words[at + 1] ?? '')
  // „X 280 conc. User - Migration weg v. Y“: why X is bought
  if (word === 'migration' && at > 0 && words[at + 1] === 'weg') return false
  if (word === 'build') return STAGE.test(words[at + 1] ?? '')
  if (isUsers(words, at)) return false
  // „X - Pilot souveräne Umgebung“: the first of what is bought
  if (word === 'pilot' && at > 0 && at < words.length - 1) return false
  if (word === 'training' && words[at - 1] === 'awareness') return false
  return isWorkWord(word) || isWorkWordAbroad(word)
}

/** „Pack, 15 Entwickler“, „15x Entwickler, 12 Monate“: so many may use it; but „2 Entwickler für das Portal“ work on it. */
function isUsers(words: readonly string[], at: number): boolean {
  if (at < 2 || !isDeveloperWord(words[at]!) || !NUMBER.test(words[at - 1]!)) return false
  const next = words[at + 1]
  return next === undefined || /^\d/.test(next) || isRightWord(next) || isRightWordAbroad(next)
}

/** „Lieferung, Einrichtung und Wartung einer Software“: a thing is got, and work on it comes with it, whoever does that. */
export function isGotten(title: string): boolean {
  const parts = title.split(LIST_MARK)
  return parts.some((part, i) => i + 1 < parts.length && BEGINS_WITH_WORD.test(parts[i + 1]!) && endsInGetting(part))
}

function endsInGetting(text: string): boolean {
  const words = ENDS_WITH_WORD.test(text) ? wordsOf(text) : []
  const last = words.at(-1)
  if (last === undefined || !(isGettingWord(last) || isGettingWordAbroad(last) || last === 'überlassung')) return false
  // „Unterstützung bei der Hardwarelieferung, Rollout“
  return !words.slice(0, -1).some((word) => isWorkWord(word) || isWorkWordAbroad(word))
}

/** „Drittwartung“, „nach EOSL“: the product's maker has no part in it, unless a right to use is bought too. */
export function isThirdPartyCare(text: string): boolean {
  return THIRD_PARTY.test(text) && !RIGHT_TOO.test(text)
}

function comesWith(words: readonly string[], at: number, elided: ReadonlySet<string>): boolean {
  if (at === 0) return false
  if (at > 1 && AND.test(words[at - 1]!) && !elided.has(words[at]!)) return true
  return words.slice(Math.max(1, at - REACH), at).some(isIncludingWord)
}
