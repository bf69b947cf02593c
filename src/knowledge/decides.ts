import { createHash } from 'node:crypto'
import type { YamlFile } from './yaml.ts'

/** Keys that explain and decide nothing. */
const EXPLAINS = new Set(['source', 'sources', 'words', 'note', 'because', 'what', 'assumes'])

/** A hash over what rule files decide: a sentence, a comment, a source or another order of files changes nothing in it. */
export function decides(files: readonly YamlFile[]): string {
  const parts = files.map(({ data }) => JSON.stringify(bare(data)))
  const hash = createHash('sha256')
  for (const part of parts.sort()) hash.update(part).update('\0')
  return hash.digest('hex')
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !EXPLAINS.has(key))
  return Object.fromEntries(kept.map(([key, inner]): [string, unknown] => [key, bare(inner)]).sort(([a], [b]) => (a < b ? -1 : 1)))
}
