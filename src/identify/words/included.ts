// Words by which something comes with the thing that is bought, or is bought without it: German and English here, the rest in `abroad/`.
import { INCLUDED, INCLUDING, WITHOUT } from './abroad/included.ts'
import { inAll } from './abroad/languages.ts'
import { withoutMarks } from './word-list.ts'

/** What follows comes with it: „inkl. Schulung“, „+ Migration“. */
export const isIncludingWord = inAll({ are: 'inkl inklusive incl including mit nebst zzgl einschließlich samt' }, INCLUDING)

/** What stands before comes with it, wherever it is said: „Schulung inbegriffen“. */
export const isIncludedWord = inAll({ are: 'inklusive inkludiert inbegriffen enthalten included' }, INCLUDED)

/** The same at the end of a title alone: „Schulung inkl.“ */
export const isIncludedAtEnd = (word: string | undefined): boolean => word === 'inkl' || word === 'incl'

const isWithoutWord = inAll({ are: 'ohne without exkl' }, WITHOUT)
const RIGHT = /^(?:liz|licen|llicen|lisen|ліценз|лиценз|лиценц|αδει)/u
/** Lithuanian „be licencijų“; but „to be licensed“. */
const isWithoutRightInLithuanian = (word: string, next = '') => word === 'be' && next.startsWith('licencij')

/** A text's words without those of a right that is not bought: „DL ohne Lizenz“, „sin las licencias“. */
export function withoutRightsLeftOut(words: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (let at = 0; at < words.length; at++) {
    const reach = isWithoutWord(words[at]!) ? 2 : isWithoutRightInLithuanian(words[at]!, words[at + 1]) ? 1 : 0
    const right = words.slice(at + 1, at + 1 + reach).findIndex((word) => RIGHT.test(withoutMarks(word)))
    if (right >= 0) at += right + 1
    else kept.push(words[at]!)
  }
  return kept
}
