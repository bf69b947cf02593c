import { audit } from './audit.ts'
import type { Audit } from './model/audit.ts'
import type { AmountConclusion, Dossier } from './model/dossier.ts'
import type { Amount, Item } from './model/item.ts'
import type { RuleSet } from './model/policy.ts'
import { projectOf, type KeptProject } from './model/project.ts'
import type { Knowledge } from './model/knowledge.ts'

export interface Yardstick {
  readonly knowledge: Knowledge
  readonly set: RuleSet
  readonly version: string
}

/** What an audit is measured by, apart from the rules. */
export interface Occasion {
  readonly asOf: string
  readonly projectFile: KeptProject
}

/**
 * The items of a stored audit, identified, evaluated and scored once more: by these rules, on this day, with this project file.
 * Everything a document said stands in an audit, but for the names of authors. Waivers are left out, for they change no figure
 * and no fingerprint.
 */
export function rescore(stored: Audit, { knowledge, set, version }: Yardstick, { asOf, projectFile }: Occasion): Audit {
  const { id, name, authority } = stored.project
  const inventory = { sources: stored.sources, items: stored.items.map(saidOf), notes: stored.notes }
  const project = projectOf(projectFile)
  return audit(inventory, knowledge, { asOf, set, project, id, name, version, ...(authority !== undefined && { authority }) })
}

/** What the document said about an item, without what was concluded. */
function saidOf(dossier: Dossier): Item {
  const { id, ref, source, kind, name, version, purl, cpe, relation, counted, said, amount, term, cpv, seenAt, line } = dossier
  return {
    id,
    ref,
    source,
    kind,
    name,
    relation,
    counted: counted || wasCounted(amount),
    said,
    seenAt,
    ...(version !== undefined && { version }),
    ...(purl !== undefined && { purl }),
    ...(cpe !== undefined && { cpe }),
    ...(amount !== undefined && { amount: saidAmount(amount) }),
    ...(term !== undefined && { term }),
    ...(cpv !== undefined && { cpv }),
    ...(line !== undefined && { line }),
  }
}

/** An ended contract, one that follows another and a credit were read as what counts. */
function wasCounted(amount: AmountConclusion | undefined): boolean {
  return (
    amount !== undefined &&
    amount.why !== 'uncounted' &&
    (amount.why === 'expired' || amount.why === 'not-begun' || amount.value.startsWith('-'))
  )
}

function saidAmount({ value, currency, basis, kind, placeholder, calledOff, ofYear, document, evidence }: AmountConclusion): Amount {
  return {
    value,
    currency,
    basis,
    kind,
    ...(placeholder !== undefined && { placeholder }),
    ...(calledOff !== undefined && { calledOff }),
    ...(ofYear !== undefined && { ofYear }),
    ...(document !== undefined && { document }),
    ...(evidence !== undefined && { stated: evidence.map(({ at, says }) => ({ at, says })) }),
  }
}
