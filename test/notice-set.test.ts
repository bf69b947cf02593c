import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../src/model/ports.ts'
import { join as joined, readInputs } from '../src/read/index.ts'
import { berlinDay } from '../src/read/tender/days.ts'
import { readNoticeTables } from '../src/read/tender/bekanntmachungen.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { xlsx, type TestSheet } from './support/workbook.ts'
import { zip } from './support/zip.ts'

const FOLDER = join(ROOT, 'fixtures', 'read', 'tender', 'set')
const tablesIn = (folder: string) => readdirSync(folder).map((name) => ({ name, data: readFileSync(join(folder, name)) }))
const brief = ({ items }: Reading) => items.map(({ ref, name, said, amount, seenAt }) => [ref, name, said.supplier, amount?.value, seenAt[0]!.at]) // prettier-ignore

/** Tables from rows without their first two columns, which are those of one notice. */
function set(tables: Readonly<Record<string, readonly string[]>>): Reading {
  const files = Object.entries(tables).map(([name, [heading, ...rows]]) =>
    bytesOf([`noticeIdentifier,noticeVersion,${heading}`, ...rows.map((row) => `n,1,${row}`)].join('\r\n'), `${name}.csv`),
  )
  return readNoticeTables(files, LIMITS)
}
const RESULT = ['lotIdentifier,procedureLotResultNumber,winnerChosen', 'LOT-1,1,selec-w']
const PURPOSE = ['lotIdentifier,internalIdentifier,title', ',,Lizenzen']
const PARTIES = ['organisationName,organisationNaturalPerson,organisationRole', 'Stadt,,buyer', 'Erste GmbH,,tenderer', 'Zweite AG,,tenderer'] // prettier-ignore
const note = ({ notes }: Reading, wanted: string) => notes.find(({ code }) => code === wanted)?.params

describe('who won', () => {
  const tenders = ['tenderIdentifier,lotIdentifier,tenderValue,tenderValueCurrency', 'T1,LOT-1,100,EUR', 'T2,LOT-1,200,EUR']
  const contract = ['contractIdentifier,winnerDecisionDate', 'C1,2026-01-01']

  it('a tender of the ceiling’s number in another currency is not the ceiling', () => {
    const result = [`${RESULT[0]},frameworkMaximumValue,frameworkMaximumValueCurrency`]
    const amount = (currency: string) =>
      set({ procedureLotResult: [...result, `${RESULT[1]},100,${currency}`], purpose: PURPOSE, organisation: PARTIES.slice(0, 3), tender: tenders.slice(0, 2), contract }).items[0]!.amount // prettier-ignore
    expect(amount('EUR')).toMatchObject({ kind: 'framework-max', value: '100.00', currency: 'EUR' })
    expect(amount('USD')).toMatchObject({ kind: 'award', value: '100.00', currency: 'EUR' })
  })

  it('losers are named in a note and are no suppliers', () => {
    const reading = set({ procedureLotResult: RESULT, purpose: PURPOSE, organisation: PARTIES, tender: tenders, contract })
    expect(brief(reading)).toEqual([['n#LOT-1', 'Lizenzen', undefined, undefined, 'procedureLotResult.csv line 2']])
    expect(note(reading, 'W-BIDDERS')).toEqual({ n: 2, names: 'Erste GmbH; Zweite AG' })
    expect(note(reading, 'W-SUPPLIER-UNLINKED')).toBeUndefined()
  })

  it('where every tender has its contract nobody has lost: several winners of one lot', () => {
    const reading = set({ procedureLotResult: RESULT, purpose: PURPOSE, organisation: PARTIES, tender: tenders, contract: [...contract, 'C2,2026-01-01'] }) // prettier-ignore
    expect(brief(reading)).toEqual([['n#LOT-1', 'Lizenzen', 'Erste GmbH; Zweite AG', undefined, 'procedureLotResult.csv line 2']])
    expect(note(reading, 'W-BIDDERS')).toBeUndefined()
  })

  it('one tender of several parties is a consortium, with its value', () => {
    const reading = set({ procedureLotResult: RESULT, purpose: PURPOSE, organisation: PARTIES, tender: tenders.slice(0, 2), contract })
    expect(brief(reading)).toEqual([['n#LOT-1/T1', 'Lizenzen', 'Erste GmbH; Zweite AG', '100.00', 'tender.csv line 2']])
  })

  it('the role winner decides', () => {
    const reading = set({ procedureLotResult: RESULT, purpose: PURPOSE, organisation: [...PARTIES, 'Dritte SE,,winner'], tender: tenders }) // prettier-ignore
    expect(reading.items.map(({ said }) => said.supplier)).toEqual(['Dritte SE'])
  })
})

