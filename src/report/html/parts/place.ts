import { fileOfEvidence, type Evidence, type FactSource, type RulePlace, type Seen } from '../../../model/evidence.ts'
import type { Context } from '../context.ts'
import { clip, shorten, webLink } from '../safe.ts'
import { line, small, type Line } from '../table.ts'

/** A place in an input as people say it: `Zeile 14, Hersteller` for `line 14, Hersteller`, `tender.csv Zeile 3` for `tender.csv line 3`. */
export function placeText({ say }: Pick<Context, 'say'>, at: string): string {
  const found = /^([\w-]+\.csv )?line (\d+)(?:, (.+))?$/s.exec(at)
  if (found === null) return clip(at, 120)
  const [, table = '', n = '', column] = found
  const row = `${table}${say('place.line', { n })}`
  return column === undefined ? row : `${row}, ${clip(column, 80)}`
}

export function fileOf(context: Context, source: number | undefined): string {
  return source === undefined ? '' : clip(context.audit.sources[source]?.path ?? '', 120)
}

/** File and place where an item was seen first, e.g. `vertraege.csv: Zeile 14`. */
export function seenText(context: Context, seen: Seen | undefined): string {
  return seen === undefined ? context.say('unknown') : `${fileOf(context, seen.source)}: ${placeText(context, seen.at)}`
}

/** File by file: where something stands, and what stands there. The same is said once. */
export function evidenceLines(context: Context, evidence: readonly Evidence[]): readonly Line[] {
  const byFile = new Map<string, Set<string>>()
  for (const one of evidence) {
    const file = fileOfEvidence(one, context.audit.sources)
    const places = byFile.get(file) ?? new Set()
    byFile.set(file, places.add(context.say('place.says', { place: placeText(context, one.at), text: clip(one.says, 240) })))
  }
  return [...byFile].flatMap(([file, places]) => [small(clip(file, 120)), ...Array.from(places, (place) => line(place))])
}

/** The same in one line, for a place that is one of many; the full entry is in appendix E. */
export function sourceLine({ say, f }: Context, { what, date }: FactSource): Line {
  return { ...small(`${shorten(what, 90)}, ${say('source.date', { day: f.day(date) })}`), german: true }
}

/** What a fact rests on, with the day it was looked at and how well. */
export function sourceLines({ say, f }: Context, source: FactSource): readonly Line[] {
  const href = webLink(source.url)
  const seen = source.seen === 'primary' ? [] : [small(say(`seen.${source.seen}`))]
  const address = source.url !== undefined && href === null ? [small(clip(source.url))] : []
  return [
    line(clip(source.what, 300), { href, external: href !== null, german: true }),
    ...address,
    small(say('source.date', { day: f.day(source.date) })),
    ...seen,
  ]
}

export function rulePlaceText(place: RulePlace | string): string {
  return typeof place === 'string' ? place : `${place.file}:${place.line}`
}
