import { resolve } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { Audit } from '../model/audit.ts'
import { auditChunks, parseAudit } from '../model/document.ts'
import type { Store, StoredAudit } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { openDatabase, sayWhy, type MakeFolder } from './open.ts'
import { figures, FINDING_COLUMNS, inputsSha256, ITEM_COLUMNS, rows, sqlText, type Columns } from './rows.ts'

export interface StoreOptions {
  /** Make the file if there is none; else a missing file is E4001. */
  readonly create: boolean
  /** The moment of saving, ISO; kept beside the audit, never in it. */
  now(): string
  /** Other migrations than ours; for tests. */
  readonly migrations?: readonly string[]
  /** For a new database in a folder that is not there yet. */
  readonly makeFolder?: MakeFolder
}

/**
 * The audits in an SQLite file. E4001: cannot be opened, read or written, or locked for longer than 5 s; E4002: not ours or
 * damaged; E4004: written by a newer version. A file that is there is never overwritten.
 */
export function openStore(path: string, options: StoreOptions): Store {
  const file = resolve(path)
  const guarded = <T>(action: () => T): T => {
    try {
      return action()
    } catch (error) {
      throw sayWhy(error, path, options.create)
    }
  }
  const db = guarded(() => openDatabase(file, options.create, options.migrations, options.makeFolder))
  return {
    save: (audit) => guarded(() => save(db, audit, options.now())),
    history: (project) => guarded(() => history(db, project)),
    newest: (project, when) => guarded(() => newest(db, path, project, when)),
    load: (number) => guarded(() => document(db, path, 'WHERE number = ?', [number])),
    projects: () => guarded(() => db.prepare<[], string>('SELECT DISTINCT project FROM audit ORDER BY project').pluck().all()),
    foundBefore: (project, asOf) => guarded(() => foundBefore(db, project, asOf)),
    close: () => void db.close(),
  }
}

/**
 * One transaction: the audit is there with every row, or not at all. The same project, day, rules (set and hash) and inputs
 * replace; the number stays.
 */
function save(db: Database, audit: Audit, created: string): number {
  const blob = pack(audit)
  return db
    .transaction(() => {
      const number = saveAudit(db, audit, created, blob)
      for (const table of ['figure', 'item', 'finding']) db.prepare(`DELETE FROM ${table} WHERE audit = ?`).run(number)
      const figure = db.prepare('INSERT INTO figure (audit, id, basis, layer, low, high) VALUES (?, ?, ?, ?, ?, ?)')
      for (const { id, basis, layer, low, high } of figures(audit)) figure.run(number, id, basis, layer, low, high)
      fill(db, 'item', ITEM_COLUMNS, audit.items, audit, number)
      fill(db, 'finding', FINDING_COLUMNS, audit.findings, audit, number)
      return number
    })
    .immediate()
}

function saveAudit(db: Database, audit: Audit, created: string, blob: Buffer): number {
  const row = {
    created,
    project: sqlText(audit.project.id),
    as_of: audit.asOf,
    rule_set: sqlText(audit.rules.set),
    rules_sha256: audit.rules.sha256,
    inputs_sha256: inputsSha256(audit),
    tool_version: audit.tool.version,
    best: audit.level?.best ?? null,
    worst: audit.level?.worst ?? null,
    provisional: Number(audit.level?.provisional ?? true),
    items: audit.items.length,
    findings: audit.findings.length,
    document: blob,
  }
  const names = Object.keys(row)
  const upsert = `INSERT INTO audit (saved, ${names.join(', ')})
    VALUES ((SELECT coalesce(max(saved), 0) + 1 FROM audit), ${names.map((name) => `@${name}`).join(', ')})
    ON CONFLICT (project, as_of, rule_set, rules_sha256, inputs_sha256)
    DO UPDATE SET saved = excluded.saved, ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
    RETURNING number`
  return db.prepare<[typeof row], number>(upsert).pluck().get(row) as number
}

/** A row for each element of a list of the audit, in its order. */
function fill<T>(db: Database, table: string, columns: Columns<T>, values: readonly T[], audit: Audit, number: number): void {
  const names = Object.keys(columns)
  const insert = db.prepare(`INSERT INTO ${table} (audit, position, ${names.join(', ')}) VALUES (?, ?${', ?'.repeat(names.length)})`)
  const row = rows(columns, audit)
  values.forEach((value, position) => insert.run(number, position, row(value)))
}

type Row = Omit<StoredAudit, 'provisional' | 'figures'> & { readonly provisional: number }

/** By day, and within a day by number: the course of a project. */
function history(db: Database, project: string | undefined): StoredAudit[] {
  const audits = db.prepare<string[], Row>(
    `SELECT number, project, as_of AS asOf, best, worst, provisional, rule_set AS "set", rules_sha256 AS rulesSha256,
            tool_version AS toolVersion, items, findings
     FROM audit ${ofProject(project)} ORDER BY as_of, number`,
  )
  const overall = db.prepare<[number], StoredAudit['figures'][number]>(
    `SELECT id, basis, low, high FROM figure WHERE audit = ? AND layer = 'all' ORDER BY id, basis`,
  )
  return audits.all(...parameters(project)).map((row) => ({ ...row, provisional: row.provisional === 1, figures: overall.all(row.number) }))
}

function foundBefore(db: Database, project: string, asOf: string): ReadonlySet<string> {
  const found = db.prepare<string[], string>(
    `SELECT DISTINCT fingerprint FROM finding JOIN audit ON finding.audit = audit.number WHERE project = ? AND as_of < ?`,
  )
  return new Set(found.pluck().all(sqlText(project), asOf))
}

function newest(db: Database, path: string, project: string | undefined, { on, before }: NonNullable<Parameters<Store['newest']>[1]> = {}) {
  const asked = [
    ['project = ?', project === undefined ? undefined : sqlText(project)],
    ['as_of = ?', on],
    ['as_of < ?', before],
  ] as const
  const [wheres, values] = [
    asked.flatMap(([where, value]) => (value === undefined ? [] : [where])),
    asked.flatMap(([, value]) => value ?? []),
  ]
  return document(db, path, `${wheres.length === 0 ? '' : `WHERE ${wheres.join(' AND ')}`} ${NEWEST_FIRST} LIMIT 1`, values)
}

/** The latest day of audit; of several audits of a day the one saved last. */
const NEWEST_FIRST = 'ORDER BY as_of DESC, saved DESC'
const ofProject = (project: string | undefined) => (project === undefined ? '' : 'WHERE project = ?')
const parameters = (project: string | undefined) => (project === undefined ? [] : [sqlText(project)])

function document(db: Database, path: string, which: string, values: readonly (string | number)[]): Audit | undefined {
  const blob = db
    .prepare<(string | number)[], Buffer>(`SELECT document FROM audit ${which}`)
    .pluck()
    .get(...values)
  if (blob === undefined) return undefined
  try {
    return unpack(blob)
  } catch {
    throw new Problem('E4002', { path })
  }
}

/** Compressed piece by piece (a gzip file may have several members), so that the text is never there as a whole. */
const pack = (audit: Audit): Buffer => Buffer.concat(Array.from(auditChunks(audit), (piece) => gzipSync(piece, { level: 1 })))

/** More than any audit has: a database made to fill the memory ends as a damaged one. */
const MAX_DOCUMENT = 4 * 1024 ** 3

const unpack = (blob: Buffer): Audit => parseAudit(gunzipSync(blob, { maxOutputLength: MAX_DOCUMENT }))
