import type { NoteId } from './notes.ts'
import type { Words } from './words.ts'

interface Told {
  /** What it means for the result. */
  readonly means: Words
  /** What to do about it. */
  readonly fix: Words
}

/** What is at stake where a note is made, the most first: in this order they are told where there is little room. */
// prettier-ignore
export const NOTE_KINDS = {
  decision: {
    means: { de: 'Jemand hat etwas festgelegt, was das Ergebnis bestimmt oder demnächst ändert.', en: 'Somebody laid down something that decides the result, or will soon change it.' },
    fix: { de: 'Prüfen, ob es noch so gelten soll: Projektdatei, eigene Regeln, Ausnahmen und Vergleichsbasis lassen sich ändern (docs/project.md, docs/waivers.md, docs/baseline.md).', en: 'Check that it is still meant so: project file, rules of your own, waivers and baseline can be changed (docs/project.md, docs/waivers.md, docs/baseline.md).' },
  },
  twice: {
    means: { de: 'Dasselbe könnte zweimal zählen. Dann sind die Ausgaben zu hoch und alle Anteile daran verschoben.', en: 'The same may count twice. Then the spend is too high, and every share of it is shifted.' },
    fix: { de: 'Die genannten Zeilen vergleichen und, was doppelt ist, in den Eingaben nur einmal stehen lassen. In mehreren Listen zählt ein Vertrag einmal, wenn jede seine Vertragsnummer nennt; verschiedene Verträge brauchen verschiedene Nummern.', en: 'Compare the lines named, and let what is there twice stand only once in the inputs. A contract that is in several lists counts once if each gives its contract number; different contracts need different numbers.' },
  },
  'left-out': {
    means: { de: 'Geld oder eine Position zählt nicht mit. Ist das falsch, fehlt es in den Ausgaben und in allen Anteilen daran.', en: 'Money or a line does not count. If that is wrong, it is missing from the spend and from every share of it.' },
    fix: { de: 'Die genannten Stellen ansehen. Soll es zählen, die Angabe in der Eingabe ergänzen, in der Zuordnung der Spalten (--map; „eigenstand columns“ schreibt eine) eine andere Spalte wählen oder in der Projektdatei angeben, was fehlt (Kurs, Steuersatz).', en: 'Look at the places named. If it is to count, add what is missing in the input, choose another column in the mapping (--map; "eigenstand columns" writes one), or state what is missing in the project file (rate, VAT).' },
  },
  unread: {
    means: { de: 'Ein Teil der Eingaben wurde nicht gelesen und zählt nirgends.', en: 'A part of the inputs was not read and counts nowhere.' },
    fix: { de: 'Prüfen, ob darin etwas steht, was zählen soll; wenn ja, die Eingabe berichtigen und noch einmal prüfen.', en: 'Check whether it holds anything that is to count; if so, correct the input and audit again.' },
  },
  assumed: {
    means: { de: 'Die Eingaben lassen offen, wie etwas gemeint ist; es gilt die genannte Annahme.', en: 'The inputs leave open how something is meant; the assumption named holds.' },
    fix: { de: 'Stimmt die Annahme nicht, es in der Eingabe, in der Zuordnung der Spalten (--map) oder in der Projektdatei sagen.', en: 'If the assumption is wrong, say so in the input, in the mapping of the columns (--map) or in the project file.' },
  },
  unknown: {
    means: { de: 'Eine Angabe fehlt, widerspricht sich oder ist nicht lesbar. Sie gilt als unbekannt und macht die Anteile breiter; als gut zählt sie nie.', en: 'A statement is missing, contradicts itself or cannot be read. It counts as unknown and widens the shares; it never counts as good.' },
    fix: { de: 'Die Angabe an der genannten Stelle ergänzen oder berichtigen und noch einmal prüfen.', en: 'Add or correct the statement at the place named and audit again.' },
  },
  told: {
    means: { de: 'Zur Kenntnis: So wurde gelesen, was in den Eingaben steht.', en: 'For information: this is how what the inputs say was read.' },
    fix: { de: 'Nichts ist zu tun, solange es so gemeint ist.', en: 'There is nothing to do as long as it is meant so.' },
  },
} as const satisfies Record<string, Told>
export type NoteKind = keyof typeof NOTE_KINDS

