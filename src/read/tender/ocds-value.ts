import type { Amount, Stated } from '../../model/item.ts'
import { amountOf } from './money.ts'
import type { OcdsValue } from './ocds-release.ts'
import { tableOf } from '../../model/table.ts'

interface StatedValue {
  readonly stated: Stated | undefined
  readonly basis: Amount['basis']
}

/**
 * The net amount where there is one. `amount` beside a larger `amountGross` is net (Find a Tender writes it so); the same
 * amount twice is gross. `valueAddedTaxIncluded` says which an amount alone is.
 */
export function statedValue(value: OcdsValue): StatedValue {
  const { amount, amountNet, amountGross, valueAddedTaxIncluded } = value
  if (amountNet !== undefined) return { stated: statedIn(value, 'amountNet'), basis: 'net' }
  if (amountGross === undefined) return { stated: statedIn(value, 'amount'), basis: TAX.get(valueAddedTaxIncluded ?? '') ?? 'unknown' }
  if (amount === undefined || Number(amount) === Number(amountGross)) return { stated: statedIn(value, 'amountGross'), basis: 'gross' }
  return { stated: statedIn(value, 'amount'), basis: Number(amount) < Number(amountGross) ? 'net' : 'unknown' }
}

function statedIn(value: OcdsValue, member: 'amount' | 'amountNet' | 'amountGross'): Stated | undefined {
  const says = value[member]
  return says === undefined ? undefined : { at: `${value.at}/${member}`, says }
}

const TAX = tableOf<Amount['basis']>({ true: 'gross', false: 'net' })

/** What is stated with tax beside a net amount. */
export function grossBeside(value: OcdsValue | undefined, kind: Amount['kind']): Amount | undefined {
  const gross = value && statedIn(value, 'amountGross')
  if (gross === undefined || statedValue(value!).basis !== 'net') return undefined
  return amountOf(gross, value!.currency, kind, { basis: 'gross' })
}
