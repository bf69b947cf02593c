import type { RootComponent } from '../model/item.ts'
import { rootId } from '../model/root.ts'
import type { ReadSource } from './source.ts'

interface Root {
  readonly source: number
  readonly subject: RootComponent
  readonly id: string
  /** Its id as an item of its document. */
  readonly item: string | undefined
}

/**
 * What all inputs together are about, whatever their order: the root whose document holds others of them and that none of the others
 * holds, else of all roots the one with the smallest id. `roots`: how many different ones there are. `parts`: sources about what is a part.
 */
export function subjectOf(inputs: readonly ReadSource[], parts: ReadonlySet<number>): { subject?: RootComponent; roots: number } {
  const all = inputs.flatMap(({ reading: { subject, items } }, source): Root[] => {
    if (subject === undefined || parts.has(source)) return []
    return [{ source, subject, id: rootId(subject) ?? '', item: items.find(({ relation }) => relation === 'root')?.id }]
  })
  // a root without an id is none that others could be told from
  const sorted = all.sort((a, b) => Number(a.id === '') - Number(b.id === '') || order(a.id, b.id) || order(versionOf(a), versionOf(b)))
  const roots = new Set(sorted.map(({ id }) => id)).size
  if (roots < 2) return { ...(sorted[0] && { subject: sorted[0].subject }), roots }
  const held = sorted.map(({ source, id }) => {
    const items = new Set(inputs[source]!.reading.items.flatMap((item) => (item.relation === 'root' ? [] : item.id)))
    return new Set(sorted.filter((other) => other.id !== id && other.item !== undefined && items.has(other.item)).map((other) => other.id))
  })
  const tops = sorted.filter(({ id }) => !held.some((ids) => ids.has(id)))
  const top = tops.find((one) => held[sorted.indexOf(one)]!.size > 0) ?? tops[0] ?? sorted[0]!
  return { subject: top.subject, roots }
}

const versionOf = ({ subject }: Root): string => `${subject.version ?? ''} ${subject.name}`
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
