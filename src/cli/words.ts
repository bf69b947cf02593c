import type { Language } from '../model/words.ts'

const de = {
  asOf: 'Stichtag',
  set: 'Regelsatz',
  none: 'keine',
  items: (n: number) => (n === 1 ? '1 Eintrag' : `${n} Einträge`),
  more: (n: number) => (n === 1 ? 'und eine weitere' : `und ${n} weitere`),
  source: (read: number, rejected: number, unusable: number) => `${read} gelesen, ${rejected} zurückgewiesen, ${unusable} ohne Inhalt`,
  report: (path: string) => `Bericht: ${path}`,
  stored: (number: number, path: string) => `Abgelegt als Prüfung ${number} in ${path}`,
  gate: { condition: 'Bedingung', limit: 'Grenze', actual: 'Ist', met: 'erfüllt', yes: 'ja', no: 'NEIN', open: 'nicht bewertet', passed: 'Ergebnis: bestanden', failed: 'Ergebnis: nicht bestanden', unassessable: 'Ergebnis: nicht bewertbar' },
  action: { fail: '', warn: '(Warnung)', 'not-assessable': '', off: '' },
  conditions: {
    'new-restricted-item': 'neue proprietäre oder eingeschränkte Einträge',
    'non-osi-in-open-source-deliverable': 'nicht OSI-anerkannte Lizenzen im Open-Source-Projekt',
    'concentration-rise': 'Anstieg des HHI einer Schicht',
    'level-worse': 'Achsen sicher schlechter als die Vergleichsbasis',
    'level-possibly-worse': 'Achsen möglicherweise schlechter',
    'new-large-vendor': 'neue Einträge von Torwächtern (T1)',
    'layer-concentration': 'Schichten mit sehr großem Anbieter',
    'lock-in-award': 'Direktvergaben mit Bindungsgrund',
    'single-bid': 'Vergaben mit nur einem Angebot',
    'unknown-licence': 'Lizenz unbekannt, Anteil der Komponenten',
    'unknown-maker': 'Hersteller unbekannt, Anteil der Ausgaben',
  },
  history: { number: 'Nr.', asOf: 'Stichtag', level: 'Stufe', findings: 'Feststellungen', items: 'Einträge', set: 'Regelsatz', none: 'Noch keine Prüfung abgelegt.', rulesChanged: '* andere Regeln als in der Zeile davor: nicht ohne Weiteres vergleichbar' },
  columns: {
    delimiter: 'Trennzeichen', heading: 'Kopfzeile', rows: (n: number) => `${n} Zeilen`, column: 'Spalte', headingText: 'Überschrift', field: 'Feld', confidence: 'Sicherheit', written: 'Schreibweise', examples: 'Beispiele',
    undecided: 'nicht eindeutig', number: (mark: string): string => (mark === ',' ? 'Zahlen 1.234,56' : 'Zahlen 1,234.56'), decide: 'bitte entscheiden', mapping: 'Zuordnung der Spalten, zum Berichtigen. Felder: docs/formats-csv.md', writtenTo: (path: string) => `Zuordnung: ${path}`,
  }, // prettier-ignore
  vendors: { none: 'Kein Treffer.', suggestion: 'Meinten Sie:', by: 'über', seat: 'Sitz', controlled: 'beherrscht von', tier: 'Stufe', kind: 'Art', roles: 'Rollen', source: 'Quelle', since: 'seit', entry: 'Eintrag', products: 'Produkte', names: 'auch', owner: 'gehört zu', onTheDay: 'gilt am Stichtag', onDay: (day: string) => `Am ${day} beherrscht von:`, nobody: 'niemandem (öffentliche Hand, Stiftung oder Gemeinschaft)' },
  unmatched: {
    head: (groups: number, items: number) => `${items} Einträge ohne bekannten Hersteller, ${groups} Vorlagen, nach Gewicht. Jede in eine eigene Datei im Ordner vendors/.`,
    group: (items: number, euro: string | undefined) => `${items === 1 ? '1 Eintrag' : `${items} Einträge`}${euro === undefined ? '' : `, ${euro} EUR`}`,
    fill: 'oder foundation, public-body, community, individual',
  },
  rules: { policy: 'Regel', scope: 'Bereich', severity: 'Gewicht', title: 'Titel', fine: (files: number, policies: number, organisations: number) => `In Ordnung: ${files} Dateien, ${policies} Regeln, ${organisations} Organisationen.` },
}

