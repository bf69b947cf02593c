import type { Field, Item } from '../../model/item.ts'
import type { Organisation } from '../../model/register.ts'
import type { Owner } from '../../model/register-index.ts'
import { inHeading } from './bearer.ts'
import { candidate, isCustomer, passesOn, type Candidate, type Lookup } from '../clue.ts'
import { isBuiltIn, isDevice } from './besides.ts'
import { isCompanion, isMeasure, WITH } from './companion.ts'
import { isRemade, makesOnlyConsumables } from './consumables.ts'
import { firstOf } from './first.ts'
import { isNamedAside } from '../names/bare-name.ts'
import { PACKERS } from '../names/party.ts'
import { wordsOf } from '../names/comparable.ts'
import { isAsking, isNeutral, offered, withoutAddresses } from './offered.ts'
import { isNamesake, isOrdinaryWord } from './namesake.ts'
import { isGoing, isPrinted } from './not-bought.ts'
import { isAboutGoods, isGoodsCode, isOtherGoods } from './other-goods.ts'
import type { Mention } from './text-index.ts'
import { boughtBy } from './work.ts'

/** A text of a line, and what the name of a product, and that of an organisation, shows in it. */
interface Look {
  readonly field: Field
  readonly text: string
  readonly product: number
  readonly organisation: number
}

/** The second name in a text („Oracle unter Windows Server“) shows less than the first. */
const LATER = 0.75
/** What remains of the name of a firm that makes goods where no code says that goods are bought. */
const BESIDE_GOODS = 2 / 3
/** „iPads und Jamf-Lizenzen“: both are bought; of „Adabas und Natural (z/OS)“ the last is not. */
const AND = new Set(['und', 'and', 'sowie', '&'])
const LICENSED = /lizenz|licen[cs]|subs[kc]ri/

/** Products and makers named in the texts of a procurement line. */
export function inLine(item: Item, lookup: Lookup): readonly Candidate[] {
  const line = new Line(item, lookup)
  return looks(item).flatMap((look) => line.names(look))
}

class Line {
  private readonly item: Item
  private readonly lookup: Lookup
  private readonly described: readonly string[]
  /** The words of a supplier whom the register does not know, and of one whom it does and who sells for nobody else. */
  private readonly stranger: readonly string[]
  private readonly supplier: readonly string[]
  private readonly supplierIs: string | undefined
  private readonly remade: boolean
  private readonly device: boolean
  /** What the title puts beside the thing bought, a description does not bring back. */
  private readonly aside = new Set<string>()

  constructor(item: Item, lookup: Lookup) {
    const { description = '', supplier = '' } = item.said
    this.supplierIs = supplier === '' ? undefined : lookup.names.find(supplier)?.id
    const known = this.supplierIs === undefined ? undefined : lookup.organisations.get(this.supplierIs)!
    this.supplier = known !== undefined && passesOn(known) === 'no' ? wordsOf(supplier) : []
    this.stranger = this.supplierIs === undefined ? wordsOf(supplier) : []
    this.item = item
    this.lookup = lookup
    this.described = wordsOf(description)
    this.remade = isRemade(wordsOf(`${item.name} ${description}`))
    this.device = isDevice(wordsOf(item.name))
  }

