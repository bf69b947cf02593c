import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { baselineOf, updated } from '../src/baseline.ts'
import { findingsOf, waiverRows } from '../src/cli/waive.ts'
import { formerFingerprint } from '../src/evaluate/finding.ts'
import { changeWhole } from '../src/cli/whole.ts'
import { readText } from '../src/files.ts'
import { CSV_DIALECTS, textTable } from '../src/report/cells.ts'
import { checkExamples } from '../src/examples.ts'
import { gate } from '../src/gate.ts'
import { newPolicy } from '../src/knowledge/new-policy.ts'
import { policy } from '../src/knowledge/policies.ts'
import { appendWaivers, parseWaivers } from '../src/knowledge/waivers.ts'
import { parseYaml } from '../src/knowledge/yaml.ts'
import type { Audit } from '../src/model/audit.ts'
import { SCOPES, type Waiver } from '../src/model/policy.ts'
import { Problem } from '../src/model/problem.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'
import { auditOf, bom, contracts, SET, type Case, type Row } from './support/gated.ts'

const CLOSED = { name: 'geheim', licence: 'BUSL-1.1', purl: 'pkg:npm/%40muster/geheim' }
const BOM = bom({ name: 'lodash', licence: 'MIT' }, CLOSED)
const LIST = contracts(['Fachverfahren Akte', 'Muster Verlag', '48000000-8', 20_000, 'Ausschließlichkeitsrechte', 1])
const NOW: Case = { inputs: { 'bom.json': BOM, 'liste.csv': LIST } }

const waiver = (audit: Audit, name: string, more: Partial<Waiver> = {}): Waiver => ({
  finding: audit.findings.find((one) => one.policy === name)!.fingerprint,
  reason: 'accepted-risk',
  approvedBy: 'IT-Leitung',
  from: '2026-01-01',
  until: '2027-12-31',
  ...more,
})
const statusOf = (audit: Audit, name: string) => audit.findings.filter((one) => one.policy === name).map(({ status }) => status)
const codes = (audit: Audit) => audit.notes.filter(({ code }) => code.startsWith('W-WAIVER')).map(({ code, params }) => [code, params])
const failing = (audit: Audit) => gate(audit, SET).conditions.find(({ id }) => id === 'new-restricted-item')

describe('a waiver in time', () => {
  const finding = waiver(auditOf(NOW), 'restricted-licence').finding
  const on = (asOf: string, more: Partial<Waiver> = {}) =>
    auditOf({ ...NOW, asOf, waivers: [waiver(auditOf(NOW), 'restricted-licence', more)] })

  it('keeps the finding, with the waiver, and out of the gate', () => {
    const [before, after] = [auditOf(NOW), on('2026-11-23')]
    expect(failing(before)).toMatchObject({ actual: 1, met: false })
    expect(failing(after)).toMatchObject({ actual: 0, met: true })
    expect(after.findings).toHaveLength(before.findings.length)
    expect(after.findings.find((one) => one.fingerprint === finding)).toMatchObject({
      status: 'waived',
      waiver: { approvedBy: 'IT-Leitung', until: '2027-12-31' },
    })
    expect(after.findings.find((one) => one.fingerprint === finding)!.proof).toEqual(
      before.findings.find((one) => one.fingerprint === finding)!.proof,
    )
    expect(codes(after)).toEqual([])
  })

  it.each([
    ['2027-12-31', 'waived', [['W-WAIVER-EXPIRES', { days: 0 }]]],
    ['2027-10-02', 'waived', [['W-WAIVER-EXPIRES', { days: 90 }]]],
    ['2027-10-01', 'waived', []],
    ['2028-01-01', 'expired', [['W-WAIVER-EXPIRED', { until: '2027-12-31' }]]],
    ['2026-01-01', 'waived', []],
    ['2025-12-31', 'open', [['W-WAIVER-LATER', { from: '2026-01-01' }]]],
  ])('on %s: %s', (asOf, status, notes) => {
    const audit = on(asOf)
    expect(statusOf(audit, 'restricted-licence')).toEqual([status])
    expect(failing(audit)!.met).toBe(status === 'waived')
    expect(codes(audit)).toMatchObject(notes)
    expect(codes(audit)).toHaveLength(notes.length)
  })

  it('is named when nothing needs it', () => {
    const audit = auditOf({
      inputs: { 'bom.json': bom({ name: 'lodash', licence: 'MIT' }) },
      waivers: [waiver(auditOf(NOW), 'restricted-licence')],
    })
    expect(codes(audit)).toEqual([['W-WAIVER-UNUSED', { finding }]])
  })
})

