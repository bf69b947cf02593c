import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

interface Tender {
  readonly id: string
  readonly lot?: string
  readonly party: string
  readonly value?: string
}

const cell = (name: string, text: string | undefined) => (text === undefined ? '' : `<b:${name} currencyID="EUR">${text}</b:${name}>`)
const ref = (name: string, ...ids: readonly string[]) => ids.map((id) => `<e:${name}><b:ID>${id}</b:ID></e:${name}>`).join('')
const lotResult = (lot: string, inner: string) => `<e:LotResult>${inner}${ref('TenderLot', lot)}</e:LotResult>`
const contract = (id: string, ...tenders: readonly string[]) =>
  `<e:SettledContract><b:ID>${id}</b:ID>${ref('LotTender', ...tenders)}</e:SettledContract>`
const framework = (name: string, value: string) => `<e:FrameworkAgreementValues>${cell(name, value)}</e:FrameworkAgreementValues>`

/** A result notice with two lots; each party is one firm of its name. */
function read(
  inner: string,
  tenders: readonly Tender[],
  { total, title = 'Beratung', firms = true }: { total?: string; title?: string; firms?: boolean } = {},
): Reading {
  const parties = [...new Set(tenders.map(({ party }) => party))]
  const named = firms ? parties : []
  const lots = ['L1', 'L2'].map(
    (lot) => `<a:ProcurementProjectLot><b:ID>${lot}</b:ID><a:ProcurementProject><b:Name>Los ${lot}</b:Name></a:ProcurementProject></a:ProcurementProjectLot>`,
  ) // prettier-ignore
  const notice = `<ContractAwardNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"
    xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:x="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" xmlns:e="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
    xmlns:f="http://data.europa.eu/p27/eforms-ubl-extensions/1">
    <x:UBLExtensions><x:UBLExtension><x:ExtensionContent><f:EformsExtension><e:NoticeResult>${cell('TotalAmount', total)}${inner}
    ${tenders.map(({ id, lot, party, value }) => `<e:LotTender><b:ID>${id}</b:ID><a:LegalMonetaryTotal>${cell('PayableAmount', value)}</a:LegalMonetaryTotal>${ref('TenderingParty', party)}${lot === undefined ? '' : ref('TenderLot', lot)}</e:LotTender>`).join('')}
    ${parties.map((party) => `<e:TenderingParty><b:ID>${party}</b:ID>${ref('Tenderer', `O-${party}`)}</e:TenderingParty>`).join('')}
    </e:NoticeResult><e:Organizations>${named.map((party) => `<e:Organization><e:Company><a:PartyIdentification><b:ID>O-${party}</b:ID></a:PartyIdentification><a:PartyName><b:Name>Firma ${party}</b:Name></a:PartyName></e:Company></e:Organization>`).join('')}</e:Organizations>
    </f:EformsExtension></x:ExtensionContent></x:UBLExtension></x:UBLExtensions>
    <b:ID>N</b:ID><a:ProcurementProject><b:Name>${title}</b:Name></a:ProcurementProject>${lots.join('')}</ContractAwardNotice>`
  return readInput({ ...bytesOf(notice, 'notice.xml'), sha256: () => '' }, { limits: LIMITS }).reading
}

const values = ({ items }: Reading) => items.map(({ amount }) => amount?.value)
const shared = ({ notes }: Reading) => notes.filter(({ code }) => code === 'W-AMOUNT-SHARED').map(({ params }) => params?.['n'])
const won = ({ items }: Reading) => items.map((item) => `${item.ref} ${item.name}: ${item.said.supplier ?? '–'}`)

