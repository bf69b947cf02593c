// npm run fuzz -- [minutes] [target] [seed]: changes valid samples until the time is over. Finds are written to fixtures/fuzz/.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { mutated } from './mutate.ts'
import { fault, TARGETS } from './targets.ts'

const FINDS = join(import.meta.dirname, '../../fixtures/fuzz')
const RUNS = 300

const [minutes = '5', only, from] = process.argv.slice(2)
const first = from === undefined ? Date.now() & 0x7fffffff : Number(from)
const names = Object.keys(TARGETS).filter((name) => only === undefined || name === only)
const end = Date.now() + Number(minutes) * 60_000
if (names.length === 0 || !(end > 0)) throw new Error(`npm run fuzz -- [minutes] [${Object.keys(TARGETS).join('|')}] [seed]`)

console.log(`seed ${first}`)
const counts = new Map(names.map((name) => [name, 0]))
const finds = new Set<string>()
for (let seed = first; Date.now() < end; seed++) {
  for (const name of names) {
    if (Date.now() >= end) break
    const target = TARGETS[name]!
    const found = fc.check(fc.property(mutated(target.samples), (content) => { const wrong = fault(target, content); if (wrong !== undefined) throw new Error(wrong) }), { seed, numRuns: RUNS }) // prettier-ignore
    counts.set(name, counts.get(name)! + found.numRuns)
    if (!found.failed || found.counterexample === null) continue
    const [content] = found.counterexample
    const wrong = fault(target, content) ?? 'only sometimes'
    const kind = `${name} ${wrong.split('\n').slice(0, 3).join(' ')}`
    if (finds.has(kind)) continue
    finds.add(kind)
    const file = `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
    mkdirSync(FINDS, { recursive: true })
    writeFileSync(join(FINDS, file), content)
    console.log(`FOUND ${file} (seed ${seed}): ${wrong.split('\n').slice(0, 8).join('\n')}`)
  }
}
console.table(Object.fromEntries(counts))
console.log(`${[...counts.values()].reduce((a, b) => a + b)} inputs, ${finds.size} finds, seed ${first}`)
process.exitCode = finds.size === 0 ? 0 : 1