describe('identity', () => {
  const first = auditOf(NOW)
  const waivers = [waiver(first, 'restricted-licence'), waiver(first, 'lock-in-award'), waiver(first, 'unknown-maker')]
  const changedText = readFileSync('rules/policies/restricted-licence.yaml', 'utf8')
    .replace(/^ {2}de: .*/gm, '  de: Ganz anders gesagt.')
    .replace(/^severity: .*/m, 'severity: critical')
  const register = [
    {
      path: 'vendors/muster.yaml',
      text: 'id: muster\nname: Muster\nkind: company\ncountry: US\nnames: [Muster Verlag]\nnamespaces: { npm: ["@muster"] }\ntiers: [{ tier: T1, because: Probe, source: hier }]\nsources: { hier: { what: Probe, date: "2026-11-23", seen: primary } }\n',
    },
  ]
  const cases: readonly (readonly [string, Case])[] = [
    ['a changed sentence in a policy', { ...NOW, rules: [{ path: 'policies/restricted-licence.yaml', text: changedText }] }],
    ['renamed and shuffled files', { inputs: { 'umbenannt.csv': LIST, 'andere.json': BOM } }],
    [
      'a new version',
      {
        inputs: {
          'bom.json': bom({ name: 'lodash', licence: 'MIT', version: '9' }, { ...CLOSED, version: '2.0.0' }),
          'liste.csv': LIST.replaceAll('20000,00', '25000,00'),
        },
      },
    ],
    ['a better register', { ...NOW, rules: register }],
  ]

  it.each(cases)('survives %s', (name, changed) => {
    const audit = auditOf({ ...changed, waivers })
    const before = new Map(
      first.findings.map(({ policy: id, subject, fingerprint }) => [`${id} ${subject.kind} ${subject.id}`, fingerprint]),
    )
    const shared = audit.findings.filter(({ policy: id, subject }) => before.has(`${id} ${subject.kind} ${subject.id}`))
    for (const { policy: id, subject, fingerprint } of shared) expect(fingerprint).toBe(before.get(`${id} ${subject.kind} ${subject.id}`))
    expect(shared.length).toBeGreaterThan(5)
    expect([statusOf(audit, 'restricted-licence'), statusOf(audit, 'lock-in-award')]).toEqual([['waived'], ['waived']])
    if (name === 'a better register')
      return expect(audit.items.filter(({ maker }) => maker?.id === 'muster').map(({ name: item }) => item)).toEqual([
        'geheim',
        'Fachverfahren Akte',
      ])
    expect(audit.findings.map(({ fingerprint }) => fingerprint).sort()).toEqual(first.findings.map(({ fingerprint }) => fingerprint).sort())
    expect(statusOf(audit, 'unknown-maker')).toEqual(['waived'])
  })

  describe('of a package that another tool spells otherwise', () => {
    const spelled = (...purls: readonly string[]) =>
      auditOf({ inputs: { 'bom.json': bom(...purls.map((purl, i) => ({ name: `teil-${i}`, licence: 'BUSL-1.1', purl, version: `${i + 1}` }))) } }) // prettier-ignore
    const of = (audit: Audit) => audit.findings.filter(({ policy: id }) => id === 'restricted-licence')

    it.each([
      ['pkg:nuget/Muster.Geheim', 'pkg:nuget/muster.geheim'],
      ['pkg:golang/github.com/Muster/Geheim', 'pkg:golang/github.com/muster/geheim'],
      ['pkg:pypi/muster.geheim', 'pkg:pypi/muster-geheim'],
      ['pkg:npm/%40muster/geheim', 'pkg:npm/muster/geheim'],
      ['pkg:docker/library/geheim', 'pkg:docker/geheim'],
    ])('%s and %s are one finding', (one, other) => {
      expect(of(spelled(other))[0]!.fingerprint).toBe(of(spelled(one))[0]!.fingerprint)
      expect(of(spelled(one, other))).toMatchObject([{ fingerprint: of(spelled(one))[0]!.fingerprint, items: [expect.anything(), expect.anything()] }]) // prettier-ignore
    })

    it('files of earlier days, in which every spelling had a fingerprint of its own, go on holding', () => {
      const now = spelled('pkg:nuget/Muster.Geheim')
      const [finding] = of(now)
      const former = formerFingerprint(finding!, now.project.id)!
      expect(former).not.toBe(finding!.fingerprint)
      const inputs = { 'bom.json': bom({ name: 'teil-0', licence: 'BUSL-1.1', purl: 'pkg:nuget/Muster.Geheim', version: '1' }) }
      const waived = auditOf({ inputs, waivers: [{ ...waiver(now, 'restricted-licence'), finding: former }] })
      expect([statusOf(waived, 'restricted-licence'), waived.notes.filter(({ code }) => code === 'W-WAIVER-UNUSED')]).toEqual([
        ['waived'],
        [],
      ])
      const baseline = baselineOf(now)
      const old = { ...baseline, findings: baseline.findings.map((one) => ({ ...one, fingerprint: former })) }
      expect(gate(now, SET, old).conditions.find(({ id }) => id === 'new-restricted-item')?.because).toEqual([])
      expect(updated(old, now)).toMatchObject({ added: [], dropped: [] })
    })

    it('what is another name is another finding', () => {
      expect(of(spelled('pkg:rpm/fedora/Geheim', 'pkg:rpm/fedora/geheim'))).toHaveLength(2)
      expect(of(spelled('pkg:npm/Geheim', 'pkg:npm/geheim'))).toHaveLength(2)
    })
  })

  describe('of findings about vendors and layers', () => {
    const office = contracts(['Fachverfahren Akte', 'Muster Verlag', '48000000-8', 20_000, 'Ausschließlichkeitsrechte', 1], ['Microsoft 365 E3', 'Microsoft', '48300000-1', 50_000]) // prettier-ignore
    const here: Case = { inputs: { 'bom.json': BOM, 'liste.csv': office } }
    const vendor = (id: string, more = '') => ({
      path: `vendors/${id}.yaml`,
      text: register[0]!.text.replace('id: muster', `id: ${id}\n${more}`),
    })
    const before = auditOf({ ...here, rules: [vendor('muster')] })
    const named = ['gatekeeper-present', 'dominant-vendor'].map((name) =>
      before.findings.find((one) => one.policy === name && one.subject.id !== 'microsoft')!,
    )
    const excused = named.map(({ fingerprint }): Waiver => ({ ...waiver(before, 'lock-in-award'), finding: fingerprint }))
    const statuses = (changed: Case) => {
      const audit = auditOf({ ...changed, waivers: excused })
      return ['gatekeeper-present', 'dominant-vendor'].map(
        (name) =>
          `${name} ${audit.findings
            .filter((one) => one.policy === name && one.subject.id !== 'microsoft')
            .map(({ status }) => status)
            .join()}`,
      )
    }
    const held = ['gatekeeper-present waived', 'dominant-vendor waived']

    it('are there', () =>
      expect(named.map(({ subject }) => `${subject.kind} ${subject.id}`)).toEqual(['vendor muster', 'layer buero-software']))
    it.each([
      ['the same register', vendor('muster')],
      ['another id for the organisation, with the former one', vendor('muster-gruppe', 'formerly: [muster]')],
      ['a third id', vendor('muster-neu', 'formerly: [muster, muster-gruppe]')],
      ['another name, more names and namespaces', { ...vendor('muster'), text: vendor('muster').text.replace('name: Muster\n', 'name: Muster AG\n').replace('[Muster Verlag]', '[Muster Verlag, Muster Haus]') }], // prettier-ignore
    ])('survive %s', (_, file) => expect(statuses({ ...here, rules: [file] })).toEqual(held))
    it('survive renamed files, new versions and other amounts', () => {
      const inputs = { 'x.csv': office.replaceAll('20000,00', '25000,00'), 'y.json': bom({ name: 'lodash', licence: 'MIT' }, { ...CLOSED, version: '3' }) } // prettier-ignore
      expect(statuses({ inputs, rules: [vendor('muster')] })).toEqual(held)
    })
    it('are new where nothing says that the other id is the same organisation, and the waiver is named as unused', () => {
      expect(statuses({ ...here, rules: [vendor('muster-gruppe')] })).toEqual(['gatekeeper-present open', 'dominant-vendor waived'])
      expect(codes(auditOf({ ...here, rules: [vendor('muster-gruppe')], waivers: excused }))).toEqual([['W-WAIVER-UNUSED', { finding: excused[0]!.finding }]]) // prettier-ignore
    })
    it('are refused a former id that somebody bears', () => {
      expect(thrown(() => auditOf({ ...here, rules: [vendor('muster', 'formerly: [microsoft]')] })).id).toBe('E2104')
    })
  })

  it('says the change of the sentence, so that the case is one', () => {
    expect(auditOf(cases[0]![1]).policies.find(({ id }) => id === 'restricted-licence')).toMatchObject({
      why: { de: expect.stringContaining('Ganz anders gesagt.') },
      severity: 'critical',
    })
  })

  it('is another one in another project', () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'bom.json'), BOM)
    const prints = (...args: string[]) =>
      (
        JSON.parse(eigenstand(['check', 'bom.json', '--json', ...args], { cwd }).stdout) as { findings: { fingerprint: string }[] }
      ).findings.map(({ fingerprint }) => fingerprint)
    const german = prints('--lang', 'de')
    expect(prints('--lang', 'en')).toEqual(german)
    expect(prints('--project', 'anders').filter((one) => german.includes(one))).toEqual([])
  })
})

