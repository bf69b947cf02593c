import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { eigenstand, temporary } from './support/cli.ts'

const cwd = temporary()
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
    [['audit', 'a.json', '--output', 'a.pdf'], expect.stringContaining('--format'), expect.stringContaining('--format')],
  ])('%j', (args, de, en) => {
    expect(said(args, 'de')).toEqual([2, de])
    expect(said(args, 'en')).toEqual([2, en])
  })

  it('and a file says its format by its ending', () => {
    const bom = fileURLToPath(new URL('../fixtures/rosetta/bom.cdx.json', import.meta.url))
    expect(eigenstand(['audit', bom, '--no-store', '--output', 'bericht.html'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'bericht.html'), 'utf8')).toMatch(/^<!doctype html>/i)
    expect(eigenstand(['check', bom, '--no-store', '--output', 'gate.md'], { cwd }).code).toBeLessThan(2)
    expect(readFileSync(join(cwd, 'gate.md'), 'utf8')).toMatch(/^## /)
  })

  it('and what is no command is named with its topic', () => {
    expect(eigenstand(['vendors', 'fnd', 'x', '--lang', 'de'], { cwd }).stderr).toContain('den Befehl „vendors fnd“ gibt es nicht')
    expect(eigenstand(['chek', 'bom.json', '--lang', 'de'], { cwd }).stderr).toContain('den Befehl „chek“ gibt es nicht')
  })

  it('and a long description in one piece', () => {
    expect(eigenstand(['explain', '--lang', 'de'], { cwd }).stderr).toMatch(/es fehlt id \(F-01, .*Meldung\)\n/)
  })
})
