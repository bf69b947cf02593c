import { describe, expect, it } from 'vitest'
import { NameIndex, nameMap } from '../src/identify/names/name-index.ts'
import { bareName } from '../src/identify/names/comparable.ts'
import type { Organisation } from '../src/model/register.ts'

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

  it('is the same with a brand aside, or as a branch', () => {
    for (const name of ['Gordic SLU (Minsait)', 'GORDIC EUROPE GMBH succursale France', 'Gordic AG Niederlassung Wien'])
      expect(index.find(name)?.id, name).toBe('gordic')
  })
})
