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
}

/** In the signs of a licence: here each copy has words of its own, as a name. */
export const SLOT = '.'

const TOKENS = /[\p{L}\p{N}]+(?:\.\p{N}+)*|[.;:)](?=[\s.)]|$)|\uE000/gu
/** Three dots, which are written as three signs otherwise. */
const GAP = '\uE000'
/** `1.`, `a)`, `(iv)`: marks of a list, which one copy has and another has not. */
const MARK = /^(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})$/
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
    .toLowerCase()
    .replace(QUOTES, '')
    .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '')
  const tokens = plain.match(TOKENS) ?? []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]
    if (token === GAP) {
      words.push('…')
      sentences.push(sentence)
      signs += SLOT
    } else if (/^[.;:)]/.test(token)) sentence += token === ')' ? 0 : 1
    else if ((next === '.' || next === ')') && MARK.test(token) && !VERSION.test(words.at(-1) ?? '')) i++
    else {
      const word = SPELLINGS.get(token) ?? token
      if (word === '') continue
      words.push(word)
      sentences.push(sentence)
      signs += signOf(word)
    }
  }
  return { words, signs, sentences, cut: text.length > WHOLE_LIMIT }
}

function signOf(word: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return ALPHABET[(hash ^ (hash >>> 13)) & 63]!
}
