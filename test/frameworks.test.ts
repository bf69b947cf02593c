import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mapFrameworks, possibleAnswers, type FrameworkOptions } from '../src/evaluate/frameworks.ts'
import type { FactValue } from '../src/evaluate/operators.ts'
import { sealCeiling, tr03183 } from '../src/gate-frameworks.ts'
import { assertDeclared } from '../src/knowledge/declared.ts'
import { parseProject } from '../src/knowledge/project.ts'
import type { Audit } from '../src/model/audit.ts'
import type { Dossier } from '../src/model/dossier.ts'
import type { Declaration, FrameworkResult } from '../src/model/framework.ts'
import type { Problem } from '../src/model/problem.ts'
import { HOSTILE, smallAudit } from './support/small-audit.ts'
import { empty, sample } from './support/audit.ts'
import { eigenstand, ROOT, temporary } from './support/cli.ts'
import { page, section, text } from './support/page.ts'
import { frameworks } from './support/rules.ts'
import { AS_OF, by, CLOSED, component, line, scored, UNKNOWN_LICENCE, UNKNOWN_MAKER } from './support/scored.ts'

const criteria = frameworks.flatMap((framework) => framework.criteria.map((criterion) => ({ framework, criterion, name: `${framework.id} ${criterion.id}` }))) // prettier-ignore
const csf = frameworks.find(({ id }) => id === 'eu-csf')!

describe('the frameworks we ship', () => {
  it.each(criteria.filter(({ criterion }) => criterion.answers.length > 0))('$name: its examples hold and reach every answer', ({ criterion }) => {
    const reached = criterion.examples.map(({ facts, expect: ids, says }) => {
      const asked = { value: (fact: string) => facts[fact] as FactValue, evidence: () => [] }
      const possible = possibleAnswers(criterion, asked, AS_OF).map(({ id }) => id)
      expect(possible, says).toEqual(ids)
      return ids
    })
    const reachable = criterion.answers.filter(({ when, otherwise }) => when !== undefined || otherwise === true).map(({ id }) => id)
    for (const id of reachable) expect(reached.some((ids) => ids.length === 1 && ids[0] === id), id).toBe(true)
  }) // prettier-ignore

  it('end with an answer that holds where no other does, and ask where facts say nothing', () => {
    for (const { criterion, name } of criteria) {
      if (criterion.answers.length > 0) expect(criterion.answers.at(-1)!.otherwise, name).toBe(true)
      else expect(criterion.facts.length > 0 || criterion.question !== undefined, name).toBe(true)
    }
  })

  it('hold two weight profiles of the CSF, each 100 %', () => {
    expect(csf.profiles!.map(({ date, weights }) => [date, Object.values(weights).reduce((sum, one) => sum + one, 0)])).toEqual([['2025-10', 100], ['2026-06-01', 100]]) // prettier-ignore
    expect(csf.criteria.map(({ id }) => id)).toEqual(['SOV-1.1', 'SOV-2.2', 'SOV-2.6', 'SOV-5.4', 'SOV-5.6', 'SOV-6.3'])
  })

  it('claim nothing', () => {
    for (const { title, about, criteria: rules } of frameworks)
      expect(JSON.stringify([title, about, rules.map(({ answers, without, assumes }) => [answers, without, assumes])])).not.toMatch(NEVER)
  })
})

/** What no page may say of a framework, in either language. */
const NEVER = /(?<!kein(en?)? )erreichte?r? SEAL|SEAL-\d\s+(wurde\s+)?(ist\s+)?(erreicht|erfüllt|reached|achieved)|konform|zertifiziert|compliant|conforms|complies|Verstoß|violation|genügt dem|bestanden|mindestens SEAL|at least SEAL/i // prettier-ignore

const OPTIONS: FrameworkOptions = { asOf: AS_OF, openSourceDeliverable: false, sources: [], declared: [] }
const map = (items: readonly Dossier[], more: Partial<FrameworkOptions> = {}): FrameworkResult[] =>
  mapFrameworks(frameworks, items, scored(items), { ...OPTIONS, ...more })
const of = (results: readonly FrameworkResult[], id: string) => results.find((one) => one.id === id)!
const criterion = (results: readonly FrameworkResult[], framework: string, id: string) => of(results, framework).criteria.find((one) => one.id === id)! // prettier-ignore
const CRITICAL = { critical: true }

