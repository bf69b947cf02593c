import { FAMILIES, GOVERNANCES, OPENNESSES, ORGANISATION_KINDS } from './register.ts'
import { STRUCTURAL_CLASSES } from './dossier.ts'
import { ITEM_KINDS } from './item.ts'
import { PROCEDURES } from './procedure.ts'
import type { Scope } from './policy.ts'
import type { Words } from './words.ts'

export type FactType = 'text' | 'version' | 'number' | 'truth' | 'date' | 'interval'

/** To what a fact does not apply; a test of it is then no. */
export const NOT_FOR = {
  components: { de: 'Komponenten', en: 'components' },
  unbought: { de: 'Komponenten; was nur als installiert gelistet ist', en: 'components; what is only listed as installed' },
  lines: { de: 'Positionen', en: 'lines' },
  uncontrolled: { de: 'was kein Unternehmen beherrscht', en: 'what no company controls' },
  'without-purl': { de: 'Einträge ohne purl', en: 'items without purl' },
  endless: {
    de: 'Komponenten; was nur als installiert gelistet ist; unbefristete Verträge',
    en: 'components; what is only listed as installed; contracts without an end',
  },
  dayless: {
    de: 'Komponenten; was nur als installiert gelistet ist; unbefristete Verträge ohne Kündigungstag im Jahr',
    en: 'components; what is only listed as installed; contracts without an end and without a day of notice in the year',
  },
  ended: {
    de: 'Komponenten; was nur als installiert gelistet ist; beendete Verträge; unbefristete ohne Kündigungstag im Jahr',
    en: 'components; what is only listed as installed; contracts that have ended; those without an end and without a day of notice in the year',
  },
  'without-renewal': {
    de: 'Komponenten; was nur als installiert gelistet ist; beendete Verträge und solche, die nach diesem Tag von selbst enden; unbefristete ohne Kündigungstag im Jahr',
    en: 'components; what is only listed as installed; contracts that have ended or end by themselves after this day; those without an end and without a day of notice in the year',
  },
  unbound: { de: 'Einträge ohne gebundenen Dienst', en: 'items without a bound service' },
  unmixed: { de: 'Produkte, die nicht gemischt sind', en: 'products that are not mixed' },
  unchanged: { de: 'Produkte ohne bekannten Lizenzwechsel', en: 'products without a known change of licence' },
  'people-and-hardware': { de: 'Hardware und Leistungen', en: "hardware and people's services" },
  'without-list': { de: 'Projekte ohne Liste', en: 'projects without a list' },
} as const satisfies Record<string, Words>

interface FactEntry {
  readonly scopes: readonly Scope[]
  readonly type: FactType
  readonly words: Words
  /** The values it can have, where they are a closed list. */
  readonly values?: readonly string[]
  readonly notFor?: keyof typeof NOT_FOR
}

const fact = (
  scopes: Scope | readonly Scope[],
  type: FactType,
  de: string,
  en: string,
  more: Pick<FactEntry, 'values' | 'notFor'> = {},
): FactEntry => ({
  scopes: typeof scopes === 'string' ? [scopes] : scopes,
  type,
  words: { de, en },
  ...more,
})

const known = <T extends string>(values: readonly T[]): T[] => values.filter((value) => value !== 'unknown' && value !== '?')
const AMOUNT_STATES = ['counts', 'missing', 'placeholder', 'kind', 'expired', 'not-begun', 'currency', 'credit'] as const

/**
 * Everything a policy may ask about. A fact is read from what was concluded, never computed here:
 * its value is known, `undefined` (not known: the test is undecided) or `null` (does not apply: the test fails).
 */
