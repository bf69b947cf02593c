import type { LicenceChange, LicenceClaim } from '../model/dossier.ts'
import type { Evidence } from '../model/evidence.ts'
import { evidenceAt, purlOf, type Item, type SaidLicence, type Source } from '../model/item.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { LicenceRange, Openness, Product } from '../model/register.ts'
import { isOtherEdition } from './edition.ts'
import { BESIDE, type LayerClaim } from './layer.ts'
import type { NamespaceIndex } from './names/namespaces.ts'
import { indexOf } from './register-index.ts'
import { licenceOn, LicenceHistories, type HistoricLicence } from './licence-history.ts'
import { claimOf, createLicenceReader, remember, shown, type Verdict } from './licence/index.ts'

/** Confidence in a licence that only the register tells: of the product, of its version, of one of several versions. */
const FROM_REGISTER = { product: 0.8, version: 0.75, versions: 0.6 } as const
const SCALE: readonly Openness[] = ['open', 'restricted', 'proprietary', 'unknown']

/** Where the evidence lies. */
export interface Places {
  readonly sources: readonly Source[]
}

export interface ItemLicence {
  readonly licence: LicenceClaim
  readonly change?: LicenceChange
}

/** The licence of every item: what the document says; where it is silent, what the register knows of the product and its version. */
export class Licences {
  private readonly reader: ReturnType<typeof createLicenceReader>
  private readonly histories: LicenceHistories
  private readonly asOf: string
  private readonly places: Places
  private readonly silence = new Map<Verdict, LicenceClaim>()
  private readonly bares = new Map<Verdict | string, ItemLicence>()

  constructor(knowledge: Knowledge, namespaces: NamespaceIndex, asOf: string, places: Places) {
    const index = indexOf(knowledge)
    this.reader = createLicenceReader(index.licences)
    this.histories = new LicenceHistories(namespaces, index.historyOf, knowledge.licenceHistories)
    this.asOf = asOf
    this.places = places
  }

  of(item: Item, product: Product | undefined, layer: LayerClaim | undefined): ItemLicence {
    const nothing = { confidence: 0.9, osi: false, evidence: [] } as const
    if (BESIDE.has(layer?.id ?? '') || item.kind === 'hardware') {
      return { licence: { ...nothing, family: 'not-applicable', openness: 'not-applicable', by: [layer?.by ?? 'kind'] } }
    }
    const said = this.said(item)
    const historic = this.histories.of(item, product)
    const change = historic && this.change(historic)
    const licence = this.derived(item, said, historic, product)
    // what the document said stays visible beside what the register adds
    const shown = licence === said || said.said === undefined ? licence : { ...licence, said: said.said }
    return change === undefined ? { licence: shown } : { licence: shown, change }
  }

  /** The same without what the item itself says: of items whose licences come to the same it is one object. */
  bare(item: Item, product: Product | undefined, layer: LayerClaim | undefined): ItemLicence {
    const verdict = this.verdict(item)
    const isUsual = item.kind !== 'hardware' && !BESIDE.has(layer?.id ?? '')
    if (isUsual && (verdict.openness !== 'unknown' || product?.licence === undefined) && this.histories.of(item, product) === undefined)
      return remember(this.bares, verdict, () => ({ licence: claimOf(verdict, []) }))
    const { licence: { said: _, ...rest }, change } = this.of(item, product, layer) // prettier-ignore
    const bare = { licence: { ...rest, evidence: [] }, ...(change !== undefined && { change }) }
    return remember(this.bares, JSON.stringify(bare), () => bare)
  }

  private verdict(item: Item): Verdict {
    const { licences = SILENT, licenceModel } = item.said
    return this.reader.verdict(licences, purlOf(item)?.type, licenceModel)
  }

  private said(item: Item): LicenceClaim {
    const { licences = SILENT, licenceModel } = item.said
    const verdict = this.verdict(item)
    if (licences.length === 0 && licenceModel === undefined) return this.silent(verdict)
    const evidence = licences.map(({ text, at }) => this.evidence(item, at === undefined ? 'licenceModel' : 'licences', shown(text), at))
    if (licenceModel !== undefined) evidence.push(this.evidence(item, 'licenceModel', licenceModel))
    return claimOf(verdict, evidence)
  }

  /** Nothing shows that nothing was said: one claim serves all. */
  private silent(verdict: Verdict): LicenceClaim {
    return remember(this.silence, verdict, () => claimOf(verdict, []))
  }

