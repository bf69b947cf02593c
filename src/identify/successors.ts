import type { Dossier } from '../model/dossier.ts'
import { normalised } from '../model/identity.ts'
import type { Item, Term } from '../model/item.ts'

type Line = Pick<Item, 'name' | 'said' | 'term'> & Pick<Dossier, 'maker' | 'product'>

/** A contract may still run so many days beside the one that follows it. */
const OVERLAP = 31
const DAY = 86_400_000

/**
 * Of lines that count, those that begin after the day and follow another for the same that runs on it and has an end: until then
 * that one is paid, and not both.
 */
export function successors<T extends Line>(lines: readonly T[], asOf: string): ReadonlySet<T> {
  const later = lines.filter(({ term }) => term?.start !== undefined && term.start > asOf)
  if (later.length === 0) return new Set()
  /** The first end among the lines for the same that run. */
  const ends = new Map<string, string>()
  for (const line of lines) {
    const end = runningEnd(line.term, asOf)
    if (end === undefined) continue
    for (const key of keysOf(line)) if (end < (ends.get(key) ?? '9999')) ends.set(key, end)
  }
  return new Set(later.filter((line) => keysOf(line).some((key) => follows(line.term!.start!, ends.get(key)))))
}

function runningEnd(term: Term | undefined, asOf: string): string | undefined {
  const runs = term?.end !== undefined && term.end >= asOf && (term.start === undefined || term.start <= asOf)
  return runs ? term.end : undefined
}

function follows(start: string, end: string | undefined): boolean {
  return end !== undefined && Date.parse(end) <= Date.parse(start) + OVERLAP * DAY
}

/** What a line is for: the product as the register knows it, and its title without days and numbers. */
function keysOf({ name, said, maker, product }: Line): readonly string[] {
  const title = normalised(said.product ?? name)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  const known = product === undefined ? [] : [`${maker?.id ?? ''}\n${product.id}`]
  return title.length < SHORT ? known : [...known, title]
}

/** A title of fewer letters says nothing. */
const SHORT = 4
