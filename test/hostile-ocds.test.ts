import { describe, expect, it } from 'vitest'
import { readInput } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

const read = (release: object) =>
  readInput({ ...bytesOf(JSON.stringify({ ocid: 'o', id: '1', ...release }), 'notice'), sha256: () => '' }, { limits: LIMITS }).reading

const MANY = Array.from({ length: 40_000 }, (_, i) => String(i))

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
})