const KIND_OF = {
  decision: ['W-LIMIT', 'W-WAIVER-EXPIRES', 'W-WAIVER-EXPIRED', 'W-WAIVER-LATER', 'W-WAIVER-UNUSED', 'W-ENTRY-UNUSED', 'W-BASELINE-RULES', 'W-BASELINE-LATER', 'W-REPLACED', 'W-LIMIT-LATER'],
  twice: ['W-MAYBE-SAME', 'W-SAME-LINES', 'W-NUMBER-AGAIN', 'W-OTHER-CONTRACT', 'W-YEARS-SUMMED', 'W-YEAR-SHEETS-SUMMED', 'W-FRAMEWORK', 'W-HIDDEN-ROWS'],
  'left-out': [
    'W-AMOUNTS-UNKNOWN', 'W-CURRENCY', 'W-NO-CURRENCY', 'W-CURRENCIES', 'W-NO-AMOUNT', 'W-TOTAL-COUNTED', 'W-AMOUNT-MISSED', 'W-AMOUNT-UNUSED', 'W-AMOUNT-SHARED',
    'W-MASKED', 'W-NO-NAME-AMOUNTS', 'W-UNNAMED', 'W-CREDIT', 'W-CANCELLED', 'W-SAME-CONTRACT', 'W-SAME-LIST', 'W-CONTRACT-AGAIN', 'W-PARTS', 'W-MEMO', 'W-TOTAL',
    'W-INCOME', 'W-INCOME-TITLES', 'W-INCOME-ACCOUNTS', 'W-OTHER-YEARS', 'W-OTHER-STAGE', 'W-ROWS-REPLACED', 'W-ROWS-OF-WINNERS', 'W-CORRECTED',
    'W-NO-IT', 'W-SUMMARY', 'W-PAID-CONTRACT', 'W-CALLED-OFF', 'W-CEILING', 'W-NOT-BEGUN', 'W-STATUS-OVER', 'W-STATUS-PLANNED', 'W-OTHER-YEAR-SHEETS',
    'W-SETTLED', 'W-STRUCK', 'W-UNIT-PRICES', 'W-INTERVAL-UNREAD', 'W-PLACEHOLDER', 'W-OWN-UNIT-UNCLEAR',
  ],
  unread: [
    'W-INPUT-FAILED', 'W-SKIPPED', 'W-LINK', 'W-NO-ITEMS', 'W-NO-NAMES', 'W-NO-NAME', 'W-SHEET', 'W-HIDDEN-SHEET', 'W-PIVOT-SHEET', 'W-ROW', 'W-RAGGED', 'W-BEYOND', 'W-NO-WINNER',
    'W-NO-AWARD', 'W-NO-RELEASES', 'W-LINKED-RELEASES', 'W-FAR-CELLS', 'W-ELSEWHERE',
  ],
  assumed: [
    'W-VAT', 'W-GROSS', 'W-EUR-ASSUMED', 'W-USD-ASSUMED', 'W-INTERVAL', 'W-INTERVAL-UNUSED', 'W-MINUS', 'W-SIGN', 'W-TYPE-CREDIT', 'W-MAYBE-CREDIT', 'W-REMARK', 'W-OTHER-AMOUNTS', 'W-PORTAL', 'W-KIND',
    'W-OWN-UNIT', 'W-OWN-UNIT-SCALED', 'W-OF-YEAR', 'W-PERIODS-SUMMED', 'W-STRUCK-CELLS', 'W-DITTO', 'W-STEPS', 'W-PRICE-OR-SUM', 'W-OPTIONAL', 'W-STATUS', 'W-STATUS-TERMINATED', 'W-OPTION', 'W-PROJECT', 'W-SAMPLE', 'W-NOTICES', 'W-RELATION', 'W-NO-DIRECT', 'W-NO-ROOT', 'W-SPDX-PATCH', 'W-PURLS', 'W-HIDDEN-COLUMN',
  ],
  unknown: [
    'W-RANGE', 'W-LAYER', 'W-CELL', 'W-ERROR-CELLS', 'W-FORMULA', 'W-REVERSED', 'W-SHORT-ROWS', 'W-BLOCKS', 'W-WINNER-UNNAMED', 'W-SUPPLIER-UNLINKED', 'W-BIDDERS',
    'W-CONTRACT-LINK', 'W-CONTRACT-TENDER', 'W-TYPE', 'W-DUPLICATE-KEY', 'W-DUPLICATE-REF', 'W-PURL', 'W-DANGLING', 'W-LICENCE-REF', 'W-LICENCE-NONE', 'W-LICENCE-TWICE', 'W-CONTESTED',
  ],
  told: ['W-COLUMN', 'W-SET-ASIDE', 'W-ENCODING', 'W-ENCODED-TWICE', 'W-MERGED-CELLS', 'W-PARTY-ABOVE', 'W-BESIDE', 'W-MERGED', 'W-FILES', 'W-NOT-COUNTED', 'W-PUBLISHED', 'W-RELEASES-MERGED', 'W-PERSON', 'W-MORE'],
} as const satisfies Record<NoteKind, readonly NoteId[]> // prettier-ignore

const KINDS = Object.keys(NOTE_KINDS) as readonly NoteKind[]
/** Every note has its kind: a test looks. */
export const KIND_OF_NOTE: ReadonlyMap<string, NoteKind> = new Map(
  KINDS.flatMap((kind) => KIND_OF[kind].map((code) => [code, kind] as const)),
)

