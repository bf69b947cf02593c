import { describe, expect, it } from 'vitest'
import type { Dossier } from '../src/model/dossier.ts'
import type { Item } from '../src/model/item.ts'
import { explain } from '../src/cli/text/explain.ts'
import { auditOf, KNOWLEDGE, SET } from './support/gated.ts'
import { page, section, tableOf, text } from './support/page.ts'
import { concluded, HELPINGS, labelledLines } from './support/vendors.ts'

interface Told {
  readonly cpv?: readonly string[]
  readonly supplier?: string
  readonly category?: string
  readonly manufacturer?: string
  readonly licenceModel?: string
}

function line(name: string, { cpv, ...said }: Told): Item {
  return {
    id: name,
    ref: name,
    source: 0,
    kind: 'contract',
    name,
    relation: 'unknown',
    counted: true,
    line: true,
    said,
    seenAt: [{ source: 0, at: '/0' }],
    ...(cpv !== undefined && { cpv }),
  }
}

const concludedOf = (item: Item): Dossier => concluded([{ room: 'lines', item, is: 'unknown' }])[0]!
/** Layer, how it was told, and whether it is software at all. */
function kindOf(name: string, told: Told = {}): string {
  const { layer, isSoftware, licence } = concludedOf(line(name, told))
  if (isSoftware === 'unknown') return 'undecided'
  return layer === undefined ? `software (${licence.openness})` : `${layer.id} by ${layer.by}`
}

describe('what has nothing to do with information technology', () => {
  it.each<[string, Told?]>([
    ['Unterhaltsreinigung Kreishaus'],
    ['Rahmenvereinbarung über die Reinigung der Schulen'],
    ['Malerarbeiten im Serverraum'],
    ['Lieferung von Büromöbeln für das Bürgeramt'],
    ['Neubau Kita, Los 4: Trockenbauarbeiten'],
    ['Beschaffung eines Tanklöschfahrzeugs TLF 3000'],
    ['Kopierpapier DIN A4'],
    ['Akkuschrauber GSR 18V', { supplier: 'Würth' }],
    ['Kühlschränke für Teeküchen, Marke Siemens'],
    ['Safety boots for highways operatives'],
    ['Vehicle Excise Licences'],
    ['Rundfunkbeitrag 2027'],
  ])('by its title: %s', (name, told) => expect(kindOf(name, told)).toBe('keine-it by title'))

  it.each<[string, string[]]>([
    ['Entretien des espaces verts du lycée', ['77310000']],
    ['Los 3', ['45214200', '45262520']],
    ['Rahmenvertrag 2026–2028', ['90911200']],
    ['Medizinische Versorgungseinheiten', ['33100000']],
    ['DuV_Studienwahl', ['22000000']],
    ['Peeping Tom vol3 LOT1', ['45000000']],
  ])('by all its codes: %s %j', (name, cpv) => expect(kindOf(name, { cpv })).toBe('keine-it by cpv'))

  it.each<[string, string]>([
    ['Brötchen Kita Q3', 'Bäckerei Zoom'],
    ['Pflege Außenanlagen 2026', 'ATK Garten- und Landschaftsbau GmbH'],
    ['Anstrich Flur EG', 'Malerbetrieb Word'],
    ['Windows & Doors Sanierung', 'Tischlerei am Deich'],
  ])('by the trade of the supplier: %s, %s', (name, supplier) => expect(kindOf(name, { supplier })).toBe('keine-it by supplier'))

  it.each<[string, string]>([
    ['Rechnung 4711', 'Gebäudereinigung'],
    ['Abschlag 3', 'Bauleistungen Hochbau'],
    ['Jahresbedarf', 'Büromöbel'],
  ])('by its category: %s, %s', (name, category) => expect(kindOf(name, { category })).toBe('keine-it by category'))
})

