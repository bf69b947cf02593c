import { describe, expect, it } from 'vitest'
import { decodeCp850 } from '../src/read/table/text/cp850.ts'
import { EIGHT_BIT, encodingOf } from '../src/read/table/text/encoding.ts'
import { bytesOf, readList } from './support/list.ts'

type EightBit = (typeof EIGHT_BIT)[number]

const decode = (bytes: Uint8Array, encoding: EightBit) =>
  encoding === 'cp850' ? decodeCp850(bytes) : new TextDecoder(encoding).decode(bytes)
const HIGH = Uint8Array.from({ length: 128 }, (_, i) => i + 128)
const TABLES = Object.fromEntries(EIGHT_BIT.map((encoding) => [encoding, [...decode(HIGH, encoding)]])) as Record<EightBit, string[]>

/** `undefined` where the encoding does not have one of the signs. */
function encode(text: string, encoding: EightBit): Buffer | undefined {
  const bytes = [...text].map((sign) => (sign < '\x80' ? sign.charCodeAt(0) : TABLES[encoding].indexOf(sign) + 128))
  return bytes.includes(127) ? undefined : Buffer.from(bytes)
}

/** A list that says it, and whether that is read as it was written, in whichever encoding. */
function isRead(texts: readonly string[], encoding: EightBit): boolean | undefined {
  const list = ['Produkt;Firma;Betrag', ...texts.map((text) => `Suite;${text};1,00`), ''].join('\r\n')
  const bytes = encode(list, encoding)
  return bytes && decode(bytes, encodingOf(bytesOf(bytes)) as EightBit) === list
}

const AMOUNTS = ['60.000,00 €', '1.000.000,00€', '€ 1.200', 'Betrag (€)', 'Betrag in T€', '18 T€', '15 k€', '3.500 €/mtl.', '(1.200,00 €)', '50 £', '60\u00a0000', '1\u00a0000 €', '±5', '5 ‰'] // prettier-ignore
const SIGNS = ['Oracle Datenbank – Support', '2024–2026', 'Berlin–Bonn', '„Abruf“', '“Abruf”', '‚Abruf‘', '«Abruf»', '« Conseil »', 'O’Neill', 'L’Oréal', 'Betrag…', '…', '§ 12', '(§12)', 'gem. §§ 3', '600 m²', '4 m³', '½ Stelle', '1½ h', '20 °C', 'VMware™ x', 'SAP® AG', '© 2024', '• Punkt', '3 × 5', 'A · B', 'Firma\u00a0AG', 'Weiterbil\u00addung'] // prettier-ignore
const GERMAN = ['Müller', 'Größe', 'Straße', 'Fußball', 'Käufer', 'Söhne', 'März', 'Öffentlich', 'Ärzte', 'Übung', 'Öl', 'über', 'ähnlich', 'öffentlich', 'STÄDTISCHE', 'GRÖSSE', 'MÜLLER', 'STRAßE', 'süß', 'Menü', 'jährlich'] // prettier-ignore
const FRENCH = ['Élysée', 'été', 'École', 'à la carte', 'Société Générale', 'SOCIÉTÉ', 'CAFÉ', 'café', 'garçon', 'FRANÇAIS', 'hôtel', 'Côte', 'naïve', 'œuvre', 'cœur', 'ŒUVRE', 'où', 'forêt', 'système', 'Noël'] // prettier-ignore
const NAMES = ['Kraków', 'Wójcik', 'Józef', 'Sánchez', 'García', 'Juárez', 'España', 'Muñoz', 'Škoda', 'Dušan', 'Miloš', 'Žižek', 'Tomáš', 'Søren', 'Ålesund', 'Håkan', 'Malmö', 'São Paulo'] // prettier-ignore

