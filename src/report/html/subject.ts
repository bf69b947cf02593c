import type { NumberedFinding } from '../../model/numbering.ts'
import type { Context } from './context.ts'
import { clip } from './safe.ts'

const NAMED = 3

/** Whom or what a finding is about, by name: items, a vendor, a layer or the project. */
export function subjectText(context: Context, { findings, items }: NumberedFinding): string {
  const subject = findings[0]?.subject
  if (subject?.kind === 'vendor') return context.organisationLink(subject.id).text
  if (subject?.kind === 'layer') return context.term('layer', subject.id)
  if (subject?.kind === 'project') return clip(context.audit.project.name)
  return itemsText(context, items)
}

/** `a, b, c und 4 weitere`: different names only. */
export function itemsText(context: Context, items: readonly number[], shown = NAMED): string {
  const names = new Set<string>()
  for (const index of items) {
    const item = context.audit.items[index]
    if (item !== undefined) names.add(context.say('quoted', { text: clip(item.name, 60) }))
  }
  const all = [...names]
  const more = all.length - shown
  if (more <= 0) return context.f.list(all)
  return context.f.list([...all.slice(0, shown), context.say('more', { n: more })])
}

/** The policy's title, or its id where the audit does not carry it. */
export function titleOf({ policy, options }: Context, id: string): string {
  return policy(id)?.title[options.language] ?? id
}

/** Is there still something to be done about it? */
export const isOpen = ({ status }: NumberedFinding): boolean => status === 'open' || status === 'expired'
