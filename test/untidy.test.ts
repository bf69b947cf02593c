import { describe, expect, it } from 'vitest'
import { decodeCp850 } from '../src/read/table/text/cp850.ts'
import { readList } from './support/list.ts'
import { readFileOf, readOf, refusalOf } from './support/read-bytes.ts'
import { escaped, MAIN, odsOf, sheetXml, worksheet, xlsxOf, xlsxParts } from './support/workbook.ts'
import { zip } from './support/zip.ts'

const cell = (column: string, row: number, text: string) => `<c r="${column}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
const row = (n: number, texts: readonly string[], last = '', attributes = '') =>
  `<row r="${n}"${attributes}>${texts.map((text, i) => cell('ABCDEF'[i]!, n, text)).join('')}${last}</row>`
const HEAD = row(1, ['Lieferant', 'Produkt', 'Auftragswert EUR'])
const codesOf = (content: Uint8Array) => readFileOf(content).notes.map(({ code, at, params }) => [code, at, params?.['n']])

describe('amounts as officers write them', () => {
  const amounts = (heading: string, cells: readonly string[]) => {
    const { items, notes } = readList(['Produkt;Lieferant;' + heading, ...cells.map((text, i) => `P${i};L;${text}`)].join('\n'))
    return [items.map(({ amount }) => amount?.value), notes.filter(({ code }) => code === 'W-CELL').length]
  }

  it('credits: in brackets, with the minus behind, with a dash', () => {
    const cells = ['1.000,00', '(250,00)', '300,00-', '100,00 -', '−12,50', '–5,00', '(100,00 €)', '- 7,00', '-€8,00']
    expect(amounts('Betrag EUR', cells)).toEqual([['1000.00', '-250.00', '-300.00', '-100.00', '-12.50', '-5.00', '-100.00', '-7.00', '-8.00'], 0]) // prettier-ignore
  })

  it('Swiss thousands, and the sign that makes a number a text', () => {
    expect(amounts('Betrag CHF', ["1'234.50", '12’000.00', "1'234'567.–", "'1'000.00"])).toEqual([['1234.50', '12000.00', '1234567.00', '1000.00'], 0])
  }) // prettier-ignore

  it('thousands, millions and milliards in cells', () => {
    const cells = ['120 k€', '120k', '85 T€', '12,5 TEUR', '1,5 Mio. €', '0,5 Mill. EUR', '3 Mio', '2 Mrd. EUR']
    expect(amounts('Auftragswert', cells)).toEqual([['120000.00', '120000.00', '85000.00', '12500.00', '1500000.00', '500000.00', '3000000.00', '2000000000.00'], 0]) // prettier-ignore
  })

  it.each([
    ['Kosten in k€', '2500.00'], ['Kosten (Tsd. EUR)', '2500.00'], ['Kosten in Mio. EUR', '2500000.00'], ['Kosten in Mill. EUR', '2500000.00'],
    ['Kosten in Mrd. EUR', '2500000000.00'], ['Kosten (Milliarden Euro)', '2500000000.00'],
  ])('%s', (heading, value) => expect(amounts(heading, ['2,5'])).toEqual([[value], 0])) // prettier-ignore

  it('what is no amount is unknown and named: a share, a range, a guess, two prices', () => {
    const cells = ['1.000,50', '15 %', '100.000 - 200.000 €', 'ca. 500 €', '5000 EUR/Jahr, 400 EUR/Monat', '500,00 S']
    expect(amounts('Auftragswert EUR', cells)).toEqual([['1000.50', ...Array.from({ length: 5 }, () => undefined)], 5])
  })

  it('the text of a posting names it, not whom it was paid to', () => {
    const { items } = readList('Kreditor;Name;Text;Betrag in HW;Währg\n4711;Firma A;Wartung Suite;1.000,00;EUR\n4711;Firma A;Server;250,00;EUR\n')
    expect(items.map(({ name, said, amount }) => [name, said.supplier, amount?.currency])).toEqual([['Wartung Suite', 'Firma A', 'EUR'], ['Server', 'Firma A', 'EUR']])
  }) // prettier-ignore

  it('the list of a bookkeeping program, saved as text: lines of hyphens, sums marked with asterisks', () => {
    const line = '-'.repeat(60)
    const text = ['01.02.2026     Einzelposten Kreditoren    1', '', line, '|Lieferant   |Produkt |   Betrag|Währg|', line,
      '|Firma A     |Suite   | 1.000,00|EUR  |', '|Firma B     |Server  |   250,50-|EUR  |', line, '|*           |        |   749,50|EUR  |', '|**          |        |   749,50|EUR  |', ''].join('\r\n') // prettier-ignore
    const { items } = readList(text)
    expect(items.map(({ name, amount }) => [name, amount?.value, amount?.currency])).toEqual([['Suite', '1000.00', 'EUR'], ['Server', '-250.50', 'EUR']])
  }) // prettier-ignore
})

describe('days as officers write them', () => {
  it.each([
    ['Mo, 06.01.2025', '31.12.9999', '2025-01-06', undefined],
    ['ab 01.01.2025', 'bis 31.12.2026', '2025-01-01', '2026-12-31'],
    ["'01.07.2024", 'laufend', '2024-07-01', undefined],
    ['seit 1. März 2020', 'Dienstag, 30. Juni 2026', '2020-03-01', '2026-06-30'],
  ])('%s, %s', (from, to, start, end) => {
    const { items, notes } = readList(`Produkt;Lieferant;Betrag EUR;Beginn;Ende\nA;B;1,50;${from};${to}\n`)
    expect([items[0]!.term?.start, items[0]!.term?.end, notes.filter(({ code }) => code === 'W-CELL')]).toEqual([start, end, []])
  })
})

describe('workbooks', () => {
  it('strict Open XML, with days as ISO texts', () => {
    const strict = xlsxParts([{ name: 'V', xml: sheetXml([['Produkt', 'Lieferant', 'Betrag EUR', 'Beginn'], ['A', 'B', 5, { day: '2025-01-01' }]]) }])
      .map((part) => ({ ...part, data: String(part.data).replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main').replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships').replace(/(<c r="D2" s="1")><v>\d+/, '$1 t="d"><v>2025-02-03T00:00:00.000') })) // prettier-ignore
    expect(readFileOf(zip(strict)).items).toMatchObject([{ name: 'A', amount: { value: '5.00' }, term: { start: '2025-02-03' } }])
  }) // prettier-ignore

  it('a formula whose result is not in the file is unknown and said; one that comes to nothing is not', () => {
    const formula = (n: number, rest: string) => `<c r="C${n}"${rest}</c>`
    const rows = [row(2, ['A', 'P'], formula(2, '><f>10*2</f><v></v>')), row(3, ['B', 'Q'], formula(3, '><f>10*2</f>')), row(4, ['C', 'R'], formula(4, '><f>10*2</f><v>20</v>')), row(5, ['D', 'S'], formula(5, ' t="str"><f>""</f><v></v>'))] // prettier-ignore
    const book = xlsxOf(worksheet(HEAD + rows.join('')))
    expect(readFileOf(book).items.map(({ amount }) => amount?.value)).toEqual([undefined, undefined, '20.00', undefined])
    expect(codesOf(book)).toContainEqual(['W-FORMULA', 'Verträge!C2', 2])
    const text = (value: string) => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
    const line = (texts: readonly string[], last = '') => `<table:table-row>${texts.map(text).join('')}${last}</table:table-row>`
    const ods = odsOf(`<table:table table:name="V">${line(['Lieferant', 'Produkt', 'Betrag EUR'])}${line(['A', 'P'], '<table:table-cell table:formula="of:=1"/>')}</table:table>`) // prettier-ignore
    expect(codesOf(ods)).toContainEqual(['W-FORMULA', 'V!C2', 1])
  })

  it('a share of a hundred is no amount, neither as a heading nor as a cell', () => {
    const share = (id: string) => xlsxOf(worksheet(HEAD + row(2, ['A', 'P'], '<c r="C2" s="1"><v>0.19</v></c>') + row(3, ['B', 'Q'], '<c r="C3"><v>19</v></c>')), [{ name: 'xl/styles.xml', data: `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0.0&quot; v.H. &quot;%"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>` }]) // prettier-ignore
    for (const id of ['9', '10', '170']) {
      expect(readFileOf(share(id)).items.map(({ amount }) => amount?.value)).toEqual([undefined, '19.00'])
      expect(readFileOf(share(id)).notes).toContainEqual(expect.objectContaining({ code: 'W-CELL', at: 'Verträge!C2', params: { value: '19 %', column: 'Auftragswert EUR' } })) // prettier-ignore
    }
    const cells = (types: readonly (readonly [string, string])[]) => `<table:table-row>${types.map(([type, value]) => `<table:table-cell office:value-type="${type}" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`).join('')}</table:table-row>` // prettier-ignore
    const ods = odsOf(`<table:table table:name="V">${cells([['string', 'Lieferant'], ['string', 'Produkt'], ['string', 'Betrag EUR']])}${cells([['string', 'A'], ['string', 'P'], ['percentage', '0.19']])}</table:table>`) // prettier-ignore
    expect(readFileOf(ods).items.map(({ amount }) => amount)).toEqual([undefined])
    const { items, notes } = readList('Lieferant;Produkt;Auftragswert EUR;Anteil am Auftragswert\nA;P;5,00;0,19\n')
    expect([items[0]!.amount!.value, notes.find(({ code }) => code === 'W-COLUMN')!.at]).toEqual(['5.00', 'Anteil am Auftragswert'])
  })

  it('rows that a filter hides are read, and that is said', () => {
    const book = xlsxOf(worksheet(HEAD + row(2, ['A', 'P', '5']) + row(3, ['B', 'Q', '6'], '', ' hidden="1"') + row(4, [], '', ' hidden="1"'))) // prettier-ignore
    expect(readFileOf(book).items).toHaveLength(2)
    expect(codesOf(book)).toContainEqual(['W-HIDDEN-ROWS', 'Verträge!3', 1])
    const line = (texts: readonly string[], visibility = '') => `<table:table-row${visibility}>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>` // prettier-ignore
    const ods = odsOf(`<table:table table:name="V">${line(['Lieferant', 'Produkt', 'Betrag EUR'])}${line(['A', 'P', '5,00'])}${line(['B', 'Q', '6,00'], ' table:visibility="filter"')}</table:table>`) // prettier-ignore
    expect(codesOf(ods)).toContainEqual(['W-HIDDEN-ROWS', 'V!3', 1])
  })

  it('a hidden column whose amounts hold is named, and no other', () => {
    const named = (book: Buffer) => readFileOf(book).notes.flatMap(({ code, at, params }) => (code === 'W-HIDDEN-COLUMN' ? [[at, params?.['column']]] : [])) // prettier-ignore
    const hidden = (min: number, max: number) => `<cols><col min="${min}" max="${max}" hidden="1"/></cols>`
    const book = (cols: string) => xlsxOf(worksheet(HEAD + row(2, ['A', 'P', '5'])).replace('<sheetData>', `${cols}<sheetData>`))
    expect(named(book(hidden(2, 3)))).toEqual([['C', 'Auftragswert EUR']])
    for (const cols of ['', hidden(1, 2), hidden(4, 9)]) expect(named(book(cols))).toEqual([])
    const cells = (texts: readonly string[]) => `<table:table-row>${texts.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>` // prettier-ignore
    const rows = cells(['Lieferant', 'Produkt', 'Betrag EUR']) + cells(['A', 'P', '5,00'])
    const ods = (visibility: string) => odsOf(`<table:table table:name="V"><table:table-column table:number-columns-repeated="2"/><table:table-column${visibility}/>${rows}</table:table>`) // prettier-ignore
    expect(named(ods(' table:visibility="collapse"'))).toEqual([['C', 'Betrag EUR']])
    expect(named(ods(''))).toEqual([])
  })
})