describe('an ordinary export of Excel, windows-1252', () => {
  it.each([...AMOUNTS, ...SIGNS, ...GERMAN, ...FRENCH, ...NAMES])('with nothing else than %s', (text) => {
    expect(isRead([text], 'windows-1252')).toBe(true)
  })

  it.each([
    ['€ and –', ['60.000,00 €', 'Datenbank – Support']],
    ['€ and ß', ['60.000,00 €', 'Straße']],
    ['many € and an ä', [...Array.from({ length: 500 }, () => '60.000,00 €'), 'jährlich 3.000 €']],
    ['one name in many rows', [...Array.from({ length: 500 }, () => 'Škoda'), 'Büro']],
  ])('%s', (_, texts) => expect(isRead(texts, 'windows-1252')).toBe(true))

  it('its amounts count', () => {
    const { items, encoding } = readList(encode('Produkt;Firma;Betrag\r\nSuite;A;60.000,00 €\r\nServer;B;1.500,00 €\r\n', 'windows-1252')!)
    expect([encoding, items.map(({ amount }) => amount?.value)]).toEqual(['windows-1252', ['60000.00', '1500.00']])
  })
})

describe('the rarer encodings, where several words show them', () => {
  it.each(['macintosh', 'cp850', 'iso-8859-15'] as const)('%s', (encoding) => {
    const has = (text: string) => encode(text, encoding) !== undefined
    for (const texts of [GERMAN, [...GERMAN.slice(0, 3), ...AMOUNTS], [...GERMAN.slice(0, 6), ...SIGNS], [...GERMAN.slice(0, 3), ...NAMES.slice(0, 8)]])
      expect(isRead(texts.filter(has), encoding), texts.join(' ')).toBe(true)
    // é, è and ê of code page 850 are Ç, ä and à of a Mac's
    expect(isRead(FRENCH.filter(has).filter((text) => !/[œŒ]/.test(text)), encoding)).toBe(true)
  }) // prettier-ignore

  it.each([
    ['macintosh', 'Müller'], ['macintosh', 'Straße'], ['macintosh', 'STÄDTISCHE'], ['macintosh', 'société'], ['macintosh', 'Commissioner’s Office'], ['macintosh', '„Öffentlich“ – 5 €'],
    ['cp850', 'Müller'], ['cp850', 'Straße'], ['cp850', 'Größe'], ['cp850', 'Käufer'], ['cp850', 'société'],
    ['iso-8859-15', '5 €'], ['iso-8859-15', 'Müller'], ['iso-8859-15', 'Straße 5 €'],
  ] as const)('%s by %s alone', (encoding, text) => expect(isRead([text], encoding)).toBe(true)) // prettier-ignore
})

describe('a text that was encoded as UTF-8 twice', () => {
  const LIST = 'Vertrag;Lieferant;Jährliche Kosten;Kündigungsfrist\nBürokommunikation;Müller & Söhne;120.000,50 €;3 Monate\nMaßnahmenplan – Straße;Acme;80.000,50 €;6 Monate\nNetz;Beta;5,50 €;1 Monat\n' // prettier-ignore
  const twice = (text: string) => [...Buffer.from(text)].map((byte) => new TextDecoder('windows-1252').decode(Uint8Array.of(byte))).join('')

  it('is read as it was meant, and named', () => {
    const [once, again] = [readList(LIST), readList(twice(LIST))]
    expect(again.items).toEqual(once.items)
    expect(again.notes.filter(({ code }) => code === 'W-ENCODED-TWICE')).toMatchObject([
      { params: { n: 4, lines: '1, 2, 3, 4' }, at: 'line 1' },
    ])
  })

  it('also where only some of its cells are', () => {
    const { items, notes } = readList(LIST.replace('Müller & Söhne', twice('Müller & Söhne')))
    expect(items[0]).toMatchObject({ name: 'Bürokommunikation', said: { supplier: 'Müller & Söhne' } })
    expect(notes.filter(({ code }) => code === 'W-ENCODED-TWICE')).toHaveLength(1)
  })

  it('but signs that are meant stay as they are', () => {
    const { items, notes } = readList('Vertrag;Lieferant;Kosten EUR\nÃ¼ und ü;Âme & Cie;1,50\nNÃO;Ângela;2,50\n')
    expect(items.map(({ name, said }) => [name, said.supplier])).toEqual([['Ã¼ und ü', 'Âme & Cie'], ['NÃO', 'Ângela']]) // prettier-ignore
    expect(notes.map(({ code }) => code)).not.toContain('W-ENCODED-TWICE')
  })
})
