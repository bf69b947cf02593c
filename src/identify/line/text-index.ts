import type { Owner, PhraseEntry } from '../../model/register-index.ts'
import { holds } from '../names/namespaces.ts'
import { asideOf } from './aside.ts'
import { hasCase, isBesides, isFor } from './besides.ts'
import { wordsOf } from '../names/comparable.ts'

/** A product or organisation named in free text. */
export interface Mention {
  readonly owner: Owner
  /** The words as they stand in the register, joined. */
  readonly name: string
  /** Index of the first word in the text. */
  readonly at: number
  readonly words: number
  /** Only beside what is bought: replaced, avoided, compared with, or connected to („Ablösung von …“, „Schnittstelle zu …“). */
  readonly besides: boolean
}

/** „Norton Trennscheiben“ */
const PLURAL = /^(.* \p{Ll}{6,})n$/u
const NOBODY: readonly string[] = []

/** What stands at a place of the text. */
interface Found {
  readonly owner: Owner & { readonly name: string }
  readonly words: number
}

/** Heads of German compounds in procurement titles: „Citrixlizenzen“, „Oracledatenbank“. */
const COMPOUND_HEADS =
  /^(lizenz(en|verlängerung|erweiterung|paket)?|notebooks?|laptops?|switche?s?|hardware|geräte|drucker|monitore?|client(s)?|produkt|tools?|fachverfahren|subscription|abonnement|account(s)?|netzwerk|storage|server(n)?|umgebung|wartung|pflege|support|vertrag|cloud|system(e|en)?|software|datenbank(en)?|plattform|subskription(en)?|produkte?n?|landschaft|beratung|schulung(en)?|migration|verlängerung|infrastruktur|handelspartner|toner|tinte|campus|umlage|konto|instanz|abo|nutzer|server(s)?|telefonie|headsets?|kameras?|module?|services?)$/
/** „lizenzverlängerung“ */
const LONGEST_HEAD = 20
/** Tried at the beginning of words alone: from each of its letters a long word would be gone through again. */
const GLUED = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)-([\p{L}\p{N}]+)/gu
/** Words written together with capitals inside, at least three, or two of which the first is no short one. */
const HUMPS = /\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+\p{Lu}\p{Ll}|\p{Lu}\p{Ll}{4,}\p{Lu}\p{Ll}{3}/u
const HUMP = /(\p{Ll})(\p{Lu})/gu
const SUITS = /^(?:[ck]ompatib(?:el|le)|kompat)$/
/** Up to this length a name may be the beginning of another word. */
const SHORT = 5

/** Finds names of the register in free text, at word borders, the longest first. */
export class TextIndex {
  private readonly phrases: ReadonlyMap<string, PhraseEntry>
  private readonly asOf: string
  private readonly memo = new Map<string, readonly Mention[]>()
  /** Of texts that were taken apart at their capitals. */
  private readonly apart = new Map<string, readonly string[]>()

  constructor(phrases: ReadonlyMap<string, PhraseEntry>, asOf: string) {
    this.phrases = phrases
    this.asOf = asOf
  }

  find(text: string): readonly Mention[] {
    const known = this.memo.get(text)
    if (known !== undefined) return known
    const words = wordsOf(text)
    const aside = asideOf(text)
    let mentions = this.search(words, {
      glued: gluedWords(text),
      aside: words.length - (aside === undefined ? 0 : wordsOf(aside).length),
      opened: wordsAfter(text, '('),
      begun: wordsAfter(text, ':'),
      listed: wordsAfter(text, ','),
    })
    // „AzureMonetaryCommitment“, „VeeamBackup&Repl.“
    if (mentions.length === 0 && HUMPS.test(text)) {
      const apart = wordsOf(text.replace(HUMP, '$1 $2').replaceAll('&', ' & '))
      mentions = this.search(apart)
      if (mentions.length > 0) this.apart.set(text, apart)
    }
    this.memo.set(text, mentions)
    return mentions
  }

  /** The words in which `find` found what it did. */
  wordsOf(text: string): readonly string[] {
    return this.apart.get(text) ?? wordsOf(text)
  }

  private search(words: readonly string[], { glued, aside = words.length, opened, begun, listed }: Signs = {}): Mention[] {
    const mentions: Mention[] = []
    const before = words.slice(0, aside)
    for (let at = 0; at < words.length;) {
      const disowned = this.disowned(words, at)
      if (disowned > 0) {
        at += disowned
        continue
      }
      const found = this.longest(words, at) ?? this.compound(words[at]!)
      if (found === undefined || this.isDenied(words, at, found) || isPartOfWord(words, at, found, glued)) {
        at++
        continue
      }
      const last = mentions.at(-1)
      const end = last !== undefined && last.besides ? last.at + last.words : undefined
      // „Ablösung A: B“: what follows the colon is no more of the list
      const after = end === at && begun?.has(at) === true ? undefined : end
      const { owner, words: count } = found
      const title = opened?.has(at + count) === true ? words.slice(0, at + count) : at < aside ? before : words
      const product = mentions.findLast((one) => !one.besides && isProduct(one, words))
      const isForProduct =
        product !== undefined && product.owner.organisation !== owner.organisation && isFor(words, product.at + product.words, at)
      const isBeside = isBesides(title, at, count, after) || hasCase(title, at + count, listed)
      const besides = isForProduct || (!this.suits(words, at + count) && isBeside)
      mentions.push({ owner, name: owner.name, at, words: count, besides })
      at += count
    }
    return mentions
  }

