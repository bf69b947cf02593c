import { describe, expect, it } from 'vitest'
import { explain } from '../src/cli/text/explain.ts'
import { numberFindings } from '../src/model/numbering.ts'
import { standingOf } from '../src/model/notice.ts'
import { noticeOf } from '../src/read/table/values/notice.ts'
import { renewalOf, renewalTimeOf, saidRenewalTime } from '../src/read/table/values/terms.ts'
import { auditOf, DAY, KNOWLEDGE, SET } from './support/gated.ts'
import { matterOf, page, tableOf, text } from './support/page.ts'

describe('how a contract stands on 23 November 2026', () => {
  const yes = { renewsItself: true } as const
  const no = { renewsItself: false } as const
  const open = { endless: true } as const
  it.each([
    // the day is to come
    [{ end: '2027-12-31', notice: 'P3M' }, { end: '2027-12-31', notice: '2027-09-30', passed: false, bound: '2027-12-31', next: '2027-09-30' }],
    [{ end: '2027-02-22', notice: 'P3M', ...yes }, { end: '2027-02-22', notice: '2026-11-22', passed: true }],
    [{ end: '2027-02-23', notice: 'P3M', ...yes }, { end: '2027-02-23', notice: '2026-11-23', passed: false, bound: '2027-02-23', next: '2026-11-23' }],
    // it has passed: whether the contract renews itself, and for how long, decides
    [{ end: '2026-12-31', notice: 'P3M' }, { end: '2026-12-31', notice: '2026-09-30', passed: true }],
    [{ end: '2026-12-31', notice: 'P3M', ...no }, { end: '2026-12-31', notice: '2026-09-30', passed: true, bound: '2026-12-31', next: null }],
    [{ end: '2026-12-31', notice: 'P3M', ...yes }, { end: '2026-12-31', notice: '2026-09-30', passed: true }],
    [{ end: '2026-12-31', notice: 'P3M', ...yes, renewal: 'P12M' }, { end: '2026-12-31', notice: '2026-09-30', passed: true, bound: '2027-12-31', next: '2027-09-30' }],
    [{ end: '2027-02-28', notice: 'P6M', ...yes, renewal: 'P1Y' }, { end: '2027-02-28', notice: '2026-08-31', passed: true, bound: '2028-02-29', next: '2027-08-31' }],
    // a period of notice that is longer than the renewal skips one
    [{ end: '2026-12-31', notice: 'P12M', ...yes, renewal: 'P6M' }, { end: '2026-12-31', notice: '2025-12-31', passed: true, bound: '2027-12-31', next: '2026-12-31' }],
    // the stated end has passed: the contract has renewed itself since
    [{ end: '2022-12-31', notice: 'P3M', ...yes, renewal: 'P1Y' }, { end: '2026-12-31', notice: '2026-09-30', passed: true, bound: '2027-12-31', next: '2027-09-30' }],
    [{ end: '2025-03-31', notice: 'P3M', ...yes, renewal: 'P1Y' }, { end: '2027-03-31', notice: '2026-12-31', passed: false, bound: '2027-03-31', next: '2026-12-31' }],
    [{ end: '2022-12-31', notice: 'P3M', ...yes }, { passed: true }],
    [{ end: '2022-12-31', notice: 'P3M', ...no }, { end: '2022-12-31', notice: '2022-09-30', passed: false }],
    [{ end: '2022-12-31', notice: 'P3M' }, { end: '2022-12-31', notice: '2022-09-30', passed: false }],
    // nothing is guessed
    [{ end: '2026-12-31' }, { end: '2026-12-31', passed: false }],
    [{ end: '2026-12-31', ...no }, { end: '2026-12-31', passed: false, bound: '2026-12-31', next: null }],
    [{ notice: 'P3M', ...yes, renewal: 'P1Y' }, { passed: false }],
    [{ end: '2022-12-31', notice: 'P3M', ...yes, renewal: 'P0M' }, { passed: true }],
    [{ end: '2022-12-31', notice: 'P3M', ...yes, renewal: 'ein Jahr' }, { passed: true }],
    // no end, and a day of each year to which notice can be given
    [{ ...open, notice: 'P3M', noticeTo: '--12-31' }, { notice: '2027-09-30', passed: false, bound: '2027-12-31', next: '2027-09-30' }],
    [{ ...open, notice: 'P1M', noticeTo: '--12-31' }, { notice: '2026-11-30', passed: false, bound: '2026-12-31', next: '2026-11-30' }],
    [{ notice: 'P38D', noticeTo: '--12-31' }, { notice: '2026-11-23', passed: false, bound: '2026-12-31', next: '2026-11-23' }],
    [{ notice: 'P39D', noticeTo: '--12-31' }, { notice: '2027-11-22', passed: false, bound: '2027-12-31', next: '2027-11-22' }],
    [{ ...open, notice: 'P18M', noticeTo: '--06-30' }, { notice: '2026-12-31', passed: false, bound: '2028-06-30', next: '2026-12-31' }],
    [{ ...open, notice: 'P3M', noticeTo: '--02-29' }, { notice: '2026-11-30', passed: false, bound: '2027-02-28', next: '2026-11-30' }],
    [{ ...open, notice: 'P3M', noticeTo: '--12-31', noticeEvery: 'P3M' }, { notice: '2026-12-31', passed: false, bound: '2027-03-31', next: '2026-12-31' }],
    [{ ...open, notice: 'P6W', noticeTo: '--12-31', noticeEvery: 'P3M' }, { notice: '2027-02-17', passed: false, bound: '2027-03-31', next: '2027-02-17' }],
    [{ ...open, notice: 'P3M', noticeTo: '--12-31', noticeEvery: 'P6M' }, { notice: '2027-03-31', passed: false, bound: '2027-06-30', next: '2027-03-31' }],
    [{ ...open, notice: 'P1M', noticeTo: '--12-31', noticeEvery: 'P1M' }, { notice: '2026-11-30', passed: false, bound: '2026-12-31', next: '2026-11-30' }],
    [{ ...open, notice: 'P9999Y', noticeTo: '--12-31' }, { passed: false }],
    [{ ...open, notice: 'ein Jahr', noticeTo: '--12-31' }, { passed: false }],
    [{ ...open, noticeTo: '--12-31' }, { passed: false }],
    // as many renewals as there are days need no longer
    [{ end: '1900-01-01', notice: 'P1D', ...yes, renewal: 'P1D' }, { end: '2026-11-23', notice: '2026-11-22', passed: true, bound: '2026-11-24', next: '2026-11-23' }],
  ])('%j', (term, expected) => expect(standingOf(term, DAY)).toEqual(expected)) // prettier-ignore
})

