import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../src/model/problem.ts'
import type { Limits } from '../src/model/ports.ts'
import { guessDialect, type Dialect } from '../src/read/table/text/delimiter.ts'
import { encodingOf, utf8Chunks } from '../src/read/table/text/encoding.ts'
import { recordsOf } from '../src/read/table/text/records.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList, recognises } from './support/list.ts'

const SEMICOLON: Dialect = { delimiter: ';', lineEnds: ['\r\n', '\n'], separatorLine: false }

/** All records of a text that arrives in pieces of `size` bytes. */
function records(text: string, dialect = SEMICOLON, size = 1 << 16, limits: Limits = LIMITS) {
  const whole = Buffer.from(text)
  const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) => whole.subarray(index * size, (index + 1) * size))
  return [...recordsOf(chunks, dialect, limits, 'liste.csv')].map(({ line, cells }) => [line, ...cells])
}

function problem(run: () => unknown): { id: string; line: number | undefined } {
  try {
    run()
  } catch (error) {
    if (error instanceof Problem) return { id: error.id, line: error.place.line }
    throw error
  }
  return { id: 'none', line: undefined }
}

describe('records', () => {
  it('say on which physical line they start', () => {
    const text = 'a;b\r\n"zwei\r\nZeilen";c\r\n\r\nd;"e\nf\ng"\r\nh;i'
    expect(records(text)).toEqual([
      [1, 'a', 'b'],
      [2, 'zwei\r\nZeilen', 'c'],
      [4, ''],
      [5, 'd', 'e\nf\ng'],
      [8, 'h', 'i'],
    ])
  })

  it('a lone CR ends lines where the dialect says so, and is text where not', () => {
    expect(records('a;b\rc;d\r')).toEqual([[1, 'a', 'b\rc', 'd\r']])
    expect(records('a;b\rc;"d\re"\rf;g', { ...SEMICOLON, lineEnds: ['\r\n', '\n', '\r'] })).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd\re'],
      [4, 'f', 'g'],
    ])
  })

  it('an inch sign in a bare cell is text', () => {
    expect(records('Monitor 5" breit;x\n')).toEqual([[1, 'Monitor 5" breit', 'x']])
  })

  it('no cell is lost or moved, whatever the pieces in which the bytes arrive', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '€', '😀', '"', ';', ',', ' ', '\n', '\r\n', '1', '='), maxLength: 12 })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.constantFrom('\n', '\r\n'), (rows, size, allQuoted, end) => {
        const lines = rows.map((cells) => cells.map((text) => quoted(text, allQuoted)).join(';') + end)
        const read = records(lines.join(''), SEMICOLON, size)
        let line = 1
        const expected = rows.map((cells, index) => {
          const start = line
          line += lines[index]!.split('\n').length - 1
          return [start, ...cells]
        })
        expect(read).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('an open quotation names the line on which it was opened', () => {
    expect(problem(() => records('a;b\n"x\ny";1\nz;"offen\nw;2\n'))).toEqual({ id: 'E3307', line: 4 })
    expect(problem(() => records('a;b\n"x\ny";1\nz;"offen\nw;2\n', SEMICOLON, 3))).toEqual({ id: 'E3307', line: 4 })
    // closed much later by another quotation: records must not be swallowed
    expect(problem(() => records('a;b\nz;"offen\nw;2\nu;"v"\n'))).toEqual({ id: 'E3307', line: 2 })
  })

  it('limits hold at, and break above', () => {
    const limits = (change: Partial<Limits>): Limits => ({ ...LIMITS, ...change })
    expect(records('a;b;c\n', SEMICOLON, 100, limits({ columns: 3 }))).toHaveLength(1)
    expect(problem(() => records('x\na;b;c;d\n', SEMICOLON, 100, limits({ columns: 3 })))).toEqual({ id: 'E3305', line: 2 })
    expect(records('a;b;c;;;\n', SEMICOLON, 100, limits({ columns: 3 }))).toHaveLength(1)
    expect(records(`${'x'.repeat(99)};\n`, SEMICOLON, 7, limits({ recordBytes: 100 }))).toHaveLength(1)
    expect(problem(() => records(`a;b\n${'x'.repeat(200)};\n`, SEMICOLON, 7, limits({ recordBytes: 100 })))).toEqual({
      id: 'E3306',
      line: 2,
    })
    expect(problem(() => records('a;b\n', SEMICOLON, 100, limits({ recordBytes: 0 })))).toEqual({ id: 'E3306', line: 1 })
    expect(problem(() => records('a;b\n', SEMICOLON, 100, limits({ columns: 0 })))).toEqual({ id: 'E3305', line: 1 })
    expect(problem(() => records(`${'x;'.repeat(200)}\n`, SEMICOLON, 7, limits({ recordBytes: 100, columns: 50 })))).toEqual({
      id: 'E3305',
      line: 1,
    })
  })
})

