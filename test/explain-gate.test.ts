import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../src/cli/text/explain.ts'
import type { Project } from '../src/model/project.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { auditOf, bom, KNOWLEDGE } from './support/gated.ts'

const told = (id: string, project?: Pick<Project, 'limits' | 'requires'>) =>
  explain(id, { audit: undefined, knowledge: KNOWLEDGE, openSourceDeliverable: false, ...(project && { project }), language: 'en' })

describe('explain follows what check prints', () => {
  it.each([
    ['lock-in-award', 'lock-in-award: direct awards with a lock-in reason'],
    ['single-bid', 'single-bid: awards with a single bid'],
    ['unknown-licence', '10.0%'],
    ['unknown-maker', '20.0%'],
    ['SOV-1.1', 'SEAL-'],
    ['sov-1.1', 'SOV-1.1: '],
    ['eu-csf', '  SOV-2.2: '],
    ['cloud-models', '*'],
    ['HHI', 'hhi'],
    ['gate/level-worse', 'level-worse: axes surely worse than the baseline'],
    ['weight:quarter', 'At least a quarter of the weight is at this level or above'],
    ['no-data', 'no-data: No data'],
    ['layer:plattform', 'Platform (plattform)'],
    ['item:jdbc#0', 'Load-bearing entry "jdbc#0"'],
    ['bindings:S3', 'Bound service "S3"'],
    ['T1', 'section 19a GWB'],
    ['t3', 'tier (size of the group): outside the EU (T3)'],
    ['open', 'Open share'],
    ['weak-copyleft', 'family'],
  ])('%s', (id, expected) => expect(told(id)?.text).toContain(expected))

  it('what does not exist is not explained', () => {
    expect(told('layer:foo')).toBeUndefined()
    const audit = auditOf({ inputs: { 'a.json': bom({ name: 'jdbc' }) } })
    const known = { audit, knowledge: KNOWLEDGE, openSourceDeliverable: false, language: 'en' } as const
    for (const id of ['item:x', 'item:x#0', 'bindings:foo']) expect(explain(id, known), id).toBeUndefined()
    const { ref, source } = audit.items.find(({ name }) => name === 'jdbc')!
    expect(explain(`item:${ref}#${source}`, known)?.text).toContain('Load-bearing entry')
  })

  it('a policy and the condition of its name are one answer', () => {
    expect(told('lock-in-award')?.document).toMatchObject({ kind: 'policy', condition: { kind: 'condition', id: 'lock-in-award' } })
  })

  it.each([
    ['seal-ceiling', { limits: [], requires: { seal: 4 } }, /eigenstand\.yaml +fails +4/],
    ['tr03183', { limits: [], requires: { tr03183: true } }, /eigenstand\.yaml +fails/],
    ['unknown-licence', { limits: [{ condition: 'unknown-licence', limit: 0.3, reason: 'x', date: '2026-11-23' }] }, /eigenstand\.yaml \(2026-11-23\) +30.0%/],
  ] as [string, Pick<Project, 'limits' | 'requires'>, RegExp][])('%s as the project file has it', (id, project, expected) => {
    expect(told(id, project)?.text).toMatch(expected)
    expect(told(id)?.text).not.toContain('eigenstand.yaml ')
  }) // prettier-ignore

  it('messages need neither rules nor a database: that they cannot be read may be why one is asked for', () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'eigenstand.yaml'), 'rules: gibt-es-nicht\n')
    writeFileSync(join(cwd, 'test.db'), 'no database')
    expect(eigenstand(['explain', 'w-limit', '--lang', 'en'], { cwd })).toMatchObject({ code: 0, stdout: expect.stringContaining('W-LIMIT: ') }) // prettier-ignore
  })

  it('a database that cannot be read is told without a way to store nothing, and in one language', () => {
    const { code, stderr } = eigenstand(['explain', 'F-01', '--db', 'gibt/es/nicht.db', '--lang', 'en'], { cwd: temporary() })
    expect([code, stderr]).toEqual([4, expect.stringContaining('cannot be opened: does not exist (ENOENT)')])
    expect(stderr).not.toContain('--no-store')
  })

  it('what was meant is asked in the language of the call', () => {
    for (const args of [
      ['explain', 'large-vendorss'],
      ['rules', 'show', 'proprietary-itemm'],
      ['vendors', 'explain', 'microsofft'],
    ]) {
      expect(eigenstand([...args, '--lang', 'en'], { cwd: temporary() }).stderr).toContain('Hint: Did you mean "')
      expect(eigenstand([...args, '--lang', 'de'], { cwd: temporary() }).stderr).toContain('Hinweis: Meinten Sie „')
    }
  })

  it('a finding without any audit is told as that', () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'eigenstand.yaml'), 'requires: { seal: 4 }\n')
    for (const id of ['F-01', 'ff2ece9d8272']) {
      const { code, stderr } = eigenstand(['explain', id, '--lang', 'en'], { cwd })
      expect([code, stderr]).toEqual([2, expect.stringContaining('ERROR [E2305] No audit is stored')])
    }
    expect(eigenstand(['explain', 'seal-ceiling', '--lang', 'en'], { cwd }).stdout).toMatch(/eigenstand\.yaml +fails +4/)
  })
})
