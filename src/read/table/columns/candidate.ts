import type { ColumnField } from './header-words.ts'
import type { Unit } from '../values/units.ts'

/** Of which part of a year the amounts under a heading are. */
export interface PartOfYear {
  /** The same for the parts of one year. */
  readonly group: string
  /** What the heading says beside the part and its year, folded: "kosten"; may be empty. */
  readonly name: string
  /** How many such parts a year has: 12, 4 or 2. */
  readonly of: number
  /** Which it is, from 1. */
  readonly part: number
  readonly year?: number
}

/** A column whose heading was read, before a look at its cells. */
export interface Candidate {
  /** From 0. */
  readonly index: number
  /** As written. */
  readonly heading: string
  readonly field: ColumnField | undefined
  /** 0…0.99; 0 without a field. */
  readonly confidence: number
  readonly unit: Unit
  readonly german: boolean
  /** Its amounts came back: the right side of a ledger. */
  readonly credit?: true
  /** What it is was seen from its first cells, not from its heading. */
  readonly byCells?: true
  /** Its cells say of their rows what they are by the number of a budget's title. */
  readonly titles?: true
  /** With which digits the numbers of its accounts begin where their rows are income. */
  readonly income?: string
  /** Its amounts are those of a part of a year, and others have the other parts. */
  readonly partOfYear?: PartOfYear
  /** Of which year its amounts are, where the heading says it shortly: „Kosten 26“. */
  readonly year?: number
  /** The years of its rows, which all count. */
  readonly summed?: readonly number[]
}

/** How sure is what the mapping file says. */
export const MAPPED = 0.99
/** Fields whose cells are names, unless they are numbers. */
export const NAMED_BY: ReadonlySet<ColumnField | undefined> = new Set<ColumnField>(['product', 'title'])
