import { dateShapeOf } from '../values/dates.ts'
import { shapeOf } from '../values/numbers.ts'
import { isAmountField, meaningOf } from './heading.ts'

/**
 * A second row of a heading that says of amounts what kind they are: „einmalig | jährlich“ below a „Kosten“ that stands above both.
 * It says nothing below any other column, and what it says makes amounts of all of them.
 */
export function areQualifiers(upper: readonly string[], lower: readonly string[]): boolean {
  const [top, bottom] = [upper, lower].map(
    (cells) =>
      (index: number): string =>
        (cells[index] ?? '').trim(),
  ) as [TextAt, TextAt]
  const filled = lower.flatMap((_, index) => (bottom(index) === '' ? [] : [index]))
  const named = upper.filter((cell) => cell.trim() !== '' && meaningOf(cell.trim()) !== undefined)
  const group = (index: number): string => (upper.slice(0, index + 1).findLast((cell) => cell.trim() !== '') ?? '').trim()
  return (
    named.length >= 2 &&
    filled.length >= 2 &&
    filled.some((index) => top(index) === '') &&
    filled.every((index) => isText(bottom(index)) && isAmount(group(index)) && isAmount(`${group(index)} / ${bottom(index)}`))
  )
}

type TextAt = (index: number) => string

const isText = (cell: string): boolean => shapeOf(cell) === undefined && dateShapeOf(cell) === undefined
const isAmount = (heading: string): boolean => isAmountField(meaningOf(heading)?.field)
