import { concluded, isBrief, type Conclusions, type SharedConclusion } from '../model/brief.ts'
import type { Controller, Dossier } from '../model/dossier.ts'
import { isLockInReason } from '../model/lock-in.ts'
import { readsOpen } from '../model/openness.ts'
import type { Truth } from '../model/policy.ts'
import type { Governance, Layer } from '../model/register.ts'

/** Open parts of mixed products are known to one hundredth of a percent: an item has 10,000 parts. */
export const PARTS = 10_000n

/** Items without a layer form a layer of their own. */
export const UNKNOWN_LAYER = 'unknown'

/** Where an item stands, every question with three answers: yes, no, not known. Items that are alike share one. */
export interface Standing {
  /** Hardware and people's services stand beside the software. */
  readonly isSoftware: boolean
  /** Parts that are surely open, undecided, surely not open; together `PARTS`. */
  readonly open: bigint
  readonly unsure: bigint
  readonly closed: bigint
  /** The company on top; `undefined` where nobody controls it or that is not known. */
  readonly controller: Controller | undefined
  /** Who could withhold what is not open: the controller, else a maker that nobody controls. */
  readonly holder: string | undefined
  /** Is it controlled by a vendor of tier T1 or T2? Unknown exactly where the controller is. */
  readonly large: Truth
  readonly publicHand: boolean
  readonly selfMade: boolean
  readonly governance: Governance
  readonly layer: string
  readonly critical: boolean
  /** Awarded directly because only this supplier could deliver. */
  readonly lockIn: boolean
  readonly makerNamed: boolean
  readonly licenceKnown: boolean
}

/** One item that is measured. */
export interface Measured {
  /** Position in the audit's `items`. */
  readonly index: number
  readonly dossier: Dossier
  readonly standing: Standing
}

/** All items of a base that are alike, weighed together. */
export interface Kind {
  readonly standing: Standing
  /** An exact multiple of `PARTS`; 0 where none of the items has weight. */
  readonly weight: bigint
  /** Items with weight. */
  readonly count: number
}

/** Everything that counts; roots, files and data do not. */
export function measure(items: readonly Dossier[], layers: readonly Layer[]): Measured[] {
  const known = new Set(layers.map(({ id }) => id))
  const standings = new Map<string, Standing>()
  const ofShared = new Map<SharedConclusion, Standing>()
  const standing = (dossier: Conclusions): Standing => {
    const key = conclusions(dossier)
    let standing = standings.get(key)
    if (standing === undefined) standings.set(key, (standing = standingOf(dossier, known)))
    return standing
  }
  const measured: Measured[] = []
  for (let index = 0; index < items.length; index++) {
    const dossier = items[index] as Dossier
    if (!dossier.counted || dossier.relation === 'root') continue
    let its = isBrief(dossier) ? ofShared.get(dossier.shared) : undefined
    if (its === undefined) {
      its = standing(concluded(dossier))
      if (isBrief(dossier)) ofShared.set(dossier.shared, its)
    }
    measured.push({ index, dossier, standing: its })
  }
  return measured
}

/** Everything that `standingOf` looks at: a large SBOM has few kinds of items, and each is weighed up once. Free text comes last. */
function conclusions({ licence, openPart, control, controller, maker, selfMade, governance, layer, critical, said }: Conclusions): string {
  const owner = controller === undefined ? '' : `${controller.id} ${controller.tier} ${controller.country}`
  const reading = licence.range === undefined && openPart === undefined ? '' : `${licence.range} ${openPart}`
  const by = maker === undefined ? '' : `${maker.publicHand} ${maker.id.length}`
  const fixed = `${licence.openness} ${licence.family} ${reading}|${control} ${owner}|${selfMade} ${governance} ${layer?.id} ${critical}|${by}`
  return `${fixed}|${maker?.id}${said.awardReason}`
}

function standingOf(dossier: Conclusions, layers: ReadonlySet<string>): Standing {
  const { control, maker, licence, governance, critical } = dossier
  const selfMade = dossier.selfMade === true
  const controller = control === 'controlled' && !selfMade ? dossier.controller : undefined
  const uncontrolled = isUncontrolled(dossier)
  const [open, unsure] = openness(dossier)
  const layer = dossier.layer?.id
  return {
    isSoftware: licence.openness !== 'not-applicable',
    open,
    unsure,
    closed: PARTS - open - unsure,
    controller,
    holder: controller?.id ?? (uncontrolled ? maker?.id : undefined),
    large: controller === undefined ? (uncontrolled ? 'no' : 'unknown') : isLarge(controller) ? 'yes' : 'no',
    publicHand: maker?.publicHand === true,
    selfMade,
    governance,
    layer: layer !== undefined && layers.has(layer) ? layer : UNKNOWN_LAYER,
    critical,
    lockIn: isLockInReason(dossier.said.awardReason),
    makerNamed: maker !== undefined,
    licenceKnown: licence.openness !== 'unknown',
  }
}

function openness({ licence, openPart }: Conclusions): readonly [open: bigint, unsure: bigint] {
  if (openPart !== undefined) {
    const [surely, atMost] = openPart.map((part) => BigInt(Math.round(part * Number(PARTS)))) as [bigint, bigint]
    return [surely, atMost - surely]
  }
  const isOpen = readsOpen(licence, licence.openness)
  if (licence.range?.some((reading) => readsOpen(licence, reading) !== isOpen) === true) return [0n, PARTS]
  return isOpen === 'yes' ? [PARTS, 0n] : [0n, isOpen === 'no' ? 0n : PARTS]
}

/** Foundations, communities, individuals, public bodies, and what the body made itself: no company on top. */
function isUncontrolled({ control, maker, selfMade }: Conclusions): boolean {
  return selfMade === true || control === 'none' || (control === 'unknown' && maker?.publicHand === true)
}

/** Großanbieter: tier T1 or T2. */
export const isLarge = ({ tier }: Controller): boolean => tier === 'T1' || tier === 'T2'

/** How a level names the item that it follows from: `item:<ref>#<source>`. */
export const reasonOf = ({ ref, source }: Dossier): string => `item:${ref}#${source}`