describe('the dialect', () => {
  const guess = (head: string) => guessDialect(head, false)
  it.each([
    ['Produkt;Betrag\nA;1,5\nB;2,5\n', ';'],
    ['Produkt,Bemerkung\nA,"a;b;c"\nB,"d;e;f"\n', ','],
    ['Produkt\tBetrag\nA\t1,5\n', '\t'],
    ['Produkt|Betrag\nA|1,5\n', '|'],
    ['Übersicht\nStand, heute, morgen\n\nProdukt;Lieferant;Betrag\nA;B, C und D;1,5\nE;F, G und H;2,5\n', ';'],
    ['a;b;c\n1;"x,y";2\n3;"z,w";4\n', ';'],
  ])('%j is cut at %j', (head, delimiter) => expect(guess(head)?.delimiter).toBe(delimiter))

  it('a sep= line decides and is no record', () => {
    expect(guess('sep=,\r\na;b,c;d\r\n')).toMatchObject({ delimiter: ',', separatorLine: true })
    expect(records('"sep=;"\r\na;b\r\n', { ...SEMICOLON, separatorLine: true })).toEqual([[2, 'a', 'b']])
  })

  it('a mapping file decides', () => expect(guessDialect('a;b,c;d\n', false, ',')?.delimiter).toBe(','))

  it('line ends: CR of old Macs, stray CRs in cells, and all kinds mixed', () => {
    expect(guess('a;b\rc;d\r')?.lineEnds).toContain('\r')
    expect(guess('Produkt;Lieferant;Wert\r\nA\rB;L;1\r\nC;L\rM;2\r\n')?.lineEnds).not.toContain('\r')
    expect(guess('Produkt;Lieferant;Wert\rA;L;1\r\nC;L;2\nD;L;3\r')?.lineEnds).toEqual(['\r\n', '\n', '\r'])
  })
})

