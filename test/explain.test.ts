import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { bom, contracts } from './support/gated.ts'

const cwd = temporary()
const run = (...args: string[]) => eigenstand(args, { cwd })
let audit: Audit

beforeAll(() => {
  writeFileSync(join(cwd, 'bom.json'), bom({ name: 'a', licence: 'BUSL-1.1' }, { name: 'b', licence: 'MIT' }))
  writeFileSync(
    join(cwd, 'liste.csv'),
    contracts(['Microsoft 365 E3', 'Microsoft', '', 90_000], ['Oracle Database Enterprise', 'Oracle', '', 60_000, 'technische Gründe', 1]),
  )
  const args = ['audit', 'bom.json', 'liste.csv', '--as-of', '2026-11-23', '--project', 'Erstes']
  audit = JSON.parse(run(...args, '--json').stdout) as Audit
  run(...args)
}, 60_000)

describe('explain knows every kind of id that the tool prints', () => {
  const first = () => audit.findings.find(({ policy }) => policy === 'restricted-licence')!
  it.each([
    ['a finding by its number', () => 'F-01', 'finding'],
    ['a finding by its number, small', () => 'f-02', 'finding'],
    ['a finding by its fingerprint', () => first().fingerprint, 'finding'],
    ['a finding by six characters of it', () => first().fingerprint.slice(0, 6), 'finding'],
    ['a policy', () => 'restricted-licence', 'policy'],
    ['an item by its id', () => 'contract:oracle:oracle database enterprise', 'item'],
    ['an item by its purl', () => 'pkg:npm/a@1', 'item'],
    ['an item by its ref', () => 'b', 'item'],
    ['a vendor', () => 'microsoft', 'vendor'],
    ['a layer', () => 'buero-software', 'layer'],
    ['an axis', () => 'wechselmoeglichkeit', 'axis'],
    ['a fact', () => 'per-year', 'fact'],
    ['a condition of the gate', () => 'new-restricted-item', 'condition'],
    ['a set', () => 'strict', 'set'],
    ['an error', () => 'E3301', 'message'],
    ['a note', () => 'w-waiver-unused', 'note'],
  ])('%s', (_, id, kind) => {
    const asData = run('explain', id(), '--json')
    expect([asData.code, (JSON.parse(asData.stdout) as { kind: string }).kind]).toEqual([0, kind])
    for (const lang of ['de', 'en']) {
      const { code, stdout } = run('explain', id(), '--lang', lang)
      expect([code, stdout.trim() !== '', /undefined|\[object/.test(stdout)]).toEqual([0, true, false])
    }
  })

  it('and says what was probably meant where there is nothing', () => {
    expect(run('explain', 'wechselmöglichkeit')).toMatchObject({ code: 2, stderr: expect.stringContaining('„wechselmoeglichkeit“') })
  })
})

it('explain looks at the project of the project file, as waive does, and not at the newest of all', () => {
  eigenstand(['audit', 'bom.json', '--as-of', '2026-11-24', '--project', 'Zweites'], { cwd })
  const number = (id: string) => (JSON.parse(run('explain', id, '--json').stdout) as { last: { project: string } }).last.project
  expect(number('restricted-licence')).toBe('zweites')
  writeFileSync(join(cwd, 'eigenstand.yaml'), 'project: { name: Erstes }\n')
  expect(number('restricted-licence')).toBe('erstes')
  const fingerprint = audit.findings[0]!.fingerprint
  expect(run('explain', fingerprint.slice(0, 12)).code).toBe(0)
  const waived = run('waive', fingerprint.slice(0, 12), '--reason', 'accepted-risk', '--approved-by', 'IT-Leitung', '--until', '2027-01-01')
  expect(waived.code).toBe(0)
})
