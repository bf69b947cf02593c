import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { eigenstand, ROOT, temporary } from './support/cli.ts'

const BOM = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  components: [
    { type: 'library', name: 'ojdbc11', purl: 'pkg:maven/com.oracle.database.jdbc/ojdbc11@23.4', licenses: [{ license: { name: 'Oracle Free Use Terms and Conditions' } }] }, // prettier-ignore
    { type: 'library', name: 'lodash', purl: 'pkg:npm/lodash@4.17.21', licenses: [{ license: { id: 'MIT' } }] },
  ],
}
const PROJECT = 'project: { id: probe, name: Probe }\nrules: regeln\nmakers: { lodash: openjs-foundation }\n'

let cwd: string
let cache: string
const own = () => readdirSync(join(cache, 'eigenstand/own'))
/** All that a run says; of its audit a hash, so that a difference is told in one line. */
const check = (env: Readonly<Record<string, string>> = { XDG_CACHE_HOME: cache }) => {
  const { code, stdout, stderr } = eigenstand(['check', 'bom.json', '--no-store', '--as-of', '2026-11-30', '--report', 'json=a.json'], { cwd, env }) // prettier-ignore
  return {
    code,
    stdout,
    stderr,
    audit: createHash('sha256')
      .update(readFileSync(join(cwd, 'a.json')))
      .digest('hex'),
  }
}
const audited = () => JSON.parse(readFileSync(join(cwd, 'a.json'), 'utf8')) as Audited
interface Audited {
  readonly project: { readonly name: string }
  readonly rules: { readonly sha256: string }
  readonly findings: readonly { readonly fingerprint: string }[]
}
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(cwd, file), change(readFileSync(join(cwd, file), 'utf8')))

beforeEach(() => {
  cwd = temporary()
  cache = join(cwd, '.cache')
  writeFileSync(join(cwd, 'bom.json'), JSON.stringify(BOM))
  writeFileSync(join(cwd, 'eigenstand.yaml'), PROJECT)
  cpSync(join(ROOT, 'fixtures/own-rules'), join(cwd, 'regeln'), { recursive: true })
})

describe('what files of one’s own say is kept from run to run', () => {
  it('and said again, word for word, with project, rules, waivers and baseline', () => {
    check()
    const finding = audited().findings[0]!.fingerprint
    const waived = ['waive', finding.slice(0, 12), '--audit', 'a.json', '--reason', 'accepted-risk', '--until', '2027-03-31', '--from', '2026-11-30', '--approved-by', 'CIO'] // prettier-ignore
    const create = ['baseline', 'create', 'bom.json', '--as-of', '2026-11-30']
    for (const call of [waived, create])
      expect(eigenstand(call, { cwd, env: { XDG_CACHE_HOME: cache } })).toMatchObject({ code: 0, stderr: '' })
    const [anew, again] = [check(), check()]
    expect(own()).toHaveLength(4)
    expect(again).toEqual(anew)
    expect(check({ XDG_CACHE_HOME: join(cwd, 'other') })).toEqual(anew)
  })

  it('really: what is kept is what counts', () => {
    check()
    for (const name of own()) edit(`.cache/eigenstand/own/${name}`, (text) => text.replace('"Probe"', '"Aus dem Behalt"'))
    check()
    expect(audited().project.name).toBe('Aus dem Behalt')
  })

  it('and forgotten with the first changed letter', () => {
    check()
    const before = audited().rules.sha256
    edit('eigenstand.yaml', (text) => text.replace('name: Probe', 'name: Andere'))
    edit('regeln/policies/copyleft-direkt.yaml', (text) => text.replace('severity: medium', 'severity: low'))
    check()
    expect(audited().project.name).toBe('Andere')
    expect(audited().rules.sha256).not.toBe(before)
    writeFileSync(join(cwd, 'regeln/policies/kaputt.yaml'), 'id: kaputt\nscopes: item\n')
    expect(check()).toMatchObject({ code: 2, stderr: expect.stringContaining('regeln/policies/kaputt.yaml') as string })
    // a mistake is told in every run, not only in the first
    expect(check().code).toBe(2)
    expect(own()).toHaveLength(2)
  })

  it('and made anew where it cannot be read', () => {
    const first = check()
    for (const name of own()) writeFileSync(join(cache, 'eigenstand/own', name), '{"key":"')
    expect(check()).toEqual(first)
    for (const name of own()) expect(() => JSON.parse(readFileSync(join(cache, 'eigenstand/own', name), 'utf8')) as unknown).not.toThrow()
  })

  it('or not at all, where nothing can be written', () => {
    const first = check()
    const blocked = join(cwd, 'blocked')
    mkdirSync(blocked)
    writeFileSync(join(blocked, 'eigenstand'), 'a file where a folder would be')
    chmodSync(blocked, 0o500)
    expect(check({ XDG_CACHE_HOME: blocked })).toEqual(first)
  })

  it('never of a register of one’s own, which is indexed anew', () => {
    const source = "{ what: 'Impressum des Probehauses', date: '2026-11-30', seen: primary }"
    const text = `id: probe-haus\nname: Probehaus GmbH\nkind: company\ncountry: DE\nsources: { website: ${source} }\n`
    mkdirSync(join(cwd, 'regeln/vendors'))
    writeFileSync(join(cwd, 'regeln/vendors/probe-haus.yaml'), text)
    expect(check()).toMatchObject({ code: 1, stderr: '' })
    expect(own()).toHaveLength(1)
  })
})
