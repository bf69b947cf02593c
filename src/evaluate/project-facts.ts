import type { Interval, Score } from '../model/audit.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Evidence } from '../model/evidence.ts'
import { exactly, exactlyKnown, tidy } from '../model/exact.ts'
import type { FactId } from '../model/facts.ts'
import type { Source } from '../model/item.ts'
import type { Tr03183, Tr03183Field } from '../model/tr03183.ts'
import { countItems, type Count, type Counts } from './counts.ts'
import type { FactValue } from './operators.ts'

/** The whole of an audit as far as it is known before anything is found in it. */
export interface ProjectSubject {
  readonly score: Score
  readonly openSourceDeliverable: boolean
  readonly sources: readonly Source[]
  readonly items: readonly Dossier[]
  /** Made when it is first asked for. */
  readonly counts: Counts
}

export function projectSubject(
  items: readonly Dossier[],
  score: Score,
  { openSourceDeliverable, sources = [] }: { readonly openSourceDeliverable: boolean; readonly sources?: readonly Source[] },
): ProjectSubject {
  let counts: Counts | undefined
  return {
    score,
    openSourceDeliverable,
    sources,
    items,
    get counts() {
      return (counts ??= countItems(items))
    },
  }
}

type ProjectFact = (subject: ProjectSubject) => FactValue

/** Numbers of items, with the places that show them. */
const COUNTS = {
  'critical-items': ({ critical }: Counts) => critical,
  'critical-closed': ({ critical, criticalClosed }: Counts) => (critical.high === 0 ? null : criticalClosed),
  'critical-outside-eea': ({ critical, criticalOutside }: Counts) => (critical.high === 0 ? null : criticalOutside),
  'critical-single-company': ({ critical, criticalSingleCompany }: Counts) => (critical.high === 0 ? null : criticalSingleCompany),
  'closed-items': ({ items, closed }: Counts) => (items.high === 0 ? null : closed),
  'closed-outside-eea': ({ items, closedOutside }: Counts) => (items.high === 0 ? null : closedOutside),
  services: ({ services }: Counts) => services,
  'services-outside-eea': ({ services, servicesOutside }: Counts) => (services.high === 0 ? null : servicesOutside),
  'non-osi-items': ({ components, nonOsi }: Counts) => (components.high === 0 ? null : nonOsi),
} as const satisfies Partial<Record<FactId, (counts: Counts) => Count | null>>

const isCount = (fact: string): fact is keyof typeof COUNTS => Object.hasOwn(COUNTS, fact)

/** Facts of the project. Each only reads, or counts what was concluded. */
export const PROJECT_FACTS: Readonly<Partial<Record<FactId, ProjectFact>>> = {
  'open-share': ({ score }) => worst(score, 'open', (a, b) => a.low - b.low),
  'large-vendor-share': ({ score }) => worst(score, 'large-vendors', (a, b) => b.high - a.high),
  'proprietary-share': ({ score }) => worst(score, 'proprietary', (a, b) => b.high - a.high),
  'vendor-steered-open-share': ({ score }) => worst(score, 'vendor-steered-open', (a, b) => b.high - a.high),
  switching: ({ score }) => range(score.axes.find(({ id }) => id === 'wechselmoeglichkeit')),
  shaping: ({ score }) => range(score.axes.find(({ id }) => id === 'gestaltungsfaehigkeit')),
  influence: ({ score }) => range(score.axes.find(({ id }) => id === 'einfluss')),
  level: ({ score }) => range(score.level),
  'largest-vendor-share': ({ score }) => {
    const all = score.concentration.find(({ layer }) => layer === 'all')
    return all === undefined ? null : told(all.largestPrivate)
  },
  'bound-services': ({ score }) => score.boundServices.length,
  'licence-coverage': ({ score }) => lowest(score, 'licence'),
  'maker-coverage': ({ score }) => lowest(score, 'maker'),
  'layer-coverage': ({ score }) => lowest(score, 'layer'),
  // without a list there are no lines that could lack an amount
  'amount-coverage': ({ score }) => lowest(score, 'amount') ?? null,
  'open-source-deliverable': ({ openSourceDeliverable }) => openSourceDeliverable,
  ...(Object.fromEntries(
    Object.entries(COUNTS).map(([fact, count]) => [fact, ({ counts }: ProjectSubject) => interval(count(counts))]),
  ) as Record<keyof typeof COUNTS, ProjectFact>),
  'critical-eea-share': ({ counts: { critical, criticalInside } }) => share(criticalInside, critical.high),
  'closed-outside-eea-share': ({ counts: { closed, closedOutside } }) => portion(closedOutside, closed),
  'seat-coverage': ({ counts: { items, seated } }) => (items.high === 0 ? undefined : tidy(seated.low / items.high)),
  sboms: ({ sources }) => sboms(sources).length,
  'tr03183-format': ({ sources }) => ofSboms(sources, (all) => FORMATS.find((format) => all.some((one) => one.format === format))),
  'tr03183-vulnerabilities': ({ sources }) => ofSboms(counted(sources), (all) => least(all, ({ id }) => id === 'no-vulnerabilities') === 0),
  'tr03183-required': ({ sources }) => ofSboms(counted(sources), (all) => least(all, ({ required }) => required === 'shall')),
  'tr03183-additional': ({ sources }) => ofSboms(counted(sources), (all) => least(all, ({ required }) => required === 'where-exists')),
  'tr03183-dependencies': ({ sources }) => ofSboms(counted(sources), (all) => least(all, ({ id }) => id === 'dependencies')),
  'tr03183-completeness': ({ sources }) => ofSboms(counted(sources), (all) => least(all, ({ id }) => id === 'completeness')),
}

