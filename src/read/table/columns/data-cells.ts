import { dateShapeOf } from '../values/dates.ts'
import { shapeOf } from '../values/numbers.ts'
import type { Row } from '../table.ts'
import { meaningOf } from './heading.ts'

const LONGEST = 80
const FIRM =
  /\S[ ,].*(?<![\p{L}])(?:gmbh|mbh|kg|kgaa|ohg|ltd\.?|limited|inc\.?|llc|plc|corp\.?|b\.?v\.?|s\.?a\.?|s\.?r\.?l\.?|s\.? ?r\.?o\.|a\.s\.|aör)$/iu
/** In headings also short for Auftraggeber. */
const SHORT_FIRM = /\S[ ,].*(?<![\p{L}])(?:AG|SE)$/u
/** Currencies that are not known are words of a few letters: "Kč". */
const FOREIGN = /^\p{Sc} ?|(?<=\d) ?[\p{L}\p{Sc}]{1,4}\.?$/gu
const COMPARED = /^(?:[<>≤≥]|über|unter|bis|ab|mehr als|over|under|up to) ?/i
const TO = / ?(?:[-–—]|(?<=[\d€] )(?:bis|to)(?= [\d€])) ?/
/** Also with a month. */
const YEAR = /^(?:\d\d?\.)?(?:19|20)\d\d(?:\.\d\d?)?$/
/** "1.000 €" above a column is its unit. */
const UNIT = /^1[., ']?000$/

/** Whether a cell is a name with a legal form. */
export function isFirm(cell: string): boolean {
  return cell.length <= LONGEST && (FIRM.test(cell) || SHORT_FIRM.test(cell))
}

type Kind = 'amount' | 'range' | 'date' | 'firm'

/**
 * Whether a row among the first of a table is one of its lines, whatever words it has: one of its cells is an amount where
 * other rows have something as well, or a date, a range of amounts or a firm among its like. Years and plain numbers may be headings.
 */
export function isDataRow(row: Row, rows: readonly Row[]): boolean {
  return row.cells.some((cell, index) => {
    const kind = kindOf(cell.trim())
    if (kind === undefined) return false
    const others = rows.filter((other) => other !== row).map(({ cells }) => (cells[index] ?? '').trim())
    return others.some((other) => (kind === 'amount' ? other !== '' : kindOf(other) === kind))
  })
}

function kindOf(cell: string): Kind | undefined {
  if (cell === '' || cell.length > LONGEST) return undefined
  if (FIRM.test(cell) || (SHORT_FIRM.test(cell) && meaningOf(cell) === undefined)) return 'firm'
  if (!/\d/.test(cell)) return undefined
  if (dateShapeOf(cell) !== undefined) return 'date'
  if (isAmount(cell)) return 'amount'
  const ends = cell.replace(COMPARED, '').split(TO)
  return (ends.length > 1 || COMPARED.test(cell)) && ends.every((end) => shapeOf(end) !== undefined) && ends.some(isAmount)
    ? 'range'
    : undefined
}

/** A number with a currency, a unit, thousands or a fraction. */
function isAmount(text: string): boolean {
  const shape = shapeOf(text) ?? shapeOf(text.replace(FOREIGN, ''))
  if (shape === undefined || YEAR.test(shape.body) || UNIT.test(shape.body)) return false
  return shape.currency !== undefined || shape.shift !== undefined || /[., ']/.test(shape.body)
}
