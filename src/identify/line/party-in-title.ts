import type { Organisation } from '../../model/register.ts'
import { passesOn, type Lookup } from '../clue.ts'
import { hasLegalForm, wordsOf } from '../names/comparable.ts'
import { COUNTRIES } from '../names/name-words.ts'
import type { Verdict } from '../weigh.ts'
import { CARE } from '../words/care.ts'
import { isFormerlyWord } from '../words/beside.ts'

/** „Oracle (Deutschland) GmbH“: what stands in such parentheses is a part of the name. */
const COUNTRY_ASIDE = /\s\((\p{L}{2,20})\)(?=\s)/gu
/** „Indra Soluciones, S.L.U.“, „PosAm, spol. s r.o.“ */
const FORM_APART =
  /,\s+(?=(?:spol\.|s\.\s?[lapr]|a\.\s?s\.|d\.\s?[od]\.|b\.\s?v|n\.\s?v|inc|llc|ltd|lda|sau?|slu?|srl|spa|uab|ab|as|sia)(?:[\s.,;)]|$))/giu
const ASIDE = /\(([^()]*)\)/g
const PARTS = /[,;|]|\s[-–—/]\s/
/** „A GmbH: Weiterentwicklung“ */
const HEAD = /^([^:]{2,80}):\s/
const MOST_PARTS = 16
/** „Fa. X“, „jetzt X“: what stands before the name of a party. */
const BEFORE =
  /^(?:fa\.|firma|jetzt|nunmehr|heute|now|anc\. nom|désormais|maintenant|ora|oggi|ahora|agora|acum|nu|nå|nyt|obecnie|nyní|teraz|zdaj|sada|сега|зараз|τώρα)\s+/iu
/** „Auftragnehmer X“, „titulaire : X“: so a title says who does it. */
const SAID_TO_DO =
  /^(?:auftragnehmer(?:in)?|an|dienstleister(?:in)?|dienstleistung(?:en)?|leistungserbringer|contractor|supplier|titulaire|prestataire|attributaire|mandat(?:aire)?|affidatari[ao]|aggiudicatari[ao]|appaltatore|fornitore|contratista|adjudicatari[oa]|adjudicatário|contratante|opdrachtnemer|leverancier|dienstverlener|wykonawca|dodavatel|dodávateľ|zhotovitel|izvajalec|izvršitelj|leverandør|leverantör|toimittaja|tiekėjas|piegādātājs|изпълнител|виконавець|ανάδοχος)\s*:?\s+/iu
/** „Wartung Server durch X“, „Inhuur beheerder via X“ */
const DOER = /\s(?:durch|seitens|by|door|przez|via|da parte di|por parte de|de la part de|par la société|prin|pomocí)\s+/iu
/** Several do it together, and mostly not all are named so that they are known. */
const CONSORTIUM =
  /(?<!\p{L})(?:RTI|ATI|UTE|ARGE|BIEGE|BiGe|Bietergemeinschaft|[Kk]onsorcjum|[Kk]onsortium|[Cc]onsortium|[Gg]roupement|[Ss]družen[íi]e?|[Cc]ombinatie)(?!\p{L})/u
const LONGEST = 80
/** Of a firm's name without a legal form. */
const MOST_WORDS = 4
/** The shortest single word that is taken for a firm without a legal form. */
const SHORTEST = 5

/** A party that a title names, and how it does. */
interface PartyInTitle {
  readonly party: string
  readonly organisation: Organisation
  /** By what nobody but a firm is called: a legal form or its country. */
  readonly formal: boolean
  /** In parentheses alone. */
  readonly aside: boolean
}

/**
 * The party in a title that gives no supplier otherwise and does what is bought there, cares for it or sells it; `done`: the title
 * is about work or operation, which somebody does.
 */
export function whoDoes(title: string, done: boolean, verdict: Verdict | undefined, lookup: Lookup): string | undefined {
  if (CONSORTIUM.test(title)) return undefined
  const named = partyInTitle(title, done || (verdict === undefined && CARE.test(title)), lookup)
  if (named === undefined || done || verdict === undefined) return named?.party
  return !named.aside && passesOn(named.organisation) === 'only' ? named.party : undefined
}

