// A browser shrinks the whole printed report as soon as one thing on it is wider than the paper. So on paper every word may
// break anywhere, and here the columns get the room in which those of usual length need not.

import { highest } from '../../model/many.ts'

/** What of a table decides how wide it is. */
interface Column {
  readonly label: string
  readonly note: string | null
  readonly number: boolean
  readonly least?: number
}
interface Cell {
  readonly lines: readonly { readonly text: string; readonly code: boolean }[]
  readonly number: boolean
}
interface Row {
  readonly cells: readonly Cell[]
}

/** Where a table stands: over the whole width of an A4 page, there in smaller type, or in that beside a picture. */
export type Place = 'whole' | 'dense' | 'pair'
/** Characters that have room beside each other. */
const ROOM = { whole: 94, dense: 109, pair: 58 } as const satisfies Record<Place, number>
/** What a character takes at most, in mm, so that all of the room is no wider than the place. */
const CHARACTER = { whole: 1.9, dense: 1.64, pair: 1.64 } as const satisfies Record<Place, number>
/** Small letters are narrower than the digits that characters are counted in. */
const LETTER = 0.93
/** The longest word that a column is made wide for; `Gestaltungsfähigkeit` has twenty letters. */
const WORD = 21
/** An amount of millions, or a range of percent: given up only when words of any column have given way. */
const FIGURE = 14
/** Where the rows are not there yet. */
const UNSEEN = 12
/** What words of a column keep while figures have theirs. */
const LEAST = 6
/** The space between two columns. */
const GAP = 1

/** How wide each column is on paper at least, in characters; all together never wider than the page. */
export function paperWidths(columns: readonly Column[], rows: readonly Row[], place: Place): readonly number[] {
  return fitted(wantedWidths(columns, rows), ROOM[place])
}

/** Whether a table has room beside a picture without breaking a word. */
export const fitsBeside = (columns: readonly Column[], rows: readonly Row[]): boolean =>
  wantedWidths(columns, rows).reduce((sum, { chars }) => sum + chars, 0) <= ROOM.pair

function wantedWidths(columns: readonly Column[], rows: readonly Row[]): readonly Wanted[] {
  return columns.map(({ label, note, number, least }, at) => {
    const cells = rows.flatMap(({ cells }) => cells[at] ?? [])
    const words = [headWord(label), longestWord(note ?? ''), ...(rows.length > 0 ? cells.map(lengthOf) : [number ? FIGURE : UNSEEN])]
    return { number, chars: GAP + (least ?? Math.min(number ? FIGURE : WORD, highest(words))) }
  })
}

interface Wanted {
  readonly number: boolean
  readonly chars: number
}

/** The longest words give way first; figures last. */
function fitted(wanted: readonly Wanted[], room: number): readonly number[] {
  const capped = (most: number, figures: number) => wanted.map(({ chars, number }) => Math.min(chars, number ? figures : most))
  const fits = (widths: readonly number[]) => widths.reduce((sum, one) => sum + one, 0) <= room
  const widest = Math.max(...wanted.map(({ chars }) => chars), LEAST)
  for (let most = widest; most >= LEAST; most--) if (fits(capped(most, widest))) return capped(most, widest)
  for (let most = widest; most > 1; most--) if (fits(capped(Math.min(most, LEAST), most))) return capped(Math.min(most, LEAST), most)
  return wanted.map(() => 1)
}

/** A number stands on one line, what stands below it is text. */
function lengthOf({ lines, number }: Cell): number {
  const lengths = lines.map(({ text, code }, at) => (code ? 0 : number && at === 0 ? text.length : longestWord(text)))
  return highest(lengths, 0)
}

/** Up to where a line may break: at a space, and after a hyphen, a dash or a slash. */
const longestWord = (text: string): number => Math.ceil(highest(text.split(/[ \n/–-]+/).map(({ length }) => length)) * LETTER)

/** Headings are bold: their letters are as wide as digits. */
const headWord = (label: string): number => Math.ceil(longestWord(label) / LETTER)

/** `w12`: 12 characters, or the part of the page that is theirs. */
export const paperSheet = (): string => {
  const rules = (character: number, within: string) =>
    Array.from({ length: WORD * 2 + 3 }, (_, n) => `${within}.w${n}{min-width:min(${n}ch,${(n * character).toFixed(1)}mm)}`)
  return `@media print{${[...rules(CHARACTER.whole, ''), ...rules(CHARACTER.pair, '.dense '), ...rules(CHARACTER.pair, '.pair ')].join('')}}\n`
}
