import { listed, type ColumnField } from './header-words.ts'

/** Parts of compound headings, German and other, the more specific first; less sure than a whole heading. */
const STEMS: readonly (readonly [field: ColumnField, german: string, other?: string])[] = [
  ['person', 'Ansprechpartner, Bearbeiter, E-Mail, Telefon, Kontaktperson, Verantwortlich', 'Contactname'],
  ['ignore', 'Steuer, MwSt, Rabatt, Kostenstelle'],
  ['awardReason', 'Begründung'],
  ['bids', 'Anzahl Angebote, Anzahl der Angebote, Bieterzahl'],
  ['unitPrice', 'Einzelpreis, Stückpreis'],
  ['estimate', 'Geschätzt, Schätzwert', 'Estimated'],
  ['frameworkMax', 'Höchstwert, Obergrenze, Höchstbetrag, Maximalwert'],
  ['budget', 'Haushaltsansatz, Budget'],
  ['payment', 'Zahlung, Rechnungsbetrag', 'Spend'],
  ['awardValue', 'Zuschlagssumme'],
  ['contractValue', 'Auftragswert, Vertragswert, Auftragssumme, Vertragssumme, Auftragsvolumen', 'Contract value'],
  ['currency', 'Währung', 'Currency'],
  ['contractNumber', 'Vertragsnummer, Vertragsnr, Aktenzeichen, Bestellnummer'],
  ['notice', 'Kündigungsfrist'],
  ['start', 'Vertragsbeginn, Laufzeitbeginn, Startdat', 'Start date'],
  ['end', 'Vertragsende, Laufzeitende, Enddat, Laufzeit bis', 'End date'],
  ['duration', 'Laufzeit'],
  ['manufacturer', 'Hersteller', 'Manufacturer, Publisher'],
  ['supplier', 'Auftragnehmer, Lieferant, Vertragspartner, Kreditor, Begünstigt, Zuschlagsempfänger', 'Supplier, Beneficiary, Benificiary'],
  ['licenceModel', 'Lizenzmodell, Lizenzart, Vertragsart'],
  ['category', 'Kategorie, Warengruppe'],
  ['cpv', 'CPV'],
  ['product', 'Produktbezeichnung, Produktname, Softwareprodukt'],
  ['title', 'Vertragsgegenstand, Bezeichnung'],
  ['quantity', 'Anzahl Lizenzen'],
]

/** Ends of compound headings that tell an amount: "Lizenzkosten", "Wartungsbetrag". */
export const AMOUNT_ENDINGS: readonly { readonly word: string; readonly german: boolean }[] = [
  ...['kosten', 'betrag', 'beträge', 'preis', 'summe', 'gebühr', 'gebühren'].map((word) => ({ word, german: true })),
  ...['amount', 'cost', 'price'].map((word) => ({ word, german: false })),
]

/** Every stem with its language, in the order in which they are tried. */
export const HEADER_STEMS = STEMS.flatMap(([field, german, other = '']) => [
  ...listed(german).map((stem) => ({ stem, field, german: true })),
  ...listed(other).map((stem) => ({ stem, field, german: false })),
])
