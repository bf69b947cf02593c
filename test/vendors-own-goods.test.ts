import { describe, expect, it } from 'vitest'
import { ownerOfGoods, ownGoodsMap } from '../src/identify/names/own-goods.ts'
import { parsePurl } from '../src/model/purl.ts'
import { concluded, freshComponents, labelledLines, shipped } from './support/vendors.ts'

const [line] = labelledLines()
const [component] = freshComponents()
const makerOf = (name: string, said: Readonly<Record<string, string>> = {}) =>
  concluded([{ ...line!, item: { ...line!.item, id: name, ref: name, name, said } }])[0]!.maker
function makerOfComponent(name: string, given: Readonly<Record<string, unknown>>) {
  const { purl: _, parsed: __, cpe: ___, ...item } = component!.item
  return concluded([{ ...component!, item: { ...item, id: name, ref: name, name, said: {}, ...given } }])[0]!.maker
}

describe('a name that is a common word too', () => {
  it.each([
    ['Ultraschallwasserzähler Diehl DN 20, 1.500 Stück', 'diehl'],
    ['Zoomobjektiv für Tatortfotografie, Tamron 28-75 mm', 'tamron'],
    ['Kingston 64GB DDR5 ECC Reg. für Dell PowerEdge R760, 16 Stück', 'kingston'],
  ])('means its firm beside what that makes: %s', (title, maker) =>
    expect(makerOf(title)).toMatchObject({ id: maker, by: ['brand'], confidence: 0.5 }),
  )

  it.each([
    'Diehl, Beratung Straßenbau',
    'Radlader für die Stadt Hamm',
    'Monitor 27 Zoll Advanced',
    'wasserzähler diehl klein geschrieben',
    'Ersatz für Diehl Wasserzähler',
    'Lieferung von Druckern der Hersteller Brother, Kyocera und HP',
  ])('and nobody where nothing of the kind is bought, it is no name or others are named with it: %s', (title) =>
    expect(makerOf(title)?.by ?? []).not.toContain('brand'),
  )

  it('is told by words of its products, none of which are anybody’s', () => {
    const goods = ownGoodsMap([...shipped.organisations.values()])
    expect(goods.size).toBeGreaterThan(300)
    const words = [...goods.values()].flatMap((owners) => owners.flatMap((owner) => owner.words))
    expect(words.filter((word) => /^(?:system|geräte?|lizenz|service)$/.test(word))).toEqual([])
    const owners = goods.get('diehl')!
    expect(ownerOfGoods(owners, ['wasserzählern'])).toBe('diehl')
    expect(ownerOfGoods(owners, ['wasser'])).toBeUndefined()
    expect(ownerOfGoods([...owners, { organisation: 'another', words: ['wasserzähler'] }], ['wasserzähler'])).toBeUndefined()
  })
})

describe('a party in a title', () => {
  it.each([
    ['Beratung Umstellung SAP S/4HANA, Auftragnehmer msg systems ag', 'msg'],
    ['Migration VMware vSphere nach Proxmox, Dienstleistung Thomas-Krenn.AG, 15 Tage', 'thomas-krenn'],
    ['développement du guichet unique, mandat ELCA Informatique SA, 1200 jours', 'elca'],
    ['Inhuur functioneel beheerder zaaksysteem via Yacht, 36 uur per week', 'randstad'],
    ['Desarrollo de la nueva sede electrónica – Indra Soluciones TI, 4.300 horas', 'indra'],
  ])('does the work that it is said to do: %s', (title, maker) => expect(makerOf(title)?.id).toBe(maker))

  it('is no public body in parentheses, for which it mostly is', () => {
    expect(makerOf('Wartung Server (Stadtwerke München GmbH)')).toBeUndefined()
  })
})

describe('a firm that works for others and makes things too', () => {
  it('is named for its thing where a right to use or its care is bought and nobody else is named', () => {
    expect(makerOf('Wartung Asseco Software')?.id).toBe('asseco')
    expect(makerOf('Asseco: Bürobedarf')).toBeUndefined()
    expect(makerOf('Wartung Asseco SAP')?.id).toBe('sap')
  })
})

describe('Dell', () => {
  it.each([
    'Dell Onsite Service 3 years, per device',
    'Dell Enterprise Storage Wartung für alle Standorte',
    'Dell Unisphere per Abruf',
    'Dell EMEA Rahmenvertrag per Abruf',
  ])('is no Italian article in a German or English title: %s', (title) => expect(makerOf(title)?.id).toMatch(/^dell/))
})

describe('a CPE', () => {
  it('of a device or system counts beside a buyer as it does alone', () => {
    const given = {
      said: { manufacturer: 'Beschafft über Müller KG', type: 'operating-system' },
      cpe: 'cpe:2.3:o:cisco:ios_xe:17.9:*:*:*:*:*:*:*',
    }
    expect(makerOfComponent('IOS XE', given)).toMatchObject({ id: 'cisco', confidence: 0.6 })
  })

  it('of who sold the product confirms it', () => {
    const cpe = 'cpe:2.3:a:siemens:sppa-t3000_application_server:8.2:sp1:*:*:*:*:*:*'
    expect(makerOfComponent('SPPA-T3000 Application Server', { cpe })?.id).toBe('siemens-energy')
  })
})

describe('words of a language', () => {
  it('are no washing machines in another', () => {
    expect(makerOf('Lave dashboards i Qlik Sense')?.id).toBe('qlik')
    expect(makerOf('Lave-linge Bosch')?.id).toBe('bsh')
  })

  it('are no trees within names of programs', () => expect(makerOf('iTWO AVA/Baumanager, Wartung')?.id).toBe('rib'))
})

describe('who only put something into another form, or made a part of it', () => {
  it('has not made a model', () => {
    const repacked = (name: string) => {
      const purl = `pkg:huggingface/unsloth/${name}`
      return makerOfComponent(name, { purl, parsed: parsePurl(purl), said: { supplier: 'unsloth', type: 'machine-learning-model' } })
    }
    expect(repacked('Llama-3.2-3B-Instruct')?.id).toBe('meta')
    expect(repacked('anything-7b')).toBeUndefined()
  })

  it('has not made the device whose network card it made', () => {
    const device = (description: string) =>
      makerOfComponent('ESP_3A21C4', { kind: 'hardware', said: { type: 'device', manufacturer: 'Espressif Inc.', description } })
    expect(device('MAC vendor lookup, 1 open port (80/tcp)')?.confidence ?? 0).toBeLessThanOrEqual(0.5)
    expect(device('development board')?.confidence).toBeGreaterThan(0.5)
  })
})
