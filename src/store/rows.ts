import { createHash } from 'node:crypto'
import type { Audit } from '../model/audit.ts'
import type { Dossier } from '../model/dossier.ts'
import { exactly } from '../model/exact.ts'
import type { Finding } from '../model/policy.ts'

type Value = string | number | null
type Told = string | number | boolean | null | undefined
/** Name of a column → what stands in it. */
export type Columns<T> = Readonly<Record<string, (of: T, audit: Audit) => Told>>

/** Columns of the table `item` after `audit` and `position`. */
export const ITEM_COLUMNS: Columns<Dossier> = {
  source: (item, audit) => audit.sources[item.source]?.path ?? String(item.source),
  ref: (item) => item.ref,
  id: (item) => item.id,
  kind: (item) => item.kind,
  name: (item) => item.name,
  version: (item) => item.version,
  purl: (item) => item.purl,
  relation: (item) => item.relation,
  counted: (item) => item.counted,
  procurement: (item) => item.line === true,
  maker: (item) => item.maker?.id,
  maker_name: (item) => item.maker?.name,
  control: (item) => item.control,
  controller: (item) => item.controller?.id,
  controller_name: (item) => item.controller?.name,
  country: (item) => item.controller?.country,
  tier: (item) => item.controller?.tier,
  reseller: (item) => item.reseller?.name,
  governance: (item) => item.governance,
  licence: (item) => item.licence.expression,
  family: (item) => item.licence.family,
  openness: (item) => item.licence.openness,
  structural_class: (item) => item.structuralClass,
  layer: (item) => item.layer?.id,
  bound_service: (item) => item.binding?.service,
  portable: (item) => item.binding?.portable,
  critical: (item) => item.critical,
  amount: (item) => number(item.amount?.value),
  currency: (item) => item.amount?.currency,
  amount_counts: (item) => item.amount?.counts,
  per_year: (item) => number(item.amount?.perYear),
  term_end: (item) => item.term?.end,
}

/** Columns of the table `finding` after `audit` and `position`. */
export const FINDING_COLUMNS: Columns<Finding> = {
  fingerprint: (finding) => finding.fingerprint,
  policy: (finding) => finding.policy,
  subject_kind: (finding) => finding.subject.kind,
  subject: (finding) => finding.subject.id,
  severity: (finding) => finding.severity,
  status: (finding) => finding.status,
  items: (finding) => finding.items.length,
}

export interface Figure {
  readonly id: string
  readonly basis: string
  readonly layer: string
  readonly low: number
  readonly high: number
}

/** Every figure of an audit that has a course over time. `layer` is `all` where the figure is about everything. */
export function* figures(audit: Audit): Generator<Figure> {
  for (const share of audit.shares) {
    const { id, basis, transitive } = share
    yield { id, basis, layer: 'all', ...exactly(share) }
    if (transitive !== undefined) yield { id, basis: `${basis}-transitive`, layer: 'all', ...exactly(transitive) }
  }
  for (const { layer, basis, hhi, top1, top3, top5, largestPrivate } of audit.concentration) {
    const measures = { hhi, top1, top3, top5, 'largest-private': largestPrivate }
    for (const [id, { low, high }] of Object.entries(measures)) yield { id, basis, layer, low, high }
  }
  for (const { of, basis, known } of audit.coverage) yield { id: `coverage-${of}`, basis, layer: 'all', low: known, high: known }
  for (const { id, best, worst, byBasis } of audit.axes) {
    if (best !== null && worst !== null) yield { id, basis: 'all', layer: 'all', low: best, high: worst }
    for (const [basis, level] of Object.entries(byBasis)) yield { id, basis, layer: 'all', low: level.best, high: level.worst }
  }
}

/** One hash over the inputs, whatever their order and names. */
export const inputsSha256 = (audit: Audit): string =>
  createHash('sha256')
    .update(
      audit.sources
        .map((source) => source.sha256)
        .sort()
        .join('\n'),
    )
    .digest('hex')

/** Makes the function that turns one thing into the values of its row. */
export function rows<T>(columns: Columns<T>, audit: Audit): (of: T) => Value[] {
  const readers = Object.values(columns)
  return (of) => readers.map((read) => sqlValue(read(of, audit)))
}

/** Text that SQLite can hold as it is: NUL ends a text for many programs, and half a surrogate pair has no UTF-8. */
export const sqlText = (text: string): string =>
  text.isWellFormed() && !text.includes('\0')
    ? text
    : text.replace(/[\0\p{Surrogate}]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

function sqlValue(value: Told): Value {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return sqlText(value)
  return Number(value)
}

const number = (decimal: string | undefined): number | undefined => (decimal === undefined ? undefined : Number(decimal))
