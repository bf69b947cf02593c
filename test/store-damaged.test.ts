import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '../src/model/problem.ts'
import { openStore } from '../src/store/sqlite.ts'
import { ROOT } from './support/cli.ts'
import { largeAudit, smallAudit } from './support/small-audit.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eigenstand-store-'))
  file = join(folder, 'audits.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = () => '2026-11-23T12:00:00.000Z'
const sha256 = () => createHash('sha256').update(readFileSync(file)).digest('hex')
const PAGE = 4096
const audits = [smallAudit(), largeAudit(300, { project: { id: 'other', name: 'other' } })]

function whole(): Buffer {
  const store = openStore(file, { create: true, now })
  for (const audit of audits) store.save(audit)
  store.close()
  return readFileSync(file)
}

/** What everything that can be asked of the file comes to: answers, or that it is damaged. Nothing else may be thrown. */
function asked(): unknown[] {
  const questions = [
    (store: ReturnType<typeof openStore>) => store.history(),
    (store: ReturnType<typeof openStore>) => store.load(1),
    (store: ReturnType<typeof openStore>) => store.load(2),
    (store: ReturnType<typeof openStore>) => store.newest('other'),
    (store: ReturnType<typeof openStore>) => [...store.foundBefore('other', '2030-01-01')].sort(),
  ]
  return questions.map((question) => {
    let store: ReturnType<typeof openStore> | undefined
    try {
      store = openStore(file, { create: false, now })
      return question(store)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      expect([error.id, error.exitCode, error.says('de')]).toEqual(['E4002', 4, expect.stringContaining(file)])
      return 'damaged'
    } finally {
      store?.close()
    }
  })
}

describe('D-01: a damaged database is said, and left as it is', () => {
  it.each(['zeroed', 'filled with 0xFF', 'cut off'] as const)('any page %s', { timeout: 120_000 }, (how) => {
    const sound = whole()
    const right = asked()
    const pages = sound.length / PAGE
    expect(pages).toBeGreaterThan(20)
    let found = 0
    for (let page = 0; page < pages; page++) {
      const bytes = Buffer.from(sound)
      const from = page * PAGE
      bytes.fill(how === 'zeroed' ? 0 : 0xff, from, from + PAGE)
      writeFileSync(file, how === 'cut off' ? sound.subarray(0, from + 100) : bytes)
      const before = sha256()
      // an answer is the right one, or there is none
      asked().forEach((answer, i) => {
        if (answer === 'damaged') found++
        else expect(answer).toStrictEqual(right[i])
      })
      expect(sha256()).toBe(before)
    }
    expect(found).toBeGreaterThan(20)
    expect(readdirSync(folder)).toEqual(['audits.db'])
  })

  it('saving into one fails as a whole or does no harm to what is sound', { timeout: 120_000 }, () => {
    const sound = whole()
    for (let page = 1; page < sound.length / PAGE; page++) {
      const bytes = Buffer.from(sound)
      bytes.fill(0, page * PAGE, (page + 1) * PAGE)
      writeFileSync(file, bytes)
      const before = sha256()
      try {
        const store = openStore(file, { create: true, now })
        try {
          store.save(smallAudit({ asOf: '2027-01-01' }))
          expect(store.newest('buergerportal')).toStrictEqual(smallAudit({ asOf: '2027-01-01' }))
        } finally {
          store.close()
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        expect([error.id, sha256()]).toEqual(['E4002', before])
      }
      expect(readdirSync(folder)).toEqual(['audits.db'])
    }
  })
})

describe('D-07: a medium that cannot be written', () => {
  const root = process.getuid?.() === 0
  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'bin/run.js'), ...args], {
      cwd: '/',
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', LANG: 'de_DE.UTF-8' },
      // root may write everywhere
      ...(root && { uid: 65534, gid: 65534 }),
    })

  it.skipIf(process.platform === 'win32')('is read as ever; nothing can be stored, and no report is left without its audit', () => {
    whole()
    const out = join(folder, 'out')
    mkdirSync(out)
    chmodSync(out, 0o777)
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    const before = sha256()
    const history = run(['history', '--db', file, '--json'])
    expect([history.status, history.stderr]).toEqual([0, ''])
    expect(JSON.parse(history.stdout)).toMatchObject({ audits: [{ items: 4 }, { items: 300 }] })
    const list = join(ROOT, 'fixtures/rosetta/vertraege.csv')
    const audit = run(['audit', list, '--db', file, '--report', `html=${join(out, 'r.html')}`])
    expect([audit.status, audit.stderr]).toEqual([4, expect.stringMatching(/^FEHLER \[E4001\].*keine Schreibrechte/)])
    expect([readdirSync(out), readdirSync(folder).sort(), sha256()]).toEqual([[], ['audits.db', 'out'], before])
    chmodSync(folder, 0o755)
  })
})