describe('the waivers file', () => {
  const entry = (n: number, more = '') =>
    `- finding: "${String(n).padStart(32, '0')}"\n  reason: accepted-risk\n  approvedBy: IT-Leitung\n  from: "2026-01-01"\n  until: "2026-12-31"\n${more}`

  it('reads entries, and nothing as nothing', () => {
    expect(parseWaivers(entry(1, '  subject: pkg:npm/x # für Leser\n'), 'w')).toEqual([
      {
        finding: '00000000000000000000000000000001',
        subject: 'pkg:npm/x',
        reason: 'accepted-risk',
        approvedBy: 'IT-Leitung',
        from: '2026-01-01',
        until: '2026-12-31',
      },
    ])
    expect([parseWaivers('', 'w'), parseWaivers('# nur ein Satz\n', 'w')]).toEqual([[], []])
  })

  it.each([
    ['a finding twice', entry(1) + entry(1), 'E2104', 6],
    ['an end before the beginning', entry(1).replace('2026-12-31', '2025-12-31'), 'E2103', 5],
    ['a reason that is none', entry(1).replace('accepted-risk', 'keine-lust'), 'E2103', 2],
    ['another reason without words', entry(1).replace('accepted-risk', 'other'), 'E2103', 2],
    ['a law without a legal basis', entry(1).replace('accepted-risk', 'legally-prescribed'), 'E2103', 2],
    ['a day that does not exist', entry(1).replace('2026-12-31', '2026-02-30'), 'E2103', 5],
    ['no end', entry(1).replace(/ {2}until.*\n/, ''), 'E2103', 1],
    ['an address for a role', entry(1).replace('IT-Leitung', 'x@example.org'), 'E2103', 3],
    ['a text for an identity', entry(1).replace(/"0+1"/, 'restricted-licence'), 'E2103', 1],
    ['a misspelt key', entry(1).replace('approvedBy', 'aprovedBy'), 'E2102', 3],
    ['no list', 'finding: x\n', 'E2103', 1],
  ])('refuses %s', (_, text, id, line) => {
    const found = thrown(() => parseWaivers(text, 'eigenstand.waivers.yaml'))
    expect([found.id, found.exitCode, found.place.file, found.place.line]).toEqual([id, 2, 'eigenstand.waivers.yaml', line])
    expect(found.place.column).toBeGreaterThan(0)
  })

  it('gets an entry more and keeps what stands in it', () => {
    const [added] = parseWaivers(entry(2), 'w')
    const hostile = { ...added!, words: '*a: "b" # c\n&d \u001b', subject: '- x: y' }
    for (const before of [undefined, '', '# Kopf\n', `# Kopf\n${entry(1)}  # Schluss`, entry(1).replace(/^/gm, '   ').trimEnd()]) {
      const after = appendWaivers(before, [hostile], 'w')
      expect(after.startsWith(before ?? '#')).toBe(true)
      expect(parseWaivers(after, 'w').at(-1)).toEqual(hostile)
      expect(parseWaivers(after, 'w')).toHaveLength((before ?? '').includes('finding') ? 2 : 1)
    }
  })

  it.each([
    ['keys far behind the hyphen', entry(1).replace('- finding', '-   finding').replaceAll('\n  ', '\n    ')],
    ['all of it further in', entry(1).replace(/^(?=.)/gm, '  ')],
    [
      'both',
      entry(1)
        .replace('- finding', '-   finding')
        .replaceAll('\n  ', '\n    ')
        .replace(/^(?=.)/gm, ' '),
    ],
    ['the hyphen alone', entry(1).replaceAll('\n  ', '\n    ').replace('- finding', '-\n    finding')],
    ['line ends of Windows', entry(1).replaceAll('\n', '\r\n')],
    ['line ends of Windows, without the last', entry(1).trimEnd().replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff# Kopf\r\n${entry(1).replaceAll('\n', '\r\n')}`],
    ['a comment alone, with line ends of Windows', '# Kopf\r\n'],
  ])('keeps its line ends and its indentation: %s', (_, before) => {
    const [added] = parseWaivers(entry(2), 'w')
    const after = appendWaivers(before, [added!, { ...added!, finding: 'f'.repeat(32) }], 'w')
    expect(after.startsWith(before)).toBe(true)
    expect(parseWaivers(after, 'w').slice(-2)).toEqual([added!, { ...added!, finding: 'f'.repeat(32) }])
    expect([...after.matchAll(/\r?\n/g)].every(([end]) => end === (before.includes('\r') ? '\r\n' : '\n'))).toBe(true)
    const keysAt = (key: string) => new Set([...after.matchAll(new RegExp(`^(?:[ ]*-)?[ ]*(?=${key}:)`, 'gm'))].map(([at]) => at.length))
    expect(keysAt('approvedBy').size).toBe(1)
    expect(keysAt('finding')).toEqual(keysAt('approvedBy'))
  })

  it('hides nothing: what turns the direction of writing or cannot be seen is written as its code', () => {
    const [added] = parseWaivers(entry(2), 'w')
    const words = 'abc\u202e# gilt nie\u2066\u200b\u00ad\u2028\u0085\u{e0041} ä € 😀'
    const after = appendWaivers(undefined, [{ ...added!, words, approvedBy: 'IT\u202eLeitung' }], 'w')
    expect(after).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\u0080-\u009f]/u)
    expect(after).toContain('abc\\u202e# gilt nie')
    expect(parseWaivers(after, 'w')[0]).toMatchObject({ words, approvedBy: 'IT\u202eLeitung' })
  })

  it('names no line that nobody wrote: where the other waiver stands, or the file alone', () => {
    const [added] = parseWaivers(entry(2), 'w')
    expect(appendWaivers(undefined, [added!], 'w')).toMatch(/^# Begründete Ausnahmen von Feststellungen · findings waived with a reason: /)
    expect(thrown(() => appendWaivers(entry(1) + entry(2), [added!], 'w'))).toMatchObject({ id: 'E2303', place: { line: 6, column: 12 } })
    for (const closed of ['[]', '[ ]\n# Ende\n', `${entry(1)}...\n`]) {
      const refused = thrown(() => appendWaivers(closed, [added!], 'w'))
      expect([refused.id, refused.place]).toEqual(['E2304', { file: 'w' }])
    }
  })
})

