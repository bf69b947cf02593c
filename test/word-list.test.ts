import { expect, it } from 'vitest'
import { wordList, wordListOfLanguages } from '../src/identify/words/word-list.ts'

it('a word is one of a list by what it is, begins with, ends in or holds, unless it holds an exception', () => {
  const is = wordList({ are: 'it', begin: 'web', end: 'verfahren', hold: 'server', except: 'serverraum' })
  const words = ['it', 'item', 'website', 'fernweb', 'fachverfahren', 'verfahrenspfleger', 'dateiserver', 'serverraum', 'serverräume']
  expect(words.filter(is)).toEqual(['it', 'website', 'fachverfahren', 'dateiserver', 'serverräume'])
})

it('a list of nothing has no word', () => {
  for (const list of [wordList({}), wordList({ hold: '' }), wordList({ are: ' ', end: '\n' })]) expect(['', 'it'].some(list)).toBe(false)
})

it('lists of languages are one, in which marks make no difference', () => {
  const is = wordListOfLanguages({ czech: { begin: 'služb' }, greek: { are: 'φωνής' }, spanish: { begin: 'telefon', except: 'telefoná' } })
  expect(['služby', 'sluzby', 'φωνησ', 'φωνης', 'telefonía', 'telefonazo', 'sluz'].map(is)).toEqual([
    true,
    true,
    false,
    true,
    true,
    false,
    false,
  ])
})
