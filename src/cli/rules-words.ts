import type { Language } from '../model/words.ts'

const de = {
  baseline: {
    made: (path: string, n: number) => `Vergleichsbasis ${path}: ${n === 1 ? '1 Feststellung' : `${n} Feststellungen`}`,
    added: 'hinzu',
    dropped: 'weg',
    kept: 'bleibt, derzeit nicht entscheidbar',
    unchanged: 'Nichts hat sich geändert.',
    against: (asOf: string) => `Verglichen mit der Vergleichsbasis vom ${asOf}`,
    axis: 'Achse',
    layer: 'Schicht',
    level: 'Stufe',
    basis: 'Grundlage',
    spend: 'Ausgaben beim Größten',
    finding: 'Feststellung',
  },
  waive: {
    added: (finding: string, until: string) => `Ausnahme für ${finding} bis ${until}`,
    waived: (n: number) => `Mit Ausnahme, ohne Wirkung auf die Schranke: ${n}`,
  },
  rules: {
    condition: 'Bedingung',
    source: 'Quelle',
    assumes: 'Annahme',
    examples: 'Beispiele',
    tested: (n: number, failed: number) => (failed === 0 ? `In Ordnung: ${n} Beispiele.` : `${failed} von ${n} Beispielen stimmen nicht.`),
    expected: (expect: string) => `erwartet: ${expect}`,
    written: (path: string) => `Angelegt: ${path}`,
    next: (command: string) => `Leere Texte ausfüllen, dann: ${command}`,
  },
  set: {
    gate: 'Bedingungen der Schranke',
    action: { fail: 'schlägt fehl', warn: 'warnt', 'not-assessable': 'nicht bewertbar', off: 'aus' },
    levels: 'Grenzen der Stufen',
    largest: 'größter privater Anbieter',
    layerShare: 'Schicht zählt ab',
    minLines: (n: number) => `mindestens ${n} Positionen`,
    open: 'offener Anteil',
    quarter: 'Gewicht',
    margin: 'Grenzfall innerhalb von',
    applied: (n: number) => `Regeln, die gelten (${n})`,
    instead: (severity: string) => `sonst ${severity}`,
    left: 'Regeln, die nicht gelten',
  },
}

type RulesWords = typeof de

const en: RulesWords = {
  baseline: {
    made: (path, n) => `Baseline ${path}: ${n === 1 ? '1 finding' : `${n} findings`}`,
    added: 'added',
    dropped: 'dropped',
    kept: 'kept, not decidable now',
    unchanged: 'Nothing has changed.',
    against: (asOf) => `Compared with the baseline of ${asOf}`,
    axis: 'Axis',
    layer: 'Layer',
    level: 'Level',
    basis: 'Basis',
    spend: 'Spend with the largest',
    finding: 'Finding',
  },
  waive: { added: (finding, until) => `Waiver of ${finding} until ${until}`, waived: (n) => `Waived, without effect on the gate: ${n}` },
  rules: {
    condition: 'Condition',
    source: 'Source',
    assumes: 'Assumes',
    examples: 'Examples',
    tested: (n, failed) => (failed === 0 ? `Fine: ${n} examples.` : `${failed} of ${n} examples are wrong.`),
    expected: (expect) => `expected: ${expect}`,
    written: (path) => `Written: ${path}`,
    next: (command) => `Fill in the empty texts, then: ${command}`,
  },
  set: {
    gate: 'Conditions of the gate',
    action: { fail: 'fails', warn: 'warns', 'not-assessable': 'not assessable', off: 'off' },
    levels: 'Boundaries of the levels',
    largest: 'largest private vendor',
    layerShare: 'a layer counts from',
    minLines: (n) => `at least ${n} lines`,
    open: 'open share',
    quarter: 'weight',
    margin: 'borderline within',
    applied: (n) => `Policies that apply (${n})`,
    instead: (severity) => `else ${severity}`,
    left: 'Policies that do not apply',
  },
}

/** Words of the commands that care for rules, waivers and baselines. */
export function rulesWords(language: Language): RulesWords {
  return { de, en }[language]
}