const HEAD = 'Produkt;Hersteller;Auftragnehmer;Auftragswert netto (EUR);Vertragsbeginn;Vertragsende;Kündigungsfrist'
const TOLD = ['notice-missed', 'notice-passed', 'bound-to-end', 'term-ends-soon']

describe('a contract without an end', () => {
  const audit = auditOf({
    inputs: {
      'liste.csv': `${HEAD}\nSAP ERP;SAP;SAP;100.000,00;01.01.2024;unbefristet;3 Monate zum Jahresende\nJira;Atlassian;Atlassian;5.000,00;01.05.2024;unbefristet;1 Monat zum Ende des Vertragsjahres\nSlack;Slack;Slack;5.000,00;01.05.2024;unbefristet;3 Monate\nCitrix Virtual Apps;Citrix;Citrix;900,00;01.05.2024;;1 Monat z. JE\n`,
    },
  })

  it('has a day of notice where notice is given to a day of the year', () => {
    expect(audit.items.map(({ term }) => term)).toEqual([
      { start: '2024-01-01', endless: true, notice: 'P3M', noticeTo: '--12-31' },
      { start: '2024-05-01', endless: true, notice: 'P1M', noticeTo: '--04-30' },
      { start: '2024-05-01', endless: true, notice: 'P3M' },
      { start: '2024-05-01', notice: 'P1M', noticeTo: '--12-31' },
    ])
    const soon = audit.findings.filter(({ policy }) => policy === 'notice-soon').flatMap(({ items }) => items)
    expect(soon.map((index) => audit.items[index]!.name)).toEqual(['Jira', 'Citrix Virtual Apps'])
    expect(audit.findings.filter(({ policy }) => TOLD.includes(policy))).toEqual([])
  })

  it('stands in the table of contracts by that day', async () => {
    const rows = text(tableOf(await page(audit), 'terms'))
    expect(rows).toMatch(
      /Citrix Virtual Apps.*nicht angegeben kündbar zum 31\.12\.2026 30\.11\.2026.*Jira.*unbefristet kündbar zum 30\.04\.2027 31\.03\.2027.*SAP ERP.*30\.09\.2027/,
    )
    expect(rows).not.toContain('Slack')
  })
})

