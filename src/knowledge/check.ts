import type * as z from 'zod'
import { Problem } from '../model/problem.ts'
import { nearest } from '../model/nearest.ts'
import { issueWords } from './issue.ts'
import type { YamlFile } from './yaml.ts'

/** The data of a file in the form of its schema, or a problem at the line and column of the first fault. */
export function checked<S extends z.ZodType>(schema: S, yaml: YamlFile): z.output<S> {
  const result = schema.safeParse(yaml.data, { reportInput: true })
  if (result.success) return result.data
  // a misspelt key explains the key that is missing, so it is told first
  const issue = result.error.issues.find(({ code }) => code === 'unrecognized_keys') ?? result.error.issues[0]!
  const path = issue.path as (string | number)[]
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!
    const known = keysAt(schema, path)
    throw new Problem(
      'E2102',
      { key, near: nearest(key, known) ?? known[0] ?? '?', known: known.join(', ') },
      yaml.keyPlace([...path, key]),
    )
  }
  const where = path.length === 0 ? '' : `${path.join('.')}: `
  const words = issueWords(issue)
  throw new Problem('E2103', { what: { de: where + words.de, en: where + words.en } }, yaml.place(path))
}

/** The keys an object schema knows at `path`; wrappers are looked through. */
function keysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let at: unknown = unwrap(schema)
  for (const step of path) {
    const def = (at as { _zod?: { def?: Record<string, unknown> } })._zod?.def
    const shape = def?.['shape'] as Record<string, unknown> | undefined
    at = unwrap(shape?.[String(step)] ?? def?.['element'] ?? def?.['valueType'])
  }
  return Object.keys(((at as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape ?? {}) as object)
}

function unwrap(schema: unknown): unknown {
  const inner = (schema as { _zod?: { def?: { innerType?: unknown } } } | undefined)?._zod?.def?.innerType
  return inner === undefined ? schema : unwrap(inner)
}
