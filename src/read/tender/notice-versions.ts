import type { NoticeNames } from '../../model/ports.ts'
import type { Tables } from './notice-tables.ts'

/** What changes a contract names it; without one it is the notice that is corrected. */
export function namesOf(tables: Tables, key: string): NoticeNames {
  const [id, version] = parts(key)
  const change = tables.changes.of(key).find(({ contractIdentifier }) => contractIdentifier === undefined)
  const corrects = change?.['changeNoticeVersionIdentifier']
  return { id, version, ...(corrects !== undefined && { corrects }) }
}

/** The newest version of each notice that any table names; versions are numbers, so `1` and `01` are the same. */
export function newest(tables: Tables): readonly string[] {
  const versions = new Map<string, number>()
  for (const name of ['notice', 'procedureLotResult', 'organisation', 'purpose'] as const) {
    for (const key of tables[name].keys) {
      const [id, version] = parts(key)
      if (!(versions.get(id)! >= version)) versions.set(id, version)
    }
  }
  return [...versions].map(([id, version]) => `${id}/${version}`)
}

export function parts(key: string): [id: string, version: number] {
  const cut = key.lastIndexOf('/')
  return [key.slice(0, cut), Number(key.slice(cut + 1))]
}
