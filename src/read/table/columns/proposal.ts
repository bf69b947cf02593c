import type { Words } from '../../../model/words.ts'
import { dateShapeOf } from '../values/dates.ts'
import type { ColumnField } from './header-words.ts'
import { isAmountField, meaningOf } from './heading.ts'
import { exampleMapping } from './mapping.ts'
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
/** Headings that would do, where the list has none to speak of. */
const TEMPLATE: Words = {
  de: exampleMapping(['Software', 'Lieferant', 'Betrag'], ['product', 'supplier', 'amount']),
  en: exampleMapping(['Software', 'Supplier', 'Amount'], ['product', 'supplier', 'amount']),
}
const CODE_HEADING = /(?:^|[_\W]|(?<=[a-z]))(?:id|nr|no|code|key|uuid|url|uri|path)\.?$|^(?:ID|URL)|ID$|^(?:command|path)$/i
const CODE = /^[A-Z_-]*\d[\w.:/-]*$|^https?:|^[\\/]|^(?:true|false|yes|no|ja|nein)$/i
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
  const names = columns.filter(({ field }) => field === 'name')
  const most = Math.max(...names.map(({ texts }) => texts))
  const product = columns.some(({ field }) => field === 'product' || field === 'title')
    ? undefined
    : names.find(({ texts }) => texts === most)
  const amount = columns.find(({ field }) => field !== 'name' && isAmountField(field))
  const said = columns.flatMap((column) => {
    const field = column === product ? 'product' : column.field
    return field === undefined || field === 'name' || (isAmountField(field) && column !== amount) ? [] : [{ ...column, field }]
  })
  if (!said.some(({ field }) => NAMES.has(field))) return TEMPLATE
  return exampleMapping(
    said.map((column) => column.heading),
    said.map(({ field }) => field),
  )
}

/** Numbers, dates and tabs stand in lines. */
function isNoHeading(cell: string): boolean {
  return /[\t]|[{}]/.test(cell) || shapeOf(cell) !== undefined || dateShapeOf(cell) !== undefined
}

function shown(heading: string, cells: readonly string[]): ColumnField | 'name' | undefined {
  const field = meaningOf(heading)?.field
  if (field !== undefined) return PROPOSED.has(field) || isAmountField(field) ? field : undefined
  const most = (is: (cell: string) => boolean): boolean => cells.length > 0 && cells.filter(is).length >= cells.length * MOST
  if (CODE_HEADING.test(heading.trim())) return undefined
  if (most((cell) => shapeOf(cell) !== undefined)) return cells.some((cell) => shapeOf(cell)?.mark !== 'none') ? 'amount' : undefined
  if (most((cell) => FIRM.test(cell.slice(-LONGEST)))) return 'supplier'
  return most((cell) => !CODE.test(cell) && dateShapeOf(cell) === undefined && shapeOf(cell) === undefined) ? 'name' : undefined
}
