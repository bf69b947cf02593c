import type { NamedOrganisation } from '../model/audit.ts'
import type { SharedConclusion } from '../model/brief.ts'
import type { Controller, Dossier } from '../model/dossier.ts'
import { purlOf, type Item, type Said, type Source } from '../model/item.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Project } from '../model/project.ts'
import type { Binding, BindingRule, Product } from '../model/register.ts'
import { SharedConclusions } from './shared.ts'
import { doubtedName } from './names/bare-name.ts'
import { BrandIndex } from './names/brands.ts'
import { isOfHouse } from './line/apart.ts'
import { bounded } from './line/bounded.ts'
import { withoutDisowned, withoutSuited } from './line/disowned.ts'
import { evidenceOf, type Candidate, type Lookup, type Shown } from './clue.ts'
import { CLUES } from './clues/index.ts'
import type { Conclusion } from './conclusion.ts'
import { Ownerships } from './control.ts'
import { isThePlatform } from './platform.ts'
import { besideManufacturer, FormerMakers, withoutNameGivers } from './former.ts'
import { governanceOf } from './governance.ts'
import { Layers } from './layer.ts'
import { structuralClass } from './licence/index.ts'
import { Licences, type ItemLicence } from './licences.ts'
import { NameIndex } from './names/name-index.ts'
import { namedOrganisations } from './named.ts'
import { NamespaceIndex } from './names/namespaces.ts'
import { makerClaim } from './maker-claim.ts'
import { Own, STATED_BY, statedEvidence } from './own.ts'
import { isExample } from './names/package.ts'
import { purlNames } from './names/purl-names.ts'
import { indexOf } from './register-index.ts'
import { isOfUnknownKind } from './line/software.ts'
import { isWorkAbout, Suppliers } from './supplier.ts'
import { TextIndex } from './line/text-index.ts'
import { weigh, type Verdict } from './weigh.ts'

/** Confidence in a maker that the project file states. */
const STATED = 0.99

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Says of single items who made them, who controls the maker on `asOf`, under which licence and in which layer. */
export class Identifier {
  /** The inputs in which the items stand: evidence names places in them. */
  sources: readonly Source[] = []
  private readonly lookup: Lookup
  private readonly bindingRules: ReadonlyMap<string, BindingRule>
  private readonly bound = new Map<Binding, Dossier['binding']>()
  private readonly ownerships: Ownerships
  private readonly formerMakers: FormerMakers
  private readonly layers: Layers
  private readonly own: Own
  private readonly suppliers: Suppliers
  private readonly licences: Licences
  private readonly conclusions = new SharedConclusions()

  constructor(knowledge: Knowledge, { asOf, project }: { readonly asOf: string; readonly project: Project }) {
    const { organisations } = knowledge
    const index = indexOf(knowledge)
    this.lookup = {
      organisations,
      namespaces: new NamespaceIndex(index.namespaces, asOf),
      names: new NameIndex(index.names),
      text: new TextIndex(index.phrases, asOf),
      brands: new BrandIndex(index.brands, asOf),
      ownGoods: index.ownGoods,
    }
    this.bindingRules = knowledge.bindings
    this.ownerships = new Ownerships(organisations, asOf)
    this.formerMakers = new FormerMakers(organisations, this.sameControl)
    this.layers = new Layers(knowledge.layers, project)
    this.own = new Own(project)
    this.suppliers = new Suppliers(this.lookup, this.ownerships)
    this.licences = new Licences(knowledge, this.lookup.namespaces, asOf, this)
  }

  /** Everything but the amount, which needs the whole list. */
  dossier(item: Item): Omit<Dossier, 'amount'> {
    const conclusion = this.conclude(item)
    return this.written(item, conclusion, this.licences.of(item, conclusion.product, conclusion.layer))
  }

  /** A component's likes: everything is concluded, but only of the first of them it is written down. */
  shared(item: Item): SharedConclusion {
    const conclusion = this.conclude(item)
    const licence = this.licences.bare(item, conclusion.product, conclusion.layer)
    return this.conclusions.of(item, conclusion, licence, () => this.written(withoutPlaces(item), conclusion, licence))
  }

  /** What the project file says of items that were not among those looked at. */
  unusedEntries(): ReturnType<Own['unused']> {
    return this.own.unused()
  }

  named(dossiers: readonly Dossier[], asOf: string): NamedOrganisation[] {
    return namedOrganisations(dossiers, this.lookup.organisations, this.ownerships, asOf)
  }

  private conclude(whole: Item): Conclusion {
    const item = bounded(whole)
    const selfMade = this.own.selfMade(item) !== undefined
    const verdict = selfMade ? undefined : (this.stated(item) ?? this.weighed(item))
    const product = this.product(verdict)
    const layer = this.layers.of(item, product, item.line && isOfHouse(item, verdict?.organisation, this.lookup))
    const supplier = item.line ? this.suppliers.of(item, verdict, layer) : undefined
    const made =
      supplier?.verdict ??
      (supplier?.runByStranger || (item.line && isWorkAbout(layer, verdict)) ? undefined : doubtedName(item, verdict, this.lookup))
    const binding = this.binding(item, product)
    return {
      selfMade,
      made,
      organisation: made === undefined ? undefined : this.lookup.organisations.get(made.organisation)!,
      product,
      layer,
      reseller: supplier?.reseller,
      binding,
      critical:
        this.own.critical(item) !== undefined ||
        binding?.portable === 'no' ||
        (layer !== undefined && this.layers.critical(layer.id) && isThePlatform(item)),
      projectFile: this.own.entries(item, made),
    }
  }

