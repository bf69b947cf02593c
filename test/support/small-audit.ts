import type { Audit } from '../../src/model/audit.ts'
import type { Dossier } from '../../src/model/dossier.ts'

/** Texts that break careless writers: markup, controls, a lone surrogate, keys of the prototype. */
export const HOSTILE = '</script><b>"quoted"\\ \u2028\u0000\u001b[31m \ud800 =1+1 __proto__ ‮'

/** A component of the first source, an SBOM. */
export function component(n: number, more: Partial<Dossier> = {}): Dossier {
  return {
    id: `pkg:npm/part-${n}`,
    ref: `c${n}`,
    source: 0,
    kind: 'software',
    name: `part-${n}`,
    version: `1.0.${n}`,
    purl: `pkg:npm/part-${n}@1.0.${n}`,
    relation: 'direct',
    counted: true,
    said: { type: 'library', licences: [{ text: 'MIT', as: 'id', at: '/licenses/0/license/id' }] },
    control: 'unknown',
    governance: 'unknown',
    licence: {
      expression: 'MIT',
      family: 'permissive',
      openness: 'open',
      said: 'MIT',
      confidence: 0.99,
      by: ['exact'],
      osi: true,
      evidence: [],
    },
    structuralClass: 'C',
    layer: { id: 'fachanwendung', confidence: 0.7, by: 'project' },
    critical: false,
    seenAt: [{ source: 0, at: `/components/${n}`, line: n + 3, column: 5 }],
    ...more,
  }
}

/** A contract line of the second source, a procurement list. */
export function contractLine(n: number, more: Partial<Dossier> = {}): Dossier {
  // prettier-ignore
  return {
    id: `contract:example-systems:office-${n}`,
    ref: `line ${n + 2}`,
    source: 1,
    kind: 'contract',
    name: `Office-Lizenzen ${n}`,
    relation: 'unknown',
    counted: true,
    said: { supplier: 'Beispiel Systemhaus GmbH', product: 'Example Office' },
    product: { id: 'example-office', name: 'Example Office', confidence: 0.9, evidence: [{ source: 1, at: `line ${n + 2}, Produkt`, says: 'Example Office' }] },
    maker: {
      id: 'example-corp', name: 'Example Corp', kind: 'company', publicHand: false, confidence: 0.95, by: ['product'],
      evidence: [{ source: 1, at: `line ${n + 2}, Produkt`, says: 'Example Office' }],
    },
    control: 'controlled',
    controller: { id: 'example-corp', name: 'Example Corp', country: 'US', tier: 'T1' },
    reseller: { name: 'Beispiel Systemhaus GmbH' },
    governance: 'single-company',
    licence: { family: 'proprietary', openness: 'proprietary', confidence: 0.9, by: ['product'], osi: false, evidence: [] },
    structuralClass: 'E',
    layer: { id: 'buero-software', confidence: 0.9, by: 'product' },
    amount: { value: '1234.56', currency: 'EUR', basis: 'net', kind: 'annual', counts: true, perYear: '1234.56' },
    term: { start: '2025-01-01', end: '2026-12-31', notice: 'P3M' },
    cpv: ['48000000'],
    critical: false,
    seenAt: [{ source: 1, at: `line ${n + 2}` }],
    line: true,
    ...more,
  }
}

const interval = (low: number, high: number) => ({ low, high })

