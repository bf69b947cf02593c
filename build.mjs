// Bundles the commands, freezes rules/ for looking up and writes oclif's manifest.
import { build } from 'esbuild'
import { Plugin } from '@oclif/core'
import { mkdir, mkdtemp, rm, writeFile, readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.', import.meta.url))
await rm(`${root}dist`, { recursive: true, force: true })

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: ['better-sqlite3', '@cyclonedx/*', 'ajv', 'ajv-formats', 'ajv-formats-draft2019', 'handlebars', 'typescript'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
}

/** All commands in one file, but for `audit` and `check`, which start without it: opening a file costs more than reading one that is larger. */
const commands = globSync('**/*.ts', { cwd: `${root}src/commands` })
const listed = {
  name: 'commands',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^commands$/ }, () => ({ path: 'commands', namespace: 'listed' }))
    onLoad({ filter: /.*/, namespace: 'listed' }, () => ({
      resolveDir: root,
      contents: `${commands.map((file, i) => `import c${i} from './src/commands/${file}'`).join('\n')}
        export const COMMANDS = { ${commands.map((file, i) => `'${file.replace(/\.ts$/, '').replaceAll('/', ':')}': c${i}`).join(', ')} }`,
    }))
  },
}
/** oclif's files load all they may need, help and plugins among it, before they know of what. Here they load a file when they first use it. */
const later = {
  name: 'later',
  setup({ onLoad }) {
    const LATER = 'const __later = (load) => { let it; return new Proxy({}, { get: (_, name) => (it ??= load())[name] }) }\n'
    onLoad({ filter: /@oclif.core.lib.*\.js$/ }, async ({ path }) => ({
      contents:
        LATER + (await readFile(path, 'utf8')).replace(/^const (\w+) = (.*\brequire\(".*"\).*);$/gm, 'const $1 = __later(() => $2);'),
    }))
  },
}
await build({
  ...shared,
  entryPoints: [
    { in: 'commands', out: 'commands' },
    { in: 'src/cli.ts', out: 'cli' },
  ],
  outdir: 'dist',
  splitting: true,
  minify: true,
  plugins: [listed, later],
})

const workshop = await mkdtemp(join(tmpdir(), 'eigenstand-build-'))
await build({ ...shared, entryPoints: ['src/freeze-rules.ts', 'src/files.ts'], outdir: workshop, outExtension: { '.js': '.mjs' } })
const { freezeRules } = await import(join(workshop, 'freeze-rules.mjs'))
const { readFolder } = await import(join(workshop, 'files.mjs'))
await mkdir(`${root}dist/rules`)
for (const [name, bytes] of freezeRules(readFolder(`${root}rules`))) await writeFile(`${root}dist/rules/${name}`, bytes)
await rm(workshop, { recursive: true })

const plugin = new Plugin({ root, ignoreManifest: true, errorOnManifestCreate: true, type: 'core', name: 'eigenstand' })
await plugin.load()
const manifest = JSON.stringify(plugin.manifest, null, 1)
if (JSON.parse(await readFile(`${root}package.json`, 'utf8')).version !== plugin.version)
  throw new Error('the manifest is of another version')
await writeFile(`${root}oclif.manifest.json`, manifest)
