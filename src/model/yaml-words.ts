import type { Words } from './words.ts'
import { tableOf } from './table.ts'

export const TAB: Words = {
  de: 'mit Tabulator eingerückt; Leerzeichen nehmen',
  en: 'indented with a tab; use blanks',
}

export const CONFLICT: Words = {
  de: 'hier stehen Konfliktmarken der Versionsverwaltung; den Konflikt auflösen',
  en: 'here are conflict marks of version control; resolve the conflict',
}

/** Where a merge that was not resolved begins. */
export const CONFLICT_MARK = /^(?:<{7}|>{7}) /m

/** What the parser of YAML finds wrong, in words that need no knowledge of YAML. */
const WORDS = tableOf<Words>({
  BAD_INDENT: { de: 'die Einrückung passt nicht zu der Zeile darüber', en: 'the indentation does not fit the line above' },
  BAD_DQ_ESCAPE: { de: 'nach \\ steht ein Zeichen, das dort nicht stehen kann; \\\\ schreiben oder einfache Anführungszeichen nehmen', en: 'after \\ is a character that cannot be there; write \\\\ or take single quotation marks' }, // prettier-ignore
  BAD_SCALAR_START: { de: 'so kann ein Text nicht beginnen; in Anführungszeichen setzen', en: 'a text cannot begin like this; put it in quotation marks' },
  BLOCK_AS_IMPLICIT_KEY: { de: 'ein Text enthält einen Doppelpunkt mit Leerzeichen; in Anführungszeichen setzen', en: 'a text holds a colon with a blank; put it in quotation marks' },
  BLOCK_IN_FLOW: { de: 'zwischen Klammern steht eine Liste mit Bindestrichen; Kommas nehmen', en: 'between brackets is a list with hyphens; use commas' },
  COLON_IN_FLOW: { de: 'zwischen Klammern fehlt ein Komma, oder ein Text enthält einen Doppelpunkt mit Leerzeichen und gehört in Anführungszeichen', en: 'between brackets a comma is missing, or a text holds a colon with a blank and needs quotation marks' },
  BAD_COLLECTION_TYPE: { de: 'Liste und Schlüssel sind vermischt', en: 'a list and keys are mixed' },
  KEY_OVER_1024_CHARS: { de: 'ein Schlüssel ist länger als 1024 Zeichen', en: 'a key is longer than 1024 characters' },
  MISSING_CHAR: { de: 'ein Zeichen fehlt: eine Klammer, ein Anführungszeichen, ein Komma oder ein Leerzeichen', en: 'a character is missing: a bracket, a quotation mark, a comma or a blank' },
  MULTILINE_IMPLICIT_KEY: { de: 'nach einem Schlüssel fehlt der Doppelpunkt mit Leerzeichen, oder ein Anführungszeichen ist nicht geschlossen', en: 'a colon with a blank is missing after a key, or a quotation mark is not closed' },
  MULTIPLE_DOCS: { de: 'mehrere Dokumente in einer Datei (---)', en: 'several documents in one file (---)' },
  NON_STRING_KEY: { de: 'ein Schlüssel ist kein Text', en: 'a key is no text' },
  TAB_AS_INDENT: TAB,
  UNEXPECTED_TOKEN: { de: 'hier steht etwas, das nicht hierher gehört', en: 'here is something that does not belong here' },
}) // prettier-ignore

export const HARD_BLANK: Words = {
  de: 'mit geschütztem Leerzeichen eingerückt, wie es Textprogramme setzen; gewöhnliche Leerzeichen nehmen',
  en: 'indented with a non-breaking space, as word processors set it; use ordinary blanks',
}

/** What people write, and word processors make of it, by what stands at the fault. */
const HABITS: readonly { readonly found: (at: string, row: string, column: number, message: string) => boolean; readonly words: Words }[] = [
  {
    found: (_, row) => /^\s*[–—]/.test(row),
    words: { de: 'hier steht ein Gedankenstrich; Einträge einer Liste beginnen mit einem Bindestrich (-) und einem Leerzeichen', en: 'here is a dash; entries of a list begin with a hyphen (-) and a blank' },
  },
  {
    found: (_, row) => /^\s*-[^\s\d-]/.test(row),
    words: { de: 'nach dem Bindestrich fehlt ein Leerzeichen', en: 'a blank is missing after the hyphen' },
  },
  {
    found: (_, row) => /[:-]\u00a0/.test(row),
    words: { de: 'nach Doppelpunkt oder Bindestrich steht ein geschütztes Leerzeichen, wie es Textprogramme setzen; ein gewöhnliches nehmen', en: 'after a colon or hyphen is a non-breaking space, as word processors set it; use an ordinary blank' },
  },
  {
    found: (at) => /^[„“”«»‚‘’]/.test(at),
    words: { de: 'krumme Anführungszeichen sind hier keine; gerade nehmen: "…"', en: 'curly quotation marks are none here; use straight ones: "…"' },
  },
  {
    found: (at, row, column, message) => at.startsWith('?') || message.includes('on same line with key') || /:\s[>|][-+]?\s+$/.test(row.slice(0, column - 1)),
    words: { de: 'ein Text, der mit ?, -, > oder | beginnt, gehört in Anführungszeichen', en: 'a text that begins with ?, -, > or | needs quotation marks' },
  },
] // prettier-ignore

/** In our words, with the parser's own behind them. `at`: the text from the fault on; `row`, `column`: its line, and where in it. */
export function yamlWords(code: string, message: string, at: string, row = '', column = 1): Words {
  // a hyphen that stands a blank too far; and to the parser keys without brackets and a list with hyphens are one thing
  const isList = code === 'BLOCK_AS_IMPLICIT_KEY' && message.includes('block sequence')
  const habit = isList ? undefined : HABITS.find(({ found }) => found(at, row, column, message))?.words
  const words = habit ?? WORDS.get(isList ? 'BAD_INDENT' : code === 'BLOCK_IN_FLOW' && !/^-\s/.test(at) ? 'COLON_IN_FLOW' : code)
  return words === undefined ? { de: message, en: message } : { de: `${words.de} (${message})`, en: `${words.en} (${message})` }
}

/** What begins with a sign that means something else in YAML. */
export function startWords(token: string): Words {
  const shown = token.slice(0, 40)
  return {
    de: `${shown} – Text, der mit ${shown[0]} beginnt, gehört in Anführungszeichen: "${shown}"`,
    en: `${shown} – text that begins with ${shown[0]} needs quotation marks: "${shown}"`,
  }
}

/** A key without a value between braces: what stands before the comma was meant to go on. */
export function commaWords(rest: string): Words {
  const shown = rest.slice(0, 40)
  return {
    de: `das Komma trennt hier zwei Angaben, und „${shown}“ ist keine: Text mit Komma in gerade Anführungszeichen setzen, Dezimalzahlen mit Punkt schreiben`,
    en: `the comma parts two entries here, and "${shown}" is none: put text with a comma in straight quotation marks, write decimals with a point`,
  }
}

/** `Nr. #3`: the text would end before the sign. */
export function hashWords(rest: string): Words {
  const shown = rest.slice(0, 40)
  return {
    de: `der Text endet hier vor „#${shown}“, denn # beginnt eine Bemerkung; den ganzen Text in Anführungszeichen setzen, nach dem # einer Bemerkung ein Leerzeichen`,
    en: `the text ends before "#${shown}" here, because # begins a comment; put the whole text in quotation marks, and a blank after the # of a comment`,
  }
}
