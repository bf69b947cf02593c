import { describe, expect, it } from 'vitest'
import { readFileOf, refusal, within } from './support/read-bytes.ts'
import { MAIN, ods, odsOf, sheetXml, worksheet, xlsx, xlsxOf, type CellValue } from './support/workbook.ts'
import { zip } from './support/zip.ts'

const LIST: CellValue[][] = [
  ['Produkt', 'Lieferant', 'Auftragswert netto (EUR)', 'Vertragsbeginn'],
  ['Nextcloud', 'Nextcloud GmbH', 1234.56, { day: '2025-03-01' }],
  ['openDesk', 'ZenDiS GmbH', 200, { day: '2024-02-29' }],
]
const text = (reference: string, value: string): string => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`
const HEADING = `<row r="1">${text('A1', 'Produkt')}${text('B1', 'Lieferant')}${text('C1', 'Auftragswert netto (EUR)')}${text('D1', 'Vertragsbeginn')}</row>`
const row = (cells: string): string => `<row r="2">${text('A2', 'Nextcloud')}${text('B2', 'Nextcloud GmbH')}${cells}</row>`
const names = (file: Uint8Array): string[] => readFileOf(file).items.map(({ name }) => name)
const codes = (file: Uint8Array): string[] => readFileOf(file).notes.map(({ code }) => code)

describe('geometry: no range is expanded', () => {
  const body = sheetXml(LIST).replace(/^.*<sheetData>|<\/sheetData>.*$/gs, '')
  const read = (after: string, before = '') => within(1000, () => readFileOf(xlsxOf(worksheet(body, after, before))).items)

  it('Z-01: merged cells over the whole sheet', () =>
    expect(read('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')).toHaveLength(2))
  it('Z-02: columns without end', () => expect(read('', '<cols><col min="1" max="2000000000" width="9"/></cols>')).toHaveLength(2))
  it('Z-04: data validation over the whole sheet', () =>
    expect(
      read(
        '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      ),
    ).toHaveLength(2))

  it('Z-05: row 2 000 000 000', () => {
    expect(
      within(1000, () => refusal(xlsxOf(worksheet(`${HEADING}<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>`)))),
    ).toMatchObject({ id: 'E3523', says: expect.stringContaining('2000000000') })
    expect(refusal(xlsxOf(worksheet(`${HEADING}<row r="1048577"/>`))).id).toBe('E3523')
    expect(
      names(xlsxOf(worksheet(`${HEADING}${row('')}<row r="1048576">${text('A1048576', 'letzte')}${text('B1048576', 'Zeile')}</row>`))),
    ).toEqual(['Nextcloud', 'letzte'])
  })

  it('Z-06: one cell at XFD1048576', () => {
    const far = xlsxOf(
      worksheet(`${HEADING}${row('')}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, '', '<dimension ref="A1:XFD1048576"/>'),
    )
    const { items, unusable, notes } = within(1000, () => readFileOf(far))
    expect([items.length, unusable]).toEqual([1, 0])
    expect(notes.find(({ code }) => code === 'W-FAR-CELLS')).toMatchObject({ at: 'Verträge!XFD1048576', params: { n: 1, limit: 'ALL' } })
  })

  it.each(['XXXXXXXX2', 'a2', '$A$2', '', 'A3', 'A0', 'XFE2', 'A2:B2'])('Z-07: cell reference %j', (reference) => {
    expect(refusal(xlsxOf(worksheet(`${HEADING}<row r="2"><c r="${reference}"><v>1</v></c></row>`)))).toMatchObject({
      id: 'E3522',
      at: 'Verträge!2',
      says: expect.stringContaining(`„${reference}“`),
    })
  })

  it('Z-07: a cell or a row that is there twice', () => {
    expect(refusal(xlsxOf(worksheet(`${HEADING}<row r="2">${text('A2', 'x')}${text('A2', 'y')}</row>`))).id).toBe('E3522')
    expect(refusal(xlsxOf(worksheet(`${HEADING}${row('')}${row('')}`))).id).toBe('E3522')
  })

  it('cells and rows without references follow each other', () => {
    expect(names(xlsxOf(worksheet(HEADING + row('')).replace(/ r="[A-D]?\d"/g, '')))).toEqual(['Nextcloud'])
  })

  it('an ODS of 1,048,576 × 1,024 repeated cells in a kilobyte', () => {
    const bomb = odsOf(
      `<table:table table:name="T"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="1024" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`,
    )
    expect(bomb.length).toBeLessThan(2000)
    expect(within(500, () => refusal(bomb))).toMatchObject({ id: 'E3524', at: 'T!1' })
  })

  it('ODS rows and columns that are repeated empty to the end of the sheet', () => {
    const rest =
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    const file = ods([{ name: 'T', rows: LIST }])
    expect(names(file)).toEqual(['Nextcloud', 'openDesk'])
    const table = (body: string) => odsOf(`<table:table table:name="T">${body}${rest}${rest}</table:table>`)
    const cell = (value: string) => `<table:table-cell><text:p>${value}</text:p></table:table-cell>`
    const { items, unusable } = within(500, () =>
      readFileOf(
        table(
          `<table:table-row>${['Produkt', 'Lieferant', 'Betrag EUR'].map(cell).join('')}</table:table-row><table:table-row table:number-rows-repeated="3">${['A', 'B', '1.000,50'].map(cell).join('')}</table:table-row>`,
        ),
      ),
    )
    expect(items.map(({ ref }) => ref)).toEqual(['T!2', 'T!3', 'T!4'])
    expect(unusable).toBe(0)
    expect(refusal(table('<table:table-row table:number-rows-repeated="0"/>')).id).toBe('E3522')
    expect(refusal(table(`<table:table-row table:number-rows-repeated="1048577">${cell('x')}</table:table-row>`)).id).toBe('E3523')
  })
})

