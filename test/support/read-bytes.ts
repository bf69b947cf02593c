import { expect } from 'vitest'
import type { ColumnMapping, Limits, Reading } from '../../src/model/ports.ts'
import { Problem } from '../../src/model/problem.ts'
import { readInput, readInputs } from '../../src/read/index.ts'
import type { ReadSource } from '../../src/read/source.ts'
import { LIMITS } from './limits.ts'
import { bytesOf } from './list.ts'

/** Reads a file in memory as the tool would, with detection. */
export function readFileOf(content: Uint8Array, limits: Partial<Limits> = {}): Reading {
  return readInput({ ...bytesOf(content, 'liste.xlsx'), sha256: () => '' }, { limits: { ...LIMITS, ...limits } }).reading
}

/** The error that ends the reading; it has to be one of the input, in both languages, with no place in its texts left open. */
export function refusal(
  content: Uint8Array,
  limits: Partial<Limits> = {},
): { id: string; says: string; hint: string; at: string | undefined } {
  try {
    readFileOf(content, limits)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    expect(error.exitCode).toBe(3)
    expect(error.place.file).toBe('liste.xlsx')
    for (const language of ['de', 'en'] as const) expect(`${error.says(language)} ${error.hint(language)}`).not.toMatch(/\{\w+\}|undefined/)
    return { id: error.id, says: error.says('de'), hint: error.hint('de'), at: error.place.at }
  }
  throw new Error('nothing was refused')
}

/** Runs an action that may take so much time of the processor; how busy the machine is does not matter. */
export function within<T>(milliseconds: number, action: () => T): T {
  const start = process.cpuUsage()
  const result = action()
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(milliseconds)
  return result
}

/** Every document of a file called `f`. */
export function readOf(content: string | Uint8Array, limits: Partial<Limits> = {}, mapping?: ColumnMapping): ReadSource[] {
  return readInputs({ ...bytesOf(content, 'f'), sha256: () => 'whole' }, { limits: { ...LIMITS, ...limits }, ...(mapping && { mapping }) })
}

/** Id, texts and place of its refusal, which has to be one of the input. */
export function refusalOf(
  content: string | Uint8Array,
  limits: Partial<Limits> = {},
  mapping?: ColumnMapping,
): { id: string; says: string; hint: string; place: Problem['place'] } {
  try {
    readOf(content, limits, mapping)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    expect(error.exitCode).toBe(3)
    return { id: error.id, says: error.says('en'), hint: error.hint('en'), place: error.place }
  }
  throw new Error('nothing was refused')
}