describe('what may be software is never told apart', () => {
  it.each<[string, Told, string]>([
    // what a thing is for is not the thing
    ['Software zur Gebäudereinigung', {}, 'software (unknown)'],
    ['Fachverfahren Friedhof', {}, 'fachanwendung by title'],
    ['Baukosten Wartung Hochbauamt', {}, 'undecided'],
    // a program that the register knows goes before words of building
    ['iTWO Baukosten Wartung Hochbauamt', { supplier: 'RIB Software GmbH' }, 'fachanwendung by product'],
    ['Terminbuchung Sperrmüll', {}, 'undecided'],
    ['Friedhofsverwaltung mit MS-SQL-Unterstützung', {}, 'undecided'],
    ['Baumkataster', {}, 'undecided'],
    ['Abfallkalender', {}, 'undecided'],
    ['Heizungssteuerung', {}, 'undecided'],
    ['Digitale Schließanlage', { cpv: ['44521000'] }, 'undecided'],
    // one code of several, a code of information technology, a code that was chosen roughly
    ['Los 3', { cpv: ['45214200', '72000000'] }, 'undecided'],
    ['Los 3', { cpv: ['45214200', '48000000'] }, 'software (unknown)'],
    ['Kita-Portal', { cpv: ['85310000'] }, 'software (unknown)'],
    ['Zeiterfassungssystem', { cpv: ['31711310'] }, 'querschnitt-it by title'],
    ['Geoinformation', { cpv: ['38221000'] }, 'fachanwendung by title'],
    ['Erneuerung Los 2', { cpv: ['38221000'] }, 'undecided'],
    ['Betrieb Serviceportal', { cpv: ['75110000'] }, 'software (unknown)'],
    // a house that sells programs, whatever the code
    ['Lohnabrechnung Kita-Träger', { cpv: ['79211110'], supplier: 'DATEV eG' }, 'undecided'],
    // unless the code is far from both
    ['Linienbündel Nord', { cpv: ['60112000'], supplier: 'DB Regio AG' }, 'keine-it by cpv'],
    // a licence is named
    ['Winterdienst', { licenceModel: 'Subskription' }, 'software (unknown)'],
    ['Access Points + Lizenz', {}, 'software (unknown)'],
    // a firm of the trade, and one that sells programs for it
    ['Auftrag 12', { supplier: 'Tischlerei Holm GmbH' }, 'keine-it by supplier'],
    ['Auftrag 12', { supplier: 'Tischlerei-Software Holm GmbH' }, 'undecided'],
    ['Kundenportal', { supplier: 'Gartenbau Meier' }, 'software (unknown)'],
  ])('%s %j: %s', (name, told, kind) => expect(kindOf(name, told)).toBe(kind))

  it.each<[string, Partial<Item>]>([
    ['SQL Server 2019 Common Files Setup', { version: '15.0' }],
    ['AutoCAD Raster Design', { version: '24' }],
    ['Crossplane', { said: { category: 'Schulung', licences: [{ text: 'Apache-2.0', as: 'name' }] } }],
  ])('what an inventory lists with version or licence: %s', (name, given) => {
    const { licence, layer } = concludedOf({ ...line(name, {}), kind: 'software', ...given })
    expect([licence.openness, layer?.id]).not.toContain('not-applicable')
    expect(['dienstleistung', 'hardware', 'keine-it']).not.toContain(layer?.id)
  })

  it('of the labelled lines none that names a program or a right to use', () => {
    const labelled = [...HELPINGS, 'lines', 'purchases', 'traps'].flatMap((room) => labelledLines(room as 'lines'))
    const lines = labelled.map((one) => (one.item.kind === 'software' ? { ...one, item: { ...one.item, kind: 'contract' as const } } : one))
    const dossiers = concluded(lines)
    const apart = dossiers.filter(({ layer }) => layer?.id === 'keine-it')
    expect(apart.length).toBeGreaterThan(300)
    const sounding = apart.map(({ name }) => name).filter((name) => /softw|lizenz|licen[cs]e|cloud|datenbank|portal/i.test(name))
    // room for an advertisement on a news portal
    expect(sounding).toEqual(['Objava natječaja i oglasni prostor na portalu telegram.hr'])
    // of what is bought it is not known more often than of one line in six
    expect(dossiers.filter(({ isSoftware }) => isSoftware === 'unknown').length / dossiers.length).toBeLessThan(1 / 6)
  })
})

