import * as z from 'zod'
import type { Baseline } from '../model/baseline.ts'
import { isDay } from '../model/days.ts'
import { AXES } from '../model/policy.ts'
import { Problem } from '../model/problem.ts'
import type { Words } from '../model/words.ts'
import { checked, pathText } from './check.ts'
import { OUR_NODES, parseYaml, placeText, type YamlFile } from './yaml.ts'

const level = z.int().min(1).max(5)
const hhi = z.number().min(0).max(10_000)
const interval = z.strictObject({ low: hhi, high: hhi })
const FORM = 'eigenstand/baseline/1'

/** eigenstand.baseline.json */
const baselineFile = z.strictObject({
  format: z.literal(FORM),
  project: z.string(),
  asOf: z.string().refine(isDay, 'a day as YYYY-MM-DD'),
  rules: z.strictObject({
    set: z.string(),
    sha256: z.string(),
    decides: z.strictObject({ register: z.string(), policies: z.string(), levels: z.string() }).optional(),
  }),
  axes: z.array(z.strictObject({ id: z.enum(AXES), best: level, worst: level })),
  concentration: z.array(z.strictObject({ layer: z.string(), basis: z.string(), hhi: interval, largestSpend: z.number().min(0) })),
  findings: z.array(
    z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{32}$/, '32 small hex digits'), policy: z.string(), subject: z.string() }),
  ),
})

/** A baseline from text that is valid JSON. A mistake in its form, and what no audit can have come to, is a problem with line and column; E2206: another version's form. */
export function parseBaseline(content: string, file: string): Baseline {
  // JSON is YAML too, whose parser knows places; it is slow, and asked only where there is a mistake to be shown
  const placed = () => parseYaml(content, file, OUR_NODES, 'docs/baseline.md')
  const data = JSON.parse(content) as { readonly format?: unknown } | null
  const form = data?.format
  if (typeof form === 'string' && form !== FORM && /^eigenstand\/baseline\/\d+$/.test(form))
    throw new Problem('E2206', { form, known: FORM }, placed().place(['format']))
  const result = baselineFile.safeParse(data)
  const baseline = (result.success ? result.data : checked(baselineFile, placed())) as Baseline
  assertPossible(baseline, placed)
  return baseline
}

/** What is written by hand, or left by a merge of two branches. E2103: ends that are the wrong way round; E2104: a thing that is there twice. */
function assertPossible({ axes, concentration, findings }: Baseline, placed: () => YamlFile): void {
  const ends = (path: readonly (string | number)[], low: number, high: number, words: Words) => {
    if (low <= high) return
    const yaml = placed()
    const where = pathText(path, yaml.data)
    throw new Problem('E2103', { what: { de: where.de + words.de, en: where.en + words.en }, doc: yaml.doc }, yaml.place(path))
  }
  axes.forEach(({ best, worst }, i) =>
    ends(['axes', i, 'worst'], best, worst, { de: `${worst} ist besser als best (${best})`, en: `${worst} is better than best (${best})` }),
  )
  concentration.forEach(({ hhi: { low, high } }, i) =>
    ends(['concentration', i, 'hhi', 'high'], low, high, { de: `${high} liegt unter low (${low})`, en: `${high} is below low (${low})` }),
  )
  once(axes.map(({ id }) => id), 'axes', 'id', placed) // prettier-ignore
  once(concentration.map(({ layer, basis }) => `${layer} (${basis})`), 'concentration', 'layer', placed) // prettier-ignore
  once(findings.map(({ fingerprint }) => fingerprint), 'findings', 'fingerprint', placed) // prettier-ignore
}

function once(ids: readonly string[], list: keyof Baseline, key: string, placed: () => YamlFile): void {
  const first = new Map<string, number>()
  for (const [i, id] of ids.entries()) {
    const other = first.get(id)
    if (other === undefined) {
      first.set(id, i)
      continue
    }
    const yaml = placed()
    throw new Problem('E2104', { id, other: placeText(yaml.place([list, other, key])) }, yaml.place([list, i, key]))
  }
}
