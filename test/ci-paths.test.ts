import { mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { inRepository } from '../src/cli/repository.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { zip } from './support/zip.ts'

// CI systems look for files from the root of the repository; a file outside of it is not taken for one in it, and no name of an account is told.

const bom = (name: string) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'app', version: '1' } },
    components: [{ type: 'library', name, version: '1', purl: `pkg:npm/${name}@1`, licenses: [{ license: { id: 'BUSL-1.1' } }] }],
  })

let root: string
const put = (path: string, content: string | Uint8Array = '') => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

interface Entry {
  readonly check_name: string
  readonly location: { readonly path: string }
}

/** The paths that three files for pipelines name, without those of the gate's conditions. */
function told(cwd: string, inputs: readonly string[], env: Readonly<Record<string, string>> = {}, ...more: readonly string[]) {
  const reports = ['gitlab', 'sarif', 'junit'].flatMap((format) => ['--report', `${format}=${root}/out.${format}`])
  const ran = eigenstand(['check', ...inputs, '--lang', 'en', '--as-of', '2026-11-23', ...reports, ...more], { cwd, env })
  expect(ran.stderr).toBe('')
  const read = (format: string) => readFileSync(join(root, `out.${format}`), 'utf8')
  const entries = JSON.parse(read('gitlab')) as Entry[]
  const { results } = JSON.parse(read('sarif')).runs[0] as { results: { ruleId: string; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] } // prettier-ignore
  const sarif = results.map(({ ruleId, locations }) => ({ check_name: ruleId, path: locations[0]!.physicalLocation.artifactLocation.uri }))
  const junit = [...read('junit').matchAll(/classname="([^"]*)" name="[^"]*" file="([^"]*)"/g)].map(([, name, path]) => ({ check_name: name!, path: path! })) // prettier-ignore
  const of = (list: readonly { readonly check_name: string; readonly path: string }[], isGate: boolean) =>
    [...new Set(list.filter(({ check_name: name }) => name.startsWith('gate') === isGate).map(({ path }) => path))].sort()
  const lists = [entries.map(({ check_name, location }) => ({ check_name, path: location.path })), sarif, junit]
  const [findings, ...alike] = lists.map((list) => of(list, false))
  for (const other of alike) expect(other).toEqual(findings)
  const [gate, ...same] = lists.map((list) => of(list, true))
  for (const other of same) expect(other).toEqual(gate)
  return { findings, gate }
}

beforeEach(() => {
  root = realpathSync(temporary())
  put('repo/.git/HEAD')
})

describe('paths in files for pipelines', () => {
  it('begin at the root of the repository, wherever the command stands and the project file lies', () => {
    put('repo/apps/a/eigenstand.yaml', 'project: { id: a }\n')
    put('repo/apps/a/bom.json', bom('a'))
    put('repo/build/bom.json', bom('b'))
    const { findings, gate } = told(join(root, 'repo/apps/a'), ['bom.json', '../../build/bom.json'])
    expect(findings).toEqual(['apps/a/bom.json', 'build/bom.json'])
    expect(gate).toEqual(['apps/a/eigenstand.yaml'])
  })

  it('outside of it begin with the way there, so that two files are two and neither is one of the repository', () => {
    put('repo/bom.json', bom('a'))
    put('other/bom.json', bom('b'))
    put('third/deep/bom.json', bom('c'))
    const outside = (folder: string) => told(join(root, 'repo'), [join(root, folder, 'bom.json')]).findings
    expect(outside('other')).toEqual(['../other/bom.json'])
    expect(outside('third/deep')).toEqual(['../third/deep/bom.json'])
    expect(told(join(root, 'repo'), ['bom.json', '../other/bom.json']).findings).toEqual(['../other/bom.json', 'bom.json'])
  })

  it('tell no home folder', () => {
    put('jane/sboms/bom.json', bom('a'))
    const { findings } = told(join(root, 'repo'), ['../jane/sboms/bom.json'], { HOME: join(root, 'jane') })
    expect(findings).toEqual(['~/sboms/bom.json'])
  })

  it('tell the place in a home in which the repository lies too', () => {
    put('repo/bom.json', bom('a'))
    put('sboms/bom.json', bom('b'))
    const { findings } = told(join(root, 'repo'), ['bom.json', '../sboms/bom.json'], { HOME: root })
    expect(findings).toEqual(['../sboms/bom.json', 'bom.json'])
  })

  it('follow links into the repository', () => {
    put('repo/sub/bom.json', bom('a'))
    symlinkSync(join(root, 'repo'), join(root, 'link'))
    expect(told(join(root, 'repo'), [join(root, 'link/sub/bom.json')]).findings).toEqual(['sub/bom.json'])
  })

  it('name what lies in an archive after the archive', () => {
    put('repo/sub/boms.zip', zip([{ name: 'in/bom.json', data: Buffer.from(bom('a')) }] as never))
    put('repo/sub/eigenstand.yaml', 'project: { id: a }\n')
    const named = inRepository([{ path: join(root, 'repo/sub/boms.zip'), shown: 'boms.zip' }], join(root, 'repo/sub'))
    expect(named('boms.zip!in/bom.json')).toBe('sub/boms.zip!in/bom.json')
  })

  it('begin where the command stands if there is no repository, and at standard input have its name', () => {
    put('none/bom.json', bom('a'))
    expect(told(join(root, 'none'), ['bom.json']).findings).toEqual(['bom.json'])
  })

  it('of a baseline elsewhere are its own', () => {
    put('repo/apps/bom.json', bom('a'))
    const baseline = { format: 'eigenstand/baseline/1', project: 'app', asOf: '2026-11-01', rules: { set: 'default', sha256: 'x' }, axes: [{ id: 'einfluss', best: 1, worst: 1 }], concentration: [], findings: [] } // prettier-ignore
    put('repo/gate/base.json', JSON.stringify(baseline))
    const { gate } = told(join(root, 'repo/apps'), ['bom.json'], {}, '--baseline', '../gate/base.json', '--project', 'app')
    expect(gate).toContain('gate/base.json')
  })

  it('are whole in JUnit, however long', () => {
    const folder = `repo/${'lang/'.repeat(40)}`
    put(`${folder}bom.json`, bom('a'))
    expect(told(join(root, 'repo'), [join(root, folder, 'bom.json')]).findings).toEqual([`${folder.slice('repo/'.length)}bom.json`])
  })
})

it('the homes of other accounts are told by none of their names', () => {
  const named = inRepository([{ path: '/home/jane.doe/boms/bom.json', shown: 'bom.json' }], '/srv/none')
  expect(named('bom.json')).toBe('~/boms/bom.json')
})
