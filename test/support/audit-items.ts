import type { Controller, Dossier, MakerClaim } from '../../src/model/dossier.ts'
import type { Family, Openness, OrganisationKind } from '../../src/model/register.ts'
import { organisations } from './audit-register.ts'

/** Maker and controlling company; the ids are those of audit-register.ts. */
function parties(makerId: string | undefined, at: string, says: string, source: number): Partial<Dossier> & Pick<Dossier, 'control'> {
  const found = organisations.find(({ id }) => id === makerId)
  if (found === undefined) return { control: 'unknown' }
  const maker: MakerClaim = {
    id: found.id,
    name: found.name,
    kind: found.kind,
    publicHand: found.publicHand,
    confidence: 0.95,
    by: [source === 0 ? 'purl-namespace' : 'product-name'],
    evidence: [{ source, at, says }],
  }
  if (found.kind !== 'company') return { maker, control: 'none' }
  const top = organisations.find(({ id }) => id === (found.chain.at(-1)?.owner ?? found.id)) ?? found
  const controller: Controller = {
    id: top.id,
    name: top.name,
    tier: top.tier,
    ...(top.country === undefined ? {} : { country: top.country }),
  }
  return { maker, control: 'controlled', controller }
}

const FAMILIES: Readonly<Record<Openness, Family>> = {
  open: 'permissive',
  restricted: 'restricted',
  proprietary: 'proprietary',
  unknown: 'unknown',
  'not-applicable': 'not-applicable',
}

const GOVERNANCES = {
  company: 'single-company',
  foundation: 'foundation',
  community: 'community',
  'public-body': 'public-body',
  individual: 'community',
} as const satisfies Record<OrganisationKind, Dossier['governance']>

