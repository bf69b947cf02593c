import { randomBytes } from 'node:crypto'
// prettier-ignore
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { changedAt, isThere, kindOf } from './files.ts'
import { Problem } from './model/problem.ts'
import type { Words } from './model/words.ts'

/** A file that is written but does not have its name yet. */
export interface StagedFile {
  readonly path: string
  /** Gives it its name, replacing what is there; a link is replaced, not followed. */
  commit(): void
  /** Leaves nothing behind; harmless after `commit`. */
  discard(): void
}

/** Devices and pipes (`/dev/stdout`, `/dev/null`, a FIFO): to be written into, never to be replaced by a file. */
function isStream(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && !found.isDirectory() && (!found.isFile() || /^\/(?:dev|proc)\//.test(resolve(path)))
}

/** Writes a file under a temporary name beside its place, so that it appears whole or not at all; into a device or pipe at once. A link to a file is replaced, not written through. E4003 if that fails. */
export function stageFile(path: string, chunks: Iterable<string>): StagedFile {
  if (isStream(path)) return writeStream(path, chunks)
  const folder = dirname(path)
  const prefix = `.${basename(path).slice(0, 40)}.`
  const temporary = join(folder, `${prefix}${randomBytes(6).toString('hex')}.tmp`)
  const discard = () => void (existsSync(temporary) && rmSync(temporary, { force: true }))
  const guarded = (action: () => void) => guard(path, action, discard)
  guarded(() => {
    if (kindOf(path) === 'folder') throw notWritten(path, 'EISDIR')
    const descriptor = openSync(temporary, 'wx', 0o644)
    sweep(folder, prefix)
    writeAll(descriptor, chunks, fsyncSync)
  })
  return { path, commit: () => guarded(() => renameSync(temporary, path)), discard }
}

function writeStream(path: string, chunks: Iterable<string>): StagedFile {
  const nothing = () => undefined
  guard(path, () => writeAll(openSync(path, 'a'), chunks, nothing), nothing)
  return { path, commit: nothing, discard: nothing }
}

function writeAll(descriptor: number, chunks: Iterable<string>, finish: (descriptor: number) => void): void {
  try {
    for (const chunk of chunks) writeFully(descriptor, chunk)
    finish(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Does something with a file; what the system refuses is E4003. */
function guard(path: string, action: () => void, discard: () => void): void {
  try {
    action()
  } catch (error) {
    discard()
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || error instanceof Problem) throw error
    throw notWritten(path, code)
  }
}

const WHY: ReadonlyMap<string, Words> = new Map([
  ['ENOENT', { de: 'den Ordner gibt es nicht', en: 'there is no such folder' }],
  ['ENOTDIR', { de: 'den Ordner gibt es nicht', en: 'there is no such folder' }],
  ['EISDIR', { de: 'dort liegt ein Ordner', en: 'a folder lies there' }],
  ['EACCES', { de: 'keine Schreibrechte', en: 'not writable' }],
  ['EPERM', { de: 'keine Schreibrechte', en: 'not writable' }],
  ['EROFS', { de: 'schreibgeschützt', en: 'read-only' }],
  ['ENOSPC', { de: 'Speicher voll', en: 'disk full' }],
  ['EDQUOT', { de: 'Speicher voll', en: 'disk full' }],
])

function notWritten(path: string, code: string): Problem {
  const words = WHY.get(code)
  const what = words === undefined ? code : { de: `${words.de} (${code})`, en: `${words.en} (${code})` }
  return new Problem('E4003', { path, what }, { file: path })
}

/** Removes what earlier runs left beside this place when they were killed, more than an hour ago: no report takes so long. */
function sweep(folder: string, prefix: string): void {
  const rest = readdirSync(folder).filter((name) => name.startsWith(prefix) && /^[0-9a-f]{12}\.tmp$/.test(name.slice(prefix.length)))
  for (const path of rest.map((name) => join(folder, name))) if (Date.now() - changedAt(path) > 3_600_000) rmSync(path, { force: true })
}

/** What a run that was killed leaves stands no longer than this; no change of a file takes so long. */
const STALE_MS = 60_000

/**
 * Keeps other runs from changing a file: a file beside it, which only one of them can make. `undefined` while another one has it;
 * else what gives it back. E4003 if none can be made there.
 */
export function takeLock(path: string): (() => void) | undefined {
  const lock = lockOf(path)
  const token = randomBytes(8).toString('hex')
  try {
    const fd = openSync(lock, 'wx', 0o644)
    writeSync(fd, token)
    closeSync(fd)
    return () => dropOwn(lock, token)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // on Windows one that is just being given back cannot be looked at
    if (code === undefined || (code !== 'EEXIST' && !isThere(lock))) throw code === undefined ? error : notWritten(path, code)
    const { mtimeMs } = statSync(lock, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity }
    if (Date.now() - mtimeMs > STALE_MS) takeAway(lock, `${lock}.${token}`)
    return undefined
  }
}

/** Only one of several runs can rename what was left; what another has just made comes back. */
function takeAway(lock: string, aside: string): void {
  try {
    renameSync(lock, aside)
    if (Date.now() - statSync(aside).mtimeMs > STALE_MS) rmSync(aside, { force: true })
    else renameSync(aside, lock)
  } catch {
    // another run was faster
  }
}

/** A lock that others took for one left behind may be theirs by now. */
function dropOwn(lock: string, token: string): void {
  try {
    if (readFileSync(lock, 'utf8') === token) rmSync(lock, { force: true })
  } catch {
    // it is gone
  }
}

/** Where the lock of a file lies. */
export const lockOf = (path: string): string => join(dirname(path), `.${basename(path)}.lock`)

/** Writes to standard output, however slowly the reader takes it. A reader that goes away ends the writing quietly; E4005 if it cannot be written. */
export function writeStdout(chunks: Iterable<string>): void {
  try {
    for (const chunk of chunks) writeFully(1, chunk)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EPIPE') throw stdoutFailed(error) ?? error
  }
}

/** What an error of writing to a stream says of standard output: to standard error nothing is written but by `writeStderr`. */
export function stdoutFailed(error: unknown): Problem | undefined {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException
  return code !== undefined && syscall === 'write' ? new Problem('E4005', { what: code }) : undefined
}

/** Writes messages. Where nobody can read them the exit code still tells. */
export function writeStderr(text: string): void {
  try {
    writeFully(2, text)
  } catch {
    // there is no other place to say it
  }
}

function writeFully(descriptor: number, text: string): void {
  const content = Buffer.from(text)
  for (let written = 0; written < content.length;) {
    try {
      written += writeSync(descriptor, content, written)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}
