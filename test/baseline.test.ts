import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { baselineNotes, baselineOf, baselineText, pruned, updated } from '../src/baseline.ts'
import { accepted, gate } from '../src/gate.ts'
import { parseBaseline } from '../src/knowledge/baseline.ts'
import type { Audit } from '../src/model/audit.ts'
import type { GateConditionId } from '../src/model/policy.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { auditOf, bom, contracts, SET, type Part, type Row } from './support/gated.ts'

const OPEN: Part = { name: 'lodash', licence: 'MIT' }
const CLOSED: Part = { name: 'geheim', licence: 'BUSL-1.1' }
const CLOSED_TOO: Part = { name: 'verborgen', licence: 'SSPL-1.0' }
const many = (n: number, licence?: string): Part[] =>
  Array.from({ length: n }, (_, i) => ({ name: `${licence ?? 'unbekannt'}-${i}`.toLowerCase(), ...(licence !== undefined && { licence }) }))
const sbom = (...parts: readonly Part[]) => auditOf({ inputs: { 'bom.json': bom(...parts) } })
const list = (...rows: readonly Row[]) => auditOf({ inputs: { 'liste.csv': contracts(...rows) } })
const line = (audit: Audit, before: Audit | undefined, id: GateConditionId) =>
  gate(audit, SET, before && baselineOf(before)).conditions.find((one) => one.id === id)
const waiverOf = (audit: Audit, policy: string) =>
  audit.findings
    .filter((one) => one.policy === policy)
    .map(({ fingerprint }) => ({
      finding: fingerprint,
      reason: 'accepted-risk',
      approvedBy: 'IT-Leitung',
      from: '2026-01-01',
      until: '2027-12-31',
    }))

