import type { Evidence, FactSource, RulePlace, Seen } from '../../model/evidence.ts'
import type { Context } from './context.ts'
import { clip, webLink } from './safe.ts'
import { line, small, type Line } from './table.ts'

/** A place in an input as people say it: `Zeile 14, Hersteller` for `line 14, Hersteller`. */
export function placeText({ say }: Context, at: string): string {
  const found = /^line (\d+)(?:, (.+))?$/s.exec(at)
  if (found === null) return clip(at, 120)
  const row = say('place.line', { n: found[1] ?? '' })
  return found[2] === undefined ? row : `${row}, ${clip(found[2], 80)}`
}

export function fileOf(context: Context, source: number | undefined): string {
  return source === undefined ? '' : clip(context.audit.sources[source]?.path ?? '', 120)
}

/** File and place where an item was seen first, e.g. `vertraege.csv: Zeile 14`. */
export function seenText(context: Context, seen: Seen | undefined): string {
  return seen === undefined ? context.say('unknown') : `${fileOf(context, seen.source)}: ${placeText(context, seen.at)}`
}

/** Two lines: where it stands, and what stands there. */
export function evidenceLines(context: Context, evidence: Evidence): readonly Line[] {
  const where = `${fileOf(context, evidence.source)}: ${placeText(context, evidence.at)}`
  return [small(where), line(context.say('place.says', { text: clip(evidence.says, 240) }))]
}

/** What a fact rests on, with the day it was looked at and how well. */
export function sourceLines({ say, f }: Context, source: FactSource): readonly Line[] {
  const href = webLink(source.url)
  const seen = source.seen === 'primary' ? [] : [small(say(`seen.${source.seen}`))]
  const address = source.url !== undefined && href === null ? [small(clip(source.url))] : []
  return [line(clip(source.what, 300), { href, external: href !== null, german: true }), ...address, small(say('source.date', { day: f.day(source.date) })), ...seen]
}

export function rulePlaceText(place: RulePlace | string): string {
  return typeof place === 'string' ? place : `${place.file}:${place.line}`
}
