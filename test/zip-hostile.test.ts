import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Archive } from '../src/read/zip/archive.ts'
import { Inflater } from '../src/read/zip/inflate.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { readFileOf, refusal, within } from './support/read-bytes.ts'
import { relations, sheetXml, worksheet, xlsxOf, xlsxParts } from './support/workbook.ts'
import { zip, type Part } from './support/zip.ts'

const LIST = [
  ['Produkt', 'Lieferant', 'Auftragswert netto (EUR)'],
  ['Nextcloud', 'Nextcloud GmbH', 100],
  ['openDesk', 'ZenDiS GmbH', 200],
]
const SHEET = 'xl/worksheets/blatt1.xml'
const parts = (more: readonly Part[] = []): Part[] => xlsxParts([{ name: 'Verträge', xml: sheetXml(LIST) }], more)
const MiB = 2 ** 20
const spaces = (size: number): string => worksheet(' '.repeat(size))

describe('inflating', () => {
  const inflated = (packed: Uint8Array, step: number): Buffer => {
    const pieces: Uint8Array[] = []
    const input = Array.from({ length: Math.ceil(packed.length / step) }, (_, i) => packed.subarray(i * step, (i + 1) * step))
    const inflater = new Inflater(input)
    for (let piece = inflater.read(); piece !== undefined; piece = inflater.read()) pieces.push(Buffer.from(piece))
    return Buffer.concat(pieces)
  }

  it('gives back what any level and strategy packed, in pieces of any size', () => {
    const chunk = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.tuple(fc.string({ maxLength: 40 }), fc.nat(4000)).map(([text, n]) => Buffer.from(text.repeat(n).slice(0, 90_000))),
    )
    fc.assert(
      fc.property(
        fc.array(chunk, { maxLength: 5 }),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(0, 2, 3, 4),
        fc.integer({ min: 1, max: 70_000 }),
        (chunks, level, strategy, step) => {
          const data = Buffer.concat(chunks)
          expect(inflated(deflateRawSync(data, { level, strategy }), step).equals(data)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('gives back what has codes of every length', () => {
    const often = [1, 1]
    for (let i = 2; i < 18; i++) often.push(often[i - 1]! + often[i - 2]!)
    const data = Buffer.concat(often.map((count, byte) => Buffer.alloc(count, byte)))
    expect(inflated(deflateRawSync(data, { strategy: 2 }), 100).equals(data)).toBe(true)
  })

  it('ends damaged data with an error, never with another or without end', () => {
    const packed = deflateRawSync(Buffer.from(sheetXml(LIST).repeat(20)))
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
        const damaged = Buffer.from(packed)
        damaged[at]! ^= change
        try {
          inflated(cut ? damaged.subarray(0, at) : damaged, 100)
        } catch (error) {
          expect((error as Error).constructor.name).toBe('BadDeflate')
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Bits as RFC 1951 packs them: numbers with their lowest bit first, codes with their highest. */
class Bits {
  private readonly bits: number[] = []
  number(value: number, size: number): this {
    for (let i = 0; i < size; i++) this.bits.push((value >> i) & 1)
    return this
  }
  code(value: number, size: number): this {
    for (let i = size - 1; i >= 0; i--) this.bits.push((value >> i) & 1)
    return this
  }
  /** All of it so many times, packed; eight end with a byte. */
  times(count: number): Buffer {
    const { length } = this.bits
    const eight = Buffer.alloc(length)
    for (let i = 0; i < length * 8; i++) eight[i >> 3]! |= this.bits[i % length]! << (i & 7)
    return Buffer.alloc((length * count) / 8, eight)
  }
}

/** A block that ends at once. `kinds`: bits of each code length in the order of RFC 1951, 3.2.7; 18 stands for zeros. */
function emptyBlock(kinds: readonly number[], lengths: (bits: Bits) => Bits, end: number): Bits {
  const bits = new Bits().number(0, 1).number(2, 2).number(0, 5).number(0, 5).number(15, 4)
  for (const size of kinds) bits.number(size, 3)
  return lengths(bits).code(end, 15)
}

describe('blocks that say nothing', () => {
  const read = (packed: Uint8Array) => {
    const inflater = new Inflater([packed])
    for (let piece = inflater.read(); piece !== undefined; piece = inflater.read()) expect(piece.length).toBe(0)
  }

  it('are damaged where their codes leave gaps, as zlib has it', () => {
    const kinds = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    const block = emptyBlock(kinds, (bits) => bits.code(1, 1).number(127, 7).code(1, 1).number(107, 7).code(0, 1).code(0, 1), 0)
    expect(() => read(block.times(8))).toThrow('codes are missing')
  })

  it('are gone through, 400,000 of them with codes of every length, until the data breaks off', () => {
    const kinds = [0, 0, 4, 0, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]
    const literals = (bits: Bits) =>
      Array.from({ length: 15 }, (_, i) => i)
        .reduce((all, code) => all.code(code, 4), bits)
        .code(14, 4)
    const block = emptyBlock(kinds, (bits) => literals(bits.code(15, 4).number(127, 7).code(15, 4).number(92, 7)).code(0, 4), 0x7fff)
    expect(() => read(block.times(400_000))).toThrow('breaks off')
  })
})

describe('archives', () => {
  it('reads stored and deflated parts', () => {
    expect(readFileOf(zip(parts())).items.map(({ name }) => name)).toEqual(['Nextcloud', 'openDesk'])
    expect(readFileOf(zip(parts().map((part) => ({ ...part, stored: true })))).items).toHaveLength(2)
  })

  it.each([
    ['Z-09: declared size 100', { size: 100 }],
    ['Z-10: declared size 0', { size: 0 }],
  ])('%s, real size 100 MiB', (_, lie) => {
    const file = zip(parts([{ name: SHEET, data: spaces(100 * MiB), ...lie }]))
    expect(within(1000, () => refusal(file))).toMatchObject({ id: 'E3513', says: expect.stringContaining('mehr') })
  })

  it('declared size above the real one', () => {
    expect(refusal(zip(parts([{ name: SHEET, data: sheetXml(LIST), size: 5000 }])))).toMatchObject({ id: 'E3513' })
  })

  it('a check sum that does not fit', () => expect(refusal(zip(parts([{ name: SHEET, data: sheetXml(LIST), crc: 1 }]))).id).toBe('E3510'))

  it('Z-11: local header and directory differ', () => {
    expect(refusal(zip(parts([{ name: SHEET, data: sheetXml(LIST), localName: 'xl/worksheets/blatt9.xml' }])))).toMatchObject({
      id: 'E3510',
      says: expect.stringContaining('Kopf und Verzeichnis widersprechen sich'),
    })
  })

  it.each(['xl/worksheets/blatt1.xml', 'XL/Worksheets/Blatt1.XML'])('Z-12: a second part %s', (name) => {
    expect(refusal(zip([...parts(), { name, data: sheetXml([['anders']]) }])).id).toBe('E3514')
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'xl\\..\\evil.xml', 'C:/evil', 'xl/../../x', 'a\0b'])('Z-13: a part named %j', (name) => {
    expect(refusal(zip([...parts(), { name, data: 'x' }])).id).toBe('E3515')
  })

  it('Z-15: a sheet that is itself an archive', () => {
    expect(refusal(zip(parts([{ name: SHEET, data: zip(parts()), stored: true }]))).id).toMatch(/^E3(401|105)$/)
  })

  it('Z-25: encrypted, another method, sizes of 2^63', () => {
    expect(refusal(zip(parts([{ name: SHEET, data: 'x', flags: 1 }])))).toMatchObject({
      id: 'E3511',
      says: `„${SHEET}“ ist verschlüsselt.`,
    })
    expect(refusal(zip(parts([{ name: SHEET, data: 'x', method: 99 }])))).toMatchObject({
      id: 'E3512',
      says: expect.stringContaining('99'),
    })
    expect(refusal(zip(parts([{ name: SHEET, data: 'x', wide: [2n ** 63n, 10n] }]))).id).toBe('E3510')
    expect(refusal(zip(parts([{ name: SHEET, data: 'x', wide: [10n, 2n ** 63n] }]))).id).toBe('E3510')
  })

  it('ZIP64 sizes that are true are read', () => {
    const data = sheetXml(LIST)
    const wide = [BigInt(Buffer.byteLength(data)), BigInt(deflateRawSync(Buffer.from(data)).length)] as const
    expect(readFileOf(zip(parts([{ name: SHEET, data, wide }]))).items).toHaveLength(2)
  })

  it('broken off at any byte, or with a byte changed: refused or read, never anything else', () => {
    const file = zip(parts())
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
        const damaged = cut ? file.subarray(0, at) : Buffer.from(file)
        if (!cut) damaged[at]! ^= change
        try {
          expect(readFileOf(damaged).items.length).toBeLessThanOrEqual(2)
        } catch (error) {
          expect((error as Error).name).toBe('Problem')
        }
      }),
      { numRuns: 400 },
    )
  })

  it('parts that share their data', () => {
    const file = zip([
      { name: 'a', data: 'x'.repeat(50), stored: true },
      { name: 'b', data: 'y', stored: true },
    ])
    // the second entry of the directory points at the first part
    const second = file.indexOf(Buffer.from('PK\x01\x02'), file.indexOf(Buffer.from('PK\x01\x02')) + 1)
    file.writeUInt32LE(0, second + 42)
    expect(() => new Archive(bytesOf(file), LIMITS)).toThrow(/differ|overlaps/)
  })

  it('Z-17: targets outside', () => {
    const own = sheetXml(LIST)
    expect(refusal(xlsxOf(own, [relations('https://example.org/a.xml', 'External')]))).toMatchObject({
      id: 'E3521',
      says: expect.stringContaining('example.org'),
    })
    expect(refusal(xlsxOf(own, [relations('../../../etc/passwd')])).id).toBe('E3521')
    expect(refusal(xlsxOf(own, [relations('file:///etc/passwd')])).id).toBe('E3521')
    expect(refusal(xlsxOf(own, [relations('worksheets/fehlt.xml')]))).toMatchObject({ id: 'E3520' })
    expect(readFileOf(xlsxOf(own, [relations('/xl/worksheets/blatt1.xml')])).items).toHaveLength(2)
  })
})

describe('limits below, at, above and at 0', () => {
  const file = zip(parts())
  const read = parts()
    .filter(({ name }) => name !== '[Content_Types].xml')
    .reduce((sum, { data }) => sum + Buffer.byteLength(data), 0)
  const count = parts().length

  it('inflated bytes in total', () => {
    for (const inflatedBytes of [read + 1, read]) expect(readFileOf(file, { inflatedBytes }).items).toHaveLength(2)
    for (const inflatedBytes of [read - 1, 0])
      expect(refusal(file, { inflatedBytes })).toMatchObject({ id: 'E3516', hint: expect.stringContaining('--max-inflated') })
  })

  it('number of parts', () => {
    for (const limit of [count + 1, count]) expect(readFileOf(file, { parts: limit }).items).toHaveLength(2)
    for (const limit of [count - 1, 0])
      expect(refusal(file, { parts: limit })).toMatchObject({ id: 'E3518', hint: expect.stringContaining('--max-parts') })
    expect(refusal(zip(Array.from({ length: 10_001 }, (_, i) => ({ name: `p${i}`, data: '', stored: true })))).id).toBe('E3518')
  })

  it('ratio of a part above 5 MiB', () => {
    const large = sheetXml(LIST).replace('<sheetData>', `${' '.repeat(6 * MiB)}<sheetData>`)
    const ratio = Buffer.byteLength(large) / deflateRawSync(Buffer.from(large)).length
    const packed = zip(parts([{ name: SHEET, data: large }]))
    const limits = (inflationRatio: number) => ({ inflationRatio, stringBytes: 1 << 26 })
    expect(readFileOf(packed, limits(Math.ceil(ratio))).items).toHaveLength(2)
    for (const inflationRatio of [Math.floor(ratio), 200, 0])
      expect(refusal(packed, limits(inflationRatio))).toMatchObject({ id: 'E3517', hint: expect.stringContaining('--max-ratio') })
    expect(readFileOf(file, { inflationRatio: 0 }).items).toHaveLength(2)
  })

  it('cells', () => {
    for (const cells of [10, 9]) expect(readFileOf(file, { cells }).items).toHaveLength(2)
    for (const cells of [8, 0])
      expect(refusal(file, { cells })).toMatchObject({ id: 'E3524', hint: expect.stringContaining('--max-cells') })
  })

  it('shared texts', () => {
    const texts = xlsxOf(sheetXml(LIST), [
      {
        name: 'xl/sharedStrings.xml',
        data: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>abcd</t></si></sst>`,
      },
    ])
    for (const textBytes of [13, 12]) expect(readFileOf(texts, { textBytes }).items).toHaveLength(2)
    for (const textBytes of [11, 0])
      expect(refusal(texts, { textBytes })).toMatchObject({ id: 'E3527', hint: expect.stringContaining('--max-texts') })
  })
})
