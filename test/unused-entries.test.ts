import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditOf, contracts } from './support/gated.ts'
import { eigenstand, temporary } from './support/cli.ts'
import type { Project } from '../src/model/project.ts'

const list = contracts(['Microsoft 365 E3', 'Microsoft', '48300000-1', 1000], ['Fachverfahren Akte', 'Muster IT', '48000000-8', 500])
const unused = (project: Partial<Project>) =>
  auditOf({ inputs: { 'v.csv': list }, project })
    .notes.filter(({ code }) => code === 'W-ENTRY-UNUSED')
    .map(({ params }) => params)

describe('an entry of the project file that fits nothing is told', () => {
  it.each([
    [{ critical: ['PostgreSQLx'] }, [{ key: 'critical', n: 1, entries: 'PostgreSQLx' }]],
    [{ selfMade: ['nix', 'Fachverfahren Akte'] }, [{ key: 'selfMade', n: 1, entries: 'nix' }]],
    [{ makers: { Nix: 'dataport', 'Muster IT': 'dataport' } }, [{ key: 'makers', n: 1, entries: 'Nix' }]],
    [{ critical: 'abcdefg'.split('') }, [{ key: 'critical', n: 7, entries: 'a, b, c, d, e, …' }]],
    [{ critical: ['Microsoft*', 'microsoft 365 e3', 'MICROSOFT 365 E3 '] }, []],
    [{ critical: ['*'] }, []],
    // what is of the house has no maker; that one is given for it is no slip of the pen
    [{ selfMade: ['Fachverfahren*'], makers: { 'Fachverfahren Akte': 'dataport' } }, []],
    [{}, []],
  ] as [Partial<Project>, unknown][])('%o', (project, expected) => expect(unused(project)).toEqual(expected))
})

const BOM = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { name: 'app' } }, components: [{ type: 'library', name: 'a', version: '1', purl: 'pkg:npm/a@1' }] }) // prettier-ignore

/** What a check says of a project file, of an SBOM, whose components it concludes while it reads them. */
function check(project: string) {
  const cwd = temporary()
  writeFileSync(join(cwd, 'bom.json'), BOM)
  writeFileSync(join(cwd, 'eigenstand.yaml'), project)
  return eigenstand(['check', 'bom.json', '--lang', 'en', '--as-of', '2026-11-23'], { cwd })
}

it('a check says so too', () => {
  const { stdout } = check('critical: [b, "pkg:npm/a*"]\n')
  expect(stdout).toContain('W-ENTRY-UNUSED: In eigenstand.yaml an entry under critical fits nothing in this audit: b.')
})

describe('what the project file names and nobody bears is told at its place, with what was meant', () => {
  const declared = (framework: string, criterion: string, answer: string) =>
    `declared:\n  - framework: ${framework}\n    criterion: ${criterion}\n    answer: ${answer}\n    says: x\n    by: Referat IT\n    date: "2026-10-01"\n`
  it.each([
    ['set: strickt\n', 'eigenstand.yaml:1:6', 'Did you mean "strict"? There are:'],
    ['layer: platform\n', 'eigenstand.yaml:1:8', 'did you mean "plattform"?'],
    ['# a\nrules: nope\n', 'eigenstand.yaml:2:8', 'The rules folder "nope" cannot be read.'],
    [declared('eu-csx', 'SOV-2.2', 'shielded'), 'eigenstand.yaml:2:16', 'did you mean "eu-csf"?'],
    [declared('eu-csf', 'SOV-2.9', 'shielded'), 'eigenstand.yaml:3:16', 'did you mean "SOV-2.2"?'],
    [declared('eu-csf', 'SOV-2.2', 'shelded'), 'eigenstand.yaml:4:13', 'did you mean "shielded"?'],
  ])('%j', (text, place, expected) => {
    const { code, stderr } = check(text)
    expect(code).toBe(2)
    expect(stderr).toContain(` ${place} – `)
    expect(stderr).toContain(expected)
  })
})
