import type { Item } from '../model/item.ts'
import type { Organisation } from '../model/register.ts'
import { doubtedName, isNamedAside, withoutAside } from './names/bare-name.ts'
import { passesOn, type Lookup } from './clue.ts'
import type { Ownerships } from './control.ts'
import type { LayerClaim } from './layer.ts'
import { BY_NAME_ALONE, mayBeNamesake } from './names/legal-form.ts'
import { splitParty } from './names/party.ts'
import { awardedTo } from './line/awarded.ts'
import { isManned, isOfLines, isOnlyOperation, isOperation, isRun } from './line/operation.ts'
import { whoDoes } from './line/party-in-title.ts'
import { ASSIGN, type Verdict } from './weigh.ts'
import { boughtBy, isGotten } from './line/work.ts'
import { CARE, CARED, CHARGE, LICENCE, UPGRADE } from './words/care.ts'

/** Confidence that a supplier who only sells its own is the maker of what it supplies. */
const OWN_PRODUCTS_ONLY = 0.7
/** Confidence in the maker of what somebody else runs for the buyer. */
const HOSTED = ASSIGN
/** Layers in which a line without a product is the supplier's own operation. */
const OPERATED = new Set(['infrastruktur'])
/** Clues by which a product's maker stays the maker where people's work is bought: it is named as such. */
const NAMED_MAKER = new Set(['manufacturer', 'publisher', 'project-file'])

