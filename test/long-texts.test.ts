import { describe, expect, it } from 'vitest'
import { asideOf } from '../src/identify/line/aside.ts'
import { isBesides } from '../src/identify/line/besides.ts'
import { MOST_LETTERS } from '../src/identify/line/bounded.ts'
import { isCompanion } from '../src/identify/line/companion.ts'
import { isNamesake } from '../src/identify/line/namesake.ts'
import { TextIndex } from '../src/identify/line/text-index.ts'
import { concluded, type Labelled } from './support/vendors.ts'

const PHRASES = [
  'Fa. Kone,',
  'Microsoft und',
  'Toner',
  'Toner Brother',
  'gegen durch',
  'Beratungs-,',
  'für Microsoft',
  'pro Microsoft',
  'original für',
  'Datenbank-',
  'Group',
]

/** How often the words of a text are read while every place in it is asked for. */
function reads(phrase: string, times: number): number {
  let count = 0
  const words = Array.from({ length: times }, () => phrase.toLowerCase().split(' ')).flat()
  const counted = new Proxy(words, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) count++
      return Reflect.get(target, key, receiver) as unknown
    },
  })
  for (let at = 0; at < words.length; at++) {
    isBesides(counted, at, 1, undefined)
    isCompanion(counted, { at, words: 1 }, false, false)
    isNamesake(counted, { at, words: 1 })
  }
  return count
}

function line(text: string): Labelled {
  const said = { supplier: text, description: text }
  const item = { id: 'x', ref: 'x', source: 0, kind: 'software' as const, name: text, relation: 'unknown' as const, counted: true, said }
  return { room: 'long', item: { ...item, seenAt: [{ source: 0, at: '/0' }], line: true }, is: '' }
}

describe('a text of many words', () => {
  it.each(PHRASES)('of „%s“ is read in proportion to its length', (phrase) => {
    expect(reads(phrase, 2000)).toBeLessThanOrEqual(2.2 * reads(phrase, 1000))
  })

  it('names everybody once, however often it names them', () => {
    const text = 'Microsoft und '.repeat(700)
    // the title is not that of the supplier, which would be what it names
    const one = line(text)
    const [dossier] = concluded([{ ...one, item: { ...one.item, said: { description: text } } }])
    expect(dossier!.maker!.evidence.length).toBeLessThanOrEqual(4)
  })
})

describe('the index of names', () => {
  // each of these once took minutes; here the time limit of a test would end it
  it.each([
    ['a word without end, and a hyphen', `${'a'.repeat(1_000_000)} -`],
    ['parentheses that are never closed', '('.repeat(1_000_000)],
    ['parentheses that are closed at the end', `${'('.repeat(1_000_000)}Ablösung X)`],
    ['blanks after the parentheses', `(a b)${' '.repeat(1_000_000)}x`],
  ])('goes through %s once', (_, text) => expect(new TextIndex(new Map(), '2026-11-23').find(text)).toEqual([]))

  it.each([
    ['Y Subscription (Ablösung X)', 'Ablösung X'],
    ['Y (2024) (1) (Ablösung X)  ', '2024) (1) (Ablösung X'],
    ['Y (A) (Ablösung X)', 'Ablösung X'],
    ['Y (X)', undefined],
    ['Y (12 3)', undefined],
    ['Y Ablösung X)', undefined],
    ['Y (Ablösung X', undefined],
    ['Y (Ablösung X) Z', undefined],
  ])('takes what closes „%s“ for words of their own', (text, aside) => expect(asideOf(text)).toBe(aside))
})

describe('a text longer than anybody writes', () => {
  it('is looked at no further than its first letters', () => {
    const behind = (letters: number) => concluded([{ ...line(''), item: { ...line('').item, name: `${'x '.repeat(letters / 2)}Microsoft 365`, said: {} } }])[0]!.maker?.id // prettier-ignore
    expect([behind(MOST_LETTERS - 100), behind(MOST_LETTERS)]).toEqual(['microsoft', undefined])
  })

  // each of these once took minutes; here the time limit of a test would end it
  it.each([
    '(',
    '-',
    'samochod',
    'lizenz',
    'einsatz',
    'Confluence 1 ',
    '(@',
    'herstellerunabhängige ',
    'Microsoft via x--',
    'Fa. Kone, ',
    'a-',
    'a.',
    ' nl a',
    '(Sage) ',
  ])('as „%s“ a million times', (piece) => {
    const text = piece.repeat(Math.ceil(1e6 / piece.length))
    const [dossier] = concluded([line(`Volvo ${text}x`)])
    expect(dossier!.said.description).toHaveLength(text.length + 7)
  })

  it.each(['driver 11 ', '11 ', 'firmware ', 'API for '])('as a component „Volvo driver %s“ a million times', (piece) => {
    const name = `Volvo driver ${piece.repeat(Math.ceil(1e6 / piece.length))}x`
    const { line: _, ...item } = line(name).item
    expect(concluded([{ ...line(name), item: { ...item, said: {} } }])).toHaveLength(1)
  })
})
