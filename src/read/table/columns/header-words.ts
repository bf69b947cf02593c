/**
 * Headings as they stand above real lists (and a few that are only to be expected), once per field. Compared without
 * case, accents, blanks, punctuation, units, years and footnote marks. Those made of several known words are in `composed.ts`. `vendor`, `total` and `serviceTime` mean two things; other
 * columns decide. `ignore` is understood and not used; `person` is never kept.
 */
const WORDS = {
  product: {
    de: `
      Produkt, Produktname, Produktbezeichnung, Software, Softwarename, Softwareprodukt, Software-Bezeichnung, Artikel, Artikelname,
      Artikelbezeichnung, Programm, Anwendung, Anwendungsname, Applikation, Tool, Fachverfahren, Verfahren, Verfahrensname, Lizenzprodukt, Lizenzname, Produkt / Leistung,
      Hersteller / Produkt, Abonnementname`,
    en: `
      Product, Product name, Software product, Software name, Software title, Application, Application name, DisplayName,
      ARPDisplayName, windowsDisplayName, product_info.product, License name, Licence name, Item name, Module name, Package name, Package, Application title, Subscription name, Product family, Product title`,
  },
  title: {
    de: `
      Titel, Bezeichnung, Bez., Kurzbezeichnung, Kurztext, Vertragsbezeichnung, Vertragsgegenstand, Vertragsname, Vertragstitel, Gegenstand,
      Leistung, Leistungsbezeichnung, Leistungsgegenstand, Auftragsgegenstand, Auftragsbezeichnung, Maßnahme, Zweck, Zweckbestimmung,
      Verwendungszweck, Betreff, Bestelltext, Buchungstext, Positionstext, Kopftext, Text, Materialkurztext, Materialtext, Bezeichnung des Vorhabens, Bezeichnung der Leistung, Zuwendung für, Name,
      Beschaffungsgegenstand, Gegenstand der Beschaffung, Gegenstand des Auftrags, Gegenstand der Leistung, Art und Umfang der Leistung,
      Umfang der Leistung, Projekttitel, Projektname, Projektbezeichnung, Objekttitel, Leasingobjekt, Leasinggegenstand, Leasinggut, Mietgegenstand, Mietobjekt, Zeilenbeschriftungen`,
    en: `
      Title, Contract title, Contract name, Project name, ProjectNameAndDescription, Subject, Subject of grant or contract, Item,
      Item description, Line description, Line item description, Product description, Goods description, Description of goods, objet, Nom, Row Labels`,
  },
  description: {
    de: 'Beschreibung, Beschrieb, Leistungsbeschreibung, Produktbeschreibung, Artikelbeschreibung, Kurzbeschreibung, Erläuterung',
    en: 'Description, description_en, Short description, Service description, Purpose, Purpose of spend, Details, Scope, Narrative',
  },
  version: {
    de: 'Version, Versionsnummer, Release, Softwareversion, Anwendungsversion',
    en: 'Software version, ProductVersion, DisplayVersion, ApplicationVersion, Revision, windowsDisplayVersion, product_info.version, Package version, Installed version, License version, Licence version',
  },
  manufacturer: {
    de: 'Hersteller, Herstellerin, Softwarehersteller, Produkthersteller, Herstellerfirma, Name des Herstellers, Lizenzgeber, Herausgeber, Anwendungsherausgeber, Urheber, Marke, Fabrikat',
    en: 'Manufacturer, Publisher, Software publisher, SoftwarePublisher, mfr_name, Maker, Make, Brand, Brand name, OEM, Éditeur, product_info.vendor',
  },
  supplier: {
    de: `
      Lieferant, Lieferfirma, Auftragnehmer, Auftragnehmerin, Name des Auftragnehmers, Vertragspartner, Vertragspartnerin,
      Vertragsnehmer, Kreditor, Zuschlagsempfänger, Begünstigter, Begünstigte, Name des Begünstigten, Zuwendungsempfänger,
      Dienstleister, Händler, Bezugsquelle, Rechnungssteller, Reseller, Kreditorenname, Name des Kreditors, Name Kreditor,
      Lieferantenname, Name des Lieferanten, Firmenname, Beauftragtes Unternehmen, Name des beauftragten Unternehmens, Beauftragte Firma,
      Bezuschlagtes Unternehmen, Bezuschlagte Firma, Bezuschlagter Bieter, Erfolgreicher Bieter, Zuschlagsbieter, Zuschlag an, Auftrag an,
      Vergeben an, Zahlungsempfänger, Zahlempfänger, Lieferer, Gläubiger, Gläubigername, Name des Gläubigers, Leasinggeber, Vermieter`,
    en: `
      Supplier, SupplierName, Payee, Beneficiary, Beneficiary name, Name of beneficiary, Contractor, contractor_name, Recipient,
      Recipient of funds, Winner, Winner name, Winning bidder, Successful bidder, Successful tenderer, Awarded bidder, Awarded to, Awardee, titulaire, Distributor`,
  },
  vendor: { de: 'Anbieter, Softwareanbieter, Firma, Unternehmen', en: 'Vendor, Vendor name, Software vendor' },
  licence: {
    de: 'Lizenz, Softwarelizenz, Lizenzbedingungen, Open-Source-Lizenz',
    en: 'License, Licence, Licenses, Licences, SPDX, SPDX license',
  },
  licenceModel: {
    de: `
      Lizenzmodell, Lizenzart, Lizenztyp, Lizenzform, Vertragsart, Vertragstyp, Bezugsmodell, Nutzungsart, EVB-IT, EVB-IT-Typ,
      EVB-IT-Vertragstyp, Überlassungsart`,
    en: 'License type, Licence type, License model, Licence model, Contract type, Type of contract',
  },
  category: {
    de: `
      Kategorie, Warengruppe, Produktgruppe, Produktkategorie, Produktart, Leistungsart, Art der Leistung, Softwarekategorie, Gewerk,
      Warengruppenbezeichnung, Materialgruppe, Kontobezeichnung, Schicht, Ebene, Art, Typ`,
    en: `
      Category, Service category, Product category, Spend category, Merchant category, Merchant category description, Commodity, Expense type,
      Expenses type, Detailed expense type, Detailed expenses type, Expenditure type, Expenditure category, Account description, Account name,
      Expense description, Expense code description, Expenditure description, G/L description, GL description, GL account description,
      Nominal description, Ledger description, Cost element description, Layer, Type`,
  },
  quantity: {
    de: `
      Anzahl, Menge, Stück, Stückzahl, Lizenzen, Anzahl Lizenzen, Lizenzanzahl, Anzahl Nutzer, Anzahl der Lizenzen, Installationen,
      Anzahl Installationen, Anzahl Geräte, Geräteanzahl, Bestellmenge, Lizenzbestand, Bestand Lizenzen, Anz., Stk.`,
    en: 'Seats, Quantity, Qty, Count, Installs, Installations, Install count, Number of licenses, Total licenses, Total licences, Device count, Number of installs, Licensed quantity, Purchased rights, Nombre d’installations',
  },
  contractValue: {
    de: `
      Gesamtpreis, Auftragswert, Vertragswert, Auftragssumme, Vertragssumme, Auftragsvolumen, Vertragsvolumen, Gesamtauftragswert,
      Gesamtwert, Gesamtsumme, Gesamtbetrag, Gesamtkosten, Bestellwert, Bestellsumme, Anschaffungskosten, Anschaffungswert, Kaufpreis,
      Auftragshöhe, Abrufwert, Abrufsumme, Abrufvolumen, Wert des Abrufs`,
    en: `
      Contract value, Contract amount, Total price, Total value, Total cost, Total amount, original_value, Purchase cost, Order value, Commitment total amount`,
  },
  awardValue: {
    de: 'Zuschlagssumme, Zuschlagswert, Zuschlagspreis, Vergabewert, Vergabesumme',
    en: 'Awarded value, Award value, Award amount, Awarded amount, Amount awarded, Award, tenderValue',
  },
  payment: {
    de: `
      Umsatz (ohne Soll/Haben-Kz), Betrag Haben, Habenbetrag, Zahlung, Zahlbetrag, Zahlungsbetrag, Rechnungsbetrag, Rechnungssumme, Auszahlung, Auszahlungen, Ausgaben, Aufwendungen, Ist, Ist-Kosten, Mittelabfluss,
      Abgerufen, Abgerufen bis, Bisher abgerufen, Bereits abgerufen, Abgerufene Summe, Abgerufener Betrag, Abgerufener Wert`,
    en: 'Called off, Expenditure, Spend, EvidencedSpend, Total spend, Payment, Payment amount, Amount paid, Invoice amount, Invoice value, Invoiced amount, Invoiced value, Transaction amount',
  },
  amount: {
    de: `
      Zuwendung, Zuwendungsbetrag, Zuwendungssumme, Gesamtzuwendung, Fördersumme, Förderbetrag, Bewilligte Summe, Bewilligungssumme,
      Betrag, Summe, Wert, Kosten, Preis, Volumen, Bewilligter Betrag, Gewährte Beträge, Betrag in Hauswährung, Betrag Hauswährung,
      Betrag in HW, Betrag in Belegwährung, Rate, Pauschale, Entgelt, Vergütung, Miete, Gebühr, Nutzungsentgelt, Leasingrate, Mietrate`,
    en: 'Amount, Value, Cost, Price, montant',
  },
  annualValue: {
    de: 'Jahreskosten, Jahresbetrag, Jahreswert, Jahrespreis, Jahresgebühr, Jahressumme',
    en: 'Annual value, Annual cost, Annual fee, ACV, Annual maintenance, Annual support, Annual subscription',
  },
  unitPrice: {
    de: 'Einzelpreis, Stückpreis, Einheitspreis, Preis pro Stück, Preis je Stück, Preis je Einheit, Preis pro Lizenz, Lizenzpreis, EP',
    en: 'Unit price, Price per unit, Price per seat',
  },
  frameworkMax: {
    de: `
      Höchstwert, Höchstbetrag, Rahmenhöchstwert, Höchstwert Rahmenvereinbarung, Höchstwert Rahmenvertrag, Rahmenwert, Rahmenvolumen,
      Rahmenvertragswert, Obergrenze, Wertobergrenze, Abrufobergrenze, Maximalwert, Maximalbetrag, Zielwert`,
    en: 'Maximum value, Framework maximum, Framework value, Ceiling',
  },
  framework: {
    de: 'Rahmenvertrag, Rahmenvereinbarung, Rahmenvertragsnummer, Nr. des Rahmenvertrags, Rahmenvereinbarungsnummer, RV, RV-Nr.',
    en: 'Framework, Framework agreement, Framework number, Framework ID',
  },
  agreement: {
    de: 'Rahmenvertrag/Abruf, Rahmenvertrag/Einzelabruf, Rahmenvertrag oder Abruf',
    en: 'Framework/Call-off, Framework or call-off',
  },
  estimate: {
    de: 'Schätzwert, Schätzung, Geschätzter Wert, Geschätzter Auftragswert, Geschätzte Kosten, Schätzkosten',
    en: 'Estimate, Estimated value, estimatedValue, Value Low, Value High',
  },
  budget: {
    de: 'Budget, Ansatz, Haushaltsansatz, HH-Ansatz, HH-Plan, HH-Soll, HH-Mittel, Planansatz, Anschlag, Haushaltsanschlag, Haushaltsmittel, Mittelansatz, Plan, Planwert, Plankosten, Soll, Betrag Soll, Sollbetrag',
    en: 'Planned cost, Budget amount',
  },
  flow: {
    de: `
      E/A, Titelart, Einnahme/Ausgabe, Einnahmen/Ausgaben, Ausgabe/Einnahme, Ausgaben/Einnahmen, Ertrag/Aufwand, Aufwand/Ertrag,
      Erträge/Aufwendungen, Aufwendungen/Erträge, Einzahlung/Auszahlung, Auszahlung/Einzahlung, Einzahlungen/Auszahlungen, Auszahlungen/Einzahlungen,
      Haushaltsstelle, Hst., Haushaltstitel, Titelnummer, Gruppierung, Gruppierungsnummer`,
    en: 'Income/Expenditure, Expenditure/Income, Income/Expense, Receipts/Payments, Income or expenditure',
  },
  year: { de: 'Jahr, Haushaltsjahr, Rechnungsjahr, Geschäftsjahr', en: 'Year, Fiscal year, Financial year, Budget year' },
  stage: { de: 'Wertart, Werttyp', en: 'Value type' },
  interval: {
    de: `
      Turnus, Zahlungsweise, Zahlweise, Zahlungsintervall, Zahlungsturnus, Zahlungsrhythmus, Zahlungsperiode, Zahlungszeitraum, Zahlungsfrequenz,
      Abrechnungszeitraum, Abrechnungsintervall, Abrechnungsturnus, Abrechnungsrhythmus, Abrechnungsperiode, Rechnungsturnus, Rechnungsintervall,
      Intervall, Rhythmus, Fälligkeit, Fälligkeiten, Zahlungsfälligkeit, Zahlungsmodus, Zahlungszyklus, Abrechnungszyklus, Abrechnungsart, Kostenberechnung, Kostenintervall, Kostenturnus, Kostenperiode`,
    en: 'Billing period, Billing cycle, Billing frequency, Billing interval, Payment frequency, Payment interval, Payment cycle, Frequency',
  },
  sign: {
    de: 'S/H, S/H-Kz., S/H-Kennzeichen, Soll/Haben, Soll/Haben-Kz., Soll/Haben-Kennz., Soll/Haben-Kennzeichen, SHKZG, Vorzeichen, Vz., VZ-Kennzeichen',
    en: 'Debit/Credit, Debit/Credit indicator, D/C, Dr/Cr, Sign, Debit or credit',
  },
  basis: { de: 'Netto/Brutto, Brutto/Netto, Netto oder Brutto', en: 'Net/Gross, Gross/Net, Net or gross' },
  currency: {
    de: 'Währung, Währungscode, WKZ, WKZ Umsatz, Whg, Währg, Währg., HWähr, BWähr, Hauswährung, Belegwährung, Vertragswährung',
    en: 'Currency, Currency code, estimatedValueCurrency, tenderValueCurrency',
  },
  start: {
    de: `
      Vertragsbeginn, Beginn, Laufzeitbeginn, Laufzeit ab, Laufzeit von, Start, Startdatum, Vertragsstart, Gültig ab, Gültig von,
      Leistungsbeginn, Beginn Laufzeit, Beginn der Laufzeit, Beginndatum, Datum des Beginns, Zeitraum von, von, ab, Laufzeitb., Laufzeitbeg.`,
    en: 'Contract start, Contract start date, Start date, d_start_date, Commencement date, Effective date',
  },
  end: {
    de: `
      Vertragsende, Ende, Laufzeitende, Laufzeit bis, Enddatum, Ablaufdatum, Ablauf, Gültig bis, Leistungsende, Lizenzablauf,
      Befristet bis, Ende des Vorhabens, Zeitraum bis, bis, Ende Laufzeit, Ende der Laufzeit, Wartung bis, Wartungsende, Pflege bis, Support bis,
      Lizenz bis, Lizenz gültig bis, Lizenzen gültig bis, Vertrag gültig bis, Wartung gültig bis, Vertrag bis, Nutzung bis, Miete bis`,
    en: 'Contract end, Contract end date, End, End date, Until, Valid until, expiry_date, Expiry, Expiration date, Expires, d_end_date',
  },
  duration: {
    de: 'Laufzeit, Vertragslaufzeit, Vertragsdauer, Dauer, Laufzeit von bis, Vertragslaufzeit von bis, Vertragszeitraum, Ausführungszeitraum, Leistungsdauer',
    en: 'Duration, Contract term, Term, dureeMois',
  },
  serviceTime: { de: 'Leistungszeitraum, Zeitraum der Leistungserbringung, Zeitraum der Leistung', en: 'Service period' },
  terminated: { de: 'Gekündigt zum, Gekündigt per, Kündigung zum, Kündigung per', en: 'Terminated as of, Terminated to, Notice given to' },
  notice: { de: 'Kündigungsfrist, Kündigung, Kündigungsfristen', en: 'Notice period, Notice, Cancellation period, Termination' },
  renewal: {
    de: 'Automatische Verlängerung, Verlängerung, Verlängert sich, Verlängert sich automatisch, Verlängert sich um, Vertragsverlängerung, Stillschweigende Verlängerung',
    en: 'Auto renew, Auto renewal, Automatic renewal',
  },
  contractNumber: {
    de: `
      Vertragsnummer, Vertrags-Nr., Vertrag Nr., Nr. des Vertrags, Vertragskennzeichen, Vertrags-ID, Aktenzeichen, Az., Geschäftszeichen, Bestellnummer, Bestell-Nr.,
      Auftragsnummer, Auftrags-Nr., Auftrag Nr., Vergabenummer, Vergabe-Nr.`,
    en: `
      Contract number, Contract no, Contract ID, contract_number, procurement_id, Notice identifier, reference_number, Order number,
      PO number, Purchase order number`,
  },
  cpv: {
    de: 'CPV, CPV-Code, CPV-Nummer, Haupt-CPV, CPV-Klassifikation',
    en: 'CPV codes, mainClassificationCode, additionalClassificationCodes, codeCPV',
  },
  procedure: {
    de: 'Vergabeart, Verfahrensart, Art des Vergabeverfahrens, Vergabeverfahren, Art der Vergabe',
    en: 'Procedure, procedureType, Procedure type, Type of procedure, OJEU procedure type, Procurement method',
  },
  awardReason: {
    de: `
      Begründung, Vergabebegründung, Begründung Direktvergabe, Begründung der Direktvergabe, Begründung der Vergabeart, Begründung
      Vergabeart, Begründung der Verfahrenswahl, Grund der Direktvergabe, Ausnahmetatbestand, Alleinstellung, Alleinstellungsmerkmal`,
    en: 'Award reason, Direct award reason, Direct award justification, direct-award-justification, Justification',
  },
  bids: {
    de: 'Bieterzahl, Bieteranzahl, Anzahl Bieter, Anzahl der Bieter, Anzahl Angebote, Anzahl der Angebote, Eingegangene Angebote, Angebote, Anzahl der eingegangenen Angebote, Anzahl eingegangener Angebote, Zahl der Angebote, Zahl der eingegangenen Angebote, Zahl der Bieter',
    en: 'Bids, Number of bids, Number of tenders, receivedSubmissionsCount, offresRecues',
  },
  status: { de: 'Status, Vertragsstatus, Auftragsstatus, Installationsstatus', en: 'Contract status, State, installationStatus' },
  documentType: { de: 'Belegart, Belegtyp, Buchungsart', en: 'Document type, Doc. type, DocType' },
  total: { de: 'Gesamt, Insgesamt', en: 'Total, Overall total, Grand total' },
  person: {
    de: `
      Ansprechpartner, Ansprechpartnerin, Ansprechperson, Bearbeiter, Bearbeiterin, Sachbearbeiter, Sachbearbeitung, Kontakt,
      Kontaktperson, Kontaktdaten, Telefon, Telefonnummer, Tel., Fax, Mobil, Benutzer, Benutzername, Nutzer, Nutzername, Anforderer,
      Besteller, Vertragsverantwortlicher, Verantwortlich, Projektleiter, Projektleitung, Vorname, Nachname, Personalnummer, Zuständig`,
    en: `
      E-Mail, E-Mail-Adresse, Contact, Contact name, Phone, RegisteredUser, Registered to, Registered owner, User, User name, Primary
      user, LastLogonUser, RegOwner, Angemeldeter Benutzer, Letzter Benutzer, Licensed to name, Licensed to email, Created by, Assigned to, Checked out to, Owner, Requester`,
  },
  ignore: {
    de: `
      Auftraggeber, Vergabestelle, Beschaffer, Behörde, Amt, Dienststelle, Ressort, Kostenstelle, Kostenträger, Kostenart, Kapitel,
      Profitcenter, Datum, Auftragsdatum, Zuschlagsdatum, Vertragsdatum, Buchungsdatum, Belegdatum, Rechnungsdatum, Lfd. Nr., Nr.,
      Pos., Position, Bemerkung, Bemerkungen, Anmerkung, Anmerkungen, Los, Ort, PLZ, Buchwert, Restwert, Lizenzmetrik, Metrik, Einheit,
      Kreditorennummer, Lieferantennummer, Restlaufzeit, Kündbar zum, Kündbar bis, Nächster Kündigungstermin, Kündigungstermin, Zahlungsdatum, Zahlungsart, Zahlungsziel`,
    en: `
      Renewal date, CustomerName, Customer, Organisation name, owner_org, Department, Departmental family, Entity, Body, acheteur, Cost centre,
      Expense area, ID, Date, Payment date, Paid date, ReturnMonth, contract_date, Awarded date, LotDescription, Sector, Notes,
      Serial, Serial number, Seriennummer, Product key, License key, Lizenzschlüssel, InstallDate, License metric`,
  },
} as const satisfies Readonly<Record<string, { readonly de: string; readonly en: string }>>

/** What a column of a list can be. The names are those of the mapping file (docs/formats-csv.md). */
export type ColumnField = keyof typeof WORDS
export const COLUMN_FIELDS = Object.keys(WORDS) as ColumnField[]

/** Every heading word with its field and whether it is German. */
export const HEADER_WORDS: readonly { readonly word: string; readonly field: ColumnField; readonly german: boolean }[] =
  COLUMN_FIELDS.flatMap((field) => [
    ...listed(WORDS[field].en).map((word) => ({ word, field, german: false })),
    ...listed(WORDS[field].de).map((word) => ({ word, field, german: true })),
  ])

/** The entries of a text with commas between them. */
export function listed(words: string): string[] {
  return words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
