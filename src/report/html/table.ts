import { paperWidths, type Place } from './paper.ts'

/** One line of a cell. `german`: a text that stands in the rules in German only. */
export interface Line {
  readonly text: string
  readonly href: string | null
  readonly external: boolean
  readonly small: boolean
  readonly code: boolean
  readonly german: boolean
  /** Beside the line before it. */
  readonly inline: boolean
}

/** Widths in percent of a small picture of the interval above it. */
export interface Meter {
  readonly sure: number
  readonly possible: number
}

export interface Cell {
  readonly lines: readonly Line[]
  readonly number: boolean
  /** What sorting compares; the text itself where it is null. */
  readonly sort: string | null
  readonly meter: Meter | null
}

/** The first cell heads the row. `screen`: not printed. */
export interface Row {
  readonly id: string | null
  readonly screen: boolean
  readonly cells: readonly Cell[]
}

export interface Column {
  readonly label: string
  readonly note: string | null
  readonly number: boolean
  /** Characters that it needs on paper, where its words do not say so. */
  readonly least?: number
}

/** A table without its rows: those are rendered one by one. */
export interface Table {
  readonly id: string
  readonly caption: string
  readonly columns: readonly (Column & { readonly width: number })[]
  readonly sortable: boolean
  /** In small type on paper. */
  readonly dense: boolean
  /** Rows that are not printed; the page says how many. */
  readonly hidden: number
}

export const column = (label: string, note: string | null = null): Column => ({ label, note, number: false })
export const numberColumn = (label: string, note: string | null = null): Column => ({ label, note, number: true })
/** A column that has this room on paper, in characters. */
export const wide = (least: number, one: Column): Column => ({ ...one, least })

const PLAIN: Omit<Line, 'text'> = { href: null, external: false, small: false, code: false, german: false, inline: false }
export const line = (text: string, options: Partial<Omit<Line, 'text'>> = {}): Line => ({ text, ...PLAIN, ...options })
export const small = (text: string): Line => line(text, { small: true })

export const cell = (...lines: readonly (Line | string)[]): Cell => ({
  lines: lines.map((one) => (typeof one === 'string' ? line(one) : one)),
  number: false,
  sort: null,
  meter: null,
})

/** A right-aligned cell; `sort` is the plain number behind the text. */
export const numberCell = (text: string, sort: number | null = null, ...more: readonly Line[]): Cell => ({
  ...cell(text, ...more),
  number: true,
  sort: sort === null ? null : String(sort),
})

export const row = (...cells: readonly Cell[]): Row => ({ id: null, screen: false, cells })
export const rowAt = (id: string, ...cells: readonly Cell[]): Row => ({ id, screen: false, cells })

/** Rows of the tables on the page, by table id; filled by the sections, emptied by the renderer. */
export interface Tables {
  readonly tables: Map<string, Iterable<Row>>
}

/** Hands the rows to the renderer and returns the rest; `null` instead of a table without rows. */
export function table(
  context: Tables,
  id: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly Row[],
  place: Place = 'whole',
): Table | null {
  if (rows.length === 0) return null
  const hidden = rows.filter(({ screen }) => screen).length
  return handed(context, { id, caption, columns: sized(columns, rows, place), sortable: rows.length > 9, dense: false, hidden }, rows)
}

/** A table whose rows are made while they are written; how wide its columns are is said by them. */
export function streamed(
  context: Tables,
  view: Pick<Table, 'id' | 'caption' | 'sortable'> & { readonly columns: readonly Column[] },
  rows: Iterable<Row>,
  hidden = 0,
): Table {
  return handed(context, { ...view, columns: sized(view.columns, [], 'dense'), dense: true, hidden }, rows)
}

function sized(columns: readonly Column[], rows: readonly Row[], place: Place): Table['columns'] {
  const widths = paperWidths(columns, rows, place)
  return columns.map((one, at) => ({ ...one, width: widths[at] ?? 0 }))
}

function handed(context: Tables, view: Table, rows: Iterable<Row>): Table {
  if (context.tables.has(view.id)) throw new Error(`two tables are called ${view.id}`)
  context.tables.set(view.id, rows)
  return view
}
