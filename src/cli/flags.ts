import { Flags } from './oclif.ts'
import type { Limits } from '../model/ports.ts'
import { LANGUAGES } from '../model/words.ts'
import { CSV_DIALECTS } from '../report/cells.ts'
import { ARCHIVE_LIMITS } from '../read/zip/limits.ts'

interface Limit {
  readonly key: keyof Limits
  readonly standard: number
  readonly most?: number
  readonly words: string
}

/**
 * Upper bounds of what is read. 0 forbids everything; it never means unlimited. `most` is what a bound can be raised to:
 * beyond it lie the depth of recursion and the length of a string in JavaScript.
 */
export const LIMITS = {
  'max-file': { key: 'fileBytes', standard: 1 << 30, words: 'Bytes je Eingabedatei · bytes per input file' },
  'max-depth': { key: 'depth', standard: 128, most: 1000, words: 'Schachtelungstiefe von JSON und XML · nesting depth of JSON and XML' },
  'max-components': { key: 'components', standard: 1_000_000, words: 'Komponenten je SBOM · components per SBOM' },
  'max-string': { key: 'stringBytes', standard: 1 << 20, most: 1 << 28, words: 'Bytes je Zeichenkette · bytes per string' },
  'max-record': { key: 'recordBytes', standard: 1 << 20, most: 1 << 28, words: 'Bytes je Zeile einer Liste · bytes per record of a list' },
  'max-columns': { key: 'columns', standard: 1000, words: 'Spalten einer Liste · columns of a list' },
  'max-inflated': {
    key: 'inflatedBytes',
    standard: ARCHIVE_LIMITS.inflatedBytes,
    words: 'entpackte Bytes je Archiv · inflated bytes per archive',
  },
  'max-ratio': {
    key: 'inflationRatio',
    standard: ARCHIVE_LIMITS.inflationRatio,
    words: 'Verhältnis entpackt zu gepackt über 5 MiB · ratio inflated to packed above 5 MiB',
  },
  'max-parts': { key: 'parts', standard: ARCHIVE_LIMITS.parts, words: 'Teile je Archiv · parts per archive' },
  'max-cells': { key: 'cells', standard: ARCHIVE_LIMITS.cells, words: 'Zellen je Arbeitsmappe · cells per workbook' },
  'max-texts': {
    key: 'textBytes',
    standard: ARCHIVE_LIMITS.textBytes,
    words: 'Bytes gemeinsamer Texte je Arbeitsmappe · bytes of shared texts per workbook',
  },
} as const satisfies Record<string, Limit>

/** One flag for each limit. */
export const limitFlags = Object.fromEntries(
  Object.entries<Limit>(LIMITS).map(([name, { standard, most, words }]) => [
    name,
    Flags.integer({ summary: `${words} (${standard})`, min: 0, ...(most !== undefined && { max: most }), helpGroup: 'limits' }),
  ]),
) as Record<keyof typeof LIMITS, ReturnType<typeof Flags.integer>>

/** Flags that every command has. */
export const commonFlags = {
  lang: Flags.string({ summary: 'Sprache · language', options: [...LANGUAGES] }),
  json: Flags.boolean({ summary: 'Ergebnis oder Fehler als JSON auf stdout · result or error as JSON on stdout' }),
  quiet: Flags.boolean({ summary: 'nur das Ergebnis · the result only' }),
  debug: Flags.boolean({ summary: 'bei Fehlern mehr zeigen · show more on errors' }),
}

/** Flags of every command that looks at the rules. */
export const rulesFlags = {
  rules: Flags.string({ summary: 'Ordner mit eigenen Regeln, ergänzt unsere · folder of own rules, added to ours', helpValue: 'DIR' }),
}

export const storeFlags = {
  db: Flags.string({ summary: 'Datenbankdatei · database file', helpValue: 'FILE' }),
}

export const dialectFlag = Flags.string({
  summary: 'Form von CSV: für Excel auf Deutsch oder für Programme · form of CSV: for German Excel or for programs',
  options: Object.keys(CSV_DIALECTS),
  default: 'excel-de',
})

/** Flags of `audit` and `check`. */
export const auditFlags = {
  ...commonFlags,
  ...rulesFlags,
  ...storeFlags,
  ...limitFlags,
  project: Flags.string({ summary: 'Name des Projekts · name of the project', helpValue: 'NAME' }),
  authority: Flags.string({ summary: 'Behörde · authority', helpValue: 'NAME' }),
  'as-of': Flags.string({ summary: 'Stichtag, JJJJ-MM-TT (heute) · day of the audit, YYYY-MM-DD (today)', helpValue: 'DATE' }),
  set: Flags.string({ summary: 'Regelsatz · rule set', helpValue: 'NAME' }),
  map: Flags.string({ summary: "Zuordnung der Spalten einer Liste · mapping of a list's columns", helpValue: 'FILE' }),
  format: Flags.string({ summary: 'eine Ausgabe: Format · one output: format', helpValue: 'FORMAT' }),
  output: Flags.string({
    summary:
      'wohin, „-“ für stdout; die Endung sagt das Format; was dort steht, wird ersetzt · where to, "-" for stdout; its ending says the format; what is there is replaced',
    helpValue: 'FILE',
  }),
  report: Flags.string({ summary: 'mehrere Ausgaben · several outputs', helpValue: 'FORMAT=FILE', multiple: true }),
  'csv-dialect': dialectFlag,
  'no-store': Flags.boolean({ summary: 'nichts in der Datenbank ablegen · store nothing' }),
  'keep-going': Flags.boolean({
    summary: 'unlesbare Eingaben überspringen, Bericht vorläufig · skip unreadable inputs, report provisional',
  }),
}
