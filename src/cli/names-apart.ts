import { isAbsolute, relative, resolve, sep } from 'node:path'
import { environment } from '../config.ts'

/** A file that is to be named; of one that was found in a folder the name begins at least there. */
interface Named {
  readonly path: string
  readonly folder?: string
}

/**
 * The names of files in the audit: below `base` the way from there, with `/`; outside of it as much of the end of the path as tells it
 * from the others. So they are the same on every machine, and two files have two names.
 */
export function namesApart(files: readonly Named[], base: string): string[] {
  const whole = files.map(({ path }) => absolute(path))
  const steps = whole.map((path) => path.split(sep))
  const fixed = files.map(({ path }) => (path === '-' ? path : fromBase(path, base)))
  const lengths = files.map(({ folder }, i) => (folder === undefined ? 1 : stepsBelow(folder, whole[i]!) + 1))
  const names = () => fixed.map((name, i) => name ?? steps[i]!.slice(-lengths[i]!).join('/'))
  for (;;) {
    const now = names()
    const alike = Map.groupBy(now.keys(), (i) => now[i]!)
    // the first step is the root of the file system
    const short = [...alike.values()]
      .filter((same) => new Set(same.map((i) => whole[i]!)).size > 1)
      .flatMap((same) => same.filter((i) => fixed[i] === undefined && lengths[i]! < steps[i]!.length - 1))
    if (short.length === 0) return now
    for (const i of short) lengths[i]!++
  }
}

/** The name of a single file. */
export function shownPath(path: string, base: string): string {
  return namesApart([{ path }], base)[0]!
}

const absolute = (path: string): string => (isAbsolute(path) ? resolve(path) : resolve(environment.workingDirectory(), path))
const stepsBelow = (folder: string, path: string): number => relative(absolute(folder), path).split(sep).length

/** `undefined` outside of `base`. */
function fromBase(path: string, base: string): string | undefined {
  const way = relative(base, absolute(path))
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : way.split(sep).join('/')
}
