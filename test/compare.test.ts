import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { comparisonText } from '../src/cli/text/comparison.ts'
import { summary } from '../src/cli/text/summary.ts'
import { compare } from '../src/compare.ts'
import type { Audit } from '../src/model/audit.ts'
import type { Comparison } from '../src/model/comparison.ts'
import { rescore } from '../src/rescore.ts'
import { sample } from './support/audit.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'
import { auditOf, bom, contracts, KNOWLEDGE, SET } from './support/gated.ts'

const LIST = contracts(
  ['Fachverfahren Akte', 'Muster Verlag', '48000000-8', 20_000, 'Ausschließlichkeitsrechte', 1],
  ['Microsoft 365 E3', 'Microsoft', '48300000-1', 90_000, '', 2],
)
const BOM = bom({ name: 'lodash', licence: 'MIT' }, { name: 'geheim', licence: 'BUSL-1.1', purl: 'pkg:npm/%40muster/geheim' }) // prettier-ignore
const yardstick = { knowledge: KNOWLEDGE, set: SET, version: '0.1.0' }
const states = ({ findings }: Comparison) =>
  Object.fromEntries(findings.map(({ fingerprint, state, cause }) => [fingerprint, [state, cause]]))
const with_ = (more: Partial<Audit>): Audit => ({ ...sample, ...more })

describe('an audit scored again from what is stored', () => {
  it('comes to the same figures and findings by the same rules on the same day', () => {
    const audit = auditOf({ inputs: { 'bom.json': BOM, 'liste.csv': LIST } })
    const stored = JSON.parse(JSON.stringify(audit)) as Audit
    const again = rescore(stored, yardstick, { asOf: stored.asOf, projectFile: {} })
    for (const key of ['shares', 'concentration', 'coverage', 'spend', 'boundServices', 'level'] as const)
      expect(again[key]).toEqual(audit[key])
    expect(again.findings.map(({ fingerprint }) => fingerprint)).toEqual(audit.findings.map(({ fingerprint }) => fingerprint))
    expect(again.items).toEqual(stored.items)
  })
})

