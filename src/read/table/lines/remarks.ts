import { fold } from '../columns/fold.ts'
import { keyOf } from '../columns/heading.ts'
import { shorten } from '../columns/header.ts'
import type { Row } from '../table.ts'

const HEADED = /^(?:bemerkung|anmerkung|hinweis|notiz|kommentar|remark|note|comment)(?:en?|s)?$/
/** Longer remarks are looked at as far as this. */
const LONGEST = 300
/** What may say that a line has no future, or none any more; whose, and from when, people have to read. */
const ENDING =
  /(?<![a-z]|nicht |kein(?:e|er)? )(?:gekundigt|kundigung (?:zum|per|erfolgt|ausgesprochen)|entfallt|entfallen|lauft[^,;]{0,30} aus|auslaufend|(?:wird|wurde) (?:abgelost|ersetzt|eingestellt)|(?:abgelost|ersetzt) durch|nicht (?:mehr )?(?:verlangert|benotigt|genutzt|im einsatz|in betrieb)|keine verlangerung|storniert|abgeschaltet|stillgelegt|ausser betrieb|terminated|cancell?ed|discontinued|replaced by|not (?:be )?renewed|no longer (?:used|needed|in use))(?![a-z])/

/** Remarks that speak of the end of what their row is about. They decide nothing. */
export class Remarks {
  private readonly columns: readonly number[]
  private readonly found = new Map<number, string>()

  constructor(headings: readonly string[]) {
    this.columns = headings.flatMap((heading, index) => (HEADED.test(keyOf(heading)) ? [index] : []))
  }

  add({ line, cells }: Row): void {
    for (const index of this.columns) {
      const text = (cells[index] ?? '').trim()
      if (text !== '' && ENDING.test(fold(text.slice(0, LONGEST)))) this.found.set(line, shorten(text, 40))
    }
  }

  /** What is remarked of a line's end. */
  of(line: number): string | undefined {
    return this.found.get(line)
  }
}
