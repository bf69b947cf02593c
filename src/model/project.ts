import type { Declaration } from './framework.ts'
import type { ProblemPlace } from './problem.ts'

/** In the working directory, or above it. */
export const PROJECT_FILE = 'eigenstand.yaml'

/** What `eigenstand.yaml` says about a project. Everything is optional. */
export interface Project {
  readonly id?: string
  readonly name?: string
  readonly authority?: string
  readonly fileNumber?: string
  /** Layer of the product whose SBOM is audited; default `fachanwendung`. */
  readonly layer?: string
  /** The project itself is to be published as open source. */
  readonly deliverable?: 'open-source'
  /** purls, item ids or product names that are critical. */
  readonly critical: readonly string[]
  /** purls, namespaces or names of what the body made itself. */
  readonly selfMade: readonly string[]
  /** `supplier or item name → organisation id`, where the project knows better. */
  readonly makers: Readonly<Record<string, string>>
  /** Share of net in gross amounts, e.g. `{ DE: 1.19 }`, with its date. */
  readonly rates: readonly { readonly currency: string; readonly eur: number; readonly date: string }[]
  readonly vat?: { readonly factor: number; readonly date: string }
  readonly set?: string
  readonly db?: string
  readonly rules?: string
  /** What people add to the report: path of the editor's file, relative to the project file. */
  readonly editorial?: string
  /** Changed gate limits; only with reason and date. */
  readonly limits: readonly { readonly condition: string; readonly limit: number; readonly reason: string; readonly date: string }[]
  /** Answers to criteria of frameworks that no input shows. */
  readonly declared: readonly Declaration[]
  /** What the gate checks only because the project asks for it. */
  readonly requires?: {
    /** The SEAL that a tender asks for, 1…4. */
    readonly seal?: number
    readonly tr03183?: true
  }
  /** Where stands what only the rules, the register or the disk can confirm. */
  readonly places?: Readonly<Record<'layer' | 'set' | 'rules', ProblemPlace>> & {
    readonly makers: Readonly<Record<string, ProblemPlace>>
  }
  /** The list is a sample or a collection of notices: every result is provisional. */
  readonly sample?: boolean
}

/**
 * What of the project file decides figures and findings. It is kept with the audit: a comparison has to know it, wherever it is
 * started. What was declared stands in the audit's frameworks.
 */
export type KeptProject = Partial<Pick<Project, 'layer' | 'deliverable' | 'critical' | 'selfMade' | 'makers' | 'rates' | 'vat' | 'sample'>>

/** Left out is what says nothing: of an audit without a project file nothing is left. */
export function keptProject({ layer, deliverable, critical, selfMade, makers, rates, vat, sample }: Project): KeptProject {
  return {
    ...(layer !== undefined && { layer }),
    ...(deliverable !== undefined && { deliverable }),
    ...(critical.length > 0 && { critical }),
    ...(selfMade.length > 0 && { selfMade }),
    ...(Object.keys(makers).length > 0 && { makers }),
    ...(rates.length > 0 && { rates }),
    ...(vat !== undefined && { vat }),
    ...(sample === true && { sample }),
  }
}

/** The keys that say something else; neither the order of a list nor that of its keys is anything said. */
export function changedKeys(before: KeptProject, after: KeptProject): readonly (keyof KeptProject)[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof KeptProject)[]
  return keys.filter((key) => inOneOrder(before[key]) !== inOneOrder(after[key])).sort()
}

function inOneOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneOrder).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  return `{${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${inOneOrder(one)}`).sort().join()}}` // prettier-ignore
}

/** The project file as far as an audit has kept it. */
export const projectOf = (kept: KeptProject): Project => ({ ...EMPTY_PROJECT, ...kept })

export const EMPTY_PROJECT: Project = { critical: [], selfMade: [], makers: {}, rates: [], limits: [], declared: [] }
