import type { Row } from '../table.ts'
import type { ColumnField } from './header-words.ts'
import { isAmountField, meaningOf } from './heading.ts'

/** Kinds of headings that a column of labels has at least. */
const ENOUGH = 3
const THING: ReadonlySet<ColumnField | undefined> = new Set<ColumnField | undefined>(['product', 'title', 'description'])
const PARTY: ReadonlySet<ColumnField | undefined> = new Set<ColumnField | undefined>(['supplier', 'manufacturer', 'vendor'])

/**
 * The labels of a list that was turned, or of a form: words of headings stand below each other, left of what they say, and
 * are at least half of what stands there. `undefined` where it is none. `rows`: the first of a table without a heading.
 */
export function labelsOf(rows: readonly Row[]): readonly string[] | undefined {
  const labelled = rows.flatMap(({ cells }) => {
    const at = cells.findIndex((cell) => cell.trim() !== '')
    return at >= 0 && cells.slice(at + 1).some((cell) => cell.trim() !== '') ? cells[at]!.trim().replace(/ *:$/, '') : []
  })
  const known = labelled.filter((label) => meaningOf(label) !== undefined)
  const fields = new Set(known.map((label) => meaningOf(label)!.field))
  const has = (is: (field: ColumnField) => boolean): boolean => [...fields].some(is)
  const isList = has((field) => THING.has(field)) && has((field) => isAmountField(field) || PARTY.has(field))
  return isList && fields.size >= ENOUGH && known.length * 2 >= labelled.length ? known : undefined
}
