import { dirname } from 'node:path'
import { openInput, openStdin, type Input } from '../input-file.ts'
import type { Note } from '../model/evidence.ts'
import type { Inventory } from '../model/item.ts'
import { NOTES } from '../model/messages.ts'
import type { ReadOptions } from '../model/ports.ts'
import { fill, Problem } from '../model/problem.ts'
import { JSON_FORMATS, OtherFormat } from '../read/formats-json.ts'
import { join, readInputs } from '../read/inputs.ts'
import type { ReadSource } from '../read/source.ts'
import { NOT_ALONE } from '../read/tender/alone.ts'
import { isSkipped, skippedNote, skippedParams } from '../read/wrap/skipped.ts'
import { asGiven, expandInputs, shownPath } from './inputs.ts'
import { Memory } from '../memory.ts'

export interface ReadInventory {
  readonly inventory: Inventory
  readonly failures: Problem[]
  /** Files that were to be read, those in folders and patterns each. */
  readonly inputs: number
}

/**
 * Every input read, and what all of them say together. Tables that say something only with the others of their folder are read
 * with them. Inputs that cannot be read are failures, files of no known format in a folder a note.
 */
export async function readAll(
  paths: readonly string[],
  base: string,
  options: ReadOptions,
  progress?: (path: string, share: number) => void,
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
  for (const { path, folder } of expandInputs(paths)) {
    inputs++
    let input: Input | undefined
    const shown = path === '-' ? '-' : shownPath(path, base, folder)
    try {
      input = path === '-' ? openStdin(options.limits.fileBytes) : openInput(path, shown, options.limits.fileBytes)
      const { size } = input
      const read = await readAny(memory.watched(input), {
        ...options,
        ...(progress && { progress: (bytes: number) => progress(shown, size === 0 ? 1 : bytes / size) }),
      })
      memory.assertEnough(shown, true)
      sources.push(...read)
    } catch (error) {
      if (!(error instanceof Problem) || error.exitCode !== 3) throw error
      if (error.id === NOT_ALONE && path !== '-') sets.add(path, folder)
      else if (folder !== undefined && isSkipped(error)) skipped.push(shown)
      else fail(error, asGiven(error, path, shown))
    } finally {
      input?.close()
    }
  }
  sources.push(...(await sets.read(fail)))
  if (skipped.length > 0 && sources.length === 0) fail(new Problem('E3706', skippedParams(skipped), { file: paths.join(' ') }))
  const inventory = join(sources, options.asOf)
  if (skipped.length > 0) notes.push(skippedNote(skipped))
  const noted = notes.length === 0 ? inventory : { ...inventory, notes: [...notes, ...inventory.notes] }
  return { inventory: noted, failures, inputs: inputs - skipped.length }
}

function failedNote({ id, place }: Problem): Note {
  const params = { path: place.file ?? '', code: id }
  return { code: 'W-INPUT-FAILED', message: fill(NOTES['W-INPUT-FAILED'].en, params), params }
}

/** Whether a file in a folder that is an input is read as one, and not left out. */
export async function isRead(path: string, folder: string, options: ReadOptions): Promise<boolean> {
  let input: Input | undefined
  try {
    input = openInput(path, shownPath(path, '', folder), options.limits.fileBytes)
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
  private readonly folders = new Map<string, { paths: string[]; given: string | undefined }>()
  private readonly base: string
  private readonly options: ReadOptions

  constructor(base: string, options: ReadOptions) {
    this.base = base
    this.options = options
  }

  add(path: string, given: string | undefined): void {
    const folder = dirname(path)
    const set = this.folders.get(folder) ?? { paths: [], given }
    this.folders.set(folder, set)
    set.paths.push(path)
  }

  /** One source for each folder; what cannot be read fails. */
  async read(fail: (problem: Problem) => void): Promise<ReadSource[]> {
    if (this.folders.size === 0) return []
    const { readTables } = await allFormats()
    return [...this.folders].flatMap(([folder, { paths, given }]) => {
      const open: Input[] = []
      try {
        for (const path of paths) open.push(openInput(path, shownPath(path, this.base, given), this.options.limits.fileBytes))
        const shown = shownPath(folder, this.base, given)
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
