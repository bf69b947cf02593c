import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { eigenstand, temporary } from './support/cli.ts'

it('writes a policy that is refused until it is filled in, tests it and shows it', () => {
  const cwd = temporary()
  const run = (...args: string[]) => eigenstand(args, { cwd })
  const path = join(cwd, 'meine-regeln/policies/teurer-vertrag.yaml')
  expect(run('rules', 'new', 'teurer-vertrag', '--scope', 'item').code).toBe(0)
  expect(run('rules', 'new', 'teurer-vertrag')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2109]') })
  expect(run('rules', 'check', 'meine-regeln')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/\[E2103\] meine-regeln\/policies\/teurer-vertrag\.yaml:\d+:\d+/),
  })

  const filled = readFileSync(path, 'utf8').replaceAll('""', 'Ein Satz')
  writeFileSync(path, filled)
  expect(run('rules', 'check', 'meine-regeln').code).toBe(0)
  expect(run('rules', 'test', 'meine-regeln').stdout).toMatch(
    /^✓ +teurer-vertrag +yes +Ein Satz\n✓ +teurer-vertrag +no +Ein Satz\n✓ +teurer-vertrag +unknown +Ein Satz\nIn Ordnung: 3 Beispiele\.\n$/,
  )

  writeFileSync(path, filled.replace('expect: no', 'expect: yes'))
  const wrong = run('rules', 'test', 'meine-regeln/policies/teurer-vertrag.yaml', '--json')
  expect(wrong.code).toBe(2)
  expect(JSON.parse(wrong.stdout)).toMatchObject({
    format: 'eigenstand/rules-test/1',
    failed: 1,
    examples: [{ actual: 'yes' }, { expect: 'yes', actual: 'no' }, { actual: 'unknown' }],
  })
  expect(run('rules', 'test', 'meine-regeln').stdout).toContain('1 von 3 Beispielen stimmen nicht.')
})

it('shows a policy with its condition, as text and as data', () => {
  const text = eigenstand(['rules', 'show', 'restricted-licence']).stdout
  expect(text).toContain('Bedingung:\n  all:\n    openness is restricted\n    self-made is false\n')
  expect(JSON.parse(eigenstand(['rules', 'show', 'restricted-licence', '--json']).stdout)).toMatchObject({
    format: 'eigenstand/policy/1',
    id: 'restricted-licence',
    when: { all: [{ fact: 'openness', operator: 'is', value: 'restricted' }, { fact: 'self-made' }] },
    rule: 'rules/policies/restricted-licence.yaml:1',
  })
  expect(eigenstand(['rules', 'show', 'restricted-license'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('„restricted-licence“?'),
  })
})
