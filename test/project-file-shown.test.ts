import { describe, expect, it } from 'vitest'
import { item } from '../src/cli/explain/things.ts'
import { proofText } from '../src/cli/text/proof.ts'
import type { Audit } from '../src/model/audit.ts'
import { csv } from '../src/report/csv.ts'
import { reporters } from '../src/report/index.ts'
import { templates } from '../src/config.ts'
import { auditOf, KNOWLEDGE } from './support/gated.ts'

const LIST = `Vertragsnummer;Produkt;Hersteller;Auftragnehmer;Auftragswert;Währung;Vertragsbeginn;Vertragsende
V-1;SAP S/4HANA;SAP;SAP;900.000,00;EUR;01.01.2025;31.12.2028
V-2;GitLab Premium;GitLab;GitLab;45.000,00;USD;01.01.2025;31.12.2027
V-3;Fachverfahren Eigenbau;Muster IT;Muster IT;30.000,00;EUR;01.01.2025;31.12.2028
V-4;Fachverfahren Akte;Landesbetrieb Muster;Landesbetrieb Muster;60.000,00;EUR;01.01.2025;31.12.2028
`
const audit = auditOf({
  inputs: { 'v.csv': LIST },
  asOf: '2026-05-01',
  project: {
    critical: ['SAP S/4HANA'],
    selfMade: ['Fachverfahren Eigenbau'],
    makers: { 'Landesbetrieb Muster': 'dataport' },
    rates: [
      { currency: 'USD', eur: 0.92, date: '2024-11-02' },
      { currency: 'USD', eur: 0.88, date: '2026-01-02' },
      { currency: 'USD', eur: 0.5, date: '2026-06-02' },
      { currency: 'GBP', eur: 1.17, date: '2025-01-02' },
    ],
  },
})
const named = (name: string) => audit.items.find((one) => one.name === name)!
const explained = (name: string) =>
  item(named(name).id, { audit, knowledge: KNOWLEDGE, openSourceDeliverable: false, language: 'de' })!.text
const html = async (of: Audit): Promise<string> => Array.from(await reporters(templates).html().render(of, { language: 'de' })).join('')

describe('the rates that amounts were counted by', () => {
  it('stand in the document: those of the day, of currencies that were counted', () => {
    expect(audit.rates).toEqual([{ currency: 'USD', eur: 0.88, date: '2026-01-02', source: 'eigenstand.yaml', amounts: 1 }])
    expect(auditOf({ inputs: { 'v.csv': LIST } }).rates).toBeUndefined()
  })

  it('stand in the report, with the sum in appendix A', async () => {
    const text = (await html(audit))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .replaceAll('&#x3D;', '=')
    expect(text).toContain('1 USD in EUR 0,88 02.01.2026 eigenstand.yaml 1')
    expect(text).toContain('45.000 $ × 0,88 € (Kurs vom 02.01.2026, eigenstand.yaml) = 39.600 € → 13.200 € im Jahr')
  })

  it('are told by explain and in the table', () => {
    expect(explained('GitLab Premium').replaceAll('\u00a0', ' ')).toContain(
      '45.000 $ × 0,88 € (Kurs vom 02.01.2026, eigenstand.yaml) = 39.600 €',
    )
    expect([...(csv.render(audit, { language: 'de' }) as Iterable<string>)].join('')).toContain(';45000,00;USD;0,88;')
  })
})

describe('what is so because the project file says it', () => {
  it('names that file as its place, not the list', () => {
    const finding = audit.findings.find(
      ({ policy, items }) => policy === 'critical-not-open' && audit.items[items[0]!]!.name === 'SAP S/4HANA',
    )!
    expect(proofText(audit, finding.proof, 'de', '').join('\n')).toContain('eigenstand.yaml critical: „SAP S/4HANA“')
  })

  it('is told of an item: critical, made in-house, its maker', () => {
    expect(audit.items.map(({ projectFile }) => projectFile)).toEqual([
      { critical: 'SAP S/4HANA' },
      undefined,
      { selfMade: 'Fachverfahren Eigenbau' },
      { makers: 'Landesbetrieb Muster' },
    ])
    expect(named('Fachverfahren Akte').maker?.evidence[0]).toEqual({
      file: 'eigenstand.yaml',
      at: 'makers',
      says: 'Landesbetrieb Muster: dataport',
    })
    expect(explained('Fachverfahren Eigenbau')).toContain('Hersteller: Eigenentwicklung\n')
    expect(explained('SAP S/4HANA')).toContain('eigenstand.yaml critical: SAP S/4HANA')
  })

  it('is marked in the report', async () => {
    const page = await html(audit)
    expect(page).toContain('tragend laut Projektdatei')
    expect(page).toContain('laut Projektdatei')
  })
})