/**
 * The party that a title names between commas, dashes or in parentheses: a part that as a whole is the name of a firm, with a legal
 * form or a country; with `traders` also of one whose trade is work for others. Public bodies buy, unless they work for others and are no aside; what
 * stands after „vorm.“ or „ex“ is gone. Of two the one with a legal form; `undefined` where that is not one.
 */
function partyInTitle(title: string, traders: boolean, lookup: Lookup): PartyInTitle | undefined {
  const whole = title
    .replace(FORM_APART, ' ')
    .replace(COUNTRY_ASIDE, (all, word: string) => (COUNTRIES.has(word.toLowerCase()) ? ` ${word}` : all))
  const asides = Array.from(whole.matchAll(ASIDE), ([, said]) => said!).filter((said) => !wordsOf(said).slice(0, 1).some(isFormerlyWord))
  const open = whole.replace(ASIDE, ',')
  const head = HEAD.exec(open)?.[1]
  const found = [
    ...open.split(PARTS, MOST_PARTS).flatMap((part) => named(part, { aside: false, traders }, lookup)),
    ...(head === undefined || !hasLegalForm(head) ? [] : named(head, { aside: false, traders }, lookup)),
    ...asides.flatMap((said) => said.split(PARTS, MOST_PARTS).flatMap((part) => named(part, { aside: true, traders }, lookup))),
  ]
  const party = onlyParty(found) ?? onlyParty(found.filter(({ formal }) => formal)) ?? onlyParty(found.filter(({ aside }) => !aside))
  const isReplaced = lookup.text.find(title).some(({ besides, owner }) => besides && owner.organisation === party?.organisation.id)
  return isReplaced ? undefined : party
}

function onlyParty(found: readonly PartyInTitle[]): PartyInTitle | undefined {
  return found.every(({ organisation }) => organisation.id === found[0]!.organisation.id) ? found[0] : undefined
}

interface Place {
  readonly aside: boolean
  readonly traders: boolean
}

function named(part: string, { aside, traders }: Place, lookup: Lookup): readonly PartyInTitle[] {
  const doer = DOER.exec(part)
  const after = (doer === null ? part : part.slice(doer.index + doer[0].length)).trim()
  const party = after.replace(SAID_TO_DO, '').replace(BEFORE, '')
  const isSaid = doer !== null || SAID_TO_DO.test(after)
  if (party.length < 2 || party.length > LONGEST) return []
  const words = wordsOf(party)
  const formal = hasLegalForm(party) || (words.length > 1 && COUNTRIES.has(words.at(-1)!))
  // asked of the names of firms alone: what was asked of them is remembered
  if (!formal && !(traders && words.length <= MOST_WORDS && /^[\p{Lu}\p{N}]/u.test(party))) return []
  const id = lookup.names.find(party)?.id
  if (id === undefined) return []
  const organisation = lookup.organisations.get(id)!
  if (organisation.publicHand && (aside || !(formal && organisation.roles.includes('integrator')))) return []
  return formal || isTrader(party, words, organisation, isSaid) ? [{ party, organisation, formal, aside }] : []
}

/**
 * Who does nothing but work for others or sells what they make, under a name that is no common word; also who makes things as well, by a
 * name of several words or where it `isSaid` that they do it.
 */
function isTrader(party: string, words: readonly string[], organisation: Organisation, isSaid: boolean): boolean {
  const { roles, exactNames = [] } = organisation
  if ((isSaid && organisation.products.length === 0) || (roles.includes('integrator') && (isSaid || words.length > 1))) return true
  if (words.length === 1 && (party.length < SHORTEST || exactNames.some((name) => name.toLowerCase() === party.toLowerCase()))) return false
  return (
    roles.includes('caretaker') || (passesOn(organisation) === 'only' && roles.some((role) => role === 'integrator' || role === 'reseller'))
  )
}
