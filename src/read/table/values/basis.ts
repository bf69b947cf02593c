const TAX = String.raw`(?:der |die )?(?:\d+ ?% ?)?(?:gesetzl\w*\.? )?(?:mwst|ust|mehrwertsteuer|umsatzsteuer|vat)(?![a-z])\.?`

/** What says of a folded text that its amounts are without tax. */
export const NET = new RegExp(
  String.raw`netto|(?<![a-z])net(?![a-z])|(?<![a-z])(?:ohne|o\.|zzgl\.?|zuzuglich|exkl\.?|exklusive|excl?\.?|excluding|ex\.?|plus) ?${TAX}`,
)
/** The same with tax. */
export const GROSS = new RegExp(
  String.raw`brutto|(?<![a-z])gross(?![a-z])|(?<![a-z])(?:inkl\.?|inklusive|incl\.?|including|inc\.?|mit|m\.|einschl\.?|einschliesslich) ?${TAX}`,
)

/** Whether amounts are net or gross by a folded text; `undefined` if it says neither or both. */
export function basisIn(folded: string): 'net' | 'gross' | undefined {
  const [net, gross] = [NET.test(folded), GROSS.test(folded)]
  return net === gross ? undefined : net ? 'net' : 'gross'
}