describe('contents', () => {
  const strings = (items: string) => ({
    name: 'xl/sharedStrings.xml',
    data: `<sst xmlns="${MAIN}" count="1000000000" uniqueCount="1000000000">${items}</sst>`,
  })

  it.each(['5', '-1', '1000000000', '1.5', 'x'])('Z-19: shared text %s of one', (index) => {
    const file = xlsxOf(worksheet(`${HEADING}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>${index}</v></c></row>`), [
      strings('<si><t>Nextcloud</t></si>'),
    ])
    expect(within(500, () => refusal(file))).toMatchObject({ id: 'E3526', at: 'Verträge!B2' })
  })

  it('Z-20: rich text without phonetic runs, and characters in escapes', () => {
    const file = xlsxOf(worksheet(`${HEADING}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>`), [
      strings(
        '<si><r><t>An</t></r><r><rPr><b/></rPr><t>bieter</t></r><rPh sb="0" eb="1"><t>weg</t></rPh><phoneticPr fontId="1"/></si><si><t>X_x0026_Y</t></si>',
      ),
    ])
    expect(readFileOf(file).items[0]).toMatchObject({ name: 'Anbieter', said: { supplier: 'X&Y' } })
  })

  const STYLES = {
    name: 'xl/styles.xml',
    data: `<styleSheet xmlns="${MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;Dosen&quot;"/><numFmt numFmtId="166" formatCode="[$$-409]#,##0.00;[Red]-[$$-409]#,##0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
  }
  const only = (cells: string, properties = '') => readFileOf(xlsxOf(worksheet(HEADING + row(cells)), [STYLES], properties)).items[0]!

  it.each([
    ['1', '45717', '', '2025-03-01'],
    ['2', '45717.75', '', '2025-03-01'],
    ['2', '1', '', '1900-01-01'],
    ['2', '59', '', '1900-02-28'],
    ['2', '61', '', '1900-03-01'],
    ['1', '44255', '<workbookPr date1904="1"/>', '2025-03-01'],
    ['1', '60', '', undefined],
    ['0', '45717', '', undefined],
    ['3', '45717', '', undefined],
    ['1', '-5', '', undefined],
    ['1', '99999999', '', undefined],
  ])('Z-22: style %s, serial %s, %s', (style, value, properties, day) => {
    expect(only(`<c r="D2" s="${style}"><v>${value}</v></c>`, properties).term?.start).toBe(day)
  })

  it('Z-22: text dates, and a day that does not exist named with its cell', () => {
    expect(only(text('D2', '28.02.2025')).term?.start).toBe('2025-02-28')
    expect(only('<c r="D2" t="d"><v>2025-02-28T00:00:00</v></c>').term?.start).toBe('2025-02-28')
    const { items, notes } = readFileOf(xlsxOf(worksheet(HEADING + row(text('D2', '31.02.2025')))))
    expect(items[0]!.term).toBeUndefined()
    expect(notes.find(({ code }) => code === 'W-CELL')).toMatchObject({ at: 'Verträge!D2', params: { value: '31.02.2025' } })
  })

  it.each([
    ['1234.56', '1234.56'],
    ['1234.5599999999999', '1234.56'],
    ['1.2345600000000001E3', '1234.56'],
    ['183.125', '183.125'],
    ['1e400', undefined],
  ])('numbers raw: %s', (raw, value) => expect(only(`<c r="C2"><v>${raw}</v></c>`).amount?.value).toBe(value))

  it('the currency of a number format, and booleans', () => {
    expect(only('<c r="C2" s="4"><v>10</v></c>').amount).toMatchObject({ value: '10.00', currency: 'USD' })
    const renewal = xlsxOf(
      worksheet(
        `<row r="1">${text('A1', 'Produkt')}${text('B1', 'Lieferant')}${text('C1', 'Automatische Verlängerung')}</row><row r="2">${text('A2', 'x')}${text('B2', 'y')}<c r="C2" t="b"><v>1</v></c></row>`,
      ),
    )
    expect(readFileOf(renewal).items[0]!.term).toEqual({ renewsItself: true })
  })

  it('error values are unknown and counted', () => {
    const { items, notes } = readFileOf(xlsxOf(worksheet(HEADING + row('<c r="C2" t="e"><v>#NAME?</v></c>'))))
    expect(items[0]!.amount).toBeUndefined()
    expect(notes.find(({ code }) => code === 'W-ERROR-CELLS')).toMatchObject({ at: 'Verträge!C2', params: { n: 1, value: '#NAME?' } })
  })

  it('ODS: blanks, tabs, covered cells, remarks, typed values', () => {
    const cell = (value: string, attributes = '') => `<table:table-cell ${attributes}>${value}</table:table-cell>`
    const heading = ['Produkt', 'Lieferant', 'Auftragswert netto', 'Vertragsbeginn'].map((one) => cell(`<text:p>${one}</text:p>`)).join('')
    const line = [
      cell(
        '<office:annotation><text:p>geheim</text:p></office:annotation><text:p>Next<text:span>cloud</text:span><text:s text:c="2"/>Hub<text:tab/>9</text:p>',
      ),
      cell('<text:p>Nextcloud GmbH</text:p>'),
      cell('<text:p>1.234,56 $</text:p>', 'office:value-type="currency" office:currency="USD" office:value="1234.56"'),
      cell('<text:p>irgendwas</text:p>', 'office:value-type="date" office:date-value="2025-03-01T00:00:00"'),
      '<table:covered-table-cell><text:p>verdeckt</text:p></table:covered-table-cell>',
    ].join('')
    const table = `<table:table table:name="T"><table:table-row>${heading}</table:table-row><table:table-row>${line}</table:table-row></table:table>`
    const { items, rejected } = readFileOf(odsOf(table))
    expect([items.length, rejected]).toEqual([1, 0])
    expect(items[0]).toMatchObject({
      name: 'Nextcloud Hub 9',
      amount: { value: '1234.56', currency: 'USD', basis: 'net' },
      term: { start: '2025-03-01' },
    })
    expect(JSON.stringify(items)).not.toMatch(/geheim|verdeckt/)
    // the same under other prefixes
    const renamed = odsOf(table.replaceAll('table:', 'x:').replaceAll('text:', 'table:'), [])
    expect(() => readFileOf(renamed)).toThrow()
  })
})

describe('XML of the parts', () => {
  it('Z-16: DOCTYPE in any part', () => {
    expect(refusal(xlsxOf(`<!DOCTYPE x [<!ENTITY i "y">]>${worksheet(HEADING + row(''))}`))).toMatchObject({ id: 'E3402' })
    expect(refusal(xlsxOf(worksheet(HEADING), [{ name: 'xl/styles.xml', data: '<!DOCTYPE a><a/>' }])).id).toBe('E3402')
  })

  it('depth, attributes, texts and tags without end', () => {
    expect(within(1000, () => refusal(xlsxOf(worksheet('<a>'.repeat(200_000)))))).toMatchObject({ id: 'E3403' })
    expect(
      within(1000, () => refusal(xlsxOf(worksheet(`<row r="1" ${Array.from({ length: 300 }, (_, i) => `a${i}="1"`).join(' ')}/>`)))),
    ).toMatchObject({ id: 'E3401' })
    const long = Array.from({ length: 3e6 }, (_, i) => (i * 7919).toString(36)[0]).join('')
    expect(within(2000, () => refusal(xlsxOf(worksheet(`<row r="1"><c r="A1" t="str"><v>${long}</v></c></row>`))))).toMatchObject({
      id: 'E3103',
    })
    expect(within(2000, () => refusal(xlsxOf(worksheet(`<row r="${long}"/>`))))).toMatchObject({ id: 'E3103' })
  })

  it('elements of other namespaces are no cells, and prefixes do not matter', () => {
    const foreign = worksheet(HEADING + row('<x:c xmlns:x="urn:x" r="C2"><v>5</v></x:c>'))
    expect(readFileOf(xlsxOf(foreign)).items[0]!.amount).toBeUndefined()
    const prefixed = worksheet(HEADING + row('<c r="C2"><v>5</v></c>'))
      .replace('xmlns=', 'xmlns:m=')
      .replace(/<(\/?)(?=\w)/g, '<$1m:')
    expect(readFileOf(xlsxOf(prefixed)).items[0]!.amount?.value).toBe('5.00')
  })

  it('damaged UTF-8, and UTF-16', () => {
    const xml = sheetXml(LIST)
    const damaged = Buffer.from(xml.replace('Nextcloud', 'N\u00fcxtcloud'), 'latin1')
    expect(refusal(zip([...parts(damaged)])).id).toBe('E3105')
    const utf16 = Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    expect(readFileOf(zip(parts(utf16))).items).toHaveLength(2)
  })

  const parts = (data: Uint8Array) => [
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="V" r:id="a"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/worksheet" Target="s.xml"/></Relationships>',
    },
    { name: 'xl/s.xml', data },
  ]
})

describe('several sheets', () => {
  const cover: CellValue[][] = [['Vertragsliste des Amtes'], [], ['Stand', '01.11.2026']]
  const sheets = [
    { name: 'Deckblatt', rows: cover },
    { name: 'Tabelle3', rows: [] },
    { name: 'Verträge', rows: LIST },
    {
      name: 'Alt!',
      rows: [
        ['Lieferant', 'Produkt', 'Auftragswert netto (EUR)', 'Vertragsbeginn'],
        ['B', 'A', 7, undefined],
      ] as CellValue[][],
    },
    { name: 'Entwurf', rows: LIST, hidden: true },
  ]

  it.each([
    ['xlsx', xlsx],
    ['ods', ods],
  ] as const)('%s: lists are read, covers counted, hidden sheets named', (_, write) => {
    const { items, unusable, rejected, notes, fields } = readFileOf(write(sheets))
    expect(items.map(({ ref, name }) => [ref, name])).toEqual([
      ['Verträge!2', 'Nextcloud'],
      ['Verträge!3', 'openDesk'],
      ['Alt!!2', 'A'],
    ])
    expect([unusable, rejected]).toEqual([2, 0])
    expect(notes.map(({ code, at }) => [code, at])).toEqual([
      ['W-SHEET', 'Deckblatt'],
      ['W-HIDDEN-SHEET', 'Entwurf'],
    ])
    expect(fields).toMatchObject({ amount: 'C', start: 'D' })
    expect(fields.supplier).toBeUndefined()
  })

  it.each([
    ['xlsx', xlsx],
    ['ods', ods],
  ] as const)('%s: without any list the sheets and their columns are named', (_, write) => {
    expect(
      refusal(
        write([
          { name: 'Deckblatt', rows: cover },
          {
            name: 'Werte',
            rows: [
              ['x', 'y'],
              [1, 2],
            ],
          },
        ]),
      ),
    ).toMatchObject({ id: 'E3301', says: expect.stringMatching(/Deckblatt: .*„Stand“.*; Werte: „x“, „y“/) })
    expect(refusal(write([{ name: 'V', rows: LIST.slice(0, 1) }]))).toMatchObject({ id: 'E3302', at: 'V!1' })
    expect(refusal(write([{ name: 'V', rows: LIST, hidden: true }]))).toMatchObject({
      id: 'E3309',
      says: expect.stringContaining('(ausgeblendet: V)'),
    })
    expect(refusal(write([{ name: 'V', rows: [] }])).id).toBe('E3309')
  })

  it('what is ambiguous is named with its cell', () => {
    const rows: CellValue[][] = [
      ['Produkt', 'Lieferant', 'Betrag EUR'],
      ['A', 'B', '183.000'],
      ['C', 'D', '1.500'],
    ]
    expect(refusal(xlsx([{ name: 'V', rows }]))).toMatchObject({ id: 'E3303', at: 'V!C1' })
  })
})

describe('what is not read is named', () => {
  const compound = (stream: string): Buffer => {
    const file = Buffer.alloc(200_000)
    file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    file.writeUInt16LE(9, 30)
    file.writeUInt32LE(300, 48)
    file.write(stream, 301 * 512 + 128, 'utf16le')
    return file
  }

  it('.xls, encrypted OOXML, .xlsb, encrypted ODS', () => {
    expect(refusal(compound('Workbook'))).toMatchObject({ id: 'E3525', says: expect.stringContaining('XLS (Excel 97–2003)') })
    expect(refusal(compound('EncryptedPackage'))).toMatchObject({ id: 'E3511', hint: 'Die Datei ohne Kennwort speichern.' })
    expect(
      refusal(
        zip([
          { name: '[Content_Types].xml', data: 'x' },
          { name: 'xl/workbook.bin', data: 'x' },
        ]),
      ),
    ).toMatchObject({ id: 'E3525', says: expect.stringContaining('XLSB') })
    expect(
      refusal(odsOf('', [{ name: 'META-INF/manifest.xml', data: '<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>' }])).id,
    ).toBe('E3511')
  })
})

it('no prototype is touched, and cells may be called like its members', () => {
  const rows: CellValue[][] = [
    ['Produkt', '__proto__', 'Lieferant'],
    ['constructor', 'x', '__proto__'],
  ]
  expect(readFileOf(xlsx([{ name: '__proto__', rows }])).items[0]).toMatchObject({
    name: 'constructor',
    said: { supplier: '__proto__' },
    ref: '__proto__!2',
  })
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(codes(xlsx([{ name: '__proto__', rows }]))).toContain('W-COLUMN')
})