/** What kind of note it is; one that a later version made is for information. */
export const noteKind = (code: string): NoteKind => KIND_OF_NOTE.get(code) ?? 'told'

/** Where a note stands among others: by what is at stake. */
export const noteRank = (code: string): number => KINDS.indexOf(noteKind(code))

/** What is to be done about a single note, where that is more than its kind says. */
// prettier-ignore
const FIXES: Partial<Record<NoteId, Words>> = {
  'W-SAME-LINES': { de: 'Die genannten Zeilen vergleichen. Steht dasselbe doppelt, eine davon löschen; sind es zwei Verträge, jedem seine Vertragsnummer geben. In Listen von Zahlungen kommen gleiche Zeilen zu Recht vor.', en: 'Compare the lines named. If the same is there twice, delete one of them; if they are two contracts, give each its contract number. Lists of payments rightly have lines that are alike.' },
  'W-BLOCKS': { de: 'Gilt der Eintrag für den ganzen Block, ihn in jede Zeile schreiben (in Excel: leere Zellen der Spalte markieren, =ZelleDarüber, Strg+Eingabe) oder dort „dito“ eintragen.', en: 'If the entry holds for its whole block, write it into every row (in Excel: select the empty cells of the column, =cell above, Ctrl+Enter), or write "ditto" there.' },
  'W-YEARS-SUMMED': { de: 'Soll nur ein Jahr gelten, die Spalte in der Zuordnung (--map) als year angeben; welches Jahr gilt, folgt dann aus dem Stichtag (--as-of).', en: 'If only one year is to hold, say in the mapping (--map) that the column is year; which year holds then follows from the day of the audit (--as-of).' },
  'W-HIDDEN-ROWS': { de: 'Prüfen, ob die ausgeblendeten Zeilen dazugehören; wenn nicht, sie vor dem Speichern löschen.', en: 'Check whether the hidden rows belong to the list; if not, delete them before saving.' },
  'W-STRUCK': { de: 'Klären, ob die durchgestrichenen Zeilen weggefallen sind. Wenn ja, sie löschen; gelten sie noch, die Durchstreichung entfernen.', en: 'Find out whether the rows that are struck through no longer hold. If so, delete them; if they still hold, take the strikethrough away.' },
  'W-STRUCK-CELLS': { de: 'Durchgestrichene Angaben löschen; was noch gilt, ohne Durchstreichung schreiben.', en: 'Delete what is struck through, and write what still holds without it.' },
  'W-BASELINE-LATER': { de: '--as-of prüfen. Stimmt der Tag in der Vergleichsbasis nicht, sie mit „eigenstand baseline update“ erneuern.', en: 'Check --as-of. If the day in the baseline is wrong, renew it with "eigenstand baseline update".' },
  'W-OPTIONAL': { de: 'Was nicht beauftragt ist, löschen oder in einer Spalte „Status“ als Angebot bezeichnen.', en: 'Delete what was not ordered, or call it an offer in a column "Status".' },
  'W-ENTRY-UNUSED': { de: 'Die Schreibweise prüfen: Es gilt der ganze Name, die Kennung oder die purl eines Eintrags, bei einem Stern am Ende der Anfang davon (docs/project.md); was es nicht mehr gibt, entfernen.', en: 'Check the spelling: what counts is the whole name, id or purl of an item, or with a star at the end its beginning (docs/project.md); remove what is no longer there.' },
  'W-CURRENCY': { de: 'In der Projektdatei unter rates einen Kurs mit Datum angeben (docs/project.md).', en: 'State a rate with its date under rates in the project file (docs/project.md).' },
  'W-NO-CURRENCY': { de: 'In der Zuordnung (--map) currency angeben.', en: 'Say currency in the mapping (--map).' },
  'W-AMOUNT-UNUSED': { de: 'Je Zeile zählt ein Betrag. Soll die genannte Spalte statt der anderen gelten, ihr in der Zuordnung (--map) das Feld geben, das der Hinweis nennt; was dort steht, geht vor. Stehen beide darin, die andere weglassen oder ignore nennen. „eigenstand columns DATEI“ zeigt, wie die Spalten gelesen wurden.', en: 'Of each line one amount counts. If the column named is to hold instead of the other, give it the field that the note says in the mapping (--map); what is said there comes first. If both are in it, leave the other out or call it ignore. "eigenstand columns FILE" shows how the columns were read.' },
  'W-PERIODS-SUMMED': { de: 'Fehlen Teile des Jahres, ist der Betrag des Jahres größer: sie ergänzen. Soll eine andere Spalte gelten, sie in der Zuordnung (--map) nennen.', en: 'If parts of the year are missing, the amount of the year is larger: add them. If another column is to hold, name it in the mapping (--map).' },
  'W-AMOUNTS-UNKNOWN': { de: 'Die Beträge in der Liste als Zahl nachtragen, auch geschätzte („ca. 400.000 €“ ist keine Zahl); für fremde Währung in der Projektdatei unter rates einen Kurs angeben. Welche Zeilen es sind, sagt „eigenstand explain coverage“.', en: 'Add the amounts in the list as numbers, estimated ones too ("about 400,000" is no number); for foreign money state a rate under rates in the project file. "eigenstand explain coverage" tells which lines they are.' },
  'W-CREDIT': { de: 'Der Gutschrift die Rechnungs- oder Vertragsnummer oder den Produktnamen der Zeile geben, die sie mindert.', en: 'Give the credit the invoice or contract number or the product name of the line that it reduces.' },
  'W-TOTAL': { de: 'Nachsehen, was der Summe fehlt oder zu viel ist: oft eine Zelle, die nicht lesbar ist, eine Zeile, die nicht mitzählt, oder eine Summe, die niemand erneuert hat.', en: 'Look at what the total lacks or has too much of: often a cell that cannot be read, a row that does not count, or a total that nobody renewed.' },
  'W-REMARK': { de: 'Die Bemerkungen lesen. Was endet, in einer Spalte „Vertragsende“ oder „Gekündigt zum“ mit seinem Tag angeben; was nicht mehr gilt, löschen oder im Status so nennen.', en: 'Read the remarks. Give the day of what ends in a column "Contract end" or "Terminated as of"; delete what no longer holds, or say so in a column "Status".' },
  'W-SIGN': { de: 'Ist es umgekehrt gemeint, die Beträge in der Liste mit ihrem Vorzeichen schreiben und die Spalte in der Zuordnung (--map) als ignore angeben.', en: 'If it is meant the other way round, write the amounts in the list with their sign, and say in the mapping (--map) that the column is ignore.' },
  'W-MAYBE-CREDIT': { de: 'Mindern sie die Ausgaben, ihren Betrag in der Liste mit Minus schreiben. Steht die Richtung in einer anderen Spalte (Soll/Haben, +/-), sie in der Zuordnung (--map) als sign angeben.', en: 'If they reduce the expenditure, write their amounts with a minus sign in the list. If another column says the direction (debit/credit, +/-), say in the mapping (--map) that it is sign.' },
  'W-SAME-CONTRACT': { de: 'Prüfen, ob es wirklich derselbe Vertrag ist; verschiedene Verträge brauchen verschiedene Nummern.', en: 'Check that it is the same contract indeed; different contracts need different numbers.' },
  'W-NO-IT': { de: 'Ist doch IT darunter, sie in einer Spalte für Warengruppe oder CPV-Code so bezeichnen oder das Produkt in der Projektdatei nennen.', en: 'If there is IT among it, say so in a column for category or CPV code, or name the product in the project file.' },
  'W-KIND': { de: 'Eine Spalte für Warengruppe oder CPV-Code ergänzen; dann ist bekannt, was Software ist und was nicht.', en: 'Add a column for category or CPV code; then it is known what is software and what is not.' },
  'W-VAT': { de: 'In der Überschrift der Spalte „netto“ oder „brutto“ schreiben; für Bruttobeträge in der Projektdatei den Steuersatz angeben (vat).', en: 'Write net or gross in the heading of the column; for gross amounts state the rate in the project file (vat).' },
  'W-GROSS': { de: 'In der Projektdatei den Steuersatz angeben (vat); dann wird auf netto umgerechnet.', en: 'State the rate in the project file (vat); then amounts are converted to net.' },
  'W-LAYER': { de: 'Eine Spalte für die Kategorie ergänzen oder das Produkt in eigenen Regeln einer Schicht zuordnen (docs/rules.md).', en: 'Add a column for the category, or give the product a layer in rules of your own (docs/rules.md).' },
  'W-RANGE': { de: 'Was bekannt sein müsste, sagt der Bericht auf der ersten Seite und in Abschnitt 6: meist Hersteller und Lizenz der größten ungeklärten Positionen.', en: 'What would have to be known is said on the first page of the report and in section 6: mostly maker and licence of the largest lines that are undecided.' },
  'W-COLUMN': { de: 'Steht in der Spalte etwas, was zählen soll, sie in der Zuordnung (--map) einem Feld geben; „eigenstand columns DATEI --write-map“ schreibt eine.', en: 'If the column holds something that is to count, give it a field in the mapping (--map); "eigenstand columns FILE --write-map" writes one.' },
}

/** What a note means, and what to do. */
export function noteHelp(code: NoteId): Told {
  const { means, fix } = NOTE_KINDS[noteKind(code)]
  return { means, fix: FIXES[code] ?? fix }
}
