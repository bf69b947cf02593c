import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../src/cli/text/explain.ts'
import type { Project } from '../src/model/project.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { KNOWLEDGE } from './support/gated.ts'

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
  ])('%s', (id, expected) => expect(told(id)?.text).toContain(expected))

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
