// Numbers as people of one language write them. `Intl.NumberFormat` writes the same (tested), but loading its tables takes
// longer than the rest of a small report.

/** How a language separates thousands and decimals. */
export interface Separators {
  readonly thousands: string
  readonly decimals: string
}

/**
 * Halves are rounded away from zero, going by the number as it prints: 1.005 is 1.01. What rounds to zero has no sign.
 * @param value below 10²¹
 * @param places how many decimals are written at least and at most
 * @param shift by how many places the comma moves before: 2 for percent
 */
export function decimal(value: number, places: { least: number; most: number }, separators: Separators, shift = 0): string {
  const [whole, part] = rounded(digitsOf(Math.abs(value), shift), places.most)
  const kept = part.slice(0, places.least) + part.slice(places.least).replace(/0+$/, '')
  const sign = value < 0 && /[1-9]/.test(whole + part) ? '-' : ''
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, separators.thousands) + (kept === '' ? '' : separators.decimals + kept)
}

type Digits = readonly [whole: string, part: string]

function digitsOf(value: number, shift: number): Digits {
  const [mantissa, power = '0'] = value.toString().split('e') as [string, string?]
  const [whole, part = ''] = mantissa.split('.') as [string, string?]
  const comma = whole.length + Number(power) + shift
  const digits = (whole + part).padEnd(comma, '0')
  return comma > 0 ? [digits.slice(0, comma).replace(/^0+(?=\d)/, ''), digits.slice(comma)] : ['0', '0'.repeat(-comma) + digits]
}

function rounded([whole, part]: Digits, places: number): Digits {
  const kept = part.slice(0, places).padEnd(places, '0')
  if (!(part.charAt(places) >= '5')) return [whole, kept]
  const up = (BigInt(whole + kept) + 1n).toString().padStart(places + 1, '0')
  return [up.slice(0, up.length - places), up.slice(up.length - places)]
}
