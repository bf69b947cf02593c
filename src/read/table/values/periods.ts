import { tableOf } from '../../../model/table.ts'
import { fold } from '../columns/fold.ts'

/** How often a year an amount is due; 0 is once and for all. */
export type PerYear = 0 | 1 | 2 | 4 | 6 | 12

/** "je Monat", and what follows a piece: "je Nutzer und Monat". */
const EVERY = String.raw`(?:(?:pro|je|im|per|\/) ?|(?<=user|seat|license|licence|device|nutzer|lizenz|platz|gerat|stuck) (?:und|and) )`
/** What "Monats-", "Quartals-" and the like stand before where they tell how often something is paid. */
const MONEY =
  '(?=(?:kosten|betrage?|preise?|raten?|gebuhr(?:en)?|pauschalen?|mieten?|entgelte?|werte?|summen?|beitrage?|zahlung(?:en)?|vergutung(?:en)?)(?![a-z]))'
const ENDING = '(?:e[rnsm]?)?'

/** Patterns of folded text: what is said of an amount that is due every month, quarter, half-year or year. */
export const PERIODS: readonly (readonly [PerYear, RegExp])[] = (
  [
    [12, 'monat|month', String.raw`monatlich${ENDING}|monatl\.?|mtl\.?|monthly|p\. ?m\.`, 'monats'],
    [4, 'quartal|vierteljahr|quarter', String.raw`quartalsweise|vierteljahrlich${ENDING}|viertelj(?:ahrl)?\.|quarterly`, '(?:quartals|vierteljahres)'],
    [2, 'halbjahr|half-year', String.raw`halbjahrlich${ENDING}|halbj(?:ahrl)?\.|half-yearly|semi-?annual(?:ly)?`, 'halbjahres'],
    [1, String.raw`jahr(?! ?\d)|year|annum`, String.raw`jahrlich${ENDING}|jahrl\.?|annual(?:ly)?|yearly|p\. ?a\.?|p\.?a\.`, 'jahres'],
  ] as const
).map(([times, noun, word, compound]) => [
  times,
  new RegExp(`${EVERY}(?:${noun})(?![a-z])|(?<![a-z])(?:${word})(?![a-z])|(?<![a-z])${compound}${MONEY}`),
]) // prettier-ignore

/** "einmalig 9.800 €" */
export const ONCE = /(?<![a-z])(?:einmal(?:ig(?:e[rnsm]?)?)?|one-?off|once)(?![a-z])/

/** Where the period ends and a day or a remark begins: "jährlich zum 01.03.", "monatlich im Voraus". */
const REMARK = /[,;(]| (?:zum|am|ab|im voraus|jeweils|(?:vor|nach)[a-z]*|in advance|in arrears)(?![a-z]).*$/
const NOUNS = tableOf<PerYear>({
  monat: 12,
  month: 12,
  quartal: 4,
  quarter: 4,
  vierteljahr: 4,
  halbjahr: 2,
  jahr: 1,
  year: 1,
})
const LONGEST = 60

/** What a cell of a column `interval` says: "monatlich", "alle 3 Monate", "Quartal". */
export function periodOf(text: string): PerYear | undefined {
  if (text.length > LONGEST) return undefined
  const plain = fold(text).split(REMARK)[0]!.trim()
  const noun = NOUNS.get(plain)
  if (noun !== undefined) return noun
  if (/^zweimonatlich$/.test(plain)) return 6
  const [, months] = /^(?:alle |every )?(\d{1,2}) ?(?:monate?n?|months?)$/.exec(plain) ?? []
  const times =
    months === undefined ? /^(\d{1,2}) ?[x×] ?(?:jahrlich|(?:im|pro|\/) ?jahr|p\. ?a\.?)$/.exec(plain)?.[1] : 12 / Number(months)
  if (times !== undefined) return ([1, 2, 4, 6, 12] as const).find((known) => known === Number(times))
  if (/\d/.test(plain)) return undefined
  const said = periodsIn(plain)
  return said.length === 1 ? said[0] : undefined
}

/** Every period that a folded text names. */
export function periodsIn(folded: string): PerYear[] {
  return [...PERIODS.filter(([, pattern]) => pattern.test(folded)).map(([times]) => times), ...(ONCE.test(folded) ? [0 as const] : [])]
}