/** A component of the SBOM; `index` is its place in `/components`. */
export function component(
  index: number,
  purl: string,
  maker: string | undefined,
  licence: string | undefined,
  openness: Openness,
  more: Partial<Dossier> = {},
): Dossier {
  const at = `/components/${index}`
  const [path = purl, version = ''] = purl.replace(/^pkg:[a-z]+\//, '').split(/@(?=[^/]*$)/)
  const party = parties(maker, `${at}/purl`, purl, 0)
  return {
    id: purl.replace(/@[^/]*$/, ''),
    ref: at,
    source: 0,
    kind: 'software',
    name: decodeURIComponent(path),
    version,
    purl,
    relation: 'direct',
    counted: true,
    said: licence === undefined ? {} : { licences: [{ text: licence, as: 'id', at: '/licenses/0/license/id' }] },
    seenAt: [{ source: 0, at, line: 12 + index * 14, column: 5 }],
    governance: party.maker === undefined ? 'unknown' : GOVERNANCES[party.maker.kind],
    licence: {
      family: FAMILIES[openness],
      openness,
      confidence: licence === undefined ? 0 : 0.95,
      by: licence === undefined ? [] : ['exact'],
      osi: openness === 'unknown' ? 'unknown' : openness === 'open',
      evidence: licence === undefined ? [] : [{ source: 0, at: `${at}/licenses/0/license/id`, says: licence }],
      ...(licence === undefined ? {} : { expression: licence, said: licence }),
    },
    structuralClass: '?',
    layer: { id: 'fachanwendung', confidence: 0.7, by: 'default' },
    critical: false,
    ...party,
    ...more,
  }
}

/** A line of the procurement list: physical line, product, supplier, maker, EUR a year, layer. */
export function contract(
  at: number,
  name: string,
  supplier: string,
  maker: string | undefined,
  openness: Openness,
  layer: string | undefined,
  perYear: number | undefined,
  more: Partial<Dossier> = {},
): Dossier {
  return {
    id: `contract ${supplier} ${name}`.toLowerCase(),
    ref: `line ${at}`,
    source: 1,
    kind: 'contract',
    name,
    relation: 'direct',
    counted: true,
    line: true,
    said: { supplier, contractNumber: `V-2024-${String(at).padStart(3, '0')}` },
    seenAt: [{ source: 1, at: `line ${at}`, line: at, column: 1 }],
    reseller: { name: supplier },
    governance: 'single-company',
    licence: {
      family: FAMILIES[openness],
      openness,
      confidence: openness === 'unknown' ? 0 : 0.9,
      by: openness === 'unknown' ? [] : ['product'],
      osi: openness === 'unknown' ? 'unknown' : openness === 'open',
      evidence: openness === 'unknown' ? [] : [{ source: 1, at: `line ${at}, Produkt`, says: name }],
    },
    structuralClass: '?',
    ...(layer === undefined ? {} : { layer: { id: layer, confidence: 0.9, by: 'product' } }),
    ...(perYear === undefined
      ? {}
      : {
          amount: { value: `${perYear * 2}.00`, currency: 'EUR', basis: 'net', kind: 'contract', counts: true, perYear: `${perYear}.00` },
        }),
    critical: layer === 'plattform' || layer === 'server-os',
    ...parties(maker, `line ${at}, Produkt`, name, 1),
    ...more,
  }
}

const until = (end: string, notice?: string, renewsItself?: boolean): Pick<Dossier, 'term'> => ({
  term: { start: '2025-01-01', end, ...(notice === undefined ? {} : { notice }), ...(renewsItself === undefined ? {} : { renewsItself }) },
})
const transitive = { relation: 'transitive' } as const

/** 13 direct and 6 transitive components, 16 contract lines. */
export const items: readonly Dossier[] = [
  component(0, 'pkg:npm/%40angular/core@19.2.0', 'google', 'MIT', 'open'),
  component(1, 'pkg:maven/org.springframework.boot/spring-boot-starter-web@3.4.1', 'vmware', 'Apache-2.0', 'open'),
  component(2, 'pkg:maven/org.postgresql/postgresql@42.7.4', 'postgresql', 'BSD-2-Clause', 'open'),
  component(3, 'pkg:npm/%40aws-sdk/client-s3@3.700.0', 'amazon', 'Apache-2.0', 'open', {
    binding: { service: 'Amazon S3', provider: 'amazon', portable: 'yes' },
  }),
  component(4, 'pkg:npm/%40azure/monitor-opentelemetry@1.8.1', 'microsoft', 'MIT', 'open', {
    binding: { service: 'Azure Monitor', provider: 'microsoft', portable: 'removable' },
  }),
  component(5, 'pkg:npm/keycloak-js@26.0.7', 'cncf', 'Apache-2.0', 'open'),
  component(6, 'pkg:nuget/DevExpress.Reporting.Core@24.2.3', 'devexpress', 'LicenseRef-proprietary', 'proprietary'),
  component(7, 'pkg:npm/leaflet@1.9.4', 'leaflet', 'BSD-2-Clause', 'open'),
  component(8, 'pkg:generic/seetal-formulare@4.2.0', undefined, 'EUPL-1.2', 'open', { selfMade: true, control: 'none' }),
  component(9, 'pkg:oci/redis@7.4.1', 'redis', 'RSALv2 OR SSPL-1.0', 'restricted'),
  component(10, 'pkg:generic/pdf-lib-x@3.2', undefined, undefined, 'unknown'),
  component(11, 'pkg:npm/lodash@4.17.21', 'openjs', 'MIT', 'open'),
  component(12, 'pkg:maven/org.apache.logging.log4j/log4j-core@2.24.1', 'apache', 'Apache-2.0', 'open'),
  component(13, 'pkg:npm/tslib@2.8.1', 'microsoft', '0BSD', 'open', transitive),
  component(14, 'pkg:maven/commons-codec/commons-codec@1.17.1', 'apache', 'Apache-2.0', 'open', transitive),
  component(15, 'pkg:npm/zone.js@0.15.0', 'google', 'MIT', 'open', transitive),
  component(16, 'pkg:maven/com.aspose/aspose-words@24.10', 'aspose', 'LicenseRef-proprietary', 'proprietary', transitive),
  component(17, 'pkg:npm/rxjs@7.8.1', undefined, 'Apache-2.0', 'open', transitive),
  component(18, 'pkg:npm/uuid@11.0.3', undefined, 'MIT', 'open', transitive),
  contract(
    6,
    'Microsoft 365 E3',
    'Nordlicht Systemhaus GmbH',
    'microsoft',
    'proprietary',
    'buero-software',
    38_000,
    until('2027-03-31', 'P3M', true),
  ),
  contract(
    7,
    'Microsoft Project Plan 3',
    'Nordlicht Systemhaus GmbH',
    'microsoft',
    'proprietary',
    'querschnitt-it',
    11_500,
    until('2027-03-31', 'P3M'),
  ),
  contract(
    8,
    'VMware Cloud Foundation',
    'Nordlicht Systemhaus GmbH',
    'vmware',
    'proprietary',
    'infrastruktur',
    24_000,
    until('2026-12-31', 'P3M', true),
  ),
  contract(
    9,
    'PostgreSQL-Betriebsunterstützung',
    'Datenwerk Seetal GmbH',
    'postgresql',
    'open',
    'plattform',
    22_000,
    until('2027-12-31', 'P6M'),
  ),
  contract(10, 'SAP ERP, Pflege', 'Kontor Beratung GmbH', 'sap', 'proprietary', 'querschnitt-it', 64_000, until('2028-12-31', 'P1Y')),
  contract(11, 'openDesk Enterprise', 'ZenDiS GmbH', 'zendis', 'open', 'buero-software', 38_000, until('2027-06-30')),
  contract(12, 'Nextcloud Enterprise', 'Nextcloud GmbH', 'nextcloud', 'open', 'buero-software', 12_400),
  contract(
    13,
    'SUSE Linux Enterprise Server',
    'Nordlicht Systemhaus GmbH',
    'suse',
    'open',
    'server-os',
    18_600,
    until('2027-09-30', 'P4W'),
  ),
  contract(14, 'Wohngeld-Fachverfahren, Betrieb', 'Dataport AöR', 'dataport', 'proprietary', 'fachanwendung', 138_000, until('2029-12-31')),
  contract(15, 'Geodaten-Arbeitsplatz', 'Kontor Beratung GmbH', undefined, 'unknown', 'fachanwendung', 31_500),
  contract(16, 'Softwarepflege diverse Lizenzen', 'Nordlicht Systemhaus GmbH', undefined, 'unknown', undefined, 38_000),
  contract(17, 'Azure-Abrufe, Höchstbetrag', 'Nordlicht Systemhaus GmbH', 'microsoft', 'proprietary', 'infrastruktur', undefined, {
    amount: { value: '250000.00', currency: 'EUR', basis: 'net', kind: 'framework-max', counts: false, why: 'kind' },
  }),
  contract(
    18,
    'Jira Data Center',
    'Kontor Beratung GmbH',
    'atlassian',
    'proprietary',
    'querschnitt-it',
    14_000,
    until('2027-02-14', 'P60D'),
  ),
  contract(19, 'Schulung Datenschutz', 'Bildungswerk Seetal e. V.', undefined, 'not-applicable', 'dienstleistung', 6_000),
  contract(20, 'Notebooks, 80 Stück', 'Nordlicht Systemhaus GmbH', undefined, 'not-applicable', 'hardware', 80_000, { kind: 'hardware' }),
  contract(21, 'GitLab Premium', 'Kontor Beratung GmbH', 'gitlab', 'proprietary', 'plattform', undefined, { openPart: [0.6, 0.8] }),
]
