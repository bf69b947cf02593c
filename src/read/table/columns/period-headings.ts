import { MAPPED, type Candidate, type PartOfYear } from './candidate.ts'
import { unitOf } from '../values/units.ts'
import { fold } from './fold.ts'
import { isAmountField, keyOf, meaningOf, type AmountField } from './heading.ts'
import { saidAbove } from './year-headings.ts'

const MONTHS = [
  'jan(?:uar|uary|ner)?',
  'feb(?:ruar|ruary)?',
  'mrz|mar(?:z|ch)?',
  'apr(?:il)?',
  'mai|may',
  'june?|juni',
  'july?|juli',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'de[zc](?:ember)?',
]
/** As written before or behind the word: "1. Quartal", "Quartal 1", "Q1". */
const PARTS: readonly (readonly [of: number, pattern: RegExp])[] = [
  [12, new RegExp(`(?<![a-z0-9])(?:${MONTHS.map((month) => `(${month})`).join('|')})(?![a-z])\\.?`)],
  [4, numbered('q|quartal|quarter', ['1|i', '2|ii', '3|iii', '4|iv'])],
  [2, numbered('h|hj|halbjahr|half(?:-year)?', ['1|i', '2|ii'])],
]

function numbered(word: string, numbers: readonly string[]): RegExp {
  const before = numbers.map((number) => `(?:(${number})(?:\\.|st|nd|rd|th)? ?(?:${word}))`)
  const behind = numbers.map((number) => `(?:(?:${word})[ .]?(${number}))`)
  return new RegExp(`(?<![a-z0-9])(?:${[...before, ...behind].join('|')})(?![a-z0-9])`)
}

/** "2026", "26", "'26", with what stands between it and the part. */
const YEAR = /(?<!\d)(?:(?:19|20)\d\d|(?<=[ /.'-])\d\d)(?!\d)/

/** `undefined` for a heading that names no part of a year, or several: "Jan–Mrz". */
export function partOfYear(heading: string): PartOfYear | undefined {
  const folded = fold(heading)
  const named = PARTS.flatMap(([of, pattern]) => {
    const found = pattern.exec(folded)
    return found === null ? [] : [{ of, found, rest: folded.replace(found[0], ' ') }]
  })
  const [one, more] = named
  if (one === undefined || more !== undefined || PARTS.some(([, pattern]) => pattern.test(one.rest))) return undefined
  const part = (one.found.slice(1).findIndex((group) => group !== undefined) % one.of) + 1
  const written = YEAR.exec(one.rest)?.[0]
  const year = written === undefined ? undefined : written.length === 2 ? 2000 + Number(written) : Number(written)
  const name = unitOf(one.rest.replace(YEAR, ' '))
    .rest.replace(/[^a-z.]+/g, ' ')
    .trim()
  return { group: `${keyOf(name)} ${one.of} ${year}`, name, of: one.of, part, ...(year === undefined ? {} : { year }) }
}

/** Kinds of which a year's amount may be told in parts. */
const IN_PARTS: ReadonlySet<Candidate['field']> = new Set<Candidate['field']>([
  undefined,
  'contractValue',
  'awardValue',
  'payment',
  'amount',
  'estimate',
  'budget',
])
const SURE = 0.8

/**
 * Columns side by side that are headed by the parts of a year are the parts of one amount: "Kosten Q1", "Kosten Q2". What they hold is
 * said by the rest of their headings, by a currency, or by the lines above them; where nothing says it they stay what they are.
 */
export function periodColumns(candidates: readonly Candidate[], above: readonly string[]): readonly Candidate[] {
  const groups = new Map<string, { readonly candidate: Candidate; readonly part: PartOfYear }[]>()
  for (const candidate of candidates) {
    const part = IN_PARTS.has(candidate.field) ? partOfYear(candidate.heading) : undefined
    if (part !== undefined) groups.set(part.group, [...(groups.get(part.group) ?? []), { candidate, part }])
  }
  const told = new Map<Candidate, Candidate>()
  for (const group of groups.values()) {
    const different = new Set(group.map(({ part }) => part.part)).size
    if (different < 2 || different < group.length) continue
    for (const { candidate, part } of group) {
      const field = candidate.confidence === MAPPED ? candidate.field : fieldOf(candidate, part, above)
      if (!isAmountField(field)) continue
      const confidence = Math.max(candidate.confidence, part.name === '' ? 0 : SURE)
      told.set(candidate, { ...candidate, field, confidence, unit: unitOf(fold(candidate.heading)).unit, partOfYear: part })
    }
  }
  return candidates.map((candidate) => told.get(candidate) ?? candidate)
}

function fieldOf({ field }: Candidate, { name }: PartOfYear, above: readonly string[]): AmountField | undefined {
  const said = name === '' ? saidAbove(above) : meaningOf(name)?.field
  const found = said === 'count' || !isAmountField(said as Candidate['field']) ? field : (said as AmountField)
  return IN_PARTS.has(found) && isAmountField(found) ? found : undefined
}
