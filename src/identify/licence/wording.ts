import { lazily } from '../../model/lazily.ts'

/** So much of a text is judged; the longest licences that we know are half as long. What lies beyond is not known. */
const WHOLE_LIMIT = 65_536

/** A text as it is compared. */
export interface Wording {
  readonly words: readonly string[]
  /** One sign for each word, by which runs of words are compared as strings. */
  readonly signs: string
  /** Of each word the number of its sentence. */
  readonly sentences: readonly number[]
  /** The text goes on beyond what is looked at. */
  readonly cut: boolean
  /** How the words stand in the text itself; made when it is first asked for. */
  readonly written: () => readonly Written[]
}

/** What a word shows that its small letters do not. */
export interface Written {
  /** It has a capital as names have, or stands in an address. In a sentence all of capitals no word is a name. */
  readonly asName: boolean
  /** A comma, dash or bracket stands before it. */
  readonly parted: boolean
}

/** In the signs of a licence: here each copy has words of its own, as a name. */
export const SLOT = '.'

const TOKENS = /[\p{L}\p{N}]+(?:\.\p{N}+)*|[.;:)](?=[\s.)]|$)|\uE000/gu
/** Three dots, which are written as three signs otherwise. */
const GAP = '\uE000'
/** `1.`, `a)`, `(iv)`: marks of a list, which one copy has and another has not. */
const MARK = /^(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})$/
/** Of mail or of a page. */
const ADDRESS = /[\w.+-]+@[\w.-]+|(?:https?:\/\/|www\.)[^\s<>]+/g
/** What follows „Co.“, which ends no sentence. */
const OF_FIRM = /^(?:kg|kgaa|ohg|ltd|inc|llc)$/
const VERSION = /^(?:versions?|v|ver)$/
const QUOTES = /["'`´‘’“”„«»]/g
/** What is spelt in several ways, or says nothing. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['licence', 'license'], ['licences', 'licenses'], ['licenced', 'licensed'], ['organisation', 'organization'], ['organisations', 'organizations'],
  ['holders', 'holder'], ['owner', 'holder'], ['owners', 'holder'], ['http', ''], ['https', ''], ['www', ''],
]) // prettier-ignore
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The words of a text: small letters, one spelling, without quotes, hyphens and marks of lists or comments. */
export function wordingOf(text: string): Wording {
  const words: string[] = []
  const sentences: number[] = []
  let signs = ''
  let sentence = 0
  const plain = text
    .slice(0, WHOLE_LIMIT)
    .replaceAll('©', ' copyright ')
    .replaceAll('…', GAP)
    .normalize('NFKC')
    .replace(QUOTES, '')
    .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '')
  const places: number[] = []
  const tokens = plain.toLowerCase().match(TOKENS) ?? []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]
    if (token === GAP) {
      words.push('…')
      places.push(i)
      sentences.push(sentence)
      signs += SLOT
    } else if (/^[.;:)]/.test(token)) sentence += token === ')' || (words.at(-1) === 'co' && OF_FIRM.test(next ?? '')) ? 0 : 1
    else if ((next === '.' || next === ')') && MARK.test(token) && !VERSION.test(words.at(-1) ?? '')) i++
    else {
      const word = SPELLINGS.get(token) ?? token
      if (word === '') continue
      words.push(word)
      places.push(i)
      sentences.push(sentence)
      signs += signOf(word)
    }
  }
  const written = lazily(() => writtenIn(plain, tokens.length, places, sentences))
  return { words, signs, sentences, cut: text.length > WHOLE_LIMIT, written }
}

/** `places`: of each word the number of its token. */
function writtenIn(plain: string, count: number, places: readonly number[], sentences: readonly number[]): readonly Written[] {
  const found = [...plain.matchAll(TOKENS)]
  // a few letters of other languages are two as small ones: then nothing is said of any word
  if (found.length !== count) return places.map(() => ({ asName: false, parted: false }))
  const addressed = [...plain.matchAll(ADDRESS)].map(({ index, 0: all }) => ({ from: index, to: index + all.length }))
  const mixed = new Set(places.flatMap((at, i) => (/^\p{Lu}.*\p{Ll}/u.test(found[at]![0]) ? [sentences[i]!] : [])))
  return places.map((at, i) => {
    const { 0: word, index } = found[at]!
    const before = at === 0 ? '' : plain.slice(found[at - 1]!.index + found[at - 1]![0].length, index)
    const isAddress = addressed.some(({ from, to }) => from <= index && index < to)
    return { asName: isAddress || (/^\p{Lu}/u.test(word) && mixed.has(sentences[i]!)), parted: /[,(\[–—-]/.test(before) }
  })
}

function signOf(word: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return ALPHABET[(hash ^ (hash >>> 13)) & 63]!
}
