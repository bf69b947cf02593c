/** Where in the words of a text a sign stands first and last: asked for every name in it, looked for once. */
interface Places {
  readonly first: number
  readonly last: number
}

const known = new WeakMap<readonly string[], Map<RegExp, Places>>()

function places(words: readonly string[], sign: RegExp): Places {
  let bySign = known.get(words)
  if (bySign === undefined) known.set(words, (bySign = new Map()))
  let found = bySign.get(sign)
  if (found === undefined) {
    const first = words.findIndex((word) => sign.test(word))
    found = { first: first < 0 ? Infinity : first, last: first < 0 ? -1 : words.findLastIndex((word) => sign.test(word)) }
    bySign.set(sign, found)
  }
  return found
}

/** Index of the first word that shows the sign; `Infinity` where none does. */
export function firstOf(words: readonly string[], sign: RegExp): number {
  return places(words, sign).first
}

/** Index of the last word that shows the sign; -1 where none does. */
export function lastOf(words: readonly string[], sign: RegExp): number {
  return places(words, sign).last
}