  private written(item: Item, conclusion: Conclusion, { licence, change }: ItemLicence): Omit<Dossier, 'amount'> {
    const { selfMade, made, organisation, product, layer, reseller, binding, critical, projectFile } = conclusion
    const controller = organisation === undefined ? undefined : this.ownerships.controller(organisation.id)
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
      critical,
    }
    if (item.version !== undefined) dossier.version = item.version
    if (item.purl !== undefined) dossier.purl = item.purl
    if (item.cpe !== undefined) dossier.cpe = item.cpe
    if (item.term !== undefined) dossier.term = item.term
    if (item.cpv !== undefined) dossier.cpv = item.cpv
    if (item.line !== undefined) dossier.line = item.line
    if (organisation !== undefined) {
      const { publicHand } = this.ownerships.top(organisation.id)
      const shown = made!.shown.map((one) => evidenceOf(item, this.sources, one))
      dossier.maker = makerClaim(organisation, made!, publicHand, [...statedEvidence(projectFile, organisation.id), ...shown])
      if (product !== undefined && made!.product === product.id)
        dossier.product = { id: product.id, name: product.name, confidence: made!.confidence, evidence: shown.slice(0, 1) }
    }
    if (product?.openPart !== undefined) dossier.openPart = product.openPart
    if (selfMade) dossier.selfMade = true
    if (projectFile !== undefined) dossier.projectFile = projectFile
    if (controller !== undefined) dossier.controller = controller
    if (reseller !== undefined) dossier.reseller = reseller
    if (layer !== undefined) dossier.layer = layer
    if (binding !== undefined) dossier.binding = binding
    if (change !== undefined) dossier.licenceChange = change
    if (isOfUnknownKind(item, conclusion, licence)) dossier.isSoftware = 'unknown'
    return dossier
  }

  private readonly sameControl = (a: string, b: string) => this.ownerships.top(a).id === this.ownerships.top(b).id

  private product(verdict: Verdict | undefined): Product | undefined {
    if (verdict?.product === undefined) return undefined
    const { products } = this.lookup.organisations.get(verdict.organisation)!
    return products.find(({ id }) => id === verdict.product)
  }

  private stated(item: Item): Verdict | undefined {
    const id = this.own.maker(item)?.organisation
    if (id === undefined || !this.lookup.organisations.has(id)) return undefined
    const shown: Shown = { field: 'name', within: undefined, says: item.name }
    return { organisation: id, confidence: STATED, by: [STATED_BY], shown: [shown] }
  }

  private weighed(item: Item): Verdict | undefined {
    if (isExample(item)) return undefined
    let candidates: readonly Candidate[] = []
    for (const clue of CLUES) {
      const found = clue.find(item, this.lookup)
      if (found.length > 0) candidates = candidates.length === 0 ? found : [...candidates, ...found]
    }
    if (candidates.length === 0) return undefined
    if (item.line) candidates = withoutSuited(withoutDisowned(candidates, item, this.lookup), item, this.lookup)
    const makers = withoutNameGivers(this.formerMakers.without(candidates))
    return weigh(item.line === true ? besideManufacturer(makers, this.lookup.organisations, this.sameControl) : makers, this.sameControl)
  }

  /** One object for each rule: what is bound alike is the same. */
  private binding(item: Item, product: Product | undefined): Dossier['binding'] {
    const rule = product?.binding ?? this.bindingRule(item)
    if (rule === undefined) return undefined
    const known = this.bound.get(rule)
    if (known !== undefined) return known
    const controller: Controller | undefined = this.lookup.organisations.has(rule.provider)
      ? this.ownerships.controller(rule.provider)
      : undefined
    const binding = {
      service: rule.service,
      provider: rule.provider,
      ...(controller !== undefined && { controller }),
      portable: rule.portable,
    }
    this.bound.set(rule, binding)
    return binding
  }

  private bindingRule(item: Item): BindingRule | undefined {
    const purl = purlOf(item)
    if (purl === undefined) return undefined
    for (const { kind, name } of purlNames(purl, item.purl!)) {
      const { binding } = this.lookup.namespaces.find(kind, name)
      if (binding !== undefined) return this.bindingRules.get(binding)
    }
    return undefined
  }
}

/** What policies ask of an item besides what is concluded is whether a licence was stated. */
function withoutPlaces(item: Item): Item {
  const { licences } = item.said
  return { ...item, said: licences === undefined ? {} : { licences: licences.slice(0, 1) }, seenAt: [] }
}

/** An author is often a person: looked at as evidence, kept nowhere. */
function withoutAuthor(said: Said): Said {
  if (said.author === undefined) return said
  const { author: _, ...rest } = said
  return rest
}
