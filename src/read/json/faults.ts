import type { Words } from '../../model/words.ts'

/** What can be wrong with a JSON text, in both languages. */
export const FAULT = {
  end: { de: 'die Datei endet hier', en: 'the file ends here' },
  name: { de: 'ein Name fehlt', en: 'a member name is missing' },
  colon: { de: 'ein Doppelpunkt fehlt', en: 'a colon is missing' },
  string: { de: 'eine Zeichenkette wird nicht geschlossen', en: 'a string is not closed' },
  word: { de: 'ein unbekanntes Wort', en: 'an unknown word' },
  escape: { de: 'eine falsche Maskierung', en: 'a wrong escape' },
  unexpected: (found: string) => ({ de: `${found} ist hier nicht erlaubt`, en: `unexpected ${found}` }),
  trailing: (found: string) => ({ de: `Text nach dem Ende: ${found}`, en: `text after the end: ${found}` }),
  comma: (bracket: string, found: string) => ({
    de: `vor ${found} fehlt ein Komma oder ${bracket}`,
    en: `a comma or ${bracket} is missing before ${found}`,
  }),
  dangling: (bracket: string) => ({ de: `auf das Komma folgt nichts vor ${bracket}`, en: `nothing follows the comma before ${bracket}` }),
  control: (found: string) => ({ de: `Steuerzeichen ${found} in einer Zeichenkette`, en: `control character ${found} in a string` }),
  number: (found: string) => ({ de: `keine Zahl: ${found}`, en: `not a number: ${found}` }),
} as const satisfies Record<string, Words | ((...parts: string[]) => Words)>
