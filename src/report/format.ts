import type { Interval } from '../model/audit.ts'
import { exactly } from '../model/exact.ts'
import { lazily } from '../model/lazily.ts'
import type { Language } from '../model/words.ts'
import { decimal, type Separators } from './decimals.ts'

/** Numbers, money and days as people read them. Units stand in the text; unknown is never passed in here. */
export interface Formats {
  number(value: number): string
  /** A share 0…1 with one decimal, 0 and 1 without; what is not zero is never printed as 0 %, what is not all never as 100 %. */
  percent(share: number): string
  /** Each end as `percent` prints it, from the exact value: the same share is the same number wherever it stands. */
  shares(interval: Interval): string
  /** HHI, 0…10,000. */
  hhi(interval: Interval): string
  /** The HHI as a number of equally large vendors, `2.4–3.1`; undefined where there is no concentration at all. */
  equalVendors(hhi: Interval): string | undefined
  /** A decimal string in major units; cents only below 100. */
  money(value: string, currency?: string): string
  /** A rate as exact as it was given. */
  rate(value: number): string
  /** An ISO day, month or year; anything else is returned as it is. */
  day(iso: string): string
  /** Lists items in a sentence: `a, b und c`. */
  list(items: readonly string[]): string
  /** `a, b oder c` */
  choice(items: readonly string[]): string
}

const WRITTEN = {
  de: { separators: { thousands: '.', decimals: ',' }, percentSign: '\u00a0%' },
  en: { separators: { thousands: ',', decimals: '.' }, percentSign: '%' },
} as const satisfies Record<Language, { separators: Separators; percentSign: string }>

const LOCALES = { de: 'de-DE', en: 'en-GB' } as const satisfies Record<Language, string>

export function formats(language: Language): Formats {
  const locale = LOCALES[language]
  // a formatter takes longer to make than most runs take to need it
  const disjunction = lazily(() => new Intl.ListFormat(locale, { type: 'disjunction' }))
  const conjunction = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const currencies = new Map<string, Intl.NumberFormat>()

  const { separators, percentSign } = WRITTEN[language]
  const number = (value: number): string => decimal(value, { least: 0, most: 2 }, separators)
  const tenths = (value: number): string => decimal(value, { least: 1, most: 1 }, separators)
  const bare = (share: number): string =>
    decimal(share, share === 0 || share === 1 ? { least: 0, most: 0 } : { least: 1, most: 1 }, separators, 2)
  const end = (share: number): string => {
    if (share > 0 && share < 0.0005) return `<\u00a0${bare(0.001)}`
    if (share < 1 && share >= 0.9995) return `>\u00a0${bare(0.999)}`
    return bare(share)
  }
  const percent = (share: number): string => end(share) + percentSign
  const range = (low: string, high: string): string => (low === high ? low : `${low}–${high}`)

  return {
    number,
    percent,
    shares: (interval) => {
      const { low, high } = exactly(interval)
      return range(end(low), end(high)) + percentSign
    },
    hhi: ({ low, high }) => range(number(Math.round(low)), number(Math.round(high))),
    equalVendors: ({ low, high }) => {
      if (high <= 0) return undefined
      const fewest = tenths(10_000 / high)
      return low > 0 ? range(fewest, tenths(10_000 / low)) : `≥\u00a0${fewest}`
    },
    money: (value, currency = 'EUR') => money(value, currency, locale, currencies),
    rate: (value) => decimal(value, { least: 2, most: 8 }, separators),
    day: (iso) => day(iso, language),
    list: (items) => conjunction().format(items),
    choice: (items) => disjunction().format(items),
  }
}

function money(value: string, currency: string, locale: string, cache: Map<string, Intl.NumberFormat>): string {
  const amount = Number(value)
  if (value.trim() === '' || !Number.isFinite(amount)) return value
  const digits = Math.abs(amount) < 100 && !Number.isInteger(amount) ? 2 : 0
  const key = `${currency}${digits}`
  let format = cache.get(key)
  if (format === undefined) {
    const known = /^[A-Z]{3}$/.test(currency)
    format = new Intl.NumberFormat(locale, {
      ...(known ? { style: 'currency', currency } : {}),
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    cache.set(key, format)
  }
  return format.format(amount)
}

/** English months are written out: 05/01/2026 is two different days. */
const DAY_PARTS = {
  de: { day: '2-digit', month: '2-digit' },
  en: { day: 'numeric', month: 'short' },
} as const satisfies Record<Language, Intl.DateTimeFormatOptions>

function day(iso: string, language: Language): string {
  const found = /^\d{4}-\d{2}(-\d{2})?$/.exec(iso)
  const time = Date.parse(iso)
  if (found === null || Number.isNaN(time)) return iso
  const { day, month } = DAY_PARTS[language]
  const parts = { month, year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(LOCALES[language], found[1] === undefined ? parts : { day, ...parts }).format(time)
}
