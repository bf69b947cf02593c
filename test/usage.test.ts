import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { eigenstand, temporary } from './support/cli.ts'

const cwd = temporary()
const BOM = fileURLToPath(new URL('../fixtures/rosetta/bom.cdx.json', import.meta.url))
const OWN_POLICY = `id: direkt
scope: item
severity: low
title: { de: Direkt eingebunden, en: Used directly }
when: { fact: relation, is: direct }
why: { de: Probe., en: A trial. }
fix: { de: Keine., en: None. }
source: { what: "Eigene Festlegung", date: "2026-11-30", seen: primary }
examples:
  - { says: direkt, facts: { relation: direct }, expect: yes }
  - { says: mittelbar, facts: { relation: transitive }, expect: no }
`
const said = (args: readonly string[], lang: string) => {
  const { code, stderr } = eigenstand([...args, '--lang', lang], { cwd })
  return [code, stderr.split('\n')[0]!.replace(/^.*?: /, '')]
}

describe('a wrong call is told in the language of the terminal', () => {
  it.each([
    [['audit'], 'es fehlt input (Dateien, „-“ für stdin)', 'missing input (files, "-" for stdin)'],
    [['audit', 'a.json', '--nope'], '--nope gibt es nicht', 'there is no --nope'],
    [['history', 'a', 'b'], 'zu viel: b', 'too many: b'],
    [['waive', 'F-01', '--reason', 'x'], expect.stringContaining('--reason kann sein: no-alternative, '), expect.stringContaining('--reason can be: ')], // prettier-ignore
    [['check', 'a.json', '--max-file', '-1'], '--max-file braucht eine ganze Zahl ab 0, nicht „-1“', expect.stringContaining('--max-file needs an integer')], // prettier-ignore
    [['check', '--baseline', 'a', '--no-baseline', 'b'], '--baseline und --no-baseline schließen sich aus', '--baseline and --no-baseline exclude each other'], // prettier-ignore
    [['waive', 'F-01', '--as-of', '2026-01-01'], '--as-of geht nur mit --export', '--as-of needs --export'],
    [['check', 'a.json', '--report', 'junit=a.xml', '--report', 'sarif=./a.xml'], 'zwei Ausgaben nach ./a.xml', 'two outputs to ./a.xml'], // prettier-ignore
    [['audit', 'a.json', '--output', 'a.pdf'], expect.stringContaining('--format'), expect.stringContaining('--format')],
  ])('%j', (args, de, en) => {
    expect(said(args, 'de')).toEqual([2, de])
    expect(said(args, 'en')).toEqual([2, en])
  })

  it('and a file says its format by its ending', () => {
    expect(eigenstand(['audit', BOM, '--no-store', '--output', 'bericht.html'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'bericht.html'), 'utf8')).toMatch(/^<!doctype html>/i)
    expect(eigenstand(['check', BOM, '--no-store', '--output', 'gate.md'], { cwd }).code).toBeLessThan(2)
    expect(readFileSync(join(cwd, 'gate.md'), 'utf8')).toMatch(/^## /)
  })

  it('and the hint names the command that was called', () => {
    expect(eigenstand(['check', 'a.json', '--output', 'q.xml', '--lang', 'de'], { cwd }).stderr).toContain('eigenstand check --help')
    expect(eigenstand(['check', '-', '-', '--lang', 'de'], { cwd }).stderr).toContain('eigenstand check --help')
  })

  it('and a condition to which a set adds a policy of its own is called after both', () => {
    const rules = join(cwd, 'regeln')
    mkdirSync(join(rules, 'policies'), { recursive: true })
    mkdirSync(join(rules, 'sets'), { recursive: true })
    writeFileSync(join(rules, 'policies', 'direkt.yaml'), OWN_POLICY)
    const set = (policies: string) =>
      writeFileSync(join(rules, 'sets', 'eigen.yaml'), `id: eigen\nextends: default\nwords: { de: Eigen, en: Own }\ngate:\n  - { condition: new-restricted-item, action: fail, policies: [${policies}] }\n`) // prettier-ignore
    const told = () => eigenstand(['check', BOM, '--no-baseline', '--rules', rules, '--set', 'eigen', '--lang', 'de'], { cwd }).stdout
    set('direkt')
    expect(told()).toContain('neue Feststellungen: Direkt eingebunden')
    set('direkt, proprietary-item')
    expect(told()).toContain('neue proprietäre oder eingeschränkte Einträge; Direkt eingebunden')
    // also where the policy found nothing
    writeFileSync(join(rules, 'policies', 'direkt.yaml'), OWN_POLICY.replace(/^when: .*$/m, 'when: { fact: name, is: gibt-es-nicht }').replaceAll(/facts: \{[^}]*\}/g, 'facts: { name: gibt-es-nicht }').replaceAll(/expect: \w+/g, 'expect: yes')) // prettier-ignore
    expect(told()).toContain('neue proprietäre oder eingeschränkte Einträge; Direkt eingebunden')
  })

  it('and what is no command is named with its topic', () => {
    expect(eigenstand(['vendors', 'fnd', 'x', '--lang', 'de'], { cwd }).stderr).toContain('den Befehl „vendors fnd“ gibt es nicht')
    expect(eigenstand(['chek', 'bom.json', '--lang', 'de'], { cwd }).stderr).toContain('den Befehl „chek“ gibt es nicht')
  })

  it('and a long description in one piece', () => {
    expect(eigenstand(['explain', '--lang', 'de'], { cwd }).stderr).toMatch(/es fehlt id \(F-01, .*Meldung\)\n/)
  })
})
