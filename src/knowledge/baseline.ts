import * as z from 'zod'
import type { Baseline } from '../model/baseline.ts'
import { isDay } from '../model/days.ts'
import { AXES } from '../model/policy.ts'
import { checked } from './check.ts'
import { OUR_NODES, parseYaml } from './yaml.ts'

const level = z.int().min(1).max(5)
const interval = z.strictObject({ low: z.number(), high: z.number() })

/** eigenstand.baseline.json */
const baselineFile = z.strictObject({
  format: z.literal('eigenstand/baseline/1'),
  project: z.string(),
  asOf: z.string().refine(isDay, 'a day as YYYY-MM-DD'),
  rules: z.strictObject({
    set: z.string(),
    sha256: z.string(),
    decides: z.strictObject({ register: z.string(), policies: z.string(), levels: z.string() }).optional(),
  }),
  axes: z.array(z.strictObject({ id: z.enum(AXES), best: level, worst: level })),
  concentration: z.array(z.strictObject({ layer: z.string(), basis: z.string(), hhi: interval, largestSpend: z.number() })),
  findings: z.array(
    z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{32}$/, '32 small hex digits'), policy: z.string(), subject: z.string() }),
  ),
})

/** A baseline from text that is valid JSON. A mistake in its form is a problem with line and column. */
export function parseBaseline(content: string, file: string): Baseline {
  const result = baselineFile.safeParse(JSON.parse(content))
  // JSON is YAML too, whose parser knows places; it is slow, and asked only where there is a mistake to be shown
  return (result.success ? result.data : checked(baselineFile, parseYaml(content, file, OUR_NODES, 'docs/baseline.md'))) as Baseline
}
