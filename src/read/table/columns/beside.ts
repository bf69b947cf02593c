import type { Row } from '../table.ts'
import { fold } from './fold.ts'
import type { ColumnField } from './header-words.ts'
import { isAmountField, meaningOf } from './heading.ts'

/** Words that a table beside another has to share with it, one of a thing and one of what is said of it. */
const SHARED = 2
const THING: ReadonlySet<ColumnField | undefined> = new Set<ColumnField | undefined>(['product', 'title', 'description'])
const SAID: ReadonlySet<ColumnField | undefined> = new Set<ColumnField | undefined>(['quantity', 'version', 'total'])

/**
 * Index of the column in which another table begins that stands beside the first and has the same words for headings, with an
 * empty column between them or with all of them again. Tables for different years are no two that could be added up.
 */
export function tableBeside(headings: readonly string[], above: readonly string[], first: readonly Row[]): number | undefined {
  if (yearsIn(above).size > 1 || above.some((text) => ALTERNATIVES.test(fold(text)))) return undefined
  const words = headings.map(fold)
  const at = words.findIndex((word, index) => index >= SHARED && word !== '' && begins(words, index, first))
  return at < 0 || isOfTheSame(words, at, first) ? undefined : at
}

/** One of them is chosen, or the one was before the other. */
const ALTERNATIVES =
  /angebot|bieter|variante|alternativ|(?<![a-z])(?:option|alt|neu|ist|soll|plan|bisher|kunftig|vorher|nachher|old|new|before|after|actual|planned)(?![a-z])|offer|(?<![a-z])bid|quote|scenario|szenario/

/** „Adobe 5“, „Adobe 6“ */
const NUMBERS = /[\d.,]+/g

/** Whether most of what is named on the right is named on the left as well, in another version perhaps: two prices of one thing. */
function isOfTheSame(words: readonly string[], at: number, first: readonly Row[]): boolean {
  const left = words.findIndex((word) => THING.has(meaningOf(word)?.field))
  const right = words.findIndex((word, index) => index >= at && word === words[left])
  const named = (at: number): string[] => first.flatMap(({ cells }) => fold(cells[at] ?? '').trim() || [])
  const [ones, others] = [named(left), named(right)]
  const bare = (name: string): string => name.replace(NUMBERS, '').trim()
  const known = new Set(ones)
  // where names differ in nothing but numbers, these tell them apart
  const plain = new Set(ones.map(bare))
  const versions = plain.size === known.size ? plain : new Set<string>()
  const again = others.filter((name) => known.has(name) || (bare(name) !== '' && versions.has(bare(name))))
  return again.length * 2 > others.length
}

function begins(words: readonly string[], at: number, first: readonly Row[]): boolean {
  const left = new Set(words.slice(0, at))
  const right = words.slice(at).filter((word) => word !== '')
  const again = right.filter((word) => left.has(word))
  const fields = again.map((word) => meaningOf(word)?.field)
  const isTable =
    again.length >= SHARED && fields.some((field) => THING.has(field)) && fields.some((field) => isAmountField(field) || SAID.has(field))
  if (!isTable || again[0] !== right[0]) return false
  const isGap = words[at - 1] === '' && first.every(({ cells }) => (cells[at - 1] ?? '').trim() === '')
  return isGap ? again.length * 2 > right.length : again.length === right.length && words[at] === words[0]
}

const yearsIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []))

/** Takes the cells of the table beside it out of each row, and holds them until their own turn. */
export class RowsBeside {
  readonly at: number
  private readonly rows: Row[]

  constructor(at: number, heading: Row) {
    this.at = at
    this.rows = [part(heading, at, Infinity)]
  }

  /** The row without those cells. */
  without(row: Row): Row {
    this.rows.push(part(row, this.at, Infinity))
    return part(row, 0, this.at)
  }

  /** The rows of the table beside it, its heading first; cells keep their columns. */
  all(): readonly Row[] {
    return this.rows
  }
}

function part({ line, cells, types, struck }: Row, from: number, to: number): Row {
  const within = <T>(all: readonly T[], none: T): T[] => all.slice(0, to).map((one, index) => (index < from ? none : one))
  return { line, cells: within(cells, ''), ...(types && { types: within(types, undefined) }), ...(struck && { struck }) }
}
