import type { Item } from '../../../model/item.ts'
import { LineList } from './line-list.ts'
import type { NoteBook } from '../notes.ts'
import { shorten } from '../columns/header.ts'
import type { Table } from '../table.ts'
import { quoted, someLines } from '../told.ts'
import { saysNothing } from '../values/numbers.ts'
import { standingIn } from '../values/standing.ts'

type Line = { -readonly [K in keyof Item]: Item[K] }

/** Words that are named; the others are counted. */
const NAMED = 5

/** Texts of a status with the lines that have them. */
class Said {
  private readonly texts = new Map<string, number>()
  readonly lines = new LineList()

  add(text: string, { seenAt }: Item): void {
    this.texts.set(text, (this.texts.get(text) ?? 0) + 1)
    this.lines.add(seenAt[0]!.line!)
  }

  note(code: 'W-STATUS-OVER' | 'W-STATUS-PLANNED' | 'W-STATUS-TERMINATED' | 'W-STATUS', notes: NoteBook, table: Table): void {
    if (this.lines.count === 0) return
    const texts = [...this.texts].slice(0, NAMED).map(([text, n]) => `${quoted(shorten(text, 40))}${n > 1 ? ` (${n})` : ''}`)
    if (this.texts.size > NAMED) texts.push('…')
    notes.add(code, { n: this.lines.count, texts: texts.join(', '), lines: someLines(this.lines) }, table.at(this.lines.first(1)[0]!))
  }
}

/**
 * What a column `status` says of the lines: what was cancelled, has ended or is not installed does not count, what is only
 * planned or offered is an estimate, and what was terminated to a day ends on it. Words that nobody knows are named.
 */
export function heedStatus(items: readonly Line[], notes: NoteBook, table: Table): void {
  const [over, planned, terminated, unknown] = [new Said(), new Said(), new Said(), new Said()]
  for (const item of items) {
    const text = item.said.status
    if (text === undefined || saysNothing(text)) continue
    const found = standingIn(text)
    if (found === undefined) unknown.add(text, item)
    else if (found.day !== undefined) item.term = endingOn(item, found.day)
    else if (found.standing === 'void' || found.standing === 'over') {
      item.counted = false
      over.add(text, item)
    } else if (found.standing === 'planned' && item.amount !== undefined) {
      if (item.amount.kind !== 'budget') item.amount = { ...item.amount, kind: 'estimate' }
      planned.add(text, item)
    } else if (found.standing === 'terminated') {
      item.term = { ...item.term, renewsItself: false }
      if (item.term.end === undefined) terminated.add(text, item)
    }
  }
  over.note('W-STATUS-OVER', notes, table)
  planned.note('W-STATUS-PLANNED', notes, table)
  terminated.note('W-STATUS-TERMINATED', notes, table)
  unknown.note('W-STATUS', notes, table)
}

/** What was terminated to a day ends on it, whatever was agreed before. */
function endingOn({ term }: Item, day: string): NonNullable<Item['term']> {
  const { endless: _endless, renewal: _renewal, ...rest } = term ?? {}
  return { ...rest, end: day, renewsItself: false }
}