// prettier-ignore
export const FACTS = {
  kind: fact('item', 'text', 'Art des Eintrags', 'kind of the item', { values: ITEM_KINDS }),
  name: fact('item', 'text', 'Name, wie geschrieben', 'name, as written'),
  version: fact('item', 'version', 'Version, wie geschrieben', 'version, as written'),
  package: fact('item', 'text', 'purl ohne Version', 'purl without version', { notFor: 'without-purl' }),
  relation: fact('item', 'text', 'direkt eingebunden oder über andere', 'used directly or through others', { values: ['direct', 'transitive'], notFor: 'lines' }),
  scope: fact('item', 'text', 'wozu die SBOM eine Komponente zählt; CycloneDX ohne Angabe und SPDX bei Abhängigkeiten: required, nur für Entwicklung oder Test: optional', 'what the SBOM counts a component as; CycloneDX without a statement and SPDX of dependencies: required, only for development or test: optional', { values: ['required', 'optional', 'excluded'], notFor: 'lines' }),
  line: fact('item', 'truth', 'Position einer Beschaffungsliste (Vertrag, Lizenz, Leistung), keine Komponente einer SBOM', 'line of a procurement list (contract, licence, service), no component of an SBOM'),
  'has-identifier': fact('item', 'truth', 'purl oder CPE angegeben', 'purl or CPE given'),
  'has-version': fact('item', 'truth', 'Version angegeben', 'version given'),
  product: fact('item', 'text', 'Produkt (Kennung im Register)', 'product (id in the register)'),
  maker: fact(['item', 'vendor'], 'text', 'Hersteller (Kennung im Register)', 'maker (id in the register)'),
  'maker-kind': fact('item', 'text', 'Art des Herstellers', 'kind of the maker', { values: ORGANISATION_KINDS }),
  'maker-known': fact('item', 'truth', 'Hersteller bekannt oder Eigenentwicklung', 'maker known or made in-house'),
  reseller: fact('item', 'text', 'Verkäufer, der nicht Hersteller ist (Kennung im Register, sonst Name)', 'seller that is not the maker (id in the register, else name)', { notFor: 'components' }),
  control: fact('item', 'text', 'ein Unternehmen steht an der Spitze (controlled) oder keines (none)', 'a company stands on top (controlled) or none does (none)', { values: ['controlled', 'none'] }),
  controller: fact(['item', 'vendor'], 'text', 'beherrschendes Unternehmen (Kennung im Register)', 'controlling company (id in the register)', { notFor: 'uncontrolled' }),
  country: fact(['item', 'vendor'], 'text', 'Sitz des beherrschenden Unternehmens, z. B. DE', 'seat of the controlling company, e.g. DE', { notFor: 'uncontrolled' }),
  'in-eea': fact(['item', 'vendor'], 'truth', 'beherrschendes Unternehmen mit Sitz in EU oder EWR', 'controlling company seated within EU or EEA', { notFor: 'uncontrolled' }),
  tier: fact(['item', 'vendor'], 'text', 'Größenklasse des beherrschenden Unternehmens', 'tier of the controlling company', { values: ['T1', 'T2', 'T3', 'none'], notFor: 'uncontrolled' }),
  'large-vendor': fact(['item', 'vendor'], 'truth', 'Großanbieter (T1 oder T2)', 'large vendor (T1 or T2)'),
  'public-hand': fact('item', 'truth', 'Hersteller ist öffentliche Stelle oder Unternehmen allein in öffentlicher Hand; auch Eigenentwicklung', 'maker is a public body or a firm wholly owned by public bodies; also made in-house'),
  'self-made': fact('item', 'truth', 'Eigenentwicklung', 'made in-house'),
  governance: fact('item', 'text', 'wer offene Software steuert', 'who steers open software', { values: known(GOVERNANCES) }),
  licence: fact('item', 'text', 'Lizenzausdruck (SPDX)', 'licence expression (SPDX)'),
  'licence-stated': fact('item', 'truth', 'die Eingabe nennt eine Lizenz', 'the input names a licence'),
  'licence-known': fact('item', 'truth', 'Offenheit der Lizenz bekannt', 'openness of the licence known'),
  family: fact('item', 'text', 'Lizenzfamilie', 'licence family', { values: known(FAMILIES) }),
  openness: fact('item', 'text', 'Offenheit der Lizenz', 'openness of the licence', { values: known(OPENNESSES) }),
  'product-open-share': fact('item', 'interval', 'offener Anteil eines gemischten Produkts', 'open part of a mixed product', { notFor: 'unmixed' }),
  'is-software': fact('item', 'truth', 'Software oder Dienst, den Programme leisten; nein: Hardware, Leistungen von Personen, keine IT', "software, or a service that programs render; no: hardware, people's services, no IT"),
  osi: fact('item', 'truth', 'von der OSI anerkannte Lizenz', 'licence approved by the OSI', { notFor: 'people-and-hardware' }),
  'licence-change': fact('item', 'text', 'bekannter Lizenzwechsel nach Version: keiner, Version davor, Version danach', 'known change of licence by version: none, version before it, version after it', { values: ['none', 'before', 'after'] }),
  'licence-change-day': fact('item', 'date', 'Tag, an dem der bekannte Lizenzwechsel bekannt gemacht wurde oder erschien', 'day on which the known change of licence was announced or released', { notFor: 'unchanged' }),
  'structural-class': fact('item', 'text', 'Klasse nach Buytaert', 'class of the Software Sovereignty Scale', { values: known(STRUCTURAL_CLASSES) }),
  layer: fact(['item', 'layer'], 'text', 'Schicht', 'layer'),
  critical: fact('item', 'truth', 'kritisch: alles Übrige steht darauf', 'critical: everything else stands on it'),
  binding: fact('item', 'text', 'Bindung an einen Dienst: keine, lässt sich weglassen (removable), mit offener Schnittstelle (yes), ohne (no)', 'binding to a service: none, removable, with a portable interface (yes), without (no)', { values: ['none', 'removable', 'yes', 'no'] }),
  'binding-large-vendor': fact('item', 'truth', 'gebundener Dienst eines Großanbieters', 'bound service of a large vendor'),
  'binding-in-eea': fact('item', 'truth', 'Anbieter des gebundenen Dienstes mit Sitz in EU oder EWR', 'provider of the bound service seated within EU or EEA', { notFor: 'unbound' }),
  'per-year': fact('item', 'number', 'EUR im Jahr, netto', 'EUR a year, net', { notFor: 'components' }),
  'amount-state': fact('item', 'text', 'ob der Betrag zählt, sonst warum nicht', 'whether the amount counts, else why not', { values: AMOUNT_STATES, notFor: 'components' }),
  cpv: fact('item', 'text', 'CPV-Codes; einer genügt', 'CPV codes; one suffices'),
  'term-start': fact('item', 'date', 'Vertragsbeginn', 'start of the term', { notFor: 'unbought' }),
  'term-end': fact('item', 'date', 'Vertragsende', 'end of the term', { notFor: 'endless' }),
  'notice-day': fact('item', 'date', 'letzter Tag für die Kündigung zum Ende der laufenden Vertragslaufzeit; ohne Ende zum nächsten Kündigungstermin im Jahr', 'last day for a notice to the end of the term that runs; without an end to the next day of the year that allows one', { notFor: 'dayless' }),
  'notice-passed': fact('item', 'truth', 'dieser Tag liegt vor dem Stichtag; auch wenn sich der Vertrag nach dem genannten Ende auf unbekannte Zeit verlängert hat', "this day is before the audit's day; also where the contract has renewed itself after the stated end for an unknown time", { notFor: 'ended' }),
  'next-notice-day': fact('item', 'date', 'nächster letzter Tag für eine Kündigung, vom Stichtag an', "next last day for a notice, from the audit's day on", { notFor: 'without-renewal' }),
  'bound-until': fact('item', 'date', 'Tag, bis zu dem der Vertrag bindet, auch wenn am Stichtag gekündigt wird', "day until which the contract binds, even if notice is given on the audit's day", { notFor: 'ended' }),
  'renews-itself': fact('item', 'truth', 'verlängert sich selbst', 'renews itself', { notFor: 'unbought' }),
  'licence-model': fact('item', 'text', 'Lizenz- oder Betriebsmodell, wie geschrieben', 'licence or service model, as written', { notFor: 'unbought' }),
  'award-reason': fact('item', 'text', 'Grund der Direktvergabe, wie geschrieben', 'reason of a direct award, as written', { notFor: 'unbought' }),
  'lock-in-award': fact('item', 'truth', 'Direktvergabe mit Bindungsgrund', 'direct award with a lock-in reason', { notFor: 'unbought' }),
  procedure: fact('item', 'text', 'Art des Vergabeverfahrens, aus Worten oder Codes gelesen', 'kind of award procedure, read from words or codes', { values: PROCEDURES, notFor: 'unbought' }),
  'direct-award': fact('item', 'truth', 'ohne Wettbewerb vergeben', 'awarded without competition', { notFor: 'unbought' }),
  bids: fact('item', 'number', 'Zahl der Angebote', 'number of bids', { notFor: 'unbought' }),
  'open-source-deliverable': fact(['item', 'project'], 'truth', 'Projekt soll als Open Source veröffentlicht werden', 'project is to be published as open source'),
  'vendor-share': fact('vendor', 'interval', 'Anteil des Unternehmens am Softwaregewicht (Ausgaben, sonst Positionen, sonst Komponenten), nicht Offenes', "the company's share of the software weight (spend, else lines, else components), what is not open"),
  'vendor-closed-items': fact('vendor', 'number', 'Zahl der Einträge des Unternehmens, die nicht offen sind', "number of the company's items that are not open"),
  'bound-items': fact('vendor', 'number', 'Zahl der Einträge, die an einen Dienst des Unternehmens binden (removable nicht gezählt)', 'number of items that bind to a service of the company (removable not counted)'),
  hhi: fact('layer', 'interval', 'HHI der Schicht', 'HHI of the layer'),
  'largest-share': fact('layer', 'interval', 'Anteil des größten privaten Anbieters', 'share of the largest private vendor'),
  'three-largest-share': fact('layer', 'interval', 'Anteil der drei größten', 'share of the three largest'),
  'five-largest-share': fact('layer', 'interval', 'Anteil der fünf größten', 'share of the five largest'),
  'layer-weight': fact('layer', 'interval', 'Anteil der Schicht am Softwaregewicht', "layer's share of the software weight"),
  lines: fact('layer', 'interval', 'Zahl der Positionen mit Gewicht', 'number of lines with weight'),
  'open-share': fact(['layer', 'project'], 'interval', 'offener Anteil (Projekt: schlechtere Basis)', 'open share (project: worse basis)'),
  'large-vendor-share': fact('project', 'interval', 'Großanbieter-Anteil (schlechtere Basis)', 'large-vendor share (worse basis)'),
  'proprietary-share': fact('project', 'interval', 'Proprietär-Anteil (schlechtere Basis)', 'proprietary share (worse basis)'),
  'vendor-steered-open-share': fact('project', 'interval', 'Anteil offener Software, die Großanbieter steuern (schlechtere Basis)', 'share of open software that large vendors steer (worse basis)'),
  'bound-services': fact('project', 'number', 'Zahl gebundener Dienste von Großanbietern', 'number of bound services of large vendors'),
  level: fact('project', 'interval', 'Abhängigkeitsstufe, 1 bis 5', 'level of dependence, 1 to 5'),
  switching: fact('project', 'interval', 'Stufe beim Ziel „Wechselmöglichkeit“', 'level of the axis Wechselmöglichkeit'),
  shaping: fact('project', 'interval', 'Stufe beim Ziel „Gestaltungsfähigkeit“', 'level of the axis Gestaltungsfähigkeit'),
  influence: fact('project', 'interval', 'Stufe beim Ziel „Einfluss“', 'level of the axis Einfluss'),
  'licence-coverage': fact(['layer', 'project'], 'interval', 'Belegdichte der Lizenzen (Projekt: schlechtere Basis)', 'coverage of licences (project: worse basis)'),
  'maker-coverage': fact(['layer', 'project'], 'interval', 'Belegdichte der Hersteller (Projekt: schlechtere Basis)', 'coverage of makers (project: worse basis)'),
  'layer-coverage': fact('project', 'number', 'Belegdichte der Schichten', 'coverage of layers'),
  'largest-vendor-share': fact('project', 'interval', 'Anteil des größten privaten Anbieters über alle Schichten', 'share of the largest private vendor over all layers'),
  'critical-items': fact('project', 'interval', 'Zahl kritischer Bestandteile und Dienste ohne übertragbare Schnittstelle', 'number of critical items and of services without a portable interface'),
  'critical-closed': fact('project', 'interval', 'davon nicht offen', 'of these not open'),
  'critical-outside-eea': fact('project', 'interval', 'davon nicht offen und von außerhalb EU und EWR beherrscht', 'of these not open and controlled from outside EU and EEA'),
  'critical-eea-share': fact('project', 'interval', 'Anteil der kritischen, die nicht von außerhalb EU und EWR beherrscht sind', 'share of critical ones that are not controlled from outside EU and EEA'),
  'critical-single-company': fact('project', 'interval', 'kritische offene, die ein Unternehmen allein steuert', 'critical open ones that a single company steers'),
  'closed-items': fact('project', 'interval', 'Zahl nicht offener Bestandteile', 'number of items that are not open'),
  'closed-outside-eea': fact('project', 'interval', 'davon von außerhalb EU und EWR beherrscht', 'of these controlled from outside EU and EEA'),
  'closed-outside-eea-share': fact('project', 'interval', 'ihr Anteil an allem, was nicht offen ist', 'their share of all that is not open'),
  services: fact('project', 'interval', 'Zahl genannter und gebundener Dienste', 'number of services named or bound'),
  'services-outside-eea': fact('project', 'interval', 'davon von außerhalb EU und EWR beherrscht', 'of these controlled from outside EU and EEA'),
  'non-osi-items': fact('project', 'interval', 'Komponenten ohne von der OSI anerkannte Lizenz', 'components without a licence approved by the OSI'),
  'seat-coverage': fact('project', 'number', 'Anteil der Bestandteile, deren Sitz der Beherrschung bekannt ist', 'share of items of which the seat of control is known'),
  sboms: fact('project', 'number', 'Zahl der SBOMs', 'number of SBOMs'),
  'tr03183-format': fact('project', 'text', 'Format nach TR-03183-2 (das schlechteste)', 'format by TR-03183-2 (the worst)', { values: ['ok', 'too-old', 'excluded'] }),
  'tr03183-vulnerabilities': fact('project', 'truth', 'eine SBOM enthält Schwachstellen', 'an SBOM contains vulnerabilities'),
  'tr03183-required': fact('project', 'number', 'niedrigster Anteil eines Pflichtfeldes der TR-03183-2', 'lowest share of a required field of TR-03183-2'),
  'tr03183-additional': fact('project', 'number', 'niedrigster Anteil eines Feldes, das die TR-03183-2 verlangt, wenn es vorliegt', 'lowest share of a field that TR-03183-2 asks for where it exists'),
  'tr03183-dependencies': fact('project', 'number', 'Anteil der Komponenten mit angegebenen Abhängigkeiten', 'share of components with dependencies stated'),
  'tr03183-completeness': fact('project', 'number', 'Anteil der Komponenten, bei denen steht, wie vollständig das ist', 'share of components with a statement on how complete these are'),
  'amount-coverage': fact('project', 'number', 'Anteil der Positionen mit nutzbarem Betrag', 'share of lines with a usable amount', { notFor: 'without-list' }),
} as const satisfies Record<string, FactEntry>

export type FactId = keyof typeof FACTS

/** A fact as any other, for whoever looks it up by its name. */
export const factEntry = (id: FactId): FactEntry => FACTS[id]
