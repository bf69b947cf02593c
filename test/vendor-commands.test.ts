import { parseAllDocuments } from 'yaml'
import { describe, expect, it } from 'vitest'
import { cliWords } from '../src/cli/text/words.ts'
import { vendorHistoryText } from '../src/cli/vendor-history.ts'
import { vendorFile } from '../src/knowledge/schemas.ts'
import type { Audit } from '../src/model/audit.ts'
import { vendorDocument, vendorText } from '../src/cli/text/vendor.ts'
import { findVendors } from '../src/search.ts'
import { leftUnmatched, unmatched, unmatchedYaml } from '../src/unmatched.ts'
import { organisationCalled, vendorHistory } from '../src/vendor-history.ts'
import { AS_OF, concluded, labelledComponents, labelledLines, shipped } from './support/vendors.ts'

describe('vendors find', () => {
  const find = (text: string) => findVendors(text, shipped, AS_OF)

  it('finds former names, names without umlauts, and two names of one maker', () => {
    expect(['GovDelivery', 'Steria', 'Wuerth', 'Draegerwerk', '10gen/MongoDB'].map((text) => find(text).hits[0]?.organisation.id)).toEqual([
      'granicus',
      'sopra-steria',
      'wuerth',
      'draeger',
      'mongodb',
    ])
    expect(find('MongoDB/Oracle').hits.map(({ by }) => by)).not.toContain('name')
  })

  it('finds whose a package is by its URL, with or without version and escapes', () => {
    const by = (text: string) => find(text).hits.map(({ organisation: { id }, by: kind, matched }) => `${id} ${kind} ${matched}`)
    expect(by('pkg:npm/%40azure/msal-node@2.0.0')).toEqual(['microsoft npm @azure'])
    expect(by('pkg:npm/@azure/msal-node')).toEqual(['microsoft npm @azure'])
    expect(by('pkg:maven/com.sap.cloud.sdk/core@1')[0]).toMatch(/^sap maven com\.sap/)
    expect(by('pkg:npm/nobody-knows-this-one-at-all')).toEqual([])
  })

  it('suggests a name that goes on before one that is merely close', () => {
    expect(find('Mensch und').suggestion).toMatch(/^Mensch und Maschine/)
    expect(find('Microsft').suggestion).toBe('Microsoft')
  })

  it('names whose goods bear the name of another house, kind by kind, and why', () => {
    const bearers = (text: string, asOf = AS_OF) =>
      findVendors(text, shipped, asOf).hits.map(
        ({ organisation: { id }, by, brands }) => `${id} ${by} ${brands.map(({ goods }) => goods).join()}`,
      )
    expect(bearers('Philips')[0]).toBe('philips name ')
    expect(bearers('Philips')).toEqual(
      expect.arrayContaining([
        'signify brand lighting',
        'speech-processing brand dictation',
        'tpv brand audio,television,monitor',
        'versuni brand household',
      ]),
    )
    expect(bearers('Samsung', '2012-01-01')).toEqual(['samsung name '])
    expect(vendorText(find('Philips'), 'de')).toMatch(
      /Versuni \(versuni\)\n {2}über Marke: Philips\n.*\n {2}verkauft unter dem Namen Philips: Hausgeräte \(household\) seit 09\/2021 \(.+, \d\d\.\d\d\.\d{4}\)/,
    )
    expect(vendorText(find('Philips'), 'en')).toContain('sells under the name Philips: television sets (television)')
    const { hits } = vendorDocument(find('GE'), AS_OF) as { hits: { brands?: object[] }[] }
    expect(hits[0]!.brands![0]).toMatchObject({ name: 'GE', goods: 'medical', from: '2023-01', source: { what: expect.any(String) } })
  })

  it('goes by the kind of goods where the text names one, and by a product before both', () => {
    const found = (text: string) => find(text).hits.map(({ organisation: { id }, by, brands }) => [id, by, brands.length])
    expect(found('bosch waschtrockner')).toEqual([['bsh', 'brand', 1], ['bosch', 'text', 0]]) // prettier-ignore
    expect(found('Toshiba Laptop')).toEqual([['dynabook', 'brand', 1], ['toshiba', 'text', 0]]) // prettier-ignore
    expect(found('Bosch Notebook')).toEqual([['bosch', 'text', 0]])
    expect(find('Bosch Waschmaschine').hits.map(({ by, product, brands }) => [by, product?.maker, brands[0]?.name])).toEqual([
      ['text', 'bsh', 'Bosch'],
    ])
    expect(found('Samsung Galaxy S24')).toEqual([['samsung', 'text', 0]])
  })

  it('names those who hold an organisation together', () => {
    expect(vendorText(find('Zendesk'), 'en')).toContain('held jointly by Hellman & Friedman, Permira')
    expect(vendorText(find('Sophos'), 'en')).not.toContain('held jointly')
  })
})

