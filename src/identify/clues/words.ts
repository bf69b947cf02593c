import type { Field, Item } from '../../model/item.ts'
import type { Owner } from '../../model/register-index.ts'
import type { Organisation } from '../../model/register.ts'
import { wordsOf } from '../names.ts'
import { isAsking, isNeutral, offered } from '../offered.ts'
import { isBesides } from '../besides.ts'
import { firstOf } from '../first.ts'
import { isRemade, makesOnlyConsumables } from '../consumables.ts'
import { headOf, namedDevice, namedParties } from '../heading.ts'
import { BY_NAME_ALONE, mayBeNamesake } from '../legal-form.ts'
import { isCompanion, isMeasure, WITH } from '../companion.ts'
import { isGoodsCode, isNamesake, isOrdinaryWord, isOtherGoods, isPrinted } from '../other-goods.ts'
import type { Mention } from '../text.ts'
import { candidate, passesOn, type Candidate, type Clue, type Lookup } from '../clue.ts'

interface Look {
  readonly field: Field
  readonly text: string
  readonly product: number
  readonly organisation: number
}

/** The second name in a text („Oracle unter Windows Server“) shows less than the first. */
const LATER = 0.75
/** What remains where a component's name goes on after the product's: „MySQL backup tool“ is somebody else's. */
const NAME_GOES_ON = 0.6
/** A common word at the head of a title, where what follows is about software. */
const HEADING = 0.6
/** Words that only say which version, edition or build of the same product. */
const EDITION =
  /^(v?\d.*|r\d+|sp\d+|x64|x86|bit|amd64|arm64|de|en|edition|enterprise|standard|professional|pro|business|premium|ultimate|community|essentials|express|plus|free|dc|se|ee|le|lts|ltsc|esr|server|client|desktop|workstation|datacenter|data|center|cloud|online|agent|runtime|service|pack|update|release|for|windows|linux|macos|mac|app|suite|reader|redistributable|engine|net|framework|sdk|setup|core|deps|sources|c)$/
/** „iPads und Jamf-Lizenzen“: both are bought; of „Adabas und Natural (z/OS)“ the last is not. */
const AND = new Set(['und', 'and', 'sowie', '&'])
const LICENSED = /lizenz|licen[cs]|subs[kc]ri/
const RUNNING = /^(application|operating-system|platform|firmware|container|device|device-driver)$/

/** Names of products and makers in free text: titles, product columns, descriptions, and names of software without a purl. */
export const wordsClue: Clue = {
  id: 'words',
  find(item, lookup) {
    const texts = looks(item)
    if (texts.length === 0) return NONE
    const found: Candidate[] = []
    /** What the title puts beside the thing bought, a description does not bring back. */
    const aside = new Set<string>()
    const described = item.said.description === undefined ? [] : wordsOf(item.said.description)
    const remade = item.line && isRemade(wordsOf(`${item.name} ${item.said.description ?? ''}`))
    for (const { field, text, product, organisation } of texts) {
      const mentions = lookup.text.find(text)
      if (mentions.length === 0) {
        if (item.line && field === 'name' && !remade) found.push(...heading(item, lookup))
        continue
      }
      const wordsIn = item.line ? wordsOf(text) : []
      if (item.line && isPrinted(wordsIn, item.cpv)) continue
      const other = item.line && isOtherGoods(wordsIn, item.cpv, item.said.supplier)
      const followed = followers(mentions)
      const named = new Map<string, number>()
      let first = true
      let device = false
      let end = 0
      let before = 0
      for (const [i, { owner, besides, at, words }] of mentions.entries()) {
        const together = item.line && at > end && isJoined(wordsIn, at, words)
        end = at + words
        if (besides && item.line) aside.add(owner.organisation)
        else if (field === 'description' && aside.has(owner.organisation)) continue
        // beside a purl-less component only a name that begins with the maker's tells it
        if (besides || (!item.line && at !== 0)) continue
        if (remade && !makesOnlyConsumables(lookup.organisations.get(owner.organisation)!)) continue
        if (item.line && (isNamesake(wordsIn, { at, words }) || (other && !isThing(owner, lookup) && !isMakerOfGoods(item, owner, lookup))))
          continue
        if (item.line && isCompanion(wordsIn, { at, words }, isThing(owner, lookup), followed(i, owner))) continue
        if (item.line && words === 1 && (isOrdinaryWord(text, wordsIn[at]!) || isSpelledOut(described, wordsIn[at]!))) continue
        if (owner.product === undefined && (organisation === 0 || isCustomer(lookup.organisations.get(owner.organisation)!))) continue
        // „Headset … MS Teams“: what runs on a device or suits it
        if (device && item.line && !together && owner.product !== undefined && !isThing(owner, lookup)) continue
        device ||= isThing(owner, lookup)
        const alone =
          (owner.product === undefined ? organisation : product) *
          (first || together ? 1 : LATER) *
          (item.line || namesOnlyIt(text, words) ? 1 : NAME_GOES_ON)
        const strength = together ? Math.max(alone, before) : alone
        before = strength
        // named again it shows no more
        const key = `${owner.organisation} ${owner.product ?? ''}`
        if (strength > (named.get(key) ?? 0))
          found.push(candidate(owner, strength, text, owner.product === undefined ? 'name-in-text' : 'product-in-text', field, text))
        named.set(key, Math.max(strength, named.get(key) ?? 0))
        first = false
      }
    }
    return found
  },
}

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

