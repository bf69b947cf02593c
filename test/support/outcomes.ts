import { Problem } from '../../src/model/problem.ts'
import { join, readInputs } from '../../src/read/index.ts'
import type { ReadSource } from '../../src/read/source.ts'
import { LIMITS } from './limits.ts'
import { bytesOf } from './list.ts'

/** What became of one file. `notes`: ids of what was noted while reading, each once. */
export type Outcome = { readonly file: string } & (
  | { readonly sources: readonly ReadSource[]; readonly notes: readonly string[] }
  | { readonly refused: Problem }
  | { readonly crashed: unknown }
)

/** Notes that say nothing about a fault of the file. */
const PLAIN = new Set(['W-NO-ROOT', 'W-NOTICES', 'W-FILES', 'W-EUR-ASSUMED', 'W-COLUMN', 'W-SET-ASIDE'])

export function outcomeOf(file: string, content: Uint8Array): Outcome {
  try {
    const sources = readInputs({ ...bytesOf(content, file), sha256: () => '' }, { limits: LIMITS })
    const notes = new Set(sources.flatMap(({ reading }) => reading.notes.map(({ code }) => code)).filter((code) => !PLAIN.has(code)))
    return { file, sources, notes: [...notes].sort() }
  } catch (error) {
    return error instanceof Problem && error.exitCode === 3 ? { file, refused: error } : { file, crashed: error }
  }
}

/** Whether every source adds up: what is read, rejected and unusable is all there is. */
export function addsUp(sources: readonly ReadSource[]): boolean {
  return join(sources).sources.every(({ records, read, rejected, unusable }, i) => {
    const counts = [records, read, rejected, unusable]
    return counts.every((n) => Number.isSafeInteger(n) && n >= 0) && records === read + rejected + unusable && read === sources[i]!.reading.items.length
  })
} // prettier-ignore

export interface Row {
  files: number
  read: number
  'with notes': number
  refused: number
  crashed: number
}

/** The table of outcomes by kind of file. */
export function tableOf(outcomes: readonly Outcome[], groupOf: (file: string) => string): Record<string, Row> {
  const rows = new Map<string, Row>()
  for (const one of outcomes) {
    const group = groupOf(one.file)
    const row = rows.get(group) ?? { files: 0, read: 0, 'with notes': 0, refused: 0, crashed: 0 }
    rows.set(group, row)
    row.files++
    if ('refused' in one) row.refused++
    else if ('crashed' in one) row.crashed++
    else {
      row.read++
      if (one.notes.length > 0) row['with notes']++
    }
  }
  return Object.fromEntries([...rows].sort())
}

/** Refused files by reason, e.g. `E3402` → the files. */
export function reasonsOf(outcomes: readonly Outcome[]): Map<string, string[]> {
  const reasons = new Map<string, string[]>()
  for (const one of outcomes) if ('refused' in one) reasons.set(one.refused.id, [...(reasons.get(one.refused.id) ?? []), one.file])
  return reasons
}
