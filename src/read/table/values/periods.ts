import { tableOf } from '../../../model/table.ts'
import { fold } from '../columns/fold.ts'

/** How often a year an amount is due: 12 every month, 1/2 every two years; 0 is once and for all. */
export type PerYear = number

/** "je Monat", and what follows a piece: "je Nutzer und Monat". */
const EVERY = String.raw`(?:(?:pro|jede[snr]|je|im|per|\/) ?|(?<=user|seat|license|licence|device|nutzer|lizenz|platz|gerat|stuck) (?:und|and) )`
/** What "Monats-", "Quartals-" and the like stand before where they tell how often something is paid. */
const MONEY =
  '(?=(?:kosten|betrage?|preise?|raten?|gebuhr(?:en)?|pauschalen?|mieten?|entgelte?|werte?|summen?|beitrage?|zahlung(?:en)?|vergutung(?:en)?)(?![a-z]))'
/** "12.000 EUR/a", "Kosten €/a" */
const A_YEAR = String.raw`(?<=(?:€|eur|euro|chf|usd|gbp|kosten|betrag|preis|gebuhr|wert|miete) ?)\/ ?a(?![a-z])`
const ENDING = '(?:e[rnsm]?)?'

/** Patterns of folded text: what is said of an amount that is due every month, quarter, half-year or year. */
export const PERIODS: readonly (readonly [PerYear, RegExp])[] = (
  [
    [12, 'monat|month', String.raw`monatlich${ENDING}|monatl\.?|mtl\.?|monthly|p\. ?m\.`, 'monats'],
    [4, 'quartal|vierteljahr|quarter', String.raw`quartalsweise|vierteljahrlich${ENDING}|viertelj(?:ahrl)?\.|quarterly`, '(?:quartals|vierteljahres)'],
    [2, 'halbjahr|half-year|semester', String.raw`halbjahrlich${ENDING}|halbj(?:ahrl)?\.|half-yearly|semi-?annual(?:ly)?`, 'halbjahres'],
    [1, String.raw`jahr(?! ?\d)|year|annum`, String.raw`jahrlich${ENDING}|jahrl\.?|annual(?:ly)?|yearly|p\. ?a\.?|p\.?a\.`, 'jahres'],
  ] as const
).map(([times, noun, word, compound]) => [
  times,
  new RegExp(`${EVERY}(?:${noun})(?![a-z])|(?<![a-z])(?:${word})(?![a-z])|(?<![a-z])${compound}${MONEY}${times === 1 ? `|${A_YEAR}` : ''}`),
]) // prettier-ignore

/** "einmalig 9.800 €" */
export const ONCE = /(?<![a-z])(?:einmal(?:ig(?:e[rnsm]?)?|zahlung|betrag|kosten)?|one-?(?:off|time)|once)(?![a-z])/

/** How many, in words or figures. */
const TIMES = tableOf<number>({ ein: 1, zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6, acht: 8, zehn: 10, zwolf: 12, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, twelve: 12 }) // prettier-ignore
const COUNT = String.raw`(\d{1,2}|${[...TIMES.keys()].join('|')})`

/** "für 3 Jahre", "über 36 Monate", "TCO 5 Jahre" */
export const SPAN = new RegExp(
  String.raw`(?<![a-z])(?:(?:fur|uber|auf|for|over|pro|je|per|alle|every) (?:die |the )?|tco )${COUNT} (?:(jahre|years)|(monate|months))(?![a-z])`,
)

/** How often a year that is due which a folded heading says is for several years or months. */
export function spanIn(folded: string): PerYear | undefined {
  const [, count, years] = SPAN.exec(folded) ?? []
  const n = count === undefined ? 0 : numberOf(count)
  return n > 1 ? (years === undefined ? 12 / n : 1 / n) : undefined
}

