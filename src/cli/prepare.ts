import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { audit } from '../audit.ts'
import type { AuditOptions } from '../assemble.ts'
import { environment } from '../config.ts'
import { inBrief } from '../in-brief.ts'
import { assertDeclared, assertProject } from '../knowledge/declared.ts'
import type { Audit } from '../model/audit.ts'
import { isDay } from '../model/days.ts'
import type { Note } from '../model/evidence.ts'
import { NOTES } from '../model/notes.ts'
import type { Inventory } from '../model/item.ts'
import type { RuleSet } from '../model/policy.ts'
import type { Limits } from '../model/ports.ts'
import { fill, Problem } from '../model/problem.ts'
import type { Project } from '../model/project.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { rootId } from '../model/root.ts'
import { LIMITS } from './flags.ts'
import { assertApart } from './apart.ts'
import { loadKnowledge, ruleSet } from './knowledge.ts'
import { ownFiles, ownMapping, ownPlaces, ownProject, ownWaivers, rulesFolder, type OwnFlags } from './own-files.ts'
import { readAll, type ReadInventory } from './read-all.ts'
import { databasePath } from './store.ts'

export interface PrepareFlags extends OwnFlags {
  readonly project?: string | undefined
  readonly authority?: string | undefined
  readonly 'as-of'?: string | undefined
  readonly set?: string | undefined
  readonly rules?: string | undefined
  readonly db?: string | undefined
}

export interface PrepareOptions {
  readonly progress?: ((path: string, share: number) => void) | undefined
  /** Few items will be asked for more than what is concluded of them, so that the rest need not be kept. */
  readonly brief?: boolean
  /** Files that the run is going to write. */
  readonly outputs?: readonly string[]
  /** Whose help a wrong call is told. */
  readonly command?: string
}

export interface Prepared {
  readonly audit: Audit
  readonly set: RuleSet
  readonly project: Project
  readonly knowledge: Knowledge
  /** Folder of the project file, else the working directory. */
  readonly folder: string
  readonly hasProjectFile: boolean
  /** Inputs that could not be read; the audit is of the others. */
  readonly failures: readonly Problem[]
  /** Files that were to be read, those in folders and patterns each. */
  readonly inputs: number
  /** They, with their names in the audit. */
  readonly files: ReadInventory['files']
}

/**
 * From paths and flags to the audit: the way that `audit` and `check` share. Reads every input before anything is written,
 * and nothing if what is to be written lies where something is read.
 */
export async function prepare(
  paths: readonly string[],
  flags: PrepareFlags & Record<string, unknown>,
  version: string,
  { progress, brief = false, outputs = [], command = 'audit' }: PrepareOptions = {},
): Promise<Prepared> {
  const own = await ownProject()
  const { project, path: file } = own
  const asOf = flags['as-of'] ?? environment.today()
  if (!isDay(asOf)) throw new Problem('E2002', { value: asOf })
  const rules = await rulesFolder(flags.rules, own)
  const knowledge = await loadKnowledge(rules, true)
  assertDeclared(project.declared, knowledge.frameworks)
  assertProject(project, knowledge)
  const set = withLimits(namedSet(knowledge, flags.set, project), project, asOf)
  const mapping = flags.map === undefined ? undefined : await ownMapping(flags.map)
  if (paths.filter((path) => path === '-').length > 1) throw new Problem('E2001', { what: STDIN_TWICE, command })
  // nobody types an SBOM: waiting for one would look like hanging
  if (paths.includes('-') && environment.typesInput()) throw new Problem('E2001', { what: STDIN_TYPED, command })

  const base = file === undefined ? environment.workingDirectory() : dirname(file)
  const waivers = await ownWaivers(base)
  const kept = brief ? inBrief(knowledge, { asOf, project, set }) : undefined
  const reading = { limits: limitsOf(flags), asOf, ...(mapping !== undefined && { mapping }) }
  const places = ownPlaces(own, base, flags)
  await assertApart(outputs, { inputs: paths, base, rules, own: { ...places, database: await databasePath(flags.db, own) } }, reading)
  const read = await readAll(paths, base, { ...reading, ...(kept !== undefined && { keep: kept.keep }) }, progress, ownFiles(places, rules))
  const { inventory, failures, inputs, files } = read
  const name = flags.project ?? project.name
  const { id, shown } = identity(name, project, inventory)
  const options: AuditOptions = {
    asOf,
    set,
    project,
    id,
    name: name ?? shown,
    ...authorityOf(flags.authority ?? project.authority),
    version,
    waivers,
  }
  const noted = {
    ...inventory,
    notes: [...inventory.notes, ...identityNote(id, name, project, inventory), ...limitNotes(project, asOf), ...replacedNotes(knowledge)],
  }
  return {
    audit: audit(noted, knowledge, options, kept?.identifier),
    set,
    project,
    knowledge,
    folder: base,
    hasProjectFile: file !== undefined,
    failures,
    inputs,
    files,
  }
}

