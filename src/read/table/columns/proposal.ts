import type { Words } from '../../../model/words.ts'
import { dateShapeOf } from '../values/dates.ts'
import type { ColumnField } from './header-words.ts'
import { isForeignSupplier, isOther, isSubject, supplierRank, valueIn } from './foreign-words.ts'
import { isAmountField, meaningOf, numberedParty } from './heading.ts'
import { exampleMapping } from './mapping.ts'
import { areFirms } from './party-cells.ts'
import { mayBeAmount } from '../values/money-cells.ts'
import { saysNothing, shapeOf } from '../values/numbers.ts'
import type { Row } from '../table.ts'

/** What a mapping file that a person is to correct may say; who is paid is only said where it is known. */
const PROPOSED: ReadonlySet<ColumnField> = new Set([
  'product',
  'title',
  'supplier',
  'manufacturer',
  'version',
  'licence',
  'quantity',
  'start',
  'end',
])
const NAMES: ReadonlySet<string> = new Set(['product', 'title', 'supplier'])
/** Headings that would do, where the list has none to speak of; they are not those of the file, and it says so. */
const TEMPLATE: Words = {
  de: templateOf(['Software', 'Lieferant', 'Betrag'], 'Muster: die Überschriften der eigenen Liste einsetzen'),
  en: templateOf(['Software', 'Supplier', 'Amount'], 'a pattern: put in the headings of the list itself'),
}
const CODE_HEADING =
  /(?:^|[_\W]|(?<=[a-z]))(?:id|nr|no|num|number|nummer|ref|reference|code|key|uuid|url|uri|path)\.?$|^(?:ID|URL)|ID$|^(?:command|path)$/i
const CODE = /^[A-Z_-]*\d[\w.:/-]*$|^https?:|^[\\/]|^(?:true|false|yes|no|ja|nein)$/i
/** Degrees and shares have more places than money. */
const FINE = /[.,]\d{4,}$/
/** Letters of a cell that are looked at, from its end. */
const LONGEST = 200
const FIRM = /\S[ ,].*(?<![a-z])(?:gmbh|ag|se|kg|ltd\.?|limited|inc\.?|llc|plc|corp\.?|b\.?v\.?|s\.?a\.?)$/i
const MOST = 0.8

/** A mapping file for a table whose heading is not understood: what headings and cells show, and nothing that they do not. */
export function proposedMapping(rows: readonly Row[], heading: Row | undefined): string | Words {
  if (heading === undefined || heading.cells.some((cell) => isNoHeading(cell))) return TEMPLATE
  const below = rows.slice(rows.indexOf(heading) + 1)
  const columns = heading.cells.flatMap((cell, index) => {
    const cells = below.map((row) => (row.cells[index] ?? '').trim()).filter((text) => !saysNothing(text))
    return cell.trim() === '' ? [] : [{ heading: cell.trim(), texts: new Set(cells).size, field: shown(cell, cells) }]
  })
  const all = columns.filter(({ field }) => field === 'name')
  const subjects = all.filter(({ heading }) => isSubject(heading) || meaningOf(heading)?.field === 'description')
  const names = subjects.length > 0 ? subjects : all
  const most = Math.max(...names.map(({ texts }) => texts))
  const product = columns.some(({ field }) => field === 'product' || field === 'title')
    ? undefined
    : names.find(({ texts }) => texts === most)
  const amounts = columns.filter(({ field }) => field !== 'name' && isAmountField(field))
  const amount = amounts.toSorted((a, b) => worth(b.heading) - worth(a.heading))[0]
  const suppliers = columns.filter(({ field }) => field === 'supplier')
  const supplier = suppliers.toSorted((a, b) => supplierRank(a.heading) - supplierRank(b.heading))[0]
  const said = columns.flatMap((column) => {
    const field = column === product ? 'product' : column.field
    if (field === undefined || field === 'name') return []
    const another = isAmountField(field) ? column !== amount : field === 'supplier' && column !== supplier
    return another ? [] : [{ ...column, field }]
  })
  if (!said.some(({ field }) => NAMES.has(field))) return TEMPLATE
  return exampleMapping(
    said.map((column) => column.heading),
    said.map(({ field }) => field),
  )
}

function templateOf(headings: readonly string[], remark: string): string {
  return exampleMapping(headings, ['product', 'supplier', 'amount']).replace('columns:', `columns: # ${remark}`)
}

/** How much speaks for a heading as that of the amount: words that are known, else words that are likely. */
function worth(heading: string): number {
  return isAmountField(meaningOf(heading)?.field) ? 3 : valueIn(heading)
}

/** Numbers, dates and tabs stand in lines. */
function isNoHeading(cell: string): boolean {
  return /[\t]|[{}]/.test(cell) || shapeOf(cell) !== undefined || dateShapeOf(cell) !== undefined
}

/** "3202107273", "3202107274": nearly all whole numbers with as many digits, as a register counts and nobody pays. */
function areOfOneLength(cells: readonly string[]): boolean {
  const whole = cells.filter((cell) => /^\d{4,}$/.test(cell))
  const lengths = whole.map(({ length }) => length)
  return whole.length >= cells.length * MOST && lengths.filter((length) => length === lengths[0]).length >= cells.length * MOST
}

function shown(heading: string, cells: readonly string[]): ColumnField | 'name' | undefined {
  if (numberedParty(heading) !== undefined && areFirms(cells)) return 'supplier'
  const field = meaningOf(heading)?.field
  if (field !== undefined && field !== 'description') return PROPOSED.has(field) || isAmountField(field) ? field : undefined
  const most = (is: (cell: string) => boolean): boolean => cells.length > 0 && cells.filter(is).length >= cells.length * MOST
  if (isForeignSupplier(heading)) return 'supplier'
  if (CODE_HEADING.test(heading.trim()) || isOther(heading)) return undefined
  if (most((cell) => shapeOf(cell) !== undefined))
    return valueIn(heading) > 0 ||
      (mayBeAmount(heading, false) &&
        !areOfOneLength(cells) &&
        cells.some((cell) => shapeOf(cell)?.mark !== 'none') &&
        !cells.some((cell) => FINE.test(cell)))
      ? 'amount'
      : undefined
  if (most((cell) => FIRM.test(cell.slice(-LONGEST)))) return 'supplier'
  return most((cell) => !CODE.test(cell) && dateShapeOf(cell) === undefined && shapeOf(cell) === undefined) ? 'name' : undefined
}
