import type * as z from 'zod'
import { Problem } from '../model/problem.ts'
import type { Words } from '../model/words.ts'
import { Faults, MOST_FAULTS } from '../model/faults.ts'
import { issueWords, unknownKey } from './issue.ts'
import { meant } from './meant.ts'
import type { YamlFile } from './yaml.ts'

/** The data of a file in the form of its schema, or a problem at the line and column of each fault. */
export function checked<S extends z.ZodType>(schema: S, yaml: YamlFile): z.output<S> {
  const result = schema.safeParse(yaml.data, { reportInput: true })
  if (result.success) return result.data
  const { issues } = result.error
  const faults = new Faults()
  // a misspelt key explains the key that is missing, so it is told first, and the missing one is not told too
  const strays = issues.filter(({ code }) => code === 'unrecognized_keys')
  for (const issue of strays.slice(0, MOST_FAULTS)) for (const problem of strayKeys(schema, issue as Stray, yaml)) faults.add(problem)
  const meantKeys = new Set(
    strays.flatMap((issue) => (issue as Stray).keys.slice(0, MOST_FAULTS).map((key) => meantPath(schema, issue.path as Step[], key))),
  )
  for (const issue of issues.slice(0, 2 * MOST_FAULTS)) {
    const path = issue.path as Step[]
    if (issue.code === 'unrecognized_keys' || meantKeys.has(path.join('\0'))) continue
    const words = issueWords(issue)
    const where = pathText(path, yaml.data)
    faults.add(new Problem('E2103', { what: { de: where.de + words.de, en: where.en + words.en }, doc: yaml.doc }, yaml.place(path)))
  }
  faults.end()
  throw new Error('a schema that refuses without an issue')
}

type Step = string | number
type Stray = { readonly path: readonly PropertyKey[]; readonly keys: readonly string[] }

function strayKeys(schema: z.ZodType, { path, keys }: Stray, yaml: YamlFile): Problem[] {
  const known = keysAt(schema, path as Step[])
  // the place of a key is sought from the first: not for thousands of them
  const all = Object.entries((valueAt(yaml.data, path as Step[]) ?? {}) as object)
  return keys.slice(0, MOST_FAULTS).map((key) => {
    const [above, value] = all[all.findIndex(([one]) => one === key) - 1] ?? []
    const empty = value === null ? above : undefined
    return unknownKey(key, known, yaml.keyPlace([...(path as Step[]), key]), meant(key, known), empty)
  })
}

const valueAt = (data: unknown, path: readonly Step[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<Step, unknown> | undefined)?.[step], data)

function meantPath(schema: z.ZodType, path: readonly Step[], key: string): string {
  return [...path, meant(key, keysAt(schema, path)) ?? ''].join('\0')
}

/** `examples 4 ("Schweiz"), expect: `: entries counted from 1, with what they say of themselves. */
export function pathText(path: readonly Step[], data: unknown): Words {
  const written = (quoted: (says: string) => string) => {
    let at: unknown = data
    let text = ''
    for (const step of path) {
      at = typeof at === 'object' && at !== null ? (at as Record<Step, unknown>)[step] : undefined
      if (typeof step === 'string') text += text === '' ? step : /\d$|\)$/.test(text) ? `, ${step}` : `.${step}`
      else {
        const says = typeof at === 'object' && at !== null ? (at as { says?: unknown }).says : undefined
        text += `${text === '' ? '' : ' '}${step + 1}${typeof says === 'string' && says !== '' ? ` (${quoted(says.slice(0, 60))})` : ''}`
      }
    }
    return text === '' ? '' : `${text}: `
  }
  return { de: written((says) => `„${says}“`), en: written((says) => `"${says}"`) }
}

/** The keys an object schema knows at `path`; wrappers are looked through. */
export function keysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
  let at: unknown = unwrap(schema)
  for (const step of path) {
    const def = (at as { _zod?: { def?: Record<string, unknown> } })._zod?.def
    const shape = def?.['shape'] as Record<string, unknown> | undefined
    at = unwrap(shape?.[String(step)] ?? def?.['element'] ?? def?.['valueType'])
  }
  const def = (at as { _zod?: { def?: { shape?: object; keyType?: { _zod?: { def?: { entries?: object } } } } } } | undefined)?._zod?.def
  // an object by its keys, a record by those it may have
  return Object.keys(def?.shape ?? def?.keyType?._zod?.def?.entries ?? {})
}

function unwrap(schema: unknown): unknown {
  const inner = (schema as { _zod?: { def?: { innerType?: unknown } } } | undefined)?._zod?.def?.innerType
  return inner === undefined ? schema : unwrap(inner)
}
