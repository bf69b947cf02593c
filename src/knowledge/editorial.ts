import * as z from 'zod'
import type { Editorial } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import { checked } from './check.ts'
import { withoutUndefined } from './organisations.ts'
import { parseYaml } from './yaml.ts'

const IDENTITY = 32
const text = z.string().trim().min(1)

/** What people add to a report. An empty file, or one of comments alone, adds nothing. */
const editorialFile = z
  .strictObject({
    status: z.enum(['draft', 'provisional', 'final']).optional(),
    editor: text.refine((role) => !role.includes('@'), 'a role or an office, not a person or an address').optional(),
    fileNumber: text.optional(),
    resolution: z.array(text).optional(),
    responses: z
      .array(
        z.strictObject({
          finding: z.string().regex(/^[0-9a-f]{32,64}$/, 'a fingerprint of 32 small hex digits, in quotes'),
          /** Words for whoever reads the file; never compared with anything. */
          subject: text.optional(),
          words: text,
        }),
      )
      .optional(),
  })
  .nullable()

/** The editor's file as data. A mistake, or a second comment on the same finding, is a problem with line and column. */
export function parseEditorial(content: string, file: string): Editorial {
  const yaml = parseYaml(content, file, undefined, 'docs/report.md')
  const { responses = [], ...rest } = checked(editorialFile, yaml) ?? {}
  const byFinding = new Map<string, string>()
  responses.forEach(({ finding, words }, at) => {
    const id = finding.slice(0, IDENTITY)
    const first = responses.findIndex((other) => other.finding.startsWith(id))
    if (first < at)
      throw new Problem(
        'E2104',
        { id, other: `${file}:${yaml.place(['responses', first]).line}` },
        yaml.place(['responses', at, 'finding']),
      )
    byFinding.set(id, words)
  })
  return { ...withoutUndefined(rest), responses: Object.fromEntries(byFinding) }
}
