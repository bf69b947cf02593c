import type { Organisation } from '../../model/register.ts'
import { wordsOf } from '../names/comparable.ts'
import { isConsumableWord, isRemadeWord } from '../words/accessory.ts'
import { isOriginalWord, isNotWord } from '../words/beside.ts'

const PRINTER = /drucker$|multifunktionsger|^mfp|plotter$|kopierer|imprimante|stampant|^printers?$/u

/** „Toner HP 59A kompatibel (Rebuilt)“, „Nachbau, kein Original“: what the device's maker did not make, whatever the order of words. */
export function isRemade(words: readonly string[]): boolean {
  const goods = words.findIndex(isConsumableWord)
  if (goods < 0 || words.slice(0, goods).some((word) => PRINTER.test(word))) return false
  return words.some((word, i) => {
    const denied = isNotWord(words[i - 1] ?? '')
    return denied ? isOriginalWord(word) : isRemadeWord(word)
  })
}

/** Whose things are nothing but what devices use up. */
export function makesOnlyConsumables({ products }: Organisation): boolean {
  const things = products.filter(({ kind }) => kind === 'hardware')
  return things.length > 0 && things.every(({ name }) => wordsOf(name).some(isConsumableWord))
}
