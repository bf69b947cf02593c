import type { Language } from '../../model/words.ts'
import type { LeftOut } from '../../unmatched.ts'

const counted = (n: number, one: string, many: string): string => (n === 0 ? '' : `${n} ${n === 1 ? one : many}`)

/** What there is of it; `undefined` where there is nothing. */
function listed(before: string, parts: readonly string[]): string | undefined {
  const found = parts.filter((part) => part !== '')
  return found.length === 0 ? undefined : `${before}${found.join(', ')}.`
}

const de = {
  asOf: 'Stichtag',
  set: 'Regelsatz',
  none: 'keine',
  items: (n: number) => (n === 1 ? '1 Eintrag' : `${n} Einträge`),
  more: (n: number) => (n === 1 ? 'und eine weitere' : `und ${n} weitere`),
  moreColumns: (n: number) => (n === 1 ? 'ebenso eine weitere Spalte' : `ebenso ${n} weitere Spalten`),
  moreNotes: (codes: readonly string[]) =>
    `${codes.length === 1 ? '1 weitere Art' : `${codes.length} weitere Arten`} von Hinweisen (${codes.join(', ')}): im Bericht; was einer bedeutet, sagt „eigenstand explain ${codes[0]}“.`,
  source: (read: number, rejected: number, unusable: number) => `${read} gelesen, ${rejected} abgelehnt, ${unusable} nicht verwendbar`,
  unread: (columns: readonly string[], more: number) =>
    `Die Spalten ${columns.map((column) => `„${column}“`).join(', ')}${more > 0 ? ` und ${more} weitere` : ''} wurden nicht zugeordnet.`,
  report: (path: string) => `Bericht: ${path}`,
  stored: (number: number, path: string) => `Abgelegt als Prüfung ${number} in ${path}`,
  newest: (project: string, asOf: string) => `Aus der neuesten Prüfung von „${project}“, Stichtag ${asOf}`,
  asked: (project: string, asOf: string) => `Aus der Prüfung von „${project}“, Stichtag ${asOf}`,
  strayResponse: (finding: string) => `Die Stellungnahme zu ${finding} gehört zu keiner Feststellung dieser Prüfung.`,
  gate: {
    condition: 'Bedingung',
    limit: 'Grenze',
    actual: 'Ist',
    met: 'erfüllt',
    yes: 'ja',
    no: 'NEIN',
    open: 'nicht bewertet',
    undecided: 'ungeklärt',
    possible: (layers: string) => `möglich, aber nicht sicher: ${layers}`,
    passed: 'Ergebnis: bestanden',
    failed: 'Ergebnis: nicht bestanden',
    unassessable: 'Ergebnis: nicht bewertbar',
  },
  action: { fail: '', warn: '(Warnung)', 'not-assessable': '', off: '' },
  conditions: {
    'new-restricted-item': 'neue proprietäre oder eingeschränkte Einträge',
    'non-osi-in-open-source-deliverable': 'nicht OSI-anerkannte Lizenzen im Open-Source-Projekt',
    'concentration-rise': 'Anstieg des HHI einer Schicht',
    'level-worse': 'Ziele sicher schlechter als die Vergleichsbasis',
    'level-possibly-worse': 'Ziele möglicherweise schlechter',
    'new-large-vendor': 'neu hinzugekommene Torwächter (T1)',
    'layer-concentration': 'Schichten mit sehr großem Anbieter',
    'lock-in-award': 'Direktvergaben mit Bindungsgrund',
    'single-bid': 'Vergaben mit nur einem Angebot',
    'unknown-licence': 'Lizenz unbekannt, Anteil der Komponenten',
    'unknown-maker': 'Hersteller unbekannt, Anteil der Ausgaben',
    'seal-ceiling': 'Obergrenze des SEAL unter dem verlangten',
    tr03183: 'Pflichtfelder der TR-03183-2 fehlen',
  },
  makerOfLines: 'Hersteller unbekannt, Anteil der Zeilen',
  /** `besides`: what the condition counts anyway. */
  findingsOf: (titles: string, besides?: string) => (besides === undefined ? `neue Feststellungen: ${titles}` : `${besides}; ${titles}`),
  history: {
    number: 'Nr.',
    asOf: 'Stichtag',
    level: 'Stufe',
    findings: 'Fälle',
    basis: 'Grundlage',
    items: 'Einträge',
    set: 'Regelsatz',
    none: 'Noch keine Prüfung abgelegt.',
    unknown: (project: string, known: string) => `Vom Projekt „${project}“ ist keine Prüfung abgelegt, wohl aber von: ${known}.`,
    rulesChanged: '* andere Regeln als in der Zeile davor: nicht ohne Weiteres vergleichbar',
  },
  columns: {
    basis: (basis: 'net' | 'gross' | 'unknown'): string => (basis === 'net' ? 'netto' : basis === 'gross' ? 'brutto' : ''), delimiter: 'Trennzeichen', heading: 'Kopfzeile', rows: (n: number) => (n === 1 ? '1 Zeile' : `${n} Zeilen`), column: 'Spalte', headingText: 'Überschrift', field: 'Feld', confidence: 'Sicherheit', written: 'Schreibweise', examples: 'Beispiele',
    undecided: 'nicht eindeutig', number: (mark: string): string => (mark === ',' ? 'Zahlen 1.234,56' : 'Zahlen 1,234.56'), decide: 'bitte entscheiden', mapping: 'Zuordnung der Spalten, zum Berichtigen. Felder: docs/formats-csv.md', writtenTo: (path: string) => `Zuordnung: ${path}`,
  }, // prettier-ignore
  vendors: {
    none: 'Kein Treffer.',
    suggestion: 'Meinten Sie:',
    by: 'über',
    how: { id: 'Kennung', name: 'Name', text: 'Text', brand: 'Marke' } as Readonly<Record<string, string>>,
    seat: 'Sitz',
    controlled: 'beherrscht von',
    tier: 'Stufe',
    kind: 'Art',
    roles: 'Rollen',
    source: 'Quelle',
    since: 'seit',
    entry: 'Eintrag',
    products: 'Produkte',
    names: 'auch',
    owner: 'gehört zu',
    jointly: 'gehört gemeinsam mit anderen zu',
    brand: 'verkauft unter dem Namen',
    held: 'gemeinsam gehalten von',
    onTheDay: 'gilt am Stichtag',
    onDay: (day: string) => `Am ${day} beherrscht von:`,
    nobody: 'niemandem (öffentliche Hand, Stiftung oder Gemeinschaft)',
  },
  unmatched: {
    head: (groups: number, items: number) =>
      `${items === 1 ? '1 Eintrag' : `${items} Einträge`} ohne bekannten Hersteller${groups === 0 ? '.' : `, ${groups === 1 ? '1 Vorlage' : `${groups} Vorlagen, nach Gewicht`}. Jede in eine eigene Datei im Ordner vendors/.`}`,
    left: (left: LeftOut) =>
      listed('Auch ohne bekannten Hersteller, aber nicht aufgeführt: ', [
        counted(left.expired, 'abgelaufene Position', 'abgelaufene Positionen'),
        counted(left.credit, 'Gutschrift oder aufgehobene Position', 'Gutschriften und aufgehobene Positionen'),
        counted(left.uncounted, 'Eintrag, der nicht zählt', 'Einträge, die nicht zählen'),
        counted(left['no-it'], 'Eintrag ohne Bezug zur IT', 'Einträge ohne Bezug zur IT'),
        counted(left.known, 'Eintrag, der nur eine Firma aus dem Register nennt', 'Einträge, die nur eine Firma aus dem Register nennen'),
      ]),
    group: (items: number, euro: string | undefined) =>
      `${items === 1 ? '1 Eintrag' : `${items} Einträge`}${euro === undefined ? '' : `, ${euro} EUR`}`,
    fill: 'oder foundation, public-body, community, individual',
  },
  rules: {
    policy: 'Regel',
    scope: 'Bereich',
    severity: 'Gewicht',
    title: 'Titel',
    fine: (files: number, policies: number, organisations: number) =>
      `In Ordnung: ${files === 1 ? '1 Datei' : `${files} Dateien`}; zusammen ${policies === 1 ? '1 Regel' : `${policies} Regeln`}, ${organisations === 1 ? '1 Organisation' : `${organisations} Organisationen`}.`,
  },
}

