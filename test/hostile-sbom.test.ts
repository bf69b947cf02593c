import { describe, expect, it } from 'vitest'
import { readOf, refusalOf, within } from './support/read-bytes.ts'

const bom = (components: unknown, more: object = {}) => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', ...more, components })
const only = (content: string | Uint8Array) => readOf(content)[0]!.reading
const codes = (content: string) => only(content).notes.map(({ code }) => code)

describe('JSON', () => {
  it('__proto__ as own key on every level: nothing polluted, and no licence comes from it', () => {
    const { items } = only(
      '{"bomFormat":"CycloneDX","specVersion":"1.6","__proto__":{"polluted":1},"components":[{"__proto__":{"licenses":[{"license":{"id":"MIT"}}],"polluted":1},"type":"library","name":"a","constructor":{"prototype":{"polluted":1}}}]}',
    )
    expect(items.map(({ name, said }) => [name, said.licences])).toEqual([['a', undefined]])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('%s as name, reference, type and licence', (word) => {
    const component = {
      type: word, name: word, 'bom-ref': word, version: word, group: word, scope: word,
      licenses: [{ license: { id: word } }], externalReferences: [{ type: word, url: word }],
    } // prettier-ignore
    const { items } = only(bom([component], { dependencies: [{ ref: word, dependsOn: [word] }] }))
    expect(items.map(({ name, ref, said }) => [name, ref, said.licences?.[0]?.text, said.links])).toEqual([[word, word, word, undefined]])
  })

  it('wrong types for every member: noted where they are, never a text of ours', () => {
    const wrong: unknown[] = [{}, [], [[]], 1, true, null, { toString: 'x' }, 1e400]
    const members = ['bom-ref', 'type', 'name', 'group', 'version', 'purl', 'cpe', 'scope', 'publisher', 'author', 'authors', 'supplier', 'manufacturer', 'provider', 'licenses', 'evidence', 'externalReferences', 'components', 'services', 'hashes'] // prettier-ignore
    for (const value of wrong)
      for (const member of members) {
        const { items, rejected, notes } = only(
          bom([
            { type: 'library', name: 'n', [member]: value },
            { type: 'library', name: 'ok' },
          ]),
        )
        expect(items.length + rejected).toBe(2)
        expect(items.at(-1)!.name).toBe('ok')
        expect(JSON.stringify([items, notes])).not.toContain('[object Object]')
      }
    for (const value of wrong)
      for (const member of ['metadata', 'components', 'services', 'dependencies', 'compositions'])
        expect(() => only(`{"bomFormat":"CycloneDX","specVersion":"1.6","${member}":${JSON.stringify(value)}}`)).not.toThrow()
  })

  it.each(['[]', '{}', 'null', '7', 'true', '["1.6"]'])('%s as spec version is refused', (value) => {
    expect(refusalOf(`{"bomFormat":"CycloneDX","specVersion":${value},"components":[]}`).id).toBe('E3201')
  })

  it('a string without end of 64 MB is refused in bounded memory', () => {
    const text = Buffer.alloc(64 * 2 ** 20, 'x')
    text.write('{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"')
    const before = process.memoryUsage().rss
    expect(within(10_000, () => refusalOf(text))).toMatchObject({ id: 'E3103', hint: expect.stringContaining('--max-string') })
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20)
  })

  it('a dependency cycle and a reference to itself end, and the depth is that of the shortest way', () => {
    const components = ['a', 'b', 'c'].map((name) => ({ type: 'library', name, 'bom-ref': name }))
    const dependencies = [
      { ref: 'app', dependsOn: ['app', 'a'] },
      { ref: 'a', dependsOn: ['a', 'b'] },
      { ref: 'b', dependsOn: ['c', 'a', 'app'] },
      { ref: 'c', dependsOn: ['b'] },
    ]
    const { items } = only(bom(components, { metadata: { component: { name: 'app', 'bom-ref': 'app' } }, dependencies }))
    expect(items.map(({ name, relation }) => [name, relation])).toEqual([['app', 'root'], ['a', 'direct'], ['b', 'transitive'], ['c', 'transitive']]) // prettier-ignore
  })

  it.each([
    'pkg:',
    'pkg:npm',
    'pkg:npm/',
    'pkg://',
    'npm/lodash@1',
    'pkg:/npm',
    'pkg:n pm/x@1',
    'pkg:npm/@1',
    ' pkg:npm/x',
    'pkg:ünïcode/x',
  ])('purl %j is reported with its place and not used', (purl) => {
    const { items, notes } = only(bom([{ type: 'library', name: 'x', version: '1', purl }]))
    expect(items.map((item) => [item.name, item.purl])).toEqual([['x', undefined]])
    expect(notes.filter(({ code }) => code === 'W-PURL').map(({ at }) => at)).toEqual(['/components/0'])
  })

  it.each([
    'pkg:npm/..%2F..%2Fetc%2Fpasswd@1', 'pkg:npm/%00x@1', 'pkg:npm/%zz%@%', 'pkg:npm/x@1?a=%&b#c/../d', 'pkg:golang/github.com/a/b/v2@v2.0.0', 'pkg:generic/a@b@c@d',
    `pkg:npm/${'a/'.repeat(5000)}x@1`, `pkg:npm/x@${'1.'.repeat(50_000)}`, 'PKG:NPM/X@1',
  ])('purl trap %# is read as text, soon', (purl) => {
    const { items } = within(500, () => only(bom([{ type: 'library', name: 'x', purl }])))
    expect(items).toHaveLength(1)
  }) // prettier-ignore

  it('of 100,000 references to components that do not exist one note is made', () => {
    const dependencies = [{ ref: 'app', dependsOn: Array.from({ length: 100_000 }, (_, i) => `x${i}`) }]
    expect(codes(bom([], { metadata: { component: { name: 'app', 'bom-ref': 'app' } }, dependencies }))).toEqual(['W-DANGLING'])
  })

  it('components nested to the limit are read, one more is refused', () => {
    const nested = (depth: number): object => (depth === 0 ? { name: 'leaf' } : { name: 'n', components: [nested(depth - 1)] })
    // an object and a list for each level
    expect(only(bom([nested(62)])).items).toHaveLength(63)
    expect(refusalOf(bom([nested(63)])).id).toBe('E3102')
  })
})

describe('amounts of notices that are no amounts', () => {
  const ocds = (amount: string) =>
    `{"version":"1.1","releases":[{"ocid":"o","id":"1","date":"2024-01-01T00:00:00Z","tag":["award"],"awards":[{"id":"a","status":"active","title":"t","suppliers":[{"name":"S GmbH"}],"value":{"amount":${amount},"currency":"EUR"}}]}]}`

  it.each(['1e400', '-1e400', '12345678901234567890123', '"1e3"', '"NaN"', 'true', '[1]', '{"a":1}', '1e-400'])('%s', (amount) => {
    const { items } = only(ocds(amount))
    expect(JSON.stringify(items.map((item) => item.amount ?? null))).not.toMatch(/Infinity|NaN|e\+|\[object/)
    for (const item of items) if (item.amount !== undefined) expect(Number(item.amount.value)).toSatisfy((n: number) => Number.isFinite(n))
  })

  it('-0 and 0 are no money', () => {
    for (const amount of ['-0', '0', '-0.0']) expect(only(ocds(amount)).items[0]?.amount?.placeholder ?? true).toBe(true)
  })
})

describe('XML', () => {
  const xml = (inner: string, head = '', more = '') =>
    `${head}<bom xmlns="http://cyclonedx.org/schema/bom/1.5"${more}><components>${inner}</components></bom>`
  const component = (name: string, more = '') => `<component type="library"${more}><name>${name}</name></component>`
  const names = (text: string) => only(text).items.map(({ name }) => name)

  it.each([
    ['a hundred kilobytes ten thousand times', `<!DOCTYPE b [<!ENTITY a "${'x'.repeat(100_000)}">]>`, '&a;'.repeat(10_000)],
    ['a file', '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['an address', '<!DOCTYPE b SYSTEM "http://127.0.0.1:9/x.dtd">', 'a'],
    ['a parameter entity', '<!DOCTYPE b [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>', 'a'],
    ['a name with a dot that shadows &lt;', '<!DOCTYPE b [<!ENTITY l.t "<script>">]>', '&lt;&l.t;'],
    ['in lower case', '<!doctype b>', 'a'],
  ])('a DOCTYPE with %s', (_, head, name) => {
    const refused = within(1000, () => refusalOf(xml(component(name), head)))
    expect(refused.id).toMatch(/^E340[12]$/)
    expect(refused.says + refused.hint).not.toContain('root:')
  })

  it('XInclude and schema locations fetch nothing', () => {
    const more = ' xmlns:xi="http://www.w3.org/2001/XInclude" xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="http://127.0.0.1:9/a http://127.0.0.1:9/b.xsd"'
    const text = xml(component('a') + '<xi:include href="file:///etc/passwd" parse="text"/>', '<?xml-stylesheet href="http://127.0.0.1:9/"?>', more)
    expect(names(text)).toEqual(['a'])
    expect(JSON.stringify(only(text))).not.toContain('root:')
  }) // prettier-ignore

  it.each(['&#x110000;', '&#xD800;', '&#0;', '&#1;', '&#-1;', '&#x;', '&#99999999999999999999;', '&nbsp;', '&a', '& '])(
    'the reference %s is refused with its place',
    (reference) => {
      expect(refusalOf(xml(`\n${component(reference)}`))).toMatchObject({ id: 'E3401', place: { line: 2 } })
    },
  )

  it('100,000 attributes and an attribute of 10 MB', () => {
    const attributes = Array.from({ length: 100_000 }, (_, i) => ` a${i}="1"`).join('')
    expect(within(3000, () => refusalOf(xml(component('a', attributes)))).id).toBe('E3401')
    const long = within(3000, () => {
      try {
        return names(xml(component('a', ` x="${'y'.repeat(10_000_000)}"`))).join()
      } catch {
        return 'refused'
      }
    })
    expect(['a', 'refused']).toContain(long)
  })

  it('elements and attributes called like members of the prototype', () => {
    const { items } = only(
      xml(`${component('a', ' __proto__="x" constructor="y"')}<__proto__><licenses/></__proto__><component><name>b</name><__proto__><polluted>1</polluted></__proto__></component>`),
    ) // prettier-ignore
    expect(items.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('comments, CDATA and processing instructions within values', () => {
    const { items } = only(
      xml('<component type="library"><name>lo<!-- x -->da<?p?>sh</name><licenses><license><id><![CDATA[MIT</id>&lt;]]></id></license></licenses></component>'),
    ) // prettier-ignore
    expect(items.map(({ name, said }) => [name, said.licences?.map(({ text }) => text)])).toEqual([['lodash', ['MIT</id>&lt;']]])
  })

  it('prefixes that are bound anew, and namespaces that only look alike', () => {
    const text = '<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.5"><c:components><c:component><c:name>a</c:name><x:name xmlns:x="http://cyclonedx.org/schema/bom">b</x:name></c:component><c:component xmlns:c="urn:evil"><c:name>c</c:name></c:component></c:components></c:bom>'
    expect(names(text)).toEqual(['a'])
  }) // prettier-ignore
})

describe('what contradicts itself says nothing, and that is noted', () => {
  const licences = (text: string) => {
    const { items, notes } = only(text)
    return [items.map(({ said }) => said.licences), notes.map(({ code }) => code).filter((code) => code === 'W-DUPLICATE-KEY')]
  }
  const xml = (inner: string) =>
    `<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components><component type="library"><name>a</name>${inner}</component></components></bom>`

  it.each([
    [
      'an expression beside a licence',
      bom([{ type: 'library', name: 'a', licenses: [{ expression: 'BUSL-1.1', license: { id: 'MIT' } }] }]),
    ],
    [
      'two expressions',
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"a","licenses":[{"expression":"BUSL-1.1","expression":"MIT"}]}]}',
    ],
    [
      'two licences in one entry',
      '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"a","licenses":[{"license":{"id":"BUSL-1.1"},"license":{"id":"MIT"}}]}]}',
    ],
    ['XML: two ids', xml('<licenses><license><id>BUSL-1.1</id><id>MIT</id></license></licenses>')],
    [
      'XML: two lists of licences',
      xml('<licenses><license><id>BUSL-1.1</id></license></licenses><licenses><license><id>MIT</id></license></licenses>'),
    ],
  ])('%s', (_, text) => {
    expect(licences(text)).toEqual([[undefined], ['W-DUPLICATE-KEY']])
  })

  it('XML: two names or purls', () => {
    expect(only(xml('<name>b</name><purl>pkg:npm/c@1</purl>')).items.map(({ name }) => name)).toEqual(['c'])
    expect(only(xml('<purl>pkg:npm/c@1</purl><purl>pkg:npm/d@1</purl>')).items.map(({ purl }) => purl)).toEqual([undefined])
  })
})

describe('lists', () => {
  it('a comma list whose texts are full of semicolons', () => {
    const { items } = only('Produkt,Lieferant,Bemerkung\nA,X GmbH,"a;b;c;d"\nB,Y GmbH,"e;f;g;h"\n')
    expect(items.map(({ name, said }) => [name, said.supplier])).toEqual([['A', 'X GmbH'], ['B', 'Y GmbH']]) // prettier-ignore
  })

  it('NUL, only a heading, only blanks', () => {
    expect(only('Produkt;Lieferant;Auftragswert netto (EUR)\nA\0B;X GmbH;1.000,00\n').items[0]!.name).toMatch(/^A.*B$/)
    expect(refusalOf('Produkt;Lieferant;Auftragswert netto (EUR)\n').id).toBe('E3302')
    expect(refusalOf('Produkt;Lieferant;Auftragswert netto (EUR)\n\n;;\n;;\n').id).toBe('E3302')
    expect(refusalOf(' \n\t\n \r\n').id).toBe('E3003')
  })

  it('100,000 columns', () => {
    const row = (word: string) => Array.from({ length: 100_000 }, (_, i) => `${word}${i}`).join(';')
    expect(within(5000, () => refusalOf(`${row('Produkt')}\n${row('A')}\n`))).toMatchObject({
      id: 'E3305',
      hint: expect.stringContaining('--max-columns'),
    })
  })
})