describe('the gate against a baseline', () => {
  it('fails without a baseline, passes what the baseline holds, fails what is new', () => {
    const before = sbom(OPEN, CLOSED)
    expect(gate(before, SET).exitCode).toBe(1)
    expect(gate(before, SET, baselineOf(before)).exitCode).toBe(0)
    expect(gate(before, SET, baselineOf(before)).findings).toEqual([])
    const after = sbom(OPEN, CLOSED, CLOSED_TOO)
    expect(gate(after, SET, baselineOf(before)).exitCode).toBe(1)
    expect(line(after, before, 'new-restricted-item')).toMatchObject({
      actual: 1,
      met: false,
      because: [
        after.findings.find(({ policy, subject }) => policy === 'restricted-licence' && subject.id === 'pkg:npm/verborgen')!.fingerprint,
      ],
    })
  })

  it('fails when a level is surely worse, though every finding is waived', () => {
    const before = sbom(...many(2, 'MIT'))
    const parts = [...many(2, 'MIT'), ...many(2, 'BUSL-1.1')]
    const waivers = waiverOf(sbom(...parts), 'restricted-licence')
    const after = auditOf({ inputs: { 'bom.json': bom(...parts) }, waivers })
    expect(waivers).toHaveLength(2)
    const { exitCode, conditions } = gate(after, SET, baselineOf(before))
    expect(conditions.filter(({ met }) => met === false).map(({ id }) => id)).toEqual(['level-worse', 'level-possibly-worse'])
    expect(line(after, before, 'level-worse')).toMatchObject({ met: false, because: ['gestaltungsfaehigkeit'] })
    expect(exitCode).toBe(1)
    expect(gate(after, SET).exitCode).toBe(0)
  })

  it('warns when a level is only possibly worse', () => {
    const before = sbom(...many(13, 'MIT'), ...many(7, 'BUSL-1.1'))
    const after = sbom(...many(11, 'MIT'), ...many(7, 'BUSL-1.1'), ...many(2))
    const { exitCode } = gate(after, SET, baselineOf(before))
    expect(line(after, before, 'level-worse')).toMatchObject({ met: true })
    expect(line(after, before, 'level-possibly-worse')).toMatchObject({ action: 'warn', met: false, because: ['gestaltungsfaehigkeit'] })
    expect(exitCode).toBe(0)
  })

  const office = (microsoft: number, adobe: number, softmaker: number) =>
    list(
      ['Microsoft 365 E3', 'Microsoft', '48300000-1', microsoft],
      ['Acrobat Pro', 'Adobe', '48300000-1', adobe],
      ['SoftMaker Office', 'SoftMaker', '48300000-1', softmaker],
      ['LibreOffice', 'The Document Foundation', '48300000-1', 10_000],
    )

  it('fails when a concentrated layer gets more so and its largest vendor more money', () => {
    const before = office(50_000, 30_000, 20_000)
    const after = office(60_000, 30_000, 20_000)
    // shares of 110,000 and of 120,000
    expect([before, after].map(({ concentration }) => concentration[0]!.hhi.low)).toEqual([3140, 3403])
    expect(line(after, before, 'concentration-rise')).toMatchObject({ limit: 150, actual: 263, met: false, because: ['buero-software'] })
    expect(gate(after, SET, baselineOf(before)).exitCode).toBe(1)
  })

  it('passes when the layer only shrinks: a higher HHI without more spend', () => {
    const before = office(50_000, 30_000, 20_000)
    const after = office(50_000, 30_000, 1000)
    expect(after.concentration[0]!.hhi.low - before.concentration[0]!.hhi.high).toBeGreaterThan(150)
    expect(line(after, before, 'concentration-rise')).toMatchObject({ met: true })
    expect(gate(after, SET, baselineOf(before)).exitCode).toBe(0)
  })

  it('counts a gatekeeper once: not another product of one that is there', () => {
    const before = list(['Microsoft 365 E3', 'Microsoft', '48300000-1', 50_000])
    const same = list(['Microsoft 365 E3', 'Microsoft', '48300000-1', 50_000], ['Windows Server', 'Microsoft', '48620000-0', 9000])
    const another = list(['Microsoft 365 E3', 'Microsoft', '48300000-1', 50_000], ['Google Workspace', 'Google', '48300000-1', 9000])
    const now = [line(before, undefined, 'new-large-vendor'), line(same, before, 'new-large-vendor'), line(another, before, 'new-large-vendor')] // prettier-ignore
    expect(now.map((one) => [one!.action, one!.actual, one!.met])).toEqual([
      ['warn', 1, false],
      ['warn', 0, true],
      ['warn', 1, false],
    ])
    const bound: Part = { name: 'client-s3', licence: 'Apache-2.0', purl: 'pkg:npm/%40aws-sdk/client-s3' }
    expect(line(sbom(OPEN, bound), sbom(OPEN), 'new-large-vendor')).toMatchObject({ actual: 1, met: false })
  })

  it('counts only what is new for layers, direct awards and single bids', () => {
    const before = list(['Microsoft 365 E3', 'Microsoft', '48300000-1', 50_000, 'Ausschließlichkeitsrechte', 1])
    const after = list(
      ['Microsoft 365 E3', 'Microsoft', '48300000-1', 50_000, 'Ausschließlichkeitsrechte', 1],
      ['Microsoft Windows Server', 'Microsoft', '48620000-0', 10_000, 'technische Gründe', 1],
    )
    for (const id of ['layer-concentration', 'lock-in-award', 'single-bid'] as const) {
      const [alone, same, more] = [line(before, undefined, id)!, line(before, before, id)!, line(after, before, id)!]
      expect([id, alone.met, same.met, more.met], id).toEqual([id, false, true, false])
      expect(more.actual, id).toBeLessThan(line(after, undefined, id)!.actual!)
    }
  })

  it('leaves out the axes that one side cannot assess', () => {
    const before = sbom(OPEN)
    expect(baselineOf(before).axes.map(({ id }) => id)).not.toContain('wechselmoeglichkeit')
    expect(line(list(['Microsoft 365 E3', 'Microsoft', '48300000-1', 50_000]), before, 'level-worse')!.because).not.toContain(
      'wechselmoeglichkeit',
    )
  })

  it('counts an expired waiver even where the baseline holds the finding', () => {
    const before = sbom(OPEN, CLOSED)
    const waivers = waiverOf(before, 'restricted-licence').map((waiver) => ({ ...waiver, until: '2026-11-22' }))
    expect(gate(auditOf({ inputs: { 'bom.json': bom(OPEN, CLOSED) }, waivers }), SET, baselineOf(before)).exitCode).toBe(1)
  })
})