describe('the command', () => {
  const audit = auditOf(NOW)

  it('finds by number and by the beginning of the fingerprint, and asks where several are meant', () => {
    const one = audit.findings.find(({ policy: id }) => id === 'restricted-licence')!
    expect(findingsOf(audit, one.fingerprint.slice(0, 8).toUpperCase(), false)).toEqual([one])
    expect(thrown(() => findingsOf(audit, one.fingerprint.slice(0, 5), false)).id).toBe('E2006')
    const two = auditOf({ inputs: { 'bom.json': bom(CLOSED, { name: 'auch', licence: 'BUSL-1.1' }) } })
    const number = ['F-01', 'F-02', 'F-03', 'F-04', 'F-05'].find(
      (id) => !throws(() => findingsOf(two, id, true)) && findingsOf(two, id, true)[0]!.policy === 'restricted-licence',
    )!
    expect(thrown(() => findingsOf(two, number, false))).toMatchObject({ id: 'E2301', params: { n: 2 } })
    expect(findingsOf(two, number, true)).toHaveLength(2)
  })

  it('exports one table that a spreadsheet cannot take for formulas', () => {
    const entries = [
      waiver(audit, 'restricted-licence', { words: '=cmd|x', approvedBy: '=1+1; "x"' }),
      waiver(audit, 'lock-in-award', { until: '2026-02-01' }),
      { ...waiver(audit, 'lock-in-award'), finding: 'f'.repeat(32) },
    ]
    const text = [...textTable(waiverRows(entries, audit, '2026-11-23', 'en'), CSV_DIALECTS['excel-de'])].join('')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const [heading, ...rows] = parseCsv(text, { delimiter: ';', bom: true }) as string[][]
    expect(heading).toEqual(['project', 'item', 'licence', 'maker', 'state', 'decision', 'reviewer', 'date', 'trail', 'ends'])
    expect(rows[0]).toEqual([
      'probe',
      "'@muster/geheim",
      'BUSL-1.1',
      '',
      'waived',
      'risk accepted; =cmd|x',
      '\'=1+1; "x"',
      '2026-01-01/2027-12-31',
      `restricted-licence; ${entries[0]!.finding}; pkg:npm/@muster/geheim; bom.json:1 /components/1`,
      '2027-12-31',
    ])
    expect(rows.map((row) => row[4])).toEqual(['waived', 'expired', 'without finding'])
    // without an audit it is not said that there is no finding
    const alone = waiverRows(entries, undefined, '2026-11-23', 'en').slice(1)
    expect(alone.map((row) => row[4])).toEqual(['waived', 'expired', 'waived'])
  })

  it('writes days as the office does that opens it: in German for Excel, else as ISO does', () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'eigenstand.waivers.yaml'), [...appendWaivers(undefined, [waiver(audit, 'restricted-licence')], 'w')].join(''))
    const days = (...args: string[]) => {
      const { stdout } = eigenstand(['waive', '--export', 'csv', '--as-of', '2026-11-23', ...args], { cwd })
      const [, row] = parseCsv(stdout, { delimiter: args.includes('rfc4180') ? ',' : ';', bom: true }) as string[][]
      return [row![7], row!.at(-1)]
    }
    expect(days('--lang', 'de')).toEqual(['01.01.2026 – 31.12.2027', '31.12.2027'])
    expect(days('--lang', 'en')).toEqual(['2026-01-01/2027-12-31', '2027-12-31'])
    expect(days('--lang', 'de', '--csv-dialect', 'rfc4180')).toEqual(['2026-01-01/2027-12-31', '2027-12-31'])
  })

  it('calls layers and vendors by their names', () => {
    const list = auditOf({ inputs: { 'liste.csv': contracts(...Array.from({ length: 6 }, (_, n): Row => [`Microsoft 365 E${n}`, 'Microsoft', '48900000', 100000])) } }) // prettier-ignore
    const of = (kind: string) => list.findings.find(({ subject }) => subject.kind === kind)!
    const entries = ['layer', 'vendor'].map((kind) => ({ ...waiver(audit, 'restricted-licence'), finding: of(kind).fingerprint }))
    expect(
      waiverRows(entries, list, '2026-11-23', 'de')
        .slice(1)
        .map(([, subject]) => subject),
    ).toEqual(['Büro-Software', 'Microsoft'])
  })

  it('writes the file and the gate follows it; a broken file ends with 2', () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'bom.json'), BOM)
    const path = join(cwd, 'eigenstand.waivers.yaml')
    const run = (...args: string[]) => eigenstand(args, { cwd })
    const args = ['--reason', 'migration-running', '--until', '2999-12-31', '--approved-by', 'IT-Leitung']
    expect(run('waive', 'F-01', ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2302]') })
    writeFileSync(join(cwd, 'audit.json'), run('audit', 'bom.json', '--no-store', '--json').stdout)
    const { findings } = JSON.parse(readFileSync(join(cwd, 'audit.json'), 'utf8')) as Audit
    const id = findings.find((one) => one.policy === 'restricted-licence')!.fingerprint
    expect(run('check', 'bom.json').code).toBe(1)
    expect(run('waive', id.slice(0, 12), '--audit', 'audit.json', ...args).code).toBe(0)
    expect(run('waive', id.slice(0, 12), '--audit', 'audit.json', ...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[E2303] eigenstand.waivers.yaml:2:12'),
    })
    const checked = run('check', 'bom.json', '--json')
    expect([
      checked.code,
      (JSON.parse(checked.stdout) as { waived: { fingerprint: string }[] }).waived.map(({ fingerprint }) => fingerprint),
    ]).toEqual([0, [id]])
    writeFileSync(path, readFileSync(path, 'utf8').replace('migration-running', 'so-eben'))
    expect(run('check', 'bom.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2103] eigenstand.waivers.yaml:5:11') })
  })
})

