import type { Concentration, Score } from '../model/audit.ts'
import { concluded, type Conclusions } from '../model/brief.ts'
import type { Controller, Dossier } from '../model/dossier.ts'
import { exactly, tidy } from '../model/exact.ts'

export interface LayerSubject {
  readonly concentration: Concentration
  /** Weight of all software layers on the same basis. */
  readonly total: number
  /** What has no layer may belong to this one: its weight, and its lines. */
  readonly elsewhere: { readonly weight: number; readonly lines: number }
}

export interface VendorSubject {
  readonly controller: Controller
  /** Its share of what is not open, both ends. */
  readonly low: number
  readonly high: number
  /** Items of its own that are not open, and items that bind to a service of its. */
  readonly closed: number
  readonly bound: number
}

export function layerSubjects(score: Score): LayerSubject[] {
  const all = score.concentration.find(({ layer }) => layer === 'all')
  const total = Number(all?.of ?? 0)
  return score.concentration
    .filter(({ layer }) => layer !== 'all')
    .map((concentration) => {
      const { layer, basis } = concentration
      const stray = score.concentration.find((one) => one.layer === 'unknown' && one.basis === basis)
      const elsewhere =
        stray === undefined || layer === 'unknown' ? { weight: 0, lines: 0 } : { weight: Number(stray.of), lines: stray.lines }
      return { concentration, total, elsewhere }
    })
}

/** Companies that control an item or a service that an item is bound to, with their share on the weightiest basis there is: spend, else lines, else components. */
export function vendorSubjects(items: readonly Dossier[], score: Score): VendorSubject[] {
  const share = ['spend', 'lines', 'components']
    .map((basis) => score.shares.find((one) => one.id === 'proprietary' && one.basis === basis))
    .find((one) => one !== undefined)
  const parts = new Map(share?.parts.map((part) => [part.id, part]))
  const found = new Map<string, { readonly controller: Controller; closed: number; bound: number }>()
  const of = (controller: Controller) => {
    const known = found.get(controller.id)
    if (known !== undefined) return known
    const fresh = { controller, closed: 0, bound: 0 }
    found.set(controller.id, fresh)
    return fresh
  }
  for (const item of items) {
    if (!item.counted || item.relation === 'root') continue
    if (item.controller !== undefined) {
      const vendor = of(item.controller)
      if (isClosed(concluded(item))) vendor.closed++
    }
    if (item.binding?.controller !== undefined && item.binding.portable !== 'removable') of(item.binding.controller).bound++
  }
  return [...found.values()].sort((a, b) => (a.controller.id < b.controller.id ? -1 : 1)).map(({ controller, closed, bound }) => {
    const part = parts.get(controller.id)
    const { low, high } = part === undefined ? { low: 0, high: 0 } : exactly(part)
    return { controller, low: tidy(low), high: tidy(high), closed, bound }
  }) // prettier-ignore
}

const isClosed = ({ licence: { openness } }: Conclusions): boolean => openness === 'proprietary' || openness === 'restricted'

/** What the facts of a vendor count of its items. */
const COUNTED: Readonly<Partial<Record<string, 'closed' | 'bound'>>> = {
  'vendor-share': 'closed',
  'vendor-closed-items': 'closed',
  'bound-items': 'bound',
}

/**
 * The vendors whose findings are about this item too, of a rule that asks these facts. What the rule counts is what its findings
 * list: items that are not open, those bound to a service; of a rule that counts none, all that the vendor controls or binds.
 */
export function vendorsOf(facts: readonly string[]): (item: Dossier) => readonly string[] {
  const counted = new Set(facts.flatMap((fact) => COUNTED[fact] ?? []))
  const countsNone = counted.size === 0
  return (item) => {
    if (!item.counted || item.relation === 'root') return NONE
    const { controller, binding } = item
    const owner = countsNone || (counted.has('closed') && isClosed(concluded(item))) ? controller?.id : undefined
    const bound = (countsNone || counted.has('bound')) && binding?.portable !== 'removable' ? binding?.controller?.id : undefined
    return [...new Set([owner, bound])].filter((id) => id !== undefined)
  }
}

const NONE: readonly string[] = []
