import type { Score } from '../model/audit.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Finding, Policy, Subject, Undecided } from '../model/policy.ts'
import type { Source } from '../model/item.ts'
import { lazily } from '../model/lazily.ts'
import { VENDOR_FACTS } from './facts.ts'
import { LAYER_FACTS } from './layer-facts.ts'
import { PROJECT_FACTS, projectSubject, type ProjectSubject } from './project-facts.ts'
import { layerSubjects, vendorsOf, vendorSubjects } from './subjects.ts'
import type { FactValue } from './operators.ts'
import { itemAsker } from './items.ts'
import { fingerprint, FreshFinding } from './finding.ts'
import { leaveOpen, noteMissing, nothingOpen, type Asked, type Found, type Open } from './asked.ts'
import { compile, type Compiled, type Facts } from './prove.ts'

export interface EvaluateOptions {
  readonly asOf: string
  /** Project id: a part of every finding's identity. */
  readonly project: string
  readonly openSourceDeliverable: boolean
  /** What was read; facts about SBOMs need it. */
  readonly sources?: readonly Source[]
  /** The id that a vendor or layer has in the identity of its findings, where it is not its own: its first one. */
  readonly firstId?: (subject: Subject) => string | undefined
}

export interface Evaluated {
  readonly findings: readonly Finding[]
  readonly undecided: readonly Undecided[]
}

/** Dossiers and score × policies → findings. A proof is built only where a policy holds; where one cannot be decided, that is counted. */
export function evaluate(items: readonly Dossier[], score: Score, policies: readonly Policy[], options: EvaluateOptions): Evaluated {
  const findings: Finding[] = []
  const undecided: Undecided[] = []
  const subjects = subjectsOf(items, score, options)
  for (const policy of policies) {
    const compiled = compile(policy.when, options.asOf)
    const { found, open } = subjects[policy.scope](compiled)
    const identify = (subject: Subject) =>
      fingerprint(policy.id, { ...subject, id: options.firstId?.(subject) ?? subject.id }, options.project)
    for (const one of found) findings.push(new FreshFinding(policy, one, identify))
    if (open.count > 0) undecided.push(undecidedOf(policy.id, open))
  }
  return { findings, undecided }
}

/** The facts that were missing most come first. */
function undecidedOf(policy: string, { count, examples, missing }: Open): Undecided {
  const facts = [...missing].map(([fact, times]) => ({ fact, count: times }))
  return { policy, count, missing: facts.sort((a, b) => b.count - a.count || (a.fact < b.fact ? -1 : 1)), examples }
}

/** How each scope is asked: what its subjects are and where their facts come from. */
function subjectsOf(items: readonly Dossier[], score: Score, options: EvaluateOptions): Readonly<Record<Policy['scope'], Asked>> {
  const layers = lazily(() => layerSubjects(score))
  const project = lazily(() => [projectSubject(items, score, options)])
  const vendors = lazily(() => vendorSubjects(items, score))
  const ofLayer = lazily(() => indicesBy(items, (item) => (item.line === true && item.counted ? [item.layer?.id ?? 'unknown'] : NONE)))
  return {
    item: itemAsker(items, options),
    layer: (compiled) => askEach(layers(), compiled, 'layer', (subject) => subject.concentration.layer, LAYER_FACTS, (subject) => ofLayer().get(subject.concentration.layer) ?? NONE), // prettier-ignore
    vendor: (compiled) => {
      const ofVendor = lazily(() => indicesBy(items, vendorsOf(compiled.facts)))
      return askEach(vendors(), compiled, 'vendor', ({ controller }) => controller.id, VENDOR_FACTS, ({ controller }) => ofVendor().get(controller.id) ?? NONE) // prettier-ignore
    },
    project: (compiled) => askEach<ProjectSubject>(project(), compiled, 'project', () => options.project, PROJECT_FACTS, () => []), // prettier-ignore
  }
}

function askEach<S>(
  subjects: readonly S[],
  compiled: Compiled,
  kind: Subject['kind'],
  id: (subject: S) => string,
  table: Readonly<Record<string, (subject: S) => FactValue>>,
  indices: (subject: S) => readonly number[],
): ReturnType<Asked> {
  const found: Found[] = []
  const open = nothingOpen()
  const nothing: readonly Evidence[] = []
  for (const one of subjects) {
    const facts: Facts = { value: (fact) => table[fact]!(one), evidence: () => nothing }
    const truth = compiled.truth(facts)
    const subject = { kind, id: id(one) }
    if (truth === 'unknown') {
      leaveOpen(open, kind, 1, [subject.id])
      noteMissing(open, compiled.missing(facts), 1)
    }
    if (truth === 'yes') found.push({ subject, indices: indices(one), proof: () => compiled.proof(facts) })
  }
  return { found, open }
}

const NONE: readonly never[] = []

/** Positions of the items under each of their keys. */
function indicesBy(items: readonly Dossier[], keysOf: (item: Dossier) => readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  items.forEach((item, index) => {
    for (const key of keysOf(item)) {
      const list = found.get(key)
      if (list === undefined) found.set(key, [index])
      else list.push(index)
    }
  })
  return found
}