const namedSet = (knowledge: Knowledge, flag: string | undefined, { set, places }: Project): RuleSet =>
  flag === undefined && set !== undefined ? ruleSet(knowledge, set, places?.set) : ruleSet(knowledge, flag ?? 'default')

const STDIN_TWICE = { de: '„-“ (Standardeingabe) geht nur einmal', en: '"-" (standard input) can be given only once' } as const
const STDIN_TYPED = { de: '„-“ liest die Standardeingabe, und dort kommt nichts an', en: '"-" reads standard input, and nothing comes in there' } as const // prettier-ignore

const authorityOf = (authority: string | undefined) => (authority === undefined ? {} : { authority })

/** Project file, else slug of the name, else what the root component is known by from build to build, else `unnamed`; never a file name. */
function identity(name: string | undefined, project: Project, inventory: Inventory): { id: string; shown: string } {
  const { subject } = inventory
  const root = subject === undefined ? undefined : rootId(subject)
  const shown = root === undefined ? undefined : subject?.name
  return { id: project.id ?? (name === undefined ? root : slug(name)) ?? 'unnamed', shown: shown ?? project.id ?? 'unnamed' }
}

/** An id that was chosen among several roots, or made of a name that changes from build to build, is a guess that waivers hang on. */
function identityNote(id: string, name: string | undefined, project: Project, { subject, roots = 0 }: Inventory): Note[] {
  const isGuess = roots > 1 || (subject !== undefined && subject.purl === undefined && subject.name !== id)
  if (!isGuess || project.id !== undefined || name !== undefined) return []
  return [{ code: 'W-PROJECT', message: fill(NOTES['W-PROJECT'].en, { id }), params: { id } }]
}

/**
 * Letters and digits of a name, joined by hyphens; safe as a file name everywhere. Where it would keep nothing of the name, or
 * only its beginning, a part of its hash tells it from others.
 */
export function slug(name: string): string {
  const plain = name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '') // prettier-ignore
  const whole = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') // prettier-ignore
  if (name !== '' && (whole === '' || whole.length > 60)) {
    const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
    return `${whole === '' ? 'unnamed' : whole.slice(0, 51).replace(/-+$/, '')}-${hash}`
  }
  return whole === '' ? 'unnamed' : /^(con|prn|aux|nul|com\d|lpt\d)$/.test(whole) ? `${whole}-` : whole
}

/** The limits that the flags set, else ours. */
export function limitsOf(flags: Record<string, unknown>): Limits {
  return Object.fromEntries(
    Object.entries(LIMITS).map(([name, { key, standard }]) => [key, (flags[name] as number | undefined) ?? standard]),
  ) as unknown as Limits
}

/** Gate limits that the project file changes, with reason and date, from that day on, and conditions that only it asks for. */
function withLimits(set: RuleSet, project: Project, asOf: string): RuleSet {
  const gate = set.gate.map((condition) => {
    const changed = project.limits.find((entry) => entry.condition === condition.id && entry.date <= asOf)
    return changed === undefined ? condition : { ...condition, limit: changed.limit }
  })
  const { seal, tr03183 } = project.requires ?? {}
  const asked = [
    ...(seal === undefined ? [] : [{ id: 'seal-ceiling', action: 'fail', limit: seal } as const]),
    ...(tr03183 === undefined ? [] : [{ id: 'tr03183', action: 'fail' } as const]),
  ]
  return { ...set, gate: [...gate.filter(({ id }) => !asked.some((one) => one.id === id)), ...asked] }
}

/** The report shows every limit that a project changes, with its reason and date, also one that is to hold only later. */
function limitNotes({ limits }: Project, asOf: string): Note[] {
  return limits.map(({ condition, limit, reason, date }): Note => {
    const params = { condition, limit, reason, date }
    const code = date <= asOf ? 'W-LIMIT' : 'W-LIMIT-LATER'
    return { code, message: fill(NOTES[code].en, params), params }
  })
}

/** An own rule may bear the id of one of ours by chance, or since ours came later: the replacement has to be seen. */
function replacedNotes({ replaced = [] }: Knowledge): Note[] {
  return replaced.map(({ what, id, file }): Note => {
    const params = { what, id, file }
    return { code: 'W-REPLACED', message: fill(NOTES['W-REPLACED'].en, params), params }
  })
}
