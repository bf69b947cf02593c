import { resolve, sep } from 'node:path'
import { exists, kindOf, placeOf } from '../files.ts'
import type { Limits } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { namesApart } from './names-apart.ts'
import { Walk, type Found, type IsOwn } from './walk.ts'

/** A file to read. */
export interface InputPath {
  readonly path: string
  /** Its name in messages and in the audit. */
  readonly shown: string
  /** It was found in a folder or by a pattern: no input of ours, it is no error there. */
  readonly found: boolean
}

export interface Inputs {
  readonly files: readonly InputPath[]
  /** Names of links that were not followed. */
  readonly refused: readonly string[]
}

const MAGIC = /[*?]/

interface Place extends Found {
  readonly found: boolean
  /** The folder of which its name begins at least. */
  readonly folder?: string
}

/**
 * What people give as inputs → files: a folder stands for all files below it, a pattern (`*`, `?`, `**`) for those it fits,
 * sorted; hidden ones are left out, and so is what `isOwn` says of what is found. What names an existing file is no pattern. Each file is there once, however often it is named. They are named from `base`.
 * E3001: nothing there, or nothing fits; E3008: an empty folder.
 */
export function expandInputs(paths: readonly string[], base: string, limits: Limits, isOwn?: IsOwn): Inputs {
  const isGiven = (path: string) => path === '-' || kindOf(path) === 'file'
  const given = paths.filter(isGiven).map((path): Place => ({ path, linked: isLink(path), found: false }))
  const kept = new Set(once(given, new Set()).map(({ path }) => path))
  const seen = new Set(given.map(inputPlace))
  const refused: string[] = []
  const places = paths.flatMap((path): Place[] => {
    if (!isGiven(path)) return once(expanded(path, limits, refused, isOwn), seen)
    return kept.delete(path) ? [{ path, linked: false, found: false }] : []
  })
  const names = namesApart(places, base)
  const files = places.map(({ path, found }, i) => ({ path, found, shown: names[i]! }))
  const links = refused.map((path) => ({ path }))
  return { files, refused: namesApart(links, base) }
}

const inputPlace = ({ path }: { readonly path: string }): string => (path === '-' ? path : placeOf(path))
const isLink = (path: string): boolean => path !== '-' && placeOf(path) !== resolve(path)

/** Each file once, whatever leads there; under its own name rather than a link's. */
function once(places: readonly Place[], seen: Set<string>): Place[] {
  const own = new Map<string, Place>()
  for (const one of places) {
    const place = inputPlace(one)
    if (!own.has(place) || (own.get(place)!.linked && !one.linked)) own.set(place, one)
  }
  const kept = new Set([...own].flatMap(([place, one]) => (seen.has(place) ? [] : [one])))
  for (const place of own.keys()) seen.add(place)
  return places.filter((one) => kept.has(one))
}

function expanded(path: string, limits: Limits, refused: string[], isOwn?: IsOwn): Place[] {
  if (kindOf(path) === 'folder') {
    const walk = new Walk(path, limits, isOwn)
    const found = walk.below(inside(path))
    refused.push(...walk.refused)
    return some(found, path, walk, 'E3008').map((one) => ({ ...one, found: true, folder: path }))
  }
  // what is not there is said when it is opened
  if (!MAGIC.test(path) || exists(path)) return [{ path, linked: false, found: false }]
  const steps = path.split(sep === '\\' ? /[\\/]/ : '/')
  const first = steps.findIndex((step) => MAGIC.test(step))
  const start = first === 0 ? '' : `${steps.slice(0, first).join('/')}/`
  const root = start === '' ? '.' : start
  if (kindOf(root) !== 'folder') throw new Problem('E3001', {}, { file: path })
  const walk = new Walk(root, limits, isOwn)
  const fits = fitting(start, steps.slice(first).filter((step, i, all) => step !== '**' || all[i - 1] !== '**'), walk, false) // prettier-ignore
  const found = [...new Map(fits.map((one) => [one.path, one])).values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  refused.push(...walk.refused)
  return some(found, path, walk).map((one) => ({ ...one, found: true }))
}

/** What a walk found; where that is nothing, a link that was not followed is named rather than the whole. */
function some(found: Found[], path: string, { refused }: Walk, none: 'E3001' | 'E3008' = 'E3001'): Found[] {
  if (found.length > 0) return found
  throw refused[0] === undefined ? new Problem(none, {}, { file: path }) : new Problem('E3001', {}, { file: refused[0] })
}

const inside = (folder: string): string => (folder === '.' ? '' : `${folder.replace(/[\\/]+$/, '')}/`)

/** Files that the steps of a pattern lead to from `start`, which is '' or ends with `/`. */
function fitting(start: string, [step, ...rest]: readonly string[], walk: Walk, linked: boolean): Found[] {
  if (step === '**') {
    if (rest.length === 0) return walk.below(start, linked)
    const deeper = walk
      .steps(start)
      .filter(
        ({ name, kind, link }) =>
          kind === 'folder' && !(link && walk.isOwn(start + name)) && walk.enters(`${start}${name}/`, String(rest.length)),
      )
      .flatMap(({ name, link }) => fitting(`${start}${name}/`, ['**', ...rest], walk, linked || link))
    return [...fitting(start, rest, walk, linked), ...deeper]
  }
  const pattern = patternOf(step!)
  return walk.steps(start).filter(({ name }) => pattern.test(name)).flatMap(({ name, kind, link }) => {
    const path = start + name
    if (rest.length > 0) return kind === 'folder' ? fitting(`${path}/`, rest, walk, linked || link) : []
    return kind === 'folder' ? walk.below(`${path}/`, linked || link) : walk.file(path, linked || link)
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

/** The same problem with the path that was given, which the terminal may show: in the audit stands the short one. */
export function asGiven(problem: Problem, path: string, shown: string): Problem {
  const { id, params, place } = problem
  if (place.file?.startsWith(shown) !== true || path === shown) return problem
  return new Problem(id, params, { ...place, file: path + place.file.slice(shown.length) })
}
