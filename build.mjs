// Bundles the commands, freezes rules/ for looking up and writes oclif's manifest.
import { build } from 'esbuild'
import { Plugin } from '@oclif/core'
import { mkdir, rm, writeFile, readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
await rm(`${root}dist`, { recursive: true, force: true })

await build({
  absWorkingDir: root,
  entryPoints: [...globSync('src/commands/**/*.ts', { cwd: root }), 'src/freeze-rules.ts', 'src/files.ts', 'src/cli.ts'],
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  // chunks below dist/commands would be taken for commands
  chunkNames: 'chunks/[name]-[hash]',
  external: ['better-sqlite3', '@cyclonedx/*', 'ajv', 'ajv-formats', 'ajv-formats-draft2019', 'handlebars', 'typescript'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
})

const { freezeRules } = await import(`${root}dist/freeze-rules.js`)
const { readFolder } = await import(`${root}dist/files.js`)
await mkdir(`${root}dist/rules`)
for (const [name, bytes] of freezeRules(readFolder(`${root}rules`))) await writeFile(`${root}dist/rules/${name}`, bytes)

const plugin = new Plugin({ root, ignoreManifest: true, errorOnManifestCreate: true, type: 'core', name: 'eigenstand' })
await plugin.load()
const manifest = JSON.stringify(plugin.manifest, null, 1)
if (JSON.parse(await readFile(`${root}package.json`, 'utf8')).version !== plugin.version)
  throw new Error('the manifest is of another version')
await writeFile(`${root}oclif.manifest.json`, manifest)
