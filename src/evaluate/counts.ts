import { concluded, type Conclusions } from '../model/brief.ts'
import type { Dossier } from '../model/dossier.ts'
import { inEea } from '../model/eea.ts'
import { isOpen } from '../model/openness.ts'
import type { Truth } from '../model/policy.ts'

/** A number of items: surely so many, and with those that are not decided; the first few of either as indices. */
export interface Count {
  low: number
  high: number
  readonly sure: number[]
  readonly unsure: number[]
}

/** What an audit's items come to where a framework asks for numbers. Software and services; roots, files, hardware and people's work stand outside. */
export interface Counts {
  readonly items: Count
  /** Items that everything else stands on, and services bound without a portable interface. */
  readonly critical: Count
  readonly criticalClosed: Count
  /** Not open, and controlled by a company seated outside EU and EEA. */
  readonly criticalOutside: Count
  /** Not controlled from outside EU and EEA. */
  readonly criticalInside: Count
  readonly criticalSingleCompany: Count
  readonly closed: Count
  readonly closedOutside: Count
  readonly services: Count
  readonly servicesOutside: Count
  readonly components: Count
  readonly nonOsi: Count
  /** The seat of the controller is known, or that nobody controls it. */
  readonly seated: Count
}

const EXAMPLES = 3
const NOT: Readonly<Record<Truth, Truth>> = { yes: 'no', no: 'yes', unknown: 'unknown' }
const and = (a: Truth, b: Truth): Truth => (a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'unknown')
const truth = (value: boolean | undefined): Truth => (value === undefined ? 'unknown' : value ? 'yes' : 'no')

export function countItems(items: readonly Dossier[]): Counts {
  const count = (): Count => ({ low: 0, high: 0, sure: [], unsure: [] })
  const counts: Counts = {
    items: count(), critical: count(), criticalClosed: count(), criticalOutside: count(), criticalInside: count(), criticalSingleCompany: count(),
    closed: count(), closedOutside: count(), services: count(), servicesOutside: count(), components: count(), nonOsi: count(), seated: count(),
  } // prettier-ignore
  const bound = new Set<string>()
  items.forEach((item, index) => {
    if (!item.counted || item.relation === 'root') return
    const conclusions = concluded(item)
    const { licence, binding } = conclusions
    if (licence.openness === 'not-applicable') return
    const closed = NOT[isOpen(conclusions)]
    const outside = isOutside(conclusions)
    add(counts.items, 'yes', index)
    add(counts.closed, closed, index)
    if (closed !== 'no') add(counts.closedOutside, and(closed, outside), index)
    if (outside !== 'unknown') add(counts.seated, 'yes', index)
    if (item.line !== true) {
      add(counts.components, 'yes', index)
      add(counts.nonOsi, licence.osi === 'unknown' ? 'unknown' : truth(!licence.osi), index)
    }
    // a bound service is its provider's, whoever wrote the part that speaks with it; it counts once
    const service = binding?.portable === 'no' ? binding.service : undefined
    if (service !== undefined && !bound.has(service)) {
      bound.add(service)
      const abroad = truth(not(inEea(binding?.controller?.country)))
      add(counts.services, 'yes', index)
      add(counts.servicesOutside, abroad, index)
      critical(counts, 'yes', abroad, 'no', index)
    } else if (item.kind === 'service') {
      add(counts.services, 'yes', index)
      add(counts.servicesOutside, outside, index)
    }
    if (item.critical && service === undefined) critical(counts, closed, outside, steered(item), index)
  })
  return counts
}

function critical(counts: Counts, closed: Truth, outside: Truth, singleCompany: Truth, index: number): void {
  const abroad = and(closed, outside)
  add(counts.critical, 'yes', index)
  add(counts.criticalClosed, closed, index)
  add(counts.criticalOutside, abroad, index)
  add(counts.criticalInside, NOT[abroad], index)
  add(counts.criticalSingleCompany, and(NOT[closed], singleCompany), index)
}

function add(count: Count, holds: Truth, index: number): void {
  if (holds === 'no') return
  if (holds === 'yes') count.low++
  count.high++
  const examples = holds === 'yes' ? count.sure : count.unsure
  if (examples.length < EXAMPLES) examples.push(index)
}

/** Whether a company seated outside EU and EEA stands on top; what nobody controls is not controlled from there. */
function isOutside({ control, controller, selfMade, maker }: Conclusions): Truth {
  if (selfMade === true || control === 'none' || (control === 'unknown' && maker?.publicHand === true)) return 'no'
  return truth(not(inEea(controller?.country)))
}

function steered({ governance, selfMade }: Conclusions): Truth {
  if (selfMade === true) return 'no'
  return governance === 'unknown' ? 'unknown' : truth(governance === 'single-company')
}

const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value)
