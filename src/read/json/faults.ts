import type { Words } from '../../model/words.ts'
import { STATE } from './engine.ts'

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

/** What is wrong with a byte that the tokenizer met in this state, inside an object or an array. */
export function unexpected(state: number, isObject: boolean, byte: number): Words {
  const found = show(byte)
  const bracket = isObject ? 0x7d : 0x5d
  if (state === STATE.colon) return FAULT.colon
  if (state === STATE.afterValue) return FAULT.comma(show(bracket), found)
  if (byte === bracket && (state === STATE.name || state === STATE.element)) return FAULT.dangling(found)
  return state === STATE.name || state === STATE.firstName ? FAULT.name : FAULT.unexpected(found)
}

export function show(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `0x${byte.toString(16).padStart(2, '0')}`
}