const NONE: readonly never[] = []

/** „Box - 1250 Enterprise Users“, „Handscanner Zebra“: a name that is a common word means its bearer where it heads a title about software, follows its device or is said to be a firm's. */
function heading(item: Item, lookup: Lookup): Candidate[] {
  const firm = namedParties(item.name).find((name) => isBought(item.name, name))
  const id = bearer(headOf(item.name, item.cpv), lookup) ?? bearer(namedDevice(item.name), lookup, makesThings) ?? bearer(firm, lookup)
  if (id === undefined) return []
  const alone = firm !== undefined && mayBeNamesake(firm, lookup.organisations.get(id)!)
  return [candidate({ organisation: id }, alone ? BY_NAME_ALONE : HEADING, item.name, 'name-in-text', 'name', item.name)]
}

function bearer(name: string | undefined, lookup: Lookup, fits: (one: Organisation) => boolean = () => true): string | undefined {
  const hit = name === undefined ? undefined : lookup.names.find(name)
  if (hit === undefined || !hit.exact) return undefined
  const organisation = lookup.organisations.get(hit.id)!
  return isCustomer(organisation) || !fits(organisation) ? undefined : hit.id
}

/** So many words before a firm's name may turn it. */
const REACH = 12

/** Not „Ablösung der Software der Fa. Sage“: nothing before the name turns what follows into what is not bought. */
function isBought(title: string, name: string): boolean {
  const before = wordsOf(title.slice(0, title.indexOf(name))).slice(-REACH)
  const own = wordsOf(name)
  return ![...before, ''].some((_, at) => isBesides([...before.slice(0, at), ...own], at, own.length, undefined))
}

function makesThings({ products }: Organisation): boolean {
  return products.some(({ kind }) => kind === 'hardware')
}

/** „AWS = automatische Wetterstation“, in the description of what the title shortens. */
function isSpelledOut(described: readonly string[], short: string): boolean {
  const at = described.indexOf(short)
  return at >= 0 && isNamesake(described, { at, words: 1 })
}

/** Whether nothing but an edition or a version follows the first `count` words. */
function namesOnlyIt(text: string, count: number): boolean {
  const words = wordsOf(text)
  return words.length <= count || words.slice(count).every((word) => EDITION.test(word))
}

/** Among vehicles and food only a name of a device or tool keeps its meaning. */
function isThing({ organisation, product }: Owner, { organisations }: Lookup): boolean {
  return product !== undefined && organisations.get(organisation)!.products.find(({ id }) => id === product)?.kind === 'hardware'
}

/** Under a code of goods also the name of a firm that makes no software. */
function isMakerOfGoods({ cpv }: Item, { organisation, product }: Owner, { organisations }: Lookup): boolean {
  if (product !== undefined || !isGoodsCode(cpv)) return false
  const { products, namespaces } = organisations.get(organisation)!
  return products.every(({ kind }) => kind === 'hardware') && Object.keys(namespaces).every((kind) => kind === 'domain')
}

/** Public bodies and those who sell or build in the work of others are named in titles as buyers and partners, not as makers; a distribution or platform with works of its own is. */
function isCustomer(organisation: Organisation): boolean {
  const { publicHand, roles } = organisation
  return publicHand || passesOn(organisation) === 'only' || roles.includes('reseller') || roles.includes('integrator')
}

function looks(item: Item): readonly Look[] {
  if (!item.line) {
    if (item.kind === 'service') return [{ field: 'name', text: item.name, product: 0.75, organisation: 0.45 }]
    const runs = item.purl === undefined && (item.said.type === undefined || RUNNING.test(item.said.type))
    return runs ? [{ field: 'name', text: item.name, product: 0.7, organisation: item.name.includes(' ') ? 0.45 : 0 }] : NONE
  }
  const { product, manufacturer } = item.said
  const measured = manufacturer !== undefined && isMeasure(item.name)
  if (isNeutral(`${item.name} ${item.said.description ?? ''}`)) return []
  const description = item.said.description === undefined || isAsking(item.name) ? '' : offered(item.said.description)
  return [
    ...(product === undefined ? [] : [{ field: 'product' as const, text: product, product: 0.92, organisation: 0.8 }]),
    ...(product === item.name || measured ? [] : [{ field: 'name' as const, text: item.name, product: 0.9, organisation: 0.75 }]),
    ...(description === '' ? [] : [{ field: 'description' as const, text: description, product: 0.65, organisation: 0.52 }]),
    ...(manufacturer === undefined ? [] : [{ field: 'manufacturer' as const, text: manufacturer, product: 0.6, organisation: 0.7 }]),
  ]
}
