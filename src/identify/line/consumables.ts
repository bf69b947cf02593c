import type { Organisation } from '../../model/register.ts'

/** What devices use up. */
const CONSUMABLE =
  /toner|patronen?$|tinten?$|tintenpatr|kartuschen?$|trommel|bildtrommel|farbb[aä]nd|druckkopf|cartouche|cartucc|cartridge|^tusz|^inkt/u
const PRINTER = /drucker$|multifunktionsger|^mfp|plotter$|kopierer|imprimante|stampant|^printers?$/u
/** Made or filled again by another. */
const REMADE =
  /^(?:kompat|compatib|compatív|rebuil[dt]|remanufactur|rigenerat|refill|nachbau|nachgebaut|wiederaufber|wiederbefüll|aufbereitet|recycelt|recycled|regeneriert|reconditionn|recondicion|zamienn|huismerk)/u
const NOT = new Set(['kein', 'keine', 'keinen', 'nicht', 'no', 'not', 'ohne', 'pas', 'non'])

/** „Toner HP 59A kompatibel (Rebuilt)“, „Nachbau, kein Original“: what the device's maker did not make, whatever the order of words. */
export function isRemade(words: readonly string[]): boolean {
  const goods = words.findIndex((word) => CONSUMABLE.test(word))
  if (goods < 0 || words.slice(0, goods).some((word) => PRINTER.test(word))) return false
  return words.some((word, i) => {
    const denied = NOT.has(words[i - 1] ?? '')
    return denied ? word === 'original' || word === 'originale' : REMADE.test(word)
  })
}

/** Whose things are nothing but what devices use up. */
export function makesOnlyConsumables({ products }: Organisation): boolean {
  const things = products.filter(({ kind }) => kind === 'hardware')
  return things.length > 0 && things.every(({ name }) => CONSUMABLE.test(name.toLowerCase()))
}
