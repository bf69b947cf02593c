import type { Knowledge } from '../model/register.ts'
import { holds, type Owner } from './namespaces.ts'
import { isBesides } from './besides.ts'
import { bareName, wordsOf } from './names.ts'

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

interface Node {
  readonly next: Map<string, Node>
  owner?: Owner
  name?: string
  /** Organisations for which this is the name of somebody else. */
  deniedBy?: Set<string>
}

/** Heads of German compounds in procurement titles: „Citrixlizenzen“, „Oracledatenbank“. */
const COMPOUND_HEADS =
  /^(lizenz(en|verlängerung|erweiterung|paket)?|notebooks?|laptops?|switche?s?|hardware|geräte|drucker|monitore?|client(s)?|produkt|tools?|fachverfahren|subscription|abonnement|account(s)?|netzwerk|storage|server(n)?|umgebung|wartung|pflege|support|vertrag|cloud|system(e|en)?|software|datenbank(en)?|plattform|subskription(en)?|produkte?n?|landschaft|beratung|schulung(en)?|migration|verlängerung|infrastruktur)$/
const GLUED = /([\p{L}\p{N}]+)-([\p{L}\p{N}]+)/gu
/** Up to this length a name may be the beginning of another word. */
const SHORT = 5
/** A single word must be this long to mean an organisation inside free text. */
const MIN_SINGLE = 3

/** Finds names of the register in free text, at word borders, the longest first. */
export class TextIndex {
  private readonly root: Node = { next: new Map() }
  private readonly denied: Node = { next: new Map() }
  private readonly memo = new Map<string, readonly Mention[]>()

  constructor(knowledge: Knowledge, asOf: string) {
    for (const organisation of knowledge.organisations.values()) {
      for (const name of organisation.notNames) (this.walk(this.denied, wordsOf(name)).deniedBy ??= new Set()).add(organisation.id)
      const whole = new Set(organisation.exactNames?.map(bareName))
      for (const name of organisation.names) {
        const bare = bareName(name)
        if (whole.has(bare)) continue
        if (bare.length < MIN_SINGLE) continue
        this.add(bare.split(' '), { organisation: organisation.id }, name)
        // „Rohde & Schwarz“: in running text the small words stand
        if (bare.includes(' ')) this.add(wordsOf(name), { organisation: organisation.id }, name)
      }
    }
    for (const organisation of knowledge.organisations.values()) {
      for (const product of organisation.products) {
        if (!holds(product, asOf)) continue
        for (const name of product.names) this.add(wordsOf(name), { organisation: organisation.id, product: product.id }, name)
      }
    }
  }

  find(text: string): readonly Mention[] {
    const known = this.memo.get(text)
    if (known !== undefined) return known
    const mentions = this.search(wordsOf(text), gluedWords(text))
    this.memo.set(text, mentions)
    return mentions
  }

  private search(words: readonly string[], glued: ReadonlyMap<string, string> | undefined): Mention[] {
    const mentions: Mention[] = []
    for (let at = 0; at < words.length;) {
      const found = this.longest(this.root, words, at) ?? this.compound(words[at]!)
      if (found === undefined || this.isDenied(words, at, found) || isPartOfWord(words, at, found, glued)) {
        at++
        continue
      }
      const last = mentions.at(-1)
      const after = last !== undefined && last.besides ? last.at + last.words : undefined
      mentions.push({
        owner: found.node.owner!,
        name: found.node.name!,
        at,
        words: found.words,
        besides: isBesides(words, at, found.words, after),
      })
      at += found.words
    }
    return mentions
  }

  /** Whether the organisation says that what stands here, at least as long, is somebody else. */
  private isDenied(words: readonly string[], at: number, found: { node: Node; words: number }): boolean {
    const owner = found.node.owner!.organisation
    let node: Node | undefined = this.denied
    for (let i = at; i < words.length && node !== undefined; i++) {
      node = node.next.get(words[i]!)
      if (i - at + 1 >= found.words && node?.deniedBy?.has(owner)) return true
    }
    return false
  }

  private longest(root: Node, words: readonly string[], from: number): { node: Node; words: number } | undefined {
    let node: Node | undefined = root
    let best: { node: Node; words: number } | undefined
    for (let i = from; i < words.length && node !== undefined; i++) {
      node = node.next.get(words[i]!)
      if (node?.owner !== undefined) best = { node, words: i - from + 1 }
    }
    return best
  }

  private compound(word: string): { node: Node; words: number } | undefined {
    for (let cut = word.length - 4; cut >= 4; cut--) {
      const head = word.slice(cut)
      if (!COMPOUND_HEADS.test(head)) continue
      const node = this.root.next.get(word.slice(0, cut).replace(/-$/, ''))
      if (node?.owner !== undefined) return { node, words: 1 }
    }
    return undefined
  }

  /** Of two entries with one name the first stays; but a product says more than a maker of the same name. */
  private add(words: readonly string[], owner: Owner, name: string): void {
    const node = this.walk(this.root, words)
    if (node === this.root) return
    if (node.owner === undefined || (owner.product !== undefined && node.owner.product === undefined)) {
      node.owner = owner
      node.name = name
    }
  }

  private walk(root: Node, words: readonly string[]): Node {
    let node = root
    for (const word of words) {
      let next = node.next.get(word)
      if (next === undefined) node.next.set(word, (next = { next: new Map() }))
      node = next
    }
    return node
  }
}

/** `Puppet-Theater`: lower-cased first part → second part, of words written with one hyphen and not in capitals. */
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
  { node, words: count }: { node: Node; words: number },
  glued: ReadonlyMap<string, string> | undefined,
): boolean {
  const word = words[at]!
  if (glued === undefined || count > 1 || word.length > SHORT || node.owner?.product !== undefined) return false
  const second = glued.get(word)
  return second !== undefined && second === words[at + 1] && !COMPOUND_HEADS.test(second)
}
