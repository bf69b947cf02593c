import { Problem } from '../../model/problem.ts'
import type { Row } from './table.ts'

/** Paths into a release, as flatten-tool and its like make them headings: "tender/title", "rel_awards/0/value/amount". */
const PATH =
  /^(?:releases|records|compiledRelease|planning|tender|buyer|parties|awards|contracts|publisher|rel_\w+|(?:par|pla|ten|awa|con)_\w+)(?:[/.]\w+)+$/
/** As flatterer writes it, which makes the tables of the OCDS data registry: keys of the rows that a row belongs to, and names of OCDS joined by `_`. */
const KEYS = /^_link_\w+$/
const OWN =
  /^(?:ocid|awardID|relatedLots|suppliers_ids|(?:\w+_)?value_(?:amount|currency)|(?:\w+_)?(?:identifier|classification)_(?:scheme|id))$/

/**
 * Refuses OCDS that was flattened into tables: what belongs together is torn apart into rows of several tables and columns
 * with numbers in their names. `first`: the first rows of a table. Error E3310.
 */
export function assertNotFlattened(first: readonly Row[], file: string): void {
  const row = first.find(isTorn)
  if (row !== undefined) throw new Problem('E3310', {}, { file, line: row.line })
}

function isTorn({ cells }: Row): boolean {
  const names = new Set(cells.map((cell) => cell.trim()))
  const has = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name))
  return (names.has('ocid') && has(PATH)) || (names.has('_link') && has(KEYS) && has(OWN))
}
