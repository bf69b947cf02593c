import type { Amount } from '../../../model/item.ts'
import type { Context } from '../context.ts'
import { fileOf } from './place.ts'

type Basis = Amount['basis']
/** `net`, `unknown`, gross made net by the rate of the project file, gross as stated. */
const READINGS = ['net', 'converted', 'gross', 'unknown'] as const
/** So many lists are told one by one. */
const SOURCES = 12
type Reading = (typeof READINGS)[number]

/** How many of the amounts that count were read with and without tax, for each source that has any. */
function readingsBySource({ audit }: Context): ReadonlyMap<number, ReadonlyMap<Reading, number>> {
  const asStated = new Set(audit.notes.flatMap(({ code, source }) => (code === 'W-GROSS' && source !== undefined ? [source] : [])))
  const readingOf = (basis: Basis, source: number): Reading => (basis === 'gross' && !asStated.has(source) ? 'converted' : basis)
  const found = new Map<number, Map<Reading, number>>()
  for (const { source, amount } of audit.items) {
    if (amount?.counts !== true) continue
    const reading = readingOf(amount.basis, source)
    const counts = found.get(source) ?? new Map<Reading, number>()
    found.set(source, counts.set(reading, (counts.get(reading) ?? 0) + 1))
  }
  return found
}

/** Whether the amounts are net or gross, as it was read: in one sentence where the lists agree, else list by list. */
export function taxTexts(context: Context): readonly string[] {
  const { say, f } = context
  const sources = [...readingsBySource(context)]
  const said = (counts: ReadonlyMap<Reading, number>) => READINGS.filter((one) => counts.has(one))
  const [first, ...others] = sources.map(([, counts]) => said(counts))
  if (first === undefined) return []
  if (first.length === 1 && others.every((one) => one.length === 1 && one[0] === first[0])) return [say(`tax.all.${first[0]!}`)]
  const told = (file: string, counts: ReadonlyMap<Reading, number>) =>
    say('tax.of', { file, parts: f.list(said(counts).map((one) => say(`tax.${one}`, { n: f.number(counts.get(one)!) }))) })
  if (sources.length <= SOURCES) return sources.map(([source, counts]) => told(fileOf(context, source), counts))
  const all = READINGS.map((one) => [one, sources.reduce((sum, [, counts]) => sum + (counts.get(one) ?? 0), 0)] as const)
  return [told(say('tax.files', { n: f.number(sources.length) }), new Map(all.filter(([, n]) => n > 0)))]
}

/** What had to be assumed about tax; nothing where every amount says that it is net, or was made so. */
export function taxAssumptions(context: Context): readonly string[] {
  const read = new Set([...readingsBySource(context).values()].flatMap((counts) => [...counts.keys()]))
  return (['unknown', 'gross'] as const).flatMap((one) => (read.has(one) ? [context.say(`assumes.tax.${one}`)] : []))
}