describe('several calls of waive at the same time', () => {
  const BOUGHT = Array.from({ length: 6 }, (_, n) => ({ name: `geheim-${n}`, licence: 'BUSL-1.1', purl: `pkg:npm/geheim-${n}` }))
  const many = auditOf({ inputs: { 'bom.json': bom(...BOUGHT) } })
  const ids = many.findings.filter((one) => one.policy === 'restricted-licence').map(({ fingerprint }) => fingerprint)
  const given = ['--reason', 'accepted-risk', '--until', '2999-12-31', '--approved-by', 'IT-Leitung', '--lang', 'de']
  const folder = () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'audit.json'), JSON.stringify(many))
    return cwd
  }
  const left = (cwd: string) => readdirSync(cwd).filter((name) => !['audit.json', '.cache'].includes(name))

  it('each entry is kept', { timeout: 60_000 }, async () => {
    const cwd = folder()
    const codes = ids.map((id) => {
      const child = spawn(process.execPath, [join(ROOT, 'bin/run.js'), 'waive', id, '--audit', 'audit.json', ...given], { cwd, stdio: 'ignore', env: { PATH: process.env['PATH'] ?? '', HOME: cwd } }) // prettier-ignore
      return new Promise<number | null>((resolve) => child.on('exit', resolve))
    })
    expect(await Promise.all(codes)).toEqual(ids.map(() => 0))
    const entries = parseWaivers(readFileSync(join(cwd, 'eigenstand.waivers.yaml'), 'utf8'), 'w')
    expect(entries.map(({ finding }) => finding).sort()).toEqual([...ids].sort())
    expect(left(cwd)).toEqual(['eigenstand.waivers.yaml'])
  })

  it('one that finds the file taken says so and changes nothing; what a killed run has left does not stand for ever', () => {
    const cwd = folder()
    const lock = join(cwd, '.eigenstand.waivers.yaml.lock')
    writeFileSync(lock, '')
    const refused = eigenstand(['waive', ids[0]!, '--audit', 'audit.json', ...given], { cwd })
    expect([refused.code, left(cwd)]).toEqual([4, ['.eigenstand.waivers.yaml.lock']])
    expect(refused.stderr).toContain(
      '[E4006] eigenstand.waivers.yaml – Die Datei „eigenstand.waivers.yaml“ wird gerade von einem anderen Lauf geändert.',
    )
    expect(refused.stderr).toContain('„.eigenstand.waivers.yaml.lock“')
    utimesSync(lock, Date.now() / 1000 - 120, Date.now() / 1000 - 120)
    expect([eigenstand(['waive', ids[0]!, '--audit', 'audit.json', ...given], { cwd }).code, left(cwd)]).toEqual([
      0,
      ['eigenstand.waivers.yaml'],
    ])
  })

  it('what an editor saves in between is read again', async () => {
    const path = join(folder(), 'w.yaml')
    writeFileSync(path, 'a')
    const seen: (string | undefined)[] = []
    await changeWhole(path, 'w.yaml', {
      read: () => readText(path),
      change: (before) => {
        seen.push(before)
        if (seen.length === 1) writeFileSync(path, 'b')
        return `${before}+`
      },
    })
    expect([seen, readFileSync(path, 'utf8')]).toEqual([['a', 'b'], 'b+'])
  })
})