const LAYER = '{"layer":"plattform","basis":"spend","hhi":{"low":1,"high":2},"largestSpend":1}'

describe('the baseline itself', () => {
  it('is sorted, one finding a line, the same bytes for shuffled inputs, and reads back', () => {
    const text = baselineText(baselineOf(sbom(CLOSED_TOO, OPEN, CLOSED)))
    expect(baselineText(baselineOf(sbom(CLOSED, CLOSED_TOO, OPEN)))).toBe(text)
    const findings = text.split('\n').filter((row) => row.includes('"fingerprint"'))
    expect(findings).toEqual([...findings].sort())
    expect(findings).toHaveLength(sbom(OPEN, CLOSED, CLOSED_TOO).findings.length)
    expect(baselineText(parseBaseline(text, 'x'))).toBe(text)
  })

  it('leaves out what has a waiver', () => {
    const before = sbom(OPEN, CLOSED)
    for (const until of ['2027-12-31', '2026-11-22']) {
      const waivers = waiverOf(before, 'restricted-licence').map((waiver) => ({ ...waiver, until }))
      const held = baselineOf(auditOf({ inputs: { 'bom.json': bom(OPEN, CLOSED) }, waivers })).findings.map(({ policy }) => policy)
      expect(held).not.toContain('restricted-licence')
      expect(held).toContain('opencode-licence')
    }
  })

  it('shows what an update adds and drops, and prunes only what is gone', () => {
    const before = baselineOf(sbom(OPEN, CLOSED))
    const now = sbom(OPEN, CLOSED_TOO)
    const change = updated(before, now)
    expect(change.after).toEqual(baselineOf(now))
    expect(new Set(change.added.map(({ subject }) => subject))).toEqual(new Set(['pkg:npm/verborgen']))
    expect(new Set(change.dropped.map(({ subject }) => subject))).toEqual(new Set(['pkg:npm/geheim']))
    const less = pruned(before, now)
    expect(less.added).toEqual([])
    expect(less.dropped).toEqual(change.dropped)
    expect(less.after.findings.map(({ subject }) => subject)).not.toContain('pkg:npm/verborgen')
    expect(less.after.axes).toEqual(before.axes)
  })

  it('keeps what cannot be decided now', () => {
    const before = baselineOf(sbom(OPEN, CLOSED))
    const silent = sbom(OPEN, { name: 'geheim' })
    expect(silent.findings.map(({ policy }) => policy)).not.toContain('restricted-licence')
    const kept = pruned(before, silent).kept.map(({ policy, subject }) => `${policy} ${subject}`)
    expect(kept).toContain('restricted-licence pkg:npm/geheim')
    expect(updated(before, silent).after.findings.map(({ policy }) => policy)).toContain('restricted-licence')
    expect(pruned(before, sbom(OPEN)).kept.map(({ subject }) => subject)).not.toContain('pkg:npm/geheim')
  })

  it('says when its levels rest on other rules', () => {
    const audit = sbom(OPEN)
    const baseline = baselineOf(audit)
    expect(baselineNotes(baseline, audit)).toEqual([])
    expect(baselineNotes({ ...baseline, rules: { set: 'strict', sha256: baseline.rules.sha256 } }, audit).map(({ code }) => code)).toEqual([
      'W-BASELINE-RULES',
    ])
    // one drawn before there was more to compare
    const { set, sha256 } = baseline.rules
    expect(baselineNotes({ ...baseline, rules: { set, sha256 } }, audit)).toEqual([])
    expect(baselineNotes({ ...baseline, rules: { set, sha256: '0'.repeat(64) } }, audit).map(({ code }) => code)).toEqual([
      'W-BASELINE-RULES',
    ])
    expect(baselineNotes({ ...baseline, rules: { ...baseline.rules, sha256: '0'.repeat(64) } }, audit)).toEqual([])
  })

  it.each([
    ['a level of 6', (text: string) => text.replace('"best":2', '"best":6'), 'E2103', /"best":6/],
    ['an unknown key', (text: string) => text.replace('"project"', '"projct"'), 'E2102', /"projct"/],
    [
      'a fingerprint that is none',
      (text: string) => text.replace(/"fingerprint":"[0-9a-f]{32}"/, '"fingerprint":"x"'),
      'E2103',
      /"fingerprint":"x"/,
    ],
    [
      'an axis that is better at its worst',
      (text: string) => text.replace(/"best":\d,"worst":\d/, '"best":5,"worst":4'),
      'E2103',
      /"best":5/,
    ],
    ['a finding twice', (text: string) => text.replace(/(\n {4}\{"fingerprint".*\}),/, '$1,$1,'), 'E2104', /"fingerprint"/],
    ['an axis twice', (text: string) => text.replace(/(\n {4}\{"id".*\}),/, '$1,$1,'), 'E2104', /"id"/],
    [
      'a layer twice',
      (text: string) => text.replace('"concentration": []', `"concentration": [\n${LAYER},\n${LAYER}]`),
      'E2104',
      /"layer"/,
    ],
    ['an HHI upside down', (text: string) => text.replace('"concentration": []', `"concentration": [\n${LAYER.replace('"low":1', '"low":9')}]`), 'E2103', /"low":9/], // prettier-ignore
    ['an HHI above 10,000', (text: string) => text.replace('"concentration": []', `"concentration": [\n${LAYER.replace('"high":2', '"high":20000')}]`), 'E2103', /"high":20000/], // prettier-ignore
    [
      'another version',
      (text: string) => text.replace('baseline/1', 'baseline/2').replace('"project"', '"projects"'),
      'E2206',
      /baseline\/2/,
    ],
  ])('refuses %s with its place', (_, spoil, id, where) => {
    const text = spoil(baselineText(baselineOf(sbom(OPEN, CLOSED, CLOSED_TOO))))
    const found = thrown(() => parseBaseline(text, 'b.json'))
    expect(found).toMatchObject({ id, exitCode: 2, place: { file: 'b.json' } })
    expect(text.split('\n')[found.place.line! - 1]).toMatch(where)
  })
})

