import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, cacheFolder } from '../config.ts'
import { makeFolder, readText } from '../files.ts'
import { stageFile } from '../output-file.ts'

/**
 * What files of one's own say, kept from run to run: as long as they, and this build, are the same, nothing that reads YAML has to be
 * loaded. `what` is the name it is kept under, `from` all that it is made of, `make` how: plain data that JSON gives back as it was.
 * What cannot be read or written is made anew: a cache is no reason to fail.
 */
export async function kept<T>(what: string, from: readonly string[], make: () => Promise<T>): Promise<T> {
  const built = build()
  if (built === undefined) return make()
  const key = hashOf([built, ...from])
  const path = join(cacheFolder(), 'own', `${hashOf([what])}.json`)
  const before = keptAt<T>(path)
  if (before?.key === key) return before.value
  const value = await make()
  try {
    makeFolder(join(cacheFolder(), 'own'))
    stageFile(path, [JSON.stringify({ key, value })]).commit()
  } catch {
    // made anew next time
  }
  return value
}

function keptAt<T>(path: string): { readonly key: string; readonly value: T } | undefined {
  try {
    return JSON.parse(readText(path) ?? 'null') as { readonly key: string; readonly value: T }
  } catch {
    return undefined
  }
}

/** Over texts, of which each is told with its length, so that none can run into the next. */
function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:`).update(text)
  return hash.digest('hex')
}
