import type { Note } from '../../model/evidence.ts'
import { NOTES, type NoteId } from '../../model/notes.ts'
import { fill, type Params } from '../../model/problem.ts'
import type { Keys } from './keys.ts'
import { END, type JsonScanner } from './scanner.ts'

/** Walks objects and lists with the scanner; what has the wrong type is noted with its JSON Pointer and passed over. */
export class JsonWalk {
  readonly scanner: JsonScanner
  readonly notes: Note[]

  constructor(scanner: JsonScanner, notes: Note[]) {
    this.scanner = scanner
    this.notes = notes
  }

  note(code: NoteId, at: string, params: Params = {}): void {
    this.notes.push({ code, at, message: fill(NOTES[code].en, params), params })
  }

  /**
   * Calls `each` for every wanted member of the next value, an object; anything else is noted and passed over.
   * A wanted name that stands twice is read no second time, and `forget` drops what the first one said.
   */
  members<N extends string>(keys: Keys<N>, at: string, each: (name: N) => void, forget?: (name: N) => void): void {
    const { scanner } = this
    if (scanner.type() !== 'object') return this.wrong(at)
    const twice = this.twice(keys, at)
    scanner.beginObject()
    for (let key = scanner.key(keys); key !== END; key = scanner.key(keys)) {
      const before = scanner.position()
      if (key >= 0 && !twice.seen(key)) each(keys.names[key]!)
      this.goOn(before)
    }
    if (forget !== undefined) for (const name of twice.names()) forget(name)
  }

  /** Keeps which members of one object were there; a second one of a name is noted. */
  twice<N extends string>(keys: Keys<N>, at: string): { seen(key: number): boolean; names(): readonly N[] } {
    let once = 0
    let again = 0
    return {
      seen: (key) => {
        const bit = 1 << key
        if ((once & bit) === 0) {
          once |= bit
          return false
        }
        again |= bit
        this.note('W-DUPLICATE-KEY', at, { key: keys.names[key]! })
        return true
      },
      names: () => (again === 0 ? [] : keys.names.filter((_, key) => (again & (1 << key)) !== 0)),
    }
  }

  /** Opens the next value if it has that type; else notes it at `at + suffix`, passes over it and says no. */
  begins(type: 'object' | 'array', at: string, suffix: string): boolean {
    if (this.scanner.type() !== type) {
      this.wrong(at + suffix)
      return false
    }
    if (type === 'object') this.scanner.beginObject()
    else this.scanner.beginArray()
    return true
  }

  list(at: string, each: (at: string, index: number) => void): void {
    const { scanner } = this
    if (scanner.type() !== 'array') return this.wrong(at)
    scanner.beginArray()
    const below = at === '' ? '' : `${at}/`
    for (let index = 0; scanner.element(); index++) {
      const before = scanner.position()
      each(below === '' ? '' : below + index, index)
      this.goOn(before)
    }
  }

  /** Passes over a value that nobody read: it would be met again for ever. */
  private goOn(before: number): void {
    if (this.scanner.position() === before) this.scanner.skip()
  }

  text(at: string, field: string): string | undefined {
    const text = this.scanner.textOrNull()
    if (text === undefined) this.note('W-TYPE', at, { field })
    return text ?? undefined
  }

  wrong(at: string): void {
    if (this.scanner.type() !== 'null') this.note('W-TYPE', at, { field: at.slice(at.lastIndexOf('/') + 1) })
    this.scanner.skip()
  }
}
