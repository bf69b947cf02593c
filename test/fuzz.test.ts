import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mutated } from './fuzz/mutate.ts'
import { fault, TARGETS } from './fuzz/targets.ts'
import { ROOT } from './support/cli.ts'

/** The same inputs at every run, so that one commit has one result; `npm run fuzz` draws new ones. */
const SEED = 20261129

const RUNS = 60
const finds = join(ROOT, 'fixtures/fuzz')

describe.each(Object.entries(TARGETS))('%s', (_, target) => {
  it('takes its samples', () => {
    for (const sample of target.samples) expect(fault(target, sample)).toBeUndefined()
  })

  // a failure prints seed and path; `npm run fuzz -- 5` goes on for five minutes
  it('takes whatever becomes of them', () => {
    fc.assert(fc.property(mutated(target.samples), (content) => { const wrong = fault(target, content); if (wrong !== undefined) throw new Error(wrong) }), { numRuns: RUNS, seed: SEED }) // prettier-ignore
  })
})

describe('what was found once', () => {
  it.each(existsSync(finds) ? readdirSync(finds) : [])('%s', (name) => {
    expect(fault(TARGETS[name.split('.')[0]!]!, readFileSync(join(finds, name)))).toBeUndefined()
  })
})