describe('by how long a contract renews itself', () => {
  it.each([
    ['verlängert sich um jeweils 12 Monate', 'P12M'],
    ['verlängert sich automatisch um ein weiteres Jahr, wenn nicht 3 Monate vor Ablauf gekündigt wird', 'P1Y'],
    ['automatische Verlängerung um weitere 6 Monate', 'P6M'],
    ['verlängert sich stillschweigend jährlich', 'P1Y'],
    ['monatliche Verlängerung', 'P1M'],
    ['renews automatically for another 2 years', 'P2Y'],
    ['renews annually unless cancelled by 3 months notice', 'P1Y'],
    ['3 Monate, sonst automatische Verlängerung', undefined],
    ['monatlich kündbar', undefined],
  ])('„%s“ is %s', (said, time) => expect(saidRenewalTime(said)).toBe(time))

  it('in a column of its own a length suffices', () => {
    expect(['ja, 12 Monate', '1 Jahr', 'jährlich', 'ja', 'ja, Kündigung 3 Monate vorher'].map((said) => renewalTimeOf(said))).toEqual([
      'P12M', 'P1Y', 'P1Y', undefined, undefined,
    ]) // prettier-ignore
    expect(renewalTimeOf('12', 'M')).toBe('P12M')
  })

  it('is no period of notice, and a length no yes', () => {
    expect(noticeOf('verlängert sich um 1 Jahr, wenn nicht 3 Monate vor Ablauf gekündigt wird')).toBe('P3M')
    expect(noticeOf('verlängert sich um 1 Jahr')).toBeUndefined()
    expect(['1', '0', '12 Monate', '1 Jahr'].map(renewalOf)).toEqual([true, false, undefined, undefined])
  })
})

const listed = (...lines: readonly string[]) =>
  auditOf({ inputs: { 'liste.csv': `${HEAD};Automatische Verlängerung\n${lines.join('\n')}\n` } })
const MISSED = listed(
  'SAP ERP;SAP;SAP;100.000,00;01.01.2024;31.12.2026;6 Monate;ja, um jeweils 12 Monate',
  'Oracle Database;Oracle;Oracle;50.000,00;01.01.2024;31.12.2026;3 Monate;ja',
  'Citrix Virtual Apps;Citrix;Citrix;50.000,00;01.01.2024;31.12.2026;3 Monate;nein',
  'Adobe Acrobat;Adobe;Adobe;10.000,00;01.01.2024;31.12.2026;3 Monate;',
  'Jira;Atlassian;Atlassian;10.000,00;01.01.2020;31.12.2022;3 Monate;12 Monate',
  'Zoom Meetings;Zoom;Zoom;10.000,00;01.01.2020;31.12.2022;3 Monate;',
  'Slack;Slack;Slack;10.000,00;01.01.2020;31.12.2027;3 Monate;ja',
)

const MISSED_NUMBER = numberFindings(MISSED).find(({ policy }) => policy === 'notice-missed')!.number

