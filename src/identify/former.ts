import type { Organisation, Product } from '../model/register.ts'
import type { Candidate } from './clue.ts'
import { ASSIGN } from './weigh.ts'
import { bareName, wordsOf } from './names/comparable.ts'

/** Clues that name a party as it was when the thing was packed, or first bought. */
const PARTIES = new Set(['manufacturer', 'provider', 'supplier', 'publisher', 'author', 'cpe', 'name-in-text'])

const STATED = new Set(['manufacturer', 'provider', 'supplier', 'publisher'])

/**
 * Tells the parties that made a product before. A product that the register gives to one and that still bears the name of
 * another („VMware Horizon“ of Omnissa, „McAfee Agent“ of Trellix) was sold, and old packages name the seller; so do those of a
 * maker that belonged to another then („webMethods“ by Software AG, „Gigaset C475“ by Siemens), and those of which the register
 * says who made them before („Azure RTOS ThreadX“ by Microsoft). A product of a daughter („SAP Crystal Reports“ of Business
 * Objects) was not.
 */
export class FormerMakers {
  private readonly organisations: ReadonlyMap<string, Organisation>
  private readonly sameControl: (a: string, b: string) => boolean
  /** By maker and product, then by the party: the same few pairs stand beside most components. */
  private readonly known = new Map<string, Map<string, boolean>>()

  constructor(organisations: ReadonlyMap<string, Organisation>, sameControl: (a: string, b: string) => boolean) {
    this.organisations = organisations
    this.sameControl = sameControl
  }

  without(candidates: readonly Candidate[]): readonly Candidate[] {
    if (candidates.length < 2 || !candidates.some(({ by }) => PARTIES.has(by))) return candidates
    // without a product only the history of the one that is named speaks
    const makers = candidates.filter(({ product, by }) => by === 'name-in-text' || (product !== undefined && !PARTIES.has(by)))
    // a CPE keeps the vendor under which the first weakness was reported
    const later = candidates.some(({ by }) => by === 'cpe') ? candidates.filter(({ by }) => STATED.has(by)) : []
    if (makers.length + later.length === 0) return candidates
    return candidates.flatMap((one) => {
      const maker = PARTIES.has(one.by)
        ? (one.by === 'cpe' ? [...makers, ...later] : makers).find((maker) => this.isFormer(one.organisation, maker))
        : undefined
      if (maker === undefined) return [one]
      return (STATED.has(one.by) || one.by === 'cpe') && isHalfNamed(maker)
        ? [{ ...one, organisation: maker.organisation, product: maker.product }]
        : []
    })
  }

  private isFormer(party: string, { organisation, product }: Candidate): boolean {
    const key = product === undefined ? organisation : `${organisation} ${product}`
    let byParty = this.known.get(key)
    if (byParty === undefined) this.known.set(key, (byParty = new Map()))
    let known = byParty.get(party)
    if (known === undefined) byParty.set(party, (known = this.wasMadeBy(party, organisation, product)))
    return known
  }

  private wasMadeBy(party: string, maker: string, id: string | undefined): boolean {
    if (this.sameControl(maker, party)) return false
    const now = this.organisations.get(maker)!
    const former = this.organisations.get(party)!
    const product = now.products.find((one) => one.id === id)
    return (
      (product !== undefined && (bearsNameOf(product, former) || madeBefore(product, former))) || belongedTo(now, party, this.sameControl)
    )
  }
}

/** „Documentum Foundation Classes“, published by EMC: who sold a product or its maker confirms that a name which goes on after its own means it. */
const isHalfNamed = ({ by, strength }: Candidate): boolean => NAMED.has(by) && strength < ASSIGN
const NAMED = new Set(['product-in-text', 'name-in-text'])

function bearsNameOf({ names }: Product, { name, names: others, exactNames = [] }: Organisation): boolean {
  // „Kodak GmbH“ is on a product as „Kodak“
  const beginnings = [name, ...others, ...exactNames].map((one) => `${bareName(one)} `)
  return names.some((one) => beginnings.some((beginning) => `${wordsOf(one).join(' ')} `.startsWith(beginning)))
}

/** Whether a product of that name is one that the former maker made until some day. */
function madeBefore({ names }: Product, former: Organisation): boolean {
  const lower = new Set(names.map((name) => name.toLowerCase()))
  return former.products.some(({ until, names: then }) => until !== undefined && then.some((name) => lower.has(name.toLowerCase())))
}

function belongedTo({ owners }: Organisation, former: string, sameControl: (a: string, b: string) => boolean): boolean {
  return owners.some(({ owner, until }) => until !== undefined && sameControl(owner, former))
}

/** What is said in a column of its own is said on purpose; a title also names what runs on the thing („Google Chromebook“ by Acer). */
const BESIDE_SAID = 0.5

/** Of a line whose manufacturer is stated, a device in its texts shows less of another; a program may be what is bought for it. */
export function besideManufacturer(
  candidates: readonly Candidate[],
  organisations: ReadonlyMap<string, Organisation>,
  sameControl: (a: string, b: string) => boolean,
): readonly Candidate[] {
  const said = candidates.find(({ by, strength }) => by === 'manufacturer' && strength > BESIDE_SAID)
  if (said === undefined) return candidates
  return candidates.map((one) =>
    isDevice(one, organisations) && !sameControl(one.organisation, said.organisation)
      ? { ...one, strength: one.strength * BESIDE_SAID }
      : one,
  )
}

function isDevice({ by, organisation, product }: Candidate, organisations: ReadonlyMap<string, Organisation>): boolean {
  if (by !== 'product-in-text') return false
  return organisations.get(organisation)!.products.find(({ id }) => id === product)?.kind === 'hardware'
}

const FIRST_NAMED = 0.9

/** Where goods bear the name of another house („Siemens“ on a dishwasher), that house is named and did not make them. */
export function withoutNameGivers(candidates: readonly Candidate[]): readonly Candidate[] {
  const bearer = candidates.find(({ by }) => by === 'brand')
  if (bearer === undefined) return candidates
  const product = candidates.find(({ by, strength }) => by === 'product-in-text' && strength >= FIRST_NAMED)
  // a product says more than a brand and a kind of goods
  if (product !== undefined && product.organisation !== bearer.organisation) return candidates.filter(({ by }) => by !== 'brand')
  return candidates.filter(({ organisation, by }) => by === 'product-in-text' || organisation === bearer.organisation)
}
