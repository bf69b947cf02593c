import { Keys } from '../json/keys.ts'
import { JsonWalk } from '../json/walk.ts'
import type { JsonScanner } from '../json/scanner.ts'
import type { NoteId } from '../../model/notes.ts'
import type { Params } from '../../model/problem.ts'
import type { NoteBook } from '../table/notes.ts'

/** Where a picked object stands: its JSON Pointer, line and column. */
export interface Place {
  readonly at: string
  readonly line: number
  readonly column: number
}

/** What is wanted of a JSON value; everything else is passed over without making strings of it. */
export type Shape = TextShape | TextsShape | ObjectShape | ListShape
interface TextShape {
  readonly is: 'text'
}
interface TextsShape {
  readonly is: 'texts'
}
interface ListShape {
  readonly is: 'list'
  readonly of: ObjectShape
}
interface ObjectShape {
  readonly is: 'object'
  readonly keys: Keys<string>
  readonly fields: Readonly<Record<string, Shape>>
  /** Whether its place is kept, or its pointer alone; a place costs more than most of what is picked. */
  readonly placed: boolean | 'pointer'
}

/** The value that a shape picks. */
export type Picked<S> = S extends TextShape
  ? string
  : S extends TextsShape
    ? readonly string[]
    : S extends { is: 'list'; of: infer O }
      ? readonly Picked<O>[]
      : S extends { is: 'object'; fields: infer F }
        ? { readonly [K in keyof F]?: Picked<F[K]> } & (S extends { placed: true }
            ? { readonly place: Place }
            : S extends { placed: 'pointer' }
              ? { readonly at: string }
              : unknown)
        : never

export const text = { is: 'text' } as const
export const texts = { is: 'texts' } as const
export const list = <O extends ObjectShape>(of: O) => ({ is: 'list', of }) as const
export const object = <F extends Record<string, Shape>>(fields: F) =>
  ({ is: 'object', keys: new Keys(Object.keys(fields)), fields, placed: false }) as const
export const pointedObject = <F extends Record<string, Shape>>(fields: F) => ({ ...object(fields), placed: 'pointer' }) as const
export const placedObject = <F extends Record<string, Shape>>(fields: F) => ({ ...object(fields), placed: true }) as const

/** A list that versioned releases hold as a whole: `[{ releaseID, value: […] }, …]`. */
export const versionedList = <F extends Record<string, Shape>>(fields: F) => {
  const plain = list(object(fields))
  return { is: 'list', of: object({ ...fields, value: plain }) } as unknown as typeof plain
}

function wholeList(picked: readonly unknown[]): unknown {
  const last = (picked.at(-1) as { readonly value?: unknown } | undefined)?.value
  return Array.isArray(last) ? last : undefined
}

/** Longest text that is kept; descriptions of a notice can be pages long. */
const LONGEST = 4000
const VALUE = new Keys(['value'])

/** Picks wanted fields out of JSON as it streams by. Texts may also stand in the form of versioned releases: the last value holds. */
export class Picker extends JsonWalk {
  private readonly book: NoteBook

  constructor(scanner: JsonScanner, book: NoteBook) {
    super(scanner, [])
    this.book = book
  }

  override note(code: NoteId, at: string, params: Params = {}): void {
    this.book.add(code, params, at)
  }

  pick<S extends Shape>(shape: S, at: string): Picked<S> | undefined {
    return this.any(shape, at) as Picked<S> | undefined
  }

  private any(shape: Shape, at: string): unknown {
    if (shape.is === 'text') return this.one(at)
    if (shape.is === 'texts') return this.several(at)
    if (shape.is === 'object') return this.record(shape, at)
    const picked: unknown[] = []
    this.list(at, (inner) => {
      const one = this.record(shape.of, inner)
      if (one !== undefined) picked.push(one)
    })
    return wholeList(picked) ?? picked
  }

  private record(shape: ObjectShape, at: string): unknown {
    const isObject = this.scanner.type() === 'object'
    const picked: Record<string, unknown> =
      shape.placed === 'pointer' ? { at } : shape.placed ? { place: { at, ...this.scanner.place() } satisfies Place } : {}
    this.members(
      shape.keys,
      at,
      (name) => {
        const value = this.any(shape.fields[name]!, `${at}/${name}`)
        if (value !== undefined) picked[name] = value
      },
      (name) => delete picked[name],
    )
    return isObject ? picked : undefined
  }

  private one(at: string): string | undefined {
    const type = this.scanner.type()
    if (type === 'array') return this.versioned(at, () => this.one(at))
    if (type === 'object') this.note('W-TYPE', at, { field: at.slice(at.lastIndexOf('/') + 1) })
    const said = this.scanner.scalar()?.trim()
    return said === undefined || said === '' ? undefined : said.slice(0, LONGEST)
  }

  private several(at: string): readonly string[] | undefined {
    if (this.scanner.type() !== 'array') {
      const said = this.one(at)
      return said === undefined ? undefined : [said]
    }
    let found: string[] = []
    this.list(at, (inner) => {
      if (this.scanner.type() === 'object') this.members(VALUE, inner, () => void (found = [...(this.several(inner) ?? [])]))
      else {
        const said = this.one(inner)
        if (said !== undefined) found.push(said)
      }
    })
    return found
  }

  /** `[{ releaseID, releaseDate, value }, …]`, the oldest first. */
  private versioned<T>(at: string, value: () => T | undefined): T | undefined {
    let last: T | undefined
    this.list(at, (inner) => {
      if (this.scanner.type() === 'object') this.members(VALUE, inner, () => void (last = value()))
      else {
        this.note('W-TYPE', at, { field: at.slice(at.lastIndexOf('/') + 1) })
        this.scanner.skip()
      }
    })
    return last
  }
}
