import { fold } from '../columns/fold.ts'
import { keyOf } from '../columns/heading.ts'
import type { Row } from '../table.ts'
import { saysCredit } from '../values/credit-words.ts'

/** Headings of the number by which a document is called: „Rechnungs-Nr.“, „Belegnummer“, „Belegfeld 1“, "Invoice number". */
const HEADED =
  /^(?:(?:externe|original|fremd|eingangs|buchungs|ausgangs)?(?:rechnungs?|re|rg|belege?s?|gutschrifts?|invoice|document|doc|voucher)(?:s?nr|no|number|id|ref)(?:kreditor|lieferant)?|belegfeld|(?:rechnungs)?referenz|reference|buchungsbeleg)$/
/** Longer texts are looked at as far as this. */
const LONGEST = 300
/** Words behind which a number is that of a document or contract. */
const OF_DOCUMENT =
  /^(?:(?:eingangs|ausgangs|original)?rechnung(?:en|s-?nr|snummer)?|re|rg|er|re-?nr|rg-?nr|beleg(?:e|s|-?nr|nummer)?|bnr|vertrag(?:s|s-?nr|snummer)?|invoice|document|voucher|contract)[.:-]*$/
/** „Nr. 4711“ is that of the word before it: of a document, but not of a customer, an article or a lot. */
const NUMBER = /^(?:nr|no|nummer|number)[.:]*$/
/** „Gutschrift zu 2024-113“. */
const TO = /^(?:zu|zur|zum|to)$/
/** Short letters before a number may be a part of it: "RE 2024-113". */
const LETTERS = /^[a-z]{1,4}[.-]?$/
/** A number of a document alone has so many digits; shorter ones may be anything, and so may a year. */
const FEW = 5
/** "RE-2024-113" is also called „Rechnung 2024-113“. */
const KIND = /^[a-z]{1,4}(?=\d)/
/** "RE-2024-113" is the number of an invoice wherever it stands. */
const OWN = /^(?:re|rg|er|bnr)\d/
/** A number with something before it. */
const NAMES = /\S\s+\S*\d/

/** The documents of a list, by their numbers, and the rows that name one which is not their own. */
export class Documents {
  private readonly columns: readonly number[]
  /** What a document is called → the lines that it has. */
  private readonly lines = new Map<string, number[]>()
  /** Line of a row that speaks of a credit or has a minus sign → the numbers that its texts name. */
  private readonly naming = new Map<number, readonly NamedNumber[]>()

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
  namedBy(line: number): readonly NamedNumber[] {
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

/** An amount among the cells of a row, whatever they hold; "-Lizenzen" is none. */
const MINUS_AMOUNT = /^[-−–(] ?[\d€]|\d ?[-−)](?: ?(?:€|EUR))?$/
const isMinus = (cell: string): boolean => MINUS_AMOUNT.test(cell.trim())

/** A number as it is compared: letters and digits; '' for what has no digit. */
export function numberKey(text: string): string {
  return /\d/.test(text) ? fold(text).replace(/[^a-z0-9]/g, '') : ''
}

/** A number that a text names; `isIntroduced`: the words before it say that it is one of a document or contract. */
export interface NamedNumber {
  readonly key: string
  readonly isIntroduced: boolean
}

/**
 * What in a text may be the number of a document: „Gutschrift zu RE-2024-113“, „Storno Rechnung Nr. 4711“, „RE 2024-113“. One that
 * is not introduced may as well be of a product: „Gutschrift Laptop T14“.
 */
export function numbersIn(text: string): NamedNumber[] {
  const words = fold(text)
    .split(/[\s,;:()„“"']+/)
    .filter((word) => word !== '')
  return words.flatMap((word, at) => {
    const before = words[at - 1] ?? ''
    const key = numberKey(word)
    if (key === '') return []
    const isLong = key.replace(/\D/g, '').length >= FEW
    const isIntroduced = ofDocument(words, at) || (isLong && (TO.test(before) || OWN.test(key)))
    const isAlone = !/^\d+$/.test(key) || isLong || isIntroduced
    const glued = LETTERS.test(before) ? [{ key: numberKey(before + word), isIntroduced: isIntroduced && OF_DOCUMENT.test(before) }] : []
    return [...(isAlone ? [{ key, isIntroduced }] : []), ...glued]
  })
}

/** Whether the words before one say that it is the number of a document. */
function ofDocument(words: readonly string[], at: number): boolean {
  const [before = '', first] = [words[at - 1], words[at - 2]]
  if (!NUMBER.test(before)) return OF_DOCUMENT.test(before)
  return first === undefined || OF_DOCUMENT.test(first) || TO.test(first) || saysCredit(first)
}
