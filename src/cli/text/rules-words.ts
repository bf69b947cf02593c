import type { Language } from '../../model/words.ts'

const de = {
  baseline: {
    made: (path: string, n: number) => `Vergleichsbasis ${path}: ${n === 1 ? '1 Fall' : `${n} Fälle`}`,
    added: 'hinzu',
    dropped: 'weg',
    kept: 'bleibt, derzeit nicht entscheidbar',
    unchanged: 'Nichts hat sich geändert; die Datei bleibt, wie sie ist.',
    sameFindings: 'Feststellungen: dieselben.',
    moved: (parts: string) => `Sonst neu: ${parts}`,
    parts: { asOf: 'Stichtag', rules: 'Regeln', axes: 'Stufen', concentration: 'Konzentration und Ausgaben' },
    against: (asOf: string) => `Verglichen mit der Vergleichsbasis vom ${asOf}`,
    axis: 'Ziel',
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
    tested: (n: number, failed: number) =>
      failed === 0
        ? `In Ordnung: ${n === 1 ? '1 Beispiel' : `${n} Beispiele`}.`
        : `${failed} von ${n === 1 ? '1 Beispiel' : `${n} Beispielen`} ${failed === 1 ? 'stimmt' : 'stimmen'} nicht.`,
    expected: (expect: string) => `erwartet: ${expect}`,
    replaces: (file: string, what: string, id: string) => `${file} ersetzt unsere Datei gleicher Kennung: ${what} ${id}`,
    unusedList: (id: string) => `Die Liste ${id} wird von keiner Regel gebraucht.`,
    written: (path: string) => `Angelegt: ${path}`,
    next: (command: string) => `Leere Texte ausfüllen, dann: ${command}`,
  },
  undecided: {
    count: (n: string) => `${n} nicht entscheidbar`,
    missing: 'es fehlt',
    summary: (policies: number, cases: string) =>
      `Nicht entscheidbar: ${cases === '1' ? '1 Fall' : `${cases} Fälle`} in ${policies === 1 ? '1 Regel' : `${policies} Regeln`}; keine Feststellung, aber auch nicht in Ordnung`,
    others: (n: number) => (n === 1 ? 'und eine weitere Regel' : `und ${n} weitere Regeln`),
    column: 'nicht entscheidbar',
    ofPolicy: (count: number, findings: number) =>
      `In der letzten Prüfung: ${findings === 1 ? '1 Fall' : `${findings} Fälle`}, ${count} nicht entscheidbar`,
    notApplied: (applied: false | null, set: string) =>
      applied === false
        ? `In der letzten Prüfung galt diese Regel nicht (Regelsatz ${set}).`
        : 'Die letzte Prüfung wurde nach anderen Regeln gemacht; von dieser Regel sagt sie nichts.',
    examples: 'Beispiele',
    ofItem: 'Nicht entscheidbar',
  },
  proof: {
    found: 'gefunden',
    truth: { yes: 'trifft zu', no: 'trifft nicht zu', unknown: 'nicht bekannt' },
  },
  fact: {
    scope: 'Bereich',
    scopes: { item: 'Eintrag', vendor: 'Anbieter', layer: 'Schicht', project: 'Projekt' },
    types: { text: 'Text', version: 'Version', number: 'Zahl', truth: 'ja oder nein', date: 'Datum', interval: 'Spanne' },
  },
  set: {
    gate: 'Bedingungen der Schranke',
    action: { fail: 'schlägt fehl', warn: 'warnt', 'not-assessable': 'nicht bewertbar', off: 'aus' },
    levels: 'Grenzen der Stufen',
    largest: 'größter privater Anbieter',
    layerShare: 'Schicht zählt ab',
    minLines: (n: number) => `mindestens ${n === 1 ? '1 Position' : `${n} Positionen`}`,
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
    made: (path, n) => `Baseline ${path}: ${n === 1 ? '1 case' : `${n} cases`}`,
    added: 'added',
    dropped: 'dropped',
    kept: 'kept, not decidable now',
    unchanged: 'Nothing has changed; the file stays as it is.',
    sameFindings: 'Findings: the same.',
    moved: (parts) => `Otherwise new: ${parts}`,
    parts: { asOf: 'day', rules: 'rules', axes: 'levels', concentration: 'concentration and spend' },
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
    tested: (n, failed) => {
      const examples = n === 1 ? '1 example' : `${n} examples`
      return failed === 0 ? `Fine: ${examples}.` : `${failed} of ${examples} ${failed === 1 ? 'is' : 'are'} wrong.`
    },
    expected: (expect) => `expected: ${expect}`,
    replaces: (file, what, id) => `${file} replaces ours of the same id: ${what} ${id}`,
    unusedList: (id) => `The list ${id} is used by no policy.`,
    written: (path) => `Written: ${path}`,
    next: (command) => `Fill in the empty texts, then: ${command}`,
  },
  undecided: {
    count: (n) => `${n} undecided`,
    missing: 'not known:',
    summary: (policies, cases) =>
      `Undecided: ${cases === '1' ? '1 case' : `${cases} cases`} in ${policies === 1 ? '1 policy' : `${policies} policies`}; no findings, but not fine either`,
    others: (n) => (n === 1 ? 'and one more policy' : `and ${n} more policies`),
    column: 'undecided',
    ofPolicy: (count, findings) => `In the last audit: ${findings === 1 ? '1 case' : `${findings} cases`}, ${count} undecided`,
    notApplied: (applied, set) =>
      applied === false
        ? `In the last audit this policy did not apply (rule set ${set}).`
        : 'The last audit was made by other rules; it says nothing of this policy.',
    examples: 'Examples',
    ofItem: 'Undecided',
  },
  proof: {
    found: 'found',
    truth: { yes: 'holds', no: 'does not hold', unknown: 'not known' },
  },
  fact: {
    scope: 'scope',
    scopes: { item: 'item', vendor: 'vendor', layer: 'layer', project: 'project' },
    types: { text: 'text', version: 'version', number: 'number', truth: 'truth', date: 'date', interval: 'interval' },
  },
  set: {
    gate: 'Conditions of the gate',
    action: { fail: 'fails', warn: 'warns', 'not-assessable': 'not assessable', off: 'off' },
    levels: 'Boundaries of the levels',
    largest: 'largest private vendor',
    layerShare: 'a layer counts from',
    minLines: (n) => `at least ${n === 1 ? '1 line' : `${n} lines`}`,
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