describe('a comparison', () => {
  const [a, b, c] = sample.findings as [Audit['findings'][number], Audit['findings'][number], Audit['findings'][number]]
  const before = with_({ asOf: '2026-05-01', rules: { set: 'default', sha256: 'old' }, findings: [a, b] })

  it('puts each finding down to what brought it or took it away', () => {
    const one = (fingerprint: string) => ({ ...a, fingerprint })
    const again = {
      rescored: with_({ findings: [a, one('by-rules')] }),
      projectFile: with_({ findings: [a, one('by-rules'), one('by-file')] }),
      onDay: with_({ findings: [a, one('by-rules'), one('by-file'), one('by-day')] }),
    }
    const after = with_({ findings: [a, one('by-rules'), one('by-file'), one('by-day'), one('by-data'), one('again')] })
    const compared = compare(before, after, { again, seenBefore: new Set(['again', 'by-nothing']) })
    expect(states(compared)).toEqual({
      [a.fingerprint]: ['unchanged', undefined], 'by-rules': ['new', 'rules'], 'by-file': ['new', 'project-file'], 'by-day': ['new', 'day'], 'by-data': ['new', 'data'], again: ['back', 'data'], [b.fingerprint]: ['solved', 'rules'],
    }) // prettier-ignore
    expect(compared.limits).not.toContain('history-unknown')
  })

  it('says of an audit of which an input could not be read that what it held is not solved, nor new', () => {
    const failed = { code: 'W-INPUT-FAILED', message: '', params: { path: 'bom.json', code: 'E3101' } }
    const whole = with_({ findings: [a, b] })
    const part = with_({ findings: [a], notes: [failed] })
    const gone = compare(whole, part)
    expect([gone.limits.includes('after-incomplete'), states(gone)[b.fingerprint]]).toEqual([true, ['solved', 'undetermined']])
    const come = compare(part, whole)
    expect([come.limits.includes('before-incomplete'), states(come)[b.fingerprint]]).toEqual([true, ['new', 'undetermined']])
    expect(states(compare(whole, with_({ findings: [a] })))[b.fingerprint]).toEqual(['solved', 'data'])
    const told = comparisonText(gone, 'de')
    expect(told).toContain(
      'Bei der späteren Prüfung ließen sich Eingaben nicht lesen; was darin steht, erscheint als entfallen, ohne behoben zu sein.',
    )
  })

  it('does not call the rules unchanged where the later audit was stored by others than today’s', () => {
    const later = with_({ asOf: '2026-12-01', rules: { set: 'default', sha256: 'of their own' } })
    const today = with_({ asOf: '2026-12-01' })
    const compared = compare(sample, later, { again: { rescored: sample, projectFile: sample, onDay: today, after: today } })
    const told = comparisonText(compared, 'de')
    expect([compared.changed.rules, told.includes('Regeln: unverändert')]).toEqual([false, false])
    expect(told).toContain('Regeln: Die spätere Prüfung ist nach anderen Regeln abgelegt. Hier stehen beide nach den heutigen.')
  })

  it('is headed in one line, however long a name is', () => {
    const long = with_({ project: { id: 'lang', name: 'Langname'.repeat(1250) } })
    expect(comparisonText(compare(long, long), 'de').split('\n')[0]!.length).toBeLessThan(400)
    expect(summary(long, 'de').split('\n')[0]!.length).toBeLessThan(300)
  })

  it('shows what a figure was that the later audit has no more', () => {
    const of = ({ figures }: Comparison) =>
      figures.filter(({ id }) => id === 'open').map(({ basis, before, after }) => [basis, before !== null, after !== null])
    const listed = with_({ shares: sample.shares.filter(({ basis }) => basis !== 'components') })
    expect(of(compare(sample, listed))).toEqual([['components', true, false], ['spend', true, true], ['lines', true, true]]) // prettier-ignore
    expect(of(compare(listed, sample))).toEqual([['components', false, true], ['spend', true, true], ['lines', true, true]]) // prettier-ignore
  })

  it('calls what a case is about by its name, also where only one audit has it', () => {
    const about = (kind: 'vendor' | 'layer' | 'project', id: string) => ({
      ...a,
      fingerprint: `${kind} ${id}`,
      subject: { kind, id },
      items: [],
    })
    const findings = [about('vendor', 'adobe'), about('layer', 'plattform'), about('project', sample.project.id)]
    const organisations = [{ ...sample.organisations[0]!, id: 'adobe', name: 'Adobe' }]
    const told = comparisonText(compare(with_({ findings, organisations }), with_({ findings: [], organisations: [] })), 'de')
    for (const name of ['Adobe', 'Plattform', sample.project.name])
      expect(told).toMatch(new RegExp(`behoben oder entfallen, .*: ${name}$`, 'm'))
  })

  it('says what cannot be told apart', () => {
    const other = with_({ tool: { name: 'eigenstand', version: '0.2.0' }, findings: [c] })
    const compared = compare(before, other)
    expect(compared.limits).toEqual(['rules-and-method', 'history-unknown'])
    expect(compared.findings.find(({ state }) => state === 'new')?.cause).toBe('undetermined')
    expect(compare(before, with_({ project: { id: 'x', name: 'X' } })).limits).toContain('project-differs')
  })

  it('matches findings of two projects by rule and subject, for fingerprints hold the project', () => {
    const moved = with_({ project: { id: 'x', name: 'X' }, findings: [{ ...a, fingerprint: 'other' }] })
    expect(compare(before, moved).findings.map(({ state }) => state)).toEqual(['unchanged', 'solved'])
  })

  it('notes a status that changed', () => {
    const accepted = with_({ findings: [{ ...a, status: 'accepted' }, b] })
    expect(compare(before, accepted).findings[0]).toMatchObject({ state: 'unchanged', status: 'accepted', statusBefore: 'open' })
  })

  it('leaves an audit compared with itself as it is', () => {
    const { changed, figures, findings } = compare(sample, sample)
    expect(Object.values(changed)).toEqual([false, false, false, false, false])
    for (const { before, rescored, projectFile, onDay, after } of figures)
      expect([rescored, projectFile, onDay, after]).toEqual([before, before, before, before])
    expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['unchanged']))
  })
})

