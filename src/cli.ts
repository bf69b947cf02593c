import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fatal } from './cli/fatal.ts'

const root = new URL('../', import.meta.url)
const argv = process.argv.slice(2)

if (argv.length === 1 && argv[0] === '--version') {
  const { name, version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { name: string; version: string }
  process.stdout.write(`${name}/${version} ${process.platform}-${process.arch} node-${process.version}\n`)
} else {
  try {
    const { run } = await import('./cli/oclif.ts')
    await run(argv, fileURLToPath(root))
  } catch (error) {
    fatal(error, argv)
  }
}
