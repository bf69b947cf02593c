import type { NameEntry } from '../../model/register-index.ts'
import type { Organisation } from '../../model/register.ts'
import { FORM_IN_FRONT } from './forms-abroad.ts'
import { FORM_ENDING, BUSINESS_WORDS, COUNTRIES, GROUP_WORDS, LEGAL_FORMS } from './name-words.ts'
import { cleanParty } from './party.ts'
import { bareName, fullName, wordsOf } from './comparable.ts'
import { tableOf } from '../../model/table.ts'

/** „Wuerth“, „Draeger“: as written where no umlaut could be typed. */
function withUmlauts(name: string): string {
  return name.replace(/[aou]e/gi, (pair) => UMLAUTS.get(pair.toLowerCase())!)
}
const UMLAUTS = tableOf<string>({ ae: 'ä', oe: 'ö', ue: 'ü' })

/** „ADMINISTRACION“: capitals and other people's keyboards have no marks. Umlauts tell names apart, and are typed otherwise. */
const MARKS = /(?<![aou])\u0308|[\u0300-\u0307\u0309-\u036f]/gi

const unmarked = (name: string): string => name.normalize('NFD').replace(MARKS, '').normalize('NFC')

/** „Makedonski Telekom AD Skopje“: no form wherever it stands, as „Entra AD“. */
const JOINT_STOCK = /(?<=\S{3})\s(?:AD|A\.D\.|a\.\s?d\.|АД|а\.\s?д\.|[Ss]h\.?[Aa]\.?)(?:,?\s(?:u\s)?\p{L}{3,16}(?:\s\p{Lu}\p{L}{2,15})?)?$/u
const HUMP = /(\p{Ll}{2})(?=\p{Lu})/gu

const ASIDE = /\s*\([^()]*\)\s*$/

/** „Mr PM Baxter“, „Herr Thomas Adobe“ */
const PERSON = /^(?:mr|mrs|ms|miss|herrn?|frau|mme|monsieur|madame|sig|dhr|mevr)\.?\s/i

const isPerson = (name: string): boolean => PERSON.test(name) && !wordsOf(name).some((word) => LEGAL_FORMS.has(word))

/** Up to its legal form. */
const WHOLE = new RegExp(String.raw`^.{2,60}?\s${FORM_ENDING}(?=\s)`, 'iu')
/** What may follow: a house of the firm, or a town: „ELATEC GmbH Puchheim“. */
const HOUSE =
  /^\s(?:(?:IT-|Systemhaus|Geschäftsstelle|Standort|Region|Vertrieb|Business|Public)\S*(?:\s|$)|\p{Lu}[\p{L}.-]+(?:\s(?:am|an der|a\.\s?d\.|im|in|bei)?\s?\p{Lu}[\p{L}.-]+)?$)/u

/** Whom a party's name means. */
interface Named {
  readonly id: string
  /** The same name, and not one that goes on. */
  readonly exact: boolean
  /** It goes on with a line of business („Hitachi Energy Germany AG“): a daughter's name, if nobody else trades under it. */
  readonly daughter?: true
}

/** So many words a group adds to its name. */
const MOST_ADDED = 8

/** Names of organisations, by their bare form. */
export class NameIndex {
  private readonly names: ReadonlyMap<string, NameEntry>
  private readonly memo = new Map<string, Named | null>()

  constructor(names: ReadonlyMap<string, NameEntry>) {
    this.names = names
  }

  /** The organisation that a party's name means: the same bare name, or one that only adds group words. Never a guess. */
  find(raw: string): Named | undefined {
    const known = this.memo.get(raw)
    if (known !== undefined) return known ?? undefined
    const { name } = cleanParty(raw)
    const found = isPerson(name)
      ? undefined
      : (this.search(name) ??
        this.both(name) ??
        this.search(withUmlauts(name)) ??
        this.search(unmarked(name)) ??
        this.otherwise(name) ??
        this.aside(name) ??
        this.branch(name))
    this.memo.set(raw, found ?? null)
    return found
  }

  /** „10gen/MongoDB“: two names of one organisation. */
  private both(name: string): Named | undefined {
    if (!name.includes('/')) return undefined
    const [first, ...others] = name.split('/').map((part) => this.search(part))
    return first !== undefined && others.every((other) => other?.id === first.id) ? first : undefined
  }

