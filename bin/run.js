#!/usr/bin/env node
// Start guard. Plain syntax and no static import of the tool: an older Node must be able to read this file,
// and better-sqlite3 crashes the process on a Node before 22.13.
import { createRequire, enableCompileCache } from './node-features.js'
import { constants } from 'node:os'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 13)) {
  enableCompileCache(process.argv[2])
  await import('../dist/cli.js')
} else {
  const runtime = process.env.EIGENSTAND_RESTARTED ? undefined : ownRuntime()
  if (runtime === undefined) {
    process.stderr.write(
      `FEHLER [E7801] eigenstand braucht Node 22.13 oder neuer; hier läuft Node ${process.versions.node}.\n` +
        'Hinweis: Node aktualisieren oder im Projektordner „npm ci“ ausführen (bringt unter Linux x64 ein passendes Node mit).\n' +
        `ERROR [E7801] eigenstand needs Node 22.13 or newer; this is Node ${process.versions.node}.\n` +
        'Hint: update Node, or run "npm ci" in the project folder (brings a fitting Node on Linux x64).\n',
    )
    process.exitCode = 78
  } else {
    const { spawn } = await import('node:child_process')
    const child = spawn(runtime, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, EIGENSTAND_RESTARTED: '1' } })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('exit', (code, signal) => {
      process.exitCode = signal === null ? code : 128 + constants.signals[signal]
    })
  }
}

function ownRuntime() {
  const require = createRequire(import.meta.url)
  try {
    const manifest = require.resolve(`node-${process.platform}-${process.arch}/package.json`)
    return manifest.replace(/package\.json$/, 'bin/node')
  } catch {
    return undefined
  }
}