describe('the ceiling of the SEAL', () => {
  it('is set by a critical closed item from outside, which is named', () => {
    const mapped = map([component(by('alpha'), CLOSED, CRITICAL, { name: 'Datenbank' }), component()])
    expect([of(mapped, 'eu-csf').sealCeiling, of(mapped, 'eu-csf').cappedBy]).toEqual([1, ['SOV-1.1', 'SOV-2.2', 'SOV-5.6']])
    const exposed = criterion(mapped, 'eu-csf', 'SOV-2.2')
    expect([exposed.status, exposed.answers.map(({ id }) => id), exposed.ceiling]).toEqual(['assessed', ['exposed'], 1])
    expect(exposed.figures).toMatchObject([{ fact: 'critical-outside-eea', value: { low: 1, high: 1 }, evidence: [{ source: 0, says: 'Datenbank' }] }]) // prettier-ignore
  })

  it.each([
    ['a critical closed item of a European company', [component(by('kappa'), CLOSED, CRITICAL)], 2],
    ['a closed part from outside that is not critical', [component(by('alpha'), CLOSED), component()], 3],
    ['a critical open item that one company steers', [component(by('alpha'), CRITICAL, { governance: 'single-company' })], 3],
    ['nothing closed and nothing critical', [component(), component()], null],
    ['a critical item of whom nothing is known', [component(UNKNOWN_MAKER, UNKNOWN_LICENCE, CRITICAL)], null],
    ['nothing at all', [], null],
  ] as const)('%s: %#', (_, items, ceiling) => {
    expect(of(map(items as readonly Dossier[]), 'eu-csf').sealCeiling).toBe(ceiling)
  })

  it('counts a service bound without a portable interface as critical, once', () => {
    const binding = { service: 'Cloud', provider: 'alpha', portable: 'no' as const, controller: by('alpha').controller! }
    const mapped = map([component({ binding, critical: true }), component({ binding, critical: true })])
    expect(criterion(mapped, 'eu-csf', 'SOV-2.2').figures[0]!.value).toEqual({ low: 1, high: 1 })
    expect(of(mapped, 'eu-csf').sealCeiling).toBe(1)
  })

  it('never rises when something unknown becomes known', () => {
    const known = [by('alpha'), by('kappa'), by('afar'), UNKNOWN_MAKER]
    const licences = [CLOSED, UNKNOWN_LICENCE, {}]
    for (const maker of known)
      for (const licence of licences) {
        const other = component(by('gamma'), CLOSED, CRITICAL)
        const before = of(map([other, component(UNKNOWN_MAKER, UNKNOWN_LICENCE, CRITICAL)]), 'eu-csf').sealCeiling ?? 4
        const after = of(map([other, component(maker, licence, CRITICAL)]), 'eu-csf').sealCeiling ?? 4
        expect(after).toBeLessThanOrEqual(before)
      }
  })
})

const declaration = (more: Partial<Declaration> = {}): Declaration => ({
  framework: 'eu-csf', criterion: 'SOV-2.2', answer: 'shielded', says: 'Treuhand', by: 'Referat IT', date: '2026-10-01', place: { file: 'eigenstand.yaml', line: 3 }, ...more,
}) // prettier-ignore

