import type { NamedOrganisation } from '../model/audit.ts'
import type { Controller, Dossier, LicenceClaim, MakerClaim } from '../model/dossier.ts'
import type { Note } from '../model/evidence.ts'
import { purlOf, type Inventory, type Item, type Said } from '../model/item.ts'
import type { Project } from '../model/project.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { BindingRule, Governance, Organisation, Product } from '../model/register.ts'
import { evidence, type Candidate, type Lookup } from './clue.ts'
import { CLUES } from './clues/index.ts'
import { Ownerships } from './control.ts'
import { withoutFormerMakers } from './former.ts'
import { Layers } from './layer.ts'
import { structuralClass } from './licence/index.ts'
import { Licences } from './licences.ts'
import { concludeAmounts } from './money.ts'
import { NameIndex } from './names.ts'
import { namedOrganisations } from './named.ts'
import { holds, NamespaceIndex } from './namespaces.ts'
import { Own } from './own.ts'
import { purlNames } from './purl-names.ts'
import { indexOf } from './register-index.ts'
import { isWorkAbout, Suppliers } from './supplier.ts'
import { TextIndex } from './text.ts'
import { weigh, type Verdict } from './weigh.ts'

/** Confidence in a maker that the project file states. */
const STATED = 0.99

export interface Identified {
  readonly dossiers: readonly Dossier[]
  readonly notes: readonly Note[]
  readonly organisations: readonly NamedOrganisation[]
}

