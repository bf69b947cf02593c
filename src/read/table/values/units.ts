import type { Amount } from '../../../model/item.ts'
import { fold } from '../columns/fold.ts'
import { remembered } from '../remember.ts'
import { basisIn, GROSS, NET } from './basis.ts'
import { PERIODS, SPAN, spanIn, type PerYear } from './periods.ts'

/** ISO 4217 codes that are known by a sign or a word; three capital letters of this list are understood as well. */
export type Currency = 'EUR' | 'GBP' | 'USD' | 'CHF' | 'SEK' | 'NOK' | 'DKK' | 'PLN' | 'CZK' | 'HUF' | 'RON' | 'BGN' | 'CAD' | 'AUD' | 'JPY'

const CURRENCIES: readonly (readonly [Currency, RegExp])[] = [
  ['EUR', /€|(?<![a-z])[tk]?(?:eur|euros?)(?![a-z])/],
  ['GBP', /£|(?<![a-z])gbp(?![a-z])/],
  ['USD', /\$|(?<![a-z])usd(?![a-z])/],
  ['CHF', /(?<![a-z])(?:chf|sfr)(?![a-z])/],
  ...(['SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'RON', 'BGN', 'CAD', 'AUD', 'JPY'] as const).map((code): readonly [Currency, RegExp] => [
    code,
    new RegExp(`(?<![a-z])${code.toLowerCase()}(?![a-z])`),
  ]),
]

/** The one currency a text names; `undefined` if it names none or several. */
export function currencyIn(text: string): Currency | undefined {
  const lower = text.toLowerCase()
  const found = CURRENCIES.filter(([, pattern]) => pattern.test(lower))
  return found.length === 1 ? found[0]![0] : undefined
}

/** The currency of a cell that holds nothing else; any three capital letters are a code. */
export function currencyCode(text: string): string | undefined {
  return currencyIn(text) ?? (/^[A-Z]{3}$/.test(text) ? text : undefined)
}

/** What a heading says about its column beside its name. */
export interface Unit {
  /** Places the decimal mark moves to the right: 0, 3 ("in T€"), 6 ("Mio.") or 9 ("Mrd."). */
  readonly shift?: number
  readonly currency?: Currency
  /** "non_gbp_value": whatever the amounts are in, it is not this. */
  readonly foreignTo?: Currency
  readonly basis?: Amount['basis']
  /** Payments a year: "p. a." is 1, "monatlich" 12. */
  readonly perYear?: PerYear
  /** Durations without a unit of their own are months or years. */
  readonly duration?: 'M' | 'Y'
}

const LONGEST_UNIT = 12
const THOUSANDS =
  /(?<![a-z])(?:in )?(?:t ?(?:€|eur(?:o)?)|(?:tsd\.?|tausend)(?: ?(?:€|eur(?:o)?))?|k ?(?:€|£|\$|eur)|1\.?000 ?(?:€|eur(?:o)?|£)|[€£] ?(?:k|000s?))(?![a-z])/
const MILLIONS =
  /(?<![a-z])(?:in )?(?:mio\.?|mill\.|millionen|millions?|mn)(?: ?(?:€|£|eur(?:o)?))?(?![a-z])|[€£] ?m(?![a-z])|(?<![a-z])m ?[€£]/
const MILLIARDS = /(?<![a-z])(?:in )?(?:mrd\.?|milliarden?|bn)(?: ?(?:€|£|eur(?:o)?))?(?![a-z])/
const CURRENCY = /(?:(?<![a-z])in )?(?:[€£$]|(?<![a-z])(?:euros?|eur|gbp|usd|chf|sfr|sek|nok|dkk|pln|czk|huf|ron|bgn|cad|aud|jpy)(?![a-z]))/
const FOREIGN = new RegExp(`(?<![a-z])(?:non|not|nicht)[ _-]?(?:in[ _-])?${CURRENCY.source}[ _-]?`)
const MONTHS =
  /(?<![a-z])in (?:monaten|months)(?![a-z])|(?<![a-z])monate?(?![a-z])|\((?:months|mois|meses|mesi)\)|(?:duree|(?<![a-z])en )mois(?![a-z])/
const YEARS = /(?<![a-z])in (?:jahren|years)(?![a-z])|(?<![a-z])jahre(?![a-z])/

/** Splits a folded heading into its units and what remains of its name. */
export function unitOf(folded: string): { unit: Unit; rest: string } {
  const span = spanIn(folded)
  // „Monatliche Rate über 36 Monate“: so often it is due, and so long
  const due = span === undefined ? folded : folded.replace(SPAN, ' ')
  const perYear = PERIODS.find(([, pattern]) => pattern.test(due))?.[0] ?? span
  const basis = basisIn(folded)
  const named = currencyIn(folded)
  const currency = FOREIGN.test(folded) ? undefined : named
  const scale = (
    [
      [3, THOUSANDS],
      [6, MILLIONS],
      [9, MILLIARDS],
    ] as const
  ).find(([, pattern]) => pattern.test(folded))
  const shift = scale?.[0] ?? (currency === undefined ? undefined : 0)
  const duration = MONTHS.test(folded) ? 'M' : YEARS.test(folded) ? 'Y' : undefined
  const patterns = [
    FOREIGN,
    SPAN,
    ...PERIODS.map(([, pattern]) => pattern),
    NET,
    GROSS,
    THOUSANDS,
    MILLIONS,
    MILLIARDS,
    CURRENCY,
    MONTHS,
    YEARS,
  ]
  return {
    unit: {
      ...(shift === undefined ? {} : { shift }),
      ...(currency === undefined ? {} : { currency }),
      ...(currency === named || named === undefined ? {} : { foreignTo: named }),
      ...(basis === undefined ? {} : { basis }),
      ...(perYear === undefined ? {} : { perYear }),
      ...(duration === undefined ? {} : { duration }),
    },
    rest: patterns.reduce((text, pattern) => text.replace(pattern, ' '), folded),
  }
}

/** How much larger the amount of a row is by its cell beside it: 3 for „T€“, 6 for „Mio. EUR“; `undefined` for a mere currency. */
export const shiftIn = remembered((cell: string): number | undefined => unitOf(fold(cell)).unit.shift || undefined)

/** Whether a text is a currency or the size of money, and nothing else: "EUR", „T€“, „Mio. EUR“, „Tsd.“ */
export function isMoneyUnit(text: string): boolean {
  if (text.length > LONGEST_UNIT || !/[a-z€$£]/i.test(text) || /\d/.test(text)) return false
  const { unit, rest } = unitOf(fold(text))
  return unit.shift !== undefined && unit.perYear === undefined && rest.trim() === ''
}

/** Units stated once for a whole list, in the lines above its heading: "Alle Beträge in T€, netto". */
export function unitAbove(folded: string): Unit {
  const { unit } = unitOf(folded)
  const { basis, currency } = unit
  const scaled = /(?<![a-z])in (?:t ?€|t ?eur|tsd|tausend|mio|mill|k€|millionen|mrd|milliarden)/.test(folded)
  return {
    ...(scaled && unit.shift !== undefined ? { shift: unit.shift } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(basis === undefined ? {} : { basis }),
  }
}
