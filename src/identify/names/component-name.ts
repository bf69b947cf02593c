import type { Item } from '../../model/item.ts'
import type { Owner } from '../../model/register-index.ts'
import { candidate, isCustomer, type Candidate, type Lookup } from '../clue.ts'
import type { Mention } from '../line/text-index.ts'
import { wordsOf } from './comparable.ts'

/** What the name of a product, and that of an organisation, shows of a component. */
interface Weight {
  readonly product: number
  readonly organisation: number
}

const SERVICE: Weight = { product: 0.75, organisation: 0.45 }
/** A device bears its maker's name before the model; but that may be only a brand. */
const DEVICE: Weight = { product: 0.7, organisation: 0.5 }
/** A library's name is written without spaces; „Trimble Access“ is a product, whatever a generator calls it. */
const NAMED: Weight = { product: 0.65, organisation: 0 }
/** What remains where a component's name goes on after the product's: „MySQL backup tool“ is somebody else's. */
const NAME_GOES_ON = 0.6
/** „komoot - Wandern & Radfahren“: shops for apps let a maker say behind the name what its program does. */
const TOLD = 0.8
const SLOGAN = /\s[-–—|•·]\s|:\s/u
/** Windows lists the drivers that programs bring along: „Windows-Treiberpaket - FTDI CDM Driver Package (08/04/2021)“. */
const DRIVER_PACKAGE = /^Windows(?:-Treiberpaket| Driver Package)\s+-\s+/
/** What ends so belongs to what stands before it: „HGST Ultrastar He8 firmware“, „KUKA System Software 8.7“, „Tink Transactions API“. */
const BELONGS =
  /\b(?:firmware|fw|bios|uefi|(?:device |printer )?drivers?|(?:gerät|druck)ertreiber|treiber|system ?software|api)(?:\s+[^\s\d]*\d\S*)*\s*$/i
/** Somebody else's for it all the same. */
const FOR_IT = /\b(?:for|für|open|free|unofficial|alternative|custom|mock|fake|connector|wrapper|client|scraper|proxy|bridge to)\b/i
/** What makes something of another's: no slogan. */
const PART_OF =
  /\b\w*(?:plug-?ins?|add-?[io]ns?|extension|erweiterung|bindings?|drivers?|treiber|exporter|module?|templates?|vorlagen?|themes?|integration|adapter|backend|provider|library|libs?|sdk|tools?|scripts?|charts?|image|helper|backup|monitor\w*|schnittstelle|interface)\b/i
/** Words that only say which version, edition or build of the same product. */
const EDITION =
  /^(v?\d.*|version|build|r\d+|sp\d+|x64|x86|bit|amd64|arm64|de|en|edition|enterprise|standard|professional|pro|business|premium|ultimate|community|essentials|express|plus|free|dc|se|ee|le|lts|ltsc|esr|server|client|desktop|workstation|datacenter|data|center|cloud|online|agent|runtime|service|pack|update|release|for|windows|linux|macos|mac|app|suite|reader|redistributable|engine|net|framework|sdk|setup|core|deps|sources|c|deutsch|german|englisch|english|multilingual|plattform|platform|basic|runtimes?|advanced|fp\d+|hf\d*|shf|cu\d+|ga)$/
const ASIDE = /(?<=\S\s)\([^()]*\)/g
/** „SDBQNTY-512G-1001“ */
const PART_NUMBER = /\s(?=[A-Z\d-]{0,24}\d)[A-Z\d]{2,}(?:-[A-Z\d]+){1,4}$/
const RUNNING = /^(application|operating-system|platform|firmware|container|device|device-driver)$/

