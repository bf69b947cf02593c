import { describe, expect, it } from 'vitest'
import { numberFindings } from '../src/model/numbering.ts'
import { formats } from '../src/report/format.ts'
import { sample } from './support/audit.ts'
import { page, section, tableOf, text } from './support/page.ts'
import { auditOf } from './support/whole-audit.ts'

const HEAD = 'Vertragsnummer;Produkt;Hersteller;Lizenz;Auftragswert netto EUR;Vertragsbeginn;Vertragsende;Kündigungsfrist\n'
const list = (...rows: readonly string[]) => auditOf(['liste.csv', Buffer.from(HEAD + rows.join('\n'))])
const contract = (n: number, begins = '01.01.2026') => `${n};Fachverfahren ${n};Firma ${n};;1000,00;${begins};31.12.2028;`
const contracts = (n: number) => Array.from({ length: n }, (_, at) => contract(at + 1))

describe('the list of contracts', () => {
  it('is printed whole, and says how many and how much follow later', async () => {
    const terms = section(await page(list(...contracts(32))), 'measures')
    expect(tableOf(terms, 'terms').match(/<tr>/g)).toHaveLength(1 + 30)
    expect(tableOf(terms, 'terms')).not.toContain('onscreen')
    expect(text(terms)).toMatch(/2 weitere Verträge folgen später \(6,3\u00a0% der Ausgaben \([\d.,]+\u00a0€\)\)/)
  })

  it('marks what has yet to begin', async () => {
    const html = await page(list(contract(1), contract(2, '01.01.2027')))
    expect(text(tableOf(html, 'terms')).match(/beginnt am [\d.]+/g)).toEqual(['beginnt am 01.01.2027'])
  })

  it('names the same findings as the list of affected entries', async () => {
    const html = await page(sample)
    const numbersIn = (id: string) =>
      new Map(
        [...tableOf(html, id).matchAll(/<tr[^>]*><th scope="row">(.*?)<\/th>/g)].map(([, head = '']) => [
          /<a[^>]*>([^<]*)/.exec(head)?.[1],
          [...head.matchAll(/#(F-\d+)/g)].map(([, number]) => number),
        ]),
      )
    const affected = numbersIn('affected')
    for (const [name, numbers] of numbersIn('terms')) if (numbers.length > 0) expect([name, numbers]).toEqual([name, affected.get(name)])
  })
})

it('the measures name on paper whom they concern and which finding they follow from', async () => {
  const measures = tableOf(await page(sample), 'measures-t')
  expect(measures).toMatch(/<small><a href="#F-02">F-02<\/a><\/small>/)
  expect((await page(sample)).replace(/\s/g, '')).not.toMatch(/#measures-t[^{]*small\{display:none/)
})

it('a vendor’s finding lists what it counts: not its open software', () => {
  const audit = list('1;Microsoft 365 E3;Microsoft;;1000,00;01.01.2026;31.12.2028;', '2;VS Code;Microsoft;MIT;10,00;01.01.2026;31.12.2028;')
  const found = numberFindings(audit).find(({ policy }) => policy === 'gatekeeper-present')
  expect(found?.items.map((item) => audit.items[item]?.name)).toEqual(['Microsoft 365 E3'])
  const quarter = numberFindings(audit).find(({ policy }) => policy === 'vendor-over-quarter')
  expect(quarter?.items).toEqual(found?.items)
})

it('of a mixed product the part that is not open counts, to the euro', async () => {
  const html = await page(
    list('1;GitLab Premium;GitLab;;16500,00;01.01.2026;31.12.2026;', '2;SAP S/4HANA;SAP;;451234,00;01.01.2026;31.12.2026;'),
  )
  const vendors = text(tableOf(html, 'vendors-spend-t'))
  const sums = [...vendors.matchAll(/([\d.]+)\u00a0€/g)].map(([, sum = '']) => Number(sum.replaceAll('.', '')))
  expect(sums.reduce((all, one) => all + one, 0)).toBe(467_734)
  const closed = ['SAP', 'GitLab'].map((name) => Number(new RegExp(`${name}.*?([\\d.]+)\u00a0€`).exec(vendors)?.[1]?.replaceAll('.', '')))
  expect(text(section(html, 'result'))).toContain(`${formats('de').money(String(closed[0]! + closed[1]!))} bis`)
})

it('what is undecided is told to the euro, beside what is open and whom the rest belongs to', async () => {
  const unknown = ['95866,90', '126466,68', '105166,89', '42333,61'].map(
    (amount, n) => `${n + 1};Sonderverfahren ${n};Niemand Bekanntes ${n} GmbH;;${amount};01.01.2026;31.12.2026;`,
  )
  const vendors = async (...rows: string[]) => text(tableOf(await page(list(...rows)), 'vendors-spend-t'))
  expect(await vendors(...unknown)).toMatch(/ungeklärt – 100\u00a0% 369\.834\u00a0€/)
  const told = await vendors(
    ...unknown,
    '5;SAP S/4HANA;SAP;;1111111,11;01.01.2026;31.12.2026;',
    '6;PostgreSQL;PostgreSQL Global Development Group;PostgreSQL;777,77;01.01.2026;31.12.2026;',
  )
  for (const sum of ['369.834', '1.111.111', '778']) expect(told).toContain(`${sum}\u00a0€`)
})

describe('what is said once', () => {
  it('assumptions stand once, with the findings that rest on them', async () => {
    const data = text(section(await page(list(...contracts(6))), 'data'))
    expect(data.slice(data.indexOf('Annahmen'))).toMatch(/\(F-\d+(, F-\d+)*\)/)
  })
  it('what is no award criterion', async () => {
    const method = text(section(await page(sample), 'method'))
    expect(method.match(/Zuschlagskriterien/g)).toHaveLength(1)
  })
  it('the fields of an SBOM only where there is one', async () => {
    expect(section(await page(list(contract(1))), 'frameworks')).not.toContain('TR-03183-2 in den SBOMs')
  })
})

it('the glossary explains the groups that the tables name', async () => {
  const glossary = text(section(await page(sample), 'glossary'))
  for (const term of ['außerhalb der EU (T3)', 'öffentliche Hand', 'beim offenen Anteil das untere Ende']) expect(glossary).toContain(term)
})
