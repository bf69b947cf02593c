import type { NamedOrganisation, NamedPolicy } from '../../src/model/audit.ts'
import type { FactSource } from '../../src/model/evidence.ts'
import type { OrganisationKind, Tier } from '../../src/model/register.ts'

const gatekeepers: FactSource = {
  what: 'Europäische Kommission, Liste der Torwächter nach dem Gesetz über digitale Märkte',
  url: 'https://digital-markets-act.ec.europa.eu/gatekeepers_en',
  date: '2026-11-23',
  seen: 'secondary',
}
const ownPages = (name: string): FactSource => ({
  what: `Impressum und Produktseiten von ${name}`,
  date: '2026-11-20',
  seen: 'common-knowledge',
})

function organisation(
  id: string,
  name: string,
  country: string | undefined,
  tier: Tier = 'none',
  kind: OrganisationKind = 'company',
  more: Partial<NamedOrganisation> = {},
): NamedOrganisation {
  return {
    id,
    name,
    kind,
    publicHand: kind === 'public-body',
    tier,
    chain: [],
    sources: [ownPages(name)],
    rule: `rules/vendors/${id}.yaml:1`,
    ...(country === undefined ? {} : { country }),
    ...(tier === 'T1' ? { tierBecause: 'Torwächter nach der Verordnung (EU) 2022/1925', tierSource: gatekeepers } : {}),
    ...more,
  }
}

const takeover: FactSource = { what: 'Mitteilung des Unternehmens über den Abschluss der Übernahme', date: '2026-11-20', seen: 'secondary' }

export const organisations: readonly NamedOrganisation[] = [
  organisation('microsoft', 'Microsoft', 'US', 'T1'),
  organisation('amazon', 'Amazon', 'US', 'T1'),
  organisation('alphabet', 'Alphabet', 'US', 'T1'),
  organisation('google', 'Google', 'US', 'none', 'company', {
    chain: [{ owner: 'alphabet', name: 'Alphabet', from: '2015-10-02', source: takeover }],
  }),
  organisation('broadcom', 'Broadcom', 'US', 'T2', 'company', {
    tierBecause: 'Hersteller in Rahmenverträgen des Bundes, Umsatz über 1 Mrd. Euro',
  }),
  organisation('vmware', 'VMware', 'US', 'none', 'company', {
    chain: [{ owner: 'broadcom', name: 'Broadcom', from: '2023-11-22', source: takeover }],
  }),
  organisation('sap', 'SAP', 'DE', 'T2', 'company', { tierBecause: 'Hersteller in der Marktanalyse 2019, Umsatz über 1 Mrd. Euro' }),
  organisation('atlassian', 'Atlassian', 'US', 'T3'),
  organisation('gitlab', 'GitLab', 'US', 'T3'),
  organisation('redis', 'Redis', 'US', 'T3'),
  organisation('devexpress', 'Developer Express', 'US', 'T3'),
  organisation('aspose', 'Aspose', 'AU', 'T3'),
  organisation('nextcloud', 'Nextcloud', 'DE'),
  organisation('suse', 'SUSE', 'LU'),
  organisation('zendis', 'ZenDiS', 'DE', 'none', 'public-body'),
  organisation('dataport', 'Dataport', 'DE', 'none', 'public-body'),
  organisation('apache', 'Apache Software Foundation', 'US', 'none', 'foundation'),
  organisation('cncf', 'Cloud Native Computing Foundation', 'US', 'none', 'foundation'),
  organisation('openjs', 'OpenJS Foundation', 'US', 'none', 'foundation'),
  organisation('postgresql', 'PostgreSQL-Gemeinschaft', undefined, 'none', 'community'),
  organisation('leaflet', 'Leaflet-Gemeinschaft', undefined, 'none', 'community'),
]