type CliWords = typeof de

const en: CliWords = {
  asOf: 'as of',
  set: 'rule set',
  none: 'none',
  items: (n) => (n === 1 ? '1 item' : `${n} items`),
  more: (n) => (n === 1 ? 'and one more' : `and ${n} more`),
  source: (read, rejected, unusable) => `${read} read, ${rejected} rejected, ${unusable} without content`,
  report: (path) => `Report: ${path}`,
  stored: (number, path) => `Stored as audit ${number} in ${path}`,
  gate: { condition: 'Condition', limit: 'Limit', actual: 'Actual', met: 'met', yes: 'yes', no: 'NO', open: 'not evaluated', passed: 'Result: passed', failed: 'Result: failed', unassessable: 'Result: not assessable' },
  action: { fail: '', warn: '(warning)', 'not-assessable': '', off: '' },
  conditions: {
    'new-restricted-item': 'new proprietary or restricted items',
    'non-osi-in-open-source-deliverable': 'licences without OSI approval in an open-source project',
    'concentration-rise': "rise of a layer's HHI",
    'level-worse': 'axes surely worse than the baseline',
    'level-possibly-worse': 'axes possibly worse',
    'new-large-vendor': 'new items of gatekeepers (T1)',
    'layer-concentration': 'layers with a very large vendor',
    'lock-in-award': 'direct awards with a lock-in reason',
    'single-bid': 'awards with a single bid',
    'unknown-licence': 'licence unknown, share of components',
    'unknown-maker': 'maker unknown, share of spend',
  },
  history: { number: 'No.', asOf: 'As of', level: 'Level', findings: 'Findings', items: 'Items', set: 'Rule set', none: 'No audit stored yet.', rulesChanged: '* rules differ from the row before: not comparable as they stand' },
  columns: {
    delimiter: 'separator', heading: 'heading row', rows: (n) => `${n} rows`, column: 'Column', headingText: 'Heading', field: 'Field', confidence: 'Confidence', written: 'Written', examples: 'Examples',
    undecided: 'ambiguous', number: (mark) => (mark === ',' ? 'numbers 1.234,56' : 'numbers 1,234.56'), decide: 'please decide', mapping: 'Mapping of the columns, to be corrected. Fields: docs/formats-csv.md', writtenTo: (path) => `Mapping: ${path}`,
  }, // prettier-ignore
  vendors: { none: 'No hit.', suggestion: 'Did you mean:', by: 'by', seat: 'seat', controlled: 'controlled by', tier: 'tier', kind: 'kind', roles: 'roles', source: 'source', since: 'since', entry: 'entry', products: 'products', names: 'also', owner: 'belongs to', onTheDay: 'holds on the day', onDay: (day) => `Controlled on ${day} by:`, nobody: 'nobody (public hand, foundation or community)' },
  unmatched: {
    head: (groups, items) => `${items} items without a known maker, ${groups} stubs, by weight. Each into a file of its own in the folder vendors/.`,
    group: (items, euro) => `${items === 1 ? '1 item' : `${items} items`}${euro === undefined ? '' : `, ${euro} EUR`}`,
    fill: 'or foundation, public-body, community, individual',
  },
  rules: { policy: 'Policy', scope: 'Scope', severity: 'Severity', title: 'Title', fine: (files, policies, organisations) => `Fine: ${files} files, ${policies} policies, ${organisations} organisations.` },
}

/** Words of the terminal alone; what the report says too comes from its catalogue. */
export function cliWords(language: Language): CliWords {
  return { de, en }[language]
}
