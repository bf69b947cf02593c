// `enableCompileCache` is missing in older Nodes; a named import of it would fail before the guard can speak.
import { mkdirSync, statSync } from 'node:fs'
import module from 'node:module'
import { tmpdir, homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

export const createRequire = module.createRequire

/** One cache for each command: what is kept is what its first run compiled, and commands use different parts of the same files. */
export function enableCompileCache(command) {
  if (process.env.NODE_DISABLE_COMPILE_CACHE || !module.enableCompileCache) return
  const base = process.env.XDG_CACHE_HOME || process.env.LOCALAPPDATA || join(home(), '.cache')
  try {
    const folder = join(base, 'eigenstand', 'compile', /^[a-z]+$/.test(command) ? command : 'other')
    // Node itself would try for ever where a folder cannot be made although the one above is there
    makeFolder(folder)
    module.enableCompileCache(folder)
  } catch {
    // a cache that cannot be written is no reason not to start
  }
}

function makeFolder(path) {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // another process was faster
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** HOME that is empty or relative would mean the working directory. */
function home() {
  return isAbsolute(homedir()) ? homedir() : tmpdir()
}
