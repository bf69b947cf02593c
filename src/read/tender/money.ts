import type { Amount, Stated } from '../../model/item.ts'
import { decimalText, unitsOf, UNITS_PER_MAJOR } from '../../model/money.ts'
import { NO_CURRENCY } from '../../model/money.ts'

/** What publishers enter where they do not want to or cannot state a value; -1 and 9.99 stand for withheld ones. */
const PLACEHOLDERS = new Set(['0.00', '0.01', '1.00', '-1.00', '9.99'])
/** Exponents beyond this are no money: `1e400` is a broken export. */
const LARGEST_EXPONENT = 15

/** A number of JSON, XML or CSV as money: plain, or with an exponent (`1.5E7`). `undefined`: no number, or beyond all sense. */
export function moneyText(said: string): string | undefined {
  const found = /^(-?\d{1,30}(?:\.\d{1,30})?)(?:[eE]([+-]?\d{1,3}))?$/.exec(said.trim())
  if (found === null) return undefined
  const exponent = Number(found[2] ?? 0)
  const units = Math.abs(exponent) > LARGEST_EXPONENT ? undefined : unitsOf(shifted(found[1]!, exponent))
  return units === undefined ? undefined : decimalText({ n: units, d: UNITS_PER_MAJOR }, units % 100n === 0n ? 2 : 4)
}

function shifted(plain: string, exponent: number): string {
  const sign = plain.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = plain.slice(sign.length).split('.')
  const [before, after] = [whole.padStart(1 - exponent, '0'), fraction.padEnd(exponent, '0')]
  return exponent < 0
    ? `${sign}${before.slice(0, exponent)}.${before.slice(exponent)}${fraction}`
    : `${sign}${whole}${after.slice(0, exponent)}.${after.slice(exponent)}`
}

/** An amount; `masked` where the notice withholds it and states a dummy. `undefined`: no number, or a negative one. */
export function amountOf(
  stated: Stated,
  currency: string | undefined,
  kind: Amount['kind'],
  { masked = false, basis = 'unknown' as Amount['basis'] } = {},
): Amount | undefined {
  const value = moneyText(stated.says)
  if (value === undefined) return undefined
  const placeholder = masked || PLACEHOLDERS.has(value)
  if (value.startsWith('-') && !placeholder) return undefined
  const code = currency?.trim().toUpperCase()
  const amount: Amount = {
    value,
    currency: code !== undefined && /^[A-Z]{3}$/.test(code) ? code : NO_CURRENCY,
    basis,
    kind,
    stated: [stated],
  }
  return placeholder ? { ...amount, placeholder: true } : amount
}

export const sameMoney = (one: Amount, other: Amount): boolean => one.value === other.value && one.currency === other.currency

/** The most telling amount: the first that is one, else the first placeholder. */
export function preferred(amounts: readonly (Amount | undefined)[]): Amount | undefined {
  const stated = amounts.filter((amount) => amount !== undefined)
  return stated.find(({ placeholder }) => placeholder === undefined) ?? stated[0]
}

/** Sum of amounts of one currency and basis; `undefined` where they differ or there is none. Placeholders are left out if there is anything better. */
export function total(amounts: readonly Amount[]): Amount | undefined {
  const usable = amounts.filter(({ placeholder }) => placeholder === undefined)
  const [first, ...others] = usable
  if (first === undefined) return amounts[0]
  if (others.some(({ currency, basis }) => currency !== first.currency || basis !== first.basis)) return undefined
  const units = usable.reduce((sum, { value }) => sum + (unitsOf(value) ?? 0n), 0n)
  return {
    ...first,
    value: decimalText({ n: units, d: UNITS_PER_MAJOR }, units % 100n === 0n ? 2 : 4),
    stated: usable.flatMap(({ stated = [] }) => stated),
  }
}
