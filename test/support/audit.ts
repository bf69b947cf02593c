import type { Audit, Basis, Concentration, Share, ShareId, SharePart } from '../../src/model/audit.ts'
import { carried, findings } from './audit-findings.ts'
import { items } from './audit-items.ts'
import { organisations, policies } from './audit-register.ts'

const names = new Map(organisations.map(({ id, name }) => [id, name]))
const part = ([id, low]: readonly [string, number]): SharePart => ({ id, name: names.get(id) ?? id, low, high: low })
const share = (id: ShareId, basis: Basis, of: string, low: number, high: number, more: Partial<Share> = {}): Share => ({
  id,
  basis,
  of,
  low,
  high,
  parts: [],
  ...more,
})

function layer(
  id: string,
  of: number,
  lines: number,
  hhi: readonly [number, number],
  open: number,
  undecided: number,
  held: readonly (readonly [string, number])[],
): Concentration {
  const top = (k: number) => {
    const low = Math.round(held.slice(0, k).reduce((sum, [, one]) => sum + one, 0) * 1e4) / 1e4
    return { low, high: Math.min(1, Math.round((low + undecided) * 1e4) / 1e4) }
  }
  const largest = held.find(([holder]) => holder !== 'dataport')?.[1] ?? 0
  return {
    layer: id, basis: 'spend', of: `${of}.00`, lines, hhi: { low: hhi[0], high: hhi[1] }, top1: top(1), top3: top(3), top5: top(5),
    largestPrivate: { low: largest, high: Math.min(1, Math.round((largest + undecided) * 1e4) / 1e4) }, holders: held.map(part), open, undecided,
  } // prettier-ignore
}

