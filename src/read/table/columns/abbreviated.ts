/** Letters of an abbreviation, all together; fewer may be anything ("Geb."). */
const LEAST = 4

/** What a word of the table means. */
interface Word {
  readonly field: string
}

/**
 * The word that a heading abbreviates by dots: "Künd.-Frist", "Herst.", "Anz. Liz.". `undefined` if there is none, or if words of
 * several meanings begin so ("Vertr."). Where a part is short for a person, the whole is one: "Ansprechp. Lieferant".
 */
export function byAbbreviation<T extends Word>(
  name: string,
  words: ReadonlyMap<string, T>,
  keyOf: (text: string) => string,
): T | undefined {
  const parts = name.match(/[a-z]+\./g) ?? []
  const person = parts.map((part) => meant(part, words, keyOf)).find((word) => word?.field === 'person')
  return person ?? meant(name, words, keyOf)
}

function meant<T extends Word>(name: string, words: ReadonlyMap<string, T>, keyOf: (text: string) => string): T | undefined {
  const pieces = name.split('.').map(keyOf)
  if (pieces.join('').length < LEAST) return undefined
  const last = pieces.length - 1
  // one letter is an initial, not the beginning of a word
  const pattern = pieces.map((piece, index) => (index < last && piece.length > 1 ? `${piece}[a-z]*` : piece)).join('')
  const whole = new RegExp(`^${pattern}$`)
  const isNumber = pieces.includes('nr')
  const found = [...words.keys()].filter((key) => whole.test(key) && (isNumber || !key.endsWith('nr')))
  // of "Hersteller" and "Hersteller / Produkt" the shorter one is meant
  const shortest = found.filter((key) => !found.some((other) => other !== key && key.startsWith(other)))
  return new Set(shortest.map((key) => words.get(key)!.field)).size === 1 ? words.get(shortest[0]!) : undefined
}
