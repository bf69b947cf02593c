import * as z from 'zod'
import { Faults } from '../model/faults.ts'
import { Problem, type ProblemPlace } from '../model/problem.ts'
import { EMPTY_PROJECT, type Project } from '../model/project.ts'
import { isDay } from '../model/days.ts'
import { GATE_CONDITIONS } from '../model/policy.ts'
import { checked } from './check.ts'
import { fault } from './issue.ts'
import { limitFault } from './limits.ts'
import { withoutUndefined } from './organisations.ts'
import { shareLimit } from './schemas.ts'
import { unreadable } from '../model/unreadable.ts'
import { parseYaml, placeText, type YamlFile } from './yaml.ts'

const text = z.string().min(1)
const day = z.string().refine(isDay, 'a day as YYYY-MM-DD, in quotes')
const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency as three capital letters')

/** eigenstand.yaml */
export const projectFile = z.strictObject({
  project: z
    .strictObject({ id: text.optional(), name: text.optional(), authority: text.optional(), fileNumber: text.optional() })
    .optional(),
  layer: text.optional(),
  deliverable: z.enum(['open-source']).optional(),
  critical: z.array(text).optional(),
  selfMade: z.array(text).optional(),
  makers: z.record(text, text).optional(),
  rates: z.array(z.strictObject({ currency, eur: z.number().positive(), date: day })).optional(),
  vat: z.strictObject({ factor: z.number().positive(), date: day }).optional(),
  set: text.optional(),
  db: text.optional(),
  rules: text.optional(),
  editorial: text.optional(),
  limits: z
    .array(z.strictObject({ condition: z.enum(GATE_CONDITIONS), limit: z.number(), reason: text, date: day }).superRefine(shareLimit))
    .optional(),
  sample: z.boolean().optional(),
  declared: z
    .array(z.strictObject({ framework: text, criterion: text, answer: text.optional(), says: text, by: text, date: day }))
    .optional(),
  requires: z.strictObject({ seal: z.int().min(1).max(4).optional(), tr03183: z.literal(true).optional() }).optional(),
})

/** The project file as data. A mistake is a problem with line and column. */
export function parseProject(content: string, file: string): Project {
  const yaml = parseYaml(content, file, undefined, 'docs/project.md')
  const { project, declared = [], ...rest } = checked(projectFile, yaml.data === null ? { ...yaml, data: {} } : yaml)
  assertVat(rest.vat?.factor, yaml.place(['vat', 'factor']))
  rest.limits?.forEach(({ condition, limit }, i, all) => {
    const first = all.findIndex((one) => one.condition === condition)
    if (first < i)
      throw new Problem('E2104', { id: condition, other: placeText(yaml.place(['limits', first])) }, yaml.place(['limits', i, 'condition']))
    const wrong = limitFault(condition, limit)
    if (wrong === undefined) return
    throw new Problem(
      'E2103',
      { what: { de: `${condition}: ${wrong.de}`, en: `${condition}: ${wrong.en}` } },
      yaml.place(['limits', i, 'limit']),
    )
  })
  assertStars(rest, yaml)
  const placed = declared.map((one, i) => {
    const at = (key: string) => yaml.place(['declared', i, key])
    const places = { framework: at('framework'), criterion: at('criterion'), answer: at('answer') }
    return { ...withoutUndefined(one), place: { file, line: yaml.place(['declared', i]).line }, places }
  })
  const places = {
    layer: yaml.place(['layer']),
    set: yaml.place(['set']),
    rules: yaml.place(['rules']),
    makers: Object.fromEntries(Object.keys(rest.makers ?? {}).map((name) => [name, yaml.place(['makers', name])])),
  }
  return { ...EMPTY_PROJECT, ...withoutUndefined(project ?? {}), ...withoutUndefined(rest), declared: placed, places } as Project
}

/** A star stands for any rest, so only at the end of an entry; a maker is sought by the whole name. Elsewhere it would fit nothing. E2103. */
function assertStars({ critical = [], selfMade = [], makers = {} }: z.output<typeof projectFile>, yaml: YamlFile): void {
  const faults = new Faults()
  for (const [key, entries] of Object.entries({ critical, selfMade }))
    entries.forEach((entry, i) => {
      if (entry.slice(0, -1).includes('*')) faults.add(fault(`${key}: „${entry}“: * steht nur am Ende, für jeden Rest`, `${key}: "${entry}": * stands only at the end, for any rest`, yaml.place([key, i]))) // prettier-ignore
    })
  for (const name of Object.keys(makers))
    if (name.includes('*')) faults.add(fault(`makers: „${name}“: * gilt hier nicht, gemeint ist der ganze Name`, `makers: "${name}": * has no meaning here, the whole name is meant`, yaml.keyPlace(['makers', name]))) // prettier-ignore
  faults.end()
}

/** Between these lie the taxes on sales that somebody may have meant. */
const LOWEST_RATE = 0.04
const HIGHEST_RATE = 0.3

/** No tax doubles an amount: a factor that would is a rate in per cent or a share, and would divide every gross amount by it. E2103. */
function assertVat(factor: number | undefined, place: ProblemPlace): void {
  if (factor === undefined || (factor >= 1 && factor <= 2)) return
  const rate = factor < 1 ? factor : factor / 100
  const near =
    rate < LOWEST_RATE || rate > HIGHEST_RATE
      ? { de: '', en: '' }
      : { de: `; meinten Sie ${meantFactor(rate)}?`, en: `; did you mean ${meantFactor(rate)}?` }
  throw fault(
    `vat.factor: der Faktor von netto zu brutto, 1 bis 2 (bei 19 % 1.19); hier steht ${factor}${near.de}`,
    `vat.factor: the factor from net to gross, 1 to 2 (for 19 % 1.19); here is ${factor}${near.en}`,
    place,
  )
}

const meantFactor = (rate: number): number => Math.round((1 + rate) * 10_000) / 10_000

const mappingFile = z.strictObject({
  columns: z.record(text, text),
  numbers: z.enum(['de', 'en']).optional(),
  dates: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  currency: currency.optional(),
  basis: z.enum(['net', 'gross']).optional(),
  kind: text.optional(),
  delimiter: text.optional(),
  encoding: text.optional(),
  headerLine: z.int().positive().optional(),
})

/** The file given with `--map`. */
export function parseMapping(content: string | undefined, file: string) {
  if (content === undefined) throw unreadable(file, undefined, 'E2116')
  return withoutUndefined(checked(mappingFile, parseYaml(content, file, undefined, 'docs/formats-csv.md')))
}
