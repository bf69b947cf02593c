import * as z from 'zod'
import { factSource, id, text, words } from './schemas.ts'

const texts = z.array(text).optional()
const cpvPrefixes = z.array(z.string().regex(/^\d{2,8}$/, 'two to eight digits')).optional()

/** rules/layers.yaml */
export const layersFile = z.strictObject({
  source: factSource,
  layers: z.array(
    z.strictObject({
      id,
      formerly: z.array(id).min(1).optional(),
      words,
      software: z.boolean(),
      it: z.literal(false).optional(),
      critical: z.boolean(),
      cpv: cpvPrefixes,
      cpvNot: cpvPrefixes,
      keywords: texts,
      endings: texts,
      trades: texts,
      types: texts,
    }),
  ),
})
