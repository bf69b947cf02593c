import type { Term } from '../../../model/item.ts'
import type { Column } from '../columns/columns.ts'
import { dateOf, dateShapeOf, dayOfMonth, lastDay, type DateOrder } from './dates.ts'
import { fold } from '../columns/fold.ts'
import type { ColumnField } from '../columns/header-words.ts'
import type { Placed } from './amount-column.ts'
import { SharedValues } from '../remember.ts'
import type { KeptRow } from '../rows/rows.ts'
import { noticeOf, noticeToOf } from './notice.ts'
import { renewalOf, renewalTimeOf, saidRenewalTime, saysDay, saysRenewal, termOf, type SaidTerm } from './terms.ts'

/** The cells of a row: their text, and what is said where it cannot be read. */
interface Cells {
  readonly text: (row: KeptRow, field: ColumnField) => string | undefined
  readonly unreadable: (row: KeptRow, column: Column, text: string) => void
  readonly reversed: (row: KeptRow, column: Column, text: string, start: string) => void
}

const AUTOMATIC = /auto/

/** Begin, end, notice and renewal, from up to five columns that say parts of it. */
export class TermCells {
  private readonly places: ReadonlyMap<ColumnField, Placed>
  private readonly cells: Cells
  private readonly order: DateOrder | undefined
  private readonly terms = new SharedValues<Term>()

  constructor(columns: readonly Placed[], places: ReadonlyMap<ColumnField, Placed>, cells: Cells) {
    this.places = places
    this.cells = cells
    this.order = columns.find(({ dates }) => dates?.order !== undefined)?.dates?.order
  }

