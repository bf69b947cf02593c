import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { ALL_LAWS, IMPORTS, TEXTS } from './architecture/laws.ts'
import { violations, type Violation } from './architecture/violations.ts'

const folder = mkdtempSync(join(tmpdir(), 'eigenstand-laws-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Tree = Readonly<Record<string, string>>

function plant(name: string, tree: Tree): string {
  const root = join(folder, name)
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

const reason = (law: string) => [...IMPORTS, ...TEXTS].find(({ name }) => name === law)?.comment ?? ''
const told = (found: readonly Violation[]) => found.map(([law, where]) => `${law}: ${where} (${reason(law)})`)

test('the house keeps its laws', { timeout: 180_000 }, async () => {
  expect(told(await violations(fileURLToPath(new URL('..', import.meta.url))))).toEqual([])
})

/** What every planted tree begins with; it breaks no law, though its comments and texts speak of everything forbidden. */
const HOUSE: Tree = {
  'src/model/item.ts': `// Date.now(), process.env, Math.random(), fetch('x'): only in this comment\nexport interface Item { readonly name: string }\n`,
  'src/model/audit.ts': `import type { Item } from './item.ts'\nexport interface Audit { readonly items: readonly Item[] }\n`,
  'src/read/csv.ts': `import { createHash } from 'node:crypto'\nimport { parse } from 'csv-parse/sync'\nimport type { Item } from '../model/item.ts'\nexport const day = (iso: string): Date => new Date(iso)\nexport const read = (text: string): Item[] => parse(createHash('md5').update(text).digest('hex'))\n`,
  'src/knowledge/rules.ts': `import { parse } from 'yaml'\nimport * as z from 'zod'\nexport const rules = z.parse(parse(''))\n`,
  'src/identify/licence.ts': `import spdx from 'spdx-expression-parse'\nexport const licence = spdx\n`,
  'src/report/html.ts': `import Handlebars from 'handlebars'\nexport const html = Handlebars\nexport const load = () => import('@cyclonedx/cyclonedx-library/Models')\nexport const sort = (a: string, b: string): number => a.localeCompare(b, 'de')\n`,
  'src/store/sqlite.ts': `import { existsSync } from 'node:fs'\nimport type { Database } from 'better-sqlite3'\nexport const there = existsSync\nexport type Db = Database\n`,
  'src/audit.ts': `import { read } from './read/csv.ts'\nimport { html } from './report/html.ts'\nexport const audit = [read, html]\n`,
  'src/files.ts': `import { readFileSync } from 'node:fs'\nexport const door = (path: string) => [readFileSync(path), process.cwd(), Date.now()]\n`,
  'src/commands/audit.ts': `import { Command } from '@oclif/core/command'\nimport { audit } from '../audit.ts'\nimport { door } from '../files.ts'\nimport { there } from '../store/sqlite.ts'\nexport default [Command, audit, door, there, new Date(), process.env]\n`,
  'templates/report.hbs': '<p>{{name}} {{> part}} {{!-- {{ }} --}}</p>\n',
}

/** For each law at least one small sin: the file that commits it, and how. */
const SINS: readonly (readonly [law: string, file: string, text: string])[] = [
  ['model-alone', 'src/model/bad.ts', `import type { Audit } from '../audit.ts'\nexport type X = Audit\n`],
  ['model-alone', 'src/model/bad.ts', `import { basename } from 'node:path'\nexport const x = basename\n`],
  ['stages-apart', 'src/report/bad.ts', `import { read } from '../read/csv.ts'\nexport const x = read\n`],
  ['stages-apart', 'src/score/bad.ts', `import type { licence } from '../identify/licence.ts'\nexport type X = typeof licence\n`],
  ['stages-apart', 'src/score/bad.ts', `export const x = () => import('../audit.ts')\n`],
  ['doors-last', 'src/gate.ts', `import { door } from './files.ts'\nexport const x = door\n`],
  ['doors-last', 'src/compare.ts', `import { there } from './store/sqlite.ts'\nexport const x = there\n`],
  ['doors-plain', 'src/config.ts', `import { rules } from './knowledge/rules.ts'\nexport const x = rules\n`],
  ['commands-thin', 'src/commands/bad.ts', `import { licence } from '../identify/licence.ts'\nexport const x = licence\n`],
  ['machine-behind-doors', 'src/read/bad.ts', `import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n`],
  ['machine-behind-doors', 'src/knowledge/bad.ts', `import { readFile } from 'fs/promises'\nexport const x = readFile\n`],
  ['machine-behind-doors', 'src/gate.ts', `import { tmpdir } from 'node:os'\nexport const x = tmpdir\n`],
  [
    'machine-behind-doors',
    'src/score/bad.ts',
    `import { createRequire } from 'node:module'\nexport const x = createRequire('.')('better-sqlite3')\n`,
  ],
  ['no-network', 'src/commands/bad.ts', `import { get } from 'node:https'\nexport const x = get\n`],
  ['place-of:@oclif/', 'src/gate.ts', `import { Command } from '@oclif/core'\nexport const x = Command\n`],
  ['place-of:better-sqlite3', 'src/report/bad.ts', `import type { Database } from 'better-sqlite3'\nexport type X = Database\n`],
  ['place-of:handlebars', 'src/commands/bad.ts', `import Handlebars from 'handlebars'\nexport const x = Handlebars\n`],
  ['place-of:@cyclonedx/', 'src/read/bad.ts', `import { Spec } from '@cyclonedx/cyclonedx-library'\nexport const x = Spec\n`],
  ['place-of:(csv-parse|saxes|yaml)', 'src/config.ts', `import { parse } from 'yaml'\nexport const x = parse\n`],
  ['place-of:zod', 'src/read/bad.ts', `import * as z from 'zod'\nexport const x = z\n`],
  ['place-of:spdx-expression-parse', 'src/score/bad.ts', `import spdx from 'spdx-expression-parse'\nexport const x = spdx\n`],
  ['place-of:(ajv|typescript|esbuild|prettier)', 'src/report/bad.ts', `import ts from 'typescript'\nexport const x = ts\n`],
  ['now-is-an-argument', 'src/score/bad.ts', `export const x = Date.now()\n`],
  ['now-is-an-argument', 'src/score/bad.ts', `export const x = new Date()\n`],
  ['now-is-an-argument', 'src/score/bad.ts', `export const x = Date()\n`],
  ['process-behind-doors', 'src/read/bad.ts', `export const x = process.env.HOME\n`],
  ['process-behind-doors', 'src/gate.ts', `export const x = () => process.exit(1)\n`],
  ['process-behind-doors', 'src/gate.ts', `export const x = process['cwd']()\n`],
  ['no-chance', 'src/store/bad.ts', `export const x = Math.random()\n`],
  ['no-locale', 'src/report/bad.ts', `export const x = ['b', 'a'].sort((a, b) => a.localeCompare(b))\n`],
  ['no-locale', 'src/report/bad.ts', `export const x = 'I'.toLocaleLowerCase()\n`],
  ['no-fetch', 'src/commands/bad.ts', `export const x = fetch('https://example.org')\n`],
  ['no-raw-markup', 'templates/partials/bad.hbs', '<p>{{{name}}}</p>\n'],
  ['no-raw-markup', 'templates/bad.hbs', '<p>{{&name}}</p>\n'],
  ['short-files', 'src/read/bad.ts', 'export {}\n'.repeat(251)],
]

test('the planted house is lawful before a sin is committed in it', async () => {
  expect(await violations(plant('house', HOUSE))).toEqual([])
})

test.each(SINS.map((sin, n) => [n, ...sin] as const))('sin %i against %s is found in %s', async (n, law, file, text) => {
  const found = await violations(plant(`sin-${n}`, { ...HOUSE, [file]: text }))
  expect(found.map(([name]) => name)).toContain(law)
  expect(found.every(([, where]) => where.startsWith(file))).toBe(true)
})

test('a cycle is found, also of types only', async () => {
  const cycle = {
    'src/model/a.ts': `import type { B } from './b.ts'\nexport type A = B[]\n`,
    'src/model/b.ts': `import type { A } from './a.ts'\nexport type B = A[]\n`,
  }
  expect((await violations(plant('cycle', { ...HOUSE, ...cycle }))).map(([law]) => law)).toEqual(['no-cycles'])
})

test('every law has its sin', () => {
  expect(ALL_LAWS.filter((law) => law !== 'no-cycles' && !SINS.some(([name]) => name === law))).toEqual([])
})
