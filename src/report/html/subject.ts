import type { NumberedFinding } from '../../model/numbering.ts'
import type { Subject } from '../../model/policy.ts'
import type { Context } from './context.ts'
import { clip } from './safe.ts'

const NAMED = 3
const SUBJECTS = 6

/** Whom or what a finding is about, by name: items, a vendor, a layer or the project. */
export function subjectText(context: Context, { findings, items }: Pick<NumberedFinding, 'findings' | 'items'>): string {
  const subjects = findings.flatMap(({ subject }) => (subject.kind === 'item' ? [] : [subjectName(context, subject)]))
  return subjects.length === 0 ? itemsText(context, items) : listed(context, subjects, SUBJECTS)
}

/** A vendor, a layer or the project by name; an item by its id. */
export function subjectName(context: Context, { kind, id }: Subject): string {
  if (kind === 'vendor') return context.organisationLink(id).text
  if (kind === 'layer') return context.term('layer', id)
  return clip(kind === 'project' ? context.audit.project.name : id, 80)
}

function listed({ f, say }: Context, names: readonly string[], shown: number): string {
  const more = names.length - shown
  return f.list(more > 0 ? [...names.slice(0, shown), say('more', { n: more })] : names)
}

/** `a, b, c und 4 weitere`: different names only. */
export function itemsText(context: Context, items: readonly number[], shown = NAMED): string {
  const names = new Set<string>()
  for (const index of items) {
    const item = context.audit.items[index]
    if (item !== undefined) names.add(context.say('quoted', { text: clip(item.name, 60) }))
  }
  return listed(context, [...names], shown)
}

/** The policy's title, or its id where the audit does not carry it. */
export function titleOf({ policy, options }: Context, id: string): string {
  return policy(id)?.title[options.language] ?? id
}

/** Is there still something to be done about it? */
export const isOpen = ({ status }: NumberedFinding): boolean => status === 'open' || status === 'expired'
