import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

type Cells = Readonly<Record<string, string | number>>

/** A list with these headings; a row says what it needs to. */
function list(headings: readonly string[], rows: readonly Cells[]): string {
  const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`
  return [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n')
}

const brief = ({ items }: Reading) => items.map(({ name, said, amount }) => [name, said.supplier, amount && `${amount.kind} ${amount.value} ${amount.currency}`]) // prettier-ignore
const counts = ({ items, rejected, unusable }: Reading) => [items.length, rejected, unusable]
const note = ({ notes }: Reading, wanted: string) => notes.find(({ code }) => code === wanted)?.params

describe('the awards of TED as CSV', () => {
  const HEAD = [
    'ID_NOTICE_CAN', 'CANCELLED', 'TYPE_OF_CONTRACT', 'CPV', 'VALUE_EURO', 'VALUE_EURO_FIN_1', 'VALUE_EURO_FIN_2', 'TOP_TYPE', 'NUMBER_AWARDS', 'ID_AWARD',
    'INFO_ON_NON_AWARD', 'WIN_NAME', 'WIN_TOWN', 'CONTRACT_NUMBER', 'TITLE', 'NUMBER_OFFERS', 'AWARD_EST_VALUE_EURO', 'AWARD_VALUE_EURO', 'AWARD_VALUE_EURO_FIN_1',
  ] // prettier-ignore
  const award = { ID_NOTICE_CAN: 2022, CANCELLED: 0, TYPE_OF_CONTRACT: 'U', CPV: 48000000, VALUE_EURO: '900000.00', VALUE_EURO_FIN_1: '900000.00', TOP_TYPE: 'OPE', NUMBER_AWARDS: 3, ID_AWARD: 7, WIN_NAME: 'Beispiel GmbH', CONTRACT_NUMBER: 1, TITLE: 'Büroprogramme', NUMBER_OFFERS: 3, AWARD_VALUE_EURO: '500000.00' } // prettier-ignore
  const read = (...rows: readonly Cells[]) => readList(list(HEAD, rows.map((row) => ({ ...award, ...row })))) // prettier-ignore

  it('winner, bids and procedure have their columns, the type of contract is no licence model', () => {
    const { said, cpv } = read({})['items'][0]!
    expect(said).toEqual({ supplier: 'Beispiel GmbH', contractNumber: '7', procedure: 'OPE', bids: 3 })
    expect(cpv).toEqual(['48000000'])
    expect(brief(read({ WIN_NAME: 'Beispiel GmbH---Muster  AG---Beispiel GmbH' }))).toEqual([['Büroprogramme', 'Beispiel GmbH; Muster AG', 'award 500000.00 EUR']]) // prettier-ignore
  })

  it('the value of the notice is that of an award where it is the only one', () => {
    const value = (row: Cells) => read({ AWARD_VALUE_EURO: '', ...row }).items[0]!.amount?.value
    expect([value({}), value({ NUMBER_AWARDS: 1 }), value({ AWARD_VALUE_EURO_FIN_1: '4000.00' })]).toEqual([
      undefined,
      '900000.00',
      '4000.00',
    ])
    expect(read({ NUMBER_AWARDS: 1, VALUE_EURO: '1000000.00' }).items[0]!.amount?.value).toBe('500000.00')
  })

  it('what was not awarded or was cancelled is no line', () => {
    const reading = read({}, { INFO_ON_NON_AWARD: 'PROCUREMENT_UNSUCCESSFUL', WIN_NAME: '' }, { CANCELLED: 1 })
    expect(counts(reading)).toEqual([1, 0, 2])
    expect(note(reading, 'W-NO-AWARD')).toEqual({ n: 2 })
    expect(counts(read({ CANCELLED: 1 }))).toEqual([0, 0, 1])
  })

  it('it is known by its headings, in any order and in a workbook, and by all of them', () => {
    const back = [...HEAD].reverse()
    expect(brief(readList(list(back, [award])))).toEqual([['Büroprogramme', 'Beispiel GmbH', 'award 500000.00 EUR']])
    const sheet = xlsx([{ name: 'CAN', rows: [HEAD, HEAD.map((heading) => (award as Cells)[heading] ?? '')] }])
    const { reading } = readInput({ ...bytesOf(sheet, 'ted.xlsx'), sha256: () => '' }, { limits: LIMITS })
    expect([brief(reading)[0]![1], note(reading, 'W-PORTAL')]).toEqual(['Beispiel GmbH', { portal: 'TED (CSV)', currency: 'EUR' }])
    expect(note(readList(list(HEAD.filter((heading) => heading !== 'TOP_TYPE'), [award])), 'W-PORTAL')).toBeUndefined() // prettier-ignore
  })

  it('a mapping file says it otherwise', () => {
    const mapped = readList(list(HEAD, [award]), { columns: { AWARD_VALUE_EURO: 'ignore', TYPE_OF_CONTRACT: 'category' }, currency: 'CHF' })
    expect([mapped.items[0]!.amount, mapped.items[0]!.said.category]).toEqual([undefined, 'U'])
  })
})

describe('Contracts Finder', () => {
  const SUPPLIER = 'Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]'
  const HEAD = ['Notice Identifier', 'Status', 'Title', 'Contact Name', 'Start Date', 'End Date', 'Value Low', 'Value High', 'Awarded Date', 'Awarded Value', SUPPLIER, "Supplier's contact name", 'Contract start date', 'Contract end date', 'OJEU Procedure Type'] // prettier-ignore
  const award = { 'Notice Identifier': 'X-1', Status: 'Awarded', Title: 'Creative licences', 'Start Date': '2024-09-01', 'End Date': '2024-12-31', 'Value Low': 0, 'Value High': 50000, 'Awarded Value': 42000, [SUPPLIER]: '[Example plc|Solar House, Lane, AB1 2CD|COMPANIES_HOUSE|02174990|No|No]', "Supplier's contact name": 'Jane Roe', 'Contract start date': '2024-10-01', 'Contract end date': '2027-09-30' } // prettier-ignore
  const read = (...rows: readonly Cells[]) => readList(list(HEAD, rows.map((row) => ({ ...award, ...row })))) // prettier-ignore

  it('suppliers by name, the dates of the contract, pounds', () => {
    const reading = read({}, { [SUPPLIER]: '[Example UK Ltd|900 Drive|NONE||No|No][Sample (UK) Ltd|Hill|NONE||No|No]' })
    expect(brief(reading)).toEqual([
      ['Creative licences', 'Example plc', 'award 42000.00 GBP'],
      ['Creative licences', 'Example UK Ltd; Sample (UK) Ltd', 'award 42000.00 GBP'],
    ])
    expect(reading.items[0]!.term).toEqual({ start: '2024-10-01', end: '2027-09-30' })
    expect(JSON.stringify(reading)).not.toMatch(/Jane Roe|Solar House/)
  })

  it('only what is awarded is a line; a cell written otherwise stays as it is', () => {
    expect(counts(read({}, { Status: 'Open' }, { Status: 'Closed' }, { Status: '' }))).toEqual([2, 0, 2])
    expect(read({ [SUPPLIER]: 'Example plc' }).items[0]!.said.supplier).toBe('Example plc')
  })
})

describe('offenevergaben.at', () => {
  const HEAD = ['id', 'art', 'auftraggeber', 'auftraggeber stammzahl', 'lieferant', 'lieferant stammzahl', 'titel', 'verfahrensart', 'wert', 'anzahl eingegangener angebote', 'anzahl eingegangener angebote (kmu)', 'geplanter ausführungsbeginn', 'endzeitpunkt / erfüllungszeitpunkt', 'schlusstermin für den eingang'] // prettier-ignore
  const award = { id: 201, art: 'KD_8_2_Z1', auftraggeber: 'Stadt', lieferant: 'Beispiel GmbH', titel: 'Büroprogramme', verfahrensart: 'Direktvergabe', wert: '98500.5', 'anzahl eingegangener angebote': 4, 'anzahl eingegangener angebote (kmu)': 2, 'geplanter ausführungsbeginn': '01.03.2025', 'endzeitpunkt / erfüllungszeitpunkt': '29.02.2028' } // prettier-ignore

  it('awards with bids, term and euros; calls are no lines', () => {
    const reading = readList(list(HEAD, [award, { ...award, art: 'KD_8_1_Z2' }, { ...award, art: 'KD_8_1_Z4' }, { ...award, art: '' }]))
    expect(counts(reading)).toEqual([3, 0, 1])
    expect(brief(reading)[0]).toEqual(['Büroprogramme', 'Beispiel GmbH', 'contract 98500.50 EUR'])
    expect(reading.items[0]).toMatchObject({ said: { bids: 4, status: 'KD_8_2_Z1' }, term: { start: '2025-03-01', end: '2028-02-29' } })
  })
})

describe('FTS of the European Commission', () => {
  const HEAD = ['Year', 'Reference of the Legal Commitment (LC)', 'Name of beneficiary', "Beneficiary's contracted amount (EUR)", "Beneficiary's estimated contracted amount (EUR)", 'Commitment contracted amount (EUR) (A)', 'Commitment total amount (EUR) (A+B)', 'Subject of grant or contract', 'Budget line number', 'Type of contract*'] // prettier-ignore

  it('each beneficiary has its own amount, not that of the commitment', () => {
    const row = { Year: 2023, 'Reference of the Legal Commitment (LC)': 'SI2.1', 'Commitment contracted amount (EUR) (A)': 1000000, 'Commitment total amount (EUR) (A+B)': 1000000, 'Subject of grant or contract': 'IT services', 'Budget line number': 5, 'Type of contract*': 'Services' } // prettier-ignore
    const reading = readList(list(HEAD, [
      { ...row, 'Name of beneficiary': 'BEISPIEL*NV*SA', "Beneficiary's contracted amount (EUR)": 600000 },
      { ...row, 'Name of beneficiary': 'MUSTER*AG', "Beneficiary's estimated contracted amount (EUR)": 400000 },
      { ...row, 'Name of beneficiary': 'PROBE*SE' },
    ])) // prettier-ignore
    expect(brief(reading)).toEqual([
      ['IT services', 'BEISPIEL NV SA', 'contract 600000.00 EUR'],
      ['IT services', 'MUSTER AG', 'estimate 400000.00 EUR'],
      ['IT services', 'PROBE SE', undefined],
    ])
    expect(reading.items[0]!.said.licenceModel).toBeUndefined()
  })
})

describe('DECP', () => {
  const HEAD = ['uid', 'id', 'acheteur_id', 'acheteur_nom', 'objet', 'codeCPV', 'dureeMois', 'montant', 'titulaire_id', 'titulaire_nom', 'donneesActuelles', 'offresRecues'] // prettier-ignore
  const row = { uid: 'A-1', id: '1', acheteur_id: 9, acheteur_nom: 'COMMUNE', objet: 'Applications', codeCPV: '72000000-5', dureeMois: 48, montant: '1000000.0', titulaire_id: 5, titulaire_nom: 'EXEMPLE SA', donneesActuelles: 'true', offresRecues: 3 } // prettier-ignore

  it('rows of the winners of one contract are one line, older versions none', () => {
    const rows = [row, { ...row, uid: 'A-2', montant: '50000.0', donneesActuelles: 'false' }, { ...row, uid: 'A-2', montant: '90000.0' }, { ...row, titulaire_id: 6, titulaire_nom: 'MODELE SARL' }] // prettier-ignore
    const reading = readList(list(HEAD, rows))
    expect(brief(reading)).toEqual([
      ['Applications', 'EXEMPLE SA; MODELE SARL', 'unknown 1000000.00 EUR'],
      ['Applications', 'EXEMPLE SA', 'unknown 90000.00 EUR'],
    ])
    expect([counts(reading), note(reading, 'W-ROWS-OF-WINNERS'), note(reading, 'W-ROWS-REPLACED')]).toEqual([
      [2, 0, 2],
      { n: 1, lines: '5' },
      { n: 1, lines: '3' },
    ])
  })

  it('a duration in months can be read', () => {
    expect(note(readList(list(HEAD, [row])), 'W-CELL')).toBeUndefined()
  })
})
