import { itemId } from '../../model/identity.ts'
import type { Field, Item, ItemKind, Said, Term } from '../../model/item.ts'
import type { NoteBook } from './notes.ts'
import type { Column } from './columns.ts'
import { dateOf, dateShapeOf, lastDay, type DateOrder } from './dates.ts'
import { fold } from './heading.ts'
import type { ColumnField } from './header-words.ts'
import { shorten } from './header.ts'
import type { Money, Placed } from './money.ts'
import { saysNothing } from './numbers.ts'
import { packageName } from './package-name.ts'
import { SharedTexts, SharedValues } from './remember.ts'
import type { KeptRow } from './rows.ts'
import type { Table } from './table.ts'
import { noticeOf, renewalOf, saysRenewal, termOf, type SaidTerm } from './terms.ts'

/** Columns that can name a line, the best first. */
const NAMES = ['product', 'title', 'description', 'category', 'supplier'] as const satisfies readonly ColumnField[]
/** Fields that are taken over as written. */
const AS_WRITTEN = [
  'manufacturer',
  'supplier',
  'product',
  'contractNumber',
  'licenceModel',
  'category',
  'quantity',
  'procedure',
  'awardReason',
  'status',
] as const satisfies readonly (ColumnField & keyof Said)[]

/** Licence in the sense of a secret; it is kept nowhere. */
const PRODUCT_KEY = /^[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}$|^(?=.*\d.*\d)[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,}$/

const KINDS: readonly (readonly [ItemKind, RegExp])[] = [
  ['software', /^(?:standard|individual|open[- ]?source[- ]?|server|client)?-?software|^lizenz|^fachverfahren|^fachanwendung/],
  ['hardware', /hardware$|^gerate$/],
  ['service', /^(?:it-?|personen)?dienstleistung|^(?:it-?)?services?$|^beratung|^schulung|^cloud|^saas$/],
]

/** Rows → items: takes over what is said and concludes nothing. */
export class LineReader {
  private readonly table: Table
  private readonly places: ReadonlyMap<ColumnField, Placed>
  private readonly cpv: readonly Placed[]
  private readonly money: Money
  private readonly notes: NoteBook
  private readonly order: DateOrder | undefined
  private readonly priced: boolean
  private readonly names: readonly (typeof NAMES)[number][]
  /** Columns that gave at least one line its name. */
  private readonly naming = new Set<ColumnField>()
  private readonly ids = new SharedTexts()
  private readonly terms = new SharedValues<Term>()

  constructor(table: Table, columns: readonly Placed[], money: Money, notes: NoteBook) {
    this.table = table
    this.money = money
    this.notes = notes
    this.places = new Map([...columns].reverse().flatMap((column) => (column.field === undefined ? [] : [[column.field, column] as const])))
    this.cpv = columns.filter(({ field }) => field === 'cpv')
    this.order = columns.find(({ dates }) => dates?.order !== undefined)?.dates?.order
    // a category that is the same for all says less than who is paid
    const dull = this.places.get('category')?.constant && this.places.has('supplier')
    this.names = dull ? NAMES.filter((field) => field !== 'category') : NAMES
    this.priced = money.columns.length > 0
  }

  /** `undefined` where nothing in the row could be its name. */
  itemOf(row: KeptRow): Item | undefined {
    const named = this.names.find((field) => this.text(row, field) !== undefined)
    if (named === undefined) return undefined
    this.naming.add(named)
    const { name, version = this.text(row, 'version') } = packageName(this.text(row, named)!.replace(/\s+/g, ' '))
    const said = this.said(row, named)
    const kind = this.kindOf(row, version)
    const at = this.table.at(row.line)
    const amount = this.money.amountOf(row, (column, text) => this.unreadable(row, column, text))
    const term = this.term(row)
    const cpv = this.cpvOf(row)
    return {
      id: this.ids.of(itemId(kind, said.manufacturer ?? said.supplier, name)),
      ref: at,
      source: 0,
      kind,
      name,
      ...(version === undefined ? {} : { version }),
      relation: 'unknown',
      counted: true,
      said,
      ...(amount === undefined ? {} : { amount }),
      ...(term === undefined ? {} : { term }),
      ...(cpv.length === 0 ? {} : { cpv }),
      seenAt: [{ source: 0, at, line: row.line, column: 1 }],
      line: true,
    }
  }

  /** Where each field of all items stands: its column, as the table names columns. Left out where lines differ: then only the line is certain. */
  fields(): Partial<Record<Field, string>> {
    const fields: Partial<Record<Field, string>> = {}
    const set = (field: Field, from: ColumnField): void => {
      const column = this.places.get(from)
      if (column !== undefined) fields[field] ??= this.table.columnName(column.index, column.heading)
    }
    for (const field of [...AS_WRITTEN, 'version', 'start', 'end', 'notice', 'bids', 'cpv', 'description'] as const) set(field, field)
    if (this.naming.size === 1) for (const field of this.naming) set('name', field)
    set('licences', 'licence')
    set('end', 'duration')
    if (this.places.has('product')) set('description', 'title')
    const amounts = this.money.columns.filter(({ index }) => this.money.used.has(index))
    if (amounts.length === 1) fields.amount = this.table.columnName(amounts[0]!.index, amounts[0]!.heading)
    return fields
  }

  private text(row: KeptRow, field: ColumnField): string | undefined {
    const place = this.places.get(field)
    const text = place === undefined ? '' : row.cells[place.position]!
    return saysNothing(text) ? undefined : text
  }

