import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Problem } from '../model/problem.ts'
import type { Words } from '../model/words.ts'
import { APPLICATION_ID, migrate, MIGRATIONS, schemaOf, schemaVersion } from './migrations.ts'

type DatabaseConstructor = typeof import('better-sqlite3')

/** Makes a folder and those above it. */
export type MakeFolder = (path: string) => void

/** How long a writer waits for another one. */
const BUSY_MS = 5000

/** Loaded when a database is opened: most runs of a CI job never need it. */
const sqlite = (): DatabaseConstructor => createRequire(import.meta.url)('better-sqlite3') as DatabaseConstructor

/**
 * Opens one of our databases, checked and brought up to date. A file that is there is never taken for a new database,
 * not even an empty one. Throws what `sayWhy` makes of SQLite's errors.
 */
export function openDatabase(path: string, create: boolean, migrations: readonly string[] = MIGRATIONS, makeFolder?: MakeFolder): Database {
  const there = statSync(path, { throwIfNoEntry: false })
  if (there === undefined) {
    if (!create) throw obstacle(path, 'ENOENT', create)
    createFile(path, migrations, makeFolder)
  } else if (there.isFile() && there.size === 0) {
    throw new Problem('E4002', { path })
  }
  const db = new (sqlite())(path, { fileMustExist: true, timeout: BUSY_MS })
  try {
    prepare(db)
    verify(db, path, migrations)
    if (schemaVersion(db) < migrations.length) migrate(db, migrations)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

/** Before the first look at the schema: nothing that stands in the file may run or be believed. */
function prepare(db: Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('synchronous = FULL')
}

/** A trigger or a view that somebody put there would act on our statements: the schema must be exactly ours. */
function verify(db: Database, path: string, migrations: readonly string[]): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new Problem('E4002', { path })
  const version = schemaVersion(db)
  if (version > migrations.length) throw new Problem('E4004', { path, found: version, known: migrations.length })
  const expected = new (sqlite())(':memory:')
  try {
    migrate(expected, migrations.slice(0, version))
    if (version < 1 || schemaOf(db) !== schemaOf(expected)) throw new Problem('E4002', { path })
  } finally {
    expected.close()
  }
  // WAL does not work on network drives; a file that somebody switched to it is switched back
  db.pragma('journal_mode = DELETE')
}

/**
 * A new database appears complete or not at all: it is built under another name, then linked to its own. If another
 * process was faster, its file stays.
 */
function createFile(path: string, migrations: readonly string[], makeFolder: MakeFolder | undefined): void {
  makeFolder?.(dirname(path))
  const draft = `${path}.${randomUUID()}.new`
  try {
    const db = new (sqlite())(draft)
    migrate(db, migrations)
    db.close()
    publish(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    // a file system without hard links
    if (!existsSync(path)) renameSync(draft, path)
  }
}

const DAMAGED = /^SQLITE_(NOTADB|CORRUPT|FORMAT)/
/** Ours to mend, not the user's: a statement or a call that is wrong. */
const INTERNAL = /^(SQLITE_(ERROR|CONSTRAINT|MISMATCH|RANGE|MISUSE)|ERR_)/

/** What stands in the way: the catalogue has one message for all of them. */
const OBSTACLES: readonly (readonly [RegExp, Words])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, { de: 'gesperrt', en: 'locked' }],
  [/^ENOENT/, { de: 'nicht vorhanden', en: 'does not exist' }],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, { de: 'Speicher voll', en: 'disk full' }],
  [/^(SQLITE_(READONLY|PERM|AUTH)|EACCES|EPERM|EROFS)/, { de: 'keine Schreibrechte', en: 'not writable' }],
]

/** What the user is told about an error of SQLite or of the file system; anything else is passed through. */
export function sayWhy(error: unknown, path: string, stores: boolean): unknown {
  const code = codeOf(error)
  if (error instanceof Problem || code === undefined || INTERNAL.test(code)) return error
  return DAMAGED.test(code) ? new Problem('E4002', { path }) : obstacle(path, code, stores)
}

const NOTHING_STORED: Words = { de: ' oder mit --no-store nichts ablegen', en: ', or store nothing with --no-store' }

/** `stores`: the run is one that may do without. */
function obstacle(path: string, code: string, stores: boolean): Problem {
  const words = OBSTACLES.find(([pattern]) => pattern.test(code))?.[1]
  const what = words === undefined ? code : { de: `${words.de} (${code})`, en: `${words.en} (${code})` }
  return new Problem('E4001', { path, what, without: stores ? NOTHING_STORED : '' })
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
