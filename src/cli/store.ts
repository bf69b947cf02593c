import { dirname, resolve } from 'node:path'
import { defaultDatabase, environment } from '../config.ts'
import type { Store } from '../model/ports.ts'
import { isThere, makeFolder } from '../files.ts'
import { ownProject, type OwnProject } from './own-files.ts'

/** `--db`, EIGENSTAND_DB, the project file, the user's data directory, in this order. */
export async function databasePath(flag: string | undefined, own?: OwnProject): Promise<string> {
  const { project, path } = own ?? (await ownProject())
  const named = project.db === undefined || path === undefined ? undefined : resolve(dirname(path), project.db)
  return resolve(flag ?? environment.database() ?? named ?? defaultDatabase())
}

/** Opens the store; SQLite is loaded only here. */
export async function openDatabase(path: string, create: boolean): Promise<Store> {
  const { openStore } = await import('../store/sqlite.ts')
  return openStore(path, { create, now: environment.now, makeFolder })
}

/** The store to read from; none where nothing was stored yet. A file that the call itself names has to be there, else E4001. */
export async function storeToRead(flag: string | undefined): Promise<Store | undefined> {
  const path = await databasePath(flag)
  return flag === undefined && !isThere(path) ? undefined : openDatabase(path, false)
}