/** Roles in which one also deals with what others make. */
const OTHERS = new Set(['reseller', 'integrator', 'platform'])
/** In a name of those who run lines; whoever else is named in a title about them buys them. */
const OPERATOR = /tele[ckf]|vodafone|swisscom|communications|comunica|kommunikation|\bmobile\b/i
/** „A GmbH; B GmbH; C AG“: which of them it is nobody says. */
const SEVERAL = /^[^;]*;.*\p{L}{2}/u

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
  ): { verdict?: Verdict; reseller?: { id?: string; name: string }; runByStranger?: true } {
    const stated = item.said.supplier ?? awardedTo(item.name, (party) => this.lookup.names.find(party) !== undefined)
    const raw = stated ?? whoDoes(item.name, isWork(layer) || isRun(item.name), verdict, this.lookup)
    const field = item.said.supplier === undefined ? 'name' : 'supplier'
    if (raw === undefined) {
      const operator = this.operatorOf(item, layer)
      if (operator !== undefined) return { verdict: operator }
    }
    if (raw === undefined || SEVERAL.test(raw)) return this.hosted(item, verdict, layer)
    const { party, behalf } = splitParty(raw)
    const found = this.lookup.names.find(party)
    const organisation = found === undefined ? undefined : this.lookup.organisations.get(found.id)!
    const work = isWork(layer)
    if (found === undefined && behalf === undefined) {
      if (this.hosted(item, verdict, layer).verdict !== undefined) return { runByStranger: true }
      if (this.caredFor(item, verdict) && !isWorkAbout(layer, verdict))
        return { verdict: { ...verdict!, confidence: Math.min(verdict!.confidence, HOSTED) }, reseller: { name: party } }
    }
    if (organisation !== undefined && behalf === undefined && (work || this.isOwn(item, organisation, verdict, layer))) {
      const confirmed = !work && verdict !== undefined && this.sameTop(organisation.id, verdict.organisation)
      if (confirmed) return {}
      const own: Verdict = {
        organisation: organisation.id,
        confidence: found!.daughter ? BY_NAME_ALONE : byName(party, organisation),
        by: [stated === undefined ? 'name-in-text' : 'supplier'],
        shown: [{ field, within: undefined, says: raw }],
      }
      return { verdict: stated === undefined && !work && !isRun(item.name) ? doubtedName(item, own, this.lookup)! : own }
    }
    const onBehalf = behalf === undefined || verdict !== undefined ? undefined : this.lookup.names.find(behalf)
    const named: Verdict | undefined = onBehalf && {
      organisation: onBehalf.id,
      confidence: byName(behalf!, this.lookup.organisations.get(onBehalf.id)!),
      by: ['supplier'],
      shown: [{ field, within: undefined, says: raw }],
    }
    const maker = named ?? this.doubted(verdict, organisation, work)
    const same = organisation !== undefined && maker !== undefined && this.sameTop(organisation.id, maker.organisation)
    // of a firm nobody knows it is not known either whether it makes what it supplies
    const tells = maker === undefined ? organisation !== undefined && passesOn(organisation) !== 'no' : !isWorkAbout(layer, maker)
    const reseller =
      same || !tells ? undefined : { ...(organisation !== undefined && { id: organisation.id }), name: organisation?.name ?? party }
    return {
      ...(named !== undefined
        ? { verdict: named }
        : same
          ? {}
          : { ...(maker !== undefined && maker !== verdict && { verdict: maker }), ...this.hosted(item, maker, layer) }),
      ...(reseller !== undefined && { reseller }),
    }
  }

  /** „A1 Telekom Austria: Mobilfunk“: lines are a service, but no work on what is named; an operator that the title names, and nobody else, runs them. */
  private operatorOf({ name }: Item, layer: LayerClaim | undefined): Verdict | undefined {
    if (!isOfLines(name) || boughtBy(name) === 'work' || isOfThings(layer)) return undefined
    const named = this.lookup.text.find(name)
    const [first] = named
    if (first === undefined || named.some(({ besides, owner }) => besides || owner.product !== undefined)) return undefined
    if (named.some(({ owner }) => owner.organisation !== first.owner.organisation)) return undefined
    const organisation = this.lookup.organisations.get(first.owner.organisation)!
    if (organisation.publicHand || ![organisation.name, ...organisation.names].some((one) => OPERATOR.test(one))) return undefined
    return {
      organisation: organisation.id,
      confidence: HOSTED,
      by: ['name-in-text'],
      shown: [{ field: 'name', within: undefined, says: name }],
    }
  }

  /** „Confluence-Hosting“: what is paid is the running; whose program runs is only named beside it, and of a firm nobody knows nobody is known. */
  private hosted(item: Item, verdict: Verdict | undefined, layer: LayerClaim | undefined): { verdict?: Verdict } {
    if (
      verdict === undefined ||
      isNamedMaker(verdict) ||
      isWorkAbout(layer, verdict) ||
      this.isService(verdict) ||
      !isOnlyOperation(this.besideName(item.name, verdict))
    )
      return {}
    return { verdict: { ...verdict, confidence: Math.min(verdict.confidence, HOSTED) } }
  }

  /** „Wartung USV Symmetra“ by a firm nobody knows: the care is its own, the make only says of what. */
  private caredFor({ name }: Item, verdict: Verdict | undefined): boolean {
    if (verdict?.product === undefined || isNamedMaker(verdict) || !CARED.test(name)) return false
    return this.lookup.organisations.get(verdict.organisation)!.products.find(({ id }) => id === verdict.product)?.kind === 'hardware'
  }

  /** Where a maker supplies who sells for nobody else, a house that is only named, and no product of it, may be that of former days. */
  private doubted(verdict: Verdict | undefined, supplier: Organisation | undefined, work: boolean): Verdict | undefined {
    if (verdict === undefined || verdict.product !== undefined || supplier === undefined || work) return verdict
    if (passesOn(supplier) !== 'no' || this.sameTop(supplier.id, verdict.organisation)) return verdict
    return { ...verdict, confidence: Math.min(verdict.confidence, BY_NAME_ALONE) }
  }

  private sameTop(a: string, b: string): boolean {
    return this.ownerships.top(a).id === this.ownerships.top(b).id
  }

  private isOwn(item: Item, organisation: Organisation, verdict: Verdict | undefined, layer: LayerClaim | undefined): boolean {
    if (verdict === undefined) return this.sellsItsOwn(item, organisation, layer)
    if (isNamedMaker(verdict)) return false
    if (organisation.roles.includes('caretaker') && CARE.test(item.name) && !LICENCE.test(item.name)) return true
    const isOnlyRun = isOnlyOperation(this.besideName(item.name, verdict))
    if (isOnlyRun && (organisation.publicHand || this.isFree(verdict.organisation) || isManned(item.name))) return !this.isService(verdict)
    if (organisation.roles.every((role) => role === 'integrator' || role === 'maker') && isUpgradeOnly(item.name)) return true
    if (organisation.roles.some((role) => OTHERS.has(role)) || passesOn(organisation) === 'only' || isOnlyRun) return false
    // a maker who sells for nobody else, where its own name is beside the other's, or the other stands aside or in a description alone
    return (
      this.names(withoutAside(item.name), organisation) ||
      isNamedAside(item.name, verdict.organisation, this.lookup) ||
      (verdict.confidence < OWN_PRODUCTS_ONLY && boughtBy(item.name) !== 'right')
    )
  }

  /** „Managed Kubernetes“: what nobody controls, its operator sells as a service of its own. */
  private isFree(id: string): boolean {
    return this.ownerships.controller(id) === undefined && !this.ownerships.top(id).publicHand
  }

  /** „AWS-Hosting“ of a public data centre is still AWS: a service is run by whoever offers it. */
  private isService({ organisation, product }: Verdict): boolean {
    const { products } = this.lookup.organisations.get(organisation)!
    if (product !== undefined) return products.find(({ id }) => id === product)?.kind === 'service'
    return products.filter(({ kind }) => kind === 'service').length * 2 > products.length
  }

  /** The title with any name for its product: „ManageEngine ServiceDesk Plus“ is no service desk. */
  private besideName(title: string, { organisation, product }: Verdict): string {
    const named = product === undefined ? undefined : this.lookup.organisations.get(organisation)!.products.find(({ id }) => id === product)
    if (named === undefined) return title
    return named.names.reduce((rest, name) => {
      const at = rest.toLowerCase().indexOf(name.toLowerCase())
      return at < 0 ? rest : `${rest.slice(0, at)}X${rest.slice(at + name.length)}`
    }, title)
  }

  private names(title: string, organisation: Organisation): boolean {
    return this.lookup.text.find(title).some(({ owner, besides }) => !besides && this.sameTop(owner.organisation, organisation.id))
  }

  /** Without a product named: a maker or consultant that sells for nobody else, what it runs itself, or what bears its own name. */
  private sellsItsOwn(item: Item, organisation: Organisation, layer: LayerClaim | undefined): boolean {
    const passing = passesOn(organisation)
    if (passing === 'no') return true
    if (passing === 'only')
      return (
        isRun(item.name) || (layer?.id !== 'hardware' && organisation.roles.every((role) => role === 'integrator') && !isGotten(item.name))
      )
    if ((OPERATED.has(layer?.id ?? '') && layer?.by !== 'cpv') || isOperation(item.name) || this.names(item.name, organisation)) return true
    // a public IT provider's charge for what it runs; a maker who also consults but sells nothing of others
    if (organisation.publicHand) return CHARGE.test(item.name)
    if (organisation.roles.includes('reseller') || layer?.id === 'hardware') return false
    return boughtBy(item.name) !== 'right' || (CARE.test(item.name) && !LICENCE.test(item.name))
  }
}