  /** Without a form in front or one of few letters behind, and „ReinerSCT“ as „Reiner SCT“. */
  private otherwise(name: string): Named | undefined {
    const joint = JOINT_STOCK.exec(name)?.index
    if (joint !== undefined) return this.search(name.slice(0, joint))
    const form = FORM_IN_FRONT.exec(name)?.[0]
    if (form !== undefined) return this.search(name.slice(form.length))
    const apart = name.replace(HUMP, '$1 ')
    const found = apart === name ? undefined : this.search(apart)
    return found?.exact === true ? found : undefined
  }

  /** „Indra Soluciones SLU (Minsait)“: what stands aside is a brand or a place. */
  private aside(name: string): Named | undefined {
    const before = name.replace(ASIDE, '')
    return before === name ? undefined : this.search(before)
  }

  /** „Bechtle GmbH IT-Systemhaus Hannover“: a legal form ends the name, and its house in a town follows. */
  private branch(name: string): Named | undefined {
    const whole = WHOLE.exec(name)?.[0]
    const found = whole !== undefined && HOUSE.test(name.slice(whole.length)) ? this.search(whole) : undefined
    return found?.exact === true ? { ...found, exact: false } : undefined
  }

  private search(name: string): Named | undefined {
    const bare = bareName(name)
    if (bare === '') return undefined
    const whole = this.names.get(fullName(name))
    const entry = whole?.of === undefined && whole?.denied === undefined ? this.names.get(bare) : { ...this.names.get(bare), ...whole }
    const denied = entry?.denied ?? []
    if (entry?.of !== undefined && !denied.includes(entry.of)) return { id: entry.of, exact: true }
    const words = bare.split(' ')
    let daughter: true | undefined
    for (let end = words.length - 1; end > Math.max(0, words.length - 1 - MOST_ADDED); end--) {
      const word = words[end]!
      if (BUSINESS_WORDS.has(word) && bare !== fullName(name)) daughter = true
      else if (!GROUP_WORDS.has(word) && !/^\d+$/.test(word)) return undefined
      const shorter = this.names.get(words.slice(0, end).join(' '))
      if (shorter?.of === undefined || denied.includes(shorter.of)) continue
      if (shorter.whole && !words.slice(end).every((word) => COUNTRIES.has(word))) continue
      return { id: shorter.of, exact: false, ...(daughter && { daughter }) }
    }
    return undefined
  }
}

/** Of two organisations with one name the first has it; where only the legal form tells them apart, each has its own, and who is listed without one the bare name. */
export function nameMap(organisations: Iterable<Organisation>): ReadonlyMap<string, NameEntry> {
  const names = new Map<string, { of?: string; denied?: string[]; whole?: true }>()
  const entry = (key: string) => {
    const known = names.get(key) ?? {}
    if (key !== '') names.set(key, known)
    return known
  }
  const all = [...organisations]
  const bearers = bearersOf(all)
  /** Under which names it stands: the bare one, or with its form where that is what tells it from another. */
  const keyOf = (name: string, id: string) => {
    const bare = bareName(name)
    const first = bearers.get(bare)
    return first === undefined || first === id || fullName(name) === bare ? bare : fullName(name)
  }
  for (const { id, names: own, exactNames = [], notNames } of all) {
    for (const name of exactNames) entry(keyOf(name, id)).whole = true
    for (const name of notNames) {
      const key = bearers.get(bareName(name)) === id ? fullName(name) : bareName(name)
      ;(entry(key).denied ??= []).push(id)
    }
    for (const name of [...own, ...exactNames]) entry(keyOf(name, id)).of ??= id
  }
  for (const [key, { of }] of [...names]) if (of !== undefined) entry(unmarked(key)).of ??= of
  return names
}

/** Bare name → the first that bears it without a legal form, where others bear it too. */
function bearersOf(organisations: readonly Organisation[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const bare = new Map<string, string>()
  const shared = new Set<string>()
  for (const { id, names, exactNames = [] } of organisations) {
    for (const name of [...names, ...exactNames]) {
      const key = bareName(name)
      if (first.has(key) && first.get(key) !== id) shared.add(key)
      if (!first.has(key)) first.set(key, id)
      if (!bare.has(key) && fullName(name) === key) bare.set(key, id)
    }
  }
  return new Map([...shared].flatMap((key) => (bare.has(key) ? [[key, bare.get(key)!] as const] : [])))
}
