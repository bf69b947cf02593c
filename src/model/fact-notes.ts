import type { FactId } from './facts.ts'
import type { Words } from './words.ts'

/** What the numbers of a fact are, and between which two they can lie. */
export const SCALES = {
  share: { low: 0, high: 1, words: { de: 'Anteil von 0 bis 1; 0.4 sind 40 %', en: 'share from 0 to 1; 0.4 is 40 %' } },
  hhi: { low: 0, high: 10_000, words: { de: 'HHI von 0 bis 10000', en: 'HHI from 0 to 10000' } },
  level: { low: 1, high: 5, words: { de: 'Stufe von 1 bis 5', en: 'level from 1 to 5' } },
  count: { low: 0, high: Infinity, words: { de: 'Anzahl ab 0', en: 'number from 0' } },
  eur: { low: -Infinity, high: Infinity, words: { de: 'EUR im Jahr', en: 'EUR a year' } },
} as const satisfies Record<string, { readonly low: number; readonly high: number; readonly words: Words }>
export type Scale = keyof typeof SCALES

/** When a fact is not known. */
export const UNKNOWN_WHEN = {
  never: { de: 'nie', en: 'never' },
  empty: { de: 'die Angabe fehlt oder ist leer', en: 'the statement is missing or empty' },
  wording: { de: 'die Vergabeart fehlt oder nicht zu deuten ist', en: 'the procedure is missing or cannot be understood' },
  award: { de: 'weder Vergabeart noch Grund es sagen; bei Verhandlung ohne Aufruf, wenn auch die Zahl der Angebote fehlt', en: 'neither procedure nor reason tells; of a negotiation without a call if the number of bids is missing too' }, // prettier-ignore
  maker: { de: 'der Hersteller nicht bekannt ist', en: 'the maker is not known' },
  product: { de: 'das Produkt nicht im Register steht', en: 'the product is not in the register' },
  control: { de: 'nicht bekannt ist, wer beherrscht', en: 'it is not known who controls' },
  seat: { de: 'nicht bekannt ist, wer beherrscht, oder dessen Sitz', en: 'it is not known who controls, or where that is seated' },
  governance: { de: 'nicht bekannt ist, wer steuert', en: 'it is not known who steers it' },
  licence: { de: 'die Lizenz nicht bekannt oder nicht lesbar ist', en: 'the licence is not known or cannot be read' },
  version: { de: 'die Version nicht bekannt ist', en: 'the version is not known' },
  provider: { de: 'der Anbieter des Dienstes nicht bekannt ist', en: "the service's provider is not known" },
  amount: { de: 'kein Betrag zählt oder Laufzeit und Betrag nicht auf ein Jahr umzurechnen sind', en: 'no amount counts, or amount and term cannot be converted to a year' }, // prettier-ignore
  notice: { de: 'Ende oder Kündigungsfrist fehlen', en: 'end or period of notice is missing' },
  renewal: { de: 'Ende oder Kündigungsfrist fehlen; ist der Tag verstrichen: ob und um wie lange sich der Vertrag verlängert', en: 'end or period of notice is missing; if the day has passed: whether the contract renews itself, and for how long' }, // prettier-ignore
  kind: {
    de: 'nichts sagt, ob eine Position Software, Leistung oder Ware ist',
    en: 'nothing tells whether a line is software, work or goods',
  },
  layer: { de: 'die Schicht nicht bekannt ist', en: 'the layer is not known' },
  range: { de: 'die Grenze im Bereich des Ungeklärten liegt', en: 'the limit lies within the range of what is undecided' },
  basis: { de: 'es keine solche Grundlage gibt; oder die Grenze im Bereich liegt', en: 'there is no such basis; or the limit lies within the range' }, // prettier-ignore
} as const satisfies Record<string, Words>

/** The codes that a fact's values are written in, where they are no list of ours. */
export const CODES = {
  country: { de: 'ISO 3166-1: zwei Großbuchstaben, z. B. DE, US, CH', en: 'ISO 3166-1: two capital letters, e.g. DE, US, CH' },
  spdx: { de: 'SPDX-Lizenzausdruck, z. B. MIT, (MIT OR Apache-2.0); Eigenes: LicenseRef-…', en: 'SPDX licence expression, e.g. MIT, (MIT OR Apache-2.0); own ones: LicenseRef-…' }, // prettier-ignore
  cpv: { de: 'CPV 2008: acht Ziffern, z. B. 48000000', en: 'CPV 2008: eight digits, e.g. 48000000' },
  purl: { de: 'purl ohne Version, Prozentzeichen aufgelöst: pkg:npm/@scope/name', en: 'purl without version, percent signs decoded: pkg:npm/@scope/name' }, // prettier-ignore
  organisation: { de: 'Kennung aus `vendors find`', en: 'id from `vendors find`' },
} as const satisfies Record<string, Words>

