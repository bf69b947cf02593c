import type { Candidate } from '../columns/candidate.ts'
import { isAmountField } from '../columns/heading.ts'
import type { Row } from '../table.ts'
import { stepOn } from '../values/steps.ts'

/** Cells that state several amounts, each for its time: in their place stands the one that holds on the day of the audit. */
export class SteppedCells {
  private readonly columns: readonly number[]
  private readonly asOf: string | undefined

  /** `asOf`: ISO; without it none holds. */
  constructor(candidates: readonly Candidate[], asOf: string | undefined) {
    this.columns = asOf === undefined ? [] : candidates.filter(({ field }) => isAmountField(field)).map(({ index }) => index)
    this.asOf = asOf
  }

  held(row: Row): Row {
    let written: Map<number, string> | undefined
    const cells = [...row.cells]
    for (const index of this.columns) {
      const text = (row.cells[index] ?? '').trim()
      const step = text === '' ? undefined : stepOn(text, this.asOf!)
      if (step === undefined) continue
      cells[index] = step
      written ??= new Map()
      written.set(index, text)
    }
    return written === undefined ? row : { ...row, cells, written }
  }
}
