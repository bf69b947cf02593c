import type { HighByte } from './high-bytes.ts'

/** What stands around a sign, in the patterns below: a blank for nothing that is letter or digit, `?` for another high byte. */
const MARKS = { nothing: ' ', digit: '9', vowel: 'a', consonant: 'k', capital: 'A', high: '?' } as const
/** What no text has there. */
const WRONG = -2

/** Signs of European lists with what may stand around them, and how much they speak for their encoding there; the first that fits holds. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/[^akA][€£][^akA]/, 2],
  // "T€"
  [/[akA][€£] /, 1],
  [/[^akA]§[^akA]/, 2],
  [/[^akA][–—][^akA]/, 2],
  [/[akA][–—][akA]/, 0.5],
  [/[–—]/, 1],
  [/[^akA][„‚«‹]/, 2],
  [/[„‚«‹][^akA]/, 0.5],
  [/[^akA][“”»›‘]|[“”»›‘][^akA]/, 2],
  [/[akA][’´]/, 2],
  [/[’´]/, 1],
  [/…[^akA]/, 2],
  [/[akA][®™²³][^akA]/, 2],
  [/[®™²³][^akA]/, 1],
  [/[ºª][^akA]/, 0.5],
  [/[^akA][©•·°½¼¾‰×±µ]|[©•·°½¼¾‰×±µ][^akA]/, 1],
  [/\u00a0/, 1.5],
  [/[ak]\u00ad[ak]/, 1],
  [/\u00ad/, 0],
]

/** The same of letters; what goes by none of these is worth what its letter is. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/^9|9$/, WRONG],
  [/^ à $/, 1],
  [/^ . $/, WRONG],
  // ß follows a vowel, or stands among capitals
  [/Aß[^ak]/, 1],
  [/[^a?]ß/, WRONG],
  // inside a word a small letter is followed by small ones, and no capital follows one
  [/^.\p{Ll}A/u, WRONG],
  [/^[ak]\p{Lu}|^A\p{Lu}[ak]/u, WRONG],
  [/A[ÉÜ] /, 2],
  [/^A\p{Lu} /u, -1],
  // "voilà", "äu"; hardly a word ends in ä or ö
  [/à[^ ]/, WRONG],
  [/a[öü].|.[öüá]a|a[äâîôûóú]a/, 0],
  [/[äöüáâîôû] /, 1],
  [/^ [öü]/, 3],
  [/^ [äé]/, 2],
  [/^ \p{Ll}/u, 1],
  [/[^a][šž][^a]/, 0],
]

/** Letters of German, French and the names of neighbours, by how much one speaks for its encoding. */
const WORTH: readonly (readonly [number, string])[] = [
  [3, 'äöüÄÖÜßéÉ'],
  [2, 'èàâçêëîïôûœÈÀÂÇÊŒáóñøæŠŽ'],
  [1, 'åíúìòùšžÁÓÑØÅÆãõÔÎÛÍÚ'],
]
/** A letter, but of no language that such lists are written in. */
const STRANGE = -1

/** How well what a high byte stands for goes with what is around it: „60 €“ but not „60 Ä“, „Größe“ but not „Gr’áe“. Below 0 it does not. */
export function plausibilityOf(sign: string, { before, after }: Pick<HighByte, 'before' | 'after'>): number {
  const text = MARKS[before] + sign + MARKS[after]
  const worth = worthIn(SIGNS, text)
  if (worth !== undefined) return worth
  if (!/\p{L}/u.test(sign)) return WRONG
  return worthIn(LETTERS, text) ?? WORTH.find(([, letters]) => letters.includes(sign))?.[0] ?? STRANGE
}

function worthIn(table: readonly (readonly [RegExp, number])[], text: string): number | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1]
}