/** A mixed audit of a fictional district: an SBOM and a list of contracts. The figures follow from the items as docs/scoring.md says. */
export const sample: Audit = {
  format: 'eigenstand/audit/1',
  tool: { name: 'eigenstand', version: '0.1.0' },
  rules: { set: 'default', sha256: '4be1'.repeat(16) },
  bounds: {
    wechselmoeglichkeit: { hhi: [1000, 2000], largest: 0.4, layerShare: 0.05, minLines: 5 },
    gestaltungsfaehigkeit: [0.8, 0.6, 0.4, 0.2],
    einfluss: 0.25,
    margin: { share: 0.01, hhi: 100 },
  },
  project: {
    id: 'wohnraumfoerderung',
    name: 'Fachverfahren Wohnraumförderung',
    authority: 'Landkreis Seetal',
    fileNumber: '11.2-0450/2026-017',
  },
  asOf: '2026-11-23',
  projectFile: {},
  sources: [
    {
      path: 'bom.cdx.json', format: 'cyclonedx-json', specVersion: '1.6', generator: 'cdxgen 11.0.3', sha256: 'a07c'.repeat(16), bytes: 48_211, encoding: 'utf-8',
      records: 20, read: 19, rejected: 0, unusable: 1, notes: 1, notation: 'pointer', fields: { purl: '/purl' },
    },
    {
      path: 'vertraege.csv', format: 'csv', sha256: '5d9e'.repeat(16), bytes: 3_874, encoding: 'windows-1252',
      records: 19, read: 16, rejected: 1, unusable: 2, notes: 3, notation: 'line', fields: { name: 'Produkt' },
    },
  ], // prettier-ignore
  items,
  shares: [
    share('large-vendors', 'components', '13', 0, 0.0769, { transitive: { low: 0, high: 0, of: '6' } }),
    share('large-vendors', 'spend', '450000.00', 0.3056, 0.46, {
      parts: [
        ['sap', 0.1422],
        ['microsoft', 0.11],
        ['broadcom', 0.0533],
      ].map((one) => part(one as [string, number])),
    }),
    share('large-vendors', 'lines', '14', 0.3571, 0.5),
    share('proprietary', 'components', '13', 0.1538, 0.2308, { transitive: { low: 0.1667, high: 0.1667, of: '6' } }),
    share('proprietary', 'spend', '450000.00', 0.6433, 0.7978),
    share('proprietary', 'lines', '14', 0.5143, 0.6714),
    share('open', 'components', '13', 0.7692, 0.8462),
    share('open', 'spend', '450000.00', 0.2022, 0.3567),
    share('open', 'lines', '14', 0.3286, 0.4857),
    share('vendor-steered-open', 'components', '13', 0.3077, 0.3846),
    share('vendor-steered-open', 'spend', '450000.00', 0, 0.1544),
    share('vendor-steered-open', 'lines', '14', 0, 0.1571),
  ],
  concentration: [
    layer('all', 450_000, 12, [1302, 2488], 0.2022, 0.1544, [
      ['dataport', 0.3067],
      ['sap', 0.1422],
      ['microsoft', 0.11],
      ['broadcom', 0.0533],
      ['atlassian', 0.0311],
    ]),
    layer('fachanwendung', 169_500, 2, [6629, 10_000], 0, 0.1858, [['dataport', 0.8142]]),
    layer('querschnitt-it', 89_500, 3, [5523, 5523], 0, 0, [
      ['sap', 0.7151],
      ['atlassian', 0.1564],
      ['microsoft', 0.1285],
    ]),
    layer('buero-software', 88_400, 3, [1848, 1848], 0.5701, 0, [['microsoft', 0.4299]]),
    layer('plattform', 22_000, 1, [0, 0], 1, 0, []),
    layer('server-os', 18_600, 1, [0, 0], 1, 0, []),
    layer('infrastruktur', 24_000, 1, [10_000, 10_000], 0, 0, [['broadcom', 1]]),
    layer('unknown', 38_000, 1, [0, 10_000], 0, 1, []),
  ],
  coverage: [
    { of: 'maker', basis: 'components', known: 0.9231 }, { of: 'licence', basis: 'components', known: 0.9231 }, { of: 'layer', basis: 'components', known: 1 },
    { of: 'maker', basis: 'spend', known: 0.8456 }, { of: 'licence', basis: 'spend', known: 0.8456 }, { of: 'layer', basis: 'spend', known: 0.9156 },
    { of: 'amount', basis: 'spend', known: 0.8571 },
    { of: 'maker', basis: 'lines', known: 0.8571 }, { of: 'licence', basis: 'lines', known: 0.8571 }, { of: 'layer', basis: 'lines', known: 0.9286 },
  ], // prettier-ignore
  axes: [
    {
      id: 'wechselmoeglichkeit',
      best: 4,
      worst: 4,
      byBasis: { spend: { best: 4, worst: 4 }, components: { best: 3, worst: 3 } },
      governedBy: carried.fingerprint,
      borderline: false,
    },
    {
      id: 'gestaltungsfaehigkeit',
      best: 4,
      worst: 4,
      byBasis: { spend: { best: 4, worst: 4 }, components: { best: 2, worst: 2 } },
      governedBy: findings[8]?.fingerprint ?? '',
      borderline: true,
      neighbour: 5,
    },
    {
      id: 'einfluss',
      best: 4,
      worst: 5,
      byBasis: { spend: { best: 4, worst: 5 }, components: { best: 2, worst: 2 } },
      governedBy: findings[13]?.fingerprint ?? '',
      borderline: false,
    },
  ],
  level: { best: 4, worst: 5, provisional: true, borderline: true, governedBy: carried.fingerprint },
  boundServices: [
    { service: 'Amazon S3', controller: 'amazon', portable: 'yes', items: [3] },
    { service: 'Azure Monitor', controller: 'microsoft', portable: 'removable', items: [4] },
  ],
  spend: { unit: 'per-year', total: '450000.00', lines: 12, linesWithoutAmount: 2, beside: '250000.00' },
  provisionalBecause: ['W-VAT'],
  findings,
  undecided: [{ policy: 'single-bid', count: 15, examples: [{ kind: 'item', id: items[19]?.id ?? '' }] }],
  frameworks: [],
  organisations,
  policies,
  notes: [
    { code: 'W-ENCODING', source: 1, message: 'The file is not UTF-8 and was read as windows-1252.', params: { encoding: 'windows-1252' } },
    { code: 'W-VAT', source: 1, message: 'Whether 14 amounts are net or gross is not said; they are taken as net.', params: { n: 14 } },
    {
      code: 'W-CELL',
      source: 1,
      at: 'line 21, Betrag',
      message: '"n. V." in "Betrag" cannot be read and counts as unknown.',
      params: { value: 'n. V.', column: 'Betrag' },
    },
    {
      code: 'W-PURL',
      source: 0,
      at: '/components/19/purl',
      message: 'The purl "pkg:/x" is invalid and was not used.',
      params: { purl: 'pkg:/x' },
    },
  ],
}

/** Nothing was found in the inputs. */
export const empty: Audit = {
  ...sample,
  project: { id: 'unnamed', name: 'unnamed' },
  sources: [], items: [], shares: [], concentration: [], coverage: [], axes: [], level: null, boundServices: [], spend: null,
  findings: [], undecided: [], organisations: [], policies: [], notes: [{ code: 'W-NO-ITEMS', message: 'The inputs contain nothing to assess.' }], provisionalBecause: [],
} // prettier-ignore

/** A list of three lines: facts, no level. */
export const small: Audit = {
  ...sample,
  items: items.slice(19, 22),
  shares: sample.shares
    .filter(({ basis }) => basis !== 'components')
    .map((one) => ({ ...one, low: 1, high: 1, of: one.basis === 'spend' ? '73500.00' : '3' })),
  concentration: [
    layer('all', 73_500, 3, [5600, 5600], 0, 0, [
      ['microsoft', 0.6735],
      ['broadcom', 0.3265],
    ]),
  ],
  coverage: sample.coverage.filter(({ basis }) => basis !== 'components').map((one) => ({ ...one, known: 1 })),
  axes: [],
  level: null,
  boundServices: [],
  findings: [],
}
