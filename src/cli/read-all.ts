import { dirname, posix } from 'node:path'
import { openInput, openStdin, type Input } from '../input-file.ts'
import type { Note } from '../model/evidence.ts'
import type { Inventory } from '../model/item.ts'
import { NOTES } from '../model/notes.ts'
import type { ReadOptions } from '../model/ports.ts'
import { fill, Problem } from '../model/problem.ts'
import { JSON_FORMATS, OtherFormat } from '../read/formats-json.ts'
import { join, readInputs } from '../read/inputs.ts'
import type { ReadSource } from '../read/source.ts'
import { NOT_ALONE } from '../read/tender/alone.ts'
import { isSkipped, skippedNote, skippedParams } from '../read/wrap/skipped.ts'
import { asGiven, expandInputs, type InputPath } from './inputs.ts'
import type { IsOwn } from './walk.ts'
import { shownPath } from './names-apart.ts'
import { Memory } from '../memory.ts'
import { append } from '../model/many.ts'

export interface ReadInventory {
  readonly inventory: Inventory
  readonly failures: Problem[]
  /** Files that were to be read, those in folders and patterns each. */
  readonly inputs: number
  /** They, and what was left out, with their names in the audit. */
  readonly files: readonly InputPath[]
}

/**
 * Every input read, and what all of them say together. Tables that say something only with the others of their folder are read
 * with them. Inputs that cannot be read are failures; what is no input in a folder or where a pattern fits, and links that lead nowhere, are notes.
 */
export async function readAll(
  paths: readonly string[],
  base: string,
  options: ReadOptions,
  progress?: (path: string, share: number) => void,
  isOwn?: IsOwn,
): Promise<ReadInventory> {
  const failures: Problem[] = []
  const notes: Note[] = []
  const fail = (problem: Problem, told = problem) => {
    failures.push(told)
    notes.push(failedNote(problem))
  }
  const skipped: string[] = []
  const memory = new Memory()
  const sets = new NoticeSets(base, options)
  const sources: ReadSource[] = []
  let inputs = 0
  const { files, refused } = expandInputs(paths, base, options.limits, isOwn)
  for (const file of files) {
    inputs++
    let input: Input | undefined
    const { path, shown, found } = file
    try {
      input = path === '-' ? openStdin(options.limits.fileBytes) : openInput(path, shown, options.limits.fileBytes)
      const { size } = input
      const read = await readAny(memory.watched(input), {
        ...options,
        ...(progress && { progress: (bytes: number) => progress(shown, size === 0 ? 1 : bytes / size) }),
      })
      memory.assertEnough(shown, true)
      append(sources, read)
    } catch (error) {
      if (!(error instanceof Problem) || error.exitCode !== 3) throw error
      if (error.id === NOT_ALONE && path !== '-') sets.add(file)
      else if (found && isSkipped(error)) skipped.push(shown)
      else fail(error, asGiven(error, path, shown))
    } finally {
      input?.close()
    }
  }
  append(sources, await sets.read(fail))
  if (skipped.length > 0 && sources.length === 0) fail(new Problem('E3706', skippedParams(skipped), { file: paths.join(' ') }))
  const inventory = join(sources, options.asOf)
  if (skipped.length > 0) notes.push(skippedNote(skipped))
  if (refused.length > 0) notes.push(linkNote(refused))
  const noted = notes.length === 0 ? inventory : { ...inventory, notes: [...notes, ...inventory.notes] }
  return { inventory: noted, failures, inputs: inputs - skipped.length, files }
}

function failedNote({ id, place }: Problem): Note {
  const params = { path: place.file ?? '', code: id }
  return { code: 'W-INPUT-FAILED', message: fill(NOTES['W-INPUT-FAILED'].en, params), params }
}

/** Links that were not followed, and the first of them. */
function linkNote(links: readonly string[]): Note {
  const params = skippedParams(links)
  return { code: 'W-LINK', message: fill(NOTES['W-LINK'].en, params), params }
}

/** Whether a file that was found is read as an input, and not left out. */
export async function isRead({ path, shown }: InputPath, options: ReadOptions): Promise<boolean> {
  let input: Input | undefined
  try {
    input = openInput(path, shown, options.limits.fileBytes)
    await readAny(input, options)
    return true
  } catch (error) {
    if (!(error instanceof Problem) || error.exitCode !== 3) throw error
    return !isSkipped(error)
  } finally {
    input?.close()
  }
}

/** What reads every format is loaded when something is met that is no SBOM in JSON. */
const allFormats = () => import('../read/index.ts')

async function readAny(input: Input, options: ReadOptions): Promise<ReadSource[]> {
  try {
    return readInputs(input, options, JSON_FORMATS)
  } catch (error) {
    if (!(error instanceof OtherFormat)) throw error
    return (await allFormats()).readInputs(input, options)
  }
}

/** Tables of notice CSV sets, by the folder in which they lie. */
class NoticeSets {
  private readonly folders = new Map<string, InputPath[]>()
  private readonly base: string
  private readonly options: ReadOptions

  constructor(base: string, options: ReadOptions) {
    this.base = base
    this.options = options
  }

  add(file: InputPath): void {
    const folder = dirname(file.path)
    this.folders.set(folder, [...(this.folders.get(folder) ?? []), file])
  }

  /** One source for each folder; what cannot be read fails. */
  async read(fail: (problem: Problem) => void): Promise<ReadSource[]> {
    if (this.folders.size === 0) return []
    const { readTables } = await allFormats()
    return [...this.folders].flatMap(([folder, files]) => {
      const open: Input[] = []
      try {
        for (const { path, shown } of files) open.push(openInput(path, shown, this.options.limits.fileBytes))
        const named = posix.dirname(files[0]!.shown)
        const shown = named === '.' ? shownPath(folder, this.base) : named
        return [readTables(open, shown === '' ? '.' : shown, this.options)]
      } catch (error) {
        if (!(error instanceof Problem) || error.exitCode !== 3) throw error
        fail(error)
        return []
      } finally {
        for (const input of open) input.close()
      }
    })
  }
}