  /** What a row says of its term; `undefined` where that is nothing. */
  termOf(row: KeptRow): Term | undefined {
    const length = this.saidTerm(row, 'duration')
    const begin = this.date(row, 'start') ?? this.dayOf(length?.from)
    const stated = this.endOf(row, begin)
    const start = begin ?? stated?.from
    const terminated = this.terminated(row)
    // beside an end that cannot be read the length tells it
    const agreed = stated?.day ?? (stated?.endless ? undefined : (this.dayOf(length?.to) ?? months(start, length?.months)))
    const end = terminated ?? agreed
    const endless = end === undefined && (stated === undefined ? length?.endless : stated.endless)
    if (this.isLost(row, length, start ?? end ?? endless)) this.unread(row, 'duration')
    const notice = this.notice(row)
    const isTerminated = terminated !== undefined || stated?.renews === false || length?.renews === false
    const renews = isTerminated ? false : (this.renews(row) ?? stated?.renews ?? length?.renews)
    const renewal = renews === true ? (this.renewal(row) ?? stated?.renewal ?? length?.renewal) : undefined
    const option = end === undefined || end !== agreed || renews !== undefined ? undefined : (stated?.option ?? length?.option)
    const sound = end === undefined || start === undefined || end >= start
    if (!sound) this.reversed(row, start)
    const noticeDays = end === undefined && notice !== undefined ? this.noticeDays(row, start) : undefined
    const term = {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined || !sound ? {} : { end }),
      ...(endless === true && { endless }),
      ...(notice === undefined ? {} : { notice }),
      ...noticeDays,
      ...(renews === undefined ? {} : { renewsItself: renews }),
      ...(renewal === undefined ? {} : { renewal }),
      ...(option === undefined || !sound ? {} : { option: `P${option}M` }),
    }
    return Object.keys(term).length === 0 ? undefined : this.terms.of(term)
  }

  /** An end column may hold a date, a range, a length, or the words that there is no end. `undefined`: it says nothing. */
  private endOf(
    row: KeptRow,
    begin: string | undefined,
  ): ({ day?: string; from?: string | undefined } & Pick<SaidTerm, 'renews' | 'renewal' | 'endless' | 'option'>) | undefined {
    const text = this.cells.text(row, 'end')
    if (text === undefined) return undefined
    if (dateShapeOf(text) !== undefined || dayOfMonth(text, 'last') !== undefined) {
      const day = this.date(row, 'end')
      const { renews, renewal, option } = termOf(text, undefined, true) ?? {}
      return {
        ...(day !== undefined && { day }),
        ...(renews !== undefined && { renews }),
        ...(renewal !== undefined && { renewal }),
        ...(option !== undefined && { option }),
      }
    }
    const said = this.saidTerm(row, 'end')
    if (said === undefined) return {}
    const from = this.dayOf(said.from)
    const day = this.dayOf(said.to) ?? months(begin ?? from, said.months)
    if (this.isUnreadable(said)) this.unread(row, 'end')
    return {
      ...(day === undefined ? {} : { day }),
      from,
      ...(said.endless === true && { endless: true as const }),
      ...(said.renews === undefined ? {} : { renews: said.renews }),
      ...(said.renewal === undefined ? {} : { renewal: said.renewal }),
      ...(said.option === undefined ? {} : { option: said.option }),
    }
  }

  /** The day to which it was terminated; „nein“ and „ja“ name none. */
  private terminated(row: KeptRow): string | undefined {
    const text = this.cells.text(row, 'terminated')
    return text === undefined || renewalOf(text) !== undefined ? undefined : this.date(row, 'terminated')
  }

  private date(row: KeptRow, field: 'start' | 'end' | 'terminated'): string | undefined {
    const text = this.cells.text(row, field)
    if (text === undefined) return undefined
    const column = this.places.get(field)!
    const shape = dateShapeOf(text)
    const day = shape === undefined ? dayOfMonth(text, field === 'start' ? 'first' : 'last') : dateOf(shape, column.dates?.order)
    if (day === undefined) this.cells.unreadable(row, column, text)
    return day
  }

  private saidTerm(row: KeptRow, field: 'duration' | 'end'): SaidTerm | undefined {
    const text = this.cells.text(row, field)
    if (text === undefined) return undefined
    const column = this.places.get(field)!
    const said = termOf(text, column.unit.duration, field === 'end')
    if (said === undefined) this.cells.unreadable(row, column, text)
    return said
  }

  private dayOf(text: string | undefined): string | undefined {
    const shape = text === undefined ? undefined : dateShapeOf(text)
    return shape && dateOf(shape, this.order)
  }

  /** A day that is no date, or of which only the column could tell which. */
  private isUnreadable({ from, to }: SaidTerm): boolean {
    return [from, to].some((day) => day !== undefined && this.dayOf(day) === undefined)
  }

  /** A term that names a day, and nothing came of it: „36 Monate, Abnahme 01.07.2024“ where no begin is known. */
  private isLost(row: KeptRow, length: SaidTerm | undefined, known: unknown): boolean {
    if (length === undefined) return false
    return this.isUnreadable(length) || (known === undefined && saysDay(this.cells.text(row, 'duration')!))
  }

  private unread(row: KeptRow, field: 'duration' | 'end'): void {
    this.cells.unreadable(row, this.places.get(field)!, this.cells.text(row, field)!)
  }

  private notice(row: KeptRow): string | undefined {
    const text = this.cells.text(row, 'notice')
    if (text === undefined) return undefined
    const column = this.places.get('notice')!
    const notice = noticeOf(text, column.unit.duration)
    if (notice === undefined && saysRenewal(text) === undefined) this.cells.unreadable(row, column, text)
    return notice
  }

  /** The end of a contract's own year is known where its beginning is. */
  private noticeDays(row: KeptRow, start: string | undefined): Pick<Term, 'noticeTo' | 'noticeEvery'> | undefined {
    const { to, every } = noticeToOf(this.cells.text(row, 'notice')!) ?? {}
    const day = to === 'contract-year' ? start && `-${lastDay(start, 12).slice(4)}` : to
    return day === undefined ? undefined : { noticeTo: day, ...(every === undefined ? {} : { noticeEvery: every }) }
  }

  /** A length under „Automatische Verlängerung“ says yes; under „Verlängerung“ it may be an option. */
  private renews(row: KeptRow): boolean | undefined {
    const text = this.cells.text(row, 'renewal')
    const notice = this.cells.text(row, 'notice')
    const column = this.places.get('renewal')
    const said =
      text === undefined
        ? undefined
        : (renewalOf(text) ?? (this.renewal(row) !== undefined && AUTOMATIC.test(fold(column!.heading)) ? true : undefined))
    if (text !== undefined && said === undefined) this.cells.unreadable(row, column!, text)
    return said ?? (notice === undefined ? undefined : saysRenewal(notice))
  }

  private renewal(row: KeptRow): string | undefined {
    const said = this.cells.text(row, 'renewal')
    const notice = this.cells.text(row, 'notice')
    const time = said === undefined ? undefined : renewalTimeOf(said, this.places.get('renewal')!.unit.duration)
    return time ?? (notice === undefined ? undefined : saidRenewalTime(notice))
  }

  private reversed(row: KeptRow, start: string): void {
    const field = (['terminated', 'end'] as const).find((one) => this.cells.text(row, one) !== undefined) ?? 'duration'
    this.cells.reversed(row, this.places.get(field)!, this.cells.text(row, field)!, start)
  }
}

function months(start: string | undefined, count: number | undefined): string | undefined {
  return start === undefined || count === undefined || count === 0 ? undefined : lastDay(start, count)
}
