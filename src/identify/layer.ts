import type { Item } from '../model/item.ts'
import type { Project } from '../model/project.ts'
import type { Layer, Product } from '../model/register.ts'
import { wordsOf } from './names/comparable.ts'
import { Apart } from './line/apart.ts'
import { Keywords } from './line/keywords.ts'
import { boughtBy, isThirdPartyCare, namesRight } from './line/work.ts'

export interface LayerClaim {
  readonly id: string
  readonly confidence: number
  readonly by: 'product' | 'category' | 'cpv' | 'title' | 'type' | 'kind' | 'project' | 'supplier'
}

/** How sure each way is; the surer one is asked first. */
const CONFIDENCE = { product: 0.9, kind: 0.9, category: 0.8, type: 0.7, title: 0.6, cpv: 0.5, supplier: 0.5, project: 0.7 } as const
/** The layer of what is no information technology at all. */
export const NO_IT = 'keine-it'
/** Layers that stand beside the software: licences do not apply there. */
export const BESIDE: ReadonlySet<string> = new Set(['dienstleistung', 'hardware', NO_IT])
const DEFAULT_LAYER = 'fachanwendung'
/** So much of a description says what is bought: its first sentence or two. */
const OPENING = 160
/** An opening that names the subject of the contract in so many words. */
const SUBJECT = /leistungsgegenstand|gegenstand der|erbringung von|rahmenvereinbarung (?:zur|über|für)/i

/** The layer of the stack that an item belongs to, from the register, its own words, its CPV code, or the project. */
export class Layers {
  private readonly byId: ReadonlyMap<string, Layer>
  private readonly byWords: Keywords<string>
  private readonly byCpv: readonly { readonly prefix: string; readonly id: string }[]
  private readonly byEnding: readonly { readonly end: string; readonly id: string }[]
  private readonly byType = new Map<string, string>()
  /** What is no information technology at all is asked last, and with more care. */
  private readonly apart: readonly Apart[]
  private readonly project: Project

  constructor(all: readonly Layer[], project: Project) {
    const layers = all.filter(({ it }) => it !== false)
    this.apart = all.filter(({ it }) => it === false).map((layer) => new Apart(layer))
    this.project = project
    this.byId = new Map(all.map((layer) => [layer.id, layer]))
    const longestFirst = (a: string, b: string) => b.length - a.length || (a < b ? -1 : 1)
    this.byWords = new Keywords(
      layers
        .flatMap(({ id, keywords }) =>
          keywords.map((word) => ({ words: ` ${wordsOf(word).join(' ')}${SHORT_FORM.test(word) ? ' ' : ''}`, value: id })),
        )
        .sort((a, b) => longestFirst(a.words, b.words)),
    )
    this.byCpv = layers
      .flatMap((layer) => layer.cpv.map((prefix) => ({ prefix, id: layer.id })))
      .sort((a, b) => longestFirst(a.prefix, b.prefix))
    this.byEnding = layers.flatMap((layer) => layer.endings.map((end) => ({ end, id: layer.id })))
    for (const layer of layers) for (const type of layer.types) this.byType.set(type, layer.id)
  }

  /** Whether everything else stands on items of this layer. */
  critical(id: string): boolean {
    return this.byId.get(id)?.critical ?? false
  }

  /** `house`: maker or supplier is one that sells nothing but programs and services. */
  of(item: Item, product: Product | undefined, house = false): LayerClaim | undefined {
    if (item.line && !isInstalled(item) && this.work(item, product)) return claim('dienstleistung', 'title')
    if (product?.layer !== undefined && this.byId.has(product.layer)) return claim(product.layer, 'product')
    const byKind =
      item.kind === 'hardware'
        ? 'hardware'
        : product?.kind === 'people'
          ? 'dienstleistung'
          : product?.kind === 'hardware'
            ? 'hardware'
            : undefined
    if (byKind !== undefined) return claim(byKind, 'kind')
    return item.line ? this.ofLine(item, house) : this.ofComponent(item)
  }

  private ofLine(item: Item, house: boolean): LayerClaim | undefined {
    const layer = this.saidOfLine(item, house)
    return layer !== undefined && isInstalled(item) && BESIDE.has(layer.id) ? undefined : layer
  }

