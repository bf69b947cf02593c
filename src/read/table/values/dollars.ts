import type { NumberShape } from './numbers.ts'

/** Currencies that are written with the sign `$`. */
const CALLED_DOLLAR: ReadonlySet<string | undefined> = new Set([
  'USD',
  'CAD',
  'AUD',
  'NZD',
  'SGD',
  'HKD',
  'TWD',
  'MXN',
  'CLP',
  'COP',
  'ARS',
])

/** Whether a heading has the sign and does not say whose dollar it is. */
function isBareDollar(heading: string): boolean {
  return heading.includes('$') && !/us ?\$|usd|us-dollar/i.test(heading)
}

/** Decides which currency the sign `$` is. */
export class Dollars {
  /** Nothing told, so that an amount was taken as US dollars. */
  assumed = false

  /** The currency that a cell itself names; for `$` what is said around it, the nearest first, tells whose dollar it is. */
  of({ currency, dollar }: NumberShape, heading: string, said: readonly (string | undefined)[]): string | undefined {
    const bare = isBareDollar(heading)
    const named = said.find((code) => CALLED_DOLLAR.has(code) && !(code === 'USD' && bare))
    if (named === undefined && (dollar === true || (bare && currency === undefined))) this.assumed = true
    return dollar === true ? (named ?? currency) : currency
  }
}
