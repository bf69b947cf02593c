import { describe, expect, it } from 'vitest'
import { isBesides } from '../src/identify/besides.ts'
import { isCompanion } from '../src/identify/companion.ts'
import { isNamesake } from '../src/identify/other-goods.ts'
import { concluded, type Labelled } from './support/vendors.ts'

const PHRASES = [
  'Fa. Kone,',
  'Microsoft und',
  'Toner',
  'Toner Brother',
  'gegen durch',
  'Beratungs-,',
  'für Microsoft',
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
    for (const phrase of PHRASES) {
      const [dossier] = concluded([line(`${phrase} `.repeat(15_000))])
      expect(dossier!.maker?.evidence.length ?? 0).toBeLessThanOrEqual(4)
    }
  })
})
