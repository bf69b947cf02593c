import type { Note } from '../../model/evidence.ts'
import { NOTES, type NoteId } from '../../model/notes.ts'
import { fill, type Params } from '../../model/problem.ts'

/** Notes of one kind that are kept one by one, of cells in each column; the rest is counted. */
export const NOTES_KEPT = 20

/** Collects notes; a damaged list of 200,000 rows must not become 200,000 notes. */
export class NoteBook {
  private readonly kept: Note[] = []
  private readonly counts = new Map<string, { code: NoteId; n: number }>()

  add(code: NoteId, params: Params = {}, at?: string): void {
    const key = code === 'W-CELL' ? `${code} ${params['column']}` : code
    const count = this.counts.get(key) ?? { code, n: 0 }
    this.counts.set(key, count)
    count.n++
    if (count.n <= NOTES_KEPT) this.kept.push({ code, message: fill(NOTES[code].en, params), params, ...(at === undefined ? {} : { at }) })
  }

  all(): Note[] {
    for (const { code, n } of this.counts.values()) {
      if (n > NOTES_KEPT)
        this.kept.push({
          code: 'W-MORE',
          message: fill(NOTES['W-MORE'].en, { n: n - NOTES_KEPT, code }),
          params: { n: n - NOTES_KEPT, code },
        })
    }
    this.counts.clear()
    return this.kept
  }
}