type CliWords = typeof de

const en: CliWords = {
  asOf: 'as of',
  set: 'rule set',
  none: 'none',
  items: (n) => (n === 1 ? '1 item' : `${n} items`),
  more: (n) => (n === 1 ? 'and one more' : `and ${n} more`),
  moreColumns: (n) => (n === 1 ? 'likewise one more column' : `likewise ${n} more columns`),
  moreNotes: (codes) =>
    `${codes.length === 1 ? '1 more kind' : `${codes.length} more kinds`} of notes (${codes.join(', ')}): in the report; "eigenstand explain ${codes[0]}" tells what one means.`,
  source: (read, rejected, unusable) => `${read} read, ${rejected} rejected, ${unusable} unusable`,
  unread: (columns, more) =>
    `The columns ${columns.map((column) => `"${column}"`).join(', ')}${more > 0 ? ` and ${more} more` : ''} were not assigned.`,
  report: (path) => `Report: ${path}`,
  stored: (number, path) => `Stored as audit ${number} in ${path}`,
  asked: (project, asOf) => `From the audit of "${project}", as of ${asOf}`,
  newest: (project, asOf) => `From the newest audit of "${project}", as of ${asOf}`,
  strayResponse: (finding) => `The comment on ${finding} belongs to no finding of this audit.`,
  gate: {
    condition: 'Condition',
    limit: 'Limit',
    actual: 'Actual',
    met: 'met',
    yes: 'yes',
    no: 'NO',
    open: 'not evaluated',
    undecided: 'undecided',
    possible: (layers) => `possible, but not sure: ${layers}`,
    passed: 'Result: passed',
    failed: 'Result: failed',
    unassessable: 'Result: not assessable',
  },
  action: { fail: '', warn: '(warning)', 'not-assessable': '', off: '' },
  conditions: {
    'new-restricted-item': 'new proprietary or restricted items',
    'non-osi-in-open-source-deliverable': 'licences without OSI approval in an open-source project',
    'concentration-rise': "rise of a layer's HHI",
    'level-worse': 'axes surely worse than the baseline',
    'level-possibly-worse': 'axes possibly worse',
    'new-large-vendor': 'gatekeepers (T1) that are newly there',
    'layer-concentration': 'layers with a very large vendor',
    'lock-in-award': 'direct awards with a lock-in reason',
    'single-bid': 'awards with a single bid',
    'unknown-licence': 'licence unknown, share of components',
    'unknown-maker': 'maker unknown, share of spend',
    'seal-ceiling': 'ceiling of the SEAL below the one asked for',
    tr03183: 'required fields of TR-03183-2 missing',
  },
  makerOfLines: 'maker unknown, share of lines',
  findingsOf: (titles, besides) => (besides === undefined ? `new findings: ${titles}` : `${besides}; ${titles}`),
  history: {
    number: 'No.',
    asOf: 'As of',
    level: 'Level',
    findings: 'Cases',
    basis: 'Basis',
    items: 'Items',
    set: 'Rule set',
    none: 'No audit stored yet.',
    unknown: (project, known) => `No audit of the project "${project}" is stored, but of: ${known}.`,
    rulesChanged: '* rules differ from the row before: not comparable as they stand',
  },
  columns: {
    basis: (basis) => basis, delimiter: 'separator', heading: 'heading row', rows: (n) => (n === 1 ? '1 row' : `${n} rows`), column: 'Column', headingText: 'Heading', field: 'Field', confidence: 'Confidence', written: 'Written', examples: 'Examples',
    undecided: 'ambiguous', number: (mark) => (mark === ',' ? 'numbers 1.234,56' : 'numbers 1,234.56'), decide: 'please decide', mapping: 'Mapping of the columns, to be corrected. Fields: docs/formats-csv.md', writtenTo: (path) => `Mapping: ${path}`,
  }, // prettier-ignore
  vendors: {
    none: 'No hit.',
    suggestion: 'Did you mean:',
    by: 'by',
    how: { id: 'id', name: 'name', text: 'text', brand: 'brand' },
    seat: 'seat',
    controlled: 'controlled by',
    tier: 'tier',
    kind: 'kind',
    roles: 'roles',
    source: 'source',
    since: 'since',
    entry: 'entry',
    products: 'products',
    names: 'also',
    owner: 'belongs to',
    jointly: 'belongs, jointly with others, to',
    brand: 'sells under the name',
    held: 'held jointly by',
    onTheDay: 'holds on the day',
    onDay: (day) => `Controlled on ${day} by:`,
    nobody: 'nobody (public hand, foundation or community)',
  },
  unmatched: {
    head: (groups, items) =>
      `${items === 1 ? '1 item' : `${items} items`} without a known maker${groups === 0 ? '.' : `, ${groups === 1 ? '1 template' : `${groups} templates, by weight`}. Each into a file of its own in the folder vendors/.`}`,
    left: (left) =>
      listed('Also without a known maker, but not listed: ', [
        counted(left.expired, 'line that has expired', 'lines that have expired'),
        counted(left.credit, 'credit or line that it cancels', 'credits and lines that they cancel'),
        counted(left.uncounted, 'item that does not count', 'items that do not count'),
        counted(left['no-it'], 'item that has nothing to do with IT', 'items that have nothing to do with IT'),
        counted(left.known, 'item that names only an organisation of the register', 'items that name only an organisation of the register'),
      ]),
    group: (items, euro) => `${items === 1 ? '1 item' : `${items} items`}${euro === undefined ? '' : `, ${euro} EUR`}`,
    fill: 'or foundation, public-body, community, individual',
  },
  rules: {
    policy: 'Policy',
    scope: 'Scope',
    severity: 'Severity',
    title: 'Title',
    fine: (files, policies, organisations) =>
      `Fine: ${files === 1 ? '1 file' : `${files} files`}; together ${policies === 1 ? '1 policy' : `${policies} policies`}, ${organisations === 1 ? '1 organisation' : `${organisations} organisations`}.`,
  },
}

/** Words of the terminal alone; what the report says too comes from its catalogue. */
export function cliWords(language: Language): CliWords {
  return { de, en }[language]
}
