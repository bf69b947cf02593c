// Measures whole processes on generated SBOMs, as ratios to a bare Node that only reads and parses the same file.
// node bench/run.mjs [--sizes 1000,10000] [--runs N]      (npm run bench builds first)
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeBom } from './make-bom.mjs'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const TOOL = path('../bin/run.js')
const PEAK = path('peak.cjs')
const PARSE = `JSON.parse(require('node:fs').readFileSync(process.argv[1], 'utf8'))`

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000,100000' }, runs: { type: 'string' } } })
const sizes = values.sizes.split(',').map(Number)
const runsOf = (size) => Number(values.runs ?? (size >= 100_000 ? 3 : 5))
if (sizes.some((size) => !(size > 0)) || !(runsOf(1) > 0)) throw new Error('--sizes takes numbers with commas, --runs a number')
if (!existsSync(path('../dist/cli.js'))) throw new Error('dist/ is missing: run "node build.mjs" first')

const folder = mkdtempSync(join(tmpdir(), 'eigenstand-bench-'))
const environment = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), XDG_DATA_HOME: join(folder, 'data') }

/** Arguments of Node for each job. The first two are the yardsticks. */
const START = { 'node -e 0': () => ['-e', '0'], 'eigenstand --version': () => [TOOL, '--version'] }
// prettier-ignore
const JOBS = {
  'read + JSON.parse': (bom) => ['-e', PARSE, bom],
  'check': (bom) => [TOOL, 'check', bom, '--no-store'],
  'check, policies ×10': (bom) => [TOOL, 'check', bom, '--no-store', '--rules', policiesAgain(9)],
  'audit → JSON': (bom, out) => [TOOL, 'audit', bom, '--no-store', '--format', 'json', '--output', `${out}.json`],
  'audit → store, HTML': (bom, out) => [TOOL, 'audit', bom, '--db', `${out}.db`, '--format', 'html', '--output', `${out}.html`],
}

/** A folder of own rules that holds each policy of ours so many times more. */
function policiesAgain(times) {
  const rules = join(folder, 'rules')
  if (existsSync(rules)) return rules
  mkdirSync(join(rules, 'policies'), { recursive: true })
  for (const name of readdirSync(path('../rules/policies'))) {
    const text = readFileSync(path(`../rules/policies/${name}`), 'utf8')
    for (let i = 1; i <= times; i++) writeFileSync(join(rules, 'policies', `${i}-${name}`), text.replace(/^id: /m, `id: n${i}-`))
  }
  return rules
}

/** One process from its start to its end. */
function measure(args) {
  const began = performance.now()
  const child = spawnSync(process.execPath, ['--require', PEAK, ...args], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 26,
  })
  const seconds = (performance.now() - began) / 1000
  return { seconds, megabytes: Number(child.output[3]) / 1024, exit: child.status ?? child.signal, stderr: child.stderr.toString() }
}

/** Runs the jobs in turn, so that a busy machine disturbs all alike; the first round only warms the caches. */
function rounds(jobs, runs, bom) {
  const out = join(folder, 'out')
  const results = new Map(Object.keys(jobs).map((name) => [name, []]))
  for (let round = 0; round <= runs; round++) {
    for (const [name, args] of Object.entries(jobs)) {
      rmSync(`${out}.db`, { force: true })
      const result = measure(args(bom, out))
      if (round > 0) results.get(name).push(result)
    }
  }
  return [...results].map(([name, all]) => ({
    name,
    seconds: median(all.map((one) => one.seconds)),
    megabytes: median(all.map((one) => one.megabytes)),
    exit: [...new Set(all.map((one) => one.exit))].join('/'),
    // 1 is the answer of a gate, not a failure
    failed: all
      .find((one) => one.exit !== 0 && one.exit !== 1)
      ?.stderr.trim()
      .split('\n')
      .slice(0, 2)
      .join(' '),
  }))
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const failuresOf = (results, where) =>
  results.filter((one) => one.failed !== undefined).map(({ name, failed }) => `${where}${name} failed: ${failed}`)
const times = (ratio) => (Number.isFinite(ratio) ? `${ratio.toFixed(2)}x` : '')

function rowsOf(title, results, before) {
  const floor = results[0].seconds
  return results.map(({ name, seconds, megabytes, exit, failed }, n) => {
    const growth = before?.[n].failed === undefined && failed === undefined ? times(seconds / before?.[n].seconds) : ''
    const ratio = failed === undefined ? times(seconds / floor) : 'failed'
    return [n === 0 ? title : '', name, seconds.toFixed(3), megabytes.toFixed(0), ratio, growth, exit]
  })
}

function print(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows) {
    console.log(
      row
        .map((cell, n) => (n < 2 ? cell.padEnd(widths[n]) : cell.padStart(widths[n])))
        .join('  ')
        .trimEnd(),
    )
  }
}

try {
  const table = [['components', 'job', 's', 'peak MB', 'x floor', 'growth', 'exit']]
  const start = rounds(START, runsOf(1))
  table.push(...rowsOf('start', start))
  const failures = failuresOf(start, '')
  let before
  for (const size of sizes) {
    const bom = join(folder, `bom-${size}.json`)
    makeBom(bom, size)
    const results = rounds(JOBS, runsOf(size), bom)
    table.push(...rowsOf(`${size} (${(statSync(bom).size / 1e6).toFixed(1)} MB)`, results, before))
    failures.push(...failuresOf(results, `${size} components, `))
    rmSync(bom)
    before = results
  }
  console.log(`Node ${process.version}, ${availableParallelism()} cores; whole processes, medians of interleaved runs`)
  console.log('x floor: time over that of the first line of its block; growth: time over that of the block before\n')
  print(table)
  for (const failure of failures) console.log(`\n${failure}`)
  if (failures.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