  private derived(item: Item, said: LicenceClaim, historic: HistoricLicence | undefined, product: Product | undefined): LicenceClaim {
    if (said.openness !== 'unknown') return said
    const known =
      historic !== undefined ? (isSilent(item, said) ? this.ofVersion(item, historic) : undefined) : this.ofProduct(item, product?.licence)
    if (known === undefined || (known.openness === 'open' && product !== undefined && isOtherEdition(item, product))) return said
    return known
  }

  private ofProduct(item: Item, licence: string | undefined): LicenceClaim | undefined {
    if (licence === undefined) return undefined
    const read = this.read(licence)
    const confidence = Math.min(read.confidence, FROM_REGISTER.product)
    return { ...read, confidence, by: ['product', ...read.by], evidence: [this.evidence(item, 'name', item.said.product ?? item.name)] }
  }

  /** Where the version may lie in several ranges, what they have in common; both ends where that is not the openness. */
  private ofVersion(item: Item, { ranges, version }: HistoricLicence): LicenceClaim {
    const evidence = [this.evidence(item, 'name', item.said.product ?? item.name)]
    if (version !== undefined) evidence.push(this.evidence(item, item.version === version ? 'version' : 'purl', version))
    const reads = [...new Set(ranges.map((range) => licenceOn(range, this.asOf)))].map((licence) => this.read(licence))
    const by = (read: LicenceClaim) => ['product-version', ...read.by]
    const [only, ...more] = reads as [LicenceClaim, ...LicenceClaim[]]
    if (more.length === 0) return { ...only, confidence: Math.min(only.confidence, FROM_REGISTER.version), by: by(only), evidence }
    const ends = reads.flatMap(({ openness, range }) => range ?? [openness]).sort((a, b) => SCALE.indexOf(a) - SCALE.indexOf(b))
    const same = more.every(({ openness }) => openness === only.openness)
    return {
      family: more.every(({ family }) => family === only.family) ? only.family : same ? familyOf(only.openness) : 'unknown',
      openness: same ? only.openness : 'unknown',
      osi: more.every(({ osi }) => osi === only.osi) ? only.osi : 'unknown',
      confidence: same ? FROM_REGISTER.versions : 0,
      by: ['product-version'],
      ...(!same && { range: [ends[0]!, ends.at(-1)!] as const }),
      evidence,
    }
  }

  /** The change that has come, or is to come; `undefined` where the first licence is also the last, and the version under it. */
  private change({ history, ranges, version }: HistoricLicence): LicenceChange | undefined {
    const { versions, name, source } = history
    const before = versions[0]!.licence
    const state = stateOf(ranges, before)
    const at = ranges.length === 1 ? versions.indexOf(ranges[0]!) : -1
    const next = versions.slice(Math.max(at, 0)).find(({ licence }) => licence !== before)
    if (next === undefined) return undefined
    return {
      product: name,
      state: version === undefined && ranges.length > 1 ? 'unknown' : state,
      from: before,
      to: next.licence,
      ...(next.from !== undefined && { version: next.from }),
      ...(next.on !== undefined && { on: next.on }),
      source,
    }
  }

  /** What an expression of the register comes to. */
  private read(licence: string): LicenceClaim {
    return claimOf(this.reader.verdict([{ text: licence, as: 'expression' }], undefined, undefined), [])
  }

  private evidence(item: Item, field: 'licences' | 'licenceModel' | 'name' | 'version' | 'purl', says: string, within?: string): Evidence {
    return evidenceAt(item, this.places.sources, field, says, within)
  }
}

const SILENT: readonly SaidLicence[] = []

/** Whether versions lie before the first change of the licence or after it. */
function stateOf(ranges: readonly LicenceRange[], before: string): LicenceChange['state'] {
  const isBefore = ({ licence }: LicenceRange) => licence === before
  if (ranges.every(isBefore)) return 'before'
  return ranges.some(isBefore) ? 'unknown' : 'after'
}

/** What licences of several families have in common that are as open as each other. */
function familyOf(openness: LicenceClaim['openness']): LicenceClaim['family'] {
  if (openness === 'open') return 'unknown'
  return openness === 'restricted' ? 'restricted' : 'proprietary'
}

/** Nothing is said about the licence, or that nothing is said. What is said and cannot be read is still the document's word. */
function isSilent(item: Item, said: LicenceClaim): boolean {
  return (item.said.licences ?? []).length === 0 || said.by.includes('silence')
}
