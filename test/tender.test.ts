import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount, Item } from '../src/model/item.ts'
import type { Reading } from '../src/model/ports.ts'
import { Problem } from '../src/model/problem.ts'
import { readInput } from '../src/read/index.ts'
import { readNoticeSet } from '../src/read/tender/notice-set.ts'
import { amountOf, moneyText, total } from '../src/read/tender/money.ts'
import { dayOf, termOf } from '../src/read/tender/days.ts'
import { rootOf } from '../src/read/xml/root.ts'
import { ROOT } from './support/cli.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

const FOLDER = join(ROOT, 'fixtures', 'read', 'tender')

function read(content: string | Uint8Array, limits = LIMITS): Reading {
  return readInput({ ...bytesOf(content, 'notice'), sha256: () => '' }, { limits }).reading
}
const readFile = (path: string): Reading => read(readFileSync(path))
const fixture = (name: string): Reading => readFile(join(FOLDER, name))

function refusal(content: string | Uint8Array, limits = LIMITS): Problem {
  try {
    read(content, limits)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('was read')
}

const codes = ({ notes }: Reading) => notes.map(({ code }) => code)
const counts = ({ items, rejected, unusable }: Reading) => ({ items: items.length, rejected, unusable })
const unplaced = (amount: Amount | undefined) => {
  const { stated: _, ...rest } = amount ?? {}
  return amount && rest
}
const brief = ({ ref, name, said, amount, term, cpv }: Item) => ({
  ref,
  name,
  supplier: said.supplier,
  amount: unplaced(amount),
  term,
  cpv,
})
const euro = (value: string, kind: string, more = {}) => ({ value, currency: 'EUR', basis: 'unknown', kind, ...more })

/** A release with one award; `award` and `more` add members. */
const release = (award: object, more: object = {}): string =>
  JSON.stringify({ ocid: 'o', id: '1', tag: ['award'], tender: { title: 'Lizenzen' }, awards: [{ id: 'a', ...award }], ...more })

describe('OCDS', () => {
  it('an end before the beginning is no end, and that is said', () => {
    const period = { startDate: '2019-06-04T09:30:00Z', endDate: '2019-05-31T09:30:00Z' }
    const { items, notes } = read(release({ contractPeriod: period }))
    expect(items[0]!.term).toEqual({ start: '2019-06-04' })
    expect(notes.filter(({ at }) => at === '/awards/0')).toMatchObject([
      { code: 'W-REVERSED', params: { value: period.endDate, column: 'endDate', start: '2019-06-04' } },
    ])
  })

  it('T5: swapped ids, a dangling awardID, no suppliers, three values', () => {
    const reading = fixture('ocds-german-shape.json')
    expect(counts(reading)).toEqual({ items: 1, rejected: 0, unusable: 0 })
    expect(codes(reading)).toEqual(['W-CONTRACT-LINK', 'W-OTHER-AMOUNTS', 'W-NOTICES'])
    expect(reading.notes[1]!.params).toEqual({ used: 'contract 180000.00 EUR', others: 'award 240000.00 EUR, estimate 150000.00 EUR' })
    expect(reading.items[0]).toEqual({
      id: 'contract:beispiel software gmbh:fachverfahren bewohnerparken',
      ref: 'ocds-beispiel-0001',
      source: 0,
      kind: 'contract',
      name: 'Fachverfahren Bewohnerparken',
      relation: 'unknown',
      counted: true,
      said: {
        supplier: 'Beispiel Software GmbH',
        description: 'Lieferung und Pflege',
        procedure: 'limited: Negotiated without prior call for competition',
        awardReason: 'Nur ein Anbieter aus technischen Gründen',
        bids: 2,
        status: 'active',
        contractNumber: 'ocds-beispiel-0001',
      },
      amount: euro('180000.00', 'contract', { stated: [{ at: '/contracts/0/value/amount', says: '180000' }] }),
      term: { start: '2026-07-01', end: '2030-06-30' },
      cpv: ['48000000', '72260000'],
      seenAt: [{ source: 0, at: '/awards/0', line: 25, column: 14 }],
      line: true,
    })
  })

  it('merges releases, splits an award by its lots and leaves out what was not bought', () => {
    const reading = fixture('ocds-package.json')
    expect(reading.specVersion).toBe('1.2')
    expect(reading.items.map(brief)).toEqual([
      {
        ref: 'ocds-beispiel-0002#A1/L1',
        name: 'Arbeitsplätze: Betriebssysteme',
        supplier: 'Erste Handels GmbH',
        amount: { value: '1500.50', currency: 'EUR', basis: 'net', kind: 'contract' },
        term: { start: '2026-01-01', end: '2026-12-31' },
        cpv: ['48620000'],
      },
      {
        ref: 'ocds-beispiel-0002#A1/L2',
        name: 'Arbeitsplätze: Geräte',
        supplier: 'Erste Handels GmbH',
        amount: undefined,
        term: { start: '2026-01-01', end: '2026-12-31' },
        cpv: ['30213000'],
      },
      {
        ref: 'ocds-beispiel-0002#A2',
        name: 'Monitore',
        supplier: 'Zweite Handels GmbH',
        amount: euro('0.01', 'award', { placeholder: true }),
        term: undefined,
        cpv: undefined,
      },
      {
        ref: 'ocds-beispiel-0004',
        name: 'Altvertrag',
        supplier: undefined,
        amount: { value: '10.00', currency: 'XXX', basis: 'unknown', kind: 'contract' },
        term: undefined,
        cpv: undefined,
      },
    ])
    expect(reading.items.map(({ counted }) => counted)).toEqual([true, true, true, false])
    expect(reading.items.map(({ said }) => [said.awardReason, said.bids])).toEqual(Array(4).fill([undefined, undefined]))
    // A3 was cancelled, 0003 is a plan
    expect(counts(reading)).toEqual({ items: 4, rejected: 0, unusable: 2 })
    expect(codes(reading)).toEqual([
      'W-OTHER-AMOUNTS',
      'W-AMOUNT-SHARED',
      'W-LINKED-RELEASES',
      'W-RELEASES-MERGED',
      'W-NO-CURRENCY',
      'W-WINNER-UNNAMED',
      'W-NO-AWARD',
      'W-NOTICES',
    ])
  })

  it('reads the same award in every published shape', () => {
    const one = JSON.parse(release({ value: { amount: 5000, currency: 'EUR' } })) as object
    const plain = read(JSON.stringify(one)).items.map(brief)
    expect(plain[0]!.amount).toEqual(euro('5000.00', 'award'))
    const parcel = { uri: 'x', publishedDate: 'x', publisher: { name: 'x' } }
    const shapes: Record<string, string> = {
      package: JSON.stringify({ ...parcel, releases: [one] }),
      'records, compiled': JSON.stringify({
        ...parcel,
        records: [{ ocid: 'o', releases: [{ url: 'u', date: 'd', tag: [] }], compiledRelease: { ...one, tag: ['compiled'] } }],
      }),
      'records, embedded': JSON.stringify({ ...parcel, records: [{ ocid: 'o', releases: [one] }] }),
      'one record': JSON.stringify({ ocid: 'o', releases: [one] }),
      'array of releases': JSON.stringify([one]),
      'array of packages': JSON.stringify([
        { ...parcel, version: '1.1', releases: [one] },
        { ...parcel, version: '1.1', releases: [one] },
      ]),
      lines: `${JSON.stringify(one)}\n${JSON.stringify({ ...one, date: '2026' })}\n`,
      'concatenated arrays': `[\n${JSON.stringify(one)}\n]\n[\n${JSON.stringify(one)}\n]`,
      'byte order mark': `\ufeff${JSON.stringify(one)}`,
    }
    for (const [name, text] of Object.entries(shapes)) expect([name, read(text).items.map(brief)]).toEqual([name, plain])
  })

  it('a compiled release replaces the releases it was made of, wherever it stands', () => {
    const compiled = { ocid: 'o', id: 'c', tag: ['compiled'], tender: { title: 'neu' }, awards: [{ id: 'a' }] }
    const single = { ocid: 'o', id: '1', date: '2099', tag: ['award'], tender: { title: 'alt' }, awards: [{ id: 'b' }] }
    for (const releases of [
      [compiled, single],
      [single, compiled],
    ])
      expect(read(JSON.stringify({ releases })).items.map(({ name }) => name)).toEqual(['neu'])
  })

  it('reads versioned releases by their last values', () => {
    const value = (...values: unknown[]) => values.map((one, index) => ({ releaseID: `${index}`, releaseTag: ['award'], value: one }))
    const versioned = {
      ocid: 'o',
      tender: { title: value('alt', 'neu') },
      awards: [
        {
          id: 'a',
          value: { amount: value(1, 700), currency: value('EUR') },
          suppliers: value([{ name: 'Früher GmbH' }], [{ name: 'Heute GmbH' }]),
        },
      ],
    }
    expect(read(JSON.stringify({ records: [{ ocid: 'o', versionedRelease: versioned }] })).items.map(brief)).toEqual([
      { ref: 'o', name: 'neu', supplier: 'Heute GmbH', amount: euro('700.00', 'award'), term: undefined, cpv: undefined },
    ])
  })

  it('a package without releases has no items and says so', () => {
    const reading = read('{"uri":"x","version":"1.1","publishedDate":"2024-04-10T08:17:05Z","publisher":{"name":"x"}}')
    expect([counts(reading), codes(reading)]).toEqual([{ items: 0, rejected: 0, unusable: 0 }, ['W-NO-RELEASES', 'W-NOTICES']])
  })

  it('reads ISO-8859-1 and names it', () => {
    const reading = read(Buffer.from(release({ title: 'Bürosoftware' }), 'latin1'))
    expect([reading.items[0]!.name, reading.encoding, reading.notes[0]!.code]).toEqual(['Bürosoftware', 'windows-1252', 'W-ENCODING'])
  })

  it('resolves suppliers by id, by identifier, by name; joins a consortium; guesses nobody', () => {
    const parties = [
      { id: '1', name: 'Nach Id', identifier: { id: 'k' } },
      { id: 'x', name: 'Nach Kennung', identifier: { id: '2' } },
      { id: 'y', name: 'Eine GmbH', roles: ['supplier'] },
      { id: 'z', name: 'Andere GmbH', roles: ['supplier'] },
    ]
    const supplier = (suppliers: object[]) => read(release({ suppliers }, { parties })).items[0]!.said.supplier
    expect(supplier([{ id: '1' }])).toBe('Nach Id')
    expect(supplier([{ id: '2' }])).toBe('Nach Kennung')
    expect(supplier([{ identifier: { id: '1' } }])).toBe('Nach Id')
    expect(supplier([{ id: '1' }, { id: '2' }, { name: 'Neue GmbH' }])).toBe('Nach Id; Nach Kennung; Neue GmbH')
    expect(supplier([])).toBe('Eine GmbH; Andere GmbH')
    const two = read(release({}, { parties, awards: [{ id: 'a' }, { id: 'b' }] }))
    expect(two.items.map(({ ref, said }) => [ref, said.supplier])).toEqual([
      ['o#a', undefined],
      ['o#b', undefined],
    ])
    expect(codes(two).filter((code) => code === 'W-SUPPLIER-UNLINKED')).toHaveLength(2)
    expect(codes(two)).not.toContain('W-WINNER-UNNAMED')
  })

  it('an award that says nobody’s name is a line without a supplier, and that is said', () => {
    const nobody = read(release({ suppliers: [], value: { amount: 70, currency: 'EUR' } }))
    expect([nobody.items[0]!.amount?.value, nobody.items[0]!.said.supplier, counts(nobody)]).toEqual([
      '70.00',
      undefined,
      { items: 1, rejected: 0, unusable: 0 },
    ])
    expect(nobody.notes.find(({ code }) => code === 'W-WINNER-UNNAMED')?.params).toEqual({ n: 1 })
    expect(codes(read(release({ suppliers: [{ name: 'Beispiel GmbH' }] })))).not.toContain('W-WINNER-UNNAMED')
  })

  it.each([
    'Withheld - commercially confidential',
    'vertraulich',
    'Geheim',
    'Confidential',
    'keine Angaben',
    'unknown',
    'n.a.',
    'Nicht veröffentlicht',
    'unpublished',
    '-----',
    '....',
  ])('„%s“ is the name of nobody', (name) => {
    const { items, notes } = read(release({ suppliers: [{ name }] }))
    expect(items[0]!.said.supplier).toBeUndefined()
    expect(notes.find(({ code }) => code === 'W-WINNER-UNNAMED')?.params).toEqual({ n: 1 })
  })

  it('bids: those of the lot, else of the procedure where there is one award', () => {
    const said = (more: object, award: object = {}) => read(release(award, more)).items.map(({ said: { bids } }) => bids)
    const lots = [{ id: 'L1' }, { id: 'L2' }]
    const statistics = [{ measure: 'bids', value: 1, relatedLot: 'L1' }, { measure: 'bids', value: 4, relatedLots: ['L2'] }, { measure: 'requests', value: 9, relatedLot: 'L1' }] // prettier-ignore
    expect(said({ tender: { title: 'T', numberOfTenderers: 3 } })).toEqual([3])
    expect(said({ bids: { statistics: [{ measure: 'bids', value: 2 }] } })).toEqual([2])
    expect(said({ bids: { statistics }, tender: { title: 'T', lots, numberOfTenderers: 5 } }, { relatedLots: ['L1', 'L2'] })).toEqual([
      1, 4,
    ])
    expect(said({ tender: { title: 'T', lots, numberOfTenderers: 5 } }, { relatedLots: ['L1'] })).toEqual([undefined])
  })

  it('CPV bears several names, that of its Ukrainian edition too', () => {
    const cpv = (scheme: string) => read(release({ items: [{ id: '1', classification: { scheme, id: '48760000-3' } }] })).items[0]!.cpv
    for (const scheme of ['CPV', 'EU-CPV', 'ДК021', 'ДК 021:2015', 'DK021']) expect([scheme, cpv(scheme)]).toEqual([scheme, ['48760000']])
    for (const scheme of ['CPVS', 'ДК003', 'UNSPSC']) expect(cpv(scheme)).toBeUndefined()
  })

  it('1.0: parties stand where they act, without a list of them', () => {
    const old = { ocid: 'o', id: '1', tag: ['award'], buyer: { identifier: { id: 'b' }, name: 'Stadt' }, tender: { title: 'Lizenzen' }, awards: [{ id: 'a', suppliers: [{ identifier: { id: 's', legalName: 'Alte GmbH' } }], value: { amount: 70, currency: 'EUR' } }] } // prettier-ignore
    expect(read(JSON.stringify({ uri: 'x', publishedDate: 'x', publisher: { name: 'x' }, releases: [old] })).items.map(brief)).toEqual([
      { ref: 'o', name: 'Lizenzen', supplier: 'Alte GmbH', amount: euro('70.00', 'award'), term: undefined, cpv: undefined },
    ])
  })

  it('keeps no contact persons', () => {
    expect(JSON.stringify(fixture('ocds-german-shape.json'))).not.toMatch(/Erika|example\.org/)
  })

  it('wrong types, repeated and hostile keys are notes, never values', () => {
    const wrong = read(release({ title: { x: 1 }, value: [7], suppliers: 'S', description: ['d'] }))
    expect(wrong.items.map(brief)).toEqual([
      { ref: 'o', name: 'Lizenzen', supplier: undefined, amount: undefined, term: undefined, cpv: undefined },
    ])
    expect(wrong.notes.filter(({ code }) => code === 'W-TYPE').map(({ at }) => at)).toEqual([
      '/awards/0/title',
      '/awards/0/value',
      '/awards/0/suppliers',
      '/awards/0/description',
    ])
    const twice = read(
      '{"ocid":"o","tag":["award"],"awards":[{"id":"a","title":"T","value":{"amount":9000,"amount":1,"currency":"EUR"},"__proto__":{"title":"P"}}]}',
    )
    expect([twice.items[0]!.amount, codes(twice)]).toEqual([undefined, ['W-DUPLICATE-KEY', 'W-WINNER-UNNAMED', 'W-NOTICES']])
    expect(({} as Record<string, unknown>)['title']).toBeUndefined()
  })

  it('what follows a release and is none is rejected, with its place', () => {
    const reading = read('{"ocid":"o","id":"1","tag":["planning"]}\n1')
    expect(counts(reading)).toEqual({ items: 0, rejected: 1, unusable: 1 })
    expect(reading.notes[0]).toMatchObject({ code: 'W-TYPE', at: '/1' })
    expect(refusal('{"ocid":"o","id":"1"}\n{').id).toBe('E3101')
  })

  it('counts releases against the limit', () => {
    const text = JSON.stringify({
      releases: [
        { ocid: '1', id: '1' },
        { ocid: '2', id: '1' },
      ],
    })
    expect(counts(read(text, { ...LIMITS, components: 2 })).unusable).toBe(2)
    for (const components of [1, 0]) expect(refusal(text, { ...LIMITS, components }).id).toBe('E3104')
  })

  it('other JSON is not taken for OCDS', () => {
    for (const text of ['{"records":[{"name":"x"}]}', '{"$schema":"x","properties":{"ocid":{}}}', '[{"name":"x"}]'])
      expect(refusal(text).id).toBe('E3003')
  })
})

describe('money and days of notices', () => {
  it('of net and gross the net amount holds, and the other is named', () => {
    const of = (value: object, more: object = {}) => {
      const { items, notes } = read(release({ value: { currency: 'GBP', ...value } }, more))
      return [items[0]!.amount?.value, items[0]!.amount?.basis, notes.find(({ code }) => code === 'W-OTHER-AMOUNTS')?.params?.['others']]
    }
    expect(of({ amount: 500, amountGross: 600 })).toEqual(['500.00', 'net', 'award 600.00 GBP gross'])
    expect(of({ amountNet: 500, amountGross: 600 })).toEqual(['500.00', 'net', 'award 600.00 GBP gross'])
    expect(of({ amount: 600, amountGross: 600 })).toEqual(['600.00', 'gross', undefined])
    expect(of({ amountGross: 600 })).toEqual(['600.00', 'gross', undefined])
    expect(of({ amount: 700, amountGross: 600 })).toEqual(['700.00', 'unknown', undefined])
    expect(of({ amount: 600, valueAddedTaxIncluded: true })).toEqual(['600.00', 'gross', undefined])
    expect(of({ amount: 600, valueAddedTaxIncluded: false })).toEqual(['600.00', 'net', undefined])
    const contracts = [1, 2].map((id) => ({ id, awardID: 'a', value: { amount: 250, amountGross: 300, currency: 'GBP' } }))
    expect(of({ amount: 500 }, { contracts })).toEqual(['500.00', 'net', 'contract 600.00 GBP gross'])
  })

  it.each([
    ['1.5E7', '15000000.00'], ['1e400', undefined], ['-0', '0.00'], ['1e3', '1000.00'], ['12e-2', '0.12'], ['762223.6', '762223.60'],
    ['12345678901234567890', '12345678901234567890.00'], ['0.12345', '0.1235'], ['1,50', undefined], ['NC', undefined], ['', undefined],
  ])('%s is %s', (said, value) => expect(moneyText(said)).toBe(value)) // prettier-ignore

  type Rest = [currency: string | undefined, kind: Amount['kind'], how?: { masked: boolean }]
  const amount = (says: string, ...rest: Rest) => amountOf({ at: 'line 1', says }, ...rest)

  it('T2: placeholders are flagged, negative sums are none', () => {
    for (const said of ['0', '0.0', '0.01', '1', '1.00', '9.99', '-1']) expect(amount(said, 'EUR', 'award')?.placeholder).toBe(true)
    for (const said of ['0.02', '1.01', '10', '9.9']) expect(amount(said, 'EUR', 'award')?.placeholder).toBeUndefined()
    expect(amount('-5', 'EUR', 'award')).toBeUndefined()
    expect(amount('500', 'EUR', 'award', { masked: true })?.placeholder).toBe(true)
  })

  it('adds only what has one currency', () => {
    const [a, b, c] = [amount('0.10', 'EUR', 'contract')!, amount('0.20', 'eur', 'contract')!, amount('5', 'USD', 'contract')!]
    expect(total([a, b])?.value).toBe('0.30')
    expect(total([a, c])).toBeUndefined()
    expect(total([amount('1', 'EUR', 'contract')!, a])?.value).toBe('0.10')
  })

  it('T3: cuts zones, but midnight in Central Europe told in UTC is the next day', () => {
    expect(['2024-10-07+02:00', '2024-10-07Z', '2026-02-24T23:00:00Z', '2026-09-03T22:00:00.000Z', '2021-12-31T23:59:59Z', '2026-09-30T00:00:00+02:00', '1970-01-01Z', '2026-02-30', 'bald'].map(dayOf)).toEqual(
      ['2024-10-07', '2024-10-07', '2026-02-25', '2026-09-04', '2021-12-31', '2026-09-30', undefined, undefined, undefined],
    ) // prettier-ignore
    expect(termOf({ start: '2026-01-01', length: '12.0', unit: 'MONTH' })).toEqual({ start: '2026-01-01', end: '2026-12-31' })
    expect(termOf({ start: '2026-01-01', end: '2025-01-01' })).toEqual({ start: '2026-01-01' })
    expect(termOf({ length: '12', unit: 'MONTH' })).toBeUndefined()
  })
})

describe('eForms', () => {
  it('T6: who won which lot', () => {
    const reading = fixture('eforms-award.xml')
    expect(reading.specVersion).toBe('eforms-sdk-1.10')
    expect(reading.items.map(brief)).toEqual([
      {
        ref: 'notiz-7#LOT-0001/TEN-0002',
        name: 'Serverlizenzen: Los 1',
        supplier: 'Muster Handel KG; Beispiel Systeme GmbH',
        amount: euro('120000.50', 'award'),
        term: { start: '2026-06-01', end: '2028-05-31' },
        cpv: ['48610000', '72267000'],
      },
      {
        ref: 'notiz-7#LOT-0002/TEN-0004',
        name: 'Serverlizenzen: Los 2',
        supplier: 'Beispiel Systeme GmbH',
        amount: euro('80000.00', 'framework-max'),
        term: undefined,
        cpv: ['48000000'],
      },
      {
        ref: 'notiz-7#LOT-0004/TEN-0006',
        name: 'Serverlizenzen',
        supplier: undefined,
        amount: euro('12345.00', 'award', { placeholder: true }),
        term: undefined,
        cpv: ['48000000'],
      },
    ])
    expect(reading.items[0]!.said).toEqual({
      supplier: 'Muster Handel KG; Beispiel Systeme GmbH',
      description: 'Datenbank',
      procedure: 'neg-wo-call',
      awardReason: 'technical; Nur der Hersteller kann liefern',
      bids: 2,
      status: 'can-standard',
      contractNumber: 'notiz-7#LOT-0001/TEN-0002',
    })
    expect(reading.items[0]!.seenAt).toEqual([{ source: 0, at: 'line 32', line: 32, column: 7 }])
    expect(counts(reading)).toEqual({ items: 3, rejected: 1, unusable: 1 })
    expect(reading.notes.map(({ code, at }) => [code, at])).toEqual([
      ['W-CONTRACT-TENDER', 'line 34'], ['W-MASKED', 'line 36'], ['W-NO-WINNER', 'line 27'],
      ['W-OTHER-AMOUNTS', 'line 5'], ['W-PERSON', undefined], ['W-NO-AWARD', undefined], ['W-NOTICES', undefined],
    ]) // prettier-ignore
    expect(JSON.stringify(reading)).not.toMatch(/Erika|Max Beispiel/)
  })

  it('chooses the language of the notice, else the first', () => {
    const text = readFileSync(join(FOLDER, 'eforms-award.xml'), 'utf8')
    expect(read(text.replace('>DEU</b:NoticeLanguageCode', '>ENG</b:NoticeLanguageCode')).items[0]!.name).toBe('Server licences: Los 1')
    expect(read(text.replace('>DEU</b:NoticeLanguageCode', '>BUL</b:NoticeLanguageCode')).items[1]!.said.supplier).toBe('Exemple SARL')
  })

  it('binds by namespace, not by prefix', () => {
    const root = (uri: string) => `<cn:ContractNotice xmlns:cn="${uri}"/>`
    const notice = read(root('urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2'))
    expect([notice.format, counts(notice), codes(notice)]).toEqual([
      'eforms',
      { items: 0, rejected: 0, unusable: 1 },
      ['W-NO-AWARD', 'W-NOTICES'],
    ])
    expect(refusal(root('urn:example')).id).toBe('E3003')
    expect(rootOf(`<?xml version="1.0"?><!-- <a> --> <p:b xmlns="u" xmlns:p='v' x="y>z">`)).toEqual({ name: 'b', uri: 'v' })
  })

  it.each([
    ['<TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication" VERSION="R2.0.9.S05"/>', 'TED XML (R2.0.9)'],
    ['<?xml version="1.0"?><KD_8_2_Z2 xmlns="http://data.gv.at/kerndaten"/>', 'Kerndaten (AT)'],
  ])('names and refuses %s', (text, format) => {
    const problem = refusal(text)
    expect([problem.id, problem.params]).toEqual(['E3601', { format }])
  })

  it('a DOCTYPE ends it', () => {
    const text = readFileSync(join(FOLDER, 'eforms-award.xml'), 'utf8')
    expect(refusal(text.replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')).id).toBe('E3402')
  })
})

const setOf = (folder: string) =>
  new Map(readdirSync(folder).map((name) => [basename(name, '.csv'), [bytesOf(readFileSync(join(folder, name)), name)]]))

describe('the CSV set of the Bekanntmachungsservice', () => {
  it('T1–T4: joins what can be joined and says what cannot', () => {
    const reading = readNoticeSet(setOf(join(FOLDER, 'set')), LIMITS)
    expect(reading.items.map((item) => ({ ...brief(item), bids: item.said.bids }))).toEqual([
      {
        ref: 'n1#LOT-0001/TEN-0001',
        name: 'Bürosoftware: Los 1',
        supplier: 'Beispiel Software GmbH',
        amount: euro('9.99', 'award', { placeholder: true }),
        term: { start: '2026-03-01', end: '2027-02-28' },
        cpv: ['48000000', '48920000', '72260000'],
        bids: undefined,
      },
      {
        ref: 'n1#LOT-0002/TEN-0002',
        name: 'Bürosoftware: Los 2',
        supplier: 'Beispiel Software GmbH',
        amount: euro('50000.00', 'framework-max'),
        term: undefined,
        cpv: ['48000000', '48920000', '72260000'],
        bids: 2,
      },
      { ref: 'n2', name: 'Wartung', supplier: 'Erste Handels GmbH; Zweite Handels GmbH', amount: euro('300.00', 'award'), term: undefined, cpv: ['50300000'], bids: undefined },
      { ref: 'n4#LOT-0001', name: 'Schulung', supplier: undefined, amount: undefined, term: undefined, cpv: undefined, bids: undefined },
      { ref: 'n5#LOT-0001', name: 'Beratung', supplier: 'Dritte GmbH', amount: undefined, term: undefined, cpv: undefined, bids: undefined },
    ]) // prettier-ignore
    expect(reading.items[0]!.said.description).toBe('Mehrere Zeilen')
    expect(counts(reading)).toEqual({ items: 5, rejected: 0, unusable: 2 })
    expect(reading.notes.map(({ code }) => code)).toEqual([
      'W-CELL',
      'W-SUPPLIER-UNLINKED',
      'W-PERSON',
      'W-PERSON',
      'W-PUBLISHED',
      'W-NO-AWARD',
      'W-NOTICES',
    ])
    expect(JSON.stringify(reading)).not.toMatch(/Max Beispiel|Alte Fassung/)
  })

  it('every table may be missing', () => {
    const whole = setOf(join(FOLDER, 'set'))
    for (const name of whole.keys()) {
      const rest = new Map([...whole].filter(([other]) => other !== name))
      expect([name, readNoticeSet(rest, LIMITS).format]).toEqual([name, 'bekanntmachungen-csv'])
    }
    const withoutNames = readNoticeSet(new Map([...whole].filter(([name]) => name !== 'organisation')), LIMITS)
    expect(withoutNames.items.map(({ said }) => said.supplier)).toEqual(Array(6).fill(undefined))
  })

  it.each(readdirSync(join(FOLDER, 'set')))('a single %s is refused with what to give instead', (name) => {
    const problem = refusal(readFileSync(join(FOLDER, 'set', name)))
    expect([problem.id, problem.params]).toEqual(['E3602', { table: name }])
    expect(problem.hint('de')).toMatch(/csv\.zip.*eforms\.zip/)
  })
})

describe('damaged notices', () => {
  const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200)
  const samples = ['ocds-german-shape.json', 'ocds-package.json', 'eforms-award.xml'].map((name) => readFileSync(join(FOLDER, name)))
  const parts = [
    'null',
    '[]',
    '{}',
    '"x"',
    '-1',
    '1e999',
    '<',
    '>',
    '"',
    ',',
    '}',
    ']',
    '&x;',
    '\u0000',
    '\ud800',
    'LOT-0002',
    'TEN-0001',
    '2026-13-99',
  ]
  const edits = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40), put: fc.constantFrom('', ...parts) }),
    { minLength: 1, maxLength: 4 },
  )
  it('are read or refused, never crash', () => {
    const property = fc.property(fc.constantFrom(...samples), edits, (sample, changes) => {
      const text = changes.reduce((whole, { at, cut, put }) => {
        const from = Math.floor(at * whole.length)
        return whole.slice(0, from) + put + whole.slice(from + cut)
      }, sample.toString('utf8'))
      try {
        const { items } = read(text)
        for (const { name, ref, amount } of items) {
          expect(name).not.toBe('')
          expect(ref).not.toBe('')
          if (amount !== undefined) expect(amount.value).toMatch(/^-?\d+\.\d{2,4}$/)
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
    })
    fc.assert(property, { numRuns: RUNS })
  })

  it('a head of unclosed comments takes no time', () => {
    const begun = performance.now()
    expect(rootOf('<!--'.repeat(16_000))).toBeUndefined()
    expect(rootOf(`<a${' '.repeat(60_000)}`)).toBeUndefined()
    expect(rootOf(`<a${' b="c"'.repeat(10_000)}`)).toBeUndefined()
    expect(performance.now() - begun).toBeLessThan(500)
  })
})