function thrown(action: () => unknown): { id: string; place: { line?: number; column?: number } } {
  try {
    action()
  } catch (error) {
    return error as ReturnType<typeof thrown>
  }
  throw new Error('nothing was refused')
}

describe('as a process', () => {
  const folder = (files: Readonly<Record<string, string>>) => {
    const cwd = temporary()
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
    return {
      cwd,
      run: (...args: string[]) => eigenstand([...args, '--as-of', '2026-11-23'], { cwd }),
      read: () => readFileSync(join(cwd, 'eigenstand.baseline.json'), 'utf8'),
    }
  }

  it('create, check, update, prune, show', () => {
    const { cwd, run, read } = folder({ 'old.json': bom(OPEN, CLOSED), 'new.json': bom(OPEN, CLOSED_TOO) })
    expect(run('baseline', 'create', 'old.json').code).toBe(0)
    const before = read()
    expect([run('check', 'old.json').code, run('check', 'new.json').code, run('check', 'old.json', '--no-baseline').code]).toEqual([
      0, 1, 1,
    ])
    expect(run('baseline', 'create', 'new.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2204]') })
    expect(read()).toBe(before)
    expect(run('baseline', 'prune', 'new.json').stdout).toMatch(/^weg +[0-9a-f]{12} +restricted-licence +pkg:npm\/geheim$/m)
    expect(run('baseline', 'update', 'new.json').stdout).toMatch(/^hinzu +[0-9a-f]{12} +restricted-licence +pkg:npm\/verborgen$/m)
    expect(JSON.parse(eigenstand(['baseline', 'show', '--json'], { cwd }).stdout)).toEqual(JSON.parse(read()))
    expect(run('check', 'new.json').code).toBe(0)
  })

  it('makes none of an incomplete audit, unless the project file lowers the limit with reason and date', () => {
    const { cwd, run } = folder({ 'bom.json': bom(OPEN, { name: 'raetsel' }), 'empty.json': bom(), 'broken.json': '{' })
    expect(run('baseline', 'create', 'bom.json')).toMatchObject({ code: 5, stderr: expect.stringContaining('[E5003]') })
    expect(run('baseline', 'create', 'empty.json')).toMatchObject({ code: 5, stderr: expect.stringContaining('[E5001]') })
    expect(run('baseline', 'create', 'bom.json', 'broken.json').code).toBe(3)
    writeFileSync(
      join(cwd, 'eigenstand.yaml'),
      'limits:\n  - { condition: unknown-licence, limit: 0.5, reason: Lieferant liefert nach, date: "2026-11-23" }\n',
    )
    expect(run('baseline', 'create', 'bom.json').code).toBe(0)
    const checked = run('check', 'bom.json')
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('W-LIMIT: Die Projektdatei setzt die Grenze unknown-licence auf 0.5: Lieferant liefert nach (23.11.2026).')]) // prettier-ignore
    const limit = (text: string) => writeFileSync(join(cwd, 'eigenstand.yaml'), `limits:\n  - { ${text}, reason: x, date: "2026-11-23" }\n`)
    limit('condition: unknown-license, limit: 0.5')
    expect(run('check', 'bom.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('meinten Sie „unknown-licence“?') })
    limit('condition: unknown-licence, limit: 50')
    expect(run('check', 'bom.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('eigenstand.yaml:2:42 – limits 1, limit: ein Anteil von 0 bis 1') }) // prettier-ignore
  })

  it('a limit of the project file stands once, and holds from its date on', () => {
    const { cwd, run } = folder({ 'bom.json': bom(OPEN, { name: 'raetsel' }) })
    const limits = (...dates: string[]) =>
      writeFileSync(
        join(cwd, 'eigenstand.yaml'),
        `limits:\n${dates.map((date) => `  - { condition: unknown-licence, limit: 0.5, reason: x, date: "${date}" }\n`).join('')}`,
      )
    limits('2099-01-01')
    const { code, stdout } = run('check', 'bom.json')
    expect([code, stdout]).toEqual([5, expect.stringContaining('W-LIMIT-LATER: Die Projektdatei setzt die Grenze unknown-licence erst ab 01.01.2099 auf 0.5')]) // prettier-ignore
    limits('2026-01-01', '2099-01-01')
    expect(run('check', 'bom.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2104] eigenstand.yaml:3:18 – „unknown-licence“ ist doppelt: auch in eigenstand.yaml:2:5') }) // prettier-ignore
  })

  it('a broken baseline ends with 2 and its place, before an unreadable input and before a violation', () => {
    const { run } = folder({ 'bom.json': bom(OPEN, CLOSED), 'broken.json': '{', 'eigenstand.baseline.json': '{\n  "format": oops\n}' })
    const ran = run('check', 'bom.json', 'broken.json')
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('[E2202] eigenstand.baseline.json:2:13')])
    expect(ran.stderr).toContain('oder sie löschen und mit „eigenstand baseline create“ neu anlegen')
    expect(run('check', 'broken.json', '--baseline', 'fehlt.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2201]') })
    // 4 before 1 before 3 before 5
    expect(run('check', 'bom.json', 'broken.json', '--no-baseline').code).toBe(1)
    expect(run('check', 'bom.json', '--no-baseline', '--format', 'json', '--output', 'gibt/es/nicht.json').code).toBe(4)
  })

  it('says that it is of a later day, and renews it', () => {
    const { cwd, run, read } = folder({ 'bom.json': bom(OPEN) })
    expect(eigenstand(['baseline', 'create', 'bom.json', '--as-of', '2026-12-01'], { cwd }).code).toBe(0)
    const later = run('check', 'bom.json')
    expect([later.code, later.stdout]).toEqual([0, expect.stringContaining('W-BASELINE-LATER: Die Vergleichsbasis ist vom 01.12.2026')])
    expect(run('baseline', 'update', 'bom.json').code).toBe(0)
    expect(JSON.parse(read())).toMatchObject({ asOf: '2026-11-23' })
    expect(run('check', 'bom.json').stdout).not.toContain('W-BASELINE-LATER')
  })

  it("refuses another project's baseline", () => {
    const { run } = folder({ 'bom.json': bom(OPEN) })
    expect(run('baseline', 'create', 'bom.json').code).toBe(0)
    expect(run('check', 'bom.json', '--project', 'Ein anderes')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2203]') })
    // what cannot be read belongs to no project
    expect(run('check', 'fehlt.json')).toMatchObject({ code: 3, stderr: expect.stringContaining('[E3001]') })
  })
})

