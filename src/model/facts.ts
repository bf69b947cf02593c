import type { Scope } from './policy.ts'
import type { Words } from './words.ts'

export type FactType = 'text' | 'number' | 'truth' | 'date' | 'interval'

interface FactEntry {
  readonly scopes: readonly Scope[]
  readonly type: FactType
  /** The values it can have, where they are a closed list. */
  readonly words: Words
}

const fact = (scopes: Scope | readonly Scope[], type: FactType, de: string, en: string): FactEntry => ({
  scopes: typeof scopes === 'string' ? [scopes] : scopes,
  type,
  words: { de, en },
})

/**
 * Everything a policy may ask about. A fact is read from what was concluded, never computed here:
 * its value is known, `undefined` (not known: the test is undecided) or `null` (does not apply: the test fails).
 */
export const FACTS = {
  kind: fact('item', 'text', 'Art: software, service, hardware, contract', 'kind: software, service, hardware, contract'),
  name: fact('item', 'text', 'Name', 'name'),
  version: fact('item', 'text', 'Version', 'version'),
  package: fact('item', 'text', 'purl ohne Version', 'purl without version'),
  relation: fact('item', 'text', 'direct oder transitive', 'direct or transitive'),
  line: fact('item', 'truth', 'Position einer Beschaffungsliste', 'line of a procurement list'),
  'has-identifier': fact('item', 'truth', 'purl oder CPE angegeben', 'purl or CPE given'),
  'has-version': fact('item', 'truth', 'Version angegeben', 'version given'),
  maker: fact(['item', 'vendor'], 'text', 'Hersteller (Kennung im Register)', 'maker (id in the register)'),
  'maker-known': fact('item', 'truth', 'Hersteller bekannt oder Eigenentwicklung', 'maker known or made in-house'),
  control: fact('item', 'text', 'controlled oder none', 'controlled or none'),
  controller: fact(['item', 'vendor'], 'text', 'beherrschende Organisation', 'controlling organisation'),
  country: fact(
    ['item', 'vendor'],
    'text',
    'Sitz der beherrschenden Organisation, z. B. DE',
    'seat of the controlling organisation, e.g. DE',
  ),
  'in-eea': fact(['item', 'vendor'], 'truth', 'Sitz in EU oder EWR', 'seat within EU or EEA'),
  tier: fact(['item', 'vendor'], 'text', 'T1, T2, T3 oder none', 'T1, T2, T3 or none'),
  'large-vendor': fact(['item', 'vendor'], 'truth', 'Großanbieter (T1 oder T2)', 'large vendor (T1 or T2)'),
  'public-hand': fact('item', 'truth', 'öffentliche Hand', 'public hand'),
  'self-made': fact('item', 'truth', 'Eigenentwicklung', 'made in-house'),
  governance: fact(
    'item',
    'text',
    'Steuerung offener Software: public-body, foundation, community, several-companies, single-company',
    'governance of open software: public-body, foundation, community, several-companies, single-company',
  ),
  licence: fact('item', 'text', 'Lizenzausdruck', 'licence expression'),
  'licence-stated': fact('item', 'truth', 'die Eingabe nennt eine Lizenz', 'the input names a licence'),
  'licence-known': fact('item', 'truth', 'Offenheit der Lizenz bekannt', 'openness of the licence known'),
  family: fact(
    'item',
    'text',
    'Lizenzfamilie: public-domain, permissive, weak-copyleft, strong-copyleft, network-copyleft, restricted, proprietary, none',
    'licence family: public-domain, permissive, weak-copyleft, strong-copyleft, network-copyleft, restricted, proprietary, none',
  ),
  openness: fact('item', 'text', 'open, restricted, proprietary, not-applicable', 'open, restricted, proprietary, not-applicable'),
  'product-open-share': fact('item', 'interval', 'offener Anteil eines gemischten Produkts', 'open part of a mixed product'),
  osi: fact('item', 'truth', 'von der OSI anerkannt', 'approved by the OSI'),
  'licence-change': fact(
    'item',
    'text',
    'bekannter Lizenzwechsel nach Version: none, before (Version davor), after (Version danach)',
    'known change of licence by version: none, before (version before it), after (version after it)',
  ),
  'structural-class': fact('item', 'text', 'A, B, A/B, C, D, E', 'A, B, A/B, C, D, E'),
  layer: fact(['item', 'layer'], 'text', 'Schicht (Kennung in rules/layers.yaml)', 'layer (id in rules/layers.yaml)'),
  critical: fact('item', 'truth', 'kritisch: alles Übrige steht darauf', 'critical: everything else stands on it'),
  binding: fact(
    'item',
    'text',
    'Bindung an einen Dienst: none, removable, yes, no (übertragbar)',
    'binding to a service: none, removable, yes, no (portable)',
  ),
  'binding-large-vendor': fact('item', 'truth', 'gebundener Dienst eines Großanbieters', 'bound service of a large vendor'),
  'binding-in-eea': fact(
    'item',
    'truth',
    'Anbieter des gebundenen Dienstes mit Sitz in EU oder EWR',
    'provider of the bound service seated within EU or EEA',
  ),
  'per-year': fact('item', 'number', 'EUR im Jahr', 'EUR a year'),
  'amount-state': fact(
    'item',
    'text',
    'Betrag: counts, missing, placeholder, kind, expired, currency, credit',
    'amount: counts, missing, placeholder, kind, expired, currency, credit',
  ),
  'term-end': fact('item', 'date', 'Vertragsende', 'end of the term'),
  'notice-day': fact('item', 'date', 'letzter Tag für die Kündigung zum Vertragsende', 'last day for a notice to the end of the term'),
  'renews-itself': fact('item', 'truth', 'verlängert sich selbst', 'renews itself'),
  'licence-model': fact('item', 'text', 'Lizenzmodell, wie geschrieben', 'licence model, as written'),
  'award-reason': fact('item', 'text', 'Grund der Direktvergabe, wie geschrieben', 'reason of a direct award, as written'),
  'lock-in-award': fact('item', 'truth', 'Direktvergabe mit Bindungsgrund', 'direct award with a lock-in reason'),
  bids: fact('item', 'number', 'Zahl der Angebote', 'number of bids'),
  'open-source-deliverable': fact(
    ['item', 'project'],
    'truth',
    'Projekt soll als Open Source veröffentlicht werden',
    'project is to be published as open source',
  ),
  hhi: fact('layer', 'interval', 'HHI der Schicht', 'HHI of the layer'),
  'largest-share': fact('layer', 'interval', 'Anteil des größten privaten Anbieters', 'share of the largest private vendor'),
  'three-largest-share': fact('layer', 'interval', 'Anteil der drei größten', 'share of the three largest'),
  'five-largest-share': fact('layer', 'interval', 'Anteil der fünf größten', 'share of the five largest'),
  'layer-weight': fact('layer', 'number', 'Anteil der Schicht am Softwaregewicht', "layer's share of the software weight"),
  'vendor-share': fact('vendor', 'interval', 'Anteil der Organisation', "organisation's share"),
  'open-share': fact('project', 'interval', 'Offener Anteil (schlechtere Basis)', 'open share (worse basis)'),
  'large-vendor-share': fact('project', 'interval', 'Großanbieter-Anteil (schlechtere Basis)', 'large-vendor share (worse basis)'),
  'proprietary-share': fact('project', 'interval', 'Proprietär-Anteil (schlechtere Basis)', 'proprietary share (worse basis)'),
  influence: fact('project', 'interval', 'Stufe der Achse Einfluss', 'level of the axis Einfluss'),
  'licence-coverage': fact('project', 'number', 'Belegdichte der Lizenzen', 'coverage of licences'),
  'maker-coverage': fact('project', 'number', 'Belegdichte der Hersteller', 'coverage of makers'),
  'layer-coverage': fact('project', 'number', 'Belegdichte der Schichten', 'coverage of layers'),
  level: fact('project', 'interval', 'Abhängigkeitsstufe', 'level of dependence'),
  'largest-vendor-share': fact(
    'project',
    'interval',
    'Anteil des größten privaten Anbieters über alle Schichten',
    'share of the largest private vendor over all layers',
  ),
  'bound-services': fact('project', 'number', 'gebundene Dienste von Großanbietern', 'bound services of large vendors'),
  'critical-items': fact(
    'project',
    'interval',
    'Zahl kritischer Bestandteile und Dienste ohne übertragbare Schnittstelle',
    'number of critical items and of services without a portable interface',
  ),
  'critical-closed': fact('project', 'interval', 'davon nicht offen', 'of these not open'),
  'critical-outside-eea': fact(
    'project',
    'interval',
    'davon nicht offen und von außerhalb EU und EWR beherrscht',
    'of these not open and controlled from outside EU and EEA',
  ),
  'critical-eea-share': fact(
    'project',
    'interval',
    'Anteil der kritischen, die nicht von außerhalb EU und EWR beherrscht sind',
    'share of critical ones that are not controlled from outside EU and EEA',
  ),
  'critical-single-company': fact(
    'project',
    'interval',
    'kritische offene, die ein Unternehmen allein steuert',
    'critical open ones that a single company steers',
  ),
  'closed-items': fact('project', 'interval', 'Zahl nicht offener Bestandteile', 'number of items that are not open'),
  'closed-outside-eea': fact(
    'project',
    'interval',
    'davon von außerhalb EU und EWR beherrscht',
    'of these controlled from outside EU and EEA',
  ),
  'closed-outside-eea-share': fact(
    'project',
    'interval',
    'ihr Anteil an allem, was nicht offen ist',
    'their share of all that is not open',
  ),
  services: fact('project', 'interval', 'Zahl genannter und gebundener Dienste', 'number of services named or bound'),
  'services-outside-eea': fact(
    'project',
    'interval',
    'davon von außerhalb EU und EWR beherrscht',
    'of these controlled from outside EU and EEA',
  ),
  'non-osi-items': fact(
    'project',
    'interval',
    'Komponenten ohne von der OSI anerkannte Lizenz',
    'components without a licence approved by the OSI',
  ),
  'seat-coverage': fact(
    'project',
    'number',
    'Anteil der Bestandteile, deren Sitz der Beherrschung bekannt ist',
    'share of items of which the seat of control is known',
  ),
  sboms: fact('project', 'number', 'Zahl der SBOMs', 'number of SBOMs'),
  'tr03183-format': fact(
    'project',
    'text',
    'Format nach TR-03183-2: ok, too-old, excluded (das schlechteste)',
    'format by TR-03183-2: ok, too-old, excluded (the worst)',
  ),
  'tr03183-vulnerabilities': fact('project', 'truth', 'eine SBOM enthält Schwachstellen', 'an SBOM contains vulnerabilities'),
  'tr03183-required': fact(
    'project',
    'number',
    'niedrigster Anteil eines Pflichtfeldes der TR-03183-2',
    'lowest share of a required field of TR-03183-2',
  ),
  'tr03183-additional': fact(
    'project',
    'number',
    'niedrigster Anteil eines Feldes, das die TR-03183-2 verlangt, wenn es vorliegt',
    'lowest share of a field that TR-03183-2 asks for where it exists',
  ),
  'tr03183-dependencies': fact(
    'project',
    'number',
    'Anteil der Komponenten mit angegebenen Abhängigkeiten',
    'share of components with dependencies stated',
  ),
  'tr03183-completeness': fact(
    'project',
    'number',
    'Anteil der Komponenten, bei denen steht, wie vollständig das ist',
    'share of components with a statement on how complete these are',
  ),
  'amount-coverage': fact('project', 'number', 'Anteil der Positionen mit nutzbarem Betrag', 'share of lines with a usable amount'),
} as const satisfies Record<string, FactEntry>

export type FactId = keyof typeof FACTS

/** Operators and the fact types they take. */
export const OPERATORS = {
  is: ['text', 'number', 'truth'],
  isNot: ['text', 'number', 'truth'],
  /** `*` stands for any run of characters. */
  matches: ['text'],
  above: ['number', 'interval'],
  atLeast: ['number', 'interval'],
  below: ['number', 'interval'],
  atMost: ['number', 'interval'],
  /** Days from the audit's day; negative for the past. */
  withinDays: ['date'],
} as const satisfies Record<string, readonly FactType[]>

export type OperatorId = keyof typeof OPERATORS
