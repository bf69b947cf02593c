import { describe, expect, it } from 'vitest'
import { NameIndex, nameMap } from '../src/identify/names/name-index.ts'
import { bareName } from '../src/identify/names/comparable.ts'
import { cleanParty } from '../src/identify/names/party.ts'
import type { Organisation } from '../src/model/register.ts'
import { concluded, type Labelled } from './support/vendors.ts'

const organisation = (id: string, names: readonly string[], exactNames: readonly string[] = []) =>
  ({ id, names, exactNames, notNames: [] }) as unknown as Organisation
const index = new NameIndex(
  nameMap([
    organisation('gordic', ['Gordic']),
    organisation('tilde', [], ['Tilde']),
    organisation('reiner', ['Reiner SCT']),
    organisation('azure', ['Azure']),
  ]),
)

function supplied(manufacturer: string): Labelled {
  const item = { id: 'x', ref: 'x', source: 0, kind: 'software' as const, name: 'Programm', relation: 'unknown' as const, counted: true }
  return { room: 'party', item: { ...item, said: { manufacturer }, seenAt: [{ source: 0, at: '/0' }] }, is: 'adobe' }
}

describe('a seat or branch behind a legal form', () => {
  it.each([
    ['Adobe Inc., San Jose', 'Adobe Inc.'],
    ['Adobe Inc, San Jose', 'Adobe Inc'],
    ['Gordic LLC, Dover', 'Gordic LLC'],
    ['Gordic Corporation, Dover', 'Gordic Corporation'],
    ['Gordic Corp. - Public Sector', 'Gordic Corp.'],
    ['Drägerwerk AG & Co. KGaA, Lübeck', 'Drägerwerk AG & Co. KGaA'],
    ['Gordic UG, Bonn', 'Gordic UG'],
    ['Gordic GbR – Büro Nord', 'Gordic GbR'],
    ['Gordic e.K., Bonn', 'Gordic e.K.'],
    ['Bechtle GmbH, Bonn', 'Bechtle GmbH'],
    ['Corpus, Bonn', 'Corpus, Bonn'],
  ])('%s is %s', (raw, name) => expect(cleanParty(raw).name).toBe(name))

  it('does not make the maker less sure', () => {
    const sureness = (supplier: string) => concluded([supplied(supplier)])[0]!.maker?.confidence
    expect(sureness('Adobe Inc.')).toBeGreaterThan(0.7)
    expect(sureness('Adobe Inc., San Jose')).toBe(sureness('Adobe Inc.'))
  })
})

describe('the name of a party', () => {
  it('is the same with a legal form whose letters stand apart', () => {
    for (const name of [
      'GORDIC spol. s r. o.',
      'Gordic, spol. s r.o.',
      'Gordic a. s.',
      'Gordic A/S',
      'Gordic S. p. A.',
      'Gordic B. V.',
      'Gordic, Lda',
    ])
      expect(index.find(name)?.id, name).toBe('gordic')
    expect(bareName('SAS Institute')).toBe('sas institute')
    expect(bareName('A. S.')).toBe('a s')
  })

  it('is the same with a legal form in front, as in the Baltic states', () => {
    expect(index.find('SIA Tilde')?.id).toBe('tilde')
    expect(index.find('UAB „Gordic“')?.id).toBe('gordic')
    expect(index.find('SIA Gordic Partners')).toBeUndefined()
  })

  it('is nobody where one letter stands as a tick', () => {
    const one = new NameIndex(nameMap([organisation('xai', ['X Corp'])]))
    expect(one.find('X Corp.')?.id).toBe('xai')
    for (const tick of ['x', 'X', 'x.']) expect(one.find(tick), tick).toBeUndefined()
  })

  it('is the same written together, but only as a whole', () => {
    expect(index.find('ReinerSCT')?.id).toBe('reiner')
    expect(index.find('AzureCommunity')).toBeUndefined()
  })

  it('goes on with a line of business in a daughter, which needs a legal form', () => {
    expect(index.find('Gordic Energy GmbH')).toEqual({ id: 'gordic', exact: false, daughter: true })
    expect(index.find('Gordic Deutschland GmbH')).toEqual({ id: 'gordic', exact: false })
    expect(index.find('Gordic Energy')).toBeUndefined()
    expect(index.find('Tilde Energy Ltd')).toBeUndefined()
  })

  it('is the same with a town or a house behind its legal form', () => {
    for (const name of ['Gordic GmbH Puchheim', 'Gordic AG & Co. KGaA Lübeck', 'Gordic Inc. San Jose', 'Gordic UG Standort Nord'])
      expect(index.find(name), name).toEqual({ id: 'gordic', exact: false })
    expect(index.find('Gordic GmbH und andere')).toBeUndefined()
  })

  it('is the same with a brand aside, or as a branch', () => {
    for (const name of ['Gordic SLU (Minsait)', 'GORDIC EUROPE GMBH succursale France', 'Gordic AG Niederlassung Wien'])
      expect(index.find(name)?.id, name).toBe('gordic')
  })
})
