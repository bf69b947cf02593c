import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fatal } from './cli/fatal.ts'
import { writeStdout } from './output-file.ts'

/** The commands that pipelines start thousands of times. */
const AT_ONCE = {
  audit: () => import('./commands/audit.ts'),
  check: () => import('./commands/check.ts'),
}

const root = fileURLToPath(new URL('../', import.meta.url))
const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { name: string; version: string }
const argv = process.argv.slice(2)
const [command = ''] = argv

// what nobody awaits, as a stream that cannot be written: Node's own way out is code 1, that of a violated gate, and a trace
process.on('uncaughtException', (error) => {
  fatal(error, argv)
  process.exit()
})

try {
  if (argv.length === 1 && command === '--version') {
    writeStdout([`${name}/${version} ${process.platform}-${process.arch} node-${process.version}\n`])
  } else if (isAtOnce(command) && !argv.includes('--help')) {
    const [{ default: Command }, { runAtOnce }] = await Promise.all([AT_ONCE[command](), import('./cli/at-once.ts')])
    await runAtOnce(Command, [command, ...argv.slice(1)], { root, name, version })
  } else {
    const { run } = await import('./cli/oclif.ts')
    await run(argv, root)
  }
} catch (error) {
  fatal(error, argv)
}

function isAtOnce(word: string): word is keyof typeof AT_ONCE {
  return Object.hasOwn(AT_ONCE, word)
}