  /** „Kingston, kompatibel Dell“: what is said of the name says what the thing suits. */
  private suits(words: readonly string[], at: number): boolean {
    return SUITS.test(words[at] ?? '') && [1, 2].some((gap) => at + gap < words.length && this.longest(words, at + gap) !== undefined)
  }

  /** Words of the longest name that begins here, is nobody's, and of which somebody says that it is not them: „Leonardo da Vinci“. */
  private disowned(words: readonly string[], at: number): number {
    const longest = this.at(words, at)[0]
    return longest !== undefined && longest.count > 1 && longest.phrase.denied !== undefined && longest.phrase.owners === undefined
      ? longest.count
      : 0
  }

  /** Whether the organisation says that what stands here, at least as long, is somebody else. */
  private isDenied(words: readonly string[], at: number, found: Found): boolean {
    const { organisation } = found.owner
    return this.at(words, at).some(({ count, phrase }) => count >= found.words && phrase.denied?.includes(organisation))
  }

  private longest(words: readonly string[], from: number): Found | undefined {
    for (const { count, phrase } of this.at(words, from)) {
      const owner = this.owner(phrase)
      if (owner !== undefined) return { owner, words: count }
    }
    return undefined
  }

  /** Organisations that say of words in a text that they are somebody else: „Checkpoint Systems“, „Norton Trennscheiben“. */
  disownedBy(text: string): readonly string[] {
    const words = wordsOf(text)
    return words.flatMap((_, at) => this.at(words, at).flatMap(({ count, phrase }) => (count > 1 ? (phrase.denied ?? NOBODY) : NOBODY)))
  }

  /** The phrases of the register that stand at a place, the longest first. */
  private at(words: readonly string[], from: number): { readonly count: number; readonly phrase: PhraseEntry }[] {
    const lengths = this.phrases.get(words[from]!)?.lengths ?? []
    return lengths.flatMap((count) => {
      const phrase = from + count > words.length ? undefined : this.phrase(words.slice(from, from + count))
      return phrase === undefined ? [] : [{ count, phrase }]
    })
  }

  private phrase(words: readonly string[]): PhraseEntry | undefined {
    const key = words.join(' ')
    const found = this.phrases.get(key)
    const stem = words.length > 1 && found === undefined ? PLURAL.exec(key)?.[1] : undefined
    return stem === undefined ? found : this.phrases.get(stem)
  }

  private compound(word: string): Found | undefined {
    for (let cut = word.length - 4; cut >= Math.max(4, word.length - LONGEST_HEAD); cut--) {
      if (!COMPOUND_HEADS.test(word.slice(cut))) continue
      const phrase = this.phrases.get(word.slice(0, cut).replace(/-$/, ''))
      const owner = phrase === undefined ? undefined : this.owner(phrase)
      if (owner !== undefined) return { owner, words: 1 }
    }
    return undefined
  }

  private owner({ owners }: PhraseEntry): Found['owner'] | undefined {
    return owners?.find((owner) => holds(owner, this.asOf))
  }
}

/** `Puppet-Theater`: lower-cased first part → second part, of words written with one hyphen and not in capitals. */
/** What the words of a text do not show. */
interface Signs {
  readonly glued?: ReadonlyMap<string, string> | undefined
  /** Index of the first word of closing parentheses. */
  readonly aside?: number
  /** Words that follow an opening parenthesis: „A (Ersatz B)“ is no „A-Ersatz“. */
  readonly opened?: ReadonlySet<number> | undefined
  /** Words that follow a colon. */
  readonly begun?: ReadonlySet<number> | undefined
  /** Words that follow a comma: „iPad 11, Hülle“ are two things. */
  readonly listed?: ReadonlySet<number> | undefined
}

/** So many signs of a text are looked at. */
const MOST_SIGNS = 8

/** „Sicherungssoftware Veeam“ is one, „Rahmenvertrag Bechtle“ is none. */
const isProduct = ({ owner, at }: Mention, words: readonly string[]): boolean =>
  owner.product !== undefined || /(?:software|lizenz(?:en)?|lösung)$/.test(words[at - 1] ?? '')

/** Indices of the words that follow a sign. */
function wordsAfter(text: string, sign: string): ReadonlySet<number> | undefined {
  if (!text.includes(sign)) return undefined
  const parts = text.split(sign, MOST_SIGNS)
  let at = 0
  return new Set(parts.slice(0, -1).map((part) => (at += wordsOf(part).length)))
}

function gluedWords(text: string): ReadonlyMap<string, string> | undefined {
  if (!text.includes('-')) return undefined
  const glued = new Map<string, string>()
  for (const [, first, second] of text.matchAll(GLUED))
    if (first !== first!.toUpperCase()) glued.set(first!.toLowerCase(), second!.toLowerCase())
  return glued
}

/** A short name of an organisation that is only the first part of another word: „Slack-Line“, but not „Dell-Server“. */
function isPartOfWord(
  words: readonly string[],
  at: number,
  { owner, words: count }: Found,
  glued: ReadonlyMap<string, string> | undefined,
): boolean {
  const word = words[at]!
  if (glued === undefined || count > 1 || word.length > SHORT || owner.product !== undefined) return false
  const second = glued.get(word)
  return second !== undefined && second === words[at + 1] && !COMPOUND_HEADS.test(second)
}
