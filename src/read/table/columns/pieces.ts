/** What is bought or counted one by one, singular and plural. */
const PIECES =
  '(?:stuck|stk|lizenz(?:en)?|licen[cs]es?|(?:named |concurrent )?users?|nutzer|anwender|seats?|einheit(?:en)?|units?|items?|pieces?|copy|copies|exemplare?|arbeitsplatz|arbeitsplatze|platz|gerate?|endgerate?|endpoints?|devices?|machines?|hosts?|servers?|cores?|kern|cpus?|instanz(?:en)?|instances?|mailbox(?:es)?|postfach|clients?|workstations?|persons?|personen|mitarbeiter|mitarbeitende|employees?|members?|heads?|kopf|students?|schuler|einwohner|inhabitants?|capita|subscriptions?|abonnements?|entitlements?|artikel|stunden?|std|hours?|tage?|days?|personentage?|pt)'
/** What a quantity may be followed by, folded: "10 Stk.", "40 VE". */
export const COUNTABLE = `${PIECES}|stucke?|liz|lic|lizenz-?user|named[ -]users?|concurrent[ -]users?|cals?|ve|st|pcs|konten|accounts?|postfacher|zugange|arbeitsplatze|prozessoren|processors?|vms?`
const MONEY = '(?:price|costs?|fees?|rate|charge|value|preis|kosten|wert|betrag|entgelt)'
const EDGE = '(?![a-z])'

const SAYS_MONEY = /price|cost|fee|charge|preis|kosten|wert|betrag|entgelt|gebuhr|[€$£]|(?<![a-z])(?:eur|usd|gbp|chf)(?![a-z])/
const PER = new RegExp(`(?:(?<![a-z])(?:pro|je|per|for each|each) |(?<=[a-z€$£])\\/)${PIECES}${EDGE}`)
const OF_A_PIECE = [
  `(?<![a-z]|business |org |organi[sz]ational )(?:unit|einzel|seat|piece|each) ?${MONEY}${EDGE}`,
  `(?<![a-z])(?:stuck|einheits)(?:preis|kosten|wert)${EDGE}`,
  `(?<![a-z])${MONEY} each${EDGE}`,
  `(?<![a-z])(?:(?:stunden|tages)satz|(?:hourly|daily|day) rate)${EDGE}`,
].map((pattern) => new RegExp(pattern))

const HELD =
  '(?:purchased|bought|owned|ordered|acquired|procured|contracted|licensed|total|overall|gekauft|erworben|beschafft|bestellt|lizenziert|gesamt|insgesamt)'
const NUMBER = '(?:(?:total |gesamt)?(?:number|no|count|amount|quantity|qty|anzahl|zahl))'
const COUNTED = '(?:licen[cs]es?|lizenz(?:en)?|seats?|users?|nutzer|units?|copies|subscriptions?|abonnements?|entitlements?|arbeitsplatze)'

const ALONE = new RegExp(`^(?:${COUNTABLE}|benutzer(?:innen)?|nutzer(?:innen)?|platze)(?: (?:anzahl|zahl))?$`)

const QUANTITY = [
  `^(?:${COUNTED}|${NUMBER}) (?:held |in )?${HELD}$`,
  `^${HELD} (?:${COUNTED}|${NUMBER})$`,
  `^${NUMBER} (?:of |der |an )?(?:${HELD}(?:e|en|er)? )?${COUNTED}(?: ${HELD})?$`,
  `^${COUNTED} (?:${NUMBER})$`,
].map((pattern) => new RegExp(pattern))

/** Whether a folded heading names the price of one piece: "unit_cost_eur", "Kosten pro Lizenz", "Preis/Stück". */
export function isPerPiece(folded: string): boolean {
  const words = spaced(folded)
  return (PER.test(words) && SAYS_MONEY.test(words)) || OF_A_PIECE.some((pattern) => pattern.test(words))
}

/** Whether a folded heading names a number of pieces that were bought; those in use or left over are none. */
export function isNumberOfPieces(folded: string): boolean {
  const words = spaced(folded)
  return QUANTITY.some((pattern) => pattern.test(words))
}

/** Whether a folded heading names what is counted, and nothing else: „Nutzer“, „Arbeitsplätze“. Where numbers stand below it, that is how many. */
export const namesPieces = (folded: string): boolean => ALONE.test(spaced(folded))

/** Names of database columns have their words joined; a number sign is a number. */
function spaced(folded: string): string {
  return folded
    .replace(/#/g, ' number ')
    .replace(/[^a-z€$£/]+/g, ' ')
    .trim()
}
