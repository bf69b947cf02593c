import { isStarred, STARS, totalOf, type SaidTotal } from './total-words.ts'

const DATE = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[ T]|$)/
const NUMERIC = /^[\s\d.,'’()+\-−–%*€£$]*(?:eur|euro|t€|teur|chf|gbp|usd)?$/i
const WORD = /\p{L}{3}/u
/** `VTR-017`, `IT2025`: no blank and a digit. */
const NUMBER_OF_ITS_OWN = /^[^\s\d]*\d\S*$/

/** The only words of a row, and the column in which they stand. */
export interface Label {
  readonly index: number
  readonly text: string
}

export interface RowWords {
  /** Cells that are no mere number, and dates among them. */
  readonly says: number
  readonly dates: number
  readonly total?: SaidTotal
  readonly label?: Label
  /** All words that stand outside these columns are those of a total; they may be amounts that cannot be read. */
  readonly totalBeside?: readonly number[]
}

/**
 * What a row says beside its numbers. `texts` are its filled cells, at the columns `filled`; `amounts`: columns that should hold
 * amounts. Asterisks before a name may mark a sum, or something else.
 */
export function wordsOf(texts: readonly string[], filled: readonly number[], amounts: ReadonlySet<number>): RowWords {
  const words: number[] = []
  let [says, dates] = [0, 0]
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at]!
    const isWord = !NUMERIC.test(text)
    if (isWord || STARS.test(text) || isStarred(text)) words.push(at)
    const isDate = DATE.test(text)
    if (isDate) dates++
    if (isWord || isDate) says++
  }
  const [first, second] = words
  if (words.length === 1) {
    const text = texts[first!]!
    const total = totalOf(text)
    return { says, dates, ...(total && { total }), ...(isLabel(text) && { label: { index: filled[first!]!, text } }) }
  }
  if (words.length === 2 && (STARS.test(texts[first!]!) || isStarred(texts[first!]!)))
    return { says, dates, total: totalOf(texts[second!]!) ?? { name: '' } }
  const beside = totalBeside(words, texts, filled, amounts)
  return { says, dates, ...(beside && { totalBeside: beside }) }
}

/** Words, and no number that has letters. */
export const isLabel = (text: string): boolean => WORD.test(text) && !NUMBER_OF_ITS_OWN.test(text)

function totalBeside(
  words: readonly number[],
  texts: readonly string[],
  filled: readonly number[],
  amounts: ReadonlySet<number>,
): readonly number[] | undefined {
  const others = words.filter((at) => !amounts.has(filled[at]!))
  if (others.length !== 1 || words.length < 2 || totalOf(texts[others[0]!]!) !== 'total') return undefined
  return words.filter((at) => at !== others[0]).map((at) => filled[at]!)
}

/** Lines that are looked at to know what stands in a column. */
const SAMPLE = 200

/** What stands in the columns of the first lines: words, or numbers and what has the look of a number. */
export class ColumnTexts {
  private readonly words: number[] = []
  private readonly others: number[] = []
  private lines = 0

  add(texts: readonly string[], filled: readonly number[]): void {
    if (++this.lines > SAMPLE) return
    texts.forEach((text, at) => {
      const counts = isLabel(text) ? this.words : this.others
      counts[filled[at]!] = (counts[filled[at]!] ?? 0) + 1
    })
  }

  areNumbers(index: number): boolean {
    return (this.others[index] ?? 0) > (this.words[index] ?? 0)
  }
}

/** Columns in which something stands. */
export function filledOf(cells: readonly string[]): number[] {
  const filled: number[] = []
  for (let index = 0; index < cells.length; index++) if (cells[index]!.trim() !== '') filled.push(index)
  return filled
}
