import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { environment } from '../config.ts'
import { entriesOf, exists, kindOf } from '../files.ts'
import { Problem } from '../model/problem.ts'

/** A file to read. */
export interface InputPath {
  readonly path: string
  /** The folder in which it was found: no input of ours, it is no error there. */
  readonly folder?: string
}

const MAGIC = /[*?]/

/**
 * What people give as inputs → files: a folder stands for all files below it, a pattern (`*`, `?`, `**`) for those it fits,
 * each sorted; hidden ones and links are left out. What names an existing file is no pattern. E3001: nothing there, or nothing fits; E3008: an empty folder.
 */
export function expandInputs(paths: readonly string[]): InputPath[] {
  const seen = new Set<string>()
  return paths.flatMap((path) => {
    const plain = path === '-' || kindOf(path) === 'file'
    const found = plain ? [{ path }] : expanded(path).filter((one) => !seen.has(resolve(one.path)))
    for (const one of found) seen.add(resolve(one.path))
    return found
  })
}

function expanded(path: string): InputPath[] {
  if (kindOf(path) === 'folder') return some(filesBelow(path, path), path, 'E3008')
  // what is not there is said when it is opened
  if (!MAGIC.test(path) || exists(path)) return [{ path }]
  const steps = path.split(sep === '\\' ? /[\\/]/ : '/')
  const first = steps.findIndex((step) => MAGIC.test(step))
  const root = steps.slice(0, first).join('/')
  const start = first === 0 ? '' : `${root}/`
  if (kindOf(start === '' ? '.' : start) !== 'folder') throw new Problem('E3001', {}, { file: path })
  const found = new Map(
    fitting(
      start,
      steps.slice(first).filter((step, i, all) => step !== '**' || all[i - 1] !== '**'),
    ).map((one) => [one.path, one]),
  )
  return some(
    [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    path,
  )
}

function some(found: InputPath[], path: string, none: 'E3001' | 'E3008' = 'E3001'): InputPath[] {
  if (found.length === 0) throw new Problem(none, {}, { file: path })
  return found
}

/** Files that the steps of a pattern lead to from `start`, which is '' or ends with `/`. */
function fitting(start: string, [step, ...rest]: readonly string[]): InputPath[] {
  const entries = entriesOf(start === '' ? '.' : start)
  if (step === '**') {
    if (rest.length === 0) return filesBelow(start === '' ? '.' : start, start)
    const deeper = entries.filter(({ folder }) => folder).flatMap(({ name }) => fitting(`${start}${name}/`, ['**', ...rest]))
    return [...fitting(start, rest), ...deeper]
  }
  const pattern = patternOf(step!)
  return entries.filter(({ name }) => pattern.test(name)).flatMap(({ name, folder }) => {
    const path = start + name
    if (rest.length > 0) return folder ? fitting(`${path}/`, rest) : []
    return folder ? filesBelow(path, path) : [{ path }]
  }) // prettier-ignore
}

/** Names that one step of a pattern fits; on Windows cases are not told apart. */
function patternOf(step: string): RegExp {
  const escaped = step
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.')
  return new RegExp(`^${escaped}$`, sep === '\\' ? 'isu' : 'su')
}

function filesBelow(path: string, folder: string): InputPath[] {
  const base = path === '.' ? '' : path.replace(/[\\/]+$/, '') + '/'
  return entriesOf(path).flatMap((entry) => (entry.folder ? filesBelow(base + entry.name, folder) : [{ path: base + entry.name, folder }]))
}

/** The same problem with the path that was given, which the terminal may show: in the audit stands the short one. */
export function asGiven(problem: Problem, path: string, shown: string): Problem {
  const { id, params, place } = problem
  if (place.file?.startsWith(shown) !== true || path === shown) return problem
  return new Problem(id, params, { ...place, file: path + place.file.slice(shown.length) })
}

/** The path as the audit shows it: relative to `base` with `/`; outside of it from the folder that was given, else the file's name alone. */
export function shownPath(path: string, base: string, folder?: string): string {
  const short = relative(base, isAbsolute(path) ? path : `${environment.workingDirectory()}${sep}${path}`)
  if (!short.startsWith('..') && !isAbsolute(short)) return short.split(sep).join('/')
  return folder === undefined ? basename(path) : join(basename(folder), relative(folder, path)).split(sep).join('/')
}