describe('vendors explain', () => {
  it('tells who controlled GitHub on a day, before and after it was bought', () => {
    expect(vendorHistory('github', shipped, '2018-01-01')!.controller!.id).toBe('github')
    expect(vendorHistory('github', shipped, '2026-11-23')!.controller!.id).toBe('microsoft')
  })

  it('finds by name, shows every span with its source and what holds on the day', () => {
    const history = vendorHistory('Red Hat, Inc.', shipped, '2026-11-23')!
    expect(history.id).toBe('red-hat')
    const ibm = history.owners.find(({ owner }) => owner === 'ibm')!
    expect(ibm.holds).toBe(true)
    expect(ibm.from).toMatch(/^2019/)
    expect(ibm.source.what).not.toBe('')
    expect(vendorHistory('red-hat', shipped, '2015-01-01')!.owners.every(({ holds }) => !holds)).toBe(true)
  })

  it('shows the findings of a gatekeeper with the day from which they hold', () => {
    const { tiers } = vendorHistory('microsoft', shipped, '2023-01-01')!
    expect(tiers.find(({ from }) => from === '2023-09-06')).toMatchObject({ tier: 'T1', holds: false })
    expect(vendorHistory('microsoft', shipped, '2026-11-23')!.tiers.find(({ from }) => from === '2023-09-06')!.holds).toBe(true)
  })

  it('speaks both languages', () => {
    const history = vendorHistory('github', shipped, '2026-11-23')!
    expect(vendorHistoryText(history, 'de')).toContain('Am 23.11.2026 beherrscht von: Microsoft (microsoft)')
    expect(vendorHistoryText(history, 'en')).toMatch(/Controlled on .*2026.* by: Microsoft \(microsoft\)/)
    expect(vendorHistoryText(vendorHistory('apache', shipped, '2026-11-23')!, 'de')).toContain('niemandem')
  })

  it('knows nothing of a name it does not know', () => {
    expect(vendorHistory('Kein Solches Haus', shipped, '2026-11-23')).toBeUndefined()
  })
})

describe('vendors unmatched', () => {
  const labelled = [...labelledComponents(), ...labelledLines()]
  const items = concluded(labelled)
  const audit = { items, sources: [{ path: 'labelled.yaml' }] } as unknown as Pick<Audit, 'items' | 'spend' | 'sources'>
  const isKnown = (name: string) => organisationCalled(name, shipped) !== undefined
  const groups = unmatched(audit, isKnown)

  it('holds every counted item of information technology without a maker once, the heaviest first', () => {
    expect(groups.reduce((sum, group) => sum + group.items, 0)).toBe(
      items.filter(({ maker, layer }) => maker === undefined && layer?.id !== 'keine-it').length - leftUnmatched(audit, isKnown).known,
    )
    for (const [i, group] of groups.entries()) if (i > 0) expect(groups[i - 1]!.items).toBeGreaterThanOrEqual(group.items)
  })

  it('groups by what would match: namespace, package, party, words of a product', () => {
    const by = (entry: string) => groups.find((group) => group.entry === entry)
    expect(by('@azurecoder')).toMatchObject({ by: 'namespace', kind: 'npm', items: 1 })
    expect(by('github.com/azurecoder')).toMatchObject({ by: 'namespace', kind: 'golang' })
    expect(by('azure-something')).toMatchObject({ by: 'namespace', kind: 'pypi' })
    expect(by('Apple Valley Software')).toMatchObject({ by: 'name' })
    expect(by('Fachverfahren Wohngeld')).toMatchObject({ by: 'product' })
    // work is the seller's, a product is not
    expect(by('Academia Norte')).toMatchObject({ by: 'name' })
  })

  it('writes templates that are vendor files once they are filled in, under ids of their own', () => {
    for (const language of ['de', 'en'] as const) {
      const documents = parseAllDocuments(
        unmatchedYaml(groups, leftUnmatched(audit, isKnown), '2026-11-23', cliWords(language).unmatched, shipped.organisations).replaceAll(
          '"?"',
          '"Webseite"',
        ),
      )
      const stubs = documents.map((document) => document.toJS() as unknown).filter((stub) => stub !== null)
      expect(stubs.length).toBe(groups.length)
      const ids = stubs.map((stub) => vendorFile.parse(stub).id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.filter((id) => shipped.organisations.has(id))).toEqual([])
    }
  })

  it('says what has no known maker either, but does not count', () => {
    const line = items.find(({ name }) => name === 'Fachverfahren Wohngeld')!
    const amount = { value: '5000', currency: 'EUR', basis: 'net', kind: 'contract', counts: false } as const
    const without = (more: Partial<typeof line>) => ({ ...line, ...more }) as typeof line
    const left = leftUnmatched(
      {
        items: [
          line,
          without({ counted: false, amount: { ...amount, why: 'expired' } }),
          without({ counted: false, amount: { ...amount, why: 'credit' } }),
          without({ counted: false }),
          without({ layer: { id: 'keine-it', confidence: 1, by: 'cpv' } }),
          without({ selfMade: true, counted: false }),
          without({ name: 'Bechtle', said: { supplier: 'Acme' } }),
        ],
      },
      isKnown,
    )
    expect(left).toEqual({ expired: 1, credit: 1, uncounted: 1, 'no-it': 1, known: 1 })
    const [head, also] = unmatchedYaml([], { ...left, 'no-it': 0, known: 0 }, '2026-11-23', cliWords('de').unmatched, new Set()).split('\n')
    expect(head).toBe('# 0 Einträge ohne bekannten Hersteller.')
    expect(also).toBe(
      '# Auch ohne bekannten Hersteller, aber nicht aufgeführt: 1 abgelaufene Position, 1 Gutschrift oder aufgehobene Position, 1 Eintrag, der nicht zählt.',
    )
  })

  it('weighs by spending where amounts are known', () => {
    const line = items.find(({ name }) => name === 'Fachverfahren Wohngeld')!
    const paid = {
      ...line,
      amount: { value: '5000', currency: 'EUR', basis: 'net', kind: 'contract', counts: true, euro: '5000' },
    } as typeof line
    const [first] = unmatched({ ...audit, items: [...items, paid] }, isKnown)
    expect(first).toMatchObject({ entry: 'Fachverfahren Wohngeld', items: 2, spend: 5000 })
  })
})