  names(look: Look): readonly Candidate[] {
    const { item, lookup, aside } = this
    const said = lookup.text.find(look.text)
    // a list that says no more than who was paid: a firm's name begins with what it is called by
    const mentions = look.text === item.said.supplier ? said.filter(({ owner, at }) => owner.product === undefined && at === 0) : said
    const words = lookup.text.wordsOf(look.text)
    if (mentions.every(({ besides }) => besides)) {
      for (const { owner } of mentions) aside.add(owner.organisation)
      const spoken = new Set(mentions.flatMap(({ at, words: count }) => words.slice(at, at + count)))
      return look.field === 'name' && !this.remade ? inHeading(item, lookup, spoken) : []
    }
    if (isPrinted(words, item.cpv) || isGoing(wordsOf(item.name))) return []
    const other = isOtherGoods(words, item.cpv, item.said.supplier)
    const followed = followers(mentions)
    const found = new Strongest()
    let device = false
    let end = 0
    let before: number | undefined
    for (const [i, mention] of mentions.entries()) {
      const { owner, at } = mention
      const together = at > end && isJoined(words, at, mention.words)
      end = at + mention.words
      if (mention.besides) aside.add(owner.organisation)
      if (mention.besides || (look.field === 'description' && (aside.has(owner.organisation) || suits(words, at)))) continue
      const thing = isThing(owner, lookup)
      if (look.field === 'description' && this.comesWith(owner, thing, words, mention)) continue
      const goods = other && !thing
      if (goods && !(isAboutGoods(words, item.cpv) && isMakerOfGoods(owner, lookup))) continue
      if (!this.isMeant(mention, look.text, words, mentions.length === 1) || isCompanion(words, mention, thing, followed(i, owner)))
        continue
      // „Headset … MS Teams“: what runs on a device or suits it
      if (device && !together && owner.product !== undefined && !thing) continue
      device ||= thing
      const alone =
        (owner.product === undefined ? look.organisation : look.product) *
        (before === undefined || together ? 1 : LATER) *
        (goods && !isGoodsCode(item.cpv) ? BESIDE_GOODS : 1)
      before = together ? Math.max(alone, before ?? 0) : alone
      found.add(owner, before, look)
    }
    return look.field === 'name' ? this.open(found.candidates) : found.candidates
  }

  /** „Umfragen mit Qualtrics (SAP)“: a house in parentheses beside another name is mostly the owner, or that of former days. */
  private open(candidates: readonly Candidate[]): readonly Candidate[] {
    const { name } = this.item
    const isAside = ({ organisation }: Candidate) => isNamedAside(name, organisation, this.lookup)
    if (candidates.length < 2 || candidates.every(isAside)) return candidates
    return candidates.filter((one) => one.product !== undefined || !isAside(one))
  }

  /** „Notebooks“, of which the description says what is installed and built in. */
  private comesWith({ product }: Owner, thing: boolean, words: readonly string[], { at, words: count }: Mention): boolean {
    return this.device && ((product !== undefined && !thing) || isBuiltIn(words, at, count))
  }

  /** Whether the words mean the owner of the name at all. */
  private isMeant({ owner, at, words: count }: Mention, text: string, words: readonly string[], alone: boolean): boolean {
    const organisation = this.lookup.organisations.get(owner.organisation)!
    if (this.remade && !makesOnlyConsumables(organisation)) return false
    if (owner.product === undefined && isCustomer(organisation) && !(alone && sellsItsOwn(organisation, text))) return false
    if (owner.product === undefined && owner.organisation !== this.supplierIs && isBeginning(words.slice(at, at + count), this.supplier))
      return false
    if (isNamesake(words, { at, words: count }) || isPartOfName(this.stranger, words, at, count)) return false
    return count > 1 || !(isOrdinaryWord(text, words[at]!) || isSpelledOut(this.described, words[at]!))
  }
}

/** „Wartung Asseco Software“: who works for others and makes things too is named for a thing where a right to use or its care is bought. */
const sellsItsOwn = ({ publicHand, roles }: Organisation, text: string): boolean =>
  !publicHand && roles.includes('maker') && roles.includes('integrator') && boughtBy(text) === 'right'

/** What is named in a text; named again it shows no more. */
class Strongest {
  readonly candidates: Candidate[] = []
  private readonly strengths = new Map<string, number>()

  add(owner: Owner, strength: number, { field, text }: Look): void {
    const key = `${owner.organisation} ${owner.product ?? ''}`
    if (strength <= (this.strengths.get(key) ?? 0)) return
    this.strengths.set(key, strength)
    this.candidates.push(candidate(owner, strength, text, owner.product === undefined ? 'name-in-text' : 'product-in-text', field, text))
  }
}