describe('the command', () => {
  const folder = temporary()
  const run = (...args: string[]) => eigenstand(args, { cwd: folder })
  copyFileSync(join(ROOT, 'fixtures/rosetta/vertraege.csv'), join(folder, 'liste.csv'))
  const lines = readFileSync(join(folder, 'liste.csv'), 'latin1').split('\r\n')
  writeFileSync(join(folder, 'kurz.csv'), lines.slice(0, 16).join('\r\n'), 'latin1')
  const audit = (file: string, day: string, out: string) =>
    run('audit', file, '--project', 'Wohngeld', '--as-of', day, '--format', 'json', '--output', out, '--quiet')

  it('compares stored audits and files, in text and as JSON', { timeout: 240_000 }, () => {
    expect(audit('liste.csv', '2026-01-01', 'a.json').code).toBe(0)
    expect(audit('kurz.csv', '2026-06-01', 'b.json').code).toBe(0)
    expect(audit('liste.csv', '2026-11-23', 'c.json').code).toBe(0)
    // the same bytes set anew by another program are the same audit
    writeFileSync(join(folder, 'schoen.json'), JSON.stringify(JSON.parse(readFileSync(join(folder, 'c.json'), 'utf8')), null, 4))

    const text = run('compare', 'wohngeld@2026-06-01', 'wohngeld')
    expect([text.code, text.stderr]).toEqual([0, ''])
    expect(text.stdout).toContain('Daten: Die Eingaben sind andere.')
    expect(text.stdout).toMatch(/Fälle im Vergleich: neu: \d+, wieder aufgetreten: \d+, behoben oder entfallen: \d+, unverändert: \d+/)

    const stored = JSON.parse(run('compare', 'wohngeld@2026-06-01', '3', '--json').stdout) as Comparison
    const files = JSON.parse(run('compare', 'b.json', 'schoen.json', '--json').stdout) as Comparison
    expect(stored.format).toBe('eigenstand/compare/1')
    expect(files).toEqual(stored)
    expect(stored.changed).toEqual({ data: true, rules: false, method: false, projectFile: false, day: true })
    // what the short list lacked was found in the audit before it
    expect(stored.findings.filter(({ state }) => state === 'back').length).toBeGreaterThan(0)
    expect(JSON.parse(run('compare', 'a.json', 'c.json', '--json').stdout)).toMatchObject({ changed: { data: false, day: true } })
  })

  it('ends with the code of what was wrong', () => {
    writeFileSync(join(folder, 'kein.json'), '{"format":"eigenstand/audit/1"}')
    expect(run('compare', 'nichts@2020-01-01', 'c.json').code).toBe(2)
    expect(run('compare', 'c.json').code).toBe(2)
    expect(run('compare', 'kein.json', 'c.json').code).toBe(3)
    expect(run('compare', 'liste.csv', 'c.json').code).toBe(3)
    expect(JSON.parse(run('compare', 'kein.json', 'c.json', '--json').stdout)).toMatchObject({ error: { code: 'E3003', exitCode: 3 } })
  })

  it('stands in the report of the next audit', { timeout: 120_000 }, () => {
    expect(run('audit', 'liste.csv', '--project', 'Wohngeld', '--as-of', '2026-11-24', '--quiet').code).toBe(0)
    const html = readFileSync(join(folder, 'pruefbericht-wohngeld-2026-11-24.html'), 'utf8')
    expect(html).toContain('Verglichen wird mit der Prüfung zum 23.11.2026.')
    expect(html).toContain('Abhängigkeitsstufe im Zeitverlauf')
  })
})
