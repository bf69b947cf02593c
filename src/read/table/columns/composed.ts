import { fold } from './fold.ts'
import type { ColumnField } from './header-words.ts'

/** What a word adds to a heading made of several. */
type Role = 'title' | 'name' | 'description' | 'number' | 'course' | 'deed' | 'order' | 'award' | 'ware' | 'extent' | 'link'

/** Words by role, folded. German nouns stand alone ("Inhalt des Vertrags") or in one word ("Vertragsinhalt"). */
const ROLES: Readonly<Record<Role, { readonly en: string; readonly de: string }>> = {
  title: {
    en: 'title|subject|object|objective',
    de: 'titel|gegenstand|betreff|bezeichnung|kurzbezeichnung|thema|kurztitel|kurztext',
  },
  name: { en: 'name', de: 'name' },
  description: {
    en: 'descriptions?|desc|details?|scope|summary|narrative|purpose',
    de: 'beschreibung|beschreibungen|beschrieb|kurzbeschreibung|kurzbeschrieb|inhalt|inhalte|kurzinhalt|umfang|zweck|details|erlauterung|erlauterungen',
  },
  number: { en: 'number|no|num|ref|reference|id|identifier', de: 'nummer|nr|referenz|referenznummer|kennung' },
  course: { en: 'process|procedure|method|route', de: 'verfahren|verfahrens|verfahrensart' },
  // what a contract number may be the number of
  order: {
    en: 'contract|agreement|order|purchase|po',
    de: 'vertrage?s?|rahmenvertrage?s?|vereinbarung|rahmenvereinbarung|auftrage?s?|bestellung|bestell',
  },
  deed: {
    en: 'contracts|agreements|orders|purchases|invoices?|payments?|transactions?|projects?|requirements?|engagements?|call-?offs?',
    de: 'vertrage|vereinbarungen|auftrage|bestellungen|rechnung|rechnungen|zahlung|zahlungen|buchung|buchungen|projekte?s?|massnahmen?|abrufe?s?|vorhabens?|kaufe?s?|einkaufe?s?',
  },
  award: {
    en: 'awards?|tenders?|tendering|bids?|procurements?|solicitations?|sourcing|contracting|competition',
    de: 'beschaffung|beschaffungen|vergabe|vergaben|ausschreibung|ausschreibungen|zuschlage?s?',
  },
  ware: {
    en: 'goods|services?|works?|supply|supplies|items?|lines?|deliverables?',
    de: 'leistung|leistungen|dienstleistung|dienstleistungen|lieferung|lieferungen|liefer|waren?|position|positionen',
  },
  extent: {
    en: 'short|brief|full|long|detailed|extended',
    de: 'kurze?|ausfuhrliche|nahere|genaue|detaillierte',
  },
  link: { en: 'of|the|for|and|or|a|type|document|matter|en', de: 'der|des|die|das|den|dem|und|oder|zu[rm]?|von|vom|fur|art' },
}

const WORDS = (Object.entries(ROLES) as [Role, { en: string; de: string }][]).flatMap(([role, { en, de }]) => [
  { role, german: false, pattern: new RegExp(`^(?:${en})$`) },
  { role, german: true, pattern: new RegExp(`^(?:${de})$`) },
])

const THINGS: readonly Role[] = ['order', 'deed', 'award', 'ware']
const HEADS: readonly Role[] = ['title', 'name', 'description']
const language = (roles: readonly Role[], of: 'en' | 'de'): string => roles.map((role) => ROLES[role][of]).join('|')
const ONE_WORD = (['de', 'en'] as const).map(
  (of) => new RegExp(`^(${language(THINGS, of)})${of === 'de' ? '(?:e?s|n)?' : ''}(${language([...HEADS, 'number'], of)})$`),
)

const LONGEST = 10
/** Where money goes, and perhaps whose account it is: kept nowhere. */
const ACCOUNT = /^(?:payments?|zahlungs?)[ _-]*details?$/

/**
 * A heading made of nothing but known words: what is told (title, description, number, procedure) of what (contract, award,
 * goods …), in whatever order: "Title of the Agreement", "Contract Reference number / ID", "Beschreibung des Auftrags".
 */
export function byComposition(heading: string): { readonly field: ColumnField; readonly german: boolean } | undefined {
  const folded = fold(heading.replace(/(?<=[a-z])(?=[A-Z])/g, ' '))
  const words = folded.match(/[a-z]+/g) ?? []
  if (words.length === 0 || words.length > LONGEST || ACCOUNT.test(folded)) return undefined
  const parts = words.flatMap(partsOf)
  const roles = new Set(parts.flatMap((part) => part?.role ?? []))
  const field = parts.includes(undefined) ? undefined : fieldOf(roles)
  return field && { field, german: parts.some((part) => part!.german && part!.role !== 'link') }
}

type Part = { readonly role: Role; readonly german: boolean }

/** "Vertragsinhalt" has two. */
function partsOf(word: string): readonly (Part | undefined)[] {
  const whole = partOf(word)
  if (whole !== undefined) return [whole]
  const both = ONE_WORD.map((pattern) => pattern.exec(word)).find((match) => match !== null)
  return both ? [partOf(both[1]!), partOf(both[2]!)] : [undefined]
}

function partOf(word: string): Part | undefined {
  return WORDS.find(({ pattern }) => pattern.test(word))
}

function fieldOf(roles: ReadonlySet<Role>): ColumnField | undefined {
  const has = (...any: readonly Role[]): boolean => any.some((role) => roles.has(role))
  const of = has(...THINGS)
  if (has('course')) return has('award') && !has(...HEADS, 'number', 'extent', 'deed', 'ware') ? 'procedure' : undefined
  // a service may also be the department that pays
  if ((has('title') && of) || (has('name') && has('order', 'deed', 'award'))) return 'title'
  if (has('description')) return of || has('extent') ? 'description' : undefined
  return has('number') && has('order') && !has('deed', 'award', 'ware', 'extent', 'name', 'title') ? 'contractNumber' : undefined
}
