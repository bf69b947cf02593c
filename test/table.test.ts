import { expect, it } from 'vitest'
import { scaleOf } from '../src/model/fact-notes.ts'
import { fullName } from '../src/model/full-name.ts'
import { procedureOf } from '../src/model/procedure.ts'
import { tableOf } from '../src/model/table.ts'
import { unmatched } from '../src/unmatched.ts'
import { auditOf, bom } from './support/gated.ts'

/** What every object of JavaScript knows. */
const INHERITED = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty']

it.each(INHERITED)('%s is no key of a table, no kind of package and no procedure', (word) => {
  expect(tableOf({ npm: 1 }).get(word)).toBeUndefined()
  const type = word.toLowerCase().replaceAll('_', 'x')
  for (const kind of [word, type]) {
    const purl = `pkg:${kind}/foo/bar`
    expect(fullName({ name: 'bar', purl, said: { group: 'foo' } })).toBe('bar')
    expect(unmatched(auditOf({ inputs: { 'a.json': bom({ name: 'bar', purl }) } }), () => false)).toHaveLength(1)
  }
  expect(procedureOf(word)).toBeUndefined()
})

it.each([
  ['tr03183-completeness', 'share'],
  ['largest-share', 'share'],
  ['per-year', 'eur'],
  ['name', undefined],
  ['constructor', undefined],
])('the numbers of the fact %s are told as what its note says: %s', (fact, scale) => {
  expect(scaleOf(fact)).toBe(scale)
})
