import type { Language } from '../../model/words.ts'

/** What a maker or a licence was concluded by, for German readers; English ones read the names of the audit document. */
const GERMAN: Readonly<Record<string, string>> = {
  // of the maker
  manufacturer: 'Hersteller laut Eingabe',
  provider: 'Anbieter laut Eingabe',
  supplier: 'Lieferant laut Eingabe',
  publisher: 'Herausgeber laut Eingabe',
  author: 'Autor laut Eingabe',
  brand: 'Marke und Warenart',
  'name-in-text': 'Name im Text',
  'product-in-text': 'Produkt im Text',
  'purl-namespace': 'Namensraum der purl',
  'name-namespace': 'Namensraum im Namen',
  'same-name': 'gleicher Name',
  group: 'Gruppe der Komponente',
  cpe: 'CPE',
  repository: 'Adresse des Quelltextes',
  website: 'Adresse der Webseite',
  'operating-system': 'Kennung des Betriebssystems',
  'party-domain': 'Domain des Lieferanten',
  'project-file': 'Projektdatei',
  // of the licence
  silence: 'keine Angabe',
  exact: 'wörtlich SPDX',
  case: 'SPDX in anderer Groß- und Kleinschreibung',
  name: 'Name der Lizenz',
  url: 'Adresse der Lizenz',
  alias: 'bekannte Schreibweise',
  compound: 'zusammengesetzter Ausdruck',
  text: 'Lizenztext',
  veto: 'einschränkende Worte',
  spelling: 'Schreibfehler berichtigt',
  reference: 'Verweis im Dokument',
  exception: 'Zusatz zur Lizenz',
  concluded: 'im Dokument geschlossen',
  declared: 'im Dokument angegeben',
  evidence: 'von einer Analyse anders gefunden',
  'entries-together': 'mehrere Angaben, die zusammen gelten',
  'entries-choice': 'mehrere Angaben zur Wahl',
  model: 'Lizenzmodell',
  product: 'Produkt im Register',
  'product-version': 'Version des Produkts im Register',
  // of the layer, where it says that licences do not apply
  category: 'Warengruppe',
  cpv: 'CPV-Code',
  title: 'Titel',
  type: 'Typ der Komponente',
  kind: 'Art des Eintrags',
  project: 'Projektdatei',
}

/** `Produkt im Text, Hersteller laut Eingabe` */
export function reasonsText(by: readonly string[], language: Language): string {
  return by.map((id) => (language === 'de' ? (GERMAN[id] ?? id) : id)).join(', ')
}