describe('borderline cases', () => {
  const share = (open: number, closed: number) => sbom(...many(open, 'MIT'), ...many(closed, 'BUSL-1.1'))
  const office = (largest: number, second: number, rest: number) =>
    list(
      ['Microsoft 365 E3', 'Microsoft', '48300000-1', largest],
      ['Acrobat Pro', 'Adobe', '48300000-1', second],
      ['SoftMaker Office', 'SoftMaker', '48300000-1', second],
      ['LibreOffice', 'The Document Foundation', '48300000-1', rest],
    )

  it('a move across a boundary within the margin does not fail, one beyond it does', () => {
    // 60 % divides level 2 from 3
    const before = share(61, 39)
    expect(before.axes.find(({ id }) => id === 'gestaltungsfaehigkeit')).toMatchObject({ best: 2, worst: 2 })
    expect(share(119, 81).axes.find(({ id }) => id === 'gestaltungsfaehigkeit')).toMatchObject({
      best: 3,
      borderline: true,
      milder: { best: 2 },
    })
    expect(line(share(119, 81), before, 'level-worse')).toMatchObject({ met: true })
    expect(line(share(58, 42), before, 'level-worse')).toMatchObject({ met: false, because: ['gestaltungsfaehigkeit'] })
  })

  it('a worse level is not hidden because it lies beside another boundary', () => {
    // from level 2 to 3, within the margin of level 4
    expect(line(share(81, 119), share(70, 30), 'level-worse')).toMatchObject({ met: false })
    expect(share(81, 119).axes.find(({ id }) => id === 'gestaltungsfaehigkeit')).toMatchObject({ best: 3, borderline: true })
    // from level 2 to 4, within the margin of level 3: the better side is still worse
    expect(line(share(79, 121), share(70, 30), 'level-worse')).toMatchObject({ met: false })
  })

  it('a layer within the margin above the boundary does not fail for its rise', () => {
    const [before, near, beyond] = [office(30_000, 15_000, 40_000), office(38_000, 21_000, 26_000), office(39_000, 24_000, 20_000)]
    expect([before, near, beyond].map(({ concentration }) => concentration[0]!.hhi.low)).toEqual([1350, 2070, 2335])
    expect(line(near, before, 'concentration-rise')).toMatchObject({ met: true, actual: 0 })
    expect(line(beyond, before, 'concentration-rise')).toMatchObject({ met: false, actual: 985, because: ['buero-software'] })
  })
})

test('what the baseline holds is shown as settled in every output, and what is new is not', () => {
  const before = sbom(OPEN, CLOSED)
  const after = accepted(sbom(OPEN, CLOSED, CLOSED_TOO), baselineOf(before))
  const status = (policy: string, subject: string) =>
    after.findings.find((one) => one.policy === policy && one.subject.id === subject)!.status
  expect(status('restricted-licence', 'pkg:npm/geheim')).toBe('accepted')
  expect(status('restricted-licence', 'pkg:npm/verborgen')).toBe('open')
  expect(after.findings.map(({ proof }) => proof.truth)).toEqual(after.findings.map(() => 'yes'))
  expect(accepted(before, undefined)).toBe(before)
})
