import * as z from 'zod'
import { condition, day, factSource, factValue, id, text, words } from './schemas.ts'

const answer = z.strictObject({
  id,
  words,
  seal: z.int().min(0).max(4).optional(),
  when: condition.optional(),
  otherwise: z.literal(true).optional(),
})

/** rules/frameworks/*.yaml: one published framework a file, as far as our facts inform it. */
export const frameworkFile = z.strictObject({
  id,
  version: text,
  title: words,
  about: words,
  source: factSource,
  profiles: z.array(z.strictObject({ id: text, date: day, weights: z.record(text, z.number()) })).optional(),
  criteria: z
    .array(
      z.strictObject({
        id: text,
        title: words,
        facts: z.array(text).optional(),
        answers: z.array(answer).optional(),
        question: words.optional(),
        without: words,
        assumes: words.optional(),
        examples: z
          .array(z.strictObject({ says: text, facts: z.record(z.string(), factValue.nullable()), expect: z.array(id) }))
          .optional(),
      }),
    )
    .min(1),
})
