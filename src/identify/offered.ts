/** A sentence about what there is already, what is left or what it must get on with. */
const SURROUNDINGS =
  /derzeit|aktuell|momentan|bisher|bestehend|vorhanden|im einsatz|einsatz\p{L}* von|eingesetzt|einsetzt|setzt\P{L}.*\P{L}ein\P{L}|nutzt|genutzt|betreibt|betrieben|verwendet|ersetzt|abgelöst|abzulösen|ablösung|schnittstelle|kompatib|anbindung|migriert|landschaft|umfeld|kenntnisse|erfahrung/iu
/** A sentence about what is bought. */
const OFFER =
  /angeboten|beauftragt|beschafft|beschaffung|lieferung|geliefert|lizenz|erwerb|abonnement|verlängerung|wartung|pflege|subs[kc]ri|überlassung/iu
const NEUTRAL = /produktneutral|herstellerneutral|produktoffen|herstelleroffen|herstellerunabhängig/iu
const LOTS = /(?:^|\P{L})los(?: nr\.?)? ?\d/giu
const SENTENCE = /(?<=[.!?])\s+(?=[\p{Lu}„"(])/u

/** The part of a description that tells what is bought: without sentences about the buyer's surroundings; '' where it tells no maker. */
export function offered(description: string): string {
  if (NEUTRAL.test(description) || (description.match(LOTS)?.length ?? 0) > 1) return ''
  return description
    .split(SENTENCE)
    .filter((sentence) => !SURROUNDINGS.test(`${sentence} `) || OFFER.test(sentence))
    .join(' ')
}

/** Whether the buyer asks for no maker's product. */
export function isNeutral(text: string): boolean {
  return NEUTRAL.test(text)
}
