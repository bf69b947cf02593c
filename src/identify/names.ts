import type { NameEntry } from '../model/register-index.ts'
import type { Organisation } from '../model/register.ts'
import { BUSINESS_WORDS, COUNTRIES, GROUP_WORDS, LEGAL_FORMS } from './name-words.ts'

const PLACEHOLDERS = new Set(
  ['noassertion', 'none', 'unknown', 'unspecified', 'central', 'n/a', 'na', '-', '—', 'k.a.', 'k. a.', 'keine angabe', 'vertraulich', 'redacted', 'wird nicht veröffentlicht', 'example', 'anonymous', 'null', 'undefined', 'other', 'sonstige', 'diverse', 'various'], // prettier-ignore
)

/** „dell'Amore“ is no Dell */
const ELIDED = /(?<!\p{L})(?:dell|nell|sull|dall|all)['’](?=\p{L})/gu

/** Most names are letters, digits and single spaces: nothing to normalise. */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

/** The words of a name in comparable form: NFKC, small letters, marks and punctuation gone. */
export function wordsOf(name: string): string[] {
  if (PLAIN.test(name)) return name.toLowerCase().split(' ')
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[®™©]|\((?:r|tm|c)\)/g, ' ')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(ELIDED, '')
    .split(/[^\p{L}\p{N}&+#]+/u)
    .filter((word) => word !== '')
}

/** The name without legal forms, as one comparable string; '' for a placeholder. */
export function bareName(name: string): string {
  const trimmed = name.trim()
  if (PLACEHOLDERS.has(trimmed.toLowerCase())) return ''
  const words = wordsOf(trimmed.replace(FORM_APART, ''))
  // at the front the same letters are a name: „SAS Institute“, „AB-DATA“
  const bare = words.filter((word, i) => (i === 0 ? word !== 'the' || words.length < 3 : !LEGAL_FORMS.has(word)))
  // „Software AG“ without its legal form would be every software
  const telling = bare.length > 1 || (bare.length === 1 && !GROUP_WORDS.has(bare[0]!))
  return (telling ? bare : words).join(' ')
}

/** „Bechtle GmbH, Bonn“: a legal form ends the name, a place may follow. */
const SEAT = /(\s(?:gmbh|mbh|ag|se|kg|ohg|eg|e\.\s?v\.|a[öo]r)),\s*\p{L}[\p{L}\s()/.-]*$/iu

/** „STRABAG AG - Direktion Nord“: so may a branch. */
const BRANCH = /(\s(?:gmbh|mbh|ag|se|kg|ohg|eg|e\.\s?v\.|a[öo]r))\s+[-–]\s+\p{L}.*$/iu
/** „X GmbH succursale France“, „X AG Niederlassung Wien“ */
const BRANCH_NAMED =
  /,?\s+(?:succursale|zweigniederlassung|niederlassung|zn|nl|filiaal|sucursal|succursal[ei])\s+\p{L}[\p{L}\s()/.-]{0,60}$/iu
/** „ACCENTURE (U K) LTD“ */
const LETTERS_APART = /\(?\bU\.? K\b\.?\)?/g
/** „Spółka z ograniczoną odpowiedzialnością“ */
const POLISH_FORM = /\bsp(?:ółka)?\.?\s*z\s*o\.?\s*o(?:\.|(?=\s|$))/giu
/** „spol. s r. o.“, „a. s.“, „S. p. A.“, „A/S“: a form at the end of which every letter stands alone. */
const FORM_APART =
  /(?<=[\s,])(?:spol(?:\.|ečnost)?\s+)?(?:s\.?\s?r\.\s?o|a\.\s?s|a\/s|s\.\s?p\.\s?a|s\.\s?r\.\s?l|s\.\s?a(?:\.\s?s)?|s\.?\s?a\.?\s+de\s+c\.?\s?v|s\.\s?l(?:\.\s?u)?|d\.\s?o\.\s?o|b\.\s?v|n\.\s?v)\.?\s*$/iu
/** „UAB „DocLogix““, „SIA Tilde“, „OÜ Webware“: in the Baltic states the form stands in front. */
const FORM_IN_FRONT = /^(?:UAB|OÜ|SIA)\s+(?=\S{2})/u
/** A run of them is looked through once. */
const SPACES = /\s+/g
/** „Bentley Systems de México“ */
const OF_COUNTRY = /\sd(?:e|o)\s+(m[eé]xico|españa|espana|portugal|france|brasil|chile|colombia|argentina|per[uú])(?=$|\s)/iu
const PUBLIC_FORM = /A\.\s?d\.\s?ö\.\s?R\.?/i

/** The organisation's own words out of `Organization: Name (mail)`, `Name <mail>`, and with glued addresses cut. */
export function cleanParty(raw: string): { readonly name: string; readonly domain?: string } {
  const mail = /[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+)+)/.exec(raw)
  const name = raw
    .replace(SPACES, ' ')
    .replace(/^\s*(Organization|Organisation|Tool)\s*:\s*/i, '')
    .replace(/[(<][^()<>]*@[^()<>]*[)>]/g, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/,?\s+\S*(str(aße|asse|\.)|platz|allee|weg)\s*\d+.*$/i, '')
    .replace(/\s+(vertreten durch|impressum)\b.*$/i, '')
    .replace(/^.*\s(?:trading as|t\/a)\s+/i, '')
    .replace(SEAT, '$1')
    .replace(BRANCH, '$1')
    .replace(BRANCH_NAMED, '')
    .replace(PUBLIC_FORM, 'AöR')
    .replace(POLISH_FORM, ' ')
    .replace(LETTERS_APART, 'UK')
    .replace(OF_COUNTRY, ' $1')
    .trim()
  return { name, ...(mail?.[1] && { domain: mail[1].toLowerCase() }) }
}

/** Two parties in one string: who is dealt with, and for whom. */
export interface SplitParty {
  readonly party: string
  /** The maker named as „c/o“, „reseller of“ … */
  readonly behalf?: string
  /** The reseller named as „über“, „via“, „c/o“. */
  readonly through?: string
}

const SPLITS: readonly { readonly at: RegExp; readonly first: 'behalf' | 'through' }[] = [
  { at: /\s+(?:authori[sz]ed\s+)?(?:reseller|partner|händler|vertriebspartner)\s+(?:of|for|von|für|der)\s+/i, first: 'through' },
  { at: /\s+(?:on behalf of|im auftrag (?:von|der|des)|i\.\s?a\.|für rechnung von)\s+/i, first: 'through' },
  { at: /\s+(?:c\/o|c o|über|via|vertrieb durch|reseller:?|by reseller)\s+/i, first: 'behalf' },
]

/** Takes „Microsoft c/o SoftwareOne“ and „SHI, reseller of Adobe“ apart. */
export function splitParty(raw: string): SplitParty {
  for (const { at, first } of SPLITS) {
    const parts = raw.replace(SPACES, ' ').split(at)
    if (parts.length !== 2 || parts[0]!.trim() === '' || parts[1]!.trim() === '') continue
    const [left, right] = parts.map((part) => part.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')) as [string, string]
    return first === 'behalf' ? { party: right, behalf: left, through: right } : { party: left, behalf: right, through: left }
  }
  return { party: raw }
}

/** „Wuerth“, „Draeger“: as written where no umlaut could be typed. */
function withUmlauts(name: string): string {
  return name.replace(/[aou]e/gi, (pair) => UMLAUTS[pair.toLowerCase()]!)
}
const UMLAUTS: Readonly<Record<string, string>> = { ae: 'ä', oe: 'ö', ue: 'ü' }

const HUMP = /(\p{Ll}{2})(?=\p{Lu})/gu

const ASIDE = /\s*\([^()]*\)\s*$/

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
    const found = this.search(name) ?? this.both(name) ?? this.search(withUmlauts(name)) ?? this.otherwise(name) ?? this.aside(name)
    this.memo.set(raw, found ?? null)
    return found
  }

  /** „10gen/MongoDB“: two names of one organisation. */
  private both(name: string): Named | undefined {
    if (!name.includes('/')) return undefined
    const [first, ...others] = name.split('/').map((part) => this.search(part))
    return first !== undefined && others.every((other) => other?.id === first.id) ? first : undefined
  }

  /** Without the form in front, and „ReinerSCT“ as „Reiner SCT“. */
  private otherwise(name: string): Named | undefined {
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

/** „zoom corporation“: with its legal form. */
function fullName(name: string): string {
  return wordsOf(name.trim()).join(' ')
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
