import { itemId } from '../../../model/identity.ts'
import type { Field, Item, ItemKind, Said } from '../../../model/item.ts'
import type { Params } from '../../../model/problem.ts'
import type { NoteBook } from '../notes.ts'
import type { Column } from '../columns/columns.ts'
import { saysLittle } from '../columns/contents.ts'
import { fold } from '../columns/fold.ts'
import type { ColumnField } from '../columns/header-words.ts'
import { shorten } from '../columns/header.ts'
import type { Money } from '../values/money.ts'
import { saysNothing } from '../values/numbers.ts'
import type { Placed } from '../values/amount-column.ts'
import { withholds } from '../values/withheld.ts'
import { packageName } from './package-name.ts'
import { SharedTexts } from '../remember.ts'
import type { KeptRow } from '../rows/rows.ts'
import { placeOfCell, type Table } from '../table.ts'
import { TermCells } from '../values/term-cells.ts'

/** Columns that can name a line, the best first. */
export const NAMES = ['product', 'title', 'description', 'category', 'supplier'] as const satisfies readonly ColumnField[]
export const mayName = (field: ColumnField | undefined): boolean => NAMES.some((name) => name === field)
/** Where a text may say that it is withheld. */
const PARTIES_AND_NAMES: ReadonlySet<ColumnField> = new Set([...NAMES, 'manufacturer'])
/** Fields that are taken over as written. */
const AS_WRITTEN = [
  'manufacturer',
  'supplier',
  'product',
  'contractNumber',
  'framework',
  'agreement',
  'licenceModel',
  'category',
  'quantity',
  'procedure',
  'awardReason',
  'status',
] as const satisfies readonly (ColumnField & keyof Said)[]

/** SAP writes the number of a supplier before its name in one cell: "100234     Bechtle AG". */
const PARTY_NUMBER = /^\d{5,10} +(?=\p{L}{2})/u

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
  private readonly priced: boolean
  private readonly names: readonly (typeof NAMES)[number][]
  /** Columns that gave at least one line its name. */
  private readonly naming = new Set<ColumnField>()
  private readonly ids = new SharedTexts()
  private readonly terms: TermCells

  constructor(table: Table, columns: readonly Placed[], money: Money, notes: NoteBook) {
    this.table = table
    this.money = money
    this.notes = notes
    this.places = new Map([...columns].reverse().flatMap((column) => (column.field === undefined ? [] : [[column.field, column] as const])))
    this.cpv = columns.filter(({ field }) => field === 'cpv')
    // a category that is the same for all says less than who is paid
    const dull = this.places.get('category')?.constant && this.places.has('supplier')
    this.names = dull ? NAMES.filter((field) => field !== 'category') : NAMES
    this.priced = money.columns.length > 0
    this.terms = new TermCells(columns, this.places, {
      text: (row, field) => this.text(row, field),
      unreadable: (row, column, text) => this.unreadable(row, column, text),
      reversed: (row, column, text, start) => this.note('W-REVERSED', row, column, text, { start }),
    })
  }

  /** Whether something in the row is its name, or says that the name is withheld. */
  isNamed(row: KeptRow): boolean {
    return this.nameOf(row) !== undefined
  }

  /** `undefined` where nothing in the row could be its name, unless it `isLine` all the same. */
  itemOf(row: KeptRow, isLine = false): Item | undefined {
    const found = this.nameOf(row) ?? (isLine ? { text: this.unnamed(row) } : undefined)
    if (found === undefined) return undefined
    const named = found.field
    if (named !== undefined) this.naming.add(named)
    const { name, version = this.text(row, 'version') } = packageName(found.text.replace(/\s+/g, ' '))
    const said = this.said(row, named)
    const kind = this.kindOf(row, version)
    const at = this.table.at(row.line)
    const amount = this.money.amountOf(row, {
      place: (column) => placeOfCell(this.table, row.line, column),
      unreadable: (column, text) => this.unreadable(row, column, text),
    })
    const term = this.terms.termOf(row)
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
    if (amounts.length === 1 && amounts[0]!.parts === undefined)
      fields.amount = this.table.columnName(amounts[0]!.index, amounts[0]!.heading)
    return fields
  }

  /** What is withheld names a line only where nothing else does, and something else is said. */
  private nameOf(row: KeptRow): { readonly field?: (typeof NAMES)[number]; readonly text: string } | undefined {
    const filled = this.names.flatMap((field) => {
      const text = this.text(row, field)
      return text === undefined ? [] : { field, text }
    })
    const said = filled.find(({ field, text }) => field !== 'description' || !saysLittle(text)) ?? filled[0]
    if (said !== undefined) return said
    const field = row.filled < 2 && row.says < 2 ? undefined : this.names.find((one) => withholds(this.cell(row, one)))
    return field && { field, text: this.cell(row, field) }
  }

  /** The same in every language, as it is part of the identity. */
  private unnamed(row: KeptRow): string {
    const said = this.text(row, 'contractNumber') ?? this.text(row, 'category')
    return said === undefined ? '?' : `? (${said})`
  }

  private cell(row: KeptRow, field: ColumnField): string {
    const place = this.places.get(field)
    return place === undefined ? '' : row.cells[place.position]!
  }

  private text(row: KeptRow, field: ColumnField): string | undefined {
    const text = this.cell(row, field)
    return saysNothing(text) || (PARTIES_AND_NAMES.has(field) && withholds(text)) ? undefined : text
  }

  private said(row: KeptRow, named: ColumnField | undefined): Said {
    const said: { -readonly [K in keyof Said]: Said[K] } = {}
    for (const field of AS_WRITTEN) {
      const text = this.text(row, field)
      if (text !== undefined) said[field] = field === 'supplier' ? text.replace(PARTY_NUMBER, '') : text
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

  private unreadable(row: KeptRow, column: Column, text: string): void {
    this.note('W-CELL', row, column, text)
  }

  private note(code: 'W-CELL' | 'W-REVERSED', row: KeptRow, column: Column, text: string, more: Params = {}): void {
    const at = this.table.cellAt?.(row.line, column.index) ?? this.table.at(row.line)
    this.notes.add(code, { value: shorten(text, 40), column: shorten(column.heading, 60), ...more }, at)
  }
}
