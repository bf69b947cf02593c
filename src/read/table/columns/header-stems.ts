import { listed, type ColumnField } from './header-words.ts'

/** Parts of compound headings, the more specific first; less sure than a whole heading. */
const STEMS: readonly (readonly [field: ColumnField, stems: string])[] = [
  ['person', 'Ansprechpartner, Bearbeiter, E-Mail, Telefon, Kontaktperson, Contactname, Verantwortlich'],
  ['ignore', 'Steuer, MwSt, Rabatt, Kostenstelle'],
  ['awardReason', 'Begründung'],
  ['bids', 'Anzahl Angebote, Anzahl der Angebote, Bieterzahl'],
  ['unitPrice', 'Einzelpreis, Stückpreis'],
  ['estimate', 'Geschätzt, Schätzwert, Estimated'],
  ['frameworkMax', 'Höchstwert, Obergrenze, Höchstbetrag, Maximalwert'],
  ['budget', 'Haushaltsansatz, Budget'],
  ['payment', 'Zahlung, Rechnungsbetrag, Spend'],
  ['awardValue', 'Zuschlagssumme'],
  ['contractValue', 'Auftragswert, Vertragswert, Auftragssumme, Vertragssumme, Auftragsvolumen, Contract value'],
  ['currency', 'Währung, Currency'],
  ['contractNumber', 'Vertragsnummer, Vertragsnr, Aktenzeichen, Bestellnummer'],
  ['notice', 'Kündigungsfrist'],
  ['start', 'Vertragsbeginn, Laufzeitbeginn, Startdat, Start date'],
  ['end', 'Vertragsende, Laufzeitende, Enddat, End date, Laufzeit bis'],
  ['duration', 'Laufzeit'],
  ['manufacturer', 'Hersteller, Manufacturer, Publisher'],
  ['supplier', 'Auftragnehmer, Lieferant, Vertragspartner, Supplier, Kreditor, Begünstigt'],
  ['licenceModel', 'Lizenzmodell, Lizenzart, Vertragsart'],
  ['category', 'Kategorie, Warengruppe'],
  ['cpv', 'CPV'],
  ['product', 'Produktbezeichnung, Produktname, Softwareprodukt'],
  ['title', 'Vertragsgegenstand, Bezeichnung'],
  ['quantity', 'Anzahl Lizenzen'],
]

/** Ends of compound headings that tell an amount: "Lizenzkosten", "Wartungsbetrag". */
export const AMOUNT_ENDINGS: readonly string[] = [
  'kosten',
  'betrag',
  'beträge',
  'preis',
  'summe',
  'gebühr',
  'gebühren',
  'amount',
  'cost',
  'price',
]

/** Every stem, in the order in which they are tried. */
export const HEADER_STEMS = STEMS.flatMap(([field, stems]) => listed(stems).map((stem) => ({ stem, field })))
