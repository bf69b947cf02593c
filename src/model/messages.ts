import type { Words } from './words.ts'

interface Message extends Words {
  /** Exit code of the process when this ends it. */
  readonly exit: number
  readonly hint: Words
}

const entry = (exit: number, de: string, en: string, hintDe: string, hintEn: string): Message => ({ exit, de, en, hint: { de: hintDe, en: hintEn } })

/**
 * Everything that can go wrong, once. `E2…` usage, configuration and rules, `E3…` inputs, `E4…` database and output,
 * `E5…` nothing to assess, `E7…` internal. Ids never change meaning.
 */
export const MESSAGES = {
  E2001: entry(2, 'Falscher Aufruf: {what}', 'Wrong usage: {what}', 'Hilfe: eigenstand {command} --help', 'Help: eigenstand {command} --help'),
  E2002: entry(2, 'Kein Datum: „{value}“.', 'Not a date: "{value}".', 'Als JJJJ-MM-TT angeben, z. B. 2026-01-31.', 'Give it as YYYY-MM-DD, e.g. 2026-01-31.'),
  E2003: entry(2, 'Den Regelsatz „{set}“ gibt es nicht.', 'There is no rule set "{set}".', 'Vorhanden: {known}.', 'There are: {known}.'),
  E2004: entry(2, 'Die Datei „{path}“ stammt nicht von eigenstand und wird nicht ersetzt.', 'The file "{path}" is not from eigenstand and is not replaced.', 'Mit --force ersetzen oder mit --output einen anderen Namen angeben.', 'Replace it with --force or give another name with --output.'),
  E2005: entry(2, 'Das Ausgabeformat „{format}“ gibt es nicht.', 'There is no output format "{format}".', 'Vorhanden: {known}.', 'There are: {known}.'),
  E2006: entry(2, 'Nichts gefunden zu „{id}“.', 'Nothing found for "{id}".', '{hint}', '{hint}'),
  E2101: entry(2, 'Kein gültiges YAML: {what}', 'Not valid YAML: {what}', 'Einrückung, Anführungszeichen und Doppelpunkte an dieser Stelle prüfen.', 'Check indentation, quotes and colons at this place.'),
  E2102: entry(2, 'Unbekannter Schlüssel „{key}“.', 'Unknown key "{key}".', 'Meinten Sie „{near}“? Erlaubt: {known}.', 'Did you mean "{near}"? Allowed: {known}.'),
  E2103: entry(2, '{what}', '{what}', 'Die Form steht in docs/rules.md.', 'The form is described in docs/rules.md.'),
  E2104: entry(2, '„{id}“ ist doppelt: auch in {other}.', '"{id}" is there twice: also in {other}.', 'Einen der beiden Einträge umbenennen oder entfernen.', 'Rename or remove one of the two entries.'),
  E2105: entry(2, '„{id}“ ist nirgends erklärt ({what}).', '"{id}" is defined nowhere ({what}).', 'Schreibweise prüfen oder den Eintrag anlegen.', 'Check the spelling or add the entry.'),
  E2106: entry(2, 'Das Beispiel „{says}“ der Regel {policy} ergibt {actual}, erwartet war {expect}.', 'The example "{says}" of policy {policy} gives {actual}, expected was {expect}.', 'Die Bedingung oder das Beispiel berichtigen.', 'Correct the condition or the example.'),
  E2107: entry(2, 'Nicht erlaubt in YAML-Dateien: {what}.', 'Not allowed in YAML files: {what}.', 'Anker, Verweise, Marken und mehrere Dokumente weglassen; höchstens 1 MiB und Tiefe 32.', 'Leave out anchors, aliases, tags and several documents; at most 1 MiB and depth 32.'),
  E2108: entry(2, 'Der Regelordner „{path}“ ist nicht lesbar.', 'The rules folder "{path}" cannot be read.', 'Pfad und Zugriffsrechte prüfen.', 'Check the path and its permissions.'),
  E3001: entry(3, 'Die Datei gibt es nicht oder sie ist nicht lesbar.', 'The file does not exist or cannot be read.', 'Pfad und Zugriffsrechte prüfen.', 'Check the path and its permissions.'),
  E3002: entry(3, 'Die Datei ist leer.', 'The file is empty.', 'Die Datei neu erzeugen oder neu herunterladen.', 'Create or download the file again.'),
  E3003: entry(3, 'Das Format wird nicht erkannt{looks}.', 'The format is not recognised{looks}.', 'Gelesen werden: {known}.', 'What can be read: {known}.'),
  E3004: entry(3, 'Die Datei ist größer als erlaubt ({size} > {limit}).', 'The file is larger than allowed ({size} > {limit}).', 'Mit {flag} eine höhere Grenze setzen.', 'Set a higher limit with {flag}.'),
  E3005: entry(3, 'Das ist ein Ordner, keine Datei.', 'This is a folder, not a file.', 'Die Dateien darin einzeln angeben.', 'Give the files in it one by one.'),
  E3101: entry(3, 'Kein gültiges JSON: {what}.', 'Not valid JSON: {what}.', 'Die Datei neu erzeugen; an dieser Stelle bricht sie ab oder ist beschädigt.', 'Create the file again; it breaks off or is damaged at this place.'),
  E3102: entry(3, 'Das JSON ist tiefer verschachtelt als erlaubt ({limit}).', 'The JSON is nested deeper than allowed ({limit}).', 'Mit --max-depth eine höhere Grenze setzen, wenn die Datei vertrauenswürdig ist.', 'Set a higher limit with --max-depth if the file can be trusted.'),
  E3103: entry(3, 'Eine Zeichenkette ist länger als erlaubt ({limit}).', 'A string is longer than allowed ({limit}).', 'Mit --max-string eine höhere Grenze setzen.', 'Set a higher limit with --max-string.'),
  E3104: entry(3, 'Mehr Komponenten als erlaubt ({limit}).', 'More components than allowed ({limit}).', 'Mit --max-components eine höhere Grenze setzen.', 'Set a higher limit with --max-components.'),
  E3105: entry(3, 'Die Zeichenkodierung ist beschädigt ({what}).', 'The character encoding is damaged ({what}).', 'Die Datei als UTF-8 speichern.', 'Save the file as UTF-8.'),
  E3201: entry(3, 'CycloneDX {version} wird nicht unterstützt.', 'CycloneDX {version} is not supported.', 'Gelesen werden die Fassungen {known}.', 'The versions that can be read are {known}.'),
  E3202: entry(3, 'Hier steht {actual}, erwartet wird {expected}.', 'Here is {actual}, expected is {expected}.', 'Die Datei gegen das Schema ihres Formats prüfen.', 'Check the file against the schema of its format.'),
  E3203: entry(3, 'SPDX {version} wird nicht unterstützt.', 'SPDX {version} is not supported.', 'Gelesen werden die Fassungen {known}.', 'The versions that can be read are {known}.'),
  E3204: entry(3, 'Kein gültiges SPDX: {what}.', 'Not valid SPDX: {what}.', 'Die Datei neu erzeugen; an dieser Stelle bricht sie ab oder ist beschädigt.', 'Create the file again; it breaks off or is damaged at this place.'),
  E3301: entry(3, 'Keine Kopfzeile zu erkennen. Gefundene Spalten: {found}.', 'No heading row can be understood. Columns found: {found}.', 'Eine Zuordnung mit --map DATEI angeben, z. B.:\n{example}', 'Give a mapping with --map FILE, for example:\n{example}'),
  E3302: entry(3, 'Nach der Kopfzeile folgen keine Datenzeilen.', 'No data rows follow the heading row.', 'Prüfen, ob die richtige Tabelle gespeichert wurde.', 'Check that the right table was saved.'),
  E3303: entry(3, 'Die Zahlen der Spalte „{column}“ sind nicht eindeutig, z. B. „{value}“.', 'The numbers of column "{column}" are ambiguous, e.g. "{value}".', 'In der Zuordnung (--map) numbers: de oder numbers: en angeben.', 'Say numbers: de or numbers: en in the mapping (--map).'),
  E3304: entry(3, 'Die Daten der Spalte „{column}“ sind nicht eindeutig, z. B. „{value}“.', 'The dates of column "{column}" are ambiguous, e.g. "{value}".', 'In der Zuordnung (--map) dates: dmy oder dates: mdy angeben.', 'Say dates: dmy or dates: mdy in the mapping (--map).'),
  E3305: entry(3, 'Mehr Spalten als erlaubt ({limit}).', 'More columns than allowed ({limit}).', 'Mit --max-columns eine höhere Grenze setzen.', 'Set a higher limit with --max-columns.'),
  E3306: entry(3, 'Ein Datensatz ist länger als erlaubt ({limit}).', 'A record is longer than allowed ({limit}).', 'Fehlende Anführungszeichen prüfen oder mit --max-record eine höhere Grenze setzen.', 'Check for missing quotes or set a higher limit with --max-record.'),
  E3307: entry(3, 'Ein Anführungszeichen wird nicht geschlossen.', 'A quotation mark is never closed.', 'Ab dieser Zeile die Anführungszeichen prüfen.', 'Check the quotation marks from this line on.'),
  E3308: entry(3, 'Die Spalten sind nicht eindeutig: {what}.', 'The columns are ambiguous: {what}.', 'Eine Zuordnung mit --map DATEI angeben, z. B.:\n{example}', 'Give a mapping with --map FILE, for example:\n{example}'),
  E3401: entry(3, 'Kein gültiges XML: {what}.', 'Not valid XML: {what}.', 'Die Datei neu erzeugen; an dieser Stelle ist sie beschädigt.', 'Create the file again; it is damaged at this place.'),
  E3402: entry(3, 'Eine DOCTYPE-Angabe ist nicht erlaubt.', 'A DOCTYPE is not allowed.', 'Die Datei ohne DOCTYPE und Entitäten erzeugen.', 'Create the file without DOCTYPE and entities.'),
  E3403: entry(3, 'Das XML ist tiefer verschachtelt als erlaubt ({limit}).', 'The XML is nested deeper than allowed ({limit}).', 'Mit --max-depth eine höhere Grenze setzen, wenn die Datei vertrauenswürdig ist.', 'Set a higher limit with --max-depth if the file can be trusted.'),
  E3501: entry(3, 'Kein gültiges YAML: {what}.', 'Not valid YAML: {what}.', 'Die Datei neu erzeugen; an dieser Stelle ist sie beschädigt.', 'Create the file again; it is damaged at this place.'),
  E3502: entry(3, 'Nicht erlaubt in YAML-Eingaben: {what}.', 'Not allowed in YAML inputs: {what}.', 'Die Datei ohne Anker, Verweise, Marken und übermäßige Tiefe erzeugen, oder als JSON.', 'Create the file without anchors, aliases, tags and excessive depth, or as JSON.'),
  E3503: entry(3, 'Für {format} ist die Datei zu groß ({size} > {limit}).', 'The file is too large for {format} ({size} > {limit}).', 'Dasselbe als JSON erzeugen; das wird in jeder Größe gelesen.', 'Create the same as JSON, which is read at any size.'),
  E4001: entry(4, 'Die Datenbank „{path}“ kann nicht geöffnet werden: {what}', 'The database "{path}" cannot be opened: {what}', 'Pfad, Rechte und freien Speicher prüfen, eine andere mit --db angeben oder mit --no-store nichts ablegen.', 'Check path, permissions and free space, give another with --db, or store nothing with --no-store.'),
  E4002: entry(4, 'Die Datenbank „{path}“ ist keine von eigenstand oder ist beschädigt.', 'The database "{path}" is not one of eigenstand or is damaged.', 'Eine Sicherung zurückspielen oder mit --db eine andere angeben.', 'Restore a backup or give another with --db.'),
  E4003: entry(4, 'Die Datei „{path}“ kann nicht geschrieben werden: {what}', 'The file "{path}" cannot be written: {what}', 'Ordner, Rechte und freien Speicher prüfen; in Excel geöffnete Dateien schließen.', 'Check folder, permissions and free space; close files that are open in Excel.'),
  E4004: entry(4, 'Die Datenbank „{path}“ stammt von einer neueren Fassung (Schema {found}, bekannt bis {known}).', 'The database "{path}" was written by a newer version (schema {found}, known up to {known}).', 'eigenstand aktualisieren oder mit --db eine andere Datenbank angeben.', 'Update eigenstand or give another database with --db.'),
  E5001: entry(5, 'Es gibt nichts zu bewerten.', 'There is nothing to assess.', 'Prüfen, ob die Eingabe Komponenten oder Positionen enthält.', 'Check that the input contains components or lines.'),
  E5002: entry(5, '{n} von {all} Eingaben konnten nicht gelesen werden; der Bericht ist vorläufig.', '{n} of {all} inputs could not be read; the report is provisional.', 'Die genannten Eingaben berichtigen und erneut prüfen.', 'Correct the inputs named and audit again.'),
  E7001: entry(70, 'Interner Fehler: {what}', 'Internal error: {what}', 'Mit --debug wiederholen und den Fehler melden.', 'Repeat with --debug and report the error.'),
  E7801: entry(78, 'Kein passendes Node gefunden.', 'No fitting Node found.', 'Node 22.13 oder neuer installieren.', 'Install Node 22.13 or newer.'),
} as const satisfies Record<`E${number}`, Message>

