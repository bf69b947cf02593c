import { unitOf } from '../values/units.ts'
import type { Candidate } from './candidate.ts'
import { fold } from './fold.ts'
import { GUESSED } from './heading.ts'
import type { ColumnField } from './header-words.ts'
import { stageOf } from './stage.ts'

/** Less sure than a word that says it in any list. */
const SURE = 0.8
/** What years to come may be charged with, and no year's money. */
const COMMITTED = /^(?:ve|verpflichtungs-?ermachtigung(?:en)?)$/
/** "RE 2024" is the Rechnungsergebnis. */
const RESULT = /^(?:re|r-?ergebnis|erg\.?)$/
const PLAN = /^(?:(?:mittelfristige )?(?:finanz|haushalts)?planung(?:sjahr)?|finanzplan|mifri(?:fi)?)$/
/** "2024", "2024/25" */
const YEARS = /(?<!\d)(?:19|20)\d\d(?: ?[/-] ?\d\d(?:\d\d)?)?(?!\d)/g

/** Beside columns „Ansatz“ the words of a budget say what others hold, which in other lists may be anything: „Ergebnis 2024“. */
export function budgetColumns(candidates: readonly Candidate[]): readonly Candidate[] {
  if (!candidates.some(({ field }) => field === 'budget')) return candidates
  return candidates.map((candidate) => {
    if (candidate.field !== undefined && candidate.confidence > GUESSED) return candidate
    const { unit, rest } = unitOf(fold(candidate.heading))
    const field = fieldOf(
      rest
        .replace(YEARS, ' ')
        .replace(/[^a-z.-]+/g, ' ')
        .trim(),
    )
    return field === undefined ? candidate : { ...candidate, field, confidence: SURE, unit, german: true }
  })
}

function fieldOf(name: string): ColumnField | undefined {
  if (COMMITTED.test(name)) return 'ignore'
  const stage = stageOf(name)
  if (stage === 'result' || RESULT.test(name)) return 'payment'
  return stage === 'plan' || PLAN.test(name) ? 'budget' : undefined
}
