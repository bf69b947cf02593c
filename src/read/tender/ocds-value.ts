import type { Amount } from '../../model/item.ts'
import { amountOf } from './money.ts'
import type { OcdsValue } from './ocds-release.ts'

interface StatedValue {
  readonly said: string | undefined
  readonly basis: Amount['basis']
}

/**
 * The net amount where there is one. `amount` beside a larger `amountGross` is net (Find a Tender writes it so); the same
 * amount twice is gross. `valueAddedTaxIncluded` says which an amount alone is.
 */
export function statedValue({ amount, amountNet, amountGross, valueAddedTaxIncluded }: OcdsValue): StatedValue {
  if (amountNet !== undefined) return { said: amountNet, basis: 'net' }
  if (amountGross === undefined) return { said: amount, basis: TAX[valueAddedTaxIncluded ?? ''] ?? 'unknown' }
  if (amount === undefined || Number(amount) === Number(amountGross)) return { said: amountGross, basis: 'gross' }
  return { said: amount, basis: Number(amount) < Number(amountGross) ? 'net' : 'unknown' }
}

const TAX: Readonly<Record<string, Amount['basis']>> = { true: 'gross', false: 'net' }

/** What is stated with tax beside a net amount. */
export function grossBeside(value: OcdsValue | undefined, kind: Amount['kind']): Amount | undefined {
  if (value?.amountGross === undefined || statedValue(value).basis !== 'net') return undefined
  return amountOf(value.amountGross, value.currency, kind, { basis: 'gross' })
}
