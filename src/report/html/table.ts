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
}

/** A table without its rows: those are rendered one by one. */
export interface Table {
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly sortable: boolean
}

export const column = (label: string, note: string | null = null): Column => ({ label, note, number: false })
export const numberColumn = (label: string, note: string | null = null): Column => ({ label, note, number: true })

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
export function table(context: Tables, id: string, caption: string, columns: readonly Column[], rows: readonly Row[]): Table | null {
  return rows.length === 0 ? null : streamed(context, { id, caption, columns, sortable: rows.length > 9 }, rows)
}

/** A table whose rows are made while they are written. */
export function streamed(context: Tables, view: Table, rows: Iterable<Row>): Table {
  if (context.tables.has(view.id)) throw new Error(`two tables are called ${view.id}`)
  context.tables.set(view.id, rows)
  return view
}
