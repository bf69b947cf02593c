// Writes rules/licences/whole.yaml: what the texts of licences are recognised by as a whole, one sign for each word.
// Run: npm pack spdx-license-list, unpack it, then node tools/licence-texts.mjs <folder>/spdx-full.json
// Needed when the SPDX list has grown, and after a change of src/identify/licence/wording.ts.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { SLOT, wordingOf } from '../src/identify/licence/wording.ts'

const folder = fileURLToPath(new URL('../rules/licences/', import.meta.url))
const GAP = /<<?[^<>\n]{1,80}>>?|\[(?:yyyy|year|name of|fullname|insert)[^\]\n]{0,80}\]/g
const ADDRESS = /<((?:https?:|mailto:)[^<>\s]+)>/g

const texts = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const { licences } = parse(readFileSync(`${folder}spdx.yaml`, 'utf8'))
const known = new Map()
for (const { id, openness } of licences) {
  const text = texts[id]?.licenseText
  if (text === undefined || (openness !== 'open' && openness !== 'restricted')) continue
  const { signs } = wordingOf(text.replace(ADDRESS, ' $1 ').replace(GAP, ' … $& … '))
  // the text is the same whether later versions may be chosen or not
  if (!known.has(signs) || id.endsWith('-only')) known.set(signs, id)
}
const lines = [...known]
  .sort(([, a], [, b]) => (a < b ? -1 : 1))
  .map(([signs, id]) => `  - { is: "${id}", written: ["${signs.replace(/\.{2,}/g, SLOT)}"] }`)
writeFileSync(
  `${folder}whole.yaml`,
  `# Written by tools/licence-texts.mjs, do not edit. Whole texts of open and restricted licences: one sign for each word, a dot for
# words of each copy. What a text has beyond its licence is left over, and makes it another.
source:
  what: "Texts of the SPDX License List (npm spdx-license-list 6.12.0, CC0-1.0)"
  url: "https://spdx.org/licenses/"
  date: "2026-11-23"
  seen: common-knowledge

wholes:
${lines.join('\n')}
`,
)