/** A description that begins „für Cisco-Switches“ says what the thing suits. */
const suits = (words: readonly string[], at: number): boolean => at > 0 && at < 4 && /^(?:für|for|pour|per|para|voor|dla)$/.test(words[0]!)

/** Whether a name of another organisation that is bought too follows the `i`th. */
function followers(mentions: readonly Mention[]): (i: number, owner: Owner) => boolean {
  const last = mentions.findLastIndex(({ besides }) => !besides)
  const other = mentions.findLastIndex(({ besides, owner }) => !besides && owner.organisation !== mentions[last]!.owner.organisation)
  return (i, { organisation }) => (mentions[last]?.owner.organisation === organisation ? other : last) > i
}

/** „A und B“, „A und 3 B“; but of „A mit B und C“ only A is bought, unless C is licensed. */
function isJoined(words: readonly string[], at: number, count: number): boolean {
  const joined = AND.has(words[at - 1]!) || (/^\d/.test(words[at - 1]!) && AND.has(words[at - 2]!))
  return joined && (firstOf(words, WITH) >= at || LICENSED.test(words[at + count] ?? ''))
}

/** „DIGI internet“ by „DIGI Távközlési Kft.“: what the supplier's own name begins with means him, whoever else is called so. */
const isBeginning = (name: readonly string[], whole: readonly string[]): boolean =>
  name.length < whole.length && name.every((word, i) => whole[i] === word)

/** „ORACLE HOUSE – placement“ by „Oracle House Care Ltd“: the title names the supplier, of whose name this is a part. */
function isPartOfName(name: readonly string[], words: readonly string[], at: number, count: number): boolean {
  const next = words[at + count]
  return (
    next !== undefined &&
    name.some((_, i) => name[i + count] === next && words.slice(at, at + count).every((word, k) => name[i + k] === word))
  )
}

/** „AWS = automatische Wetterstation“, in the description of what the title shortens. */
function isSpelledOut(described: readonly string[], short: string): boolean {
  const at = described.indexOf(short)
  return at >= 0 && isNamesake(described, { at, words: 1 })
}

/** Among vehicles and food only a name of a device or tool keeps its meaning. */
function isThing({ organisation, product }: Owner, { organisations }: Lookup): boolean {
  return product !== undefined && organisations.get(organisation)!.products.find(({ id }) => id === product)?.kind === 'hardware'
}

/** Also the name of a firm that makes no software. */
function isMakerOfGoods({ organisation, product }: Owner, { organisations }: Lookup): boolean {
  if (product !== undefined) return false
  const { products, namespaces } = organisations.get(organisation)!
  return products.every(({ kind }) => kind === 'hardware') && Object.keys(namespaces).every((kind) => kind === 'domain')
}

function looks({ kind, name, said }: Item): readonly Look[] {
  const { product, manufacturer } = said
  if (isNeutral(`${name} ${said.description ?? ''}`)) return []
  const measured = manufacturer !== undefined && isMeasure(name)
  // what is said about a program speaks of what it is for and runs on
  const description =
    said.description === undefined || kind === 'software' || isAsking(name) ? '' : withoutAddresses(offered(said.description))
  return [
    ...(product === undefined ? [] : [{ field: 'product' as const, text: product, product: 0.92, organisation: 0.8 }]),
    ...(product === name || measured ? [] : [{ field: 'name' as const, text: name, product: 0.9, organisation: 0.75 }]),
    ...(description === '' ? [] : [{ field: 'description' as const, text: description, product: 0.65, organisation: 0.52 }]),
    ...(manufacturer === undefined || PACKERS.test(manufacturer)
      ? []
      : [{ field: 'manufacturer' as const, text: manufacturer, product: 0.6, organisation: 0.7 }]),
  ]
}