/** A complete audit with every part filled; `items` may be replaced by as many as a test needs. */
export function smallAudit(more: Partial<Audit> = {}): Audit {
  // prettier-ignore
  return {
    format: 'eigenstand/audit/1',
    tool: { name: 'eigenstand', version: '0.1.0' },
    rules: { set: 'default', sha256: 'a'.repeat(64) },
    bounds: { wechselmoeglichkeit: { hhi: [1000, 2000], largest: 0.4, layerShare: 0.05, minLines: 5 }, gestaltungsfaehigkeit: [0.8, 0.6, 0.4, 0.2], einfluss: 0.25, margin: { share: 0.01, hhi: 100 } },
    project: { id: 'buergerportal', name: 'Bürgerportal', authority: 'Stadt Beispielstadt' },
    asOf: '2026-11-23',
    sources: [
      { path: 'bom.json', format: 'cyclonedx-json', specVersion: '1.6', sha256: 'b'.repeat(64), bytes: 4321, encoding: 'utf-8', records: 3, read: 3, rejected: 0, unusable: 0, notes: 0, notation: 'pointer', fields: { purl: '/purl' } },
      { path: 'vertraege.csv', format: 'csv', sha256: 'c'.repeat(64), bytes: 321, encoding: 'utf-8', records: 2, read: 1, rejected: 0, unusable: 1, notes: 1, notation: 'line', fields: { product: 'Produkt' } },
    ],
    items: [
      component(0, { ref: 'root', name: 'Bürgerportal', relation: 'root', counted: false, said: { type: 'application' } }),
      component(1, { maker: { id: 'example-corp', name: 'Example Corp', kind: 'company', publicHand: false, confidence: 0.95, by: ['purl-namespace'], evidence: [{ source: 0, at: '/components/1/purl', says: 'pkg:npm/part-1@1.0.1' }] }, control: 'controlled', controller: { id: 'example-corp', name: 'Example Corp', country: 'US', tier: 'T1' }, binding: { service: 'Example Cloud', provider: 'example-corp', portable: 'no' } }),
      component(2, { name: HOSTILE, cpe: 'cpe:2.3:a:example:part:1.0.2:*:*:*:*:*:*:*', licence: { family: 'unknown', openness: 'unknown', said: HOSTILE, confidence: 0, by: [], osi: 'unknown', evidence: [] } }),
      contractLine(1),
    ],
    shares: [
      { id: 'large-vendors', basis: 'components', low: 0, high: 0.5, of: '2', parts: [{ id: 'example-corp', name: 'Example Corp', low: 0, high: 0.5 }], transitive: { low: 0, high: 0, of: '0' } },
      { id: 'large-vendors', basis: 'spend', low: 1, high: 1, of: '1234.56', parts: [{ id: 'example-corp', name: 'Example Corp', low: 1, high: 1 }] },
    ],
    concentration: [
      { layer: 'buero-software', basis: 'spend', of: '1234.56', lines: 1, hhi: interval(10000, 10000), top1: interval(1, 1), top3: interval(1, 1), top5: interval(1, 1), largestPrivate: interval(1, 1), holders: [{ id: 'example-corp', name: 'Example Corp', low: 1, high: 1 }], open: 0, undecided: 0 },
      { layer: 'all', basis: 'spend', of: '1234.56', lines: 1, hhi: interval(9000, 10000), top1: interval(1, 1), top3: interval(1, 1), top5: interval(1, 1), largestPrivate: interval(1, 1), holders: [], open: 0, undecided: 0 },
    ],
    coverage: [{ of: 'maker', basis: 'spend', known: 0.8612 }],
    axes: [
      { id: 'wechselmoeglichkeit', best: 4, worst: 5, byBasis: { spend: { best: 4, worst: 5 } }, governedBy: '1'.repeat(32), borderline: false },
      { id: 'gestaltungsfaehigkeit', best: null, worst: null, byBasis: {}, governedBy: 'no-data', borderline: true, neighbour: 2 },
    ],
    level: { best: 4, worst: 5, provisional: true, borderline: false, governedBy: '1'.repeat(32) },
    boundServices: [{ service: 'Example Cloud', controller: 'example-corp', portable: 'no', items: [1] }],
    spend: { unit: 'per-year', total: '1234.56', lines: 1, linesWithoutAmount: 0, beside: '0.00' },
    provisionalBecause: ['W-NO-DIRECT'],
    findings: [
      {
        fingerprint: '1'.repeat(32), policy: 'large-vendor', subject: { kind: 'vendor', id: 'example-corp' }, items: [1, 3], severity: 'high', status: 'open',
        proof: { test: 'all', truth: 'yes', evidence: [], parts: [{ test: 'tier is T1', truth: 'yes', actual: 'T1', evidence: [{ source: 0, at: '/components/1/purl', says: HOSTILE }], parts: [] }] }, waiver: null,
      },
      {
        fingerprint: '2'.repeat(32), policy: 'unknown-licence', subject: { kind: 'item', id: 'pkg:npm/part-2' }, items: [2], severity: 'medium', status: 'waived',
        proof: { test: 'openness is unknown', truth: 'yes', actual: 'unknown', evidence: [], parts: [] },
        waiver: { finding: '2'.repeat(32), reason: 'replacement-planned', approvedBy: 'Referat IT', from: '2026-01-01', until: '2027-01-01' },
      },
    ],
    undecided: [{ policy: 'single-bid', count: 1, examples: [{ kind: 'item', id: 'contract:example-systems:office-1' }] }],
    frameworks: [],
    organisations: [
      { id: 'example-corp', name: 'Example Corp', kind: 'company', country: 'US', publicHand: false, tier: 'T1', tierBecause: '§ 19a GWB', chain: [], sources: [{ what: 'Bundeskartellamt', date: '2026-11-01', seen: 'primary' }], rule: 'vendors/example-corp.yaml:1' },
    ],
    policies: [
      {
        id: 'large-vendor', scope: 'vendor', severity: 'high', axis: 'einfluss', title: { de: 'Großanbieter', en: 'Large vendor' }, why: { de: 'Weil.', en: 'Because.' }, fix: { de: 'Prüfen.', en: 'Review.' },
        source: { what: 'GWB', date: '2026-11-01', seen: 'primary' }, rule: 'policies/large-vendor.yaml:1',
      },
    ],
    notes: [{ code: 'W-ROW', source: 1, at: 'line 4', message: 'Row not used: total.', params: { why: 'total' } }],
    ...more,
  }
}

/** The same audit with `size` components, for tests of volume. */
export const largeAudit = (size: number, more: Partial<Audit> = {}): Audit =>
  smallAudit({ items: Array.from({ length: size }, (_, n) => component(n)), ...more })