describe('encodings of lists', () => {
  const list = (names: readonly string[]) => ['Lieferant;Produkt;Betrag EUR', ...names.map((name, i) => `${name};P${i};1,00`)].join('\r\n')

  it('one that is put together of two is refused, with a line of each; a mapping file decides', () => {
    const [first = '', second = '', third = ''] = list(['Müller', 'Größe AG']).split('\r\n')
    const mixed = Buffer.concat([Buffer.from(`${first}\r\n${second}\r\n`), Buffer.from(`${third}\r\n`, 'latin1')])
    expect(refusalOf(mixed)).toMatchObject({ id: 'E3105', says: expect.stringContaining('line 2 is UTF-8, line 3 is not') })
    for (const ends of ['\n', '\r']) expect(refusalOf(Buffer.from(mixed.toString('latin1').replaceAll('\r\n', ends), 'latin1')).says).toContain('line 2 is UTF-8, line 3 is not') // prettier-ignore
    expect(readList(mixed, { columns: {}, encoding: 'windows-1252' }).items).toHaveLength(2)
  })

  it('code page 850, as the command line of Windows writes it', () => {
    const upper = decodeCp850(Uint8Array.from({ length: 128 }, (_, i) => i + 128))
    expect([upper.length, new Set(upper).size]).toEqual([128, 128])
    const dos = (text: string) => Buffer.from([...text].map((sign) => (sign < '\x80' ? sign.charCodeAt(0) : upper.indexOf(sign) + 128)))
    const names = ['Müller & Söhne', 'Größe AG', 'Ärzteverband', 'Übung', 'Öl', 'Straßenamt']
    const { items, encoding, notes } = readList(dos(list(names)))
    expect([items.map(({ said }) => said.supplier), encoding, notes[0]!.code]).toEqual([names, 'cp850', 'W-ENCODING'])
    for (const one of ['windows-1252', 'macintosh'] as const) expect(readList(Buffer.from(one === 'macintosh' ? 'Lieferant;Produkt;Betrag EUR\nM\x9fller;K\x9achen \xa7;1,00\n' : list(['Müller', 'Größe']), 'latin1')).encoding).toBe(one) // prettier-ignore
  })
})

