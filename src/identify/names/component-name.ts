import type { Item } from '../../model/item.ts'
import { candidate, isCustomer, type Candidate, type Lookup } from '../clue.ts'
import { wordsOf } from './comparable.ts'

/** What the name of a product, and that of an organisation, shows of a component. */
interface Weight {
  readonly product: number
  readonly organisation: number
}

const SERVICE: Weight = { product: 0.75, organisation: 0.45 }
/** A device bears its maker's name before the model; but that may be only a brand. */
const DEVICE: Weight = { product: 0.7, organisation: 0.5 }
/** What remains where a component's name goes on after the product's: „MySQL backup tool“ is somebody else's. */
const NAME_GOES_ON = 0.6
/** What ends so belongs to what stands before it: „HGST Ultrastar He8 firmware“, „KUKA System Software 8.7“, „Tink Transactions API“. */
const BELONGS =
  /\b(?:firmware|bios|uefi|(?:device |printer )?drivers?|(?:gerät|druck)ertreiber|treiber|system ?software|api)(?:\s+[^\s\d]*\d\S*)*\s*$/i
/** Somebody else's for it all the same. */
const FOR_IT = /\b(?:for|für|open|free|unofficial|alternative|custom|mock|fake|connector|wrapper|client|scraper|proxy|bridge to)\b/i
/** Words that only say which version, edition or build of the same product. */
const EDITION =
  /^(v?\d.*|r\d+|sp\d+|x64|x86|bit|amd64|arm64|de|en|edition|enterprise|standard|professional|pro|business|premium|ultimate|community|essentials|express|plus|free|dc|se|ee|le|lts|ltsc|esr|server|client|desktop|workstation|datacenter|data|center|cloud|online|agent|runtime|service|pack|update|release|for|windows|linux|macos|mac|app|suite|reader|redistributable|engine|net|framework|sdk|setup|core|deps|sources|c|deutsch|german|englisch|english|multilingual|plattform|platform|basic|runtimes?)$/
const RUNNING = /^(application|operating-system|platform|firmware|container|device|device-driver)$/

/** Products and makers in the name of a service, or of software without a purl: only one that begins with the maker's or the product's tells it. */
export function inName(item: Item, lookup: Lookup): readonly Candidate[] {
  const weight = weightOf(item)
  if (weight === undefined) return []
  const { name } = item
  return lookup.text.find(name).flatMap(({ owner, besides, at, words }) => {
    if (besides || at !== 0) return []
    const isProduct = owner.product !== undefined
    if (!isProduct && (weight.organisation === 0 || isCustomer(lookup.organisations.get(owner.organisation)!))) return []
    const strength = (isProduct ? weight.product : weight.organisation) * (weight === DEVICE || namesOnlyIt(name, words) ? 1 : NAME_GOES_ON)
    return [candidate(owner, strength, name, isProduct ? 'product-in-text' : 'name-in-text', 'name', name)]
  })
}

/** Libraries are named after what they are for; what runs by itself is named by its maker. One word alone may be anybody's. */
function weightOf({ kind, name, purl, said }: Item): Weight | undefined {
  if (kind === 'hardware' || (purl === undefined && BELONGS.test(name) && !FOR_IT.test(name))) return DEVICE
  if (kind === 'service') return SERVICE
  const runs = purl === undefined && (said.type === undefined || RUNNING.test(said.type))
  return runs ? { product: 0.7, organisation: name.includes(' ') ? 0.45 : 0 } : undefined
}

/** Whether nothing but an edition or a version follows the first `count` words. */
function namesOnlyIt(text: string, count: number): boolean {
  const words = wordsOf(text)
  return words.length <= count || words.slice(count).every((word) => EDITION.test(word))
}
