import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { expandInputs } from '../src/cli/inputs.ts'
import { Problem } from '../src/model/problem.ts'
import { eigenstand, temporary } from './support/cli.ts'

const bom = (name: string) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'app' } },
    components: [{ name, version: '1', purl: `pkg:npm/${name}@1` }],
  })

let root: string
const put = (path: string, content: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), content)
}
const found = (...inputs: string[]) =>
  expandInputs(inputs.map((input) => (input === '-' ? '-' : `${root}/${input}`))).map(({ path }) => path.replace(`${root}/`, ''))

function problem(action: () => unknown): Problem {
  try {
    action()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

beforeEach(() => {
  root = temporary()
  put('in/b.json', bom('b'))
  put('in/a.json', bom('a'))
  put('in/sub/c.json', bom('c'))
  put('in/sub/deep/d.cdx', bom('d'))
  put('in/.git/config.json', '{}')
  put('in/README.txt', 'hello')
  put('out/e.json', bom('e'))
})

describe('inputs', () => {
  it('a folder is all files below it, sorted, without hidden ones', () => {
    expect(found('in')).toEqual(['in/README.txt', 'in/a.json', 'in/b.json', 'in/sub/c.json', 'in/sub/deep/d.cdx'])
    expect(found('in/')).toEqual(found('in'))
  })

  it('a walk ends in loops and follows no link', () => {
    symlinkSync('.', join(root, 'in/loop'))
    symlinkSync('..', join(root, 'in/sub/up'))
    symlinkSync(join(root, 'out'), join(root, 'in/away'))
    symlinkSync('/', join(root, 'in/everything'))
    symlinkSync(join(root, 'out/e.json'), join(root, 'in/e.json'))
    expect(found('in')).toHaveLength(5)
    expect(found('in/**/*.json')).toEqual(['in/a.json', 'in/b.json', 'in/sub/c.json'])
  })

  it('a link that is itself given is followed', () => {
    symlinkSync(join(root, 'out'), join(root, 'linked'))
    expect(found('linked')).toEqual(['linked/e.json'])
  })

  it.each([
    ['in/*.json', ['in/a.json', 'in/b.json']],
    ['in/?.json', ['in/a.json', 'in/b.json']],
    ['in/[a].json', ['in/[a].json']],
    ['**/*.json', ['in/a.json', 'in/b.json', 'in/sub/c.json', 'out/e.json']],
    ['in/**/deep/*', ['in/sub/deep/d.cdx']],
    ['in/**', ['in/README.txt', 'in/a.json', 'in/b.json', 'in/sub/c.json', 'in/sub/deep/d.cdx']],
    ['*/sub', ['in/sub/c.json', 'in/sub/deep/d.cdx']],
    ['**/**/c.json', ['in/sub/c.json']],
    ['i*/s?b/c*n', ['in/sub/c.json']],
  ])('%s', (pattern, files) => {
    expect(found(pattern)).toEqual(files)
  })

  it('what exists is no pattern', () => {
    put('in/x*.json', bom('x'))
    put('in/xy.json', bom('xy'))
    expect(found('in/x*.json')).toEqual(['in/x*.json'])
  })

  it('a file found twice is read once; what is given keeps its place', () => {
    expect(found('in/b.json', 'in', 'in/*.json', '-')).toEqual([
      'in/b.json',
      'in/README.txt',
      'in/a.json',
      'in/sub/c.json',
      'in/sub/deep/d.cdx',
      '-',
    ])
  })

  it.each(['in/*.xml', 'nowhere/*.json', 'in/a.json/*'])('%s fits nothing, and is named', (pattern) => {
    expect(problem(() => found(pattern))).toMatchObject({ id: 'E3001', place: { file: `${root}/${pattern}` } })
  })

  it('an empty folder is no input', () => {
    mkdirSync(join(root, 'empty'))
    expect(problem(() => found('empty')).id).toBe('E3008')
  })
})

describe('the tool', () => {
  const audit = (...args: string[]) => eigenstand(['audit', ...args, '--json', '--no-store', '--as-of', '2026-01-31'], { cwd: root })

  it('reads a folder, and says what it left out', () => {
    const { code, stdout } = audit('in')
    const { sources, items, notes } = JSON.parse(stdout) as {
      sources: { path: string }[]
      items: { name: string }[]
      notes: { code: string; params: object }[]
    }
    expect(code).toBe(0)
    expect(sources.map(({ path }) => path)).toEqual(['in/a.json', 'in/b.json', 'in/sub/c.json', 'in/sub/deep/d.cdx'])
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd']))
    expect(notes.find(({ code }) => code === 'W-SKIPPED')!.params).toEqual({ n: 1, first: 'in/README.txt' })
  })

  it('refuses a broken file in a folder, and a folder without any that is known', () => {
    put('in/broken.json', bom('x').slice(0, 80))
    expect(audit('in')).toMatchObject({ code: 3, stdout: expect.stringContaining('E3101') })
    put('texts/a.txt', 'hello')
    expect(audit('texts')).toMatchObject({ code: 3, stdout: expect.stringContaining('E3706') })
    expect(audit('in/*.xml')).toMatchObject({ code: 3, stdout: expect.stringContaining('in/*.xml') })
  })
})
