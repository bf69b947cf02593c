import type { Audit, UsedRate } from '../model/audit.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Formats } from './format.ts'
import type { Speaker } from './words/say.ts'

interface Spoken extends Pick<Speaker, 'say'> {
  readonly f: Formats
}

/** The rate that an item's amount was counted by; `undefined` where it is EUR, or counts for nothing. */
export function rateOfItem({ rates = [] }: Pick<Audit, 'rates'>, { amount }: Dossier): UsedRate | undefined {
  return amount?.counts === true ? rates.find(({ currency }) => currency === amount.currency) : undefined
}

/** Whether the project file's factor made the amount net. */
export const isMadeNet = ({ projectFile }: Pick<Audit, 'projectFile'>, { amount }: Dossier): boolean =>
  amount?.counts === true && amount.basis === 'gross' && projectFile?.vat !== undefined

/** How a foreign or gross amount came to what counts, so that anybody can do the sum: `45.000 $ × 0,88 € (Kurs vom …) = 39.600 €`. */
export function conversionText({ say, f }: Spoken, audit: Audit, item: Dossier): string | undefined {
  const { amount } = item
  const rate = rateOfItem(audit, item)
  const net = isMadeNet(audit, item)
  if (amount?.euro === undefined || (rate === undefined && !net)) return undefined
  const vat = audit.projectFile?.vat
  return [
    f.money(amount.value, amount.currency),
    ...(rate === undefined ? [] : [say('conversion.rate', { eur: f.rate(rate.eur), day: f.day(rate.date), file: rate.source })]),
    ...(net && vat !== undefined ? [say('conversion.vat', { factor: f.rate(vat.factor) })] : []),
    say(amount.setOff === undefined ? 'conversion.result' : 'conversion.left', { euro: f.money(amount.euro) }),
    ...(amount.perYear === undefined || amount.perYear === amount.euro ? [] : [say('conversion.year', { euro: f.money(amount.perYear) })]),
  ].join(' ')
}
