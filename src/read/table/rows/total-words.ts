import { fold } from '../columns/fold.ts'

/** SAP marks the levels of its sums with asterisks. */
export const STARS = /^\*{1,4}$/
/** The asterisks in the same cell as what is summed up: "* 0000100234", "** Summe". */
const STARRED = /^\*{1,4}\s+(?=\S)/
/** "= Ordentliche Aufwendungen" of the forms of municipal budgets, and no formula. */
const FORM = /^= ?\p{L}[^(]*$/u
const TOTAL =
  /^(?:gesamt[a-z]*(?:summe|betrag|kosten|wert|ergebnis|preis|volumen)|zwischensumme|teilsumme|endsumme|endbetrag|grand total|sub-?total|insgesamt|ubertrag|saldo|(?:anfangs|end|schluss|eroffnungs)(?:bestand|saldo)|(?:saldo|bestands|gewinn)?vortrag$|(?:opening|closing) balance|balance (?:brought|carried) forward)(?![a-z])/
const TAX =
  /^(?:(?:netto|brutto)(?:summe|betrag)?|(?:(?:zzgl|zuzgl|zuzuglich|plus|davon|hiervon|darin|inkl|incl|enthaltene)\.? |\+ ?)?(?:(?:gesetzl\.|gesetzliche[rn]?) )?(?:\d+ ?% )?(?:mwst|ust|mehrwertsteuer|umsatzsteuer|vat)\.?(?: ?\(?\d+(?:,\d+)? ?%\)?)?) ?:?$/
/** These begin a total, and the name of a firm: "Total Gas & Power". */
const BEGINS =
  /^(?:gesamt|summen?|total|zusammen|(?:zahl|zahlungs|auszahlungs|rechnungs)betrag|(?:rechnungs|auftrags|vertrags|angebots)summe|zu zahlen(?:der betrag)?|[∑σ])(?![a-z])/
/** These end one: "Hardware, gesamt". */
const ENDS = /(?<![\s,:(-])[\s,:(-]+(?:gesamt|insgesamt|summe|total|zusammen|(?:teil)?ergebnis|[∑σ])\)?:?$/
/** What is summed up here is money, and no part of it. */
const MONEY =
  /^(?:(?:auftrags?|vertrags|rechnungs|angebots|bestell|netto|brutto)-?)?(?:betrage?|werte?|kosten|preise?|volumen|summen?|ausgaben|aufwand|aufwendungen|auszahlungen|ertrage|einnahmen|einzahlungen)$/
/** "Alle Lose" may be a total, and "Alle Lizenzen" a line. */
const ALL = /^alle [a-z]+:?$/
/** What is summed up here has parts that have names. */
const PART =
  /(?<![a-z])(?:abteilung|amt|bereich|fachbereich|dezernat|department|directorate|kapitel|titel|titelgruppe|einzelplan|kategorie|category|gruppe|hauptgruppe|obergruppe|warengruppe|group|kostenstelle|kostenart|konto|sachkonto|cost cent(?:er|re)|account|los|lot|seite|page|blatt|abschnitt|section|lieferant|supplier|vendor|hersteller)(?![a-z])/
/** The end of a firm's name. */
const FIRM = /(?<![a-z])(?:gmbh|ag|se|kg|kgaa|ohg|ug|ltd|limited|inc|llc|llp|plc|corp|b\.?v|s\.?a|s\.?r\.?l|s\.?p\.?a)\.?$/
/** Words that say no more than that it is a total. */
const PLAIN = new Set(
  `gesamt insgesamt summe summen total totals overall sum all alle aller alles der die das des den dem fur von vom zum zur im in bis ab aus auf und
  u o als je pro of for the to from and on at this a eur euro euros chf usd gbp tsd tausend mio t teur netto brutto net gross inkl incl inc
  excl zzgl ohne mit mwst ust vat tax steuer steuern mehrwertsteuer umsatzsteuer kosten betrag betrage wert werte preis ausgaben ausgabe aufwand
  aufwendungen auszahlung auszahlungen einnahmen ertrage einzahlungen zahlungen zahlung spend spending expenditure payments payment cost costs amount
  amounts value price paid invoices invoice rechnungen rechnung vertrage vertrag auftrage auftragswert auftragswerte positionen position posten zeilen
  lieferanten suppliers vendors contracts contract items lines rows records transactions lizenzen lizenz licences licenses software hardware
  dienstleistung dienstleistungen leistungen services wartung pflege support it edv beschaffung beschaffungen anzahl number count menge quantity
  jahr jahre jahres year years monat monate month quartal quarter haushaltsjahr geschaftsjahr fy p q oben unten above below laufend laufende
  januar februar marz april mai juni juli august september oktober november dezember january february march may june july october december
  jan feb mar apr jun jul aug sep sept okt oct nov dez dec`.split(/\s+/),
)

/** Whether a folded text calls a part of a whole: "fachbereich 2". */
export const namesPart = (text: string): boolean => PART.test(text) && !FIRM.test(text)

/** A total, or perhaps one: `name`, folded, is what it sums up by its words, '' where they do not say. */
export type SaidTotal = 'total' | { readonly name: string }

/**
 * What the only words of a row beside its numbers make of it. Of what may be a total its amount decides, and whether what
 * stands beside the word is named among the rows.
 */
export function totalOf(text: string): SaidTotal | undefined {
  const trimmed = text.trim()
  if (STARS.test(trimmed)) return 'total'
  if (isStarred(trimmed)) return starredTotal(trimmed.replace(STARRED, ''))
  if (FORM.test(trimmed)) return 'total'
  const folded = fold(text)
  if (TOTAL.test(folded) || TAX.test(folded)) return 'total'
  const begins = BEGINS.exec(folded)
  if (begins === null) return endsAsTotal(folded)
  const name = folded.slice(begins[0].length).replace(/^[^a-z0-9]+/, '')
  return isPlain(name) || namesPart(name) ? 'total' : { name }
}

const isPlain = (text: string): boolean => text.split(/[^a-z]+/).every((word) => word === '' || PLAIN.has(word))

/** Whether a total says of nothing in particular that it is one: "Summe", "Gesamt netto 2026", and not "Summe Fachbereich 2". */
export function isPlainTotal(text: string): boolean {
  const folded = fold(text)
  const said = BEGINS.exec(folded) ?? TOTAL.exec(folded)
  return said !== null && isPlain(folded.slice(said[0].length))
}

export const isStarred = (text: string): boolean => STARRED.test(text)

/** Asterisks beside a number mark the sum of what has it; beside a name they may mark something else. */
const starredTotal = (text: string): SaidTotal => totalOf(text) ?? { name: /\p{L}{3}/u.test(text) ? '' : fold(text) }

function endsAsTotal(folded: string): SaidTotal | undefined {
  if (ALL.test(folded)) return { name: '' }
  const ends = ENDS.exec(folded)
  if (ends === null) return undefined
  const name = folded.slice(0, ends.index)
  return MONEY.test(name) ? 'total' : { name }
}