describe('a day of notice that has passed', () => {
  it('is a finding, as grave as what follows from it', () => {
    const of = ({ findings, items }: typeof MISSED) =>
      findings
        .filter(({ policy }) => TOLD.includes(policy))
        .flatMap(({ policy, severity, items: [index] }) => `${policy} (${severity}): ${items[index!]!.name}`)
    expect(of(MISSED).toSorted()).toEqual([
      'bound-to-end (low): Citrix Virtual Apps',
      'notice-missed (high): Jira',
      'notice-missed (high): Oracle Database',
      'notice-missed (high): SAP ERP',
      'notice-passed (medium): Adobe Acrobat',
      // of what renews itself nothing ends
      'term-ends-soon (low): Adobe Acrobat',
      'term-ends-soon (low): Citrix Virtual Apps',
    ])
  })

  it('leaves one policy undecided where no period is stated, not three', () => {
    const { undecided } = listed('Jira;Atlassian;Atlassian;10.000,00;01.01.2024;31.12.2027;;')
    expect(undecided.filter(({ policy }) => TOLD.includes(policy)).map(({ policy }) => policy)).toEqual(['notice-passed'])
  })

  it('a contract that renews itself counts after the end of its first term, one that does not has ended', () => {
    const counted = Object.fromEntries(MISSED.items.map(({ name, counted: counts, amount }) => [name, [counts, amount?.counts]]))
    expect(counted).toMatchObject({ Jira: [true, true], 'Zoom Meetings': [false, false] })
  })

  it('says until when one is bound and when notice can be given next, in report and explain', async () => {
    const html = await page(MISSED)
    const matter = text(matterOf(html, MISSED_NUMBER))
    expect(matter).toContain('SAP ERP (verstrichen am 30.06.2026; gebunden bis 31.12.2027; nächster Kündigungstag 30.06.2027)')
    expect(matter).toContain('Oracle Database (verstrichen am 30.09.2026; gebunden über den 31.12.2026 hinaus; um wie lange sich der Vertrag verlängert, ist nicht angegeben)') // prettier-ignore
    expect(matter).toContain('Adobe Acrobat (verstrichen am 30.09.2026; gebunden bis mindestens 31.12.2026; ob sich der Vertrag verlängert, ist nicht angegeben)') // prettier-ignore
    expect(matter).toContain('Citrix Virtual Apps (verstrichen am 30.09.2026; gebunden bis 31.12.2026)')
    const terms = text(tableOf(html, 'terms'))
    expect(terms).toContain('gebunden bis 31.12.2027 nächster Kündigungstag 30.06.2027')
    expect(terms).not.toContain('Zoom')
    const number = MISSED.findings.find(({ policy, items: [at] }) => policy === 'notice-missed' && MISSED.items[at!]!.name === 'SAP ERP')!
    const told = explain(number.fingerprint, { audit: MISSED, knowledge: KNOWLEDGE, set: SET, language: 'de' } as never)
    expect(told?.text).toContain('gebunden bis 31.12.2027')
  })

  it('gives no end as an occasion where the contract goes on', async () => {
    const html = await page(listed('Oracle Database;Oracle;Oracle;50.000,00;01.01.2024;31.12.2026;3 Monate;ja'))
    expect(text(html)).not.toContain('Vertragsende am 31.12.2026')
    const next = await page(listed('SAP ERP;SAP;SAP;100.000,00;01.01.2024;31.12.2026;6 Monate;ja, um jeweils 12 Monate'))
    expect(text(next)).toContain('Kündigung nur bis 30.06.2027 möglich („SAP ERP“)')
  })
})

describe('a contract that has ended', () => {
  const list =
    'Produkt;Lieferant;Betrag netto (EUR);Vertragsende\nSAP HCM;SAP Deutschland SE & Co. KG;1.000,00;31.12.2024\nOracle Database;Oracle Deutschland B.V. & Co. KG;800,00;31.12.2028\n'
  const { findings, items } = auditOf({ inputs: { 'liste.csv': list } })
  const of = (name: string) =>
    findings.filter(({ subject }) => subject.kind === 'item' && subject.id.includes(name)).map(({ policy }) => policy)

  it('counts nowhere, and only that it has ended is found of it', () => {
    expect(items.map(({ counted }) => counted)).toEqual([false, true])
    expect(of('sap hcm')).toEqual(['expired-term'])
    expect(of('oracle database')).toContain('proprietary-item')
    expect(of('oracle database')).not.toContain('expired-term')
  })
})
