import { fold } from '../columns/fold.ts'
import { keyOf } from '../columns/heading.ts'
import type { Row } from '../table.ts'
import { saysCredit } from '../values/credit-words.ts'

/** Headings of the number by which a document is called: „Rechnungs-Nr.“, „Belegnummer“, „Belegfeld 1“, "Invoice number". */
const HEADED =
  /^(?:(?:externe|original|fremd|eingangs|buchungs|ausgangs)?(?:rechnungs?|re|rg|belege?s?|gutschrifts?|invoice|document|doc|voucher)(?:s?nr|no|number|id|ref)(?:kreditor|lieferant)?|belegfeld|(?:rechnungs)?referenz|reference|buchungsbeleg)$/
/** Longer texts are looked at as far as this. */
const LONGEST = 300
/** Words behind which a mere number is that of a document. */
const OF_DOCUMENT =
  /^(?:(?:eingangs|ausgangs|original)?rechnung(?:en|s-?nr|snummer)?|re|rg|re-?nr|rg-?nr|beleg(?:e|s|-?nr|nummer)?|nr|no|nummer|number|vertrag(?:s-?nr|snummer)?|invoice|document|voucher)\.?:?$/
/** A number of a document alone has so many digits; shorter ones may be anything, and so may a year. */
const FEW = 5
/** "RE-2024-113" is also called „Rechnung 2024-113“. */
const KIND = /^[a-z]{1,4}(?=\d)/
/** A number with something before it. */
const NAMES = /\S\s+\S*\d/

/** The documents of a list, by their numbers, and the rows that name one which is not their own. */
export class Documents {
  private readonly columns: readonly number[]
  /** What a document is called → the lines that it has. */
  private readonly lines = new Map<string, number[]>()
  /** Line of a row that speaks of a credit or has a minus sign → the numbers that its texts name. */
  private readonly naming = new Map<number, readonly string[]>()

  constructor(headings: readonly string[]) {
    this.columns = headings.flatMap((heading, index) => (HEADED.test(keyOf(heading)) ? [index] : []))
  }

  add({ line, cells, types }: Row): void {
    for (const index of this.columns) {
      const number = numberKey(cells[index] ?? '')
      if (number !== '') this.enter(number, line)
      const bare = number.replace(KIND, '')
      if (bare !== number && bare.length >= FEW) this.enter(bare, line)
    }
    const texts = cells.filter((cell, index) => types?.[index] === undefined && NAMES.test(cell.slice(0, LONGEST)))
    if (texts.length === 0 || !(texts.some(saysCredit) || cells.some(isMinus))) return
    const named = texts.flatMap((text) => numbersIn(text.slice(0, LONGEST)))
    if (named.length > 0) this.naming.set(line, named)
  }

  private enter(number: string, line: number): void {
    const lines = this.lines.get(number)
    if (lines === undefined) this.lines.set(number, [line])
    else lines.push(line)
  }

  /** The numbers that the row of a credit names. */
  namedBy(line: number): readonly string[] {
    return this.naming.get(line) ?? []
  }

  /** The lines of the document of this number. */
  linesOf(number: string): readonly number[] {
    return this.lines.get(number) ?? []
  }

  /** Whether any row names a document. */
  get areNamed(): boolean {
    return this.naming.size > 0
  }
}

const MINUS = /^[-−–(] ?[\d€]|\d ?[-−)](?: ?(?:€|EUR))?$/
const isMinus = (cell: string): boolean => MINUS.test(cell.trim())

/** A number as it is compared: letters and digits; '' for what has no digit. */
export function numberKey(text: string): string {
  return /\d/.test(text) ? fold(text).replace(/[^a-z0-9]/g, '') : ''
}

/** What in a text may be the number of a document: „Gutschrift zu RE-2024-113“, „Storno Rechnung Nr. 4711“, „RE 2024-113“. */
export function numbersIn(text: string): string[] {
  const words = fold(text)
    .split(/[\s,;:()„“"']+/)
    .filter((word) => word !== '')
  return words.flatMap((word, at) => {
    const before = words[at - 1] ?? ''
    const key = numberKey(word)
    if (key === '') return []
    const isAlone = /^\d+$/.test(key) ? key.length >= FEW || OF_DOCUMENT.test(before) : true
    return [...(isAlone ? [key] : []), ...(/^[a-z]{1,4}[.-]?$/.test(before) ? [numberKey(before + word)] : [])]
  })
}
