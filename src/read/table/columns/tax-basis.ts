import { saysNothing } from '../values/numbers.ts'
import { basisIn } from '../values/basis.ts'
import { MAPPED, type Candidate } from './candidate.ts'
import { fold } from './fold.ts'

const LONGEST = 40
/** Only below a heading that speaks of the tax. */
const WITH = /^(?:inkl|inklusive|incl|including|inc|einschl|enthalten|included)\.?(?: \d\d? ?%)?$/
const WITHOUT = /^(?:zzgl|zuzuglich|exkl|exklusive|excl|excluding|ex|plus)\.?(?: \d\d? ?%)?$/
const TAX = /steuer|mwst|ust|(?<![a-z])(?:vat|tax)(?![a-z])|netto|brutto/

/** Whether the amount of a row is net or gross by its cell in a column `basis`: "netto", "inkl. MwSt."; a rate alone says neither. */
export function taxBasisOf(cell: string, heading: string): 'net' | 'gross' | undefined {
  if (cell.length > LONGEST) return undefined
  const folded = fold(cell)
  const asked = YES.test(folded) ? 'yes' : NO.test(folded) ? 'no' : undefined
  if (asked !== undefined) return answered(basisIn(fold(heading)), asked === 'yes')
  const said = basisIn(folded)
  if (said !== undefined || !TAX.test(fold(heading))) return said
  return WITH.test(folded) ? 'gross' : WITHOUT.test(folded) ? 'net' : undefined
}

/** Below a heading that asks for it: „inkl. MwSt.?“. */
const YES = /^(?:ja|j|yes|y|x|true|wahr)$/
const NO = /^(?:nein|n|no|false|falsch)$/

function answered(asked: 'net' | 'gross' | undefined, yes: boolean): 'net' | 'gross' | undefined {
  return yes ? asked : asked === 'gross' ? 'net' : asked === 'net' ? 'gross' : undefined
}

const MOST = 0.9

/** A column that says of its rows whether they are net or gross, and nothing else, is a column `basis`. */
export function taxBases(candidates: readonly Candidate[], cellsOf: (index: number) => Iterable<string>): readonly Candidate[] {
  return candidates.map((candidate) => {
    const { field, confidence, index, heading } = candidate
    if (confidence === MAPPED || field !== 'basis') return candidate
    const said = [...cellsOf(index)].filter((cell) => !saysNothing(cell))
    const known = said.filter((cell) => taxBasisOf(cell, heading) !== undefined).length
    return known > 0 && known >= said.length * MOST ? candidate : { ...candidate, field: undefined, confidence: 0 }
  })
}
