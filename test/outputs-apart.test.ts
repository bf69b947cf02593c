import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { eigenstand, temporary } from './support/cli.ts'

const BOM = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { component: { type: 'application', name: 'app' } },
  components: [{ type: 'library', name: 'lodash', version: '1', purl: 'pkg:npm/lodash@1', licenses: [{ license: { id: 'MIT' } }] }],
})
const POLICY = `id: eigene
scope: item
severity: low
title: { de: Eigene, en: Own }
when: { fact: openness, is: proprietary }
why: { de: Darum., en: Therefore. }
fix: { de: Ändern., en: Change it. }
source: { what: Beschluss, date: "2026-01-31", seen: primary }
examples:
  - { says: proprietär, facts: { openness: proprietary }, expect: "yes" }
  - { says: offen, facts: { openness: open }, expect: "no" }
  - { says: nichts bekannt, facts: {}, expect: unknown }
`

let cwd: string
const put = (path: string, content: string) => {
  mkdirSync(join(cwd, path, '..'), { recursive: true })
  writeFileSync(join(cwd, path), content)
}
const texts = () =>
  new Map(
    readdirSync(cwd, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.cache'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  )
const run = (...args: string[]) => eigenstand([...args, '--as-of', '2026-11-23'], { cwd })

beforeEach(() => {
  cwd = temporary()
  put('build/a.json', BOM)
  put('build/sub/b.json', BOM)
  put('regeln/policies/eigene.yaml', POLICY)
  put('eigenstand.yaml', 'project:\n  id: app\n')
})

describe('an output never takes the place of what the run reads', () => {
  it.each([
    ['an input', ['check', 'build/a.json', '--report', 'sarif=build/a.json'], 'eine Eingabe'],
    ['an input, by another way to it', ['audit', 'build/a.json', '--output', 'build/sub/../a.json'], 'eine Eingabe'],
    ['an input, by a link', ['audit', 'build/a.json', '--report', 'html=linked/a.json'], 'eine Eingabe'],
    ['a file in a folder', ['check', 'build', '--output', 'build/sub/b.json'], 'eine Eingabe'],
    ['a file that a pattern fits', ['check', 'build/**/*.json', '--output', 'build/sub/b.json'], 'eine Eingabe'],
    ['a rule', ['check', 'build/a.json', '--rules', 'regeln', '--report', 'csv=regeln/policies/eigene.yaml'], 'eine Datei der eigenen Regeln'],
    ['a rule to be', ['check', 'build/a.json', '--rules', 'regeln', '--report', 'csv=regeln/neu.yaml'], 'eine Datei der eigenen Regeln'],
    ['the project file', ['audit', 'build/a.json', '--report', 'json=eigenstand.yaml'], 'die Projektdatei'],
    ['the waivers', ['check', 'build/a.json', '--report', 'json=eigenstand.waivers.yaml'], 'die Datei der Ausnahmen'],
    ['the baseline', ['check', 'build/a.json', '--output', 'eigenstand.baseline.json'], 'die Vergleichsbasis'],
    ['the database', ['audit', 'build/a.json', '--db', 'x.db', '--report', 'json=x.db'], 'die Datenbank'],
  ])('%s', (_, args, what) => {
    symlinkSync('build', join(cwd, 'linked'))
    const before = texts()
    expect(run(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`ist zugleich ${what};`) })
    expect(texts()).toEqual(before)
  }) // prettier-ignore

  it('nor does the mapping that columns writes', () => {
    put('liste.csv', 'Produkt;Hersteller\nOffice;Microsoft\n')
    expect(eigenstand(['columns', 'liste.csv', '--write-map', './liste.csv', '--force'], { cwd })).toMatchObject({ code: 2 })
    expect(readFileSync(join(cwd, 'liste.csv'), 'utf8')).toContain('Microsoft')
  })
})

describe('a job runs again', () => {
  it.each(['sarif', 'gitlab', 'junit', 'html', 'json'])('and replaces its %s in the folder that is its input', (format) => {
    const args = ['check', 'build', '--report', `${format}=build/bericht`]
    const { code } = run(...args)
    const first = readFileSync(join(cwd, 'build/bericht'), 'utf8')
    expect(run(...args).code).toBe(code)
    expect(readFileSync(join(cwd, 'build/bericht'), 'utf8').length).toBeGreaterThanOrEqual(first.length)
  })

  it.each(['csv', 'cyclonedx', 'markdown'])('but never counts its %s of before as an input', (format) => {
    const args = ['check', 'build', '--report', `${format}=build/bericht`]
    run(...args)
    expect(run(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2007]') })
  })

  it.each(['csv', 'cyclonedx', 'markdown', 'sarif'])('and replaces its %s elsewhere', (format) => {
    const args = ['check', 'build', '--report', `${format}=bericht`]
    expect(run(...args).code).toBe(run(...args).code)
    expect(readdirSync(cwd)).toContain('bericht')
  })
})
