// `enableCompileCache` is missing in older Nodes; a named import of it would fail before the guard can speak.
import module from 'node:module'
import { tmpdir, homedir } from 'node:os'
import { join } from 'node:path'

export const createRequire = module.createRequire

/** One cache for each command: what is kept is what its first run compiled, and commands use different parts of the same files. */
export function enableCompileCache(command) {
  if (process.env.NODE_DISABLE_COMPILE_CACHE || !module.enableCompileCache) return
  const base = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(homedir() || tmpdir(), '.cache')
  try {
    module.enableCompileCache(join(base, 'eigenstand', 'compile', /^[a-z]+$/.test(command) ? command : 'other'))
  } catch {
    // a cache that cannot be written is no reason not to start
  }
}
