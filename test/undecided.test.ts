import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '../src/evaluate/prove.ts'
import { gate } from '../src/gate.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { auditOf, contracts, SET, type Row } from './support/gated.ts'

const row = (name: string, bids: number | '') => [name, 'Microsoft', '', 10_000, '', bids] as unknown as Row
const LIST = contracts(row('Microsoft 365 E3', 3), row('Microsoft Teams', ''), row('Visio', ''))

describe('what leaves a condition unknown', () => {
  const facts = (known: Record<string, number>) => ({ value: (fact: string) => known[fact], evidence: () => [] })
  const test = (fact: string) => ({ fact, operator: 'above', value: 1 })
  const missing = (condition: object, known: Record<string, number>) => compile(condition as never, '2026-01-01').missing(facts(known))

  it.each([
    [{ all: [test('a'), test('b')] }, { a: 2 }, ['b']],
    [{ all: [test('a'), test('b')] }, {}, ['a', 'b']],
    [{ all: [test('a'), test('b')] }, { a: 0 }, []],
    [{ any: [test('a'), test('b')] }, { a: 0 }, ['b']],
    [{ any: [test('a'), test('b')] }, { a: 2 }, []],
    [{ not: test('a') }, {}, ['a']],
    [{ all: [{ any: [test('a'), test('b')] }, test('c')] }, { a: 2 }, ['c']],
    [{ all: [{ any: [test('a'), test('b')] }, test('c')] }, { c: 2, b: 0 }, ['a']],
  ])('%j with %j: %j', (condition, known, expected) => expect(missing(condition, known)).toEqual(expected))
})

it('the audit counts for want of which fact a policy could not be decided', () => {
  const { undecided } = auditOf({ inputs: { 'liste.csv': LIST } })
  expect(undecided.find(({ policy }) => policy === 'single-bid')).toMatchObject({ count: 2, missing: [{ fact: 'bids', count: 2 }] })
})

it('the gate shows beside a condition what its policies could not decide; that violates nothing and is no pass', () => {
  const audit = auditOf({ inputs: { 'liste.csv': LIST } })
  const line = gate(audit, SET).conditions.find(({ id }) => id === 'single-bid')
  expect(line).toMatchObject({ actual: 0, met: true, undecided: 2, missing: 'bids' })
})

it('check, audit and explain say it, as text and as data', () => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'liste.csv'), LIST)
  const run = (...args: string[]) => eigenstand([...args], { cwd })
  const check = run('check', 'liste.csv', '--as-of', '2026-01-15').stdout
  expect(check).toMatch(/^Bedingung .* erfüllt +nicht entscheidbar +explain\n/)
  expect(check).toMatch(/Vergaben mit nur einem Angebot \(Warnung\) +0 +0 +ja +2 \(Zahl der Angebote\) +single-bid\n/)
  expect(check).toMatch(/\nNicht entscheidbar: \d+ Fälle in \d+ Regeln; keine Feststellung, aber auch nicht in Ordnung\n/)
  const document = JSON.parse(run('check', 'liste.csv', '--as-of', '2026-01-15', '--json').stdout) as {
    undecided: { policy: string; count: number }[]
  }
  expect(document.undecided.find(({ policy }) => policy === 'single-bid')).toMatchObject({ count: 2 })
  expect(run('audit', 'liste.csv', '--as-of', '2026-01-15').stdout).toMatch(/\nNicht entscheidbar: \d+ Fälle/)
  expect(run('explain', 'single-bid').stdout).toContain(
    'In der letzten Prüfung: 0 Fälle, 2 nicht entscheidbar\n  2 nicht entscheidbar; es fehlt bids (Zahl der Angebote): 2\n',
  )
  const item = run('explain', 'contract:microsoft:visio').stdout
  expect(item).toContain('Nicht entscheidbar:\n')
  expect(item).toContain('    single-bid: es fehlt bids (Zahl der Angebote)\n')
  const data = JSON.parse(run('explain', 'contract:microsoft:visio', '--json').stdout) as { undecided: { policy: string }[] }
  expect(data.undecided.map(({ policy }) => policy)).toContain('single-bid')
})