describe('what the call of waive itself says wrongly is told by its flag, at no line of a file', () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'audit.json'), JSON.stringify(auditOf(NOW)))
  const id = auditOf(NOW).findings.find((one) => one.policy === 'restricted-licence')!.fingerprint
  const call = (more: Readonly<Record<string, string>>) => {
    const given = { '--reason': 'accepted-risk', '--until': '2999-12-31', '--approved-by': 'IT-Leitung', ...more }
    return eigenstand(['waive', id, '--audit', 'audit.json', '--lang', 'de', ...Object.entries(given).flat()], { cwd })
  }

  it.each([
    [{ '--until': '2020-01-01' }, /--until: 2020-01-01 liegt vor \d{4}-\d\d-\d\d \(--from, ohne Angabe heute\)/],
    [{ '--until': '2027-01-01', '--from': '2028-01-01' }, /--until: 2027-01-01 liegt vor 2028-01-01/],
    [{ '--reason': 'other' }, /--reason: other braucht --words/],
    [{ '--reason': 'legally-prescribed' }, /--reason: legally-prescribed braucht --legal-basis/],
    [{ '--approved-by': ' ' }, /--approved-by: darf nicht leer sein/],
    [{ '--approved-by': 'x@example.org' }, /--approved-by: eine Rolle, keine Person/],
  ])('%j', (more, says) => {
    const { code, stderr } = call(more)
    expect([code, existsSync(join(cwd, 'eigenstand.waivers.yaml'))]).toEqual([2, false])
    expect(stderr).toMatch(new RegExp(`^FEHLER \\[E2001\\] Falscher Aufruf: ${says.source}`))
    expect(stderr).not.toContain('eigenstand.waivers.yaml')
  })
})

describe('a new policy', () => {
  it.each(SCOPES)('of scope %s is refused until it is filled in, and then holds', (scope) => {
    const text = newPolicy('probe', scope, '2026-11-23')
    expect(thrown(() => policy(parseYaml(text, 'p.yaml'))).id).toBe('E2103')
    const filled = text.replaceAll('""', 'Ein Satz')
    expect(() => checkExamples([policy(parseYaml(filled, 'p.yaml'))])).not.toThrow()
    expect(thrown(() => checkExamples([policy(parseYaml(filled.replace('expect: no', 'expect: yes'), 'p.yaml'))])).id).toBe('E2106')
  })
})

function throws(action: () => unknown): boolean {
  try {
    action()
    return false
  } catch {
    return true
  }
}

function thrown(action: () => unknown): Problem {
  try {
    action()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}
