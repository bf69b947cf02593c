import type { Audit } from '../model/audit.ts'
import type { NumberedFinding } from '../model/numbering.ts'
import type { Weigh } from '../model/weight.ts'
import { topicOf } from './topics.ts'

/**
 * Policies whose advice is followed when a contract ends or is renewed. To record where the source is offered, or to name a
 * maker in a file, no contract gives the occasion.
 */
const AT_THE_END: ReadonlySet<string> = new Set([
  'critical-not-open',
  'dominant-vendor', 'concentrated-layer', 'three-vendors', 'five-vendors',
  'vendor-over-quarter', 'gatekeeper-item', 'large-vendor-item', 'gatekeeper-present',
  'proprietary-item', 'restricted-licence', 'non-osi-licence', 'openness-16a-egovg',
  'notice-missed', 'notice-soon', 'renews-itself', 'term-ends-soon', 'bound-to-end',
  'lock-in-award', 'single-bid',
]) // prettier-ignore

/** Items whose contracts give the occasion to do what a finding advises: those that carry weight, and of a dominated layer those of the vendor that dominates it. */
export function occasionsFor(
  { audit, weigh }: { readonly audit: Audit; readonly weigh: Weigh },
  { policy, findings }: NumberedFinding,
): readonly number[] {
  // what a rule of somebody's own advises is not known here
  if (!AT_THE_END.has(policy) && topicOf(policy, undefined) !== 'others') return []
  const concerned = findings.flatMap(({ subject, items }) =>
    policy === 'dominant-vendor' ? items.filter((index) => isOfLargest(audit, subject.id, index)) : items,
  )
  return [...new Set(concerned)].filter((index) => {
    const item = audit.items[index]
    return item?.term !== undefined && (weigh(item, 'spend') > 0 || weigh(item, 'lines') > 0)
  })
}

/** Of what is not open in a layer, does its largest private vendor hold the item? */
function isOfLargest({ concentration, items, organisations }: Audit, layer: string, index: number): boolean {
  const isPrivate = (id: string) => organisations.find((one) => one.id === id)?.publicHand !== true
  const largest = concentration.find((one) => one.layer === layer)?.holders.find(({ id }) => isPrivate(id))
  const item = items[index]
  return largest !== undefined && item?.licence.openness !== 'open' && (item?.controller ?? item?.maker)?.id === largest.id
}
