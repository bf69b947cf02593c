import type { AmountUnknown, Audit } from '../model/audit.ts'
import type { Formats } from './format.ts'
import type { Speaker } from './words/say.ts'

/** Lines that every spend figure lacks; `undefined` where there are none, or an audit of earlier does not say. */
export function lacking({ spend }: Pick<Audit, 'spend'>): AmountUnknown | undefined {
  return spend?.amountUnknown?.lines === 0 ? undefined : spend?.amountUnknown
}

/** `im Jahr; 4 Positionen ohne verwendbaren Betrag`: the unit of spend, with the number that has to stand beside it. */
export function unitOfSpend({ say }: Speaker, audit: Pick<Audit, 'spend'>): string {
  const unit = say(`unit.${audit.spend?.unit ?? 'as-stated'}`)
  const missing = lacking(audit)
  return missing === undefined ? unit : `${unit}; ${say('amount-unknown', { n: missing.lines })}`
}

/** How many lines are missing from the spend, and what they would be, by their number. */
export function amountUnknownText({ say }: Speaker, f: Formats, audit: Pick<Audit, 'spend'>): string | undefined {
  const missing = lacking(audit)
  if (missing === undefined) return undefined
  const { lines: n, of, largeVendors, proprietary } = missing
  return say('amount-unknown.sentence', { n, of, large: f.hhi(largeVendors), proprietary: f.hhi(proprietary) })
}
