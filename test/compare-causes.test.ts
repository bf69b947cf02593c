import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparisonOf } from '../src/cli/comparison.ts'
import { comparisonText } from '../src/cli/text/comparison.ts'
import type { Audit } from '../src/model/audit.ts'
import type { Comparison } from '../src/model/comparison.ts'
import type { Project } from '../src/model/project.ts'
import { stepsOf } from '../src/report/comparison.ts'
import { speaker } from '../src/report/words/say.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { auditOf, KNOWLEDGE, SET } from './support/gated.ts'

const HEAD = 'Vertragsnummer;Produkt;Hersteller;Auftragnehmer;Auftragswert netto;Währung;Vertragsbeginn;Vertragsende\n'
const LIST = `${HEAD}V-1;SAP S/4HANA;SAP;SAP;900.000,00;EUR;01.01.2025;31.12.2028
V-2;GitLab Premium;GitLab;GitLab;45.000,00;USD;01.01.2025;31.12.2028
V-3;Nextcloud Enterprise;Nextcloud GmbH;Nextcloud GmbH;30.000,00;EUR;01.01.2025;31.12.2028
V-4;Microsoft 365 E3;Microsoft;Bechtle AG;60.000,00;EUR;01.01.2025;30.06.2026
`
const SHORT = `${HEAD}V-3;Nextcloud Enterprise;Nextcloud GmbH;Nextcloud GmbH;30.000,00;EUR;01.01.2025;31.12.2028\n`
const RATES = [
  { currency: 'USD', eur: 0.92, date: '2024-11-02' },
  { currency: 'USD', eur: 0.8, date: '2026-01-02' },
]
const FILE: Partial<Project> = { critical: ['SAP S/4HANA'], rates: RATES }
const yardstick = { knowledge: KNOWLEDGE, set: SET, version: '0' }
const audit = (asOf: string, project: Partial<Project> = FILE, list = LIST) =>
  JSON.parse(JSON.stringify(auditOf({ inputs: { 'liste.csv': list }, asOf, project }))) as Audit
const shareOf = ({ figures }: Comparison) => figures.find(({ id, basis }) => id === 'large-vendors' && basis === 'spend')
const causesOf = ({ findings }: Comparison, policy: string) =>
  findings.flatMap((one) => (one.policy === policy && one.state !== 'unchanged' ? [one.cause] : []))
const unstored = ({ projectFile: _, ...rest }: Audit): Audit => rest

describe('what the project file changed', () => {
  const before = audit('2026-05-01')
  const compared = comparisonOf(before, audit('2026-06-01', { rates: RATES }), yardstick)

  it('is its own cause, not the calendar', () => {
    expect(compared.changed).toEqual({ rules: false, method: false, projectFile: true, day: true, data: false })
    expect(compared.projectFileChanged).toEqual(['critical'])
    expect(causesOf(compared, 'critical-not-open')).toEqual(['project-file'])
    expect(comparisonText(compared, 'de')).toContain('Projektdatei: geändert (tragende Einträge).')
  })

  it('has a column of its own, and only what changed has one', () => {
    const keys = (one: Comparison) => stepsOf(speaker('de'), one).map(({ key }) => key)
    expect(keys(compared)).toEqual(['before', 'projectFile', 'onDay', 'after'])
    expect(keys(comparisonOf(before, audit('2026-06-01'), yardstick))).toEqual(['before', 'onDay', 'after'])
    expect(keys(comparisonOf(before, audit('2026-05-01', FILE, SHORT), yardstick))).toEqual(['before', 'after'])
  })

  it('moves figures in that column alone', () => {
    const dearer = comparisonOf(
      before,
      audit('2026-05-01', { ...FILE, rates: [...RATES, { currency: 'USD', eur: 4, date: '2026-02-02' }] }),
      yardstick,
    )
    const share = shareOf(dearer)!
    expect(share.rescored).toEqual(share.before)
    expect(share.projectFile).not.toEqual(share.before)
    expect([share.onDay, share.after]).toEqual([share.projectFile, share.projectFile])
  })

  it('is nothing where only its order is another', () => {
    const turned = { rates: [...RATES].reverse(), critical: ['SAP S/4HANA'] }
    expect(comparisonOf(before, audit('2026-05-01', turned), yardstick).changed.projectFile).toBe(false)
  })
})

