import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { expandInputs } from '../src/cli/inputs.ts'
import { Problem } from '../src/model/problem.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { LIMITS as limits } from './support/limits.ts'
import { zip } from './support/zip.ts'

const bom = (name: string) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { name: 'app' } },
    components: [{ name, version: '1', purl: `pkg:npm/${name}@1` }],
  })

const TAR = Buffer.alloc(1024)
TAR.write('ustar', 257)
const DOCTYPE = '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg/>'

let root: string
const put = (path: string, content: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), content)
}
const expand = (...inputs: string[]) =>
  expandInputs(
    inputs.map((input) => (input === '-' ? '-' : `${root}/${input}`)),
    root,
    limits,
  )
const found = (...inputs: string[]) => expand(...inputs).files.map(({ path }) => path.replace(`${root}/`, ''))

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

  const OWN = ['in/README.txt', 'in/a.json', 'in/b.json', 'in/sub/c.json', 'in/sub/deep/d.cdx']

  it('a walk follows links, but ends in loops, and names those that lead nowhere or to where it came from', () => {
    symlinkSync('.', join(root, 'in/loop'))
    symlinkSync('..', join(root, 'in/sub/up'))
    symlinkSync('/', join(root, 'in/everything'))
    symlinkSync('round', join(root, 'in/round'))
    symlinkSync('nowhere.json', join(root, 'in/dangling.json'))
    symlinkSync(join(root, 'out'), join(root, 'in/away'))
    symlinkSync('../in', join(root, 'out/back'))
    symlinkSync('../out', join(root, 'out/self'))
    expect(found('in')).toEqual(['in/README.txt', 'in/a.json', 'in/away/e.json', ...OWN.slice(2)])
    expect(found('in/**/*.json')).toEqual(['in/a.json', 'in/away/e.json', 'in/b.json', 'in/sub/c.json'])
    const refused = ['dangling.json', 'everything', 'loop', 'round', 'sub/up'].map((name) => `in/${name}`)
    expect(expand('in').refused).toEqual(expect.arrayContaining(refused))
  })

  it('a file is read once, under its own name, whatever links lead to it', () => {
    symlinkSync('sub', join(root, 'in/also'))
    symlinkSync('b.json', join(root, 'in/a-link.json'))
    symlinkSync(join(root, 'out/e.json'), join(root, 'in/e.json'))
    symlinkSync(join(root, 'out/e.json'), join(root, 'in/f.json'))
    expect(found('in')).toEqual(['in/README.txt', 'in/a.json', 'in/b.json', 'in/e.json', 'in/sub/c.json', 'in/sub/deep/d.cdx'])
    expect(found('in/a-*.json')).toEqual(['in/a-link.json'])
    expect(found('in/b.json', 'in/a-*.json')).toEqual(['in/b.json'])
    expect(found('in/al*/c.json')).toEqual(['in/also/c.json'])
  })

  it('what is hidden is read where a link leads to it, as orchestrators lay files out', () => {
    put('mount/..data/bom.json', bom('x'))
    symlinkSync('..data/bom.json', join(root, 'mount/bom.json'))
    symlinkSync('..data', join(root, 'mount/all'))
    expect(found('mount')).toEqual(['mount/all/bom.json'])
    expect(found('mount/*.json')).toEqual(['mount/bom.json'])
  })

  it('links lead to no more files than allowed', () => {
    symlinkSync(join(root, 'in'), join(root, 'out/more'))
    const few = (parts: number) => () => expandInputs([`${root}/out`], root, { ...limits, parts })
    expect(few(5)().files).toHaveLength(6)
    expect(problem(few(4)).id).toBe('E3009')
  })

  it('where only links that lead nowhere are found, one of them is named', () => {
    mkdirSync(join(root, 'only'))
    symlinkSync('nowhere', join(root, 'only/link.json'))
    symlinkSync('round', join(root, 'round'))
    expect(found('round')).toEqual(['round'])
    for (const input of ['only', 'only/*.json']) expect(problem(() => found(input))).toMatchObject({ id: 'E3001', place: { file: `${root}/only/link.json` } }) // prettier-ignore
  })

  it('outside of the base a name has as much of the path as tells it from others, and nothing of the machine', () => {
    const named = (base: string, ...inputs: string[]) =>
      expandInputs(inputs.map((input) => `${root}/${input}`), join(root, base), limits).files.map(({ shown }) => shown) // prettier-ignore
    put('x/a/bom.json', bom('a'))
    put('x/b/bom.json', bom('b'))
    put('y/a/bom.json', bom('c'))
    expect(named('in', 'x/a/bom.json', 'x/b/bom.json')).toEqual(['a/bom.json', 'b/bom.json'])
    expect(named('in', 'x/a/bom.json', 'y/a/bom.json', 'out/e.json')).toEqual(['x/a/bom.json', 'y/a/bom.json', 'e.json'])
    expect(named('x', 'x/a/bom.json', 'y/a/bom.json')).toEqual(['a/bom.json', 'bom.json'])
    expect(named('in', 'x/a', 'y/a')).toEqual(['x/a/bom.json', 'y/a/bom.json'])
    expect(named('in', 'x/a', 'x/a/bom.json')).toEqual(['bom.json'])
    expect(named('.', 'x/a/bom.json')).toEqual(['x/a/bom.json'])
  })

  it.each([
    [['in/a.json', './in/a.json', 'in/sub/../a.json', 'in/a.json'], ['in/a.json']],
    [['given/link.json', 'in/a.json'], ['in/a.json']],
    [['in/a.json', 'given/link.json'], ['in/a.json']],
    [['given/in/a.json', 'in/a.json', 'given/link.json', 'in'], 'the whole folder, each once'],
    [['given/link.json', 'given/other.json'], ['given/link.json']],
    [
      ['-', './-'],
      ['-', '-'],
    ],
  ])('%o is each file once, whoever names it', (inputs, files) => {
    mkdirSync(join(root, 'given'))
    symlinkSync('../in/a.json', join(root, 'given/link.json'))
    symlinkSync('link.json', join(root, 'given/other.json'))
    symlinkSync('../in', join(root, 'given/in'))
    put('-', bom('dash'))
    const all = (...given: string[]) => expandInputs(given.map((one) => (one === '-' ? one : `${root}/${one}`)), root, limits).files.map(({ shown }) => shown) // prettier-ignore
    expect(all(...inputs).toSorted()).toEqual(typeof files === 'string' ? all('in').toSorted() : files)
  })

  it('a list that is named twice costs what it costs once', () => {
    writeFileSync(join(root, 'l.csv'), 'Bezeichnung;Lieferant;Jahresbetrag netto EUR\nOffice 365;Microsoft;1000\nSAP ERP;SAP;2000\n')
    const spend = (...inputs: string[]) =>
      eigenstand(['audit', ...inputs, '--no-store', '--json', '--as-of', '2026-11-23'], { cwd: root }).stdout
    expect(spend('l.csv', './l.csv')).toBe(spend('l.csv'))
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

  it('leaves out what holds no SBOM and no list, in a folder as where a pattern fits, and names it', () => {
    const script = '#!/bin/sh\n' + 'for a in 1; do echo "$a; done\n'.repeat(5)
    const put4 = { 'in/.keep': '', 'in/empty.txt': '', 'in/run.sh': script, 'in/layer.xz': '\xfd7zXZ\0\0', 'in/icon.svg': DOCTYPE }
    for (const [path, content] of Object.entries(put4)) writeFileSync(join(root, path), content, 'latin1')
    writeFileSync(join(root, 'in/src.tar.gz'), gzipSync(TAR))
    writeFileSync(join(root, 'in/app.jar'), zip([{ name: 'A.class', data: 'x' }, { name: 'lib/b.jar', data: zip([]) }])) // prettier-ignore
    put('in/eigenstand.baseline.json', '{"format":"eigenstand/baseline/1"}')
    symlinkSync('nowhere', join(root, 'in/gone.json'))
    for (const input of ['in', 'in/*']) {
      const { code, stdout } = audit(input)
      const { notes } = JSON.parse(stdout) as { notes: { code: string; params: object }[] }
      expect([code, notes.find(({ code }) => code === 'W-SKIPPED')?.params]).toEqual([0, expect.objectContaining({ n: 8 })])
      expect(notes.find(({ code }) => code === 'W-LINK')?.params).toEqual({ n: 1, first: 'in/gone.json' })
    }
    expect(eigenstand(['check', 'in'], { cwd: root }).stdout).toContain('W-LINK')
    for (const given of ['in/run.sh', 'in/src.tar.gz', 'in/empty.txt', 'in/eigenstand.baseline.json', 'in/app.jar']) expect(audit('in/a.json', given).code).toBe(3) // prettier-ignore
  })

  it.each([
    ['an SBOM that breaks off', 'x.json', '{"bomFormat":"CycloneDX","components":['],
    ['an SBOM in a form that is not read', 'x.ttl', '@prefix spdx: <http://spdx.org/rdf/terms#> .\n'],
    ['a list by its name', 'x.csv', 'a;b\n1;2\n3;4\n'],
    ['a list by its headings', 'x.txt', 'Lieferant;Betrag\n'],
  ])('refuses %s in a folder', (_, name, content) => {
    put(`in/${name}`, content)
    expect(audit('in').code).toBe(3)
  })
})
