import type { Label } from './row-words.ts'
import type { Row, Struck } from '../table.ts'
import type { SpannedCells } from './spanned-cells.ts'

/** A row that may be a line of the list, with the cells of the columns that matter, in their order. */
export interface KeptRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly types?: Row['types']
  readonly struck?: Struck
  readonly written?: Row['written']
  /** Filled cells among them. */
  readonly filled: number
  /** Cells of the whole row that are no mere number, and dates among them. */
  readonly says: number
  readonly dates: number
  /** Its words are like those of a total; this is what it would sum up, folded, as far as they say. */
  readonly totalOf?: string
  /** Its only words, where they stand in no column of names. */
  readonly label?: Label
  /** Its words are those of a total if these columns hold amounts. */
  readonly totalBeside?: readonly number[]
  /** It has its name from elsewhere than the lines have theirs. */
  readonly labelled?: true
}

/** A row that is a total by its words, and these. */
export interface Total {
  readonly row: KeptRow
  readonly text: string
}

/** Columns of which the heading says what they are for. */
export interface KnownColumns {
  /** That of the product in an inventory of what is installed, where a line may say no more than that. */
  readonly product?: number | undefined
  readonly names: ReadonlySet<number>
  /** Those of them that name what is bought or used, and no party. */
  readonly things: ReadonlySet<number>
  readonly amounts: ReadonlySet<number>
  /** Cells have no place but the one that those before them leave: what is too many may be in the wrong column. */
  readonly mayShift?: boolean
  /** Cells that others are merged over. */
  readonly spanned?: SpannedCells
}
