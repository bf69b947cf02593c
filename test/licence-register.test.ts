import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { key, urlKey } from '../src/identify/licence/normalise.ts'
import { parseExpression } from '../src/identify/licence/expression.ts'
import { format } from '../src/identify/licence/tree.ts'
import { readRules } from '../src/knowledge/compile.ts'
import { licenceRegister, type LicenceSource } from '../src/knowledge/licences.ts'
import { Problem } from '../src/model/problem.ts'
import type { LicenceAlias } from '../src/model/register.ts'
import { read, reader, register } from './support/licences.ts'

const require = createRequire(import.meta.url)
const spdx: readonly string[] = [...require('spdx-license-ids/index.json'), ...require('spdx-license-ids/deprecated.json')]
const entries = new Map(register.licences.map((entry) => [entry.id, entry]))
const exceptions = new Set([...register.exceptions, ...(register.linkingExceptions ?? [])])

/** The expression with deprecated identifiers replaced, so that two ways to say the same compare equal. */
const meaning = (is: string) => {
  const node = parseExpression(is, reader.lookup.exact)
  return node === undefined ? `not an expression: ${is}` : format(node)
}

describe('the licence register', () => {
  it('judges every licence and exception of the SPDX list', () => {
    expect(spdx.length).toBe(734)
    expect(spdx.filter((id) => !entries.has(id))).toEqual([])
    const known: readonly string[] = require('spdx-exceptions')
    expect(known.filter((id) => !exceptions.has(id))).toEqual([])
  })

  it('calls what the OSI approves or the FSF finds free open, and nothing that limits purpose, trade or change', () => {
    expect(register.licences.filter((entry) => (entry.osi || entry.fsf) && entry.openness !== 'open').map(({ id }) => id)).toEqual([])
    const limiting =
      /^CC-BY-N|PolyForm|BUSL|SSPL|^Elastic|^FSL|Hippocratic|NonCommercial|Noncommercial|No-Military|No-Nuclear-License|^JSON$|Commons-Clause|Aladdin|^PPL$/
    const limited = register.licences.filter(({ id }) => limiting.test(id))
    expect(limited.length).toBeGreaterThan(40)
    expect(limited.filter(({ openness }) => openness !== 'restricted').map(({ id }) => id)).toEqual([])
  })

  it('pairs family and openness without contradiction', () => {
    const fits: Record<string, readonly string[]> = {
      'public-domain': ['open'], permissive: ['open'], 'weak-copyleft': ['open'], 'strong-copyleft': ['open'], 'network-copyleft': ['open'],
      restricted: ['restricted'], proprietary: ['proprietary'], none: ['proprietary'], unknown: ['unknown', 'open'], 'not-applicable': ['not-applicable', 'unknown'],
    } // prettier-ignore
    expect(register.licences.filter(({ family, openness }) => !fits[family]!.includes(openness)).map(({ id }) => id)).toEqual([])
  })

  it('has only readable expressions', () => {
    const all = [...register.aliases, ...register.urls, ...register.vetoWords, ...register.texts].filter(
      ({ is }) => is !== '*' && !exceptions.has(is),
    )
    expect([...new Set(all.map(({ is }) => meaning(is)))].filter((text) => text.startsWith('not an expression'))).toEqual([])
  })

  it('gives one key one meaning', () => {
    const clashes: string[] = []
    const compare = (pairs: readonly (readonly [string, string])[], what: string) => {
      const seen = new Map<string, string>()
      for (const [spelling, is] of pairs) {
        const before = seen.get(spelling)
        if (before !== undefined && before !== is) clashes.push(`${what} ${spelling}: ${before} / ${is}`)
        seen.set(spelling, is)
      }
    }
    const plain = register.aliases.filter(({ is, written }) => !exceptions.has(is) && !written.endsWith('*'))
    compare(
      register.licences.flatMap(
        ({ id, name }) =>
          [
            [key(id), meaning(id)],
            [key(name), meaning(id)],
          ] as const,
      ),
      'name',
    )
    compare(
      plain.map(({ written, is }) => [key(written), meaning(is)]),
      'alias',
    )
    compare(
      register.urls.filter(({ is }) => is !== '*').map(({ written, is }) => [urlKey(written), meaning(is)]),
      'url',
    )
    expect(clashes).toEqual([])
  })

  it('has no alias that is empty, a bare number or one letter once spelling is put aside', () => {
    const bare = register.aliases
      .map(({ written }) => key(written.replace(/\*$/, '')))
      .filter((spelling) => spelling.length < 2 || /^[\d.+-]+$/.test(spelling))
    expect(bare).toEqual([])
  })

  it('never lets the beginning of a text alone make it open', () => {
    const beginnings = register.aliases.filter(({ written }) => written.endsWith('*'))
    expect(beginnings.length).toBeGreaterThan(10)
    expect(
      beginnings.filter(({ written }) => read(`${written.slice(0, -1)} whatever`).openness === 'open').map(({ written }) => written),
    ).toEqual([])
  })

  it('reads every one of its own spellings as what it says', () => {
    const wrong = (part: readonly LicenceAlias[]) =>
      part
        .filter(
          ({ is, written }) => is !== '*' && !exceptions.has(is) && !written.endsWith('*') && read(written).expression !== meaning(is),
        )
        .map(({ written }) => `${written}: ${read(written).expression}`)
    expect(wrong(register.aliases)).toEqual([])
    expect(wrong(register.urls)).toEqual([])
  })

  it('writes no identifier of the list for another licence, unless it is deprecated', () => {
    const deprecated = new Set(require('spdx-license-ids/deprecated.json') as readonly string[])
    const ids = new Set(register.licences.map(({ id }) => id).filter((id) => !deprecated.has(id)))
    const exceptions = new Set([...register.exceptions, ...(register.linkingExceptions ?? [])])
    expect(register.aliases.filter(({ written, is }) => ids.has(written) && !exceptions.has(is))).toEqual([])
    expect(read('C-UDA-1.0 OR LicenseRef-x').expression).toMatch(/^C-UDA-1\.0 OR /)
    expect(read('FSL-1.0-MIT').expression).toBe('FSL-1.1-MIT')
  })

  it('names the file and line of a fault', () => {
    const source = (data: Partial<LicenceSource['data']>): LicenceSource => ({
      file: 'rules/licences/mine.yaml',
      data: { source: { what: 'test', date: '2026-11-23', seen: 'primary' }, ...data },
      line: (path) => 10 + Number(path[1]),
    })
    const licence = { id: 'LicenseRef-mine', family: 'proprietary', openness: 'proprietary' } as const
    const fault = (make: () => unknown) => {
      try {
        make()
      } catch (error) {
        return error instanceof Problem ? [error.id, error.params['id'], error.place.file, error.place.line] : error
      }
      return 'no fault'
    }
    expect(fault(() => licenceRegister([source({ licences: [licence, licence] })]))).toEqual([
      'E2104',
      'LicenseRef-mine',
      'rules/licences/mine.yaml',
      11,
    ])
    expect(fault(() => licenceRegister([source({ aliases: [{ is: 'LicenseRef-nowhere', written: ['x'] }] })]))).toEqual([
      'E2105',
      'LicenseRef-nowhere',
      'rules/licences/mine.yaml',
      10,
    ])
    expect(
      fault(() =>
        licenceRegister([
          source({
            licences: [licence, { ...licence, id: 'MIT' }],
            aliases: [
              { is: 'MIT', written: ['x'] },
              { is: 'LicenseRef-mine', written: ['x'] },
            ],
          }),
        ]),
      ),
    ).toEqual(['E2104', 'x', 'rules/licences/mine.yaml', 11])
    const listed = { licences: [licence, { ...licence, id: 'C-UDA-1.0' }] }
    const faulty = (written: readonly string[]) => fault(() => licenceRegister([source({ ...listed, aliases: [{ is: 'LicenseRef-mine', written: [...written] }] })])) // prettier-ignore
    expect(faulty(['C-UDA', 'C-UDA-1.0'])).toEqual(['E2104', 'C-UDA-1.0', 'rules/licences/mine.yaml', 10])
    expect(faulty(['HashiCorp BSL', 'HashiCorp BSL'])).toEqual(['E2104', 'HashiCorp BSL', 'rules/licences/mine.yaml', 10])
    expect(licenceRegister([source({ aliases: [{ is: 'MIT OR LicenseRef-proprietary', written: ['x'] }] })], register).aliases).toEqual([
      { written: 'x', is: 'MIT OR LicenseRef-proprietary', file: 'rules/licences/mine.yaml' },
    ])
  })

  it('refuses unknown keys', () => {
    const text = 'source: { what: x, date: "2026-11-23", seen: primary }\nalias: []\n'
    expect(() => readRules([{ path: 'licences/x.yaml', text }])).toThrow(expect.objectContaining({ id: 'E2102' }))
  })
})
