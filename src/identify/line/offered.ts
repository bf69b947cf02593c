/** A sentence about what there is already, what is left or what it must get on with. */
const SURROUNDINGS =
  /derzeit|aktuell|momentan|bisher|bestehend|vorhanden|im einsatz|einsatz\p{L}* von|eingesetzt|einsetzt|setzt\P{L}.{0,200}\P{L}ein\P{L}|nutzt|genutzt|betreibt|betrieben|verwendet|ersetzt|abgelöst|abzulösen|ablösung|schnittstelle|kompatib|anbindung|migriert|landschaft|umfeld|kenntnisse|erfahrung/iu
/** A sentence about what is bought. */
const OFFER =
  /angeboten|beauftragt|beschafft|beschaffung|lieferung|geliefert|lizenz|erwerb|abonnement|verlängerung|wartung|pflege|subs[kc]ri|überlassung/iu
/** A sentence about how to take part names the platform on which that happens. */
const TAKING_PART =
  /vergabeplattform|vergabeportal|vergabestelle|angebotsabgabe|zuschlagserteil|teilnahmeantr|bieterfragen|bewerbungsfrist|https?:|www\./iu
/** A title that only asks what there is: what its description names is in use already or one of many. */
const ASKING =
  /markt(?:erkundung|konsultation|sondierung|abfrage|analyse)|interessenbekundung|market (?:engagement|survey|sounding)|marktconsultatie|request for information|consultation du marché|consultazione (?:preliminare|di mercato)/iu
/** „der Hersteller A, B und C“: which of them it will be nobody says. */
const MAKERS =
  /(?:[Hh]erstellern?|[Mm]arken|[Ff]abrikaten?|[Mm]arques|[Mm]erken|[Mm]arche|[Mm]arek|[Bb]rands):?\s+\p{Lu}[\p{L}\p{N}&. -]{0,80}(?:,|\s(?:und|oder|sowie|bzw\.|et|ou|en|of|e|o|i|lub|and|or)\s)/u
const NEUTRAL = /produktneutral|herstellerneutral|produktoffen|herstelleroffen|herstellerunabhängig/iu
const LOTS = /(?:^|\P{L})los(?: nr\.?)? ?\d/giu
const SENTENCE = /(?<=[.!?])\s+(?=[\p{Lu}„"(])/u

/** „vormals A / B“: how somebody was called before. */
const FORMER = /(?:^|[\s(,;])(?:vormals|ehemals|früher|formerly|previously|anciennement)\s[^,;.()]*/giu

/** „…, Telefone bereits vorhanden“ */
const ALREADY = /[,;]\s(?:[^\s,;.]+\s){1,10}?(?:bereits|schon)\svorhanden(?=\P{L}|$)/giu

/** The part of a description that tells what is bought: without sentences about the buyer's surroundings; '' where it tells no maker. */
export function offered(description: string): string {
  if (NEUTRAL.test(description) || (description.match(LOTS)?.length ?? 0) > 1) return ''
  return description
    .replace(FORMER, ' ')
    .replace(ALREADY, '')
    .split(SENTENCE)
    .filter((sentence) => !TAKING_PART.test(sentence))
    .filter((sentence) => !SURROUNDINGS.test(`${sentence} `) || OFFER.test(sentence))
    .join(' ')
}

/** Whether the buyer only looks round. */
export function isAsking(title: string): boolean {
  return ASKING.test(title)
}

/** Whether the buyer asks for no maker's product. */
export function isNeutral(text: string): boolean {
  return NEUTRAL.test(text) || MAKERS.test(text)
}

/** Where documents lie and whom to write to; nothing of it is bought. Looked at word by word: an address is one. */
const ADDRESS = /^\W*(?:https?:\/\/|www\.)|\.(?:de|com|eu|net|org|at|ch|fr|nl|uk)(?:[/:?#].*|\W*)$/i

export function withoutAddresses(text: string): string {
  return text.replace(/\S+/g, (word) => (ADDRESS.test(word) ? ' ' : word))
}