const egovg: FactSource = {
  what: '§ 16a EGovG',
  url: 'https://www.gesetze-im-internet.de/egovg/__16a.html',
  date: '2026-11-23',
  seen: 'primary',
}
const ours: FactSource = { what: 'Eigene Festlegung, siehe docs/scoring.md', date: '2026-11-23', seen: 'primary' }

export const policies: readonly NamedPolicy[] = [
  {
    id: 'one-vendor-carries-layer',
    scope: 'layer',
    severity: 'high',
    axis: 'wechselmoeglichkeit',
    title: { de: 'Ein Anbieter trägt die Schicht', en: 'One vendor carries the layer' },
    why: {
      de: 'Liegt der größte Teil einer Schicht bei einem Anbieter, fehlt bei Preis und Bedingungen die Ausweichmöglichkeit.',
      en: 'If most of a layer lies with one vendor, there is nowhere to turn when prices or terms change.',
    },
    fix: {
      de: 'Vor der nächsten Verlängerung eine zweite Bezugsquelle erproben und den Wechselaufwand beziffern.',
      en: 'Try a second source before the next renewal and put a number on the cost of switching.',
    },
    source: ours,
    rule: 'rules/policies/one-vendor-carries-layer.yaml:1',
  },
  {
    id: 'item-not-open',
    scope: 'item',
    severity: 'medium',
    axis: 'gestaltungsfaehigkeit',
    title: { de: 'Nicht offene Lizenz', en: 'Licence that is not open' },
    why: {
      de: 'Was proprietär oder eingeschränkt lizenziert ist, kann die Behörde nicht selbst ändern, prüfen oder weitergeben.',
      en: 'What is proprietary or restricted cannot be changed, examined or passed on by the authority itself.',
    },
    fix: {
      de: 'Bei der nächsten Beschaffung offene Software vorrangig prüfen und das Ergebnis festhalten.',
      en: 'Examine open software first at the next purchase and record the outcome.',
    },
    assumes: { de: 'Die angegebene Lizenz gilt für das ganze Produkt.', en: 'The stated licence holds for the whole product.' },
    source: egovg,
    rule: 'rules/policies/item-not-open.yaml:1',
  },
  {
    id: 'maker-unknown',
    scope: 'item',
    severity: 'medium',
    axis: 'einfluss',
    title: { de: 'Hersteller unbekannt', en: 'Maker unknown' },
    why: {
      de: 'Ohne Hersteller ist nicht zu sagen, von wem die Behörde abhängt. Das Ergebnis wird dadurch ungenau.',
      en: 'Without the maker nobody can say on whom the authority depends. The result becomes inexact.',
    },
    fix: {
      de: 'Den Hersteller beim Lieferanten erfragen und in der Liste ergänzen.',
      en: 'Ask the supplier for the maker and add it to the list.',
    },
    source: ours,
    rule: 'rules/policies/maker-unknown.yaml:1',
  },
  {
    id: 'bound-service',
    scope: 'item',
    severity: 'low',
    axis: 'wechselmoeglichkeit',
    title: { de: 'Anschluss an einen geschlossenen Dienst', en: 'Connection to a closed service' },
    why: {
      de: 'Die Komponente ist offen, der Dienst dahinter ist es nicht.',
      en: 'The component is open, the service behind it is not.',
    },
    fix: {
      de: 'Die offene Schnittstelle vertraglich sichern oder den Dienst weglassen.',
      en: 'Secure the open interface by contract or leave the service out.',
    },
    source: ours,
    rule: 'rules/policies/bound-service.yaml:1',
  },
  {
    id: 'single-bid',
    scope: 'item',
    severity: 'info',
    title: { de: 'Nur ein Angebot', en: 'Single bid' },
    why: { de: 'Ein einziges Angebot zeigt, dass kein Wettbewerb stattfand.', en: 'A single bid shows that there was no competition.' },
    fix: { de: 'Die Leistungsbeschreibung auf Engführungen prüfen.', en: 'Check the specification for wording that narrows it down.' },
    source: ours,
    rule: 'rules/policies/single-bid.yaml:1',
  },
]
