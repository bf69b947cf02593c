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
  vendors: { none: 'Kein Treffer.', suggestion: 'Meinten Sie:', by: 'über', seat: 'Sitz', controlled: 'beherrscht von', tier: 'Stufe', kind: 'Art', roles: 'Rollen', source: 'Quelle', since: 'seit', entry: 'Eintrag', products: 'Produkte' },
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
  vendors: { none: 'No hit.', suggestion: 'Did you mean:', by: 'by', seat: 'seat', controlled: 'controlled by', tier: 'tier', kind: 'kind', roles: 'roles', source: 'source', since: 'since', entry: 'entry', products: 'products' },
  rules: { policy: 'Policy', scope: 'Scope', severity: 'Severity', title: 'Title', fine: (files, policies, organisations) => `Fine: ${files} files, ${policies} policies, ${organisations} organisations.` },
}

/** Words of the terminal alone; what the report says too comes from its catalogue. */
export function cliWords(language: Language): CliWords {
  return { de, en }[language]
}
