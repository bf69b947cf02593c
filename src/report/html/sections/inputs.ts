import type { Context } from '../context.ts'
import { clip } from '../safe.ts'
import { cell, column, line, numberCell, numberColumn, row, small, table, wide, type Table } from '../table.ts'

/** The room of 64 digits in the small type of code. */
const CHECKSUM = 44

/** Appendix B: which bytes were read, so that anybody can check that theirs are the same. */
export function inputs(context: Context): Table | null {
  const { audit, say, f } = context
  const columns = [
    column(say('data.file')),
    column(say('inputs.generator')),
    numberColumn(say('inputs.bytes')),
    wide(CHECKSUM, column('SHA-256')),
  ]
  const rows = audit.sources.map((source) =>
    row(
      cell(clip(source.path), small([source.format, source.specVersion].filter((part) => part !== undefined).join(' '))),
      cell(source.generator === undefined ? '–' : clip(source.generator)),
      numberCell(f.number(source.bytes), source.bytes),
      cell(line(source.sha256, { code: true })),
    ),
  )
  return table(context, 'inputs-t', say('inputs.caption'), columns, rows)
}
