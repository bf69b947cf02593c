import { describe, expect, it } from 'vitest'
import { append, replaceAll } from '../src/model/many.ts'
import { layoutOf } from '../src/read/table/columns/layouts.ts'
import { join } from '../src/read/index.ts'
import { joined } from '../src/read/spdx2/expression.ts'
import { PortalRows } from '../src/read/table/rows/portal-rows.ts'
import { RowSorter } from '../src/read/table/rows/rows.ts'
import { readOf } from './support/read-bytes.ts'

// Nothing here measures time: where each of these were held against all before it, a test would take minutes.
const MANY = 150_000
const upTo = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))

describe('more than the stack holds', () => {
  it('rows of which many are totals', () => {
    const sorter = new RowSorter(['Firma', 'Betrag'], [0, 1], { names: new Set([0]), things: new Set(), amounts: new Set([1]) })
    for (const line of upTo(MANY * 2, (index) => index + 1)) sorter.rows.push({ line, cells: [], filled: 0, says: 0, dates: 0 })
    sorter.setTotalsAside(({ line }) => line % 2 === 0)
    expect([sorter.rows.length, sorter.breaks.length, sorter.aside.totals]).toEqual([MANY, MANY, MANY])
  })

  it('rows of a portal that say one line each, and rows that name one winner after the other', () => {
    const headings = ['uid', 'acheteur_id', 'titulaire_id', 'titulaire_nom', 'dureeMois', 'donneesActuelles']
    const portal = new PortalRows(layoutOf(headings)!, headings)
    const row = (line: number, uid: string) => ({ line, cells: [uid, `Firma ${line}`], filled: 2, says: 2, dates: 0 })
    const rows = [...upTo(MANY, (line) => row(line, `${line}`)), ...upTo(20_000, (line) => row(line, 'x'))]
    portal.join(rows, 1)
    expect([rows.length, portal.winners.count]).toEqual([MANY + 1, 19_999])
    expect(rows.at(-1)!.cells[1]).toMatch(/^Firma 0; Firma 1; .*; Firma 19999$/)
  })

  it('is put into a list, and instead of what is in it', () => {
    const list = [0]
    append(list, upTo(MANY, Number))
    expect(list).toHaveLength(MANY + 1)
    replaceAll(list, [1, 2])
    expect(list).toEqual([1, 2])
    replaceAll(list, upTo(MANY, Number))
    expect(list).toHaveLength(MANY)
  })
})

const bom = (components: readonly object[]) => join(readOf(JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components })))
const one = (version: number | string, said: object = {}) => ({ type: 'library', name: 'a', purl: `pkg:npm/a@${version}`, ...said })

describe('one component, stated many times', () => {
  it('with another licence and link each time', () => {
    const { items } = bom(
      upTo(20_000, (i) =>
        one(1, { licenses: [{ license: { name: `L${i}` } }], externalReferences: [{ type: 'website', url: `https://x.example/${i}` }] }),
      ),
    )
    expect(items.map(({ said, seenAt }) => [said.licences?.length, said.links?.length, seenAt.length])).toEqual([[20_000, 20_000, 20_000]])
    expect(items[0]!.also!.get('links')!.get('https://x.example/9')!.at).toBe('/components/9')
  })

  it('in another version each time, and twice each', () => {
    const { items } = bom([...upTo(20_000, (i) => one(i)), ...upTo(20_000, (i) => one(i))])
    expect(items).toHaveLength(20_000)
    expect(items.every(({ seenAt }) => seenAt.length === 2)).toBe(true)
  })
})

const csv = (lines: readonly string[]) => ['Vertragsnummer;Lieferant;Produkt;Auftragswert;Laufzeitende', ...lines].join('\n')

describe('one contract', () => {
  it('with many lines in two lists, and with few in many of them', () => {
    const long = csv(upTo(4000, (i) => `V1;Alpha ${i};Gemeinsam ${i};${100 + i};31.12.2035`))
    const other = csv(upTo(4000, (i) => `V1;Beta ${i};Gemeinsam ${i};${200 + i};31.12.2030`))
    const short = upTo(300, (i) => csv([`V1;Zeta;Omega;7;31.12.2030`, `V2${i};Zeta;Omega;7;31.12.2030`]))
    const { items } = join([long, other, ...short].flatMap((list) => readOf(list)))
    expect(items[0]!.seenAt).toHaveLength(4001)
  })
})

it('a package that an SPDX document describes is listed again and again', () => {
  const referenceLocator = 'pkg:npm/a@1'
  const packages = upTo(20_000, (i) => ({
    SPDXID: `SPDXRef-${i}`, name: 'a', versionInfo: '1', externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator }],
  })) // prettier-ignore
  const read = readOf(JSON.stringify({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', documentDescribes: ['SPDXRef-0'], packages }))
  expect(read[0]!.reading.items.every(({ relation }) => relation === 'root')).toBe(true)
})

it('a set of licences that would be longer than a text can be is not written out', () => {
  expect(
    joined(
      upTo(8000, () => 'MIT AND '.repeat(12_000)),
      'OR',
    ),
  ).toBe('NOASSERTION')
  expect(joined(['A OR B', 'C'], 'AND')).toBe('(A OR B) AND C')
})
