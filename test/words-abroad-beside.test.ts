import { describe, expect, it } from 'vitest'
import { wordsOf } from '../src/identify/names/comparable.ts'
import * as accessories from '../src/identify/words/abroad/accessories.ts'
import * as devices from '../src/identify/words/abroad/devices.ts'
import * as goods from '../src/identify/words/abroad/goods.ts'
import { formsIn, formsOf, LANGUAGES, wholeOf, type Abroad, type SomeAbroad } from '../src/identify/words/abroad/languages.ts'
import * as occasions from '../src/identify/words/abroad/occasions.ts'
import * as replaced from '../src/identify/words/abroad/replaced.ts'
import * as rights from '../src/identify/words/abroad/care.ts'
import * as small from '../src/identify/words/abroad/small.ts'
import * as suited from '../src/identify/words/abroad/suited.ts'
import * as technology from '../src/identify/words/abroad/technology.ts'
import * as works from '../src/identify/words/abroad/building.ts'
import { wordList } from '../src/identify/words/word-list.ts'
import * as beside from './support/titles-abroad/beside.ts'
import * as otherGoods from './support/titles-abroad/goods.ts'
import * as meant from './support/titles-abroad/meant.ts'
import { concluded, labelledLines } from './support/vendors.ts'

const [line] = labelledLines()

function ofLine(name: string, supplier?: string) {
  const said = supplier === undefined ? {} : { supplier }
  return concluded([{ ...line!, item: { ...line!.item, id: name, ref: name, name, said } }])[0]!
}

const rowsOf = (titles: Abroad) => LANGUAGES.map((language) => [language, titles[language]] as const)

describe.each(LANGUAGES)('a name in a title, %s', (language) => {
  it('is not what is bought where it is replaced, and what comes in its place is', () => {
    const { maker } = ofLine(beside.REPLACED[language])
    expect([maker?.id, maker?.confidence]).toEqual(['proxmox', 0.9])
  })

  const { REPLACED: _, ...nobodys } = beside
  it.each(Object.entries({ ...nobodys, ...otherGoods }).map(([role, titles]) => [role, titles[language]] as const))(
    'means nobody: %s, %s',
    (_role, title) => expect(ofLine(title).maker?.id).toBeUndefined(),
  )

  it.each([
    ['microsoft', meant.LICENCE_FOR[language]],
    ['microsoft', meant.RENEWED[language]],
    ['oracle', meant.TECHNOLOGY[language]],
    ['lenovo', meant.DEVICE[language]],
  ])('means %s: %s', (id, title) => {
    const { maker } = ofLine(title)
    expect(maker?.id).toBe(id)
    expect(maker!.confidence).toBeGreaterThan(0.5)
  })
})

describe('lines as they were written', () => {
  it.each<[string, string | undefined, string?]>([
    ['Surface Pro 11 kaitseümbrised UAG Metropolis, 70 tk', undefined],
    ['Доставка на съвместими тонер касети за Brother HL-L5100DN', undefined],
    ['Náhrada VMware: subskripce Proxmox VE Standard 12 CPU', 'proxmox', 'Autocont a.s.'],
    ['Înlocuire Citrix cu Parallels RAS – 400 utilizatori', 'kkr'],
    ['Inlocuire Citrix cu Parallels RAS – 400 utilizatori', 'kkr'],
    ['Parallels RAS 280 conc. User 3J - Migration weg v. Citrix', 'kkr'],
    ['Dienstreis Aruba, delegatie, hotel + vlucht', undefined],
    ['Supply & plant juniper, yew and box shrubs, A6 verge', undefined],
    ['Μαθητική θεατρική παράσταση «Ιλιάδα» (Iliad)', undefined],
    ['Papier xero A4 80 g/m2, 1200 ryz; koperty', undefined],
    ['NORTON Diamant-Trennscheiben 230 mm, Lager Bauhof', undefined],
    ['Náhrada za Cisco ASA: Fortinet FortiGate', 'fortinet'],
  ])('%s: %s', (title, controller, supplier) => expect(ofLine(title, supplier).controller?.id).toBe(controller))
})

describe('what looks like such a word and is none', () => {
  it.each<[string, string]>([
    // „Surface Pro“ is no „for“, „Till“ a cash register, „PT“ days of work, „los“ a lot
    ['Microsoft Surface Pro Microsoft', 'microsoft'],
    ['Windows 11 Pro Microsoft, náhradní licence', 'microsoft'],
    ['RV Netzwerk aktive Komp., Los 1: Aruba CX6300M', 'aruba-networks'],
    ['iPad 11, Hülle, Stift', 'apple'],
    ['SQL Server, 2 Kerne, Wartung', 'microsoft'],
    ['Opgradering til Microsoft 365', 'microsoft'],
    ['Wymiana na Lenovo ThinkPad L14', 'lenovo'],
    ['Original-Toner für Brother HL-L5100DN', 'brother'],
    ['Оригинални тонер касети за Brother HL-L5100DN', 'brother'],
  ])('%s: %s', (title, id) => expect(ofLine(title).maker?.id).toBe(id))

  it('is no name of a model', () => {
    expect(ofLine('iPad Air 13 M2 hoes').maker?.id).not.toBe('apple')
    expect(ofLine('iPad 11 Schutzhülle').maker?.id).not.toBe('apple')
  })
})

describe('the lists', () => {
  const modules = { accessories, devices, goods, occasions, replaced, rights, suited, technology, works }
  const lists = Object.values(modules).flatMap((module) => Object.entries<SomeAbroad>(module))

  it('hold single words as titles are taken apart, each once', () => {
    for (const [name, list] of [...lists, ...Object.entries<SomeAbroad>(small)])
      for (const [language, words] of Object.entries(list)) {
        const entries = words.split(' ')
        expect(new Set(entries).size, `${name} ${language}`).toBe(entries.length)
        for (const entry of entries) {
          const word = entry.replaceAll('-', '')
          expect(wordsOf(word), `${name} ${language} ${entry}`).toEqual([word])
        }
      }
  })

  it('have stems that are no beginning of every other word', () => {
    for (const [name, list] of lists)
      for (const [language, words] of Object.entries(list))
        for (const entry of words.split(' ').filter((one) => one.includes('-')))
          expect(entry.replaceAll('-', '').length, `${name} ${language} ${entry}`).toBeGreaterThanOrEqual(3)
  })

  it('are read as they are written, with and without marks, in both scripts', () => {
    const list: SomeAbroad = { ro: 'înlocuire husă', sr: 'zamena futrol-', el: 'θήκη', et: '-ümbris', hu: '-licenc-' }
    const is = wordList(formsOf(list))
    const found = ['înlocuire', 'inlocuire', 'husă', 'замена', 'футроле', 'θηκη', 'kaitseümbris', 'szoftverlicencek'].filter(is)
    expect(found).toHaveLength(8)
    expect(['husa', 'ümbrised', 'заменa'].filter(is)).toEqual([])
    expect(wordList(formsIn(['ro'], list))('замена')).toBe(false)
    expect([...wholeOf({ ro: 'fără după', sr: 'sa' })]).toEqual(['fără', 'după', 'sa', 'са'])
  })

  it('have every language', () => {
    expect(rowsOf(beside.REPLACED)).toHaveLength(24)
    expect(LANGUAGES).toHaveLength(24)
  })
})