describe('line ends that no program should write', () => {
  /** Name, place and amount of every item. */
  const linesOf = (text: string) => readList(text).items.map(({ name, ref, amount }) => [name, ref, amount?.value])

  it('CR CR LF, also behind quotation marks and inside them', () => {
    const text = 'Produkt;Lieferant;Betrag EUR\r\r\nSuite;"L; M";1,50\r\r\n"Kleine\r\r\nSuite";L;"2,50"\r\r\nDrei;L;3,50\r\r\n'
    const expected = [
      ['Suite', 'line 2', '1.50'],
      ['Kleine Suite', 'line 3', '2.50'],
      ['Drei', 'line 5', '3.50'],
    ]
    expect(linesOf(text)).toEqual(expected)
    expect(readList(text)).toMatchObject({ rejected: 0, unusable: 0 })
    expect(linesOf(text.replaceAll('\r\r\n', '\r\n'))).toEqual(expected)
    const dialect = guessDialect(text, false)!
    for (const size of [1, 2, 3, 7]) expect(records(text, dialect, size)).toEqual(records(text, dialect))
  })

  it('CR CR LF in one line of others', () => {
    expect(linesOf('Produkt;Lieferant;Betrag EUR\r\nA;L;"1,50"\r\r\nB;L;2,50\r\n')).toEqual([
      ['A', 'line 2', '1.50'],
      ['B', 'line 3', '2.50'],
    ])
  })

  const MAC = ['Lieferant;Betrag EUR', 'A;1,50', 'B;2,50', 'C;3,50', 'D;4,50']
  it.each(['\n', '\r\n', '\n\r'])('CR with a stray %j at the end or between', (stray) => {
    const names = (text: string) => linesOf(text).map(([name]) => name)
    const text = MAC.join('\r')
    expect(linesOf(text + stray)).toEqual(linesOf(text))
    expect(linesOf(text)).toHaveLength(4)
    expect(names(text.replace('\rB', `${stray}B`))).toEqual(['A', 'B', 'C', 'D'])
    const line = stray === '\n\r' ? 5 : 4
    expect(linesOf(text.replace('\rB', `${stray}B`))[2]).toEqual(['C', `line ${line}`, '3.50'])
  })

  it('an LF long after the beginning of a file of CRs', () => {
    const many = Array.from({ length: 9000 }, (_, i) => `"Firma ${i}";"${i},50"`)
    const { items, rejected } = readList(`${[MAC[0], ...many].join('\r')}\n`)
    expect([items.length, rejected, items.at(-1)?.amount?.value]).toEqual([9000, 0, '8999.50'])
  })

  it('CRs inside the cells of a file of LFs, more of them than lines, stay in their cells', () => {
    const text = 'Lieferant;Anschrift;Betrag EUR\nA;Haus\rStraße 1\rStadt\rLand;1,50\nB;Hof\rWeg 2\rDorf\rLand;2,50\n'
    expect(linesOf(text)).toEqual([
      ['A', 'line 2', '1.50'],
      ['B', 'line 3', '2.50'],
    ])
  })

  it('a file of two encodings names the lines as counted', () => {
    const bytes = Buffer.concat([Buffer.from('Produkt;Lieferant\r\r\nBüro;L\r\r\nÜbung;L\r\r\n'), Buffer.from('B\xfcro;M\r\r\n', 'latin1')])
    expect(problem(() => readList(bytes)).id).toBe('E3105')
    expect(() => readList(bytes)).toThrow(/line 2 is UTF-8, line 4 is not/)
  })
})

