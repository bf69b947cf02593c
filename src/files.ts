// prettier-ignore
import { closeSync, existsSync, fstatSync, lstatSync, mkdirSync, openSync, readSync, readdirSync, realpathSync, statSync, type Stats } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { ReadPart } from './model/frozen.ts'
import { YAML_FILE } from './model/own-file.ts'
import { Problem } from './model/problem.ts'
import { utf8 } from './model/utf8.ts'
import { isAbsence, unreadable, type Unreadable } from './model/unreadable.ts'

/** A file, or its first bytes: what is no file has no size, and may have no end. What `refused` returns if it cannot be read. */
function bytesOf(path: string, most = Infinity, refused = (_error: unknown): undefined => undefined): Buffer | undefined {
  try {
    const descriptor = openSync(path, 'r')
    try {
      return firstBytes(descriptor, most)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    return refused(error)
  }
}

function firstBytes(descriptor: number, most: number): Buffer {
  const pieces: Buffer[] = []
  for (let size = 0, count = -1; count !== 0 && size < most; size += count) {
    const piece = Buffer.allocUnsafe(Math.min(1 << 16, most - size))
    count = readSync(descriptor, piece)
    pieces.push(piece.subarray(0, count))
  }
  return Buffer.concat(pieces)
}

/** A text file whole; `undefined` if there is none. */
export const readText = (path: string): string | undefined => bytesOf(path)?.toString('utf8')

/**
 * The same of a file that people write for us; `shown` is its name in messages. What is there and cannot be read is `failing`, never
 * none: what it says would be passed over in silence. E2111 if it is not UTF-8; no more is read than the limit.
 */
export function readOwn(path: string, shown = path, limit = YAML_FILE, failing: Unreadable = 'E2119'): string | undefined {
  const bytes = bytesOf(path, limit.bytes + 1, (error) => {
    if (isThere(path)) throw unreadable(shown, error, failing)
  })
  if (bytes === undefined) return undefined
  if (bytes.length > limit.bytes) throw new Problem(limit.code, { what: `> ${limit.bytes} B` }, { file: shown })
  return utf8(bytes, shown)
}

/**
 * All files below a folder, as paths relative to it with `/`, sorted, with their texts. `shown` names the folder in messages. A link is
 * followed where it leads to a file or folder in the same folder, as those of a ConfigMap do that Kubernetes mounts. E2108: a folder
 * that cannot be read; E2119: a file, or a link that leads elsewhere, in the place of a file that is wanted or of a folder.
 */
export function readFolder(root: string, wanted = (_path: string) => true, shown = root): { path: string; text: string }[] {
  const kind = kindOf(root)
  if (kind !== 'folder')
    throw kind === undefined ? unreadable(shown, undefined, 'E2108') : new Problem('E2115', { path: shown }, { file: shown })
  return filesBelow({ at: root, path: '' }, { root: placeOf(root), wanted, shown }, [])
    .map(({ at, path }) => ({ path, text: textIn(at, `${shown}/${path}`) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Where something lies, and its name from the folder that is read. */
interface Below {
  readonly at: string
  readonly path: string
}

/** `above`: the places of the folders that lead here, so that no link leads round. */
function filesBelow(
  folder: Below,
  of: { root: string; wanted: (path: string) => boolean; shown: string },
  above: readonly string[],
): Below[] {
  const here = [...above, placeOf(folder.at)]
  return listed(folder.at, folder.path === '' ? of.shown : `${of.shown}/${folder.path}`).flatMap((entry) => {
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`
    const at = join(folder.at, entry.name)
    if (entry.isDirectory()) return filesBelow({ at, path }, of, here)
    if (entry.isFile()) return of.wanted(path) ? [{ at, path }] : []
    if (!entry.isSymbolicLink()) return []
    const kind = kindIn(targetOf(at))
    if (!of.wanted(kind === 'folder' ? `${path}/any.yaml` : path)) return []
    const place = placeOf(at)
    if (kind === undefined || !place.startsWith(of.root + sep) || here.includes(place)) throw unreadable(`${of.shown}/${path}`, 'link')
    return kind === 'folder' ? filesBelow({ at: place, path }, of, here) : [{ at: place, path }]
  })
}

function listed(folder: string, shown: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw unreadable(shown, error, 'E2108')
  }
}

function textIn(path: string, shown: string): string {
  const text = readOwn(path, shown)
  if (text === undefined) throw unreadable(shown, undefined)
  return text
}

/** Whether something bears this name, be it a link to nowhere. Where the system will not say, something may. */
export function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch (error) {
    return !isAbsence(error)
  }
}

/** What a path names; links are followed. `undefined`: nothing. */
export function kindOf(path: string): 'file' | 'folder' | undefined {
  const folder = targetOf(path)?.isDirectory()
  return folder === undefined ? undefined : folder ? 'folder' : 'file'
}

/** The one name of a place, whatever leads there: links are followed, where nothing is yet those of its folder. */
export function placeOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const whole = resolve(path)
    const folder = dirname(whole)
    return folder === whole ? whole : join(placeOf(folder), basename(whole))
  }
}

export interface Entry {
  readonly name: string
  /** Of a link what it leads to; `undefined`: neither, or nowhere. */
  readonly kind: 'file' | 'folder' | undefined
  readonly link: boolean
}

/** What lies directly in a folder, sorted by name; hidden entries are left out. E3001 if it cannot be read. */
export function entriesOf(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => {
        const link = entry.isSymbolicLink()
        return { name: entry.name, kind: kindIn(link ? targetOf(join(folder, entry.name)) : entry), link }
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    throw new Problem('E3001', {}, { file: folder })
  }
}

type Kind = Pick<Stats, 'isFile' | 'isDirectory'>
const kindIn = (entry: Kind | undefined): Entry['kind'] => (entry?.isDirectory() ? 'folder' : entry?.isFile() ? 'file' : undefined)

/** What is there, of a link what it leads to in the end; `undefined` where it leads nowhere or round. */
function targetOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** When a file last changed, in ms since 1970; 0 if there is none. */
export function changedAt(path: string): number {
  return existsSync(path) ? statSync(path).mtimeMs : 0
}

/** Newest change below a folder, in ms since 1970; 0 if there is none. Of folders called `crowded` only the coming and going of files is seen. */
export function newestChange(root: string, crowded: string): number {
  const below = existsSync(root) ? readdirSync(root, { withFileTypes: true }) : []
  const change = (path: string, walked: boolean) => Math.max(statSync(path).mtimeMs, walked ? newestChange(path, crowded) : 0)
  return Math.max(0, ...below.map((entry) => change(join(root, entry.name), entry.isDirectory() && entry.name !== crowded)))
}

/** What bears this name in `from` or the nearest folder above it, whether it can be read or not. */
export function findUpward(name: string, from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, name)
    if (isThere(path)) return path
    if (dirname(folder) === folder) return undefined
  }
}

/** The first bytes of a file as text, '' if there is none. */
export function beginning(path: string, length: number): string {
  return bytesOf(path, length)?.toString('utf8') ?? ''
}

export const exists = (path: string): boolean => existsSync(path)

/** A file of our own, in parts. It is opened when the first is read, and stays open. */
export function partsOf(path: string): ReadPart {
  let opened: { readonly descriptor: number; readonly size: number } | undefined
  return (from, length) => {
    if (opened === undefined) {
      const descriptor = openSync(path, 'r')
      opened = { descriptor, size: fstatSync(descriptor).size }
    }
    const { descriptor, size } = opened
    const bytes = new Uint8Array(Math.min(length, size - from))
    let filled = 0
    for (let count = -1; count !== 0 && filled < bytes.length; filled += count)
      count = readSync(descriptor, bytes, filled, bytes.length - filled, from + filled)
    return bytes.subarray(0, filled)
  }
}

/** Makes a folder and those above it, step by step: Node's own way never ends where one cannot be made although the one above is there, as in /proc. */
export function makeFolder(path: string): void {
  if (kindOf(path) === 'folder') return
  const above = dirname(path)
  if (above !== path) makeFolder(above)
  try {
    mkdirSync(path)
  } catch (error) {
    // another process was faster
    if (kindOf(path) !== 'folder') throw error
  }
}
