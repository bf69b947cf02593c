import { fold } from '../columns/fold.ts'
import { basisIn, GROSS, NET } from './basis.ts'
import { ONCE, PERIODS, periodsIn, type PerYear } from './periods.ts'

/** What a cell says of its amount beside the number. */
export interface Additions {
  readonly perYear?: PerYear
  readonly basis?: 'net' | 'gross'
}

const PATTERNS = [...PERIODS.map(([, pattern]) => pattern), ONCE, NET, GROSS]
/** Cells without such letters have none; most cells are asked. */
const LIKELY =
  /net|brut|gross|st\b|steuer|vat|j.{1,2}hr|year|annu|mon|mtl|quart|p\. ?[am]|p\.a|einmal|once|one-?off|viertel|halbj|half|semester|\/ ?a\b/i
/** Folded, a footnote mark would be a digit of the number. */
const MARKS = /[¹²³⁰⁴-⁹]/

/** A cell without what is added to its amount: "85.000 EUR netto", "12.500 € p. a.", "einmalig 9.800 €". `undefined`: there is none. */
export function withoutAdditions(text: string): { readonly rest: string; readonly additions: Additions } | undefined {
  if (!LIKELY.test(text) || MARKS.test(text)) return undefined
  const folded = fold(text)
  const periods = periodsIn(folded)
  const rest = PATTERNS.reduce((left, pattern) => left.replace(pattern, ' '), folded)
  if (periods.length > 1 || rest === folded) return undefined
  const basis = basisIn(folded)
  const [perYear] = periods
  return {
    rest: rest
      .replace(/\(\s*\)/g, ' ')
      .trim()
      .replace(/^[:;,]\s*|\s*[;,]$/g, ''),
    additions: { ...(perYear === undefined ? {} : { perYear }), ...(basis === undefined ? {} : { basis }) },
  }
}