/** Where the period ends and a day or a remark begins: "jährlich zum 01.03.", "monatlich im Voraus". */
const REMARK = /[,;(]| (?:zum|am|ab|im voraus|jeweils|(?:vor|nach)[a-z]*|in advance|in arrears)(?![a-z]).*$/
const LONGEST = 60

/** How often a year, by the first letters of a unit of time. */
const UNITS: readonly (readonly [number, string])[] = [
  [12, String.raw`mon(?:at(?:e?n?|lich)|\.|ths?|thly)?`],
  [4, String.raw`quartale?n?|quarters?`],
  [52, String.raw`wochen?|wochentlich|weeks?`],
  [1, String.raw`j(?:ahr(?:e?n?|lich|l\.?)|\.)?|years?`],
]
const UNIT = UNITS.map(([, unit]) => `(${unit})`).join('|')
/** "alle 2 Jahre", "every three months", "2-jährlich", "zweimonatlich", "3 Monate"; „3 Jahre“ may be how long it is paid. */
const EVERY_SO_MANY = new RegExp(`^(?:(?:aller?|every) |(?!.*(?:jahren?|years|wochen|weeks)$))${COUNT}[ -]?(?:${UNIT})$`)
/** „3 Jahre im Voraus“, „Vorauszahlung für 2 Jahre“: how long what is paid lasts. */
const AHEAD = new RegExp(
  `^(?:(?:vorauszahlung|vorauskasse|prepaid|prepayment|vorab)(?: (?:fur|uber|for))? ${COUNT}[ -]?(?:${UNIT})|(?:fur |for )?${COUNT}[ -]?(?:${UNIT}) (?:im voraus|vorab|vorschussig|in advance|prepaid))$`,
)
/** "2x jährlich", "zweimal im Jahr", "2 mal p. a." */
const SO_OFTEN = new RegExp(
  String.raw`^${COUNT}[ -]?(?:x|×|mal) ?(?:(?:im|pro|je|per|a|/) ?)?(?:jahr(?:lich|l\.?)?|year(?:ly)?|p\. ?a\.?|p\.?a\.?)$`,
)
/** "1/4-jährl.", "¼ jährlich", "1/2 Jahr" */
const PART_OF_YEAR = /^1[/\u2044](2|3|4|6|12)[ -]?(?:j|jahr(?:e|lich|l)?)\.?$/
/** What is said shortly, or by the name of what is paid. */
const WHOLE: readonly (readonly [PerYear, RegExp])[] = [
  [12, /^(?:monat|month|mtl|mon\.?|monats(?:rate|weise|rechnung|zahlung|abrechnung)n?)$/],
  [4, /^(?:quartal|quarter|vierteljahr|viertelj(?:ahrl)?|quartals(?:massig|rate|rechnung|zahlung|abrechnung)n?|q)$/],
  [2, /^(?:halbjahr|halbj(?:ahrl)?|semester|biannual(?:ly)?|halbjahres(?:rate|rechnung|zahlung))$/],
  [1, /^(?:jahr|year|p\.?a|p a|pa|jhrl\.?|jahres(?:rate|weise|rechnung|zahlung|abrechnung)n?)$/],
  [52, /^(?:wochentlich|weekly)$/],
  [26, /^(?:vierzehntagig|14-?tagig|fortnightly)$/],
  [1 / 2, /^(?:biennial(?:ly)?)$/],
  [1 / 3, /^(?:triennial(?:ly)?)$/],
]

/** What a cell of a column `interval` says: "monatlich", "alle 3 Monate", "Quartal", "1/4-jährl.". */
export function periodOf(text: string): PerYear | undefined {
  if (text.length > LONGEST) return undefined
  const ahead = paidAhead(fold(text))
  if (ahead !== undefined) return ahead
  const plain = fold(text).split(REMARK)[0]!.trim()
  const whole = WHOLE.find(([, pattern]) => pattern.test(plain))?.[0]
  const counted = whole ?? everySoMany(plain) ?? soOften(plain)
  if (counted !== undefined || /\d/.test(plain)) return counted
  const said = periodsIn(plain)
  return said.length === 1 ? said[0] : undefined
}

function everySoMany(plain: string): PerYear | undefined {
  const [, count, ...units] = EVERY_SO_MANY.exec(plain) ?? []
  const times = UNITS[units.findIndex((unit) => unit !== undefined)]?.[0]
  return count === undefined || times === undefined || numberOf(count) === 0 ? undefined : times / numberOf(count)
}

function paidAhead(plain: string): PerYear | undefined {
  const [, ...found] = AHEAD.exec(plain) ?? []
  const [behind, before] = [found.slice(0, UNITS.length + 1), found.slice(UNITS.length + 1)]
  const [count, ...units] = behind[0] === undefined ? before : behind
  const times = UNITS[units.findIndex((unit) => unit !== undefined)]?.[0]
  return count === undefined || times === undefined || numberOf(count) === 0 ? undefined : times / numberOf(count)
}

function soOften(plain: string): PerYear | undefined {
  const count = SO_OFTEN.exec(plain)?.[1] ?? PART_OF_YEAR.exec(plain)?.[1]
  return count === undefined || numberOf(count) === 0 ? undefined : numberOf(count)
}

const numberOf = (count: string): number => TIMES.get(count) ?? Number(count)

const OF_TIME = /jahr|monat|quart|woch|taglich|year|month|week|annu|mtl|jhrl|(?<![a-z])(?:j|mon|p\.? ?a)(?![a-z])/
/** "1. Quartal", "Q2", "01.01. – 31.03.", "Jahr 2026": which time it is, and not how often it comes. */
const WHEN = /(?:19|20)\d\d|\d\.\d|\d\. ?(?:q|j|h|m)|(?:q|hj|quartal|halbjahr|monat) ?\d/

/** Whether a cell says how often something is due, also in words that are not understood. */
export function saysInterval(text: string): boolean {
  const plain = fold(text)
  return periodOf(text) !== undefined || (text.length <= LONGEST && OF_TIME.test(plain) && !WHEN.test(plain))
}

/** Every period that a folded text names. */
export function periodsIn(folded: string): PerYear[] {
  return [...PERIODS.filter(([, pattern]) => pattern.test(folded)).map(([times]) => times), ...(ONCE.test(folded) ? [0 as const] : [])]
}
