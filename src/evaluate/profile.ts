import type { Dossier } from '../model/dossier.ts'

/** Facts that are an item's own. All others are the same for items of one profile. */
export const OWN_FACTS: ReadonlySet<string> = new Set(['name', 'version', 'package', 'licence', 'maker'])

/**
 * Everything about a component that a policy may ask, save its own names: components of one profile get the same answers,
 * so that a policy is asked once for each profile and not for each of 100,000 components. `undefined` for lines.
 */
export function profileOf(item: Dossier): string | undefined {
  if (item.line || item.amount !== undefined) return undefined
  const { maker, controller, licence, binding } = item
  const made = maker === undefined ? (item.selfMade ? 's' : '-') : `${item.selfMade ? 's' : ''}${maker.publicHand ? 'p' : 'm'}`
  const bound = binding === undefined ? '' : `${binding.portable} ${binding.controller?.id ?? ''}`
  const open = item.openPart === undefined ? '' : `${item.openPart[0]} ${item.openPart[1]}`
  const stated = (item.said.licences ?? []).length > 0 && !licence.by.includes('silence')
  return (
    `${item.kind}|${item.relation}|${item.control}|${controller?.id ?? ''}|${made}|${item.governance}|${licence.family}|${licence.openness}|${licence.osi}|${stated}|` +
    `${item.structuralClass}|${item.layer?.id ?? ''}|${item.critical}|${bound}|${open}|${item.purl !== undefined || item.cpe !== undefined}|${item.version !== undefined}`
  )
}
