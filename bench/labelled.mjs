// How well licence strings are read: accuracy on the labelled sets, and how much of the most frequent strings each step decides.
// node bench/labelled.mjs [--wrong] [FILE …]      (npm run labelled; runs the TypeScript sources, needs Node 22.18 or newer)
// Files are like fixtures/licences/labelled.yaml; --wrong lists what was read otherwise than labelled.
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { createLicenceReader, licenceTables } from '../src/identify/licence/index.ts'
import { readRules } from '../src/knowledge/compile.ts'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const RULES = path('../rules/licences/')
const SETS = ['labelled', 'unseen'].map((name) => path(`../fixtures/licences/${name}.yaml`))
const FREQUENT = path('../fixtures/licences/frequent.yaml')

const { values, positionals } = parseArgs({ options: { wrong: { type: 'boolean' } }, allowPositionals: true })
const rules = readdirSync(RULES).map((name) => ({ path: `licences/${name}`, text: readFileSync(RULES + name, 'utf8') }))
const reader = createLicenceReader(licenceTables(readRules(rules).licences))
const read = (text) => reader.verdict([{ text, as: 'name' }], undefined, undefined)
const yaml = (file) => parse(readFileSync(file, 'utf8'))
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`
const is = (label, found) => [label].flat().includes(found)

function accuracy(file) {
  const strings = yaml(file).labels.flatMap(({ says, ...label }) => says.map((text) => ({ ...label, text, claim: read(text) })))
  const decidable = strings.filter(({ decidable = true }) => decidable)
  const families = decidable.filter(({ family }) => !is(family, 'unknown'))
  const right = (of, all) => all.filter((one) => is(one[of], one.claim[of])).length
  const falselyOpen = strings.filter(
    ({ openness, claim }) => claim.openness === 'open' && !is(openness, 'open') && !is(openness, 'unknown'),
  )
  console.log(`${file.replace(/^.*\//, '')}: ${strings.length} strings, ${decidable.length} of them can be decided by a person`)
  console.log(`  family right     ${percent(right('family', families), families.length)}`)
  console.log(`  openness right   ${percent(right('openness', decidable), decidable.length)}`)
  console.log(`  proprietary or restricted, but called open: ${falselyOpen.length}`)
  for (const { text } of falselyOpen) console.log(`    ${JSON.stringify(text)}`)
  if (!values.wrong) return
  for (const { text, claim, family, openness } of strings)
    if (!is(family, claim.family) || !is(openness, claim.openness))
      console.log(`    ${JSON.stringify(text)}: ${[family].flat().join('|')}, ${[openness].flat().join('|')}; read as ${claim.family}, ${claim.openness} (${claim.by.join(' ')})`) // prettier-ignore
}

/** `unknown` is split: the string says that it says nothing, or we cannot read it. */
function decidedBy(claim) {
  if (claim.by.includes('silence')) return 'silent'
  if (claim.openness === 'unknown') return 'undecided'
  return claim.by[0] === 'exact' && claim.by.includes('reference') ? 'reference' : claim.by[0]
}

function frequent(file) {
  const strings = yaml(file).strings.map(([count, text]) => ({ count, text, by: decidedBy(read(text)) }))
  const occurrences = strings.reduce((sum, { count }) => sum + count, 0)
  console.log(`\nfrequent.yaml: the ${strings.length} most frequent raw strings, ${occurrences} occurrences, by the step that decides`)
  const steps = Map.groupBy(strings, ({ by }) => by)
  for (const [step, all] of [...steps].sort((a, b) => b[1].length - a[1].length)) {
    const count = all.reduce((sum, one) => sum + one.count, 0)
    console.log(`  ${step.padEnd(10)} ${percent(all.length, strings.length).padEnd(24)} of occurrences ${percent(count, occurrences)}`)
  }
  const speaking = strings.filter(({ by }) => by !== 'silent')
  const decided = speaking.filter(({ by }) => by !== 'undecided')
  const total = (all) => all.reduce((sum, { count }) => sum + count, 0)
  console.log(`  of what says something: ${percent(decided.length, speaking.length)} decided, of occurrences ${percent(total(decided), total(speaking))}`) // prettier-ignore
  if (values.wrong) for (const { text, by } of strings) if (by === 'undecided') console.log(`    ${JSON.stringify(text)}`)
}

for (const file of positionals.length > 0 ? positionals : SETS) accuracy(file)
if (positionals.length === 0) frequent(FREQUENT)