describe('what an officer hands in and is no list is named', () => {
  const compound = (stream: string) => {
    const file = Buffer.alloc(4096)
    file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    file.writeUInt16LE(9, 30)
    file.writeUInt32LE(1, 48)
    file.write(stream, 1024 + 128, 'utf16le')
    return file
  }
  const mail = 'Return-Path: <poststelle@example.org>\r\nReceived: from a\r\n\tby b\r\nSubject: Vertragsliste\r\n\r\nAnbei.\r\n'

  it.each([
    ['Word 97–2003', compound('WordDocument')],
    ['PowerPoint 97–2003', compound('PowerPoint Document')],
    ['Outlook (.msg); save the attachment', compound('__properties_version1.0')],
    ['e-mail; save the attachment', mail],
    ['a saved web page', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'],
    ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n'],
    ['a shortcut of Windows', Buffer.concat([Buffer.from('4c0000000114020000000000c000000000000046', 'hex'), Buffer.alloc(200)])],
    ['Access', Buffer.concat([Buffer.from('00010000', 'hex'), Buffer.from('Standard ACE DB\0'), Buffer.alloc(900, 1)])],
    ['OpenDocument (text)', zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true }])],
    ['PDF', '%PDF-1.7\n'],
  ])('%s', (looks, content) => {
    expect(refusalOf(content)).toMatchObject({ id: 'E3003', says: expect.stringContaining(`(${looks}`) })
  })

  it.each([
    ['XLS (Excel 97–2003)', compound('Workbook')],
    ['Numbers', zip([{ name: 'Index/Document.iwa', data: 'x' }])],
    ['a table in HTML', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>Produkt</td></tr></table></body></html>'],
    ['a table in HTML', '<table><tr><th>Produkt</th><th>Lieferant</th></tr></table>'],
    ['XML of Excel 2003', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'],
    ['.fods', '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>'],
    ['SYLK', 'ID;PWXL;N;E\r\nC;Y1;X1;K"Produkt"\r\nE\r\n'],
    ['DIF', 'TABLE\r\n0,1\r\n"EXCEL"\r\n'],
  ])('a spreadsheet to be saved in another form: %s', (format, content) => {
    expect(refusalOf(content)).toMatchObject({ id: 'E3525', says: expect.stringContaining(format), hint: expect.stringContaining('.xlsx') })
  }) // prettier-ignore

  it('an archive in an archive', () => {
    const inner = zip([{ name: 'bom.json', data: '{"bomFormat":"CycloneDX","specVersion":"1.6"}' }])
    expect(refusalOf(zip([{ name: 'innen.zip', data: inner }]))).toMatchObject({ id: 'E3705', place: { file: 'f!innen.zip' } })
  })

  it('an archive that breaks off says so in the language of the reader', () => {
    const { says } = refusalOf(zip([{ name: 'a', data: 'x'.repeat(500) }]).subarray(0, 100))
    expect(says).toContain('no end record')
  })

  it('an SBOM without components is read, and it is said that there is nothing to assess', () => {
    for (const bom of ['{"bomFormat":"CycloneDX","specVersion":"1.6"}', '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[]}', '{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[]}']) expect(readOf(bom)).toMatchObject([{ reading: { items: [], rejected: 0 } }])
  }) // prettier-ignore

  it('the mapping that is proposed calls an amount an amount', () => {
    expect(refusalOf('Unbekanntes;Summe von Betrag EUR\nA;1,00\nB;2,00\n').hint).toContain('"Summe von Betrag EUR": amount')
  })
})
