import { fold } from '../columns/fold.ts'
import { remembered } from '../remember.ts'
import { shapeOf } from './numbers.ts'

/** One amount of several and when it holds: days, ISO, both included; '' is ever since, and `END` for good. */
interface Step {
  readonly from: string
  readonly to: string
  /** As a cell of its own would say it. */
  readonly text: string
}

const END = '9999-12-31'
const LONGEST = 200
/** Cells without them have none; most cells are asked. */
const LIKELY = /(?:19|20)\d\d/
/** A comma with a blank is none of a number; a slash stands before a year. */
const BETWEEN =
  /[,;|] +|[;|]| (?:und|and|\/|-|–) (?=(?:ab|bis|from|until|dann|danach|then|(?:19|20)\d\d) ?)|(?<!(?:^|[ (])\d{1,2})\/(?=(?:19|20)\d\d ?[:=])/
const DAY = String.raw`((?:\d{1,2}\.){0,2}(?:19|20)\d\d|\d{1,2}\/(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)`
/** "2026: 12.000 €", "Jahr 2026/27 = 12.000 €" */
const OF_YEAR = /^(?:(?:im |fur |in )?(?:jahr |hj |gj )?)((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))? ?[:=] ?(.+)$/
/** "12.000 € (2026)", "12.000 € in 2026" */
const YEAR_BEHIND = /^(.+?) ?(?:\((?:in |fur |im jahr )?((?:19|20)\d\d)\)|(?: in| im jahr| fur) ((?:19|20)\d\d))$/
const BEFORE = new RegExp(`^(ab|seit|from|since|bis|until) (?:dem |zum )?${DAY}:? (?:dann )?(.+)$`)
const BEHIND = new RegExp(String.raw`^(.+?) \(?(ab|seit|from|since|bis|until) (?:dem |zum )?${DAY}\)?$`)
const THEN = /^(?:danach|dann|anschliessend|then|thereafter):? (.+)$/
const NOW = /^(?:derzeit|aktuell|zurzeit|zunachst|bisher|currently)?:? ?(.+)$/

/** The amounts of a cell that states several, each for its time: "2026: 12.000 €, 2027: 13.000 €". */
const stepsIn = remembered((text: string): readonly Step[] => {
  if (text.length > LONGEST || !LIKELY.test(text) || shapeOf(text) !== undefined) return []
  const steps: Step[] = []
  for (const part of fold(text.trim().replace(/[\r\n]+/g, '; ')).split(BETWEEN)) {
    const step = stepIn(part.trim(), steps.at(-1))
    if (step === undefined || shapeOf(step.text) === undefined) return []
    steps.push(step)
  }
  return steps.some(({ from, to }) => from !== '' || to !== END) ? steps : []
})

function stepIn(part: string, before: Step | undefined): Step | undefined {
  const [, first, last = first, amount] = OF_YEAR.exec(part) ?? yearBehind(part)
  if (first !== undefined) return { from: `${first}-01-01`, to: `${last}-12-31`, text: aYear(amount!) }
  const [word, day, dated] = bounded(part)
  if (word !== undefined) {
    const until = word === 'bis' || word === 'until'
    const limit = dayOf(day!, until ? 'last' : 'first')
    if (Number.isNaN(Date.parse(limit))) return undefined
    if (!until) return { from: limit, to: END, text: dated! }
    return before?.to === END ? undefined : { from: before === undefined ? '' : dayAfter(before.to), to: limit, text: dated! }
  }
  const then = THEN.exec(part)?.[1]
  if (then !== undefined) return before === undefined || before.to === END ? undefined : { from: dayAfter(before.to), to: END, text: then }
  return before === undefined ? { from: '', to: END, text: NOW.exec(part)?.[1] ?? part } : undefined
}

function yearBehind(part: string): readonly (string | undefined)[] {
  const [, amount, bracketed, year = bracketed] = YEAR_BEHIND.exec(part) ?? []
  return ['', year, year, amount]
}

function bounded(part: string): readonly (string | undefined)[] {
  const [, word, day, amount] = BEFORE.exec(part) ?? []
  if (word !== undefined) return [word, day, amount]
  const [, first, behind, last] = BEHIND.exec(part) ?? []
  return [behind, last, first]
}

/** What one year costs. */
function aYear(amount: string): string {
  return shapeOf(amount)?.perYear === undefined ? `${amount} p. a.` : amount
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** A day, or the one that its month or year begins or ends with. */
function dayOf(text: string, end: 'first' | 'last'): string {
  if (text.includes('-')) return text
  const [year, m = end === 'first' ? '01' : '12', d] = text.split(/[./]/).reverse()
  const last = end === 'first' ? 1 : new Date(Date.UTC(Number(year), Number(m), 0)).getUTCDate()
  return [year, m.padStart(2, '0'), (d ?? String(last)).padStart(2, '0')].join('-')
}

/**
 * Of a cell that states several amounts, each for its time, the one that holds on a day (ISO), as a cell of its own would say it.
 * `undefined`: it states no such amounts, or none for that day.
 */
export function stepOn(text: string, asOf: string): string | undefined {
  const holding = stepsIn(text).filter(({ from, to }) => from <= asOf && asOf <= to)
  const latest = holding.reduce<Step | undefined>((top, step) => (top === undefined || step.from > top.from ? step : top), undefined)
  return holding.filter(({ from }) => from === latest!.from).length === 1 ? latest!.text : undefined
}
