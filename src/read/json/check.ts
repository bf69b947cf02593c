import type { Limits } from '../../model/ports.ts'
import { inMemory } from './window.ts'
import { JsonScanner } from './scanner.ts'

/** Throws a located `Problem` unless the bytes are one JSON text. */
export function checkJson(content: Uint8Array, file: string, limits: Limits): void {
  const scanner = new JsonScanner(inMemory(file, content), limits)
  scanner.skip()
  scanner.finish()
}
