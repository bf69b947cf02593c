import { keyOf } from './heading.ts'
import { shapeOf } from '../values/numbers.ts'

/** How each heading of a list may be written again further down; of one in two rows also its parts. */
export type Spellings = readonly ReadonlySet<string>[]

const NONE: ReadonlySet<number> = new Set()

export function spellingsOf(headings: readonly string[]): Spellings {
  return headings.map((heading) => new Set([heading, ...heading.split(' / ')].map(spelling)))
}

/** The heading again, perhaps in another case, with other line breaks, or with some cells that say something else; a line of the list does not name three columns. */
export function isHeadingAgain(
  cells: readonly string[],
  filled: readonly number[],
  spellings: Spellings,
  amounts: ReadonlySet<number> = NONE,
): boolean {
  if (filled.length < 2) return false
  const isSame = (index: number) => spellings[index]?.has(spelling(cells[index]!)) === true
  // an amount that heads nothing tells a line at once: most have one
  const amount = filled.find((index) => shapeOf(cells[index]!) !== undefined)
  if (amount !== undefined && !isSame(amount)) return false
  const same = filled.filter(isSame).length
  // where the lines have amounts, no line has their heading
  const enough = filled.some((index) => amounts.has(index) && isSame(index)) ? 2 : 3
  return same === filled.length || (amount === undefined && same >= enough && same * 2 >= filled.length)
}

function spelling(text: string): string {
  return keyOf(text) || text.trim()
}
