import type { Note } from '../../../model/evidence.ts'
import { append } from '../../../model/many.ts'
import { NOTES, type NoteId } from '../../../model/notes.ts'
import type { Reading, ReadOptions } from '../../../model/ports.ts'
import { fill, Problem, type Params } from '../../../model/problem.ts'
import { columnLetters } from './cells.ts'
import { shorten } from '../columns/header.ts'
import { SharedMapping } from '../columns/mapping.ts'
import { inspectTables, type Inspection } from '../inspection.ts'
import { readTable } from '../read.ts'
import { commonFields, type TableReading } from '../together.ts'
import type { Sheet } from './sheet.ts'
import type { Row, Table } from '../table.ts'
import { yearSheets, type YearSheets } from './year-sheets.ts'

/** A workbook that is open: its sheets in their order, and the names of those that are hidden. */
export interface OpenWorkbook {
  readonly format: string
  readonly file: string
  /** Names of all sheets, where they are known before any is read. */
  readonly names?: readonly string[]
  readonly sheets: Iterable<Sheet>
  /** Complete when all sheets were walked. */
  readonly hidden: readonly string[]
}

/** What was understood of one table of a sheet. */
export interface SheetInspection extends Inspection {
  readonly sheet: string
}

/** Reasons for which a sheet is no list: a cover sheet, a legend, a heading without rows, not the one the mapping file is about. */
const NO_LIST: ReadonlySet<string> = new Set(['E3301', 'E3302', 'E3311', 'E2102', 'E2117'])

interface Refused {
  readonly sheet: string
  readonly rows: number
  readonly problem: Problem
}

/** Reads every sheet that is a list. The others are named and their rows counted; if none is one, that is an error. */
export function readWorkbookLists(workbook: OpenWorkbook, options: ReadOptions): Reading {
  const { done: tables, refused } = eachList(workbook, options, (table, sheet) => ({
    name: sheet.name,
    sheet,
    reading: readTable(table, options),
  }))
  // a pivot table beside the list it sums up would count everything twice
  const own = tables.some(({ reading }) => !reading.sumsUp) ? tables.filter(({ reading }) => !reading.sumsUp) : tables
  const pivots = tables.filter((one) => !own.includes(one)).map(({ name, reading }) => ({ sheet: name, rows: rowsOf(reading) }))
  const years = yearSheets(own, options.asOf)
  const past = years.flatMap(({ all, only }) => (only === undefined ? [] : all.filter((one) => one !== only).map(({ sheet }) => sheet)))
  const lists = own.filter((one) => !past.includes(one))
  const notes: Note[] = lists.flatMap(({ sheet, reading }) => [...reading.notes, ...findingNotes(sheet, options.limits.columns)])
  for (const { sheet, rows } of pivots) notes.push(noteOf('W-PIVOT-SHEET', { sheet, n: rows }, sheet))
  append(notes, years.map(noteYears))
  const done = lists.map(({ reading }) => reading)
  const unused = refused.filter(({ rows }) => rows > 0)
  for (const { sheet, rows } of unused) notes.push(noteOf('W-SHEET', { sheet, n: rows }, sheet))
  for (const sheet of workbook.hidden) notes.push(noteOf('W-HIDDEN-SHEET', { sheet }, sheet))
  const sum = (count: (reading: TableReading) => number) => done.reduce((total, reading) => total + count(reading), 0)
  return {
    format: workbook.format,
    encoding: 'utf-8',
    notation: 'cell',
    fields: commonFields(done),
    items: done.flatMap(({ items }) => items),
    rejected: sum(({ rejected }) => rejected),
    unusable:
      sum(({ unusable }) => unusable) +
      [...unused, ...pivots].reduce((total, { rows }) => total + rows, 0) +
      past.reduce((total, { reading }) => total + rowsOf(reading), 0),
    notes,
  }
}

function noteYears({ all, only }: YearSheets<{ readonly name: string; readonly reading: TableReading }>): Note {
  const others = all.filter((one) => one !== only)
  const sheets = others.map(({ sheet }) => sheet.name).join(', ')
  if (only === undefined) return noteOf('W-YEAR-SHEETS-SUMMED', { sheets }, all[0]!.sheet.name)
  const n = others.reduce((total, { sheet }) => total + rowsOf(sheet.reading), 0)
  return noteOf('W-OTHER-YEAR-SHEETS', { sheets, n, sheet: only.sheet.name }, only.sheet.name)
}

const rowsOf = ({ items, rejected, unusable }: TableReading): number => items.length + rejected + unusable

/** What was understood of the tables of every sheet that is a list. */
export function inspectWorkbook(workbook: OpenWorkbook, options: ReadOptions): SheetInspection[] {
  const { done } = eachList(workbook, options, (table, { name }) =>
    [...inspectTables(table, options)].map((found) => ({ ...found, sheet: name })),
  )
  return done.flat()
}

