import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from '../src/files.ts'
import { Problem } from '../src/model/problem.ts'
import { MIGRATIONS } from '../src/store/migrations.ts'
import { openStore } from '../src/store/sqlite.ts'
import { HOSTILE, largeAudit, smallAudit } from './support/small-audit.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eigenstand-store-'))
  file = join(folder, 'audits.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = () => '2026-11-23T12:00:00.000Z'
const open = (migrations?: readonly string[]) =>
  openStore(file, { create: true, now, makeFolder, ...(migrations === undefined ? {} : { migrations }) })
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const project = (id: string) => ({ project: { id, name: id } })

function problemOf(action: () => unknown): Problem {
  try {
    action()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** Looks into the file without our code. */
function ask<T = unknown>(sql: string, path = file): T[] {
  const db = new Database(path)
  try {
    return db.prepare<[], T>(sql).all()
  } finally {
    db.close()
  }
}

function change(sql: string): void {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

test('an audit comes back as it went in', () => {
  const audit = smallAudit()
  const store = open()
  expect(store.save(audit)).toBe(1)
  expect(store.load(1)).toStrictEqual(audit)
  expect(store.newest()).toStrictEqual(audit)
  expect(store.load(2)).toBeUndefined()
  expect(store.newest('other')).toBeUndefined()
  store.close()
  expect(readdirSync(folder)).toEqual(['audits.db'])
})

test('the folder is made, and a missing file is an error where none may be made', () => {
  file = join(folder, 'deep', 'er', 'audits.db')
  expect(problemOf(() => openStore(file, { create: false, now })).id).toBe('E4001')
  expect(existsSync(dirname(file))).toBe(false)
  open().close()
  expect(readdirSync(dirname(file))).toEqual(['audits.db'])
})

test('the newest audit is that of the latest day, and of several of a day the one saved last', () => {
  const store = open()
  store.save(smallAudit({ asOf: '2027-01-01' }))
  const last = smallAudit({ asOf: '2027-01-01', rules: { set: 'strict', sha256: 'a'.repeat(64) } })
  store.save(last)
  store.save(smallAudit({ asOf: '2025-06-30' }))
  expect(store.newest()).toStrictEqual(last)
  expect(store.newest('buergerportal')).toStrictEqual(last)
  store.close()
})

test('newest of one day, or before a day: that saved last, though another of the day has a higher number', () => {
  const store = open()
  const [first, second] = ['b', 'c'].map((sha) => smallAudit({ asOf: '2026-01-01', rules: { set: 'default', sha256: sha.repeat(64) } }))
  store.save(first!)
  store.save(second!)
  store.save(smallAudit({ asOf: '2026-02-01' }))
  store.save(first!)
  expect(store.newest('buergerportal', { on: '2026-01-01' })?.rules.sha256).toBe('b'.repeat(64))
  expect(store.newest('buergerportal', { before: '2026-02-01' })?.rules.sha256).toBe('b'.repeat(64))
  expect(store.newest('buergerportal', { before: '2026-01-01' })).toBeUndefined()
  expect(store.newest('buergerportal', { on: '2026-01-02' })).toBeUndefined()
  store.close()
})

test('history: by day, then number, with the figures over everything', () => {
  const store = open()
  store.save(smallAudit({ asOf: '2026-06-01' }))
  store.save(smallAudit({ asOf: '2025-06-01', level: null }))
  store.save(smallAudit({ ...project('other'), asOf: '2026-01-01' }))
  expect(store.history().map(({ number, asOf }) => [number, asOf])).toEqual([
    [2, '2025-06-01'],
    [3, '2026-01-01'],
    [1, '2026-06-01'],
  ])
  expect(store.projects()).toEqual(['buergerportal', 'other'])
  const [first, second] = store.history('buergerportal')
  expect(first).toMatchObject({ best: null, worst: null, provisional: true })
  expect(second).toMatchObject({
    number: 1,
    project: 'buergerportal',
    asOf: '2026-06-01',
    best: 4,
    worst: 5,
    provisional: true,
    set: 'default',
    rulesSha256: 'a'.repeat(64),
    toolVersion: '0.1.0',
    items: 4,
    findings: 2,
  })
  expect(second?.figures).toContainEqual({ id: 'large-vendors', basis: 'components', low: 0, high: 0.5 })
  expect(second?.figures).toContainEqual({ id: 'hhi', basis: 'spend', low: 9000, high: 10000 })
  expect(second?.figures).toContainEqual({ id: 'wechselmoeglichkeit', basis: 'all', low: 4, high: 5 })
  expect(store.history('nobody')).toEqual([])
  store.close()
})

test('the same project, day, rules and inputs replace; anything else is another audit', () => {
  const store = open()
  const [bom, list] = smallAudit().sources
  const number = store.save(smallAudit())
  store.save(smallAudit(project('other')))
  // neither the order of the inputs nor their names make another audit
  const again = smallAudit({ sources: [list!, { ...bom!, path: 'renamed.json' }], findings: [], items: smallAudit().items.slice(0, 2) })
  expect(store.save(again)).toBe(number)
  expect(store.newest()).toStrictEqual(again)
  expect(store.history('buergerportal')).toHaveLength(1)
  const others = [
    { asOf: '2026-11-24' },
    { rules: { set: 'strict', sha256: 'a'.repeat(64) } },
    { rules: { set: 'default', sha256: 'f'.repeat(64) } },
    { sources: [bom!] },
  ]
  for (const other of others) store.save(smallAudit(other))
  expect(store.history('buergerportal')).toHaveLength(1 + others.length)
  store.close()
  expect(
    ask(`SELECT (SELECT count(*) FROM item WHERE audit = 1) AS items, (SELECT count(*) FROM finding WHERE audit = 1) AS findings`),
  ).toEqual([{ items: 2, findings: 0 }])
})

test('every item, finding and figure is a row', () => {
  const store = open()
  store.save(smallAudit())
  store.close()
  expect(
    ask(
      `SELECT position, source, ref, procurement, maker, tier, openness, layer, amount, per_year, counted FROM item WHERE audit = 1 AND position IN (1, 3)`,
    ),
  ).toEqual([
    {
      position: 1,
      source: 'bom.json',
      ref: 'c1',
      procurement: 0,
      maker: 'example-corp',
      tier: 'T1',
      openness: 'open',
      layer: 'fachanwendung',
      amount: null,
      per_year: null,
      counted: 1,
    },
    {
      position: 3,
      source: 'vertraege.csv',
      ref: 'line 3',
      procurement: 1,
      maker: 'example-corp',
      tier: 'T1',
      openness: 'proprietary',
      layer: 'buero-software',
      amount: 1234.56,
      per_year: 1234.56,
      counted: 1,
    },
  ])
  expect(ask('SELECT policy, subject, severity, status, items FROM finding ORDER BY position')).toEqual([
    { policy: 'large-vendor', subject: 'example-corp', severity: 'high', status: 'open', items: 2 },
    { policy: 'unknown-licence', subject: 'pkg:npm/part-2', severity: 'medium', status: 'waived', items: 1 },
  ])
  expect(ask(`SELECT low, high FROM figure WHERE id = 'hhi' AND layer = 'buero-software'`)).toEqual([{ low: 10000, high: 10000 }])
})

test('texts that SQLite cannot hold are escaped in the tables and whole in the document', () => {
  const store = open()
  store.save(smallAudit(project('\ud800')))
  expect(store.newest('\ud800')?.items[2]?.name).toBe(HOSTILE)
  store.close()
  expect(ask<{ name: string }>('SELECT name FROM item WHERE position = 2')[0]?.name).toBe(
    HOSTILE.replace('\u0000', '\\u0000').replace('\ud800', '\\ud800'),
  )
  expect(ask('SELECT project FROM audit')).toEqual([{ project: '\\ud800' }])
})

test('the file is set up for safety', () => {
  open().close()
  expect(ask('PRAGMA application_id')).toEqual([{ application_id: 0x45494753 }])
  expect(ask('PRAGMA user_version')).toEqual([{ user_version: MIGRATIONS.length }])
  expect(ask('PRAGMA journal_mode')).toEqual([{ journal_mode: 'delete' }])
  change('PRAGMA journal_mode = WAL')
  open().close()
  expect(ask('PRAGMA journal_mode')).toEqual([{ journal_mode: 'delete' }])
})

const foreign: readonly [string, () => void][] = [
  ['an empty file', () => writeFileSync(file, '')],
  ['another kind of file', () => writeFileSync(file, 'Kein SQLite, nur Text. '.repeat(100))],
  ['an empty database', () => change('VACUUM')],
  ['another database', () => change('CREATE TABLE audit (number)')],
  ['a cut-off database', () => { open().close(); truncateSync(file, 5000) }],
  ['a trigger', () => { open().close(); change('CREATE TRIGGER t AFTER INSERT ON item BEGIN DELETE FROM audit; END') }],
  ['a view', () => { open().close(); change('CREATE VIEW v AS SELECT * FROM audit') }],
  ['a table that is not ours', () => { open().close(); change('CREATE TABLE mine (x)') }],
  ['a generated column', () => { open().close(); change(`ALTER TABLE item ADD COLUMN x TEXT AS (upper(name))`) }],
  ['a missing table', () => { open().close(); change('DROP TABLE finding') }],
  ['our header over nothing', () => change('PRAGMA application_id = 1162430291')],
] // prettier-ignore

test.each(foreign)('refused and left as it is: %s', (_, make) => {
  make()
  const before = sha256(file)
  for (const create of [true, false]) expect(problemOf(() => openStore(file, { create, now })).id).toBe('E4002')
  expect(sha256(file)).toBe(before)
  expect(readdirSync(folder)).toEqual(['audits.db'])
})

test('a folder, or a link to nowhere, cannot be opened', () => {
  expect(problemOf(() => openStore(folder, { create: true, now })).id).toBe('E4001')
  symlinkSync(join(folder, 'nowhere'), file)
  expect(problemOf(() => open()).id).toBe('E4001')
  expect(readdirSync(folder)).toEqual(['audits.db'])
})

test('a damaged document is said, not thrown as it comes', () => {
  open().close()
  const store = open()
  store.save(smallAudit())
  change(`UPDATE audit SET document = x'00010203'`)
  expect(problemOf(() => store.newest()).id).toBe('E4002')
  change(`UPDATE audit SET document = substr(document, 1, length(document) - 9)`)
  expect(problemOf(() => store.load(1)).id).toBe('E4002')
  expect(store.history()).toHaveLength(1)
  store.close()
})

const NEXT = [...MIGRATIONS, 'ALTER TABLE audit ADD COLUMN remark TEXT; CREATE INDEX item_purl ON item (purl);']

test('a file of version 1 is brought up to date with everything in it', () => {
  const audit = smallAudit()
  const old = open(MIGRATIONS.slice(0, 1))
  old.save(audit)
  old.close()
  const store = open(NEXT)
  expect(store.newest()).toStrictEqual(audit)
  expect(store.save(smallAudit({ asOf: '2027-01-01' }))).toBe(2)
  store.close()
  expect(ask('SELECT number, remark FROM audit')).toEqual([
    { number: 1, remark: null },
    { number: 2, remark: null },
  ])
  expect(ask('PRAGMA user_version')).toEqual([{ user_version: NEXT.length }])
  const again = problemOf(() => open())
  expect([again.id, again.params]).toEqual(['E4004', { path: file, found: NEXT.length, known: MIGRATIONS.length }])
})

test('a migration that fails leaves the old schema', () => {
  open().close()
  const before = sha256(file)
  expect(() => open([...MIGRATIONS, 'CREATE TABLE more (x); SELECT * FROM missing;'])).toThrow('no such table: missing')
  expect(sha256(file)).toBe(before)
  open().close()
})

test('a save that fails half-way leaves the audit that was there', () => {
  const store = open()
  store.save(smallAudit())
  const broken = smallAudit({ findings: [...smallAudit().findings, { ...smallAudit().findings[0]!, policy: null as never }] })
  expect(() => store.save(broken)).toThrow('NOT NULL')
  expect(store.load(1)).toStrictEqual(smallAudit())
  store.close()
  expect(ask('SELECT count(*) AS n FROM finding')).toEqual([{ n: 2 }])
})

const writer = (name: string, count: number, size: number) => {
  const script = fileURLToPath(new URL('support/store-writer.ts', import.meta.url))
  const node = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', script]
  const child = spawn(process.execPath, [...node, file, name, String(count), String(size)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const opened = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, opened, ended, said: () => said }
}

test('two writers at once: both make the file, both save everything', { timeout: 60_000 }, async () => {
  const writers = ['one', 'two'].map((name) => writer(name, 20, 50))
  for (const { ended, said } of writers) expect([await ended, said()]).toEqual([0, expect.stringContaining('saved')])
  const store = open()
  expect([store.history('one').length, store.history('two').length]).toEqual([20, 20])
  expect(new Set(store.history().map(({ number }) => number)).size).toBe(40)
  store.close()
  expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
})

test('a writer that is locked out for too long says so', { timeout: 20_000 }, () => {
  const store = open()
  const other = new Database(file)
  other.exec('BEGIN IMMEDIATE')
  const began = Date.now()
  const problem = problemOf(() => store.save(smallAudit()))
  expect([problem.id, problem.exitCode]).toEqual(['E4001', 4])
  expect(problem.says('de')).toContain('gesperrt')
  expect(Date.now() - began).toBeGreaterThan(4500)
  other.exec('ROLLBACK')
  expect(store.save(smallAudit())).toBe(1)
  other.close()
  store.close()
})

test('killed in the middle of saving, twenty times: no partial audit, nothing to repair', { timeout: 120_000 }, async () => {
  const size = 3000
  open().close()
  let killed = 0
  let within = 0
  for (let n = 0; n < 20; n++) {
    const { child, opened, ended, said } = writer(`run-${n}`, 1000, size)
    await opened
    // from before the first transaction to the middle of a later one
    await new Promise((resolve) => setTimeout(resolve, 20 + n * 23))
    child.kill('SIGKILL')
    await ended
    if (child.signalCode === 'SIGKILL') killed++
    if (existsSync(`${file}-journal`)) within++
    const store = open()
    const stored = store.history(`run-${n}`)
    // whatever was reported as saved is there; at most one more was saved before its report
    const reported = said()
      .split('\n')
      .filter((line) => line.startsWith('saved')).length
    expect(stored.length - reported).toBeGreaterThanOrEqual(0)
    expect(stored.length - reported).toBeLessThanOrEqual(1)
    for (const { number } of stored.slice(-1)) expect(store.load(number)?.items).toHaveLength(size)
    store.close()
    expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  }
  expect(killed).toBe(20)
  // a journal left behind shows that a transaction was cut off
  expect(within).toBeGreaterThan(0)
  expect(
    ask(`SELECT number FROM audit WHERE items <> (SELECT count(*) FROM item WHERE audit = number)
    OR findings <> (SELECT count(*) FROM finding WHERE audit = number)`),
  ).toEqual([])
  expect(ask('SELECT count(*) AS n FROM item WHERE audit NOT IN (SELECT number FROM audit)')).toEqual([{ n: 0 }])
})

test('a large audit is saved at the pace of its rows', { timeout: 60_000 }, () => {
  const audit = largeAudit(20_000)
  const store = open()
  store.save(audit)
  expect(store.newest()?.items).toHaveLength(20_000)
  store.close()
  expect(ask('SELECT count(*) AS n FROM item')).toEqual([{ n: 20_000 }])
})