describe('a value that several winners of a notice state', () => {
  const three = ['A', 'B', 'C'].map((party): Tender => ({ id: `T${party}`, lot: 'L1', party, value: '65000' }))
  const signed = contract('C1', 'TA', 'TB', 'TC')
  const result = lotResult('L1', ref('LotTender', 'TA', 'TB', 'TC'))

  it('is that of the lot and stands nowhere', () => {
    const reading = read(result + signed, three)
    expect([values(reading), shared(reading)]).toEqual([
      [undefined, undefined, undefined],
      [3, 3, 3],
    ])
  })

  it('is so too where each winner has a result of its own', () => {
    const apart = ['TA', 'TB', 'TC'].map((id) => lotResult('L1', ref('LotTender', id))).join('')
    expect(values(read(apart + signed, three))).toEqual([undefined, undefined, undefined])
    // nor is what is stated for the lot
    const unvalued = three.map(({ value: _, ...tender }) => tender)
    const estimate = apart.replaceAll('<e:TenderLot>', `${framework('ReestimatedValueAmount', '65000')}<e:TenderLot>`)
    expect(values(read(estimate + signed, unvalued))).toEqual([undefined, undefined, undefined])
  })

  it('is each winner’s own where the total of the notice holds the sum', () => {
    expect(values(read(result + signed, three, { total: '195000' }))).toEqual(['65000.00', '65000.00', '65000.00'])
    expect(values(read(result + signed, three, { total: '194999' }))).toEqual([undefined, undefined, undefined])
    // values that differ were never one
    expect(values(read(result + signed, three.map((tender, n) => ({ ...tender, value: `${n + 2}000` }))))).toEqual(['2000.00', '3000.00', '4000.00']) // prettier-ignore
  })

  it('that equals the value of the framework is nobody’s where several have won', () => {
    const [a, b] = [{ ...three[0]!, value: '900' }, { ...three[1]!, value: '300' }] // prettier-ignore
    for (const name of ['MaximumValueAmount', 'ReestimatedValueAmount']) {
      const both = lotResult('L1', ref('LotTender', 'TA', 'TB') + framework(name, '900'))
      expect(values(read(both + signed, [a, b], { total: '1200' }))).toEqual([undefined, '300.00'])
      expect(values(read(lotResult('L1', ref('LotTender', 'TA') + framework(name, '900')) + signed, [a]))).toEqual(['900.00'])
    }
  })

  it('that is the total of the notice stands once for one winner, for several nowhere', () => {
    const lots = lotResult('L1', ref('LotTender', 'T1')) + lotResult('L2', ref('LotTender', 'T2'))
    const of = (...parties: readonly string[]) => parties.map((party, n): Tender => ({ id: `T${n + 1}`, lot: `L${n + 1}`, party, value: '5000' })) // prettier-ignore
    expect(values(read(lots, of('A', 'A'), { total: '5000' }))).toEqual(['5000.00', undefined])
    expect(values(read(lots, of('A', 'B'), { total: '5000' }))).toEqual([undefined, undefined])
    expect(values(read(lots, of('A', 'B'), { total: '10000' }))).toEqual(['5000.00', '5000.00'])
    expect(values(read(lots, of('A', 'B')))).toEqual(['5000.00', '5000.00'])
  })
})

describe('what a notice states for the whole of it', () => {
  const lots = lotResult('L1', ref('LotTender', 'T1')) + lotResult('L2', ref('LotTender', 'T2'))
  const of = (...amounts: readonly (string | undefined)[]) => amounts.map((value, n): Tender => ({ id: `T${n + 1}`, lot: `L${n + 1}`, party: `P${n}`, ...(value !== undefined && { value }) })) // prettier-ignore
  const told = ({ notes }: Reading) => notes.filter(({ code }) => code === 'W-OTHER-AMOUNTS').map(({ params }) => params)

  it('is named where its lines come to something else, or have no amount', () => {
    expect(told(read(lots, of('100', '200'), { total: '900' }))).toEqual([{ used: 'award 300.00 EUR', others: 'award 900.00 EUR' }])
    expect(told(read(lots, of(undefined, undefined), { total: '900' }))).toEqual([{ used: '–', others: 'award 900.00 EUR' }])
    const ceiling = cell('OverallMaximumFrameworkContractsAmount', '5000')
    expect(told(read(ceiling + lots, of(undefined, undefined)))).toEqual([{ used: '–', others: 'framework-max 5000.00 EUR' }])
    // a winner who cannot be found has an amount all the same
    expect(told(read(lots, [], { total: '900' }))).toEqual([{ used: '–', others: 'award 900.00 EUR' }])
  })

  it('is not where it is their sum or was used, is a placeholder, or nothing was awarded', () => {
    expect(told(read(lots, of('100', '200'), { total: '300' }))).toEqual([])
    expect(told(read(lotResult('L1', ref('LotTender', 'T1')), of(undefined), { total: '900' }))).toEqual([])
    expect(told(read(lots, of(undefined, undefined), { total: '0.01' }))).toEqual([])
    expect(told(read(lotResult('L1', '<b:TenderResultCode>clos-nw</b:TenderResultCode>'), [], { total: '900' }))).toEqual([])
    const hidden = '<e:FieldsPrivacy><e:FieldIdentifierCode>not-val</e:FieldIdentifierCode></e:FieldsPrivacy>'
    expect(told(read(hidden + lots, of('100', '200'), { total: '900' }))).toEqual([])
  })
})

