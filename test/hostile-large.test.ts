import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, readdirSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { eigenstand, ROOT, temporary } from './support/cli.ts'

const { makeBom } = (await import(join(ROOT, 'bench/make-bom.mjs'))) as { makeBom: (path: string, count: number) => void }
const heap = (megabytes: number): readonly string[] => [
  `--max-old-space-size=${megabytes}`,
  '--require',
  join(ROOT, 'test/support/peak.cjs'),
]
const peakOf = (stderr: string) => Number(/peak (\d+) kB/.exec(stderr)![1]) / 1024
const left = (cwd: string) => readdirSync(cwd).filter((name) => name !== '.cache').sort() // prettier-ignore

const COUNT = 30_000
const cwd = temporary()
beforeAll(() => makeBom(join(cwd, 'bom.json'), COUNT), 60_000)

/** The full size, 500,000 components and 600 MB: node bench/run.mjs --sizes 500000 --runs 1 */
describe('J-10: a large SBOM', () => {
  it('is audited, stored and reported with a heap of 512 MB; the report says what it leaves out', { timeout: 120_000 }, () => {
    const ran = eigenstand(['audit', 'bom.json', '--db', 't.db', '--report', 'html=r.html', '--quiet'], { cwd, node: heap(512) })
    expect(ran.code).toBe(0)
    expect(peakOf(ran.stderr)).toBeLessThan(512)
    expect(statSync(join(cwd, 'r.html')).size).toBeLessThan(8_000_000)
    const omitted = /(\d[\d.]*) weitere stehen in der JSON/.exec(readFileSync(join(cwd, 'r.html'), 'utf8'))![1]!.replaceAll('.', '')
    expect(Number(omitted)).toBeGreaterThan(COUNT / 3)
    expect(eigenstand(['history', '--db', 't.db', '--json'], { cwd }).stdout).toContain(`"items": ${COUNT + 1}`)
  })

  it(
    'F-08: needs memory for its components, not for what stands beside them, and from a pipe for its bytes once',
    { timeout: 120_000 },
    () => {
      const path = join(temporary(), 'wide.json')
      const file = openSync(path, 'w')
      const noise = JSON.stringify({ name: 'x', value: 'y'.repeat(30_000) })
      writeSync(file, '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[')
      for (let i = 0; i < 2000; i++)
        writeSync(file, `${i === 0 ? '' : ','}{"type":"library","name":"n${i}","properties":[${noise},${noise}]}`)
      writeSync(file, ']}')
      closeSync(file)
      expect(statSync(path).size).toBeGreaterThan(120_000_000)
      const ran = eigenstand(['audit', path, '--no-store', '--quiet', '--report', 'json=/dev/null', '--force'], { node: heap(64) })
      expect(ran.code).toBe(0)
      expect(peakOf(ran.stderr)).toBeLessThan(300)
      const node = [process.execPath, ...heap(64), join(ROOT, 'bin/run.js')].map((word) => `'${word}'`).join(' ')
      const piped = spawnSync('sh', ['-c', `cat '${path}' | ${node} audit - --no-store --quiet --report json=/dev/null --force`], {
        encoding: 'utf8',
      })
      expect([piped.status, peakOf(piped.stderr) < 420]).toEqual([0, true])
    },
  )
})

describe('F-13: with too little memory the run ends in words, and leaves nothing', () => {
  it.each([48, 64, 80])('%d MB for 30,000 components', { timeout: 120_000 }, (megabytes) => {
    const before = left(cwd)
    const { code, stdout, stderr } = eigenstand(['audit', 'bom.json', '--db', `f${megabytes}.db`, '--json'], { cwd, node: heap(megabytes) })
    expect([code, (JSON.parse(stdout) as { error: object }).error]).toEqual([
      3,
      expect.objectContaining({ code: 'E3006', file: 'bom.json', hint: expect.stringMatching(/--max-old-space-size=\d+/) }),
    ])
    expect(stderr).not.toMatch(/FATAL|\n\s+at /)
    expect(left(cwd)).toEqual(before)
  })

  it('the memory that the hint proposes is enough', { timeout: 120_000 }, () => {
    const audit = ['audit', 'bom.json', '--no-store', '--quiet', '--format', 'json', '--output', 'enough.json']
    const refused = eigenstand(audit, { cwd, node: heap(64) })
    const enough = Number(/--max-old-space-size=(\d+)/.exec(refused.stderr)![1])
    expect(eigenstand(audit, { cwd, node: heap(enough) }).code).toBe(0)
  })

  it('a gate, which keeps little of a component, gets through with what is too little for an audit', { timeout: 120_000 }, () => {
    expect(eigenstand(['check', 'bom.json', '--no-store', '--quiet'], { cwd, node: heap(64) }).code).toBeLessThanOrEqual(1)
  })
})
