import { describe, expect, it } from 'vitest'
import { concluded, type Labelled } from './support/vendors.ts'

/** As long as a string of an inventory may be. */
const LONG = 1_000_000
const repeated = (text: string) => text.repeat(LONG / text.length)

function component(more: object, said: object = {}): Labelled {
  const item = { id: 'x', ref: 'x', source: 0, kind: 'software' as const, name: 'x', relation: 'unknown' as const, counted: true, said }
  return { room: 'hostile', item: { ...item, seenAt: [{ source: 0, at: '/0' }], ...more }, is: 'unknown' }
}

const makerOf = (one: Labelled) => concluded([one])[0]!.maker?.id

describe('a link as long as a string may be is looked through in one pass, and names nobody', () => {
  it.each([
    ['a host of many labels', { links: [{ kind: 'website', url: `https://${repeated('a.')}de`, at: '' }] }],
    ['the host of a party', { partyUrls: [`https://${repeated('a.')}de`] }],
    ['many repositories in one', { links: [{ kind: 'vcs', url: `${repeated('/github.com/a/b')}\nx`, at: '' }] }],
  ])('%s', (_, said) => expect(makerOf(component({}, said))).toBeUndefined())

  it('a source package of many signs', () => {
    const purl = `pkg:deb/debian/x@1?upstream=${repeated('@')}%0Ax`
    const parsed = { type: 'deb', namespace: 'debian', name: 'x', version: '1' }
    expect(makerOf(component({ purl, parsed }))).toBeUndefined()
  })

  it('one of usual length still shows whose it is', () => {
    expect(makerOf(component({}, { links: [{ kind: 'vcs', url: 'https://github.com/microsoft/x', at: '' }] }))).toBe('microsoft')
    expect(makerOf(component({}, { links: [{ kind: 'website', url: 'https://www.microsoft.com/x', at: '' }] }))).toBe('microsoft')
  })
})