it('the value of a notice is named where its lots come to something else', () => {
  const won = [...RESULT, 'LOT-2,2,selec-w']
  const party = [PARTIES[0]!, 'Erste GmbH,,winner']
  const of = (total: string, ...values: readonly string[]) =>
    set({
      procedureLotResult: won,
      purpose: PURPOSE,
      organisation: party,
      tender: ['tenderIdentifier,lotIdentifier,tenderValue,tenderValueCurrency', ...values.map((value, n) => `T${n},LOT-${n + 1},${value},EUR`)], // prettier-ignore
      noticeResult: ['noticeValue,noticeValueCurrency', `${total},EUR`],
    })
  expect(note(of('900', '100', '200'), 'W-OTHER-AMOUNTS')).toEqual({ used: 'award 300.00 EUR', others: 'award 900.00 EUR' })
  expect(note(of('900'), 'W-OTHER-AMOUNTS')).toEqual({ used: '–', others: 'award 900.00 EUR' })
  expect(note(of('300', '100', '200'), 'W-OTHER-AMOUNTS')).toBeUndefined()
  expect(note(of('0.01'), 'W-OTHER-AMOUNTS')).toBeUndefined()
})

it('an end before the beginning is named', () => {
  const duration = ['lotIdentifier,durationStartDate,durationEndDate', 'LOT-1,2026-03-01,2026-02-01']
  const reading = set({ procedureLotResult: RESULT, purpose: PURPOSE, duration })
  expect(reading.items[0]!.term).toEqual({ start: '2026-03-01' })
  expect(note(reading, 'W-REVERSED')).toEqual({ value: '2026-02-01', column: 'durationEndDate', start: '2026-03-01' })
})

describe('what a notice says', () => {
  it('codes that are cut off are named, the day of publication is that of Berlin', () => {
    const reading = set({
      procedureLotResult: RESULT,
      purpose: PURPOSE,
      classification: ['lotIdentifier,classificationType,mainClassificationCode', 'LOT-1,cpv,50'],
      notice: ['noticeType,publicationDate', 'can-standard,2026-02-24T23:00:00Z'],
    })
    expect(reading.items[0]!.cpv).toBeUndefined()
    expect(reading.notes).toMatchObject([
      { code: 'W-CELL', at: 'classification.csv line 2', params: { value: '50' } },
      { code: 'W-PUBLISHED', params: { n: 1, from: '2026-02-25', to: '2026-02-25' } },
      { code: 'W-WINNER-UNNAMED' },
      { code: 'W-NOTICES' },
    ])
  })

  it.each([
    ['2026-02-24T23:00:00Z', '2026-02-25'],
    ['2026-02-24T22:59:59Z', '2026-02-24'],
    ['2026-07-01T22:30:00Z', '2026-07-02'],
    ['2026-02-25', '2026-02-25'],
    ['2026-02-25T10:00:00+01:00', '2026-02-25'],
    ['gestern', undefined],
  ])('%s is %s in Berlin', (said, day) => expect(berlinDay(said)).toBe(day))
})

