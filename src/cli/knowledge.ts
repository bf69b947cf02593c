import { basename, dirname, resolve, sep } from 'node:path'
import { ownRules, rulesIn } from '../config.ts'
import { kindOf, readOwn } from '../files.ts'
import type { RuleFile } from '../knowledge/compile.ts'
import { rulingsOf, thawRules, wholeOf } from '../knowledge/frozen.ts'
import { REGISTERS, roomOf, ROOMS } from '../knowledge/rooms.ts'
import { askedFirst, nearest } from '../model/nearest.ts'
import { Problem, type ProblemPlace } from '../model/problem.ts'
import { unreadable } from '../model/unreadable.ts'
import type { RuleSet } from '../model/policy.ts'
import { knowledgeOf, type Knowledge } from '../model/knowledge.ts'
import { kept } from './kept.ts'

/** Our rules, with the user's own folder laid over them; if it `mustHold` some, E2118 where it does not. What reads YAML is loaded only where there is some to read. */
export async function loadKnowledge(folder: string | undefined, mustHold = false): Promise<Knowledge> {
  const rules = ownRules()
  const ours = 'frozen' in rules ? thawRules(rules.frozen) : (await import('../knowledge/compile.ts')).compileRules(rules.files)
  if (folder === undefined) return ours
  const files = rulesIn(folder)
  // as a submodule that was not fetched, or a volume that was not mounted: the gate would stand open, and nobody would notice
  if (mustHold && files.length === 0) throw new Problem('E2118', { path: folder }, { file: folder })
  return laidOver(ours, files, folder)
}

/** What these change of the registers is indexed anew in each run; all else is kept. */
async function laidOver(ours: Knowledge, files: readonly RuleFile[], folder: string): Promise<Knowledge> {
  const made = async () => (await import('../knowledge/overlay.ts')).overlay(ours, files, folder)
  if (files.some(({ path }) => REGISTERS.some((room) => room === roomOf(path)))) return made()
  const from = [ours.sha256, folder, ...files.flatMap(({ path, text }) => [path, text])]
  return knowledgeOf(rulingsOf(await kept(`rules ${resolve(folder)}`, from, async () => wholeOf(await made()))), ours)
}

/** A set by its id; `place`: where the project file names it. E2003. */
export function ruleSet(knowledge: Knowledge, id: string, place: ProblemPlace = {}): RuleSet {
  const set = knowledge.sets.get(id)
  if (set === undefined) throw noSet(id, [...knowledge.sets.keys()], place)
  return set
}

function noSet(id: string, known: readonly string[], place: ProblemPlace): Problem {
  const found = nearest(id, known)
  return new Problem('E2003', { set: id, near: askedFirst(found), known: known.join(', ') }, place)
}

/** Rule files that are to be looked at, and those beside them that they may build on. */
export interface RulesAt {
  readonly folder: string
  readonly files: readonly RuleFile[]
  /** Names of the files asked for, as messages have them. */
  readonly asked: ReadonlySet<string>
}

/** What a policy may name lies in these. */
const HELPERS = ['lists', 'vendors', 'layers'] as const

/** A rules folder, one of its sub-folders, or one file; if `loose`, also a folder that holds nothing but policies. E2108: nothing there. */
export function rulesAt(path: string, loose = false): RulesAt {
  const kind = kindOf(path)
  if (kind === undefined) throw unreadable(path, undefined, 'E2108')
  const isRoom = (name: string) => (ROOMS as readonly string[]).includes(name)
  const shown = path
    .split(sep)
    .join('/')
    .replace(/(?<=.)\/$/, '')
  const room = basename(kind === 'file' ? dirname(resolve(path)) : resolve(path))
  if (isRoom(room)) {
    const folder = kind === 'file' ? dirname(dirname(shown)) : dirname(shown)
    const wanted = kind === 'file' ? `${room}/${basename(shown)}` : `${room}/`
    const files = rulesIn(folder).filter((one) => one.path.startsWith(wanted) || HELPERS.some((helper) => one.path.startsWith(helper)))
    return { folder, files, asked: new Set(files.filter((one) => one.path.startsWith(wanted)).map((one) => `${folder}/${one.path}`)) }
  }
  if (kind === 'file') {
    const file = { path: `policies/${basename(shown)}`, text: readOwn(path)!, file: shown }
    return { folder: dirname(shown), files: [file], asked: new Set([shown]) }
  }
  const files = rulesIn(path)
  const flat = loose && files.length > 0 && files.every((one) => !one.path.includes('/'))
  const named = flat ? files.map((one): RuleFile => ({ ...one, path: `policies/${one.path}`, file: `${shown}/${one.path}` })) : files
  return { folder: shown, files: named, asked: new Set(named.map((one) => one.file ?? `${shown}/${one.path}`)) }
}

/** Our knowledge with these laid over it. */
export async function knowledgeWith({ files, folder }: RulesAt): Promise<Knowledge> {
  const ours = await loadKnowledge(undefined)
  const { overlay } = await import('../knowledge/overlay.ts')
  return overlay(ours, files, folder)
}
