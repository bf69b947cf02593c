import { Problem } from '../../model/problem.ts'
import type { Row } from './table.ts'

/** Paths into a release, as flatten-tool and its like make them headings: "tender/title", "rel_awards/0/value/amount". */
const PATH =
  /^(?:releases|records|compiledRelease|planning|tender|buyer|parties|awards|contracts|publisher|rel_\w+|(?:par|pla|ten|awa|con)_\w+)(?:\/\w+)+$/

/**
 * Refuses OCDS that was flattened into tables: what belongs together is torn apart into rows of several tables and columns
 * with numbers in their names. `first`: the first rows of a table. Error E3310.
 */
export function assertNotFlattened(first: readonly Row[], file: string): void {
  const row = first.find(({ cells }) => cells.some((cell) => cell.trim() === 'ocid') && cells.some((cell) => PATH.test(cell.trim())))
  if (row !== undefined) throw new Problem('E3310', {}, { file, line: row.line })
}
