import { assemble, type AuditOptions } from './assemble.ts'
import { excuse } from './evaluate/excuse.ts'
import { mapFrameworks } from './evaluate/frameworks.ts'
import { evaluate } from './evaluate/index.ts'
import { identify, type Identifier } from './identify/index.ts'
import { firstFew } from './model/first-few.ts'
import type { Audit, Score } from './model/audit.ts'
import type { Dossier } from './model/dossier.ts'
import type { Note } from './model/evidence.ts'
import type { Inventory } from './model/item.ts'
import { mayBeExtended } from './model/money.ts'
import { appliedPolicies, type Subject } from './model/policy.ts'
import type { Knowledge } from './model/knowledge.ts'
import { NOTES, type NoteId } from './model/notes.ts'
import { fill, type Params } from './model/problem.ts'
import { score } from './score/index.ts'

/**
 * What the documents say → what we conclude: the one audit that everything else reads. Pure: the day is an option.
 * `identifier`: the one by which components were kept while they were read, if they were.
 */
export function audit(inventory: Inventory, knowledge: Knowledge, options: AuditOptions, identifier?: Identifier): Audit {
  const identified = identify(inventory, knowledge, options, identifier)
  const { layers, organisations } = knowledge
  const { set, asOf } = options
  // notices show what was awarded, not all that a body has
  const project = {
    ...options.project,
    sample: options.project.sample === true || inventory.notes.some(({ code }) => code === 'W-NOTICES'),
  }
  const scored = score(identified.dossiers, {
    asOf,
    bounds: set.levels,
    layers,
    project,
    notes: inventory.notes,
    organisationNames: (id) => organisations.get(id)?.name ?? id,
  })
  const policies = appliedPolicies(set, knowledge.policies)
  const openSourceDeliverable = project.deliverable === 'open-source'
  const asked = {
    asOf,
    project: options.id,
    openSourceDeliverable,
    sources: inventory.sources,
    declared: project.declared,
    // under another id in a better register a vendor or layer keeps its findings, and they their waivers
    firstId: ({ kind, id }: Subject) => (kind === 'vendor' ? organisations.get(id) : kind === 'layer' ? layers.find((layer) => layer.id === id) : undefined)?.formerly?.[0], // prettier-ignore
  }
  const { findings, undecided } = evaluate(identified.dossiers, scored, policies, asked)
  const frameworks = mapFrameworks(knowledge.frameworks, identified.dossiers, scored, asked)
  const excused = excuse(findings, options.waivers ?? [], asOf, options.id)
  const evaluated = {
    ...excused,
    notes: [...uncounted(identified.dossiers), ...amountsUnknown(scored), ...extendable(identified.dossiers, asOf), ...excused.notes],
    undecided,
  }
  return assemble(
    { inventory, identified, scored, evaluated, policies, frameworks, sha256: knowledge.sha256, register: knowledge.register },
    options,
  )
}

/** What an SBOM marks as excluded, its files and its data are in no figure and asked by no policy: their number has to be seen. */
function uncounted(dossiers: readonly Dossier[]): Note[] {
  const n = dossiers.filter(({ counted, relation, line }) => !counted && relation !== 'root' && !line).length
  return n === 0 ? [] : [note('W-NOT-COUNTED', { n })]
}

/** Where so much is missing from the spend that the result is provisional, what would have to be known. */
function amountsUnknown({ spend, provisionalBecause }: Score): Note[] {
  const { lines: n = 0, of = 0 } = spend?.amountUnknown ?? {}
  return provisionalBecause.includes('W-AMOUNTS-UNKNOWN') ? [note('W-AMOUNTS-UNKNOWN', { n, of })] : []
}

/** Contracts past their end that count because an option reaches the day. */
function extendable(dossiers: readonly Dossier[], asOf: string): Note[] {
  const open = dossiers.filter(({ counted, line, term }) => counted && line === true && mayBeExtended(term, asOf))
  if (open.length === 0) return []
  return [note('W-OPTION', { n: open.length, which: firstFew(open.map(({ name, ref }) => `${name} (${ref})`)) })]
}

const note = (code: NoteId, params: Params): Note => ({ code, message: fill(NOTES[code].en, params), params })