describe('a winner stated without a lot result or without its tender there', () => {
  it('results that name a contract only: the contract’s tender of that lot, else its only one', () => {
    const results = lotResult('L1', ref('SettledContract', 'C1')) + lotResult('L2', ref('SettledContract', 'C1'))
    const one: Tender = { id: 'T1', lot: 'L1', party: 'A', value: '700' }
    const reading = read(results + contract('C1', 'T1'), [one])
    expect(won(reading)).toEqual(['N#L1/T1 Beratung: Los L1: Firma A', 'N#L2/T1 Beratung: Los L2: Firma A'])
    expect(values(reading)).toEqual(['700.00', undefined])
    const each = read(results + contract('C1', 'T1', 'T2'), [one, { id: 'T2', lot: 'L2', party: 'B' }])
    expect(won(each)).toEqual(['N#L1/T1 Beratung: Los L1: Firma A', 'N#L2/T2 Beratung: Los L2: Firma B'])
    expect(read(results, [one])).toMatchObject({ items: [], rejected: 2 })
  })

  it('contracts only: their tenders have won their lots', () => {
    const [one, two]: Tender[] = [{ id: 'T1', lot: 'L1', party: 'A' }, { id: 'T2', lot: 'L1', party: 'B' }] // prettier-ignore
    const reading = read(contract('C1', 'T1'), [one!, two!], { total: '10000' })
    expect(won(reading)).toEqual(['N#L1/T1 Beratung: Los L1: Firma A'])
    expect([values(reading), reading.unusable]).toEqual([['10000.00'], 0])
    expect(won(read(contract('C1', 'T1'), [{ id: 'T1', party: 'A' }]))).toEqual(['N#/T1 Beratung: Firma A'])
    // a tender in no contract is none that has won, nor is one of a lot that was closed without a winner
    expect(read('', [one!])).toMatchObject({ items: [], unusable: 1 })
    const closed = lotResult('L1', '<b:TenderResultCode>clos-nw</b:TenderResultCode>')
    expect(read(closed + contract('C1', 'T1'), [one!])).toMatchObject({ items: [], unusable: 1 })
  })
})

it('a winning tender whose firm is missing is a line without a supplier, and that is said', () => {
  const inner = lotResult('L1', ref('LotTender', 'T1'))
  const tender: Tender = { id: 'T1', lot: 'L1', party: 'A', value: '700' }
  const told = ({ notes }: Reading) => notes.filter(({ code }) => code === 'W-WINNER-UNNAMED').map(({ params }) => params?.['n'])
  const known = read(inner, [tender])
  const missing = read(inner, [tender], { firms: false })
  expect([won(known), told(known)]).toEqual([['N#L1/T1 Beratung: Los L1: Firma A'], []])
  expect([won(missing), values(missing), told(missing)]).toEqual([['N#L1/T1 Beratung: Los L1: –'], ['700.00'], [1]])
})

it('an end before the beginning is named', () => {
  const period = '<a:PlannedPeriod><b:StartDate>2026-03-01+01:00</b:StartDate><b:EndDate>2026-02-01+01:00</b:EndDate></a:PlannedPeriod>'
  const { items, notes } = read(lotResult('L1', ref('LotTender', 'T1')), [{ id: 'T1', lot: 'L1', party: 'A' }], { title: `Beratung</b:Name>${period}<b:Name>` }) // prettier-ignore
  expect(items[0]!.term).toEqual({ start: '2026-03-01' })
  expect(notes.find(({ code }) => code === 'W-REVERSED')?.params).toEqual({ value: '2026-02-01+01:00', column: 'EndDate', start: '2026-03-01' }) // prettier-ignore
})

it('a title without a letter names nothing', () => {
  const tender: Tender = { id: 'T1', lot: 'L1', party: 'A' }
  expect(read(lotResult('L1', ref('LotTender', 'T1')), [tender], { title: '5,640,000' }).items[0]!.name).toBe('Los L1')
})
