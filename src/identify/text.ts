import type { Knowledge } from '../model/register.ts'
import { holds, type Owner } from './namespaces.ts'
import { bareName, wordsOf } from './names.ts'

/** A product or organisation named in free text. */
export interface Mention {
  readonly owner: Owner
  /** The words as they stand in the register, joined. */
  readonly name: string
  /** Index of the first word in the text. */
  readonly at: number
  readonly words: number
  /** Said to be replaced or avoided („Ablösung von …“, „Alternative zu …“), not used. */
  readonly negated: boolean
}

interface Node {
  readonly next: Map<string, Node>
  owner?: Owner
  name?: string
  /** Organisations for which this is the name of somebody else. */
  deniedBy?: Set<string>
}

/** Heads of German compounds in procurement titles: „Citrixlizenzen“, „Oracledatenbank“. */
const COMPOUND_HEADS = /^(lizenz(en|verlängerung|erweiterung)?|server(n)?|umgebung|wartung|pflege|support|vertrag|cloud|system(e|en)?|software|datenbank(en)?|plattform|subskription(en)?|produkte?n?|landschaft|beratung|schulung(en)?|migration|verlängerung|infrastruktur)$/
const NEGATIONS = new Set(['ablösung', 'abloesung', 'alternative', 'alternativen', 'ersatz', 'statt', 'anstelle', 'replacement', 'weg', 'ablösen', 'exit', 'ausstieg', 'kompatibel', 'compatible'])
const BETWEEN = new Set(['von', 'zu', 'zur', 'zum', 'der', 'des', 'für', 'of', 'for', 'to', 'from', 'mit', 'with', 'aus', 'bisherigen', 'bisherige', 'den', 'dem', 'die', 'eines', 'einer'])
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
      for (const name of organisation.names) {
        const words = bareName(name).split(' ')
        if (words.join('').length >= MIN_SINGLE) this.add(words, { organisation: organisation.id }, name)
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
    const mentions = this.search(wordsOf(text))
    this.memo.set(text, mentions)
    return mentions
  }

  private search(words: readonly string[]): Mention[] {
    const mentions: Mention[] = []
    for (let at = 0; at < words.length; ) {
      const found = this.longest(this.root, words, at) ?? this.compound(words[at]!)
      if (found === undefined || this.isDenied(words, at, found)) {
        at++
        continue
      }
      mentions.push({ owner: found.node.owner!, name: found.node.name!, at, words: found.words, negated: negated(words, at) })
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

function negated(words: readonly string[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    if (NEGATIONS.has(words[i]!)) return true
    if (!BETWEEN.has(words[i]!)) return false
  }
  return false
}
