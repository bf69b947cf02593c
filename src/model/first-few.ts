/** So many of the things that one note is about are named in it. */
const NAMED = 5

/** The first names of a list, for a note: „a, b, c, …“. */
export function firstFew(names: readonly string[], most = NAMED): string {
  return names.slice(0, most).join(', ') + (names.length > most ? ', …' : '')
}