/** The spreadsheet form of SPDX 1 and 2, as its own tools write it: components with their authors, no contracts. Error E3703. */
function assertNoSpdx({ names = [], file }: OpenWorkbook): void {
  if (!names.includes('Package Info') || !names.some((name) => name === 'Document Info' || name === 'Origins')) return
  const why = { de: 'JSON und Tag-Value sagen dasselbe', en: 'JSON and tag-value say the same' }
  throw new Problem('E3703', { format: 'SPDX (XLSX)', why }, { file })
}

/** Handles the sheets one by one; throws if none is a list. */
function eachList<T>(
  workbook: OpenWorkbook,
  options: ReadOptions,
  handle: (table: Table, sheet: Sheet) => T,
): { done: T[]; refused: Refused[] } {
  assertNoSpdx(workbook)
  const mapping = new SharedMapping()
  const done: T[] = []
  const refused: Refused[] = []
  for (const sheet of workbook.sheets) {
    const rows = new CountedRows(sheet.rows)
    const handled = (one: Sheet, its: CountedRows): T => handle({ ...tableOf(one, its, workbook.file), mapping }, one)
    try {
      const first = handled(sheet, rows)
      const again = sheet.again?.()
      done.push(again === undefined ? first : handled(again, new CountedRows(again.rows)))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const problem = placed(error, sheet.name)
      if (!NO_LIST.has(problem.id)) throw problem
      refused.push({ sheet: sheet.name, rows: rows.countAll(), problem })
    }
  }
  if (done.length === 0) throw noList(refused, workbook)
  mapping.assertFound(options.mapping)
  return { done, refused }
}

function tableOf({ name, found }: Sheet, rows: Iterable<Row>, file: string): Table {
  return {
    rows,
    file,
    name,
    // joined, not added: added texts are kept in their parts
    at: (line) => [name, line].join('!'),
    cellAt: (line, index) => `${name}!${columnLetters(index)}${line}`,
    columnName: (index) => columnLetters(index),
    spanned: (line, index) => found.spans.textAt(line, index),
    isHidden: (index) => found.hiddenColumns.has(index),
  }
}

/** Counts the filled rows that pass, and can pass the rest. */
class CountedRows implements Iterable<Row> {
  private filled = 0
  private readonly rows: Iterator<Row>

  constructor(rows: Iterable<Row>) {
    this.rows = rows[Symbol.iterator]()
  }

  [Symbol.iterator](): Iterator<Row> {
    return {
      next: () => {
        const next = this.rows.next()
        if (next.done !== true && next.value.cells.some((cell) => cell.trim() !== '')) this.filled++
        return next
      },
    }
  }

  countAll(): number {
    for (const _ of this);
    return this.filled
  }
}

/** The same problem with the sheet and cell it is about, where it knows no more than a row. */
function placed(problem: Problem, sheet: string): Problem {
  const { file, line, column, at } = problem.place
  if (line === undefined || at !== undefined) return problem
  return new Problem(problem.id, problem.params, {
    ...(file !== undefined && { file }),
    at: `${sheet}!${column === undefined ? '' : columnLetters(column - 1)}${line}`,
  })
}

const SHEETS_NAMED = 10

/** The error of a workbook without a list: what its only candidate says, or which columns which sheets have. */
function noList(refused: readonly Refused[], { file, hidden }: OpenWorkbook): Problem {
  const candidates = refused.filter(({ rows }) => rows > 0)
  const other = candidates.find(({ problem }) => problem.id !== 'E3301')
  if (other !== undefined) return other.problem
  const first = candidates[0]
  if (first === undefined)
    return new Problem(
      'E3309',
      {
        hidden:
          hidden
            .slice(0, SHEETS_NAMED)
            .map((name) => shorten(name, 40))
            .join(', ') || '–',
      },
      { file },
    )
  const found = candidates.slice(0, SHEETS_NAMED).map(({ sheet, problem }) => `${shorten(sheet, 40)}: ${problem.params['found']}`)
  return new Problem('E3301', { ...first.problem.params, found: found.join('; ') }, { file, at: first.problem.place.at ?? first.sheet })
}

function findingNotes({ name, found }: Sheet, columns: number): Note[] {
  const { errors, firstError, formulas, firstFormula, hidden, firstHidden, far, firstFar } = found
  return [
    ...(firstError === undefined ? [] : [noteOf('W-ERROR-CELLS', { n: errors, value: firstError.value }, firstError.at)]),
    ...(formulas === 0 ? [] : [noteOf('W-FORMULA', { n: formulas }, firstFormula ?? name)]),
    ...(hidden === 0 ? [] : [noteOf('W-HIDDEN-ROWS', { n: hidden }, firstHidden ?? name)]),
    ...(far === 0 ? [] : [noteOf('W-FAR-CELLS', { n: far, limit: columnLetters(columns - 1) }, firstFar ?? name)]),
  ]
}

function noteOf(code: NoteId, params: Params, at: string): Note {
  return { code, message: fill(NOTES[code].en, params), params, at }
}