  private said(row: KeptRow, named: ColumnField): Said {
    const said: { -readonly [K in keyof Said]: Said[K] } = {}
    for (const field of AS_WRITTEN) {
      const text = this.text(row, field)
      if (text !== undefined) said[field] = text
    }
    const description = this.text(row, 'description') ?? (named === 'product' ? this.text(row, 'title') : undefined)
    if (description !== undefined && named !== 'description') said.description = description
    const licence = this.text(row, 'licence')
    if (licence !== undefined && !PRODUCT_KEY.test(licence)) said.licences = [{ text: licence, as: 'name' }]
    const bids = this.text(row, 'bids')
    if (bids !== undefined && /^\d{1,4}$/.test(bids)) said.bids = Number(bids)
    else if (bids !== undefined) this.unreadable(row, this.places.get('bids')!, bids)
    return said
  }

  private kindOf(row: KeptRow, version: string | undefined): ItemKind {
    const category = this.text(row, 'category')
    const folded = category === undefined ? '' : fold(category)
    const installed = !this.priced && (version !== undefined || this.places.has('version'))
    return KINDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? (installed ? 'software' : 'contract')
  }

  private cpvOf(row: KeptRow): string[] {
    const codes = new Set<string>()
    for (const column of this.cpv) {
      const text = row.cells[column.position]!
      const found = [...text.matchAll(/(?<!\d)(\d{8})(?:-\d)?(?!\d)/g)].map((match) => match[1]!)
      if (found.length === 0 && !saysNothing(text)) this.unreadable(row, column, text)
      for (const code of found) codes.add(code)
    }
    return [...codes]
  }

  private term(row: KeptRow): Term | undefined {
    const length = this.saidTerm(row, 'duration')
    const stated = this.endOf(row)
    const start = this.date(row, 'start') ?? this.dayOf(length?.from) ?? stated?.from
    const end = stated === undefined ? (this.dayOf(length?.to) ?? months(start, length?.months)) : stated.day
    const notice = this.notice(row)
    const renews = this.renews(row) ?? stated?.renews ?? length?.renews
    const sound = end === undefined || start === undefined || end >= start
    if (!sound) this.reversed(row)
    const term = {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined || !sound ? {} : { end }),
      ...(notice === undefined ? {} : { notice }),
      ...(renews === undefined ? {} : { renewsItself: renews }),
    }
    return Object.keys(term).length === 0 ? undefined : this.terms.of(term)
  }

  /** An end column may hold a date, a range, a length, or the words that there is no end. `undefined`: it says nothing. */
  private endOf(row: KeptRow): { day?: string; from?: string | undefined; renews?: true } | undefined {
    const text = this.text(row, 'end')
    if (text === undefined) return undefined
    const shape = dateShapeOf(text)
    if (shape !== undefined) {
      const day = this.date(row, 'end')
      return day === undefined ? {} : { day }
    }
    const said = this.saidTerm(row, 'end')
    if (said === undefined) return {}
    const day = this.dayOf(said.to) ?? months(this.date(row, 'start'), said.months)
    return {
      ...(day === undefined ? {} : { day }),
      from: this.dayOf(said.from),
      ...(said.renews === undefined ? {} : { renews: said.renews }),
    }
  }

  private date(row: KeptRow, field: 'start' | 'end'): string | undefined {
    const text = this.text(row, field)
    if (text === undefined) return undefined
    const column = this.places.get(field)!
    const shape = dateShapeOf(text)
    const day = shape && dateOf(shape, column.dates?.order)
    if (day === undefined) this.unreadable(row, column, text)
    return day
  }

  private saidTerm(row: KeptRow, field: 'duration' | 'end'): SaidTerm | undefined {
    const text = this.text(row, field)
    if (text === undefined) return undefined
    const column = this.places.get(field)!
    const said = termOf(text, column.unit.duration)
    if (said === undefined) this.unreadable(row, column, text)
    return said
  }

  private dayOf(text: string | undefined): string | undefined {
    const shape = text === undefined ? undefined : dateShapeOf(text)
    return shape && dateOf(shape, this.order)
  }

  private notice(row: KeptRow): string | undefined {
    const text = this.text(row, 'notice')
    if (text === undefined) return undefined
    const column = this.places.get('notice')!
    const notice = noticeOf(text, column.unit.duration)
    if (notice === undefined && saysRenewal(text) === undefined) this.unreadable(row, column, text)
    return notice
  }

  private renews(row: KeptRow): boolean | undefined {
    const said = this.text(row, 'renewal')
    const notice = this.text(row, 'notice')
    return (said === undefined ? undefined : renewalOf(said)) ?? (notice === undefined ? undefined : saysRenewal(notice))
  }

  private reversed(row: KeptRow): void {
    const field = this.text(row, 'end') === undefined ? 'duration' : 'end'
    this.unreadable(row, this.places.get(field)!, this.text(row, field)!)
  }

  private unreadable(row: KeptRow, column: Column, text: string): void {
    this.notes.add(
      'W-CELL',
      { value: shorten(text, 40), column: shorten(column.heading, 60) },
      this.table.cellAt?.(row.line, column.index) ?? this.table.at(row.line),
    )
  }
}

function months(start: string | undefined, count: number | undefined): string | undefined {
  return start === undefined || count === undefined || count === 0 ? undefined : lastDay(start, count)
}