/** Places that show a fact: the first items that it counts, or what the fields of an SBOM lack. */
export function projectEvidence({ counts, items, sources }: ProjectSubject, fact: string): readonly Evidence[] {
  if (isCount(fact)) {
    const count = COUNTS[fact](counts)
    return (count === null ? [] : [...count.sure, ...count.unsure].slice(0, 3)).flatMap((index) => {
      const item = items[index]!
      return item.seenAt.slice(0, 1).map(({ source, at }) => ({ source, at, says: item.name }))
    })
  }
  const wanted = LACKING[fact as FactId]
  if (wanted === undefined) return []
  const lacking = sources.flatMap(({ tr03183 }, source) =>
    (tr03183?.fields ?? []).filter(wanted).flatMap(({ id, missing }) => missing.slice(0, 1).map((at) => ({ source, at, says: id }))),
  )
  return lacking.slice(0, 3)
}

/** The fields that a fact of TR-03183-2 is about. */
const LACKING: Readonly<Partial<Record<FactId, (field: Tr03183Field) => boolean>>> = {
  'tr03183-required': ({ required }) => required === 'shall',
  'tr03183-additional': ({ required }) => required === 'where-exists',
  'tr03183-dependencies': ({ id }) => id === 'dependencies',
  'tr03183-completeness': ({ id }) => id === 'completeness',
}

/** From the worst to the best. */
const FORMATS = ['excluded', 'too-old', 'ok'] as const

const sboms = (sources: readonly Source[]): Tr03183[] => sources.flatMap(({ tr03183 }) => tr03183 ?? [])
/** SBOMs of which the fields were counted: where one was not, nothing is known of all together. */
const counted = (sources: readonly Source[]): readonly Source[] | undefined =>
  sboms(sources).some(({ fields }) => fields.length === 0) ? undefined : sources

/** Does not apply without an SBOM. */
function ofSboms(sources: readonly Source[] | undefined, ask: (all: readonly Tr03183[]) => FactValue): FactValue {
  if (sources === undefined) return undefined
  const all = sboms(sources)
  return all.length === 0 ? null : ask(all)
}

/** The lowest share in which one of these fields is there. */
function least(all: readonly Tr03183[], wanted: (field: Tr03183Field) => boolean): number {
  const shares = all.flatMap(({ fields }) => fields.filter(wanted).map(({ met, of }) => (of === 0 ? 1 : met / of)))
  return tidy(Math.min(1, ...shares))
}

const interval = (count: Count | null): FactValue => (count === null ? null : { low: count.low, high: count.high })

function share({ low, high }: Count, of: number): FactValue {
  return of === 0 ? null : { low: tidy(low / of), high: tidy(high / of) }
}

/** The share of a part whose whole is itself not quite known. */
function portion(part: Count, whole: Count): FactValue {
  if (whole.high === 0) return null
  const most = Math.max(whole.low, part.high)
  return { low: tidy(part.low / whole.high), high: most === 0 ? 0 : tidy(part.high / most) }
}

function range(of: { readonly best: number | null; readonly worst: number | null } | null | undefined): FactValue {
  return of === undefined || of === null || of.best === null || of.worst === null ? undefined : { low: of.best, high: of.worst }
}

function worst(score: Score, id: string, order: (a: { low: number; high: number }, b: { low: number; high: number }) => number): FactValue {
  const found = score.shares
    .filter((one) => one.id === id)
    .map(told)
    .sort(order)[0]
  return found
}

/** A share as it is compared and printed. */
function told(share: Interval): { low: number; high: number } {
  const { low, high } = exactly(share)
  return { low: tidy(low), high: tidy(high) }
}

function lowest(score: Score, of: string): FactValue {
  const known = score.coverage.filter((one) => one.of === of).map((one) => tidy(exactlyKnown(one)))
  return known.length === 0 ? undefined : Math.min(...known)
}
