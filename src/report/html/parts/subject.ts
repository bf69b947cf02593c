import { fullName } from '../../../model/full-name.ts'
import type { NumberedFinding } from '../../../model/numbering.ts'
import type { Subject } from '../../../model/policy.ts'
import { projectName } from '../../project-name.ts'
import type { Context } from '../context.ts'
import { clip } from '../safe.ts'

const NAMED = 3
const SUBJECTS = 6

/** Whom or what a finding is about, by name: items, a vendor, a layer or the project. */
export function subjectText(context: Context, { findings, items }: Pick<NumberedFinding, 'findings' | 'items'>): string {
  const subjects = findings.flatMap(({ subject }) => (subject.kind === 'item' ? [] : [subjectName(context, subject)]))
  return subjects.length === 0 ? itemsText(context, items) : listed(context, subjects.slice(0, SUBJECTS), subjects.length - SUBJECTS)
}

/** The same where advice begins; instead of the project, which the page has named already, what weighs most of what is not open. */
export function concernedText(context: Context, found: NumberedFinding): string | null {
  if (found.findings.some(({ subject }) => subject.kind !== 'project')) return subjectText(context, found)
  if (found.items.length > 0) return itemsText(context, found.items)
  return context.policy(found.policy)?.axis === 'gestaltungsfaehigkeit' ? itemsText(context, heaviestClosed(context)) || null : null
}

function heaviestClosed({ audit, weigh, bases }: Context): readonly number[] {
  const basis = bases.includes('spend') ? 'spend' : bases[0]
  if (basis === undefined) return []
  return audit.items
    .map((item, index) => ({ index, closed: ['proprietary', 'restricted'].includes(item.licence.openness), weight: weigh(item, basis) }))
    .filter(({ closed, weight }) => closed && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ index }) => index)
}

/** A vendor, a layer or the project by name; an item by its id. */
export function subjectName(context: Context, { kind, id }: Subject): string {
  if (kind === 'vendor') return context.organisationLink(id).text
  if (kind === 'layer') return context.term('layer', id)
  return clip(kind === 'project' ? projectName(context.audit.project, context) : id, 80)
}

/** `a, b, c und 4 weitere`: three different names, the other items counted. */
function itemsText(context: Context, items: readonly number[]): string {
  const { audit, say } = context
  const names = new Set<string>()
  let others = 0
  for (const index of items) {
    const item = audit.items[index]
    const name = item && fullName(item)
    if (name === undefined || names.has(name)) continue
    if (names.size < NAMED) names.add(name)
    else others += 1
  }
  return listed(
    context,
    Array.from(names, (name) => say('quoted', { text: clip(name, 60) })),
    others,
  )
}

function listed({ f, say }: Context, names: readonly string[], others: number): string {
  return f.list(others > 0 ? [...names, say('more', { n: others })] : names)
}

/** The policy's title, or its id where the audit does not carry it. */
export function titleOf({ policy, options }: Context, id: string): string {
  return policy(id)?.title[options.language] ?? id
}

/** Is there still something to be done about it? */
export const isOpen = ({ status }: NumberedFinding): boolean => status === 'open' || status === 'expired'
