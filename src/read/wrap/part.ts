import { moved } from '../../model/brief.ts'
import type { Note, Seen } from '../../model/evidence.ts'
import type { Bytes, Reading } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'

/** One document of an input, read: the input itself, or one of several in it. */
export interface PartReading {
  /** `list.json`; of several `list.json#2` or `archive.zip!list.json`. */
  readonly path: string
  readonly bytes: number
  /** Where the document has one of its own, as the file in an archive; else that of the input holds. */
  readonly sha256?: string
  readonly reading: Reading
}

/** Where a document begins in the text of its input. Without a line its text does not stand there as it was read. */
export interface Origin {
  readonly at: string
  readonly line?: number
  readonly column?: number
}

export const WHOLE: Origin = { at: '', line: 1, column: 1 }

/** The origin of what lies inside something that has an origin itself. */
export function within(outer: Origin, inner: Origin): Origin {
  const at = outer.at + inner.at
  if (outer.line === undefined || outer.column === undefined || inner.line === undefined || inner.column === undefined) return { at }
  return { at, line: outer.line + inner.line - 1, column: inner.line === 1 ? outer.column + inner.column - 1 : inner.column }
}

/** Reads a document inside another, so that every place is one of the outer text. */
export function readAt(origin: Origin, read: () => Reading): Reading {
  if (origin === WHOLE) return read()
  try {
    const reading = read()
    const pointer = reading.notation === 'pointer' ? origin : { ...origin, at: '' }
    return {
      ...reading,
      items: reading.items.map((item) => moved(item, (seen) => seenAt(pointer, seen))),
      notes: reading.notes.map((note) => noteAt(pointer, note)),
    }
  } catch (error) {
    throw error instanceof Problem ? problemAt(origin, error) : error
  }
}

/** Part of a file as an input of its own. */
export function slice(bytes: Bytes, from: number, to: number): Bytes {
  const size = to - from
  const read = (into: Uint8Array, position: number): number => {
    const room = Math.min(into.length, size - position)
    return room <= 0 ? 0 : bytes.read(into.subarray(0, room), from + position)
  }
  return { path: bytes.path, size, read, whole: () => contentOf(size, read), ...(bytes.onward && { onward: true }) }
}

/** Everything that `read` gives, at most `size` bytes. */
export function contentOf(size: number, read: Bytes['read']): Buffer {
  const content = Buffer.allocUnsafe(size)
  let filled = 0
  for (let count = -1; count !== 0 && filled < size; filled += count) count = read(content.subarray(filled), filled)
  return content.subarray(0, filled)
}

export function named(bytes: Bytes, path: string): Bytes {
  return { ...bytes, path }
}

function seenAt(origin: Origin, { source, ...place }: Seen): Seen {
  return { source, ...within(origin, place) }
}

function noteAt(origin: Origin, note: Note): Note {
  return note.at === undefined ? note : { ...note, at: origin.at + note.at }
}

function problemAt(origin: Origin, problem: Problem): Problem {
  const { file, at, line, column } = problem.place
  const place = within(origin, { at: at ?? '', ...(line !== undefined && { line }), ...(column !== undefined && { column }) })
  const { at: pointer, ...rest } = place
  return new Problem(problem.id, problem.params, { ...(file !== undefined && { file }), ...rest, ...(pointer !== '' && { at: pointer }) })
}
