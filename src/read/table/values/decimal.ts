/** A number as digits: `-1234.5`. No exponent, no group separators, no superfluous zeros. */
export type Decimal = string

/** Decimal from its parts; `shift` moves the decimal mark to the right ("in T€" is 3). */
export function decimalOf(negative: boolean, whole: string, fraction: string, shift = 0): Decimal {
  const padded = fraction.padEnd(shift, '0')
  const digits = (whole + padded.slice(0, shift)).replace(/^0+(?=\d)/, '')
  const rest = padded.slice(shift).replace(/0+$/, '')
  const text = rest === '' ? digits : `${digits}.${rest}`
  return negative && text !== '0' ? `-${text}` : text
}

/** Exact product. */
export function times(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [scaled(a), scaled(b)]
  const product = x.value * y.value
  const places = x.places + y.places
  const digits = (product < 0n ? -product : product).toString().padStart(places + 1, '0')
  return decimalOf(product < 0n, digits.slice(0, digits.length - places), digits.slice(digits.length - places))
}

/** Exact sum. */
export function plus(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [scaled(a), scaled(b)]
  const places = Math.max(x.places, y.places)
  const sum = x.value * 10n ** BigInt(places - x.places) + y.value * 10n ** BigInt(places - y.places)
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0')
  return decimalOf(sum < 0n, digits.slice(0, digits.length - places), digits.slice(digits.length - places))
}

/** What is due every so many years, a year's part of it, to the cent. */
export function dividedBy(decimal: Decimal, years: number): Decimal {
  const { value, places } = scaled(decimal)
  const cents = (value < 0n ? -value : value) * 100n
  const by = BigInt(years) * 10n ** BigInt(places)
  const digits = ((2n * cents + by) / (2n * by)).toString().padStart(3, '0')
  return decimalOf(value < 0n, digits.slice(0, -2), digits.slice(-2))
}

function scaled(decimal: Decimal): { value: bigint; places: number } {
  const dot = decimal.indexOf('.')
  return dot < 0 ? { value: BigInt(decimal), places: 0 } : { value: BigInt(decimal.replace('.', '')), places: decimal.length - dot - 1 }
}

/** Money is written with at least two decimals, however it stood in the list: `1234.50`. */
export function asMoney(decimal: Decimal): string {
  const dot = decimal.indexOf('.')
  if (dot < 0) return `${decimal}.00`
  return decimal.padEnd(dot + 3, '0')
}
