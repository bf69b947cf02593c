import { highest } from '../../model/many.ts'
/** Rows of cells as aligned text; the first column to the left, the others to the right, but for a last one of names. Cells hold no line feeds. */
export function table(rows: readonly (readonly string[])[], indent = '', namesLast = false): string {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, width(cell))), [])
  return rows
    .map((row) =>
      (indent + row.map((cell, i) => pad(cell, widths[i]!, i > 0 && !(namesLast && i === row.length - 1))).join('   ')).trimEnd(),
    )
    .join('\n')
}

/** Rows with every column to the left, e.g. for lists of words. */
export function list(rows: readonly (readonly string[])[], indent = ''): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const widths = Array.from({ length: columns }, (_, i) => highest(rows.map((row) => width(row[i] ?? ''))))
  return rows.map((row) => (indent + row.map((cell, i) => pad(cell, widths[i]!, false)).join('  ')).trimEnd()).join('\n')
}

function pad(cell: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(cell)))
  return right ? space + cell : cell + space
}

/** Letters and signs that take one column each. Asked first: to compile the patterns below takes longer than to print a gate. */
const SINGLE = /^[\u0020-\u02ff\u2010-\u20cf\u2100-\u2bff]*$/

/** Columns on a terminal: combining marks take none, East Asian wide characters two. */
function width(text: string): number {
  if (SINGLE.test(text)) return text.length
  let columns = 0
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(character)
      ? 2
      : 1
  }
  return columns
}
