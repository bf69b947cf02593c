// What must not grow: identifying with the size of the register, and an audit with the number of policies. As ratios to JSON.parse
// of the same file in the same process; the register once as it is and once twice as large, the policies once and ten times.
// node bench/growth.mjs [--size 100000] [--runs 5]      (runs the TypeScript sources, needs Node 22.18 or newer)
import { readFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { audit } from '../src/audit.ts'
import { readFolder } from '../src/files.ts'
import { Identifier, identify } from '../src/identify/index.ts'
import { registerIndex } from '../src/identify/register-index.ts'
import { compileRules } from '../src/knowledge/compile.ts'
import { frozenRules, thawRules } from '../src/knowledge/frozen.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { join, readInput } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { makeBom } from './make-bom.mjs'

const { values } = parseArgs({ options: { size: { type: 'string', default: '100000' }, runs: { type: 'string', default: '5' } } })
const LIMITS = { fileBytes: 1 << 30, depth: 128, components: 1_000_000, stringBytes: 1 << 20, recordBytes: 1 << 20, columns: 1000 }

function frozen(knowledge) {
  const files = frozenRules(knowledge, registerIndex(knowledge))
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return {
    knowledge: thawRules((name) => (from, length) => files.get(name).subarray(from, from + length)),
    bytes,
    organisations: knowledge.organisations.size,
  }
}

/** Every organisation and product once more, under names and namespaces that begin differently. */
function doubled(knowledge) {
  const other = (text) => `qx${text}`
  const spaces = (namespaces) => Object.fromEntries(Object.entries(namespaces).map(([kind, entries]) => [kind, entries.map(other)]))
  const copies = [...knowledge.organisations.values()].map((one) => ({
    ...one,
    id: other(one.id),
    names: one.names.map(other),
    ...(one.exactNames && { exactNames: one.exactNames.map(other) }),
    notNames: one.notNames.map(other),
    namespaces: spaces(one.namespaces),
    notNamespaces: spaces(one.notNamespaces),
    products: one.products.map((product) => ({
      ...product,
      id: other(product.id),
      names: product.names.map(other),
      namespaces: spaces(product.namespaces),
    })),
  }))
  return { ...knowledge, organisations: new Map([...knowledge.organisations, ...copies.map((one) => [one.id, one])]) }
}

/** Each policy ten times, so that ten times as much is found too. */
function tenTimes(policies) {
  return Array.from({ length: 10 }, (_, i) => policies.map((policy) => (i === 0 ? policy : { ...policy, id: `${policy.id}-${i}` }))).flat()
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')
/** What one job leaves behind the next does not clear away. */
function timed(work) {
  collectGarbage()
  const start = performance.now()
  work()
  return performance.now() - start
}

const folder = mkdtempSync(joinPath(tmpdir(), 'eigenstand-bench-'))
try {
  const file = joinPath(folder, 'bom.json')
  makeBom(file, Number(values.size))
  const content = readFileSync(file)
  const inventory = join([readInput({ ...inMemory('bom.json', content), sha256: () => '' }, { limits: LIMITS })])
  const rules = compileRules(readFolder(fileURLToPath(new URL('../rules', import.meta.url))))
  const once = frozen(rules)
  const twice = frozen(doubled(rules))
  const tenfold = { ...once.knowledge, policies: tenTimes(rules.policies) }
  const day = { asOf: '2026-11-23', project: EMPTY_PROJECT }
  const options = { ...day, set: rules.sets.get('default'), id: 'bench', name: 'bench', version: '0' }
  const register = ({ organisations, bytes }, how = 'identify') => `${how}, ${organisations} organisations, ${(bytes / 1e6).toFixed(1)} MB`
  // as a gate identifies: what is concluded is not written down for each
  const inBrief = (knowledge) => {
    const identifier = new Identifier(knowledge, day)
    for (const item of inventory.items) identifier.shared(item)
  }
  const jobs = [
    ['JSON.parse', () => JSON.parse(content.toString())],
    [register(once, 'in brief'), () => inBrief(once.knowledge)],
    [register(twice, 'in brief'), () => inBrief(twice.knowledge)],
    [register(once), () => identify(inventory, once.knowledge, day)],
    [register(twice), () => identify(inventory, twice.knowledge, day)],
    [`audit, ${rules.policies.length} policies`, () => audit(inventory, once.knowledge, options)],
    [`audit, ${tenfold.policies.length} policies`, () => audit(inventory, tenfold, options)],
  ]
  const times = jobs.map(() => [])
  for (let run = 0; run < Number(values.runs); run++) jobs.forEach(([, work], i) => times[i].push(timed(work)))
  const floor = median(times[0])
  console.log(`${values.size} components, ${(content.length / 1e6).toFixed(1)} MB; medians of ${values.runs}`)
  jobs.forEach(([name], i) => {
    const cost = median(times[i])
    console.log(`${name.padEnd(40)}${cost.toFixed(0).padStart(6)} ms${(cost / floor).toFixed(2).padStart(7)}x`)
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
