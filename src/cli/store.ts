import { resolve } from 'node:path'
import { defaultDatabase, environment, projectFile } from '../config.ts'
import type { Store } from '../model/ports.ts'
import { parseProject } from '../knowledge/project.ts'

/** `--db`, EIGENSTAND_DB, the project file, the user's data directory, in this order. */
export function databasePath(flag: string | undefined): string {
  const file = projectFile()
  const fromProject = file === undefined ? undefined : parseProject(file.text, file.path).db
  return resolve(flag ?? environment.database() ?? fromProject ?? defaultDatabase())
}

/** Opens the store; SQLite is loaded only here. */
export async function openDatabase(path: string, create: boolean): Promise<Store> {
  const { openStore } = await import('../store/sqlite.ts')
  return openStore(path, { create, now: environment.now })
}