describe('what is taken for a list', () => {
  it.each([
    'Produkt;Lieferant\nA;B\n',
    'sep=;\n',
    '1;2;3\n4;5;6\n',
    'Überschrift\n\nProdukt;Hersteller;Menge\nA;B;1\n',
    `${'x;'.repeat(50_000)}\n`,
  ])('%j', (text) => expect(recognises(text)).toBe(true))
  it('UTF-16', () => expect(recognises(Buffer.from('\ufeffProdukt\tLieferant\nA\tB\n', 'utf16le'), 'utf-16le')).toBe(true))
  it.each([
    '',
    '{"a":1,"b":2}\n{"a":1,"b":2}\n',
    '[1,2]\n[1,2]\n',
    '<a>1,2</a>\n<a>1,2</a>\n',
    '// x\n{"a":1,"b":2}\n',
    '---\na: 1, 2\n',
    'SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\n',
    'Sehr geehrte Damen und Herren,\nhiermit, wie besprochen,\nder Bericht.\n',
    '   \n \n',
  ])('%j is none', (text) => expect(recognises(text)).toBe(false))
  it('neither is anything binary', () => {
    expect(recognises(Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR,\0\0,\0;\0\0;\0', 'latin1'))).toBe(false)
    expect(recognises(Buffer.from('PK\u0003\u0004\u0014\0\u0006\0\b\0\0\0!\0;\0\0;\0', 'latin1'))).toBe(false)
  })
})

describe('the encoding', () => {
  const text = 'Straße;Müller & Söhne;„Öffentlichkeit“ – 5 €\n'
  const windows1252 = Buffer.from(
    text.replace('„', '\u0084').replace('“', '\u0093').replace('–', '\u0096').replace('€', '\u0080'),
    'latin1',
  )
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['windows-1252', windows1252],
    ['macintosh', Buffer.from('Stra\xa7e;M\x9fller & S\x9ahne;\xe3\x85ffentlichkeit\xd2 \xd0 5 \xdb\n', 'latin1')],
    ['macintosh', Buffer.from('Information Commissioner\xd5s Office,100\n', 'latin1')],
    ['windows-1252', Buffer.from('Information Commissioner\x92s Office,100\n', 'latin1')],
    ['windows-1252', Buffer.from('ST\xc4DTISCHE K\xdcHE;\xdcBER\n', 'latin1')],
    ['macintosh', Buffer.from('ST\x80DTISCHE K\x86CHE;\x86BER\n', 'latin1')],
    ['iso-8859-15', Buffer.from('Getr\xe4nke;48.960,00 \xa4\n', 'latin1')],
    ['iso-8859-15', Buffer.from('Lizenzen;48.960,00 \xa4\n', 'latin1')],
    ['windows-1252', Buffer.from('O\xb4Neill;\xbe Zoll;\xbd l;48.960,00 \x80\n', 'latin1')],
    ['windows-1252', Buffer.from('Getr\xe4nke O\xb4Neill \xbe Zoll\n', 'latin1')],
  ])('%s', (encoding, bytes) => {
    const input = bytesOf(bytes)
    expect(encodingOf(input)).toBe(encoding)
    const read = Buffer.concat([...utf8Chunks(input, encodingOf(input))]).toString()
    expect(read).not.toMatch(/\ufffd|\ufeff/)
    if (bytes.length > 45) expect(['S', 'I']).toContain(read[0])
  })

  it('reads windows-1252 and Mac Roman alike', () => {
    const read = (bytes: Uint8Array) => Buffer.concat([...utf8Chunks(bytesOf(bytes), encodingOf(bytesOf(bytes)))]).toString()
    expect(read(windows1252)).toBe(text)
    expect(read(Buffer.from('Stra\xa7e;M\x9fller & S\x9ahne;\xe3\x85ffentlichkeit\xd2 \xd0 5 \xdb\n', 'latin1'))).toBe(text)
  })

  it('damaged UTF-8 is not read as something else', () => {
    const damaged = Buffer.concat([Buffer.from('Müller;Größe\nBüro;Ämter\n'), Buffer.from([0xfc]), Buffer.from(';x\n')])
    expect(problem(() => encodingOf(bytesOf(damaged)))).toEqual({ id: 'E3105', line: undefined })
    expect(() => encodingOf(bytesOf(damaged))).toThrow(/byte 29\b/)
  })

  it('what a mapping file says is not guessed again, and not believed against the bytes', () => {
    expect(encodingOf(bytesOf(windows1252), 'macintosh')).toBe('macintosh')
    expect(problem(() => [...utf8Chunks(bytesOf(windows1252), 'utf-8')])).toEqual({ id: 'E3105', line: undefined })
    expect(problem(() => encodingOf(bytesOf('x'), 'utf8'))).toEqual({ id: 'E2102', line: undefined })
  })
})

function quoted(text: string, always: boolean): string {
  return always || /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

describe('what programs left in cells', () => {
  const read = (cell: string) => readList(`Produkt;Lieferant;Betrag EUR\n${cell};L;1,50\n`).items[0]?.name

  it.each([
    ['"Meier &amp; Co. KG"', 'Meier & Co. KG'],
    ['"Suite &quot;E3&quot;"', 'Suite "E3"'],
    ['"SE&nbsp;&amp; Co&#46;&#x20;KG"', 'SE & Co. KG'],
    ['"Daten&shy;pflege M&uuml;nchen &#8364;"', 'Datenpflege München €'],
    ['"Creative&#8239;Cloud"', 'Creative Cloud'],
    ['"AT&T &amp;amp; &foo; &#0; &#xd800; &#9999999;"', 'AT&T &amp; &foo; &#0; &#xd800; &#9999999;'],
    ['="Datenbank"', 'Datenbank'],
    ['"=""Monitor 5"""" &amp; mehr"""', 'Monitor 5" & mehr'],
    ['"=""a""&""b"""', '="a"&"b"'],
  ])('%s is %s', (cell, name) => expect(read(cell)).toBe(name))

  it('a number as text is one, and a heading is found', () =>
    expect(readList('="Produkt";="Lieferant";="Betrag EUR"\nA;L;"=""1.200,50"""\n').items).toMatchObject([
      { amount: { value: '1200.50' } },
    ]))
})
