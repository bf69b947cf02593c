import { listed, type ColumnField } from './header-words.ts'

/** Parts of compound headings, German and other, the more specific first; less sure than a whole heading. */
const STEMS: readonly (readonly [field: ColumnField, german: string, other?: string])[] = [
  ['person', 'Ansprechpartner, Bearbeiter, E-Mail, Telefon, Kontaktperson, Verantwortlich', 'Contactname'],
  ['ignore', 'Steuer, MwSt, Rabatt, Kostenstelle, Restlaufzeit, Zahlungsziel, Zahlungsart, Zahlungsbedingung, Kündigungstermin, Kündbar'],
  [
    'interval',
    'Wartungsintervall, Pflegeintervall, Supportintervall, Lizenzintervall, Gebührenintervall, Mietintervall, Ratenintervall, Zahlungsintervall, Abrechnungsintervall, Rechnungsintervall, Zahlungsturnus, Abrechnungsturnus, Rechnungsturnus, Wartungsturnus, Zahlungsrhythmus, Abrechnungsrhythmus, Fälligkeitsintervall, Zahlungsweise, Zahlweise',
    'Billing frequency, Billing period, Billing cycle, Payment frequency',
  ],
  ['awardReason', 'Begründung'],
  ['bids', 'Anzahl Angebote, Zahl der Angebote, Anzahl eingegangene Angebote, eingegangenen Angebote, eingegangener Angebote, Bieterzahl'],
  ['unitPrice', 'Einzelpreis, Stückpreis'],
  ['estimate', 'Geschätzt, Schätzwert', 'Estimated'],
  ['frameworkMax', 'Höchstwert, Obergrenze, Höchstbetrag, Maximalwert'],
  ['budget', 'Haushaltsansatz, Budget'],
  [
    'supplier',
    'Zahlungsempfänger, Zuschlagsbieter, Erfolgreicher Bieter, beauftragtes Unternehmen, beauftragten Unternehmens, bezuschlagtes Unternehmen',
  ],
  ['payment', 'Zahlung, Rechnungsbetrag', 'Spend'],
  ['awardValue', 'Zuschlagssumme, Vergabewert'],
  [
    'contractValue',
    'Auftragswert, Vertragswert, Auftragssumme, Vertragssumme, Auftragsvolumen, Auftragshöhe, Abrufwert, Abrufsumme',
    'Contract value',
  ],
  ['currency', 'Währung', 'Currency'],
  ['contractNumber', 'Vertragsnummer, Vertragsnr, Aktenzeichen, Bestellnummer'],
  ['notice', 'Kündigungsfrist'],
  ['start', 'Vertragsbeginn, Laufzeitbeginn, Startdat, Beginn Laufzeit, Beginn der Laufzeit, Beginn der Vertragslaufzeit', 'Start date'],
  [
    'end',
    'Vertragsende, Laufzeitende, Enddat, Laufzeit bis, Ende Laufzeit, Ende der Laufzeit, Ende der Vertragslaufzeit',
    'End date, Expiration date, Expiry date',
  ],
  ['duration', 'Laufzeit, Ausführungszeitraum, Vertragszeitraum'],
  ['manufacturer', 'Hersteller', 'Manufacturer, Publisher'],
  ['supplier', 'Auftragnehmer, Lieferant, Vertragspartner, Kreditor, Begünstigt, Zuschlagsempfänger', 'Supplier, Beneficiary, Benificiary'],
  ['licenceModel', 'Lizenzmodell, Lizenzart, Vertragsart'],
  ['category', 'Kategorie, Warengruppe'],
  ['cpv', 'CPV'],
  ['product', 'Produktbezeichnung, Produktname, Softwareprodukt'],
  ['title', 'Vertragsgegenstand, Beschaffungsgegenstand, Bezeichnung'],
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
