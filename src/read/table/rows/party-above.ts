import { fold } from '../columns/fold.ts'
import { meaningOf } from '../columns/heading.ts'
import { LineList } from '../lines/line-list.ts'
import type { Row } from '../table.ts'

/** Labels of whom the rows below are about; "Name" stands beside or below one of them. */
const PARTY = /^(?:kreditor(?:en(?:konto|nummer|nr\.?)?)?|lieferant|auftragnehmer|vendor|supplier|creditor)$/
const NAME = /^(?:name(?: 1)?|kreditorname|lieferantenname|kreditorenname|vendor name|supplier name)$/
/** "alle", "100000 - 199999": which are shown, and none of them. */
const NO_NAME = /^(?:alle|all|siehe|diverse|\*)/
const CELLS = 6

/** Whom the rows below are about, as ledgers say it above those of each creditor: "Kreditor | 100234", "Name | Bechtle AG". */
export class PartyAbove {
  /** Lines whose party it is. */
  readonly lines = new LineList()
  /** Where a column would stand that says it. */
  readonly index: number
  readonly heading: string
  private name: string | undefined

  private constructor(index: number, heading: string) {
    this.index = index
    this.heading = heading
  }

  /** `above`: the rows above the heading; `undefined` where they name no party, or a column does. */
  static of(above: readonly Row[], headings: readonly string[]): PartyAbove | undefined {
    const fields = headings.map((heading) => meaningOf(heading)?.field)
    if (fields.some((field) => field === 'supplier' || field === 'vendor')) return undefined
    const label = above.flatMap((row) => labelled(row).map(([said]) => said)).find((said) => PARTY.test(fold(said)))
    const found = label === undefined ? undefined : new PartyAbove(headings.length, label)
    for (const row of above) found?.begins(row)
    return found?.name === undefined ? undefined : found
  }

  /** Whether a row says whom those below it are about. */
  begins(row: Row): boolean {
    if (!namesParty(row)) return false
    for (const [label, value] of labelled(row)) {
      const isNamed = /\p{L}{2}/u.test(value) && !NO_NAME.test(fold(value))
      if (NAME.test(fold(label)) || PARTY.test(fold(label))) this.name = isNamed ? value : NAME.test(fold(label)) ? this.name : undefined
    }
    return true
  }

  /** What an empty cell of that column says. */
  cell(index: number): string | undefined {
    return index === this.index ? this.name : undefined
  }
}

/** Whether a row begins with the label of a party or its name, and what that is. */
export function namesParty(row: Row): boolean {
  const label = fold(labelled(row)[0]?.[0] ?? '')
  return PARTY.test(label) || NAME.test(label)
}

/** Pairs of label and value: in one cell with a colon between them, or in two. Any other row has none, nor has a heading. */
function labelled({ cells }: Row): readonly (readonly [string, string])[] {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0 || filled.length > CELLS) return []
  const pairs: (readonly [string, string])[] = []
  for (let at = 0; at < filled.length; at++) {
    const cell = filled[at]!
    const colon = cell.indexOf(':')
    const within = colon < 0 ? '' : cell.slice(colon + 1).trim()
    const value = within === '' ? filled[++at] : within
    if (value === undefined || meaningOf(value) !== undefined) return []
    pairs.push([(colon < 0 ? cell : cell.slice(0, colon)).trim(), value])
  }
  return pairs
}
