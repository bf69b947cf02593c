import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  readonly node?: readonly string[]
}

/** A fresh folder for one test. */
export function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'eigenstand-'))
}

/** Runs the built tool as a process of its own, in German, with a database of its own and no terminal. */
export function eigenstand(args: readonly string[], { cwd = ROOT, env = {}, input, node = [] }: RunOptions = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...node, join(ROOT, 'bin/run.js'), ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: tmpdir(),
      LANG: 'de_DE.UTF-8',
      EIGENSTAND_DB: join(cwd === ROOT ? temporary() : cwd, 'test.db'),
      ...env,
    },
    ...(input !== undefined && { input }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
  })
  if (error !== undefined) throw error
  return { code: status, stdout, stderr }
}