/** Products and makers in the name of a service, or of software without a purl: only one that begins with the maker's or the product's tells it. */
export function inName(item: Item, lookup: Lookup): readonly Candidate[] {
  const weight = weightOf(item)
  if (weight === undefined) return []
  const name = item.name.replace(DRIVER_PACKAGE, '')
  const mentions = lookup.text.find(name)
  const [first] = mentions
  return mentions.flatMap((mention) => {
    const { besides, at, words } = mention
    const owner = asProduct(name, item, mention, lookup)
    const begins = at === 0 || (owner.product !== undefined && follows(first!, mention))
    if (besides || !begins) return []
    const isProduct = owner.product !== undefined
    if (!isProduct && (weight.organisation === 0 || isCustomer(lookup.organisations.get(owner.organisation)!))) return []
    const whole = namesOnlyIt(name, at + words)
    if (weight === NAMED && !whole) return []
    const goesOn = weight === DEVICE || whole ? 1 : weight !== NAMED && isProduct && isSlogan(name, at + words) ? TOLD : NAME_GOES_ON
    const full = (isProduct ? weight.product : weight.organisation) * goesOn
    const strength = weight === DEVICE && isDescribedAsOthers(item, owner, lookup) ? Math.min(full, DEVICE.organisation) : full
    return [candidate(owner, strength, name, isProduct ? 'product-in-text' : 'name-in-text', 'name', item.name)]
  })
}

/** „WeTransfer“ is a house and its product, which is kept under longer names too. Written small it may be anybody's package. */
function asProduct(name: string, { kind }: Item, { owner, at, words }: Mention, lookup: Lookup): Owner {
  if (owner.product !== undefined || at !== 0 || kind !== 'software' || !/\p{Lu}/u.test(name)) return owner
  const named = wordsOf(name).slice(0, words).join(' ')
  const { products } = lookup.organisations.get(owner.organisation)!
  const product = products.find((one) => one.until === undefined && wordsOf(one.name).join(' ') === named)
  return product === undefined ? owner : { organisation: owner.organisation, product: product.id }
}

/** Whether the first `count` words are the whole name, and what follows a dash or colon only tells what it does. */
function isSlogan(name: string, count: number): boolean {
  const sign = SLOGAN.exec(name)
  if (sign === null) return false
  const told = name.slice(sign.index + sign[0].length)
  return namesOnlyIt(name.slice(0, sign.index), count) && !FOR_IT.test(told) && !PART_OF.test(told)
}

/** „ThinkPad UltraNav Driver“, described as „Synaptics pointing device driver for Lenovo ThinkPad“. */
function isDescribedAsOthers({ said: { description } }: Item, owner: Owner, lookup: Lookup): boolean {
  const [first] = description === undefined ? [] : lookup.text.find(description)
  return first !== undefined && first.at === 0 && first.owner.organisation !== owner.organisation
}

/** „Wind River VxWorks“: the maker first, then its product. */
function follows(maker: Mention, product: Mention): boolean {
  return maker.at === 0 && product.at === maker.words && maker.owner.organisation === product.owner.organisation
}

/** Libraries are named after what they are for, unless their whole name is a product's; what runs by itself is named by its maker. One word alone may be anybody's. */
function weightOf({ kind, name, purl, said }: Item): Weight | undefined {
  // generators write such a purl for a program of which they know no more than its name
  const bare = purl === undefined || (purl.startsWith('pkg:generic/') && name.includes(' '))
  if (kind === 'hardware' || said.type === 'firmware' || (bare && DRIVER_PACKAGE.test(name))) return DEVICE
  if (bare && BELONGS.test(name) && !FOR_IT.test(name)) return DEVICE
  if (kind === 'service') return SERVICE
  const runs = bare && (said.type === undefined || RUNNING.test(said.type))
  if (runs) return { product: 0.7, organisation: name.includes(' ') ? 0.45 : 0 }
  return bare && name.includes(' ') ? NAMED : undefined
}

/** Whether nothing but an edition, a version or a part's number follows the first `count` words; what is in parentheses behind them does not count: „(BVMS)“. */
function namesOnlyIt(text: string, count: number): boolean {
  const words = wordsOf(text.replace(ASIDE, ' ').replace(PART_NUMBER, ''))
  return words.length <= count || words.slice(count).every((word, i, rest) => EDITION.test(word) || isModel(word, rest[i + 1]))
}

/** „F180“, „RX3i“, „TZ 470“ */
function isModel(word: string, next: string | undefined): boolean {
  return /^[a-z]{1,4}\d[\w.]*$/.test(word) || (/^[a-z]{1,3}$/.test(word) && next !== undefined && /^\d{2,}[a-z]?$/.test(next))
}
