import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { assertNamed, environment, isRuleFile, projectFile } from '../config.ts'
import { kindOf, placeOf, readOwn } from '../files.ts'
import { BASELINE_FILE } from '../model/baseline.ts'
import { YAML_FILE } from '../model/own-file.ts'
import type { ColumnMapping } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { EMPTY_PROJECT, PROJECT_FILE, type Project } from '../model/project.ts'
import type { Waiver } from '../model/policy.ts'
import { WAIVERS_FILE } from '../model/waiver.ts'
import { kept } from './kept.ts'
import { shownPath } from './names-apart.ts'
import type { IsOwn } from './walk.ts'

// Most runs have none of these files: what reads YAML and checks it against its schema is loaded only where there is one.

/** Flags that name a file of one's own. */
export interface OwnFlags {
  readonly map?: string | undefined
  readonly baseline?: string | undefined
  readonly editorial?: string | undefined
}

export type OwnPlaces = Readonly<Record<'project' | 'waivers' | 'baseline' | 'mapping' | 'editorial', string | undefined>>

export interface OwnProject {
  readonly project: Project
  readonly path?: string
}

/** The nearest project file with its path; without one the empty project. Errors name it from the working directory. */
export async function ownProject(): Promise<OwnProject> {
  const file = projectFile()
  if (file === undefined) return { project: EMPTY_PROJECT }
  const { text, path } = file
  const name = shownPath(path, environment.workingDirectory())
  const parsed = async () => (await import('../knowledge/project.ts')).parseProject(text, name)
  return { project: await kept(`project ${path}`, [text, name], parsed), path }
}

/** Where the own files lie that a run with these flags reads, or would read if they were there. `base`: the folder of the project file. */
export function ownPlaces({ project, path }: OwnProject, base: string, { map, baseline, editorial }: OwnFlags): OwnPlaces {
  const named = project.editorial === undefined ? undefined : resolve(base, project.editorial)
  return {
    project: path ?? join(base, PROJECT_FILE),
    waivers: join(base, WAIVERS_FILE),
    baseline: baseline ?? join(base, BASELINE_FILE),
    mapping: map,
    editorial: editorial ?? named,
  }
}

/** Tells files of one's own from inputs: what a run reads as rules, or as one of these files. */
export function ownFiles(places: OwnPlaces, rules: string | undefined): IsOwn {
  const own = new Set(Object.values(places).flatMap((path) => (path === undefined ? [] : [placeOf(path)])))
  const isBelow = (folder: string, path: string) => path.startsWith(folder + sep) && isRuleFile(relative(folder, path).split(sep).join('/'))
  return (path) => {
    const place = placeOf(path)
    if (own.has(place)) return true
    // by its name too: a rule may be a link to a hidden folder
    return rules !== undefined && (isBelow(placeOf(rules), place) || isBelow(resolve(rules), resolve(path)))
  }
}

/** The folder of own rules: `--rules` from the working directory, else what the project file names, from its own folder. */
export async function rulesFolder(flag: string | undefined, own?: OwnProject): Promise<string | undefined> {
  if (flag !== undefined) return flag
  const { project, path } = own ?? (await ownProject())
  const folder = namedRules({ project, ...(path !== undefined && { path }) })
  if (folder === undefined) return undefined
  // the folder alone would not say who named it
  if (kindOf(folder) === undefined) throw new Problem('E2108', { path: folder, why: '' }, project.places?.rules)
  return folder
}

/** The folder of rules that the project file names, be it there or not. */
export function namedRules({ project, path }: OwnProject): string | undefined {
  return project.rules === undefined || path === undefined ? undefined : inWorkingDirectory(resolve(dirname(path), project.rules))
}

/** A path as short as it can be said from here. */
function inWorkingDirectory(path: string): string {
  const short = relative(environment.workingDirectory(), path)
  return (short.startsWith('..') || isAbsolute(short) ? path : short).split(sep).join('/')
}

/** The mapping of columns in a file. */
export async function ownMapping(path: string): Promise<ColumnMapping> {
  const { parseMapping } = await import('../knowledge/project.ts')
  return parseMapping(readOwn(path, path, YAML_FILE, 'E2116'), path)
}

/** What the file of the waivers in a folder holds; `undefined` where there is none. */
export function waiversText(folder: string): string | undefined {
  assertNamed(folder, WAIVERS_FILE)
  return readOwn(join(folder, WAIVERS_FILE), WAIVERS_FILE)
}

/** The waivers that lie in a folder; none where their file is missing. */
export async function ownWaivers(folder: string): Promise<readonly Waiver[]> {
  const text = waiversText(folder)
  if (text === undefined) return []
  return kept(`waivers ${join(folder, WAIVERS_FILE)}`, [text, WAIVERS_FILE], async () => {
    const { parseWaivers, waiversOf } = await import('../knowledge/waivers.ts')
    return waiversOf(parseWaivers(text, WAIVERS_FILE))
  })
}
