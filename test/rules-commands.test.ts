import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { eigenstand, ROOT, temporary } from './support/cli.ts'

it('writes a policy that is refused until it is filled in, tests it and shows it', () => {
  const cwd = temporary()
  const run = (...args: string[]) => eigenstand(args, { cwd })
  const path = join(cwd, 'meine-regeln/policies/teurer-vertrag.yaml')
  expect(run('rules', 'new', 'teurer-vertrag', '--scope', 'item').code).toBe(0)
  expect(run('rules', 'new', 'teurer-vertrag')).toMatchObject({ code: 2, stderr: expect.stringContaining('[E2109]') })
  expect(run('rules', 'new', 'single-bid')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('eigenstand rules show single-bid --yaml'),
  })
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
  expect(run('rules', 'test', 'meine-regeln').stdout).toContain('1 von 3 Beispielen stimmt nicht.')
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

it('shows a set: what its gate asks, where its levels begin, what applies', () => {
  const { stdout } = eigenstand(['rules', 'show', 'strict'])
  expect(stdout).toMatch(/^strict: Streng\n\nBedingungen der Schranke:\n/)
  expect(stdout).toMatch(/layer-concentration +schlägt fehl +0 +dominant-vendor, three-vendors, five-vendors\n/)
  expect(stdout).toMatch(/unknown-licence +nicht bewertbar +5,0\u00a0%\n/)
  expect(stdout).toMatch(/Regeln, die gelten \(\d+\):\n/)
  expect(JSON.parse(eigenstand(['rules', 'show', 'strict', '--json']).stdout)).toMatchObject({ format: 'eigenstand/set/1', leftOut: [] })
})

it('prints the file of a policy or a set as it lies, to be changed', () => {
  for (const path of ['policies/single-bid', 'sets/default'])
    expect(eigenstand(['rules', 'show', path.split('/')[1]!, '--yaml']).stdout).toBe(readFileSync(join(ROOT, `rules/${path}.yaml`), 'utf8'))
  const cwd = temporary()
  mkdirSync(join(cwd, 'rules/policies'), { recursive: true })
  const mine = readFileSync(join(ROOT, 'rules/policies/single-bid.yaml'), 'utf8').replace('severity: low', 'severity: high')
  writeFileSync(join(cwd, 'rules/policies/single-bid.yaml'), mine)
  expect(eigenstand(['rules', 'show', 'single-bid', '--yaml', '--rules', 'rules'], { cwd }).stdout).toBe(mine)
})

it('tells everything that is wrong in one run, as text and as data', () => {
  const cwd = temporary()
  mkdirSync(join(cwd, 'r/sets'), { recursive: true })
  writeFileSync(join(cwd, 'r/sets/s.yaml'), 'id: s\nextends: default\nwords: { de: A, en: B }\nwithout: [singel-bid, lock-in-awrad]\n')
  const { code, stderr } = eigenstand(['rules', 'check', 'r'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /^FEHLER \[E2105\] r\/sets\/s\.yaml:4:11 – .*\nHinweis: .*\nFEHLER \[E2105\] r\/sets\/s\.yaml:4:23 – .*\nHinweis: .*\n$/,
  )
  const document = JSON.parse(eigenstand(['rules', 'check', 'r', '--json'], { cwd }).stdout) as { error: object; more: object[] }
  expect(document).toMatchObject({ error: { code: 'E2105', column: 11 }, more: [{ code: 'E2105', column: 23, exitCode: 2 }] })
})

it('policies written from the documentation alone pass their examples and find what they are for', () => {
  const folder = join(ROOT, 'fixtures/own-rules')
  const tested = JSON.parse(eigenstand(['rules', 'test', folder, '--json']).stdout) as { failed: number; examples: { policy: string }[] }
  expect([tested.failed, new Set(tested.examples.map(({ policy }) => policy)).size, tested.examples.length]).toEqual([0, 6, 42])
  const cwd = temporary()
  const row = (product: string, maker: string, eur: number, end: string, notice: string) =>
    `${product};${maker};48300000-1;${eur},00;01.01.2026;${end};${notice}`
  const rows = [
    row('Microsoft 365 E3', 'Microsoft', 150_000, '31.12.2026', '3 Monate'),
    row('Microsoft Teams Premium', 'Microsoft', 90_000, '31.12.2026', '3 Monate'),
    row('Rätselhaftes', 'Unbekannt Software', 70_000, '31.12.2026', '3 Monate'),
  ]
  writeFileSync(
    join(cwd, 'liste.csv'),
    `Produkt;Hersteller;CPV-Code;Auftragswert netto (EUR);Vertragsbeginn;Vertragsende;Kündigungsfrist\n${rows.join('\n')}\n`,
  )
  const agpl = {
    type: 'library',
    name: 'kernel',
    version: '8',
    purl: 'pkg:maven/com.itextpdf/kernel@8',
    'bom-ref': 'k',
    licenses: [{ license: { id: 'AGPL-3.0-only' } }],
  }
  writeFileSync(
    join(cwd, 'bom.json'),
    JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: { component: { type: 'application', name: 'a', 'bom-ref': 'a' } },
      components: [agpl],
      dependencies: [{ ref: 'a', dependsOn: ['k'] }],
    }),
  )
  const args = ['check', 'liste.csv', 'bom.json', '--rules', folder, '--as-of', '2026-01-15', '--json']
  const { findings } = JSON.parse(eigenstand(args, { cwd }).stdout) as { findings: { policy: string; subject: { id: string } }[] }
  const of = (policy: string) => findings.filter((one) => one.policy === policy).map(({ subject }) => subject.id)
  expect(of('teurer-grossanbieter-vertrag')).toEqual([expect.stringMatching(/microsoft 365 e3$/)])
  expect(of('copyleft-direkt')).toEqual(['pkg:maven/com.itextpdf/kernel'])
  expect(of('schicht-konzentriert-unklar')).toEqual(['buero-software'])
})