describe('a set as input', () => {
  it('a folder, its files one by one, and an archive say the same', () => {
    const cwd = temporary()
    cpSync(FOLDER, join(cwd, 'tag'), { recursive: true })
    writeFileSync(join(cwd, 'tag.csv.zip'), zip(tablesIn(FOLDER)))
    const audit = (...inputs: string[]) => {
      const { code, stdout } = eigenstand(['audit', ...inputs, '--json', '--no-store', '--as-of', '2026-11-23'], { cwd })
      expect(code).toBe(0)
      return JSON.parse(stdout) as { sources: { path: string; format: string; sha256: string; records: number }[]; items: { ref: string }[] } // prettier-ignore
    }
    const [folder, files, archive] = [audit('tag'), audit('tag/*.csv'), audit('tag.csv.zip')]
    expect(folder.sources).toMatchObject([{ path: 'tag', format: 'bekanntmachungen-csv', records: 7 }])
    expect(folder.items.map(({ ref }) => ref)).toEqual(['n1#LOT-0001/TEN-0001', 'n1#LOT-0002/TEN-0002', 'n2', 'n4#LOT-0001', 'n5#LOT-0001']) // prettier-ignore
    expect(files).toEqual(folder)
    expect(archive.items).toEqual(folder.items)
    expect(archive.sources).toMatchObject([{ path: 'tag.csv.zip', format: 'bekanntmachungen-csv', records: 7 }])
  })

  it('which table is which its heading tells; tables of two days in one folder are one set', () => {
    const files = tablesIn(FOLDER).map(({ data }, index) => bytesOf(data, `export-${index}.csv`))
    const other = ['noticeIdentifier,noticeVersion,lotIdentifier,internalIdentifier,title\r\nm,1,,,Noch eine\r\n', 'noticeIdentifier,noticeVersion,lotIdentifier,procedureLotResultNumber,winnerChosen\r\nm,1,LOT-1,0,selec-w\r\n'] // prettier-ignore
    const reading = readNoticeTables([...files, ...other.map((text, index) => bytesOf(text, `zweiter-${index}.csv`))], LIMITS)
    expect(reading.items.map(({ name }) => name)).toEqual(['Bürosoftware: Los 1', 'Bürosoftware: Los 2', 'Wartung', 'Schulung', 'Beratung', 'Noch eine']) // prettier-ignore
  })

  it('a single table in a folder or archive is refused', () => {
    const cwd = temporary()
    mkdirSync(join(cwd, 'tag'))
    writeFileSync(join(cwd, 'tag', 'notice.csv'), readFileSync(join(FOLDER, 'notice.csv')))
    for (const input of ['tag', 'tag/notice.csv']) expect(eigenstand(['audit', input, '--no-store'], { cwd })).toMatchObject({ code: 3, stderr: expect.stringContaining('E3602') }) // prettier-ignore
    const archive = zip([{ name: 'notice.csv', data: readFileSync(join(FOLDER, 'notice.csv')) }])
    expect(() => readInputs({ ...bytesOf(archive, 'a.zip'), sha256: () => '' }, { limits: LIMITS })).toThrow(expect.objectContaining({ id: 'E3602' })) // prettier-ignore
  })

  it('one workbook with a sheet for each table says the same', () => {
    const sheets = tablesIn(FOLDER).map(({ name, data }): TestSheet => {
      const rows = parse(data, { relax_column_count: true })
      return { name: name.replace('.csv', ''), rows: rows.map((cells) => cells.map((cell) => (/^[1-9]\d{0,8}$/.test(cell) ? Number(cell) : cell))) } // prettier-ignore
    })
    const read = (...of: readonly TestSheet[]) => readInputs({ ...bytesOf(xlsx(of), 'tag.xlsx'), sha256: () => '' }, { limits: LIMITS })[0]!.reading // prettier-ignore
    const whole = readNoticeTables(tablesIn(FOLDER).map(({ name, data }) => bytesOf(data, name)), LIMITS) // prettier-ignore
    const reading = read({ name: 'Hinweise', rows: [['Abruf', 'Tag']] }, ...sheets)
    expect(reading).toMatchObject({ format: 'bekanntmachungen-xlsx', rejected: whole.rejected, unusable: whole.unusable })
    const placed = brief(whole).map((line) => line.map((cell) => cell?.replace(/^(\w+)\.csv line (\d+)$/, '$1!$2')))
    expect(brief(reading)).toEqual(placed)
    expect(reading.notes.map(({ code }) => code)).toEqual(whole.notes.map(({ code }) => code))
    // nor does a sheet of another file join the tables of a folder
    const mixed = zip([...tablesIn(FOLDER), { name: 'lot.xlsx', data: xlsx([{ name: 'lot', rows: [['noticeIdentifier', 'noticeVersion', 'lotIdentifier'], ['n1', 1, 'LOT-0001']] }]) }]) // prettier-ignore
    expect(() => readInputs({ ...bytesOf(mixed, 'a.zip'), sha256: () => '' }, { limits: LIMITS })).toThrow(expect.objectContaining({ id: 'E3602', place: expect.objectContaining({ file: 'a.zip!lot.xlsx' }) })) // prettier-ignore
    // a single table joins nothing, and a list whose sheet bears the name of a table is a list
    expect(() => read(sheets.find(({ name }) => name === 'purpose')!)).toThrow(expect.objectContaining({ id: 'E3602', params: { table: 'purpose' } })) // prettier-ignore
    expect(read({ name: 'contract', rows: [['Produkt', 'Hersteller', 'Kosten in EUR'], ['Kartendienst', 'Muster AG', 5000]] })).toMatchObject({ format: 'xlsx', items: [{ name: 'Kartendienst' }] }) // prettier-ignore
  })

  it('a notice that another one of the set corrects does not count; what changes a contract corrects nothing', () => {
    const table = (name: string, heading: string, ...rows: string[]) => bytesOf(`noticeIdentifier,noticeVersion,${heading}\n${rows.join('\n')}\n`, `${name}.csv`) // prettier-ignore
    const read = (change: string) =>
      readNoticeTables([
        table('procedureLotResult', 'lotIdentifier,procedureLotResultNumber,winnerChosen', 'a,1,LOT-1,0,selec-w', 'b,1,LOT-1,0,selec-w'),
        table('purpose', 'lotIdentifier,internalIdentifier,title', 'a,1,,,Monitore', 'b,1,,,Monitore'),
        table('changes', 'contractIdentifier,changeNoticeVersionIdentifier,changeReasonCode', change),
      ], LIMITS) // prettier-ignore
    const counted = (change: string) => {
      const { items } = joined([{ path: 'tag', bytes: 1, sha256: '', reading: read(change) }])
      return items.filter((item) => item.counted).map(({ ref }) => ref)
    }
    expect(counted('b,1,,a-01,cor-buy')).toEqual(['b#LOT-1'])
    expect(counted('b,1,CON-0001,a-01,add-wss')).toEqual(['a#LOT-1', 'b#LOT-1'])
  })

  it('a notice that is in the set and in an archive of eForms or another day counts once', () => {
    const cwd = temporary()
    cpSync(FOLDER, join(cwd, 'a'), { recursive: true })
    cpSync(FOLDER, join(cwd, 'b'), { recursive: true })
    const { stdout } = eigenstand(['audit', 'a', 'b', '--json', '--no-store', '--as-of', '2026-11-23'], { cwd })
    const { notes } = JSON.parse(stdout) as { notes: { code: string; params: { n: number } }[] }
    // five lines of four notices
    expect(notes.find(({ code }) => code === 'W-SAME-CONTRACT')?.params.n).toBe(4)
  })
})

