import { fold } from '../columns/fold.ts'
import { basisIn, GROSS, NET } from './basis.ts'
import { ONCE, PERIODS, periodsIn, SPAN, spanIn, type PerYear } from './periods.ts'

/** What a cell says of its amount beside the number. */
export interface Additions {
  readonly perYear?: PerYear
  /** Only by how long it is for: „5.000 € für 3 Jahre“. */
  readonly bySpan?: true
  readonly basis?: 'net' | 'gross'
}

/** How a price is adjusted later, which is not what it is now: „+3 % p. a.“, „(Indexierung VPI)“. */
const ADJUSTED = [
  /[,;(]? ?(?:\+|zzgl\.?|steigerung(?: um)?|erhohung(?: um)?|plus) ?\d{1,2}(?:[.,]\d{1,2})? ?% ?(?:p\. ?a\.?|p\.?a\.?|jahrlich|im jahr|pro jahr|je jahr|\/ ?jahr|yearly|annually)\)?$/,
  /[,;(]? ?(?:mit )?(?:vpi[- ])?(?:index\w*|preisgleit\w*|preisanpass\w*|wertsicher\w*|wertgesichert)(?: (?:nach|gem\.|lt\.|vpi|verbraucherpreisindex|destatis))*\)?$/,
]
/** When in the period it is due: „vierteljährlich im Voraus“, „jährlich im Voraus zum 01.01.“ */
const DUE =
  /[,;(]? ?(?<![a-z])(?:im voraus|vorschussig|nachschussig|nachtraglich|in advance|in arrears)(?: (?:zum|am) \d{1,2}\.\d{1,2}\.?)?\)?(?=$|[ ,;])/

const PATTERNS = [...PERIODS.map(([, pattern]) => pattern), ONCE, NET, GROSS]
/** Cells without such letters have none; most cells are asked. */
const LIKELY =
  /net|brut|gross|st\b|steuer|vat|j.{1,2}hr|year|annu|mon|mtl|quart|p\. ?[am]|p\.a|einmal|index|preis|wert|voraus|schuss|nachtr|advance|arrears|once|one-?off|viertel|halbj|half|semester|\/ ?a\b/i
/** Folded, a footnote mark would be a digit of the number. */
const MARKS = /[¹²³⁰⁴-⁹]/

/** A cell without what is added to its amount: "85.000 EUR netto", "12.500 € p. a.", "einmalig 9.800 €". `undefined`: there is none. */
export function withoutAdditions(text: string): { readonly rest: string; readonly additions: Additions } | undefined {
  if (!LIKELY.test(text) || MARKS.test(text)) return undefined
  const whole = fold(text)
  const folded = [...ADJUSTED, DUE].reduce((left, pattern) => left.replace(pattern, ''), whole)
  const span = spanIn(folded)
  const due = periodsIn(span === undefined ? folded : folded.replace(SPAN, ' '))
  // „120 € mtl. auf 36 Monate“: so often it is due, and so long
  const bySpan = span !== undefined && due.length === 0
  const periods = bySpan ? [span] : due
  const rest = [...(span === undefined ? [] : [SPAN]), ...PATTERNS].reduce((left, pattern) => left.replace(pattern, ' '), folded)
  if (periods.length > 1 || rest === whole) return undefined
  const basis = basisIn(folded)
  const [perYear] = periods
  return {
    rest: rest
      .replace(/\(\s*\)/g, ' ')
      .trim()
      .replace(/^[:;,]\s*|\s*[;,]$/g, ''),
    additions: {
      ...(perYear === undefined ? {} : { perYear }),
      ...(bySpan && { bySpan: true as const }),
      ...(basis === undefined ? {} : { basis }),
    },
  }
}