  private saidOfLine(item: Item, house: boolean): LayerClaim | undefined {
    const category = item.said.category === undefined ? undefined : this.words(item.said.category)
    if (category !== undefined) return claim(category, 'category')
    const named = `${withoutAdditions(item.name)} ${item.said.product ?? ''}`
    const title = this.words(`${named} ${item.said.licenceModel ?? ''}`)
    // „Access Points + Lizenz“ is both
    if (title !== undefined && !(title === 'hardware' && namesRight(`${item.name} ${item.said.product ?? ''}`)))
      return claim(title, 'title')
    const code = this.byCode(item.cpv)
    return this.told(item, 'byWords', house) ?? (code === undefined ? this.told(item, 'byOthers', house) : claim(code.id, 'cpv'))
  }

  /** That it is no information technology, unless something about it says otherwise. */
  private told(item: Item, how: 'byWords' | 'byOthers', house: boolean): LayerClaim | undefined {
    if (item.kind !== 'contract' || item.said.licenceModel !== undefined || item.said.licences !== undefined) return undefined
    for (const apart of this.apart) {
      const by = apart[how](item, house)
      if (by !== undefined) return claim(apart.id, by)
    }
    return undefined
  }

  private byCode(codes: readonly string[] | undefined): { readonly id: string } | undefined {
    for (const code of codes ?? []) {
      const hit = this.byCpv.find(({ prefix }) => code.startsWith(prefix))
      if (hit !== undefined) return hit
    }
    return undefined
  }

  /** People's work on a product („Beratung SAP“) is not the product; its licence, subscription or maintenance is. */
  private work(item: Item, product: Product | undefined): boolean {
    if (isThirdPartyCare(`${item.name} ${item.said.description ?? ''}`)) return true
    const bought = boughtBy(`${item.name} ${item.said.product ?? ''}`, product?.names)
    if (bought !== undefined) return bought === 'work'
    // a code is often chosen roughly: a stated kind or maker says more
    const { category, manufacturer } = item.said
    if (category === undefined && manufacturer === undefined && this.byCode(item.cpv)?.id === 'dienstleistung' && !isNetworkCode(item.cpv))
      return true
    const opening = item.said.description?.slice(0, OPENING)
    return (
      opening !== undefined &&
      (product === undefined ||
        SUBJECT.test(opening) ||
        (category === undefined && manufacturer === undefined && isServiceCode(item.cpv))) &&
      boughtBy(opening) === 'work'
    )
  }

  /** Components take the layer of their product: what the project file says, else `fachanwendung`. */
  private ofComponent(item: Item): LayerClaim {
    const byType = item.said.type === undefined ? undefined : this.byType.get(item.said.type)
    return byType === undefined ? claim(this.project.layer ?? DEFAULT_LAYER, 'project') : claim(byType, 'type')
  }

  /** Keywords match at the beginning of a word: German compounds put the telling part first or stand on their own. Short forms are whole words: SIEM is not Siemensstraße. */
  private words(text: string): string | undefined {
    const haystack = ` ${wordsOf(text).join(' ')} `
    return this.byWords.find(haystack) ?? this.byEnding.find(({ end }) => haystack.includes(`${end} `))?.id
  }
}

/** What an inventory lists with its version or licence is software, whatever its name sounds like („SQL Server Setup“). */
function isInstalled({ kind, version, said }: Item): boolean {
  return kind === 'software' && (version !== undefined || (said.licences !== undefined && said.licences.length > 0))
}

/** „… + Schulung Admins“, „… inkl. Einführung“: what comes with the thing does not say what it is. */
function withoutAdditions(title: string): string {
  const at = ADDED.exec(title)?.index ?? 0
  return at > 0 ? title.slice(0, at) : title
}
const ADDED = /\s(?:\+|zzgl\.?|inkl\.?|incl\.?|nebst|samt)\s/i

/** Equal claims are one object. */
function claim(id: string, by: LayerClaim['by']): LayerClaim {
  let known = claims.get(by)
  if (known === undefined) claims.set(by, (known = new Map()))
  let found = known.get(id)
  if (found === undefined) known.set(id, (found = { id, confidence: CONFIDENCE[by], by }))
  return found
}
const claims = new Map<LayerClaim['by'], Map<string, LayerClaim>>()

const SHORT_FORM = /^\p{Lu}{2,4}$/u

/** Telecommunications: a service, but not people's work. */
function isNetworkCode(codes: readonly string[] | undefined): boolean {
  return codes?.some((code) => code.startsWith('642')) === true
}

/** Nothing but services of information technology. */
function isServiceCode(codes: readonly string[] | undefined): boolean {
  return codes !== undefined && codes.length > 0 && codes.every((code) => code.startsWith('72'))
}
