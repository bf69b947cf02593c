import type { Audit } from '../../src/model/audit.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import { finding, findings, leaf } from './audit-findings.ts'
import { component, items } from './audit-items.ts'
import { sample } from './audit.ts'

/** `n` components more, every tenth of them proprietary with a finding. */
export function huge(n: number): Audit {
  const more = Array.from({ length: n }, (_, index): Dossier => {
    const proprietary = index % 10 === 0
    return component(
      index + 100,
      `pkg:maven/de.beispiel.gruppe${index % 97}/baustein-${index}@1.${index % 30}.0`,
      proprietary ? 'aspose' : 'apache',
      proprietary ? 'LicenseRef-proprietary' : 'Apache-2.0',
      proprietary ? 'proprietary' : 'open',
      { relation: 'transitive' },
    )
  })
  const hits = more.flatMap((item, index) =>
    item.licence.openness === 'proprietary'
      ? [finding('item-not-open', 'medium', 'item', item.id, [items.length + index], leaf(-1, 'openness is proprietary', 'proprietary'))]
      : [],
  )
  return { ...sample, items: [...items, ...more], findings: [...findings, ...hits] }
}

/** Every string of the audit replaced, where the type allows any string. */
export function hostile(payload: string): Audit {
  const kept = new Set([
    'basis', 'kind', 'family', 'openness', 'relation', 'control', 'tier', 'severity', 'status', 'truth', 'seen', 'notation', 'format', 'portable', 'unit', 'why',
    'governance', 'structuralClass', 'osi', 'of', 'as',
  ]) // prettier-ignore
  const replace = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return kept.has(key) || /^\d+\.\d\d$/.test(value) ? value : `${payload}${value}`
    if (Array.isArray(value)) return value.map((one) => replace(one, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        name === 'why' && typeof member === 'object' ? replace(member) : replace(member, name),
      ]),
    )
  }
  const audit = replace(sample) as Audit
  // ids that the page looks up must stay what they are, so that every section is reached
  return { ...audit, axes: sample.axes, shares: audit.shares.map((one, index) => ({ ...one, id: sample.shares[index]?.id ?? 'open' })) }
}
