import { hash } from 'node:crypto'
import type { Audit, Axis, Level, NamedOrganisation, NamedPolicy, Score, UsedRules } from './model/audit.ts'
import type { Dossier } from './model/dossier.ts'
import type { Note } from './model/evidence.ts'
import type { FrameworkResult } from './model/framework.ts'
import { CALLED_AFTER } from './model/gate-conditions.ts'
import type { Inventory } from './model/item.ts'
import { SEVERITIES, type AxisId, type Finding, type Policy, type RuleSet, type Undecided, type Waiver } from './model/policy.ts'
import { rateOn } from './model/money.ts'
import { keptProject, PROJECT_FILE, type Project } from './model/project.ts'

export interface AuditOptions {
  /** The day for which ownership, terms and lists are evaluated. */
  readonly asOf: string
  readonly set: RuleSet
  readonly project: Project
  /** Project id and name after flags, project file and inputs have been asked. */
  readonly id: string
  readonly name: string
  readonly authority?: string
  readonly version: string
  readonly waivers?: readonly Waiver[]
}

/** What the stages made. */
export interface Parts {
  readonly inventory: Inventory
  readonly identified: {
    readonly dossiers: readonly Dossier[]
    readonly notes: readonly Note[]
    readonly organisations: readonly NamedOrganisation[]
  }
  readonly scored: Score
  readonly evaluated: { readonly findings: readonly Finding[]; readonly undecided: readonly Undecided[]; readonly notes: readonly Note[] }
  readonly policies: readonly Policy[]
  readonly frameworks: readonly FrameworkResult[]
  readonly sha256: string
  readonly register: string
}

/** Puts the parts into the document; a level is explained by the finding that governs it. */
export function assemble(
  { inventory, identified, scored, evaluated, policies, frameworks, sha256, register }: Parts,
  options: AuditOptions,
): Audit {
  const { findings, undecided } = evaluated
  const spoken = new Set([...[...findings, ...undecided].map(({ policy }) => policy), ...namedByGate(options.set)])
  const axes = scored.axes.map((axis) => ({ ...axis, governedBy: governing(axis, findings, policies, identified.dossiers) }))
  return {
    format: 'eigenstand/audit/1',
    tool: { name: 'eigenstand', version: options.version },
    rules: { set: options.set.id, sha256, decides: decidesOf(register, policies, options.set) },
    bounds: options.set.levels,
    project: {
      id: options.id,
      name: options.name,
      ...(options.authority !== undefined && { authority: options.authority }),
      ...(options.project.fileNumber !== undefined && { fileNumber: options.project.fileNumber }),
    },
    asOf: options.asOf,
    projectFile: keptProject(options.project),
    ...ratesOf(identified.dossiers, options),
    sources: inventory.sources,
    items: identified.dossiers,
    shares: scored.shares,
    concentration: scored.concentration,
    coverage: scored.coverage,
    boundServices: scored.boundServices,
    spend: scored.spend,
    axes,
    level: scored.level === null ? null : { ...scored.level, governedBy: governingAxis(scored.level, axes) },
    provisionalBecause: scored.provisionalBecause,
    findings,
    undecided,
    frameworks,
    organisations: identified.organisations,
    policies: policies.filter(({ id }) => spoken.has(id)).map(named),
    notes: [...inventory.notes, ...identified.notes, ...evaluated.notes],
  }
}

/** Policies that the set adds to a condition: it is called by their titles, also where nothing was found. */
function namedByGate({ gate }: RuleSet): string[] {
  return gate.flatMap(({ id, action, policies = [] }) => (action === 'off' ? [] : policies.filter((policy) => CALLED_AFTER[id]?.includes(policy) !== true))) // prettier-ignore
}

/** What foreign money was counted by. */
function ratesOf(dossiers: readonly Dossier[], { project, asOf }: AuditOptions): Pick<Audit, 'rates'> {
  const counts = new Map<string, number>()
  for (const { amount } of dossiers)
    if (amount?.counts === true && amount.currency !== 'EUR') counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1)
  const rates = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([currency, amounts]) => {
      const rate = rateOn(asOf, currency, project)
      return rate === undefined ? [] : [{ currency, eur: rate.eur, date: rate.date, source: PROJECT_FILE, amounts } as const]
    })
  return rates.length === 0 ? {} : { rates }
}

/** Short hashes over what decides: enough to tell that something is another. */
function decidesOf(register: string, policies: readonly Policy[], { levels }: RuleSet): NonNullable<UsedRules['decides']> {
  const conditions = policies.map(({ id, scope, when }) => [id, scope, when] as const).sort(([a], [b]) => (a < b ? -1 : 1))
  const short = (text: string) => hash('sha256', text).slice(0, 16)
  return { register: register.slice(0, 16), policies: short(JSON.stringify(conditions)), levels: short(JSON.stringify(levels)) }
}

/** The fingerprint of the finding that explains an axis; where there is none, the reason as the score gives it. */
function governing(axis: Axis, findings: readonly Finding[], policies: readonly Policy[], items: readonly Dossier[]): string {
  const [kind, id = ''] = split(axis.governedBy)
  const explains = new Set(policies.filter((policy) => policy.axis === axis.id).map((policy) => policy.id))
  const found = findings
    .filter(({ policy, status }) => explains.has(policy) && status !== 'waived')
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))
    .find(({ subject, items: indices }) => {
      if (kind === 'layer') return subject.kind === 'layer' && subject.id === id
      if (kind === 'item') return subject.kind === 'item' && indices.some((index) => `${items[index]!.ref}#${items[index]!.source}` === id)
      if (kind === 'bindings') return subject.kind === 'item' && indices.some((index) => items[index]!.binding?.service === id)
      return subject.kind === 'project'
    })
  return found?.fingerprint ?? axis.governedBy
}

/** The worst axis governs: by its best end, then by its worst; an axis without data only where no other is as bad. */
function governingAxis(level: Level, axes: readonly Axis[]): string {
  const order: readonly AxisId[] = ['wechselmoeglichkeit', 'gestaltungsfaehigkeit', 'einfluss']
  const rank = (axis: Axis) => [axis.best ?? 1, axis.governedBy === 'no-data' ? 0 : 1, axis.worst ?? 5, -order.indexOf(axis.id)]
  const worst = [...axes].sort((a, b) => compare(rank(b), rank(a)))[0]
  return worst?.governedBy ?? level.governedBy
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}

function split(reason: string): [string, string?] {
  const cut = reason.indexOf(':')
  return cut < 0 ? [reason] : [reason.slice(0, cut), reason.slice(cut + 1)]
}

function named({ id, scope, severity, axis, title, why, fix, assumes, source, place }: Policy): NamedPolicy {
  return {
    id,
    scope,
    severity,
    ...(axis !== undefined && { axis }),
    title,
    why,
    fix,
    ...(assumes !== undefined && { assumes }),
    source,
    rule: `${place.file}:${place.line}`,
  }
}
