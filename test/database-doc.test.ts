import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../src/store/sqlite.ts'
import { contractLine, smallAudit } from './support/small-audit.ts'

const page = readFileSync(new URL('../docs/database.md', import.meta.url), 'utf8')
const recipes = [...page.matchAll(/^(.+):\n\n```sql\n([^`]+)```$/gm)].map(([, title, sql]) => [title!, sql!] as const)
const folder = mkdtempSync(join(tmpdir(), 'eigenstand-cookbook-'))
let db: Database.Database

beforeAll(() => {
  const store = openStore(join(folder, 'audits.db'), { create: true, now: () => '2026-11-23T12:00:00.000Z' })
  const ending = contractLine(2, { term: { end: '2027-01-31' } })
  store.save(smallAudit({ project: { id: 'fachverfahren', name: 'Fachverfahren' } }))
  store.save(smallAudit({ asOf: '2026-05-01' }))
  store.save(smallAudit({ items: [...smallAudit().items, ending] }))
  store.close()
  db = new Database(join(folder, 'audits.db'), { readonly: true })
})
afterAll(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

test('the page describes every column of every table, in order', () => {
  const tables = [...page.matchAll(/^### (\w+)\n\n\| column \| meaning \|\n\|---\|---\|\n((?:\|.*\|\n)+)/gm)]
  const described = tables.map(([, table, rows]) => [table, [...rows!.matchAll(/^\| (\w+) \|/gm)].map(([, column]) => column)])
  const actual = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'`)
    .pluck()
    .all()
    .map((table) => [table, db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)])
  expect(Object.fromEntries(described)).toEqual(Object.fromEntries(actual))
})

test.each(recipes)('%s: the query runs and finds something', (_, sql) => {
  expect(db.prepare(sql).all().length).toBeGreaterThan(0)
})

test('what the recipes say', () => {
  const [newest, course, spend] = recipes.map(([, sql]) => db.prepare(sql).all())
  expect(newest).toEqual([
    { project: 'buergerportal', number: 3, as_of: '2026-11-23', best: 4, worst: 5, provisional: 1 },
    { project: 'fachverfahren', number: 1, as_of: '2026-11-23', best: 4, worst: 5, provisional: 1 },
  ])
  expect(course).toEqual([
    { as_of: '2026-05-01', low: 1, high: 1 },
    { as_of: '2026-11-23', low: 1, high: 1 },
  ])
  expect(spend).toEqual([{ controller_name: 'Example Corp', contracts: 3, eur_a_year: 3703.68, projects: 2 }])
  expect(recipes).toHaveLength(8)
})
