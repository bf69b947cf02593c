/** What was agreed at first: "Original value", „Kosten alt“. */
export const FIRST = /(?<![a-z])(?:original|initial|ursprung|anfang|alt(?:e[rsn]?)?(?![a-z])|bisherig|vorherig|previous|old(?![a-z]))/

/** What holds now: „Kosten neu“ beside „Kosten alt“. */
export const CURRENT = /(?<![a-z])(?:neu(?:e[rsn]?)?|aktuell(?:e[rsn]?)?|derzeitig(?:e[rsn]?)?|new|current)(?![a-z])/

const LAST_WORD =
  /[ ,:/-]+(?:alt|neu|aktuell|derzeit|derzeitig|bisher|bisherig|vorher|vorherig|ursprunglich|anfanglich|old|new|current|previous|original|initial)$/

/** The name of an amount without such a word behind it; `undefined` where there is none. */
export function nameBeforeOrNow(name: string): string | undefined {
  const plain = name.trim()
  const rest = plain.replace(LAST_WORD, '')
  return rest === plain ? undefined : rest
}
