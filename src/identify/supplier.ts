import type { Item } from '../model/item.ts'
import type { Organisation } from '../model/register.ts'
import { evidence, passesOn, type Lookup } from './clue.ts'
import type { Ownerships } from './control.ts'
import type { LayerClaim } from './layer.ts'
import { splitParty } from './names.ts'
import type { Verdict } from './weigh.ts'

/** Confidence that a supplier who only sells its own is the maker of what it supplies. */
const OWN_PRODUCTS_ONLY = 0.7
/** Layers and words by which a line without a product is the supplier's own operation: hosting, data centre, network. */
const OPERATED = new Set(['infrastruktur'])
const OPERATION =
  /(?:^|[^\p{L}])(?:\p{L}*betrieb|hosting|rechenzentrum|rechenzentrums|mobilfunk|festnetz|internetzugang|telefonie|standleitung|managed service)/iu
/** Clues by which a product's maker stays the maker where people's work is bought: it is named as such. */
const NAMED_MAKER = new Set(['manufacturer', 'publisher', 'project-file'])

/** Who sells is not who makes: what the supplier of a procurement line tells about maker and reseller. */
export class Suppliers {
  private readonly lookup: Lookup
  private readonly ownerships: Ownerships

  constructor(lookup: Lookup, ownerships: Ownerships) {
    this.lookup = lookup
    this.ownerships = ownerships
  }

  /** A line's supplier: the maker only if it sells nothing but its own or does the work itself; else the reseller. */
  of(
    item: Item,
    verdict: Verdict | undefined,
    layer: LayerClaim | undefined,
  ): { verdict?: Verdict; reseller?: { id?: string; name: string } } {
    const raw = item.said.supplier
    if (raw === undefined) return {}
    const { party, behalf } = splitParty(raw)
    const found = this.lookup.names.find(party)
    const organisation = found === undefined ? undefined : this.lookup.organisations.get(found.id)!
    const work = layer?.id === 'dienstleistung'
    const own = verdict === undefined && organisation !== undefined && this.sellsItsOwn(item, organisation, layer)
    if (organisation !== undefined && behalf === undefined && (work || own)) {
      return {
        verdict: {
          organisation: organisation.id,
          confidence: OWN_PRODUCTS_ONLY,
          by: ['supplier'],
          evidence: [evidence(item, this.lookup, 'supplier', raw)],
        },
      }
    }
    const onBehalf = behalf === undefined || verdict !== undefined ? undefined : this.lookup.names.find(behalf)
    const named: Verdict | undefined = onBehalf && {
      organisation: onBehalf.id,
      confidence: OWN_PRODUCTS_ONLY,
      by: ['supplier'],
      evidence: [evidence(item, this.lookup, 'supplier', raw)],
    }
    const maker = named ?? verdict
    const same =
      organisation !== undefined &&
      maker !== undefined &&
      this.ownerships.top(organisation.id).id === this.ownerships.top(maker.organisation).id
    const reseller = same ? undefined : { ...(organisation !== undefined && { id: organisation.id }), name: organisation?.name ?? party }
    return { ...(named !== undefined && { verdict: named }), ...(reseller !== undefined && { reseller }) }
  }

  /** Without a product named: a maker that sells for nobody else, what it runs itself, or what bears its own name. */
  private sellsItsOwn(item: Item, organisation: Organisation, layer: LayerClaim | undefined): boolean {
    const passing = passesOn(organisation)
    if (passing !== 'also') return passing === 'no'
    if (OPERATED.has(layer?.id ?? '') || OPERATION.test(item.name)) return true
    return (
      organisation.publicHand &&
      this.lookup.text.find(item.name).some(({ owner, besides }) => !besides && owner.organisation === organisation.id)
    )
  }
}

/** „Schulung Microsoft 365“: what is bought is work, and the product named is not what it is bought from. */
export function isWorkAbout(layer: LayerClaim | undefined, verdict: Verdict | undefined): boolean {
  if (layer?.id !== 'dienstleistung' || layer.by === 'product' || layer.by === 'kind') return false
  return verdict !== undefined && !verdict.by.some((by) => NAMED_MAKER.has(by))
}
