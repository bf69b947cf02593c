import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CORPUS } from './support/corpus.ts'
import { addsUp, outcomeOf, reasonsOf, tableOf } from './support/outcomes.ts'

/** Kind of a file, for the table: its first folder, and for the conformance files what they claim. */
function groupOf(file: string): string {
  const claim = /^sbom\/conformance\/.*\/(skip_invalid|invalid|valid)-/.exec(file)?.[1]
  if (claim !== undefined) return `sbom/conformance ${claim}-*`
  return file.split('/').slice(0, file.startsWith('sbom/made') || file.startsWith('procurement') ? 2 : 1).join('/') // prettier-ignore
}

/** Faults of the conformance files in what we do not read: they are read without a note. By what their names say. */
const ELSEWHERE =
  /bomformat|serialnumber|hash|property|properties|metadata-(license|timestamp)|attestation|signature|data-|cryptography|cryptographic|ml-|machine|annotation|composition|formulation|standard|release-notes|pedigree|patch|issue|vulnerab|dependency|missing-(component-)?type|component-type|type-|empty-component|license-choice|license-encoding|license-id|license-missing|metadata-manufactur|metadata-supplier|metadata-author|author|organizational|encoding|scope|swid|tool|external-reference|reference|saas|service|url|iri|email|properties|duplicate|patent|citation|expression|version|identity|evidence|occurrence|callstack|invalid-component-ref|component-ref/i

/** Runs with EIGENSTAND_CORPUS=<folder> npx vitest run test/corpus.test.ts, and prints the table. */
describe.skipIf(CORPUS === undefined)('every file of the corpus', () => {
  const folder = CORPUS ?? ''
  const files = CORPUS === undefined ? [] : readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort() // prettier-ignore
  const outcomes = files.map((file) => outcomeOf(file, readFileSync(join(folder, file))))

  it('is read, or refused as an input; none ends as an internal error', () => {
    expect(outcomes.flatMap((one) => ('crashed' in one ? [[one.file, String((one.crashed as Error).stack)]] : []))).toEqual([])
    expect(outcomes.length).toBeGreaterThan(450)
  })

  it('adds up: read, rejected and unusable are all records', () => {
    expect(outcomes.filter((one) => 'sources' in one && !addsUp(one.sources)).map(({ file }) => file)).toEqual([])
  })

  it('keeps its records: valid files lose none', () => {
    const valid = outcomes.filter(({ file }) => /conformance\/.*\/valid-/.test(file) && /\.(json|xml)$/.test(file))
    expect(valid.length).toBeGreaterThan(100)
    const lost = valid.filter((one) => !('sources' in one) || one.sources.some(({ reading }) => reading.rejected + reading.unusable > 0))
    expect(lost.map(({ file }) => file)).toEqual([])
  })

  it('is refused or noted if it is invalid, unless its fault lies in what is not read', () => {
    const silent = outcomes.filter((one) => /conformance\/.*\/invalid-/.test(one.file) && 'sources' in one && one.notes.length === 0)
    expect(silent.map(({ file }) => file).filter((file) => !ELSEWHERE.test(file))).toEqual([])
  })

  it('is refused in words that say everything', () => {
    for (const one of outcomes)
      if ('refused' in one)
        for (const language of ['de', 'en'] as const)
          expect(`${one.refused.says(language)} ${one.refused.hint(language)}`).not.toMatch(/\{\w+\}|undefined|\[object/)
  })

  it('comes to this table', () => {
    console.table(tableOf(outcomes, groupOf))
    const reasons = reasonsOf(outcomes)
    console.table(Object.fromEntries([...reasons].sort().map(([id, refused]) => [id, { files: refused.length, 'for example': refused[0]! }])))
    for (const one of outcomes) if ('refused' in one) console.log(`${one.refused.id} ${one.file}: ${one.refused.says('en')}`)
    for (const one of outcomes) if (/\/invalid-/.test(one.file) && 'sources' in one) console.log(`read: ${one.file.split('/').slice(2).join('/')} ${one.notes.join(' ')}`)
    expect([...reasons.values()].flat().length).toBeGreaterThan(10)
  }) // prettier-ignore
})
