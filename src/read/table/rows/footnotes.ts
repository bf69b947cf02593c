import { fold } from '../columns/fold.ts'

const SENTENCE = 60
const FOOTNOTE =
  /^(?:\*|\(?\d\) |[¹²³⁴-⁹]|(?:datenstand|stand|quelle|hinweise?|anlage|legende|anmerkung(?:en)?|erlauterung(?:en)?|fussnoten?|interventionskategorie|umgebung|benutzer|source|notes?|alle (?:angaben|betrage|preise|werte))(?![a-z]))/

/** Whether the first text of a row that says hardly more makes it a footnote: "Quelle: …", "* geschätzt". */
export const isFootnote = (text: string): boolean => FOOTNOTE.test(fold(text))

/** Whether a text that stands alone in its row is no heading of a group but a sentence. */
export const isSentence = (text: string): boolean => text.length > SENTENCE
