import type { Amount } from '../../../model/item.ts'
import { lazily } from '../../../model/lazily.ts'
import { byAbbreviation } from './abbreviated.ts'
import { nameBeforeOrNow } from './before-and-now.ts'
import { byComposition } from './composed.ts'
import { contractIn } from './contract-words.ts'
import { contactIn } from './contact-heading.ts'
import { fold } from './fold.ts'
import { AMOUNT_ENDINGS, HEADER_STEMS } from './header-stems.ts'
import { HEADER_WORDS, type ColumnField } from './header-words.ts'
import { isIncome } from './income.ts'
import { nameOverTerm } from './over-term.ts'
import { isNumberOfPieces, isPerPiece } from './pieces.ts'
import { relativeYear, withoutYearSaid } from './relative-year.ts'
import { remembered } from '../remember.ts'
import { unitOf, type Unit } from '../values/units.ts'

/** What one heading means. `confidence` is 0…0.99; `german` tells which language's word it was. */
export interface Meaning {
  readonly field: ColumnField
  readonly confidence: number
  readonly unit: Unit
  readonly german: boolean
}

/** Kinds of amounts by field, the most telling first: the order in which a line's amount is chosen. */
export const AMOUNT_KINDS = {
  contractValue: 'contract',
  awardValue: 'award',
  payment: 'payment',
  amount: 'unknown',
  annualValue: 'annual',
  unitPrice: 'unit-price',
  frameworkMax: 'framework-max',
  estimate: 'estimate',
  budget: 'budget',
} as const satisfies Partial<Record<ColumnField, Amount['kind']>>
export type AmountField = keyof typeof AMOUNT_KINDS

export function isAmountField(field: ColumnField | undefined): field is AmountField {
  return field !== undefined && Object.hasOwn(AMOUNT_KINDS, field)
}

/** How sure a heading is that is a word of the table. */
export const WHOLE = 0.95
const PART = 0.9
const SHORT = 0.8
const STEM = 0.7
/** It has nothing but a currency or tax basis to show that it heads amounts. */
export const GUESSED = 0.6
const LONGEST_UNIT = 40
const LONGEST = 120 // longer texts are sentences, not headings

/** Usual abbreviations of heading words. */
const ABBREVIATED: readonly (readonly [RegExp, string])[] = [
  [/(?<![a-z])anz\.? (?=[a-z])/g, 'anzahl '],
  [/(?<![a-z])autom\. ?/g, 'automatische '],
  [/(?<![a-z])bez\. /g, 'bezeichnung '],
  [/(?<=[a-z])[-_ ]bez\.?$/g, 'bezeichnung'],
]

/** What remains of a name when nothing but its letters counts: no blanks, hyphens, years, footnote marks; ä is a, whether written ä or ae. */
export function keyOf(text: string): string {
  return ABBREVIATED.reduce((written, [pattern, whole]) => written.replace(pattern, whole), fold(text))
    .replace(/[^a-z0-9]+/g, '')
    .replace(/^\d+|\d+$/g, '')
    .replace(/nummer$/, 'nr')
    .replace(/([aou])e/g, '$1')
}

/** A part of an amount is none: "Anteil am Auftragswert". */
const SHARE = /^(?:anteil|prozent(?:satz)?|quote|share|percentage)(?![a-z])/

/** "Bemerkung zu Kosten" is no amount, also below one in a heading of two rows. */
const REMARK =
  /(?:^|[/|;] *)(?:bemerkung|anmerkung|hinweis|notiz|kommentar|note|remark|comment)(?:en?|s)? (?:zu[mr]?|uber|auf|on|about|regarding)(?![a-z])/

/** Names of database columns: "d_vendor_name". */
const PREFIX = /^[a-z]_(?=[a-z])/
/** "SupplierID", "supplier_uri", "fornecedor_cnpj", "Supplier country": what else is said of a firm, and not its name. */
export const CODE_OF =
  /(?:id|ids|nr|no|number|code|kod|codigo|codice|uri|url|urn|cnpj|cpf|nif|nit|rut|cif|siret|siren|ico|nip|lei|duns|type|typ|tipo|country|land|pais|city|stadt|address|adresse|postcode|plz|role|ruolo)$/
const PLACE_OF = /^(?:sitz|ort|land|anschrift|adresse|plz|strasse|hausnummer|stadt|bundesland|rechtsform|nationalitat|grosse|art)(?![a-z])/
/** "EUR/Stück", "# Licenses": here a sign says what the word does not. */
const SIGNS = /#|[a-z€$£]\/[a-z]/
const PARTIES: ReadonlySet<ColumnField> = new Set(['supplier', 'manufacturer'])
/** "Budget line number": a number, but no amount. */
const NUMBER_OF = /(?<![a-z])(?:number|no|nr|nummer|code|id)\.?$/

