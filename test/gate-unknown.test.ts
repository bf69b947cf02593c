import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gate } from '../src/gate.ts'
import type { RuleSet } from '../src/model/policy.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { auditOf, bom, contracts, KNOWLEDGE, SET } from './support/gated.ts'

const list = (rows: readonly string[], heading = 'Bezeichnung;Hersteller') => `${heading}\n${rows.join('\n')}\n`
const NOBODYS = list([
  'Fachverfahren Quellwasser;',
  'Programm Sturmvogel;',
  'Software Morgentau;',
  'Software Abendrot;',
  'Software Nachtwind;',
])
const KNOWN = list([
  'LibreOffice;The Document Foundation',
  'Debian GNU/Linux;Debian Project',
  'PostgreSQL;PostgreSQL Global Development Group',
])
const HARDWARE = contracts(['Notebook', '', '30213100', 900], ['Monitor', '', '30231310', 300])

const gated = (inputs: Readonly<Record<string, string>>, set: RuleSet = SET) => {
  const audit = auditOf({ inputs, set })
  const { exitCode, conditions } = gate(audit, set)
  return { exitCode, maker: conditions.find(({ id }) => id === 'unknown-maker') }
}

describe('what is not known is no pass', () => {
  it('a list without amounts is asked for the makers of its lines', () => {
    expect(gated({ 'liste.csv': NOBODYS })).toMatchObject({ exitCode: 5, maker: { actual: 1, limit: 0.2, met: false, basis: 'lines' } })
    expect(gated({ 'liste.csv': KNOWN })).toMatchObject({ exitCode: 0, maker: { actual: 0, met: true, basis: 'lines' } })
  })

  it('where there are amounts they weigh, however many lines have an unknown maker', () => {
    const mixed = contracts(
      ['LibreOffice', 'The Document Foundation', '', 90_000],
      ['Sturmvogel', '', '', 1_000],
      ['Morgentau', '', '', 1_000],
    )
    expect(gated({ 'liste.csv': mixed })).toMatchObject({ exitCode: 0, maker: { met: true, basis: 'spend' } })
  })

  it('an SBOM needs no list; one beside a list of which nothing is known does not cover it', () => {
    const inventory = bom({ name: 'lodash', licence: 'MIT' })
    expect(gated({ 'bom.json': inventory })).toMatchObject({ exitCode: 0, maker: { met: null } })
    expect(gated({ 'bom.json': inventory, 'liste.csv': NOBODYS })).toMatchObject({ exitCode: 5 })
  })

  it('where nothing can be asked there is nothing to assess', () => {
    expect(gated({ 'liste.csv': HARDWARE })).toMatchObject({ exitCode: 5, maker: { met: null } })
    expect(gated({ 'liste.csv': KNOWN }, KNOWLEDGE.sets.get('opencode'))).toMatchObject({ exitCode: 5 })
    const unasked = SET.gate.map((one) => (one.action === 'not-assessable' ? { ...one, action: 'off' as const } : one))
    expect(gated({ 'liste.csv': HARDWARE }, { ...SET, gate: unasked }).exitCode).toBe(0)
  })

  it('check says what the share is of; no baseline is made', () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'liste.csv'), NOBODYS)
    const check = eigenstand(['check', 'liste.csv', '--no-store'], { cwd })
    expect(check.code).toBe(5)
    expect(check.stdout).toMatch(/Hersteller unbekannt, Anteil der Zeilen +20,0\u00a0% +100\u00a0% +NEIN +unknown-maker\n/)
    expect(eigenstand(['baseline', 'create', 'liste.csv'], { cwd })).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('Hersteller unbekannt, Anteil der Zeilen: 100\u00a0%'),
    })
  })
})
