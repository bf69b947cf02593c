import { describe, expect, it } from 'vitest'
import { readInput } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

const read = (release: object) =>
  readInput({ ...bytesOf(JSON.stringify({ ocid: 'o', id: '1', ...release }), 'notice'), sha256: () => '' }, { limits: LIMITS }).reading

const MANY = Array.from({ length: 40_000 }, (_, i) => String(i))

const SOFTWARE = { scheme: 'CPV', id: '48000000' }
const SUPPLIERS = [{ name: 'Firma' }]

describe('a release of 40,000 awards is gone through once', () => {
  it('with a contract and a party for each, won by the last parties', () => {
    const suppliers = MANY.slice(-20).map((id) => ({ id: `p${id}` }))
    const { items } = read({
      tag: ['award'],
      tender: { title: 'Lizenzen' },
      parties: MANY.map((id) => ({ id: `p${id}`, name: `Firma ${id}` })),
      awards: MANY.map((id) => ({ id: `a${id}`, suppliers })),
      contracts: MANY.map((id) => ({ id: `c${id}`, awardID: `a${id}`, value: { amount: 100.5, currency: 'EUR' } })),
    })
    expect(items).toHaveLength(MANY.length)
    expect(items.at(-1)).toMatchObject({
      said: { supplier: expect.stringMatching(/^Firma 39980; .*; Firma 39999$/) },
      amount: { value: '100.50' },
    })
  })

  it('with contracts that find their award by its lot alone', () => {
    const { items, notes } = read({
      tag: ['award'],
      tender: { title: 'Lizenzen' },
      awards: MANY.map((id) => ({ id: `a${id}`, relatedLots: [id], suppliers: [{ name: `Firma ${id}` }] })),
      contracts: MANY.map((id) => ({ id: `c${id}`, awardID: 'x', relatedLots: [id], value: { amount: 100.5, currency: 'EUR' } })),
    })
    expect(items).toHaveLength(MANY.length)
    expect(items.every(({ amount }) => amount?.value === '100.50')).toBe(true)
    expect(notes.map(({ code }) => code)).toContain('W-CONTRACT-LINK')
  })
  it('with as many items of the tender, of no lot', () => {
    const { items } = read({
      tag: ['award'],
      tender: { title: 'Lizenzen', items: MANY.map(() => ({ classification: SOFTWARE })) },
      awards: MANY.map((id) => ({ id: `a${id}`, title: `Los ${id}`, suppliers: SUPPLIERS })),
    })
    expect(items).toHaveLength(MANY.length)
    expect(items.every(({ cpv }) => cpv?.join() === '48000000')).toBe(true)
  })

  it('with a lot, an item and a number of bids for each', () => {
    const { items } = read({
      tag: ['award'],
      tender: {
        title: 'Lizenzen',
        lots: MANY.map((id) => ({ id: `l${id}`, title: `Los ${id}` })),
        items: MANY.map((id) => ({ description: `Ware ${id}`, relatedLot: `l${id}`, classification: SOFTWARE })),
      },
      bids: { statistics: MANY.map((id) => ({ measure: 'bids', value: 3, relatedLot: `l${id}` })) },
      awards: MANY.map((id) => ({ id: `a${id}`, relatedLots: [`l${id}`], suppliers: SUPPLIERS })),
    })
    expect(items).toHaveLength(MANY.length)
    expect(items.at(-1)).toMatchObject({ name: 'Lizenzen: Los 39999', said: { description: 'Ware 39999', bids: 3 }, cpv: ['48000000'] })
  })

  it('with one award for all lots, which has an item for each and a contract for each', () => {
    const { items } = read({
      tag: ['award'],
      tender: { title: 'Lizenzen', lots: MANY.map((id) => ({ id, title: `Los ${id}` })) },
      awards: [
        { id: 'a', relatedLots: MANY, items: MANY.map((id) => ({ relatedLot: id, classification: SOFTWARE })), suppliers: SUPPLIERS },
      ],
      contracts: MANY.map((id) => ({ id: `c${id}`, awardID: 'a' })),
    })
    expect(items.map(({ name }) => name)).toEqual(MANY.map((id) => `Lizenzen: Los ${id}`))
    expect(items.at(-1)!.cpv).toEqual(['48000000'])
  })

  it('or in as many releases, which are merged', () => {
    const releases = MANY.map((id) => ({ ocid: 'o', id, date: '2024-01-01', awards: [{ id: `a${id}`, title: `Lizenzen ${id}`, suppliers: SUPPLIERS }] })) // prettier-ignore
    const last = { ocid: 'o', id: 'last', date: '2024-01-02', awards: [{ id: 'a7', title: 'Wartung' }] }
    const { items } = readInput(
      { ...bytesOf(JSON.stringify({ version: '1.1', releases: [last, ...releases] }), 'package'), sha256: () => '' },
      { limits: LIMITS },
    ).reading
    expect(items).toHaveLength(MANY.length)
    expect(items[7]).toMatchObject({ name: 'Wartung', said: { supplier: 'Firma' } })
  })
})
