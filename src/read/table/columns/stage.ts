import { MAPPED, type Candidate } from './candidate.ts'
import { fold } from './fold.ts'
import { isAmountField } from './heading.ts'

const YEAR = '(?: (?:19|20)\\d\\d)?'
const PLAN = new RegExp(
  `^(?:(?:haushalts|hh-?|plan|mittel)?ansatz|(?:haushalts)?anschlag|plan(?:wert|zahl|ung)?|soll|budget|geplant|planned)${YEAR}$`,
)
const RESULT = new RegExp(
  `^(?:vorl(?:aufiges|\\.) )?(?:(?:jahres)?rechnung|(?:rechnungs|jahres|ist)?ergebnis|ist(?:wert)?|actuals?|outturn)${YEAR}$`,
)

export type Stage = 'plan' | 'result'

/** What a cell of a column `stage` says of its amount: planned („Ansatz“), or what came of it („Rechnung“, „Ist“). */
export function stageOf(cell: string): Stage | undefined {
  const folded = fold(cell)
  if (RESULT.test(folded)) return 'result'
  return PLAN.test(folded) ? 'plan' : undefined
}

const MOST = 0.9
/** A column of which so many cells say nothing of it is none. */
const PROBED = 100

/** A column that says of its rows whether they are planned or what came of it, both and nothing else, is a column `stage`. */
export function stages(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): Candidate[] {
  return candidates.map((candidate) => {
    const { field, confidence, index } = candidate
    const maySay = field === 'stage' || field === 'category' || field === 'status' || field === 'version' || isAmountField(field)
    if (confidence === MAPPED || !maySay) return candidate
    if (isTold(cellsOf(index))) return { ...candidate, field: 'stage' }
    return field === 'stage' ? { ...candidate, field: undefined, confidence: 0 } : candidate
  })
}

function isTold(cells: Iterable<string>): boolean {
  const said = { plan: 0, result: 0 }
  let all = 0
  for (const cell of cells) {
    const stage = stageOf(cell)
    all++
    if (stage !== undefined) said[stage]++
    if (all === PROBED && said.plan + said.result === 0) return false
  }
  return said.plan > 0 && said.result > 0 && said.plan + said.result >= all * MOST
}
