import type { ColumnField } from '../../read/table/columns/header-words.ts'

/** What the fields of the mapping file are called in German; the mapping file itself has their English names. */
// prettier-ignore
const FIELDS: Readonly<Record<ColumnField, string>> = {
  product: 'Produkt', title: 'Gegenstand', description: 'Beschreibung', version: 'Version', manufacturer: 'Hersteller', supplier: 'Lieferant',
  vendor: 'Anbieter', licence: 'Lizenz', licenceModel: 'Lizenzmodell', category: 'Kategorie', quantity: 'Anzahl', contractValue: 'Auftragswert',
  awardValue: 'Zuschlagswert', payment: 'Zahlung', amount: 'Betrag', annualValue: 'Jahresbetrag', unitPrice: 'Einzelpreis', frameworkMax: 'Höchstwert',
  framework: 'Rahmenvertrag', agreement: 'Rahmenvertrag oder Abruf', estimate: 'Schätzwert', budget: 'Ansatz', flow: 'Einnahme oder Ausgabe',
  year: 'Jahr', stage: 'Ansatz oder Ergebnis', interval: 'Turnus', sign: 'Soll oder Haben', basis: 'netto oder brutto', currency: 'Währung',
  start: 'Beginn', end: 'Ende', duration: 'Laufzeit', notice: 'Kündigungsfrist', renewal: 'Verlängerung', terminated: 'gekündigt zum',
  status: 'Status', contractNumber: 'Vertragsnummer', cpv: 'CPV-Code', procedure: 'Vergabeart', awardReason: 'Begründung', bids: 'Angebote',
  person: 'Person, nie behalten', ignore: 'nicht verwendet', total: 'Gesamt', serviceTime: 'Leistungszeit', documentType: 'Belegart',
}

/** A field with its name in the reader's language: „contractValue (Auftragswert)“. */
export const fieldText = (field: ColumnField, language: 'de' | 'en'): string => (language === 'de' ? `${field} (${FIELDS[field]})` : field)