describe('declarations', () => {
  const items = [component(by('alpha'), CLOSED, CRITICAL), component(by('kappa'), CLOSED, CRITICAL)]

  it('stand with role and date beside what was assessed', () => {
    const answer = criterion(map(items, { declared: [declaration()] }), 'eu-csf', 'SOV-2.2')
    expect(answer).toMatchObject({ status: 'declared', answers: [{ id: 'exposed' }], declared: { answer: 'shielded', says: 'Treuhand', by: 'Referat IT', date: '2026-10-01', seal: 2 }, ceiling: 2 }) // prettier-ignore
  })

  it('do not lift what facts show by an answer that facts can give', () => {
    const declared = [declaration({ criterion: 'SOV-1.1', answer: 'inside' })]
    expect(criterion(map(items, { declared }), 'eu-csf', 'SOV-1.1')).toMatchObject({ status: 'declared', ceiling: 3 })
  })

  it('answer what no input shows', () => {
    const declared = [declaration({ framework: 'zendis-kriterien', criterion: 'D3', says: 'Zuletzt erprobt 2026.' })]
    expect(criterion(map(items), 'zendis-kriterien', 'D3').status).toBe('not-assessable')
    expect(criterion(map(items, { declared }), 'zendis-kriterien', 'D3').status).toBe('declared')
  })

  const project = (framework: string, id: string, answer: string) =>
    parseProject(`declared:\n  - framework: ${framework}\n    criterion: ${id}\n    answer: ${answer}\n    says: Treuhand\n    by: Referat IT\n    date: "2026-10-01"\nrequires: { seal: 2, tr03183: true }\n`, 'eigenstand.yaml') // prettier-ignore

  it('are read from the project file', () => {
    const { declared, requires } = project('eu-csf', 'SOV-2.2', 'shielded')
    expect([declared, requires]).toMatchObject([
      [{ ...declaration(), place: { file: 'eigenstand.yaml', line: 2 } }],
      { seal: 2, tr03183: true },
    ])
    expect(declared[0]!.places).toMatchObject({ framework: { line: 2, column: 16 }, criterion: { line: 3 }, answer: { line: 4 } })
    expect(() => assertDeclared(declared, frameworks)).not.toThrow()
  })

  it.each([['eu-csx', 'SOV-2.2', 'shielded', 2, 16], ['eu-csf', 'SOV-9', 'shielded', 3, 16], ['eu-csf', 'SOV-2.2', 'safe', 4, 13], ['eu-csf', 'SOV-2.6', 'inside', 3, 16]] as const)('%s %s %s: no such question or answer', (framework, id, answer, line, column) => {
    expect.assertions(1)
    try {
      assertDeclared(project(framework, id, answer).declared, frameworks)
    } catch (error) {
      expect([(error as Problem).id, (error as Problem).place]).toEqual(['E2105', { file: 'eigenstand.yaml', line, column }])
    }
  }) // prettier-ignore
})

describe('the gate', () => {
  const audit = (more: Partial<Audit>): Audit => ({ ...sample, ...more })
  it.each([
    [[component(by('alpha'), CLOSED, CRITICAL)], 2, [2, 1, false]],
    [[component(by('alpha'), CLOSED, CRITICAL)], 1, [1, 1, true]],
    [[component()], 4, [4, 4, null]],
    [[component(by('kappa'), CLOSED, CRITICAL)], 2, [2, 2, true]],
    [[component(UNKNOWN_MAKER, UNKNOWN_LICENCE)], 2, [2, 4, null]],
  ] as const)('fails on a SEAL only where the facts rule it out: %#', (items, minimum, [limit, actual, met]) => {
    expect(sealCeiling(audit({ frameworks: map(items as readonly Dossier[]) }), minimum)).toMatchObject({ limit, actual, met })
  })

  it('fails on TR-03183-2 where a required field or the format is missing', () => {
    const field = (met: number) => ({ id: 'creator', level: 'component', required: 'shall', met, of: 2, missing: [] }) as const
    const sources = (format: 'ok' | 'excluded', met: number) => [{ ...sample.sources[0]!, path: 'a.json', tr03183: { version: '2.1.0', format, fields: [field(met)] } as const }] // prettier-ignore
    expect(tr03183(audit({ sources: sources('ok', 2) }))).toMatchObject({ actual: 0, met: true })
    expect(tr03183(audit({ sources: sources('excluded', 1) }))).toMatchObject({
      met: false,
      because: ['a.json: format', 'a.json: creator'],
    })
    expect(tr03183(audit({ sources: [] })).met).toBeNull()
  })

  it('asks for either only if the project file does', { timeout: 60_000 }, () => {
    const folder = temporary()
    const list = join(ROOT, 'fixtures/rosetta/vertraege.csv')
    const ids = () => {
      const { conditions } = JSON.parse(eigenstand(['check', list, '--as-of', AS_OF, '--json'], { cwd: folder }).stdout) as { conditions: { id: string; met: boolean | null }[] } // prettier-ignore
      return conditions.filter(({ id }) => id === 'seal-ceiling' || id === 'tr03183').map(({ id, met }) => [id, met])
    }
    expect(ids()).toEqual([])
    writeFileSync(join(folder, 'eigenstand.yaml'), 'requires: { seal: 2, tr03183: true }\n')
    expect(ids()).toEqual([['seal-ceiling', false], ['tr03183', null]]) // prettier-ignore
  })
})