export type MessageId = keyof typeof MESSAGES

/** Remarks on what was read or assumed; they stand in the audit's `notes` and never end a run. */
export const NOTES = {
  'W-ENCODING': { de: 'Die Datei ist nicht UTF-8 und wurde als {encoding} gelesen.', en: 'The file is not UTF-8 and was read as {encoding}.' },
  'W-DUPLICATE-KEY': { de: 'Der Schlüssel „{key}“ steht doppelt; die Angaben gelten als unbekannt.', en: 'The key "{key}" is there twice; what it says counts as unknown.' },
  'W-TYPE': { de: '„{field}“ hat den falschen Typ und wurde nicht verwendet.', en: '"{field}" has the wrong type and was not used.' },
  'W-NO-NAME': { de: 'Ein Eintrag ohne Namen wurde nicht verwendet.', en: 'An entry without a name was not used.' },
  'W-PURL': { de: 'Die purl „{purl}“ ist ungültig und wurde nicht verwendet.', en: 'The purl "{purl}" is invalid and was not used.' },
  'W-DUPLICATE-REF': { de: 'Die Kennung „{ref}“ kommt mehrfach vor.', en: 'The reference "{ref}" occurs more than once.' },
  'W-PURLS': { de: '{n} Pakete nennen mehrere purls; die erste gilt.', en: '{n} packages give several purls; the first one holds.' },
  'W-FILES': { de: '{n} Dateien und Ausschnitte sind keine Pakete und wurden nicht verwendet.', en: '{n} files and snippets are no packages and were not used.' },
  'W-DANGLING': { de: 'Verweise auf {n} Kennungen, die es nicht gibt.', en: 'References to {n} ids that do not exist.' },
  'W-NO-ROOT': { de: 'Die SBOM sagt nicht, wovon sie handelt; direkt und transitiv sind nicht zu unterscheiden.', en: 'The SBOM does not say what it is about; direct and transitive cannot be told apart.' },
  'W-NO-DIRECT': { de: 'Keine Komponente ist als direkt erkennbar; alle zählen, das Ergebnis ist vorläufig.', en: 'No component is known to be direct; all count and the result is provisional.' },
  'W-RELATION': { de: 'Von einigen Komponenten ist nicht bekannt, ob sie direkt sind; sie zählen wie direkte.', en: 'Of some components it is not known whether they are direct; they count like direct ones.' },
  'W-LAYER': { de: 'Einige Positionen sind keiner Schicht zugeordnet; sie bilden eine eigene.', en: 'Some lines have no layer; they form one of their own.' },
  'W-SAMPLE': { de: 'Die Liste ist eine Auswahl oder eine Sammlung von Bekanntmachungen.', en: 'The list is a sample or a collection of notices.' },
  'W-RANGE': { de: 'Was nicht bekannt ist, lässt mehr als eine Stufe zu.', en: 'What is not known leaves more than one level possible.' },
  'W-MERGED': { de: '{n} Komponenten stehen in mehreren SBOMs und zählen einmal.', en: '{n} components are in several SBOMs and count once.' },
  'W-SAME-CONTRACT': { de: '{n} Verträge stehen in mehreren Listen und zählen einmal.', en: '{n} contracts are in several lists and count once.' },
  'W-MAYBE-SAME': { de: '{n} Zeilen gleichen sich ohne gemeinsame Vertragsnummer; alle zählen.', en: '{n} lines look alike without a common contract number; all count.' },
  'W-VAT': { de: 'Ob {n} Beträge netto oder brutto sind, ist nicht gesagt; sie gelten als netto.', en: 'Whether {n} amounts are net or gross is not said; they are taken as net.' },
  'W-GROSS': { de: '{n} Beträge sind brutto, die Projektdatei nennt keinen Steuersatz; sie gelten wie angegeben.', en: '{n} amounts are gross and the project file gives no VAT rate; they count as stated.' },
  'W-CREDIT': { de: '{n} Beträge haben kein Gewicht: Gutschriften heben sie auf, oder es sind Gutschriften ohne Gegenstück.', en: '{n} amounts have no weight: credits cancel them, or they are credits without a counterpart.' },
  'W-CURRENCY': { de: '{n} Beträge in {currency} ohne Umrechnungskurs in der Projektdatei haben kein Gewicht.', en: '{n} amounts in {currency} have no weight: the project file gives no rate.' },
  'W-COLUMN': { de: 'Die Spalte „{column}“ wurde nicht zugeordnet.', en: 'The column "{column}" was not assigned.' },
  'W-CELL': { de: '„{value}“ in „{column}“ ist nicht lesbar und gilt als unbekannt.', en: '"{value}" in "{column}" cannot be read and counts as unknown.' },
  'W-ROW': { de: 'Zeile nicht verwendet: {why}.', en: 'Row not used: {why}.' },
  'W-RAGGED': { de: 'Zeile nicht verwendet: {cells} Zellen bei {columns} Spalten.', en: 'Row not used: {cells} cells in {columns} columns.' },
  'W-SHORT-ROWS': { de: '{n} Zeilen haben weniger Zellen als die Kopfzeile (Zeile {lines}); was fehlt, gilt als unbekannt.', en: '{n} rows have fewer cells than the heading (line {lines}); what is missing counts as unknown.' },
  'W-SET-ASIDE': {
    de: '{n} Zeilen sind keine Positionen: {blank} leer, {totals} Summen, {groups} Gruppen, {footnotes} Fußnoten, {headings} wiederholte Kopfzeilen (Zeile {lines}).',
    en: '{n} rows are no lines of the list: {blank} blank, {totals} totals, {groups} groups, {footnotes} footnotes, {headings} repeated headings (line {lines}).',
  },
  'W-AMOUNT-UNUSED': { de: 'Die Beträge der Spalte „{column}“ wurden nicht gebraucht; eine andere Spalte nennt sie genauer.', en: 'The amounts of column "{column}" were not needed; another column states them better.' },
  'W-EUR-ASSUMED': { de: 'Keine Währung angegeben; die Beträge gelten als EUR.', en: 'No currency is given; the amounts are taken as EUR.' },
  'W-NO-CURRENCY': { de: 'Für {n} Beträge ist keine Währung angegeben; sie haben kein Gewicht. In der Zuordnung (--map) currency angeben.', en: 'No currency is given for {n} amounts; they have no weight. Say currency in the mapping (--map).' },
  'W-MORE': { de: '{n} weitere Hinweise {code} sind nicht einzeln aufgeführt.', en: '{n} more notes {code} are not listed one by one.' },
  'W-NO-ITEMS': { de: 'Die Eingaben enthalten nichts, was zu bewerten wäre.', en: 'The inputs contain nothing to assess.' },
  'W-INPUT-FAILED': { de: 'Nicht gelesen: {path} ({code}).', en: 'Not read: {path} ({code}).' },
} as const satisfies Record<`W-${string}`, Words>

export type NoteId = keyof typeof NOTES
