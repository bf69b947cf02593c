import type { Item } from '../../model/item.ts'
import type { Organisation } from '../../model/register.ts'
import { isBesides } from './besides.ts'
import { candidate, isCustomer, type Candidate, type Lookup } from '../clue.ts'
import { headOf, namedDevice, namedParties } from './heading.ts'
import { BY_NAME_ALONE, mayBeNamesake } from '../names/legal-form.ts'
import { wordsOf } from '../names/comparable.ts'

/** A common word at the head of a title, where what follows is about software. */
const HEADING = 0.6

/** „Box - 1250 Enterprise Users“, „Handscanner Zebra“: a name that is a common word means its bearer where it heads a title about software, follows its device or is said to be a firm's; `spoken`: words of names that only stand beside. */
export function inHeading(item: Item, lookup: Lookup, spoken: ReadonlySet<string>): Candidate[] {
  const firm = namedParties(item.name).find((name) => isBought(item.name, name))
  const device = namedDevice(item.name)
  const id =
    (spoken.size === 0 ? bearer(headOf(item.name, item.cpv), lookup) : undefined) ??
    (device !== undefined && spoken.has(device.toLowerCase()) ? undefined : bearer(device, lookup, makesThings)) ??
    (spoken.size === 0 ? bearer(firm, lookup) : undefined)
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