describe('what the day changed', () => {
  it('is told: contracts that ended, and the rates of both days', () => {
    const compared = comparisonOf(audit('2025-05-01'), audit('2026-07-01'), yardstick)
    expect(compared.dayEffects).toEqual({
      ended: 1,
      owners: 0,
      rates: [{ currency: 'USD', before: { eur: 0.92, date: '2024-11-02' }, after: { eur: 0.8, date: '2026-01-02' } }],
    })
    expect(comparisonText(compared, 'de')).toContain(
      'Dazwischen: ein ausgelaufener Vertrag; Wechselkurs USD damals 0,92 € (vom 02.11.2024), jetzt 0,80 € (vom 02.01.2026).',
    )
  })

  it('is told where it is nothing but days to give notice', () => {
    expect(comparisonText(comparisonOf(audit('2026-02-01'), audit('2026-03-01'), yardstick), 'de')).toContain(
      'kein Vertrag ausgelaufen, kein Eigentümer und kein Wechselkurs ein anderer',
    )
  })

  it('prints what the spend comes to beside the shares', () => {
    const spend = comparisonOf(audit('2025-05-01'), audit('2026-07-01'), yardstick).figures.find(({ id }) => id === 'spend-per-year')!
    expect([spend.before?.low, spend.after?.low]).toEqual([282850, 241500])
  })
})

describe('an audit that was stored without its project file', () => {
  it('is put down to nothing it cannot be put down to', () => {
    const compared = comparisonOf(audit('2026-05-01'), unstored(audit('2026-07-01')), yardstick)
    expect(compared.changed.projectFile).toBeNull()
    expect([compared.rescored, compared.limits.includes('project-file-not-stored')]).toEqual([false, true])
    expect(shareOf(compared)).toMatchObject({ rescored: null, projectFile: null, onDay: null })
    expect(new Set(compared.findings.flatMap(({ cause }) => cause ?? []))).toEqual(new Set(['undetermined']))
  })

  it('is measured by the later one’s, and by the same rules that is a step of its own', () => {
    const compared = comparisonOf(unstored(audit('2026-05-01')), audit('2026-06-01', { rates: RATES }), yardstick)
    expect(causesOf(compared, 'critical-not-open')).toEqual(['project-file'])
    const other = { ...unstored(audit('2026-05-01')), rules: { set: 'default', sha256: 'other' } }
    expect(causesOf(comparisonOf(other, audit('2026-06-01', { rates: RATES }), yardstick), 'critical-not-open')).toEqual(['undetermined'])
  })
})

describe('names in the comparison', () => {
  it('are the titles of policies that find nothing any more', () => {
    const compared = comparisonOf(audit('2026-05-01'), audit('2026-05-01', {}, SHORT), yardstick)
    const gone = new Set(compared.findings.filter(({ state }) => state === 'solved').map(({ policy }) => policy))
    expect([...gone].filter((policy) => compared.titles[policy] === undefined)).toEqual([])
    for (const policy of gone) expect(comparisonText(compared, 'de')).not.toContain(`: ${policy}:`)
  })

  it('tell which waivers began and which ended', () => {
    const status = (found: Audit, is: 'open' | 'waived'): Audit => ({
      ...found,
      findings: found.findings.map((one) =>
        one.policy === 'critical-not-open' && found.items[one.items[0]!]!.name.includes('SAP') ? { ...one, status: is } : one,
      ),
    })
    const [open, waived] = [status(audit('2026-05-01'), 'open'), status(audit('2026-05-01'), 'waived')]
    const told = (a: Audit, b: Audit) => comparisonText(comparisonOf(a, b, yardstick), 'de')
    expect(told(open, waived)).toMatch(/Begründete Ausnahmen, seither begonnen: .*: SAP S\/4HANA\./)
    expect(told(waived, open)).toMatch(/Begründete Ausnahmen, seither beendet .*: SAP S\/4HANA\./)
    expect(told(waived, audit('2026-05-01', { rates: RATES }))).toMatch(/Begründete Ausnahmen, deren Fall entfallen ist: .*SAP S\/4HANA\./)
    expect(told(open, open)).not.toContain('Ausnahmen')
  })
})

describe('the command', () => {
  it('gives the same from every folder', { timeout: 120_000 }, () => {
    const folder = temporary()
    const elsewhere = join(folder, 'anderswo')
    mkdirSync(elsewhere)
    writeFileSync(join(folder, 'liste.csv'), LIST)
    writeFileSync(join(folder, 'eigenstand.yaml'), `project: { id: jahre }\nrates:\n  - { currency: USD, eur: 0.92, date: "2024-11-02" }\n  - { currency: USD, eur: 0.8, date: "2026-01-02" }\n`) // prettier-ignore
    writeFileSync(join(elsewhere, 'eigenstand.yaml'), 'project: { id: anderes }\ncritical: [Microsoft 365 E3]\n')
    const db = join(folder, 'a.db')
    for (const day of ['2025-05-01', '2026-05-01'])
      expect(eigenstand(['audit', 'liste.csv', '--as-of', day, '--db', db, '--format', 'json', '--output', `${day}.json`, '--quiet'], { cwd: folder }).code).toBe(0) // prettier-ignore
    const compared = (cwd: string) => eigenstand(['compare', 'jahre@2025-05-01', 'jahre', '--db', db, '--json'], { cwd }).stdout
    expect(compared(elsewhere)).toBe(compared(folder))
    const { figures } = JSON.parse(compared(elsewhere)) as Comparison
    for (const { onDay, after } of figures) expect(onDay).toEqual(after)
  })
})
