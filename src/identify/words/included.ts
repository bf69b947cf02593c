// Words by which something comes with the thing that is bought, or is bought without it: German and English here, the rest in `abroad/`.
import { wordsOf } from '../names/comparable.ts'
import { INCLUDED, INCLUDING, WITHOUT } from './abroad/included.ts'
import { inAll } from './abroad/languages.ts'
import { NOT } from './abroad/small.ts'
import { withoutMarks, wordList } from './word-list.ts'

/** What follows comes with it: „inkl. Schulung“, „+ Migration“. */
export const isIncludingWord = inAll({ are: 'inkl inklusive incl including mit nebst zzgl einschließlich samt' }, INCLUDING)

const isIncludedWord = inAll({ are: 'inkludiert inbegriffen enthalten included' }, INCLUDED)
/** Elsewhere it speaks of what follows. */
const isIncludedAtEnd = wordList({ are: 'inkl incl inklusive' })
const isNotWord = inAll({ are: 'nicht kein keine not' }, NOT)

/** Parts of a title. */
const PARTS = /[,;()]|\s[-–—/]\s/

/** What is said to come with the thing: the words that stand before it in their part of a title, „Schulung inbegriffen“, but no „nicht enthalten“. */
export function includedIn(title: string): ReadonlySet<string> {
  return new Set(
    title.split(PARTS).flatMap((part) => {
      const words = wordsOf(part)
      const at = words.findIndex((word, i) => isIncludedWord(word) || (i === words.length - 1 && isIncludedAtEnd(word)))
      const before = words.slice(0, Math.max(0, at))
      return before.some(isNotWord) ? [] : before
    }),
  )
}

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
