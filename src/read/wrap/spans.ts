import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { JsonScanner, type JsonType } from '../json/scanner.ts'
import { limitOf } from '../zip/limits.ts'
import type { Origin } from './part.ts'

/** Where a value stands in a JSON text: its bytes, and its place as people count. */
export interface Span extends Origin {
  readonly from: number
  readonly to: number
  readonly type: JsonType
}

/** The values on the outermost level: one of a JSON text, several of JSON Lines or texts one after the other. Throws where a later one is broken. */
export function textSpans(bytes: Bytes, limits: Limits): Span[] {
  const scanner = new JsonScanner(bytes, limits)
  const spans: Span[] = []
  do {
    spans.push(next(scanner, ''))
    assertCount(spans.length, bytes, limits)
  } while (scanner.another())
  scanner.close()
  return spans
}

/** The elements of an array that is the whole text. */
export function elementSpans(bytes: Bytes, limits: Limits): Span[] {
  const scanner = new JsonScanner(bytes, limits)
  const spans: Span[] = []
  scanner.beginArray()
  while (scanner.element()) {
    spans.push(next(scanner, `/${spans.length}`))
    assertCount(spans.length, bytes, limits)
  }
  scanner.finish()
  return spans
}

/** The wanted members of an object that is the whole text. One that is there twice is refused (E3707). */
export function memberSpans(bytes: Bytes, limits: Limits, wanted: readonly string[]): ReadonlyMap<string, Span> {
  const scanner = new JsonScanner(bytes, limits)
  const spans = new Map<string, Span>()
  scanner.beginObject()
  for (let key = scanner.anyKey(); key !== undefined; key = scanner.anyKey()) {
    if (!wanted.includes(key)) scanner.skip()
    else if (spans.has(key))
      throw new Problem(
        'E3707',
        { what: { de: `„${key}“ steht doppelt`, en: `"${key}" is there twice` } },
        { file: bytes.path, ...scanner.place() },
      )
    else spans.set(key, next(scanner, `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`))
  }
  scanner.finish()
  return spans
}

function next(scanner: JsonScanner, at: string): Span {
  const { line, column } = scanner.place()
  const from = scanner.offset()
  const type = scanner.type()
  scanner.skip()
  return { from, to: scanner.after(), type, at, line, column }
}

function assertCount(count: number, bytes: Bytes, limits: Limits): void {
  const limit = limitOf(limits, 'parts')
  if (count > limit) throw new Problem('E3518', { count, limit }, { file: bytes.path })
}