describe.skipIf(CORPUS === undefined)('a real day (EIGENSTAND_CORPUS)', () => {
  const folder = join(CORPUS ?? '', 'procurement/de-oeffentlichevergabe-csv/it-notices-2026-02-25')

  it('is read from its folder and from an archive of it', () => {
    const cwd = temporary()
    const parts = tablesIn(folder)
    writeFileSync(join(cwd, 'tag.zip'), zip(parts))
    const { code, stdout } = eigenstand(['audit', folder, '--json', '--no-store', '--as-of', '2026-11-23'], { cwd })
    expect(code).toBe(0)
    const { sources, items, notes } = JSON.parse(stdout) as { sources: object[]; items: { reseller?: { name: string }; amount?: { value: string; counts: boolean } }[]; notes: { code: string; params: object }[] } // prettier-ignore
    expect(sources).toMatchObject([{ path: 'it-notices-2026-02-25', records: 107, read: 29, rejected: 0, unusable: 78 }])
    expect(items.filter(({ amount }) => amount?.counts === false && Number(amount.value) < 1)).toHaveLength(4)
    expect(notes.find(({ code: one }) => one === 'W-PUBLISHED')?.params).toMatchObject({ to: '2026-02-25' })
    const archived = eigenstand(['audit', 'tag.zip', '--json', '--no-store', '--as-of', '2026-11-23'], { cwd })
    expect((JSON.parse(archived.stdout) as { items: object[] }).items).toEqual(items)
  })
})
