import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eigenstand, ROOT, temporary } from './support/cli.ts'

const COMPONENTS = 3000
const large = JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: { component: { type: 'application', name: 'app' } },
  components: Array.from({ length: COMPONENTS }, (_, i) => ({ type: 'library', name: `c${i}`, version: '1', licenses: [{ license: { id: 'MIT' } }] })),
}) // prettier-ignore

/** Starts an audit and sends a signal after so many ms; how it ended, as a shell tells it. */
async function killed(cwd: string, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL', after: number): Promise<{ code: number; ms: number }> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/run.js'), 'audit', 'a.json', '--report', 'html=r.html', '--report', 'json=r.json', '--db', 't.db'], {
    cwd, stdio: 'ignore', env: { PATH: process.env['PATH'] ?? '', HOME: cwd, LANG: 'de_DE.UTF-8' },
  }) // prettier-ignore
  const ended = new Promise<number>((resolve) =>
    child.on('exit', (code, by) => resolve(code ?? 128 + { SIGINT: 2, SIGTERM: 15, SIGKILL: 9 }[by as 'SIGINT'])),
  )
  await Promise.race([new Promise((resolve) => setTimeout(resolve, after)), ended])
  const sent = performance.now()
  child.kill(signal)
  return { code: await ended, ms: performance.now() - sent }
}

function stored(cwd: string): { items: number }[] {
  const history = eigenstand(['history', '--json', '--db', 't.db'], { cwd })
  expect(history.code).toBe(0)
  return (JSON.parse(history.stdout) as { audits: { items: number }[] }).audits
}

/** What a run may leave: nothing, or all of it. */
function assertWhole(cwd: string): void {
  const files = readdirSync(cwd).filter((name) => name !== 'a.json' && name !== '.cache')
  expect(files.filter((name) => !['r.html', 'r.json', 't.db'].includes(name))).toEqual([])
  if (files.includes('r.json'))
    expect((JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')) as { items: unknown[] }).items).toHaveLength(COMPONENTS + 1)
  if (files.includes('r.html')) expect(readFileSync(join(cwd, 'r.html'), 'utf8')).toMatch(/<\/html>\s*$/)
  if (files.includes('t.db')) for (const { items } of stored(cwd)) expect(items).toBe(COMPONENTS + 1)
}

describe('a signal in any phase leaves nothing half-written, and the next run works', () => {
  it('SIGINT and SIGTERM end the run with 130 and 143', { timeout: 120_000 }, async () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'a.json'), large)
    const whole = performance.now()
    expect(eigenstand(['audit', 'a.json', '--report', 'json=r.json', '--no-store'], { cwd }).code).toBe(0)
    const duration = performance.now() - whole
    for (const share of [0.2, 0.55, 0.75, 0.95]) {
      const signal = Math.round(share * 100) % 2 === 1 ? 'SIGINT' : 'SIGTERM'
      const { code } = await killed(cwd, signal, duration * share)
      expect([0, signal === 'SIGINT' ? 130 : 143]).toContain(code)
      assertWhole(cwd)
    }
  })

  it('is answered at once while an input is read', { timeout: 60_000 }, async () => {
    const cwd = temporary()
    // the reader waits for a pipe that nobody writes to
    const child = spawn(process.execPath, [join(ROOT, 'bin/run.js'), 'audit', '-', '--no-store'], {
      cwd, stdio: ['pipe', 'ignore', 'ignore'], env: { PATH: process.env['PATH'] ?? '', HOME: cwd, LANG: 'de_DE.UTF-8' },
    }) // prettier-ignore
    child.stdin.write('{"bomFormat":"CycloneDX",')
    await new Promise((resolve) => setTimeout(resolve, 2000))
    const sent = performance.now()
    child.kill('SIGINT')
    const by = await new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
    expect(['SIGINT', 130]).toContain(by)
    expect(performance.now() - sent).toBeLessThan(2000)
    expect(readdirSync(cwd).filter((name) => name !== '.cache')).toEqual([])
  })

  it('killed at random moments: files and database are the old ones or the new ones', { timeout: 240_000 }, async () => {
    const cwd = temporary()
    writeFileSync(join(cwd, 'a.json'), large)
    for (let i = 0; i < 4; i++) {
      await killed(cwd, 'SIGKILL', 300 + ((i * 397) % 1500))
      if (existsSync(join(cwd, 't.db'))) for (const { items } of stored(cwd)) expect(items).toBe(COMPONENTS + 1)
      if (existsSync(join(cwd, 'r.json'))) JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))
    }
    expect(eigenstand(['audit', 'a.json', '--report', 'json=r.json', '--db', 't.db'], { cwd }).code).toBe(0)
    expect(stored(cwd)).toHaveLength(1)
  })

  it('what was left by a run that was killed goes with the next report, not that of others', () => {
    const cwd = temporary()
    mkdirSync(join(cwd, 'out'))
    const path = (name: string) => join(cwd, 'out', name)
    for (const name of ['.r.json.0123456789ab.tmp', '.r.json.ba9876543210.tmp', '.r.json.note.tmp', '.q.json.0123456789ab.tmp']) writeFileSync(path(name), 'x') // prettier-ignore
    const old = new Date(Date.now() - 7_200_000)
    for (const name of ['.r.json.0123456789ab.tmp', '.r.json.note.tmp', '.q.json.0123456789ab.tmp']) utimesSync(path(name), old, old)
    const bom = '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a"}]}'
    expect(eigenstand(['audit', '-', '--no-store', '--format', 'json', '--output', 'out/r.json'], { cwd, input: bom }).code).toBe(0)
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['.q.json.0123456789ab.tmp', '.r.json.ba9876543210.tmp', '.r.json.note.tmp', 'r.json']) // prettier-ignore
  })
})
