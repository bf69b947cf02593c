import { countOf, lengthOf, NUMBER_WORDS, UNIT, unitOf } from './lengths.ts'
import { withoutDays } from './term-days.ts'

/** „2 x“, „2-malige“, „zweimal“ */
const SO_MANY = String.raw`(?<![a-z\d.,])(?:\d{1,2}|${NUMBER_WORDS})[ -]?(?:x|mal(?:ig(?:e[rnms]?)?)?|times)`
const OF_OPTIONS = String.raw`(?:vertrags)?(?:option|verl(?:anger|\.)|exten[ds])`
/** How many options there are, and the word for them: „2 Optionen“, „2x Verlängerung“, „zweimaliger Verlängerungsoption“. */
export const COUNTED = String.raw`(?:${SO_MANY}(?: zur?)?|(?<![a-z\d.,])(?:\d{1,2}|${NUMBER_WORDS})) ?${OF_OPTIONS}`
/** „zwei Optionen von je“, „2 mal“, „2x Verlängerung um“: as „2 x“. */
const TIMES = new RegExp(String.raw`(?:${COUNTED}[a-z]*|${SO_MANY})(?: (?:zur?|von|a|um|je|jeweils|auf|of|by|each|for))* ?(?=\d)`, 'g')
const HOW_MANY = new RegExp(String.raw`^(?:\d{1,2}|${NUMBER_WORDS})(?=x|mal|[ -]|${OF_OPTIONS})`)
/** „2 * 1 Jahr“ */
const BY = /(?<=\d) ?[*×] ?(?=\d)/g
/** „um ein Jahr“, „um zwei weitere Jahre“: how many, in words. */
const IN_WORDS = new RegExp(String.raw`(?<![a-z])([a-z]+)(?: (?:weitere[nrs]?|further|more))?(?=[ -]?(?:${UNIT})(?![a-z]))`, 'g')
const AND = /(?<=\d) ?(?:und|u\.|and|&) ?(?=\d)/g
/** „Option 1:“ is its number. */
const NUMBERED = /(?<![a-z])option \d{1,2}(?= ?[:=(]| um )/g
/** „2 x 1 Jahr“, „12 + 12 Monate“ */
const QUANTITY = new RegExp(String.raw`(?<![\d.,/⁄-])(\d[\d +x()]{0,30})[ -]?(${UNIT})(?![a-z])`, 'g')
const PART = /(\d{1,3})(?: ?x ?(\d{1,3}))?/g
const BARE = /\d[\d +x()]*/g
const FILLER = /^(?:um|je|jeweils|einmal|einmalige?[rns]?|mit|von|zu|a|verl|verlangerung|extension|of|by|for|jahrliche?|danach|then)$/
const JOINS = /^(?:und|and|u|plus|zzgl|zuzugl|sowie|weitere[nrs]?|another|further|option\w*|verlangerungsoption)$/
const EITHER = /(?<![a-z])(?:oder|or|bzw)(?![a-z])/
/** „spätestens 3 Monate vor Ablauf“: when it has to be said. */
const AHEAD = /^ ?(?:vor|vorher|before|prior|im voraus|in advance|frist)(?![a-z])/

/**
 * By how many months a contract can be extended, all options together, of what a folded text says behind its term `base`, whose unit
 * „+ 2 x 12“ has. `undefined` where it is not told, or where a number would be left over: too short an option would say that it is over.
 */
export function monthsOfOptions(rest: string, base: string): number | undefined {
  const plain = withoutDays(rest)
    .replace(NUMBERED, 'option')
    .replace(IN_WORDS, (all, word: string) => String(countOf(word) ?? all))
    .replace(BY, ' x ')
    .replace(TIMES, (all) => `${countOf(HOW_MANY.exec(all)![0])} x `)
    .replace(AND, ' + ')
  let [sum, end] = [0, 0]
  for (const { 0: all, 1: counts = '', 2: unit = '', index } of plain.matchAll(QUANTITY)) {
    const between = plain.slice(end, index)
    if (/\d/.test(between) || EITHER.test(between)) return undefined
    if ((sum > 0 && !joins(between)) || AHEAD.test(plain.slice(index + all.length))) break
    sum += total(counts, unitOf(unit))
    end = index + all.length
  }
  if (end === 0) return ofUnit(plain.match(BARE) ?? [], base)
  return sum > 0 && !/^[ ()]*\+[ ()]*\d/.test(plain.slice(end)) ? sum : undefined
}

function ofUnit([counts, ...more]: readonly string[], base: string): number | undefined {
  const before = lengthOf(base, undefined)
  if (counts === undefined || !counts.includes('x') || more.length > 0 || before === undefined) return undefined
  return total(counts, before.unit) || undefined
}

/** Whether a length is another option and no other word for the one before: „24 Monate (2 x 12 Monate)“. */
function joins(between: string): boolean {
  const words = between.split(/[^a-z]+/).filter((word) => word !== '')
  return words.every((word) => FILLER.test(word) || JOINS.test(word)) && (between.includes('+') || words.some((word) => JOINS.test(word)))
}

/** Months that counts of a unit come to; 0 for days and weeks, by which nobody extends a contract. */
export function total(counts: string, unit: ReturnType<typeof unitOf>): number {
  const months = unit === 'Y' ? 12 : unit === 'M' ? 1 : 0
  return Array.from(counts.matchAll(PART), ([, count, each]) => Number(count) * Number(each ?? 1) * months).reduce((sum, n) => sum + n, 0)
}
