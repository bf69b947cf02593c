import type { Said } from '../../model/item.ts'
import { firstBy } from './first-by.ts'
import { cpvIn } from './line.ts'
import type { OcdsItem, OcdsLot, Release } from './ocds-release.ts'

/** What a release says of its procedure and lots, sorted once: it may have as many awards as lots, items and counts. */
export class OcdsTender {
  readonly items: ItemsByLot
  readonly procedure: Said
  private readonly release: Release
  private readonly lots: ReadonlyMap<string, OcdsLot>
  private readonly counts: ReadonlyMap<string | undefined, { readonly value?: string }>

  constructor(release: Release) {
    const { tender, bids } = release
    this.release = release
    this.lots = firstBy(tender?.lots ?? [], ({ id }) => id)
    const items = tender?.items ?? []
    this.items = new ItemsByLot(
      items,
      items.filter(({ relatedLot }) => relatedLot === undefined),
    )
    this.procedure = procedureOf(release)
    const counted = (bids?.statistics ?? []).filter(({ measure }) => measure === 'bids')
    this.counts = firstBy(
      counted,
      ({ relatedLot, relatedLots = [] }) => relatedLot ?? (relatedLots.length === 1 ? relatedLots[0] : undefined),
    )
  }

  lot(id: string | undefined): OcdsLot | undefined {
    return id === undefined ? undefined : this.lots.get(id)
  }

  /** Bids received for the lot, else for the procedure; with several lots or awards that number says nothing of one. */
  bids(lot: string | undefined, awards: number): Said {
    const { tender, bids } = this.release
    const ofLot = lot === undefined ? undefined : this.counts.get(lot)
    const ofAll = () =>
      tender?.numberOfTenderers ??
      bids?.statistics?.find((one) => one.measure === 'bids' && one.relatedLot === undefined && one.relatedLots === undefined)?.value
    const alone = (tender?.lots ?? []).length <= 1 && awards === 1
    const said = Number((ofLot !== undefined ? ofLot.value : alone ? ofAll() : undefined) ?? 0)
    return Number.isInteger(said) && said > 0 ? { bids: said } : {}
  }
}

function procedureOf({ tender }: Release): Said {
  const method = tender?.procurementMethod
  const procedure = [method, tender?.procurementMethodDetails].filter((one) => one !== undefined).join(': ')
  const reasons = [...(tender?.procurementMethodRationaleClassifications ?? []).map(({ id }) => id), tender?.procurementMethodRationale]
  const direct = method === undefined || method === 'direct' || method === 'limited'
  const reason = direct ? reasons.filter((one) => one !== undefined).join('; ') : ''
  return { ...(procedure !== '' && { procedure }), ...(reason !== '' && { awardReason: reason }) }
}

/** Items by their lot. */
export class ItemsByLot {
  private readonly byLot: ReadonlyMap<string | undefined, readonly OcdsItem[]>
  /** What counts for a lot that has none. */
  private readonly others: readonly OcdsItem[]
  private readonly codes = new Map<readonly OcdsItem[], readonly string[]>()

  constructor(items: readonly OcdsItem[], others: readonly OcdsItem[]) {
    this.byLot = Map.groupBy(items, ({ relatedLot }) => relatedLot)
    this.others = others
  }

  of(lot: string | undefined): readonly OcdsItem[] {
    return (lot === undefined ? undefined : this.byLot.get(lot)) ?? this.others
  }

  cpv(lot: string | undefined): readonly string[] {
    const items = this.of(lot)
    const known = this.codes.get(items)
    if (known !== undefined) return known
    const classes = items.flatMap(({ classification, additionalClassifications }) => [classification, ...(additionalClassifications ?? [])])
    const found = cpvOf(classes)
    this.codes.set(items, found)
    return found
  }
}

/** CPV codes among classifications. */
export const cpvOf = (classes: readonly OcdsItem['classification'][]): readonly string[] =>
  cpvIn(classes.map((one) => (isCpv(one?.scheme) ? one?.id : undefined)))

/**
 * CPV as named in the code list of item classification schemes, with or without a country's prefix; not CPVS, the
 * supplementary words. ДК 021:2015 is its Ukrainian edition, with the same codes.
 */
const isCpv = (scheme: string | undefined): boolean =>
  scheme !== undefined && /^(?:(?:\w+[-_])?CPV|(?:ДК|DK)[ -]?021(?::2015)?)$/i.test(scheme)