const WORDS = lazily(
  () => new Map(HEADER_WORDS.filter(({ field }) => field !== 'year').map(({ word, ...meaning }) => [keyOf(word), meaning])),
)
/** Only as they are: „Jahr 2024“ heads amounts, „Kosten / Jahr“ what is due once in it. */
const YEARS = lazily(
  () => new Map(HEADER_WORDS.filter(({ field }) => field === 'year').map(({ word, ...meaning }) => [fold(word), meaning])),
)
const PARTY_NUMBER = /^(.*[a-z])[ _-]*(?:number|nummer|no|nr|code|ids?|ref|reference)\.?(?: ?\(t\))?$/
const FIRMS: ReadonlySet<ColumnField> = new Set([...PARTIES, 'vendor'])

const STEMS = HEADER_STEMS.map(({ stem, ...meaning }) => ({ stem: keyOf(stem), ...meaning }))
const ENDINGS = AMOUNT_ENDINGS.map(({ word, german }) => ({ word: keyOf(word), german }))

/** Understands a heading; `undefined` if no word of the table fits. */
export const meaningOf = remembered(readMeaning)

function readMeaning(heading: string): Meaning | undefined {
  if (heading.length > LONGEST) return undefined
  const folded = fold(heading)
  const { unit, rest } = unitOf(folded)
  const name = withoutYearSaid(rest.replace(/[([{][^)\]}]*[)\]}]/g, ' '))
  if (SHARE.test(folded)) return undefined
  if (REMARK.test(folded)) return { field: 'ignore', confidence: PART, unit: {}, german: !/note|remark|comment/.test(folded) }
  const found =
    byYear(folded) ??
    (SIGNS.test(folded) ? byPieces(folded) : undefined) ??
    byWords(folded, WHOLE) ??
    byWords(name, WHOLE) ??
    byWords(name.replace(PREFIX, ''), PART) ??
    byPieces(folded) ??
    byTerm(name) ??
    amountCalled(nameBeforeOrNow(name)) ??
    byContact(folded) ??
    composedOrParts(heading, unit) ??
    // some ledgers write the text of a code beside it: "Supplier ID", "Supplier ID(T)"
    (folded.endsWith('(t)') ? byNumber(folded) : undefined) ??
    byShort(name) ??
    byStem(name) ??
    ofNumber(folded) ??
    byUnit(name, unit)
  return found && { ...found, field: amountField(found.field, folded, unit), unit }
}

type Found = Omit<Meaning, 'unit'>

function byYear(folded: string): Found | undefined {
  const word = YEARS().get(folded)
  return word && { ...word, confidence: WHOLE }
}

function byWords(name: string, confidence: number): Found | undefined {
  const word = WORDS().get(keyOf(name))
  return word && { ...word, confidence }
}

/** „Kosten über die Laufzeit“ are those of the whole contract, and no duration. */
function byTerm(name: string): Found | undefined {
  const found = amountCalled(nameOverTerm(name))
  return found?.field === 'amount' ? { ...found, field: 'contractValue' } : found
}

function amountCalled(name: string | undefined): Found | undefined {
  const found = name === undefined ? undefined : (byWords(name, PART) ?? byStem(name))
  return found && isAmountField(found.field) ? found : undefined
}

/** What one piece costs, and how many of them there are. */
function byPieces(folded: string): Found | undefined {
  const field = isPerPiece(folded) ? 'unitPrice' : isNumberOfPieces(folded) ? 'quantity' : undefined
  return field && { field, confidence: PART, german: /stuck|lizenz|preis|kosten|anzahl|nutzer|gesamt/.test(folded) }
}

/** The number of a party is not its name. */
function ofNumber(folded: string): Found | undefined {
  const party = byNumber(folded)
  return party && { ...party, field: 'ignore' }
}

/** Of whom "Supplier ID" is the number, as far as its heading goes. */
function byNumber(folded: string): Found | undefined {
  const [, party] = PARTY_NUMBER.exec(folded) ?? []
  // "Kreditorennummer"
  const found = party === undefined ? undefined : (byWords(party, STEM) ?? byWords(party.replace(/en$/, ''), STEM))
  return found && FIRMS.has(found.field) ? found : undefined
}

/** The party whose number a heading names; its cells may be names all the same. */
export function numberedParty(heading: string): Found | undefined {
  return heading.length > LONGEST ? undefined : byNumber(fold(heading))
}

