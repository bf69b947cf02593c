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

/** Why invalid conformance files are read without a note, by what their names say is wrong. */
const NOT_LOOKED_AT = 'the fault lies in what is not read'
const READ_ANYWAY: readonly (readonly [fault: RegExp, why: string])[] = [
  [/^(component-swid|hash-\w+|issue-type|patch-type|service-data|properties|serialnumber|metadata-(license|timestamp))$/, NOT_LOOKED_AT],
  [/^(component-type|missing-component-type|scope)$/, 'counts as software that is used, the worse reading'],
  [/^license-id$/, 'the id stays as it is said and is told as an unknown licence'],
  [/^license-encoding$/, 'the text is taken as it stands'],
  [/^license-missing-id-and-name$/, 'no licence is said: unknown'],
  [/^license-(declared-concluded-mix|choice)$/, 'each statement is kept with what it says it is'],
  [/^(dependency|component-ref)$/, 'what has no reference relates nothing'],
]
const whyRead = (file: string) => {
  const fault = /\/invalid-(.*)-\d\.\d\.\w+$/.exec(file)?.[1] ?? ''
  return READ_ANYWAY.find(([pattern]) => pattern.test(fault))?.[1]
}

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

  it('is refused or noted if it is invalid, or read for a stated reason', () => {
    const silent = outcomes.filter((one) => /conformance\/.*\/invalid-/.test(one.file) && 'sources' in one && one.notes.length === 0)
    expect(silent.map(({ file }) => file).filter((file) => whyRead(file) === undefined)).toEqual([])
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
    for (const one of outcomes)
      if (/\/invalid-/.test(one.file) && 'sources' in one)
        console.log(`read: ${one.file} – ${one.notes.length > 0 ? one.notes.join(' ') : whyRead(one.file)}`)
    expect([...reasons.values()].flat().length).toBeGreaterThan(10)
  }) // prettier-ignore
})