it.each([
  ['layer: platform\n', '1:8', '„plattform“'],
  ['makers: { Muster GmbH: micorsoft }\n', '1:24', '„microsoft“'],
])('a project file that names what is not there is refused: %s', (text, place, near) => {
  const cwd = temporary()
  writeFileSync(join(cwd, 'eigenstand.yaml'), text)
  const { code, stderr } = eigenstand(['check', join(ROOT, 'fixtures/rosetta/bom.cdx.json')], { cwd })
  expect([code, stderr.startsWith(`FEHLER [E2105] eigenstand.yaml:${place} – `)]).toEqual([2, true])
  expect(stderr).toContain(near)
})

it.each(['check', 'test'])('rules %s takes a folder, one of its sub-folders or a file, with the lists beside it', (command) => {
  const run = (path: string, cwd = ROOT) => eigenstand(['rules', command, path, '--json'], { cwd })
  const count = ({ stdout }: { stdout: string }) => {
    const { files, examples } = JSON.parse(stdout) as { files?: number; examples?: { policy: string }[] }
    return files ?? new Set(examples!.map(({ policy }) => policy)).size
  }
  const cwd = temporary()
  mkdirSync(join(cwd, 'lose'))
  for (const name of ['serverschicht-ein-anbieter', 'copyleft-direkt'])
    writeFileSync(join(cwd, `lose/${name}.yaml`), readFileSync(join(ROOT, `fixtures/own-rules/policies/${name}.yaml`)))
  const found = [
    run('fixtures/own-rules'),
    run('fixtures/own-rules/policies'),
    run('fixtures/own-rules/policies/copyleft-oder-change-date.yaml'),
    run('lose/copyleft-direkt.yaml', cwd),
  ]
  expect(found.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  expect(found.map(count)).toEqual([command === 'check' ? 10 : 6, 6, 1, 1])
  // such a folder cannot be used with --rules, so only its examples are of use
  const flat = run('lose', cwd)
  expect(command === 'test' ? count(flat) : flat.code).toBe(2)
  expect(run('nirgends')).toMatchObject({ code: 2, stdout: expect.stringContaining('E2108') })
  writeFileSync(join(cwd, 'lose/liste.csv'), '')
  const file = eigenstand(['audit', 'lose/liste.csv', '--rules', 'lose/copyleft-direkt.yaml', '--no-store'], { cwd })
  expect(file).toMatchObject({ code: 2, stderr: expect.stringContaining('„lose/copyleft-direkt.yaml“ ist eine Datei; eigene Regeln') })
  writeFileSync(join(cwd, 'lose/kaputt.yaml'), 'id: kaputt\n')
  expect(JSON.parse(run('lose/kaputt.yaml', cwd).stdout)).toMatchObject({ error: { file: 'lose/kaputt.yaml', line: 1 } })
})