function byName(party: string, organisation: Organisation): number {
  return mayBeNamesake(party, organisation) ? BY_NAME_ALONE : OWN_PRODUCTS_ONLY
}

/** „Schulung Microsoft 365“: what is bought is work, and the product named is not what it is bought from. */
export function isWorkAbout(layer: LayerClaim | undefined, verdict: Verdict | undefined): boolean {
  return isWork(layer) && verdict !== undefined && !isNamedMaker(verdict)
}

/** A product, or devices by kind or code; a title about telephony only sounds like them. */
function isOfThings(layer: LayerClaim | undefined): boolean {
  return layer?.by === 'product' || (layer?.id === 'hardware' && layer.by !== 'title')
}

/** Neither a service that a product is, as a maker's support contract, is work of the supplier, nor a right to use that only its code calls one. */
function isWork(layer: LayerClaim | undefined): boolean {
  return layer?.id === 'dienstleistung' && layer.by !== 'product' && layer.by !== 'kind' && layer.by !== 'cpv'
}

/** A new version, of which no right to use is bought: who sells none brings it in. */
function isUpgradeOnly(title: string): boolean {
  return UPGRADE.test(title) && boughtBy(title) !== 'right'
}

function isNamedMaker(verdict: Verdict): boolean {
  return verdict.by.some((by) => NAMED_MAKER.has(by))
}
