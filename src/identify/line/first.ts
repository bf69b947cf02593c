/** Where in the words of a text a sign stands first and last: asked for every name in it, looked for once. */
interface Places {
  readonly first: number
  readonly last: number
}

type Sign = RegExp | ((word: string) => boolean)

const known = new WeakMap<readonly string[], Map<Sign, Places>>()

function places(words: readonly string[], sign: Sign): Places {
  let bySign = known.get(words)
  if (bySign === undefined) known.set(words, (bySign = new Map()))
  let found = bySign.get(sign)
  if (found === undefined) {
    const shows = typeof sign === 'function' ? sign : (word: string) => sign.test(word)
    const first = words.findIndex(shows)
    found = { first: first < 0 ? Infinity : first, last: first < 0 ? -1 : words.findLastIndex(shows) }
    bySign.set(sign, found)
  }
  return found
}

/** Index of the first word that shows the sign; `Infinity` where none does. */
export function firstOf(words: readonly string[], sign: Sign): number {
  return places(words, sign).first
}

/** Index of the last word that shows the sign; -1 where none does. */
export function lastOf(words: readonly string[], sign: Sign): number {
  return places(words, sign).last
}
