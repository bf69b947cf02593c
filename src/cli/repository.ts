import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { environment, home } from '../config.ts'
import { findUpward, placeOf } from '../files.ts'

/** A file, and its name in the audit. */
interface NamedFile {
  readonly path: string
  readonly shown: string
}

/** Folders in which accounts have their homes. */
const HOMES: ReadonlySet<string> = new Set(['/home', '/Users', 'C:\\Users'])

/**
 * From the name of a file in the audit to the path that CI systems look for: the way from the root of the repository. `base` is the folder
 * that names begin at; without a repository above it, it is the root itself. Outside of the root the path begins with `..`, so that it is
 * taken for no file of the repository; where the way there leads through somebody's home, with `~`.
 */
export function inRepository(files: readonly NamedFile[], base: string): (shown: string) => string {
  const git = findUpward('.git', base)
  const root = git === undefined ? base : dirname(git)
  const ways = new Map<string, string>()
  for (const { path, shown } of files) {
    if (path === '-' || ways.has(shown)) continue
    const whole = isAbsolute(path) ? path : join(environment.workingDirectory(), path)
    ways.set(shown, wayTo(whole, root))
    // tables of one folder are one source, named after it
    if (shown.includes('/') && !ways.has(dirname(shown))) ways.set(dirname(shown), wayTo(dirname(whole), root))
  }
  return (shown) => {
    // what lies in an archive is named after a `!`
    const archive = shown.slice(0, shown.indexOf('!'))
    const known = [shown, ...(archive === '' || !shown.includes('!') ? [] : [archive])].find((name) => ways.has(name))
    if (known !== undefined) return ways.get(known)! + shown.slice(known.length)
    ways.set(shown, wayTo(join(base, shown), root))
    return ways.get(shown)!
  }
}

function wayTo(path: string, root: string): string {
  const way = relative(root, path)
  if (isInside(way)) return plain(way)
  // either may have been reached by a link
  const [from, to] = [placeOf(root), placeOf(path)]
  const real = relative(from, to)
  return plain(isInside(real) ? real : (throughHome(from, to) ?? real))
}

const isInside = (way: string): boolean => way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
const plain = (way: string): string => way.split(sep).join('/')

/** The way from the home of an account, whose name is nobody's business, where that is no home of the repository too. */
function throughHome(root: string, path: string): string | undefined {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    const isHome = folder === home() || HOMES.has(dirname(folder))
    if (isHome && !isInside(relative(folder, root))) return join('~', relative(folder, path))
  }
  return undefined
}