describe('the section of the report', () => {
  const items = [component(by('alpha'), CLOSED, CRITICAL, { name: 'Datenbank', seenAt: [{ source: 0, at: '/components/3' }] }), line(60_000, by('kappa'), CLOSED)] // prettier-ignore
  const tr = { version: '2.1.0', format: 'ok', fields: [{ id: 'creator', level: 'component', required: 'shall', met: 1, of: 1200, missing: ['/components/1'] }] } as const // prettier-ignore
  const sources = [{ ...sample.sources[0]!, tr03183: tr }, { ...sample.sources[0]!, path: 'alt.spdx', tr03183: { version: '2.1.0', format: 'excluded', fields: [] } as const }] // prettier-ignore
  const audit: Audit = { ...sample, sources, frameworks: map(items, { sources, declared: [declaration({ criterion: 'SOV-1.1', answer: 'inside' })] }) } // prettier-ignore
  const shown = async (from: Audit, language: 'de' | 'en' = 'de') => text(section(await page(from, { language }), 'frameworks'))

  it('prints the ceiling with what limits it, and that nothing is determined', async () => {
    expect(await shown(audit)).toContain('Höchstens SEAL-1: SOV-1.1 (überwiegend von außerhalb EU und EWR beherrscht), SOV-2.2 (ein kritischer Bestandteil wird von außerhalb EU und EWR beherrscht)') // prettier-ignore
    expect(await shown(audit)).toContain('Welcher SEAL vorliegt, stellt diese Prüfung nicht fest.')
    expect(await shown(audit, 'en')).toContain('At most SEAL-1:')
    expect(await shown({ ...audit, frameworks: map([component()]) })).toContain('Die Eingaben begrenzen den SEAL nicht.')
  })

  it('prints answer, figure, place, declaration and reason', async () => {
    const words = await shown(audit)
    expect(words).toContain('tragende, nicht offen, von außerhalb EU/EWR beherrscht: 1')
    expect(words).toMatch(/\/components\/3: „Datenbank“/)
    expect(words).toContain('„Treuhand“ Referat IT, 01.10.2026; nicht geprüft')
    expect(words).toContain('Offene Frage: Gibt es für kritische Systeme einen erprobten Plan für den Ausstieg?')
    expect(words).toContain('Ob ein Ausstieg erprobt ist, steht in keiner Eingabe.')
    expect(words).toMatch(/Gewichte nach 1\.2\.1 \(10\/2025\): SOV-1 15,0\u00a0%/)
    expect(words).toContain('Ein Vorschlag der Kommission vom 3. Juni 2026, kein geltendes Recht')
  })

  it('prints the fields of TR-03183-2, and that SPDX 2 is not allowed', async () => {
    const words = await shown(audit)
    expect(words).toContain('1 von 1.200 /components/1')
    expect(words).toContain('alt.spdx: SPDX 2 ist in dieser Fassung der Richtlinie nicht mehr zugelassen; die Felder sind nicht gezählt.')
    expect(words).toContain('Felder der BSI TR-03183-2')
    expect(await shown({ ...audit, sources: [] })).not.toContain('Felder der BSI TR-03183-2')
  })

  it.each(['de', 'en'] as const)('never claims a grade or conformity (%s)', async (language) => {
    const audits = [audit, empty, smallAudit({ frameworks: map([]) }), { ...audit, frameworks: map([component()]) }, { ...audit, frameworks: map([component(by('kappa'), CLOSED, CRITICAL)]) }] // prettier-ignore
    for (const one of audits) expect(await shown(one, language)).not.toMatch(NEVER)
  })

  it('prints hostile words as words', async () => {
    const declared = [declaration({ says: HOSTILE, by: HOSTILE })]
    const html = section(await page({ ...audit, frameworks: map([component(by('alpha'), CLOSED, CRITICAL, { name: HOSTILE })], { declared }) }), 'frameworks') // prettier-ignore
    expect(html).not.toContain('<b>')
    expect(html).toContain('&lt;b&gt;')
  })
})