function byContact(folded: string): Found | undefined {
  const word = contactIn(folded)
  return word === undefined ? undefined : { field: 'person', confidence: PART, german: word.startsWith('k') }
}

/** A part that is a word of the table says more than all together, unless it is one that is not used: "Contract reference / ID". */
function composedOrParts(heading: string, { currency, basis, shift, perYear }: Unit): Found | undefined {
  const part = byParts(heading)
  const isMoney = [currency, basis, shift, perYear].some((one) => one !== undefined)
  const whole = isMoney || (part !== undefined && part.field !== 'ignore') ? undefined : byComposition(heading)
  return whole ? { ...whole, confidence: PART } : part
}

/** Bilingual and two-row headings: "Name des Begünstigten / beneficiary name". The last part is the lower, nearer row. */
function byParts(heading: string): Found | undefined {
  const parts = heading.split(/ *[/|\n\r;] *| [-–] /).filter((part) => part.trim() !== '')
  if (parts.length < 2) return undefined
  const names = parts.map((part) => unitOf(fold(part)).rest)
  const found = names.flatMap((name) => byWords(name, PART) ?? [])
  const last = found.at(-1)
  // "Jahresbetrag / MwSt." is the tax, "Auftragnehmer / Name" is the firm
  if (byWords(names.at(-1)!, PART) === undefined && byStem(names.at(-1)!)?.field === 'ignore') return byStem(names.at(-1)!)
  const party = keyOf(names.at(-1)!) === 'name' ? found.find(({ field }) => PARTIES.has(field)) : undefined
  // "Ansprechpartner / Name" is no name of a thing, and "Auftragswert / Value" tells the kind in one language only
  const telling = last?.field === 'amount' ? found.find(({ field }) => isAmountField(field) && field !== 'amount') : undefined
  return found.find(({ field }) => field === 'person') ?? party ?? telling ?? last
}

function byShort(name: string): Found | undefined {
  const word = name.includes('.') ? byAbbreviation(name, WORDS(), keyOf) : undefined
  return word && { ...word, confidence: SHORT }
}

function byStem(name: string, key = keyOf(name)): Found | undefined {
  const stem = STEMS.find((entry) => key.includes(entry.stem))
  const ending = ENDINGS.find(({ word }) => key.endsWith(word))
  const code =
    stem && (PARTIES.has(stem.field) ? CODE_OF.test(key) || PLACE_OF.test(name) : isAmountField(stem.field) && NUMBER_OF.test(name.trim()))
  if (code) return { field: 'ignore', confidence: STEM, german: stem.german }
  // "Beneficiary's contracted amount": what a party gets is not who it is
  if (stem && PARTIES.has(stem.field) && ending) return { field: 'amount', confidence: STEM, german: ending.german }
  if (stem) return { field: stem.field, confidence: STEM, german: stem.german }
  if (contractIn(key) !== undefined) return { field: 'title', confidence: GUESSED, german: contractIn(key) === 'german' }
  const named = key.endsWith('text') ? WORDS().get(key.slice(0, -'text'.length))?.field : undefined
  if (named === 'title' || named === 'product') return { field: 'title', confidence: STEM, german: true }
  return ending && { field: 'amount', confidence: STEM, german: ending.german }
}

/** A heading with a currency or a tax basis is an amount, whatever it is called: "EUR", "brutto", "Wartung in T€". */
function byUnit(name: string, unit: Unit): Found | undefined {
  const money = unit.currency !== undefined || unit.basis !== undefined || (unit.perYear !== undefined && keyOf(name) === '')
  return money && name.length <= LONGEST_UNIT ? { field: 'amount', confidence: GUESSED, german: false } : undefined
}

const TOTALS: ReadonlySet<ColumnField> = new Set(['amount', 'contractValue', 'payment', 'awardValue'])

/** The kind of an amount often stands beside its name: "Auftragswert (geschätzt)", "Kosten p. a.", "Preis je Lizenz". */
function amountField(field: ColumnField, folded: string, unit: Unit): ColumnField {
  if (isAmountField(field) && isIncome(folded)) return 'ignore'
  if (!TOTALS.has(field)) return field
  if (field === 'payment' || field === 'awardValue') return unit.perYear === undefined ? field : 'annualValue'
  if (isPerPiece(folded)) return 'unitPrice'
  if (/geschatzt|schatz|estimate/.test(folded)) return 'estimate'
  if (/hochst|maximal|obergrenze|rahmen|ceiling|framework/.test(folded)) return 'frameworkMax'
  return unit.perYear === undefined && relativeYear(folded) === undefined ? field : 'annualValue'
}
