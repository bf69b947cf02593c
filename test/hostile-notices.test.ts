import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { correctedLines } from '../src/read/corrected.ts'
import { readInput, readInputs } from '../src/read/index.ts'
import { readNoticeTables } from '../src/read/tender/bekanntmachungen.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { zip } from './support/zip.ts'

const COUNT = 20_000
const many = (row: (i: number) => string): string[] => Array.from({ length: COUNT }, (_, i) => row(i))
const table = (heading: string, rows: readonly string[]) => [`noticeIdentifier,noticeVersion,${heading}`, ...rows].join('\n')

/** A notice with such a result. */
function eforms(result: string): Reading {
  const notice = `<ContractAwardNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2"
    xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:x="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" xmlns:e="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"
    xmlns:f="http://data.europa.eu/p27/eforms-ubl-extensions/1">
    <x:UBLExtensions><x:UBLExtension><x:ExtensionContent><f:EformsExtension><e:NoticeResult>${result}</e:NoticeResult></f:EformsExtension></x:ExtensionContent></x:UBLExtension></x:UBLExtensions>
    <b:ID>N</b:ID><a:ProcurementProject><b:Name>Lizenzen</b:Name></a:ProcurementProject></ContractAwardNotice>`
  return readInput({ ...bytesOf(notice, 'notice.xml'), sha256: () => '' }, { limits: LIMITS }).reading
}

describe('a notice of 20,000 lots is gone through once', () => {
  it('in the tables of the Bekanntmachungsservice', () => {
    const tables = {
      procedureLotResult: table('lotIdentifier,procedureLotResultNumber,winnerChosen', many((i) => `N,1,L${i},${i},selec-w`)),
      purpose: table('lotIdentifier,internalIdentifier,title', ['N,1,,,Lizenzen', ...many((i) => `N,1,L${i},x,Titel ${i}`)]),
      classification: table('lotIdentifier,classificationType,mainClassificationCode', many((i) => `N,1,L${i},cpv,48000000`)),
      tender: table('lotIdentifier,tenderIdentifier,tenderValue,tenderValueCurrency', many((i) => `N,1,L${i},T${i},${i + 1},EUR`)),
      duration: table('lotIdentifier,durationStartDate,durationEndDate', many((i) => `N,1,L${i},,2030-12-30T23:00:00Z`)),
      receivedSubmissions: table('procedureLotResultNumber,receivedSubmissionsType,receivedSubmissionsCount', many((i) => `N,1,${i},tenders,3`)),
      organisation: table('organisationName,organisationRole', ['N,1,Firma,winner']),
    } // prettier-ignore
    const files = Object.entries(tables).map(([name, content]) => bytesOf(content, `${name}.csv`))
    const { items } = readNoticeTables(files, LIMITS)
    expect(items).toHaveLength(COUNT)
    expect(items.at(-1)).toMatchObject({
      ref: 'N#L19999/T19999',
      name: 'Lizenzen: Titel 19999',
      said: { supplier: 'Firma', bids: 3 },
      amount: { value: '20000.00' },
      term: { end: '2030-12-31' },
      cpv: ['48000000'],
    })
  })

  it('with as many results for one lot, and as many tenders and codes', () => {
    const tables = {
      procedureLotResult: table('lotIdentifier,winnerChosen', many(() => 'N,1,L,selec-w')),
      purpose: table('lotIdentifier,internalIdentifier,title', ['N,1,L,x,Lizenzen']),
      classification: table('lotIdentifier,classificationType,mainClassificationCode', many(() => 'N,1,L,cpv,48000000')),
      tender: table('lotIdentifier,tenderIdentifier,tenderValue,tenderRank', many((i) => `N,1,L,T${i},,${i + 1}`)),
      organisation: table('organisationName,organisationRole', ['N,1,Firma,winner']),
    } // prettier-ignore
    const files = Object.entries(tables).map(([name, content]) => bytesOf(content, `${name}.csv`))
    const { items } = readNoticeTables(files, LIMITS)
    expect(items).toHaveLength(COUNT)
    expect(new Set(items.map(({ said, cpv }) => `${said.contractNumber} ${cpv?.join()}`))).toEqual(new Set(['N#L/T0 48000000']))
  })

  it.each([
    ['that names its tender', (i: number) => `<e:LotTender><b:ID>T${i}</b:ID></e:LotTender>`],
    ['that names its contract', (i: number) => `<e:SettledContract><b:ID>C${i}</b:ID></e:SettledContract>`],
  ])('in eForms, with a tender, a contract and a result for each, %s', (_, named) => {
    const lots = many(
      (
        i,
      ) => `<e:LotResult>${named(i)}<e:TenderLot><b:ID>L${i}</b:ID></e:TenderLot></e:LotResult><e:LotTender><b:ID>T${i}</b:ID></e:LotTender>
        <e:SettledContract><b:ID>C${i}</b:ID><e:LotTender><b:ID>T${i}</b:ID></e:LotTender></e:SettledContract>`,
    )
    const { items, notes } = eforms(lots.join(''))
    expect(items.map(({ ref }) => ref)).toEqual(many((i) => `N#L${i}/T${i}`))
    expect(notes.map(({ code }) => code)).not.toContain('W-CONTRACT-TENDER')
  })

  it('in eForms, with one result for all tenders and all contracts', () => {
    const named = many((i) => `<e:LotTender><b:ID>T${i}</b:ID></e:LotTender><e:SettledContract><b:ID>C${i}</b:ID></e:SettledContract>`)
    const defined = many(
      (i) => `<e:LotTender><b:ID>T${i}</b:ID></e:LotTender>
        <e:SettledContract><b:ID>C${COUNT - i}</b:ID><e:LotTender><b:ID>T${i}</b:ID></e:LotTender></e:SettledContract>`,
    )
    const { items, notes } = eforms(
      `<e:LotResult>${named.join('')}<e:TenderLot><b:ID>L</b:ID></e:TenderLot></e:LotResult>${defined.join('')}`,
    )
    expect(items).toHaveLength(COUNT)
    // the contract of the first tender is none of those that the lot names
    expect(notes.find(({ code }) => code === 'W-CONTRACT-TENDER')?.params).toEqual({ lot: 'L', tender: 'T0' })
  })
})

it('20,000 notices of which each corrects the one before: the last one counts for all', () => {
  const tables = {
    notice: table('publicationDate,noticeType', many((i) => `N${i},1,2024-01-01,can-standard`)),
    procedureLotResult: table('lotIdentifier,winnerChosen', many((i) => `N${i},1,L,selec-w`)),
    purpose: table('lotIdentifier,internalIdentifier,title', many((i) => `N${i},1,L,x,Titel ${i}`)),
    changes: table('changeReasonCode,changeNoticeVersionIdentifier', many((i) => `N${i},1,x,N${i - 1}-01`)),
  } // prettier-ignore
  const files = Object.entries(tables).map(([name, content]) => ({ name: `${name}.csv`, data: Buffer.from(content) }))
  const inputs = readInputs({ ...bytesOf(zip(files), 'f.zip'), sha256: () => '' }, { limits: LIMITS })
  const corrected = correctedLines(
    inputs.flatMap(({ reading }) => reading.items),
    inputs,
  )
  expect(corrected.size).toBe(COUNT - 1)
  expect([...corrected.keys()].every((name) => name.includes('→ N19999 '))).toBe(true)
})