describe.skipIf(CORPUS === undefined)('the corpus', () => {
  const folder = join(CORPUS ?? '', 'procurement')
  const files =
    CORPUS === undefined
      ? []
      : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
  const outcome = (name: string) => {
    try {
      const { items, rejected, unusable } = readFile(join(folder, name))
      return [items.length, rejected, unusable].join('/')
    } catch (error) {
      if (error instanceof Problem) return error.id
      throw error
    }
  }
  /** Items / rejected / unusable. */
  const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'eforms-sdk': {
      'E4_minimal.xml': '1/0/0', 'INVALID_can_24_stage-2.xml': '0/1/0', 'can-desg_24.xml': '1/0/3', 'can-modif_24_value.xml': '1/0/0', 'can_23_contracts.xml': '2/0/0',
      'can_24_FRA_comments.xml': '2/0/0', 'can_24_UKRI.xml': '1/0/0', 'can_24_maximal.xml': '2/0/1', 'can_24_minimal.xml': '1/0/0', 'can_24_no_tenders.xml': '0/0/1', 'can_25_ENG.xml': '1/0/0',
      'can_25_ITA.xml': '1/0/0', 'can_25_withheld.xml': '1/0/0', 'cn_24_maximal_100_lots.xml': '0/0/1', 'cn_24_multilingual.xml': '0/0/1', 'veat_24.xml': '1/0/0',
    },
    'ocds-ocdskit': {
      'compile_encoding_encoding.json': '0/0/1', 'compiled-release-1.json': '1/0/0', 'detect-format_empty.json': '0/0/0', 'detect-format_mixed.json': '0/1/1', 'detect-format_whitespace.json': '0/0/1',
      'record-package-1.json': '2/0/0', 'record-package_linked-releases.json': '2/0/0', 'record-package_minimal-1-2.json': '0/0/2', 'record-package_versioned.json': '2/0/0', 'release-package-1.json': '1/0/0',
      'release-package_1.0-1.json': '1/0/0', 'release-package_1.1-1.json': '1/0/0', 'release-package_encoding-iso-8859-1.json': '0/0/1', 'release-package_encoding-utf-8.json': '0/0/1',
      'release-package_minimal-1-2.json': '0/0/2', 'release-packages.json': '0/0/1', 'release-packages.jsonl': '0/0/1', 'release_minimal_pretty.json': '0/0/1', 'versioned-release-1.json': '1/0/0',
    },
    'ocds-standard': { 'consortia.json': '1/0/0', 'easy_releases.json': '1/0/0', 'open_multiple_award.json': '1/0/0' },
    'ocds-sample-data': { 'ocds-213czf-000-00001.json': '1/0/0', 'ocds-213czf-000-00001-withversions.json': '1/0/0' },
    'de-oeffentlichevergabe-ocds': { 'notice-62151b52.release-package.json': '0/0/1', 'award-bezirk-oberbayern-2026-09-15.transcribed.json': '1/0/0' },
  } // prettier-ignore

  it.each(Object.entries(EXPECTED))('%s is read', (name, expected) => {
    expect(Object.fromEntries(Object.keys(expected).map((file) => [file, outcome(join(name, file))]))).toEqual(expected)
  })

  it('every other file is read, or refused with a reason', () => {
    for (const name of files) expect([name, outcome(name)]).toEqual([name, expect.stringMatching(/^(?:\d+\/\d+\/\d+|E3\d{3})$/)])
    for (const name of files.filter((file) => file.startsWith('de-oeffentlichevergabe-csv')))
      expect([name, outcome(name)]).toEqual([name, 'E3602'])
  })

  it('T5: the award of Bezirk Oberbayern', () => {
    const reading = readFile(join(folder, 'de-oeffentlichevergabe-ocds/award-bezirk-oberbayern-2026-09-15.transcribed.json'))
    expect(reading.items.map(brief)).toEqual([
      {
        ref: 'ocds-mnwr74-66aacb13-4fbe-473c-8083-4c83242f1b8f',
        name: 'Internet Relaunch des Bezirk Oberbayern',
        supplier: 'SUNZINET GmbH',
        amount: euro('390200.00', 'contract'),
        term: { start: '2026-10-01', end: '2030-09-30' },
        cpv: ['72413000', '32412110'],
      },
    ])
    expect(reading.notes[1]!.params).toEqual({ used: 'contract 390200.00 EUR', others: 'award 762223.60 EUR, estimate 316000.00 EUR' })
    expect(reading.items[0]!.said.bids).toBe(1)
  })

  it('T2 and T6: withheld values are no money, a ranked tender of a closed lot is no winner', () => {
    const withheld = readFile(join(folder, 'eforms-sdk/can_25_withheld.xml'))
    expect(withheld.items.map(({ amount, said }) => [unplaced(amount), said.bids])).toEqual([
      [{ value: '9.99', currency: 'GBP', basis: 'unknown', kind: 'award', placeholder: true }, undefined],
    ])
    const maximal = readFile(join(folder, 'eforms-sdk/can_24_maximal.xml'))
    expect(maximal.items.map(({ ref, said }) => [ref.slice(37), said.supplier])).toEqual([['LOT-0001/TEN-0001', 'Gyro Soft SA'], ['LOT-0001/TEN-0002', 'Competitor']]) // prettier-ignore
    expect(readFile(join(folder, 'eforms-sdk/veat_24.xml')).items[0]!.said).toMatchObject({ supplier: 'Invacare Ltd; Direct Healthcare Services Ltd; Harvest Healthcare Ltd', awardReason: expect.stringMatching(/^urgency; /), status: 'veat' }) // prettier-ignore
  })

  it('T1: a real day of the CSV set', () => {
    const reading = readNoticeSet(setOf(join(folder, 'de-oeffentlichevergabe-csv/it-notices-2026-02-25')), LIMITS)
    expect(counts(reading)).toEqual({ items: 29, rejected: 0, unusable: 78 })
    expect(codes(reading)).toEqual(['W-SUPPLIER-UNLINKED', 'W-SUPPLIER-UNLINKED', 'W-PUBLISHED', 'W-NO-AWARD', 'W-NOTICES'])
    expect(
      reading.items
        .filter(({ amount }) => amount?.placeholder === true)
        .map(({ amount }) => amount!.value)
        .sort(),
    ).toEqual(['0.00', '0.00', '0.00', '0.01'])
    const atlassian = reading.items.find(({ name }) => name.includes('Atlassian'))!
    expect([atlassian.said.supplier, atlassian.said.bids, atlassian.amount, atlassian.cpv]).toEqual([
      'catworkx GmbH',
      3,
      undefined,
      ['48000000'],
    ])
  })
})
