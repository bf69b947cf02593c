import { append } from '../../model/many.ts'
import type { Bytes, Head, Limits, Reading } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { headOf } from '../detect.ts'
import { opened, isWrapper } from './envelope.ts'
import { assertRead } from './foreign.ts'
import { named, readAt, slice, WHOLE, within, type Origin, type PartReading } from './part.ts'
import { hasPlatforms, platformSpans } from './platforms.ts'
import { noted } from './skipped.ts'
import { elementSpans, textSpans, type Span } from './spans.ts'

/** Reads one document whose beginning is known. */
export type ReadDocument = (bytes: Bytes, head: Head) => Reading

/** Lines, list, entry, bundle, envelope, statement, old predicate: more levels than these mean nothing. */
const MAX_LEVELS = 8

/** What the documents in one text say: one as a rule; several in an array, as JSON Lines or one after the other; wrapped ones without their wrapper. */
export function readDocuments(bytes: Bytes, head: Head, limits: Limits, known: (head: Head) => boolean, read: ReadDocument): PartReading[] {
  return new Documents(limits, known, read).all(bytes, head, WHOLE, 0)
}

class Documents {
  private readonly limits: Limits
  private readonly known: (head: Head) => boolean
  private readonly read: ReadDocument

  constructor(limits: Limits, known: (head: Head) => boolean, read: ReadDocument) {
    this.limits = limits
    this.known = known
    this.read = read
  }

  all(bytes: Bytes, head: Head, origin: Origin, level: number): PartReading[] {
    if (level > MAX_LEVELS) throw new Problem('E3707', { what: { de: 'zu viele Hüllen', en: 'too many wrappers' } }, { file: bytes.path })
    if (head.json === undefined) return this.array(bytes, head, origin, level)
    if (hasPlatforms(head)) return this.each(bytes, platformSpans(bytes, head, this.limits), origin, level)
    if (isWrapper(head)) return this.wrapped(bytes, origin, level)
    assertRead(head, bytes.path)
    return this.objects(bytes, head, origin, level)
  }

  private array(bytes: Bytes, head: Head, origin: Origin, level: number): PartReading[] {
    assertRead(head, bytes.path)
    if (!/^\uFEFF?\s*\[\s*[[{]/.test(head.text) || this.known(head)) return this.one(bytes, head, origin)
    return this.each(bytes, elementSpans(bytes, this.limits), origin, level)
  }

  private wrapped(bytes: Bytes, origin: Origin, level: number): PartReading[] {
    const spans = textSpans(bytes, this.limits)
    if (spans.length > 1) return this.each(bytes, spans, origin, level)
    const inner = opened(bytes, this.limits)
    return this.all(
      inner.bytes,
      headOf(inner.bytes, this.limits),
      inner.origin.line === undefined ? inner.origin : within(origin, inner.origin),
      level + 1,
    )
  }

  /** One object, unless others follow it; that is looked at only when its reader stumbles over them. */
  private objects(bytes: Bytes, head: Head, origin: Origin, level: number): PartReading[] {
    try {
      return this.one(bytes, head, origin)
    } catch (error) {
      if (!(error instanceof Problem) || error.id !== 'E3101') throw error
      const spans = this.several(bytes)
      if (spans === undefined) throw error
      return this.each(bytes, spans, origin, level)
    }
  }

  private several(bytes: Bytes): Span[] | undefined {
    try {
      const spans = textSpans(bytes, this.limits)
      return spans.length > 1 ? spans : undefined
    } catch (error) {
      // the reader that stumbled has said what is wrong
      if (error instanceof Problem && error.id !== 'E3518') return undefined
      throw error
    }
  }

  private each(bytes: Bytes, spans: readonly Span[], origin: Origin, level: number): PartReading[] {
    const found: PartReading[] = []
    const skipped: Problem[] = []
    spans.forEach((span, i) => {
      const part = named(slice(bytes, span.from, span.to), spans.length === 1 ? bytes.path : `${bytes.path}#${i + 1}`)
      try {
        append(found, this.all(part, headOf(part, this.limits), within(origin, span), level + 1))
      } catch (error) {
        // what is attested beside an SBOM is no error: registries hand out all attestations of an image at once
        if (!(error instanceof Problem) || error.id !== 'E3702') throw error
        skipped.push(error)
      }
    })
    if (skipped.length === 0) return found
    if (found.length === 0) throw skipped[0]!
    return noted(
      found,
      skipped.map(({ place }) => place.file!),
    )
  }

  private one(bytes: Bytes, head: Head, origin: Origin): PartReading[] {
    return [{ path: bytes.path, bytes: bytes.size, reading: readAt(origin, () => this.read(bytes, head)) }]
  }
}