describe('people’s work in English titles', () => {
  it.each([
    ['SCS/Project / Programme Management', 'dienstleistung by title'],
    ['Programme Manager (MR)', 'dienstleistung by title'],
    ['Transition Management', 'dienstleistung by title'],
    ['Technical Assurance Services', 'dienstleistung by title'],
    ['Project Management Software', 'software (unknown)'],
    ['Test Management Tool', 'undecided'],
    ['Compute', 'infrastruktur by title'],
    ['Computerspiele', 'undecided'],
  ])('%s: %s', (name, kind) => expect(kindOf(name)).toBe(kind))
})

describe('in an audit', () => {
  const HEAD = 'Bezeichnung;Auftragnehmer;Warengruppe;CPV-Code;Auftragswert netto (EUR)'
  const rows = ['Unterhaltsreinigung Rathaus;Muster;;;1000,00', 'Rechnung 4711;Muster;;;2000,00', 'Fachverfahren Wohngeld;Muster;;48000000;4000,00', 'Los 3;Muster;;45214200;8000,00'] // prettier-ignore
  const audit = auditOf({ inputs: { 'liste.csv': `${HEAD}\n${rows.join('\n')}\n` } })

  it('what is undecided counts, and both are said', () => {
    expect(audit.spend).toMatchObject({ total: '6000.00', beside: '9000.00' })
    expect(audit.shares.find(({ id, basis }) => id === 'open' && basis === 'spend')).toMatchObject({ low: 0, high: 1 })
    expect(audit.notes.filter(({ code }) => /KIND|NO-IT/.test(code)).map(({ code, params }) => [code, params])).toEqual([
      ['W-KIND', { n: 1 }],
      ['W-NO-IT', { n: 2 }],
    ])
    expect(audit.items.map(({ isSoftware }) => isSoftware)).toEqual([undefined, 'unknown', undefined, undefined])
  })

  it.each(['Kontobezeichnung', 'Warengruppenbezeichnung', 'Spend category'])('a column „%s“ tells the category', (heading) => {
    const list = `Bezeichnung;Auftragnehmer;${heading};Auftragswert netto (EUR)\nRechnung 1;Muster;Gebäudereinigung;100,00\nRechnung 2;Muster;Diverses;100,00\n`
    const { items } = auditOf({ inputs: { 'liste.csv': list } })
    expect(items.map(({ layer, isSoftware }) => [layer?.id, layer?.by, isSoftware])).toEqual([
      ['keine-it', 'category', undefined],
      [undefined, undefined, 'unknown'],
    ])
  })

  it('policies know of it: a maker is looked for where there may be one', () => {
    const unmatched = audit.findings.filter(({ policy }) => policy === 'unmatched-maker').flatMap(({ items }) => items)
    expect(unmatched).toEqual([1, 2])
  })

  it('the report shows it as undecided, explain too', async () => {
    const html = await page(audit)
    const row = (name: string) => [...tableOf(html, 'items-t').matchAll(/<tr.*?<\/tr>/gs)].map(([one]) => text(one)).find((one) => one.includes(name)) // prettier-ignore
    expect(row('Rechnung 4711')).toContain('ungeklärt, ob Software')
    expect(row('Unterhaltsreinigung')).toContain('Keine IT')
    expect(row('Fachverfahren')).not.toContain('ungeklärt')
    expect(text(section(html, 'data'))).toContain('Bei 1 Position sagt nichts, ob sie Software, Leistung oder Ware ist')
    const told = explain(audit.items[1]!.ref, {
      audit,
      knowledge: KNOWLEDGE,
      set: SET,
      language: 'de',
      openSourceDeliverable: false,
    } as never)
    expect(told?.text).toContain('ungeklärt, ob Software')
  })
})