/** Inventory → Dossiers: for every item who made it, who controls the maker on `asOf`, under which licence, in which layer. */
export function identify(
  inventory: Inventory,
  knowledge: Knowledge,
  options: { readonly asOf: string; readonly project: Project },
): Identified {
  const { amounts, notes } = concludeAmounts(inventory.items, options)
  const identifier = new Identifier(inventory, knowledge, options)
  const dossiers = inventory.items.map((item, i) => {
    const dossier = identifier.dossier(item)
    const amount = amounts.get(i)
    if (amount === undefined) return dossier
    // a contract that has ended is nothing the project relies on any more
    return { ...dossier, counted: dossier.counted && amount.why !== 'expired', amount }
  })
  return { dossiers, notes, organisations: identifier.named(dossiers, options.asOf) }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

class Identifier {
  private readonly lookup: Lookup
  private readonly bindings: NamespaceIndex<string>
  private readonly bindingRules: ReadonlyMap<string, BindingRule>
  private readonly ownerships: Ownerships
  private readonly layers: Layers
  private readonly own: Own
  private readonly suppliers: Suppliers
  private readonly licences: Licences

  constructor(inventory: Inventory, knowledge: Knowledge, options: { readonly asOf: string; readonly project: Project }) {
    const { organisations } = knowledge
    const { asOf } = options
    const index = indexOf(knowledge)
    this.lookup = {
      organisations,
      owners: new NamespaceIndex(index.namespaces, (owner) => holds(owner, asOf)),
      denied: new NamespaceIndex(index.notNamespaces),
      names: new NameIndex(index.names),
      text: new TextIndex(index.phrases, asOf),
      sources: inventory.sources,
    }
    this.bindings = new NamespaceIndex(index.bindings)
    this.bindingRules = knowledge.bindings
    this.ownerships = new Ownerships(organisations, options.asOf)
    this.layers = new Layers(knowledge.layers, options.project)
    this.own = new Own(options.project)
    this.suppliers = new Suppliers(this.lookup, this.ownerships)
    this.licences = new Licences(knowledge, index, asOf, inventory.sources)
  }

  /** Everything but the amount, which needs the whole list. */
  dossier(item: Item): Omit<Dossier, 'amount'> {
    const selfMade = this.own.selfMade(item)
    const verdict = selfMade ? undefined : (this.stated(item) ?? this.weighed(item))
    const product = this.product(verdict)
    const layer = this.layers.of(item, product)
    const supplier = item.line ? this.suppliers.of(item, verdict, layer) : undefined
    const made = supplier?.verdict ?? (supplier?.runByStranger || (item.line && isWorkAbout(layer, verdict)) ? undefined : verdict)
    const organisation = made === undefined ? undefined : this.lookup.organisations.get(made.organisation)!
    const controller = organisation === undefined ? undefined : this.ownerships.controller(organisation.id)
    const { licence, change } = this.licences.of(item, product, layer)
    const binding = this.binding(item, product)
    const { id, ref, source, kind, name, relation, counted, seenAt } = item
    const dossier: Mutable<Omit<Dossier, 'amount'>> = {
      id,
      ref,
      source,
      kind,
      name,
      relation,
      counted,
      said: withoutAuthor(item.said),
      seenAt,
      control: selfMade ? 'none' : organisation === undefined ? 'unknown' : controller === undefined ? 'none' : 'controlled',
      governance: governanceOf(licence, organisation, product),
      licence,
      structuralClass: structuralClass(licence, controller?.country ?? organisation?.country),
      critical:
        this.own.critical(item) ||
        binding?.portable === 'no' ||
        (layer !== undefined && this.layers.critical(layer.id) && !isLibrary(item)),
    }
    if (item.version !== undefined) dossier.version = item.version
    if (item.purl !== undefined) dossier.purl = item.purl
    if (item.cpe !== undefined) dossier.cpe = item.cpe
    if (item.term !== undefined) dossier.term = item.term
    if (item.cpv !== undefined) dossier.cpv = item.cpv
    if (item.line !== undefined) dossier.line = item.line
    if (organisation !== undefined) dossier.maker = makerClaim(organisation, made!, this.ownerships.top(organisation.id).publicHand)
    if (product !== undefined && made !== undefined && made.product === product.id)
      dossier.product = { id: product.id, name: product.name, confidence: made!.confidence, evidence: made!.evidence.slice(0, 1) }
    if (product?.openPart !== undefined) dossier.openPart = product.openPart
    if (selfMade) dossier.selfMade = true
    if (controller !== undefined) dossier.controller = controller
    if (supplier?.reseller !== undefined) dossier.reseller = supplier.reseller
    if (layer !== undefined) dossier.layer = layer
    if (binding !== undefined) dossier.binding = binding
    if (change !== undefined) dossier.licenceChange = change
    return dossier
  }

  named(dossiers: readonly Dossier[], asOf: string): NamedOrganisation[] {
    return namedOrganisations(dossiers, this.lookup.organisations, this.ownerships, asOf)
  }

  private product(verdict: Verdict | undefined): Product | undefined {
    if (verdict?.product === undefined) return undefined
    const { products } = this.lookup.organisations.get(verdict.organisation)!
    return products.find(({ id }) => id === verdict.product)
  }

  private stated(item: Item): Verdict | undefined {
    const id = this.own.maker(item)
    if (id === undefined || !this.lookup.organisations.has(id)) return undefined
    return { organisation: id, confidence: STATED, by: ['project-file'], evidence: [evidence(item, this.lookup, 'name', item.name)] }
  }

  private weighed(item: Item): Verdict | undefined {
    const candidates: Candidate[] = []
    for (const clue of CLUES) candidates.push(...clue.find(item, this.lookup))
    const sameControl = (a: string, b: string) => this.ownerships.top(a).id === this.ownerships.top(b).id
    return weigh(withoutFormerMakers(candidates, this.lookup.organisations, sameControl), sameControl)
  }

  private binding(item: Item, product: Product | undefined): Dossier['binding'] {
    const rule = product?.binding ?? this.bindingRule(item)
    if (rule === undefined) return undefined
    const controller: Controller | undefined = this.lookup.organisations.has(rule.provider)
      ? this.ownerships.controller(rule.provider)
      : undefined
    return { service: rule.service, provider: rule.provider, ...(controller !== undefined && { controller }), portable: rule.portable }
  }

  private bindingRule(item: Item): BindingRule | undefined {
    const purl = purlOf(item)
    if (purl === undefined) return undefined
    for (const { kind, name } of purlNames(purl, item.purl!)) {
      const hit = this.bindings.find(kind, name)
      if (hit !== undefined) return this.bindingRules.get(hit.owner)
    }
    return undefined
  }
}

function makerClaim(organisation: Organisation, verdict: Verdict, publicHand: boolean): MakerClaim {
  const { id, name, kind } = organisation
  return {
    id,
    name,
    kind,
    publicHand: organisation.publicHand || publicHand,
    confidence: verdict.confidence,
    by: verdict.by,
    evidence: verdict.evidence,
  }
}

function governanceOf(licence: LicenceClaim, organisation: Organisation | undefined, product: Product | undefined): Governance {
  if (licence.openness !== 'open' || organisation === undefined) return 'unknown'
  const stated = product?.governance ?? organisation.governance
  if (stated !== undefined) return stated
  if (organisation.publicHand) return 'public-body'
  return organisation.kind === 'company' ? 'single-company' : organisation.kind === 'individual' ? 'community' : organisation.kind
}

/** An author is often a person: looked at as evidence, kept nowhere. */
function withoutAuthor(said: Said): Said {
  if (said.author === undefined) return said
  const { author: _, ...rest } = said
  return rest
}

/** A library for a platform is not the platform. */
function isLibrary(item: Item): boolean {
  return !item.line && (item.said.type === 'library' || item.said.type === 'framework')
}