interface FactNote {
  readonly unknown: keyof typeof UNKNOWN_WHEN
  readonly scale?: Scale
  readonly codes?: keyof typeof CODES
}

const note = (unknown: keyof typeof UNKNOWN_WHEN, more: Omit<FactNote, 'unknown'> = {}): FactNote => ({ unknown, ...more })
const NEVER = note('never')
const EMPTY = note('empty')
const LICENCE = note('licence')
const SHARE = note('basis', { scale: 'share' })
const LAYER_SHARE = note('range', { scale: 'share' })
const LEVEL = note('basis', { scale: 'level' })
const COUNT = note('range', { scale: 'count' })
const SURE_COUNT = note('never', { scale: 'count' })
const ORGANISATION = note('maker', { codes: 'organisation' })

/** What a writer has to know of a fact beside its meaning. */
export const FACT_NOTES: Readonly<Record<FactId, FactNote>> = {
  kind: NEVER,
  name: NEVER,
  version: EMPTY,
  package: note('never', { codes: 'purl' }),
  relation: EMPTY,
  scope: EMPTY,
  line: NEVER,
  'has-identifier': NEVER,
  'has-version': NEVER,
  product: note('product'),
  maker: ORGANISATION,
  'maker-kind': note('maker'),
  'maker-known': NEVER,
  reseller: EMPTY,
  control: note('control'),
  controller: note('control', { codes: 'organisation' }),
  country: note('seat', { codes: 'country' }),
  'in-eea': note('seat'),
  tier: note('control'),
  'large-vendor': note('control'),
  'public-hand': note('maker'),
  'self-made': NEVER,
  governance: note('governance'),
  licence: note('licence', { codes: 'spdx' }),
  'licence-stated': NEVER,
  'licence-known': NEVER,
  family: LICENCE,
  openness: LICENCE,
  'product-open-share': note('range', { scale: 'share' }),
  'is-software': note('kind'),
  osi: LICENCE,
  'licence-change': note('version'),
  'licence-change-day': EMPTY,
  'structural-class': LICENCE,
  layer: note('layer'),
  critical: NEVER,
  binding: NEVER,
  'binding-large-vendor': note('provider'),
  'binding-in-eea': note('provider'),
  'per-year': note('amount', { scale: 'eur' }),
  'amount-state': NEVER,
  cpv: note('empty', { codes: 'cpv' }),
  'term-start': EMPTY,
  'term-end': EMPTY,
  'notice-day': note('notice'),
  'notice-passed': note('notice'),
  'next-notice-day': note('renewal'),
  'bound-until': note('renewal'),
  'renews-itself': EMPTY,
  'licence-model': EMPTY,
  'award-reason': EMPTY,
  'lock-in-award': EMPTY,
  procedure: note('wording'),
  'direct-award': note('award'),
  bids: note('empty', { scale: 'count' }),
  'open-source-deliverable': NEVER,
  'vendor-share': LAYER_SHARE,
  'vendor-closed-items': SURE_COUNT,
  'bound-items': SURE_COUNT,
  hhi: note('range', { scale: 'hhi' }),
  'largest-share': LAYER_SHARE,
  'three-largest-share': LAYER_SHARE,
  'five-largest-share': LAYER_SHARE,
  'layer-weight': LAYER_SHARE,
  lines: COUNT,
  'open-share': SHARE,
  'large-vendor-share': SHARE,
  'proprietary-share': SHARE,
  'vendor-steered-open-share': SHARE,
  'bound-services': SURE_COUNT,
  level: LEVEL,
  switching: LEVEL,
  shaping: LEVEL,
  influence: LEVEL,
  'licence-coverage': SHARE,
  'maker-coverage': SHARE,
  'layer-coverage': SHARE,
  'largest-vendor-share': LAYER_SHARE,
  'critical-items': COUNT,
  'critical-closed': COUNT,
  'critical-outside-eea': COUNT,
  'critical-eea-share': LAYER_SHARE,
  'critical-single-company': COUNT,
  'closed-items': COUNT,
  'closed-outside-eea': COUNT,
  'closed-outside-eea-share': LAYER_SHARE,
  services: COUNT,
  'services-outside-eea': COUNT,
  'non-osi-items': COUNT,
  'seat-coverage': SHARE,
  sboms: SURE_COUNT,
  'tr03183-format': NEVER,
  'tr03183-vulnerabilities': EMPTY,
  'tr03183-required': SHARE,
  'tr03183-additional': SHARE,
  'tr03183-dependencies': SHARE,
  'tr03183-completeness': SHARE,
  'amount-coverage': SHARE,
}

/** What the numbers of a fact are; `undefined` where it has none, or is no fact. */
export function scaleOf(fact: string): Scale | undefined {
  return Object.hasOwn(FACT_NOTES, fact) ? FACT_NOTES[fact as FactId].scale : undefined
}
