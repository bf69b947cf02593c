import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Problem } from '../src/model/problem.ts'
import { readInputs } from '../src/read/index.ts'
import type { ReadSource } from '../src/read/source.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

type Outcome = { readonly file: string; readonly sources: readonly ReadSource[] } | { readonly file: string; readonly error: unknown }

function outcomeOf(folder: string, file: string): Outcome {
  try {
    return { file, sources: readInputs({ ...bytesOf(readFileSync(join(folder, file)), file), sha256: () => '' }, { limits: LIMITS }) }
  } catch (error) {
    return { file, error }
  }
}

/** Kind of a file, for the table: its first folder, and for the conformance files what they claim. */
function groupOf(file: string): string {
  const claim = /^sbom\/conformance\/.*\/(skip_invalid|invalid|valid)-/.exec(file)?.[1]
  return claim === undefined
    ? file
        .split('/')
        .slice(0, file.startsWith('sbom/made') ? 2 : 1)
        .join('/')
    : `sbom/conformance ${claim}-*`
}

describe.skipIf(CORPUS === undefined)('every file of the corpus', () => {
  const folder = CORPUS ?? ''
  const files = CORPUS === undefined ? [] : readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort() // prettier-ignore
  const outcomes = files.map((file) => outcomeOf(folder, file))
  const refused = outcomes.flatMap((one) =>
    'error' in one && one.error instanceof Problem ? [{ file: one.file, problem: one.error }] : [],
  )

  it('is read, or refused as an input', () => {
    const others = outcomes.filter((one) => 'error' in one && !(one.error instanceof Problem && one.error.exitCode === 3))
    expect(others.map((one) => [one.file, 'error' in one && String((one.error as Error).stack)])).toEqual([])
    expect(outcomes.length).toBeGreaterThan(450)
  })

  it('keeps its records: valid files lose none', () => {
    const valid = outcomes.filter(({ file }) => /conformance\/.*\/valid-/.test(file) && /\.(json|xml)$/.test(file))
    expect(valid.length).toBeGreaterThan(100)
    const lost = valid.filter((one) => 'error' in one || one.sources.some(({ reading }) => reading.rejected + reading.unusable > 0))
    expect(lost.map(({ file }) => file)).toEqual([])
  })

  it('is refused in words that say everything', () => {
    for (const { problem } of refused)
      for (const language of ['de', 'en'] as const)
        expect(`${problem.says(language)} ${problem.hint(language)}`).not.toMatch(/\{\w+\}|undefined|\[object/)
  })

  it('comes to this table', () => {
    const groups = new Map<string, { files: number; read: number; refused: number }>()
    for (const one of outcomes) {
      const group = groups.get(groupOf(one.file)) ?? { files: 0, read: 0, refused: 0 }
      group.files++
      if ('sources' in one) group.read++
      else group.refused++
      groups.set(groupOf(one.file), group)
    }
    console.table(Object.fromEntries([...groups].sort()))
    console.log(refused.map(({ file, problem }) => `${problem.id} ${basename(file)}: ${problem.says('en')}`).join('\n'))
    expect(refused.length).toBeGreaterThan(10)
  })
})
