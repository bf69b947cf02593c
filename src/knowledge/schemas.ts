import * as z from 'zod'
import { isCountry } from '../model/countries.ts'
import { isDate } from '../model/days.ts'
import { FAMILIES, GOODS, GOVERNANCES, NAMESPACES, OPENNESSES, ORGANISATION_KINDS, VERSION_SCHEMES } from '../model/register.ts'
import { AXES, GATE_CONDITIONS, SCOPES, SEVERITIES } from '../model/policy.ts'

// Every scalar in rule files is a quoted or plain string unless a number or truth value is asked for: 1.20 must not become 1.2.

export const text = z.string().min(1)
/** What a template leaves to whoever takes it. */
const filled = text.refine((said) => said.trim() !== '?', 'still to be filled in')
export const day = z.string().refine(isDate, 'a day as YYYY-MM-DD, or YYYY-MM, or YYYY')
export const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens')
export const words = z.strictObject({ de: text, en: text })

/** A source written out, or the name of one in the file's `sources`. */
export const factSource = z.strictObject({
  what: filled,
  url: z.url({ protocol: /^https?$/ }).optional(),
  date: day,
  seen: z.enum(['primary', 'secondary', 'common-knowledge']),
})
const sourceName = id

const namespaces = z.partialRecord(z.enum(NAMESPACES), z.array(text))

const product = z.strictObject({
  id,
  name: text,
  names: z.array(text).optional(),
  namespaces: namespaces.optional(),
  layer: id.optional(),
  kind: z.enum(['software', 'service', 'hardware', 'people']).optional(),
  licence: text.optional(),
  openPart: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).optional(),
  closedParts: z.array(text).optional(),
  governance: z.enum(GOVERNANCES).optional(),
  binding: z.strictObject({ service: text, provider: id, portable: z.enum(['removable', 'yes', 'no']) }).optional(),
  from: day.optional(),
  until: day.optional(),
  source: sourceName.optional(),
})

/** rules/vendors/*.yaml: one organisation a file. */
export const vendorFile = z.strictObject({
  id,
  formerly: z.array(id).min(1).optional(),
  name: filled,
  kind: z.enum(ORGANISATION_KINDS),
  country: z.string().refine(isCountry, 'a country of ISO 3166-1, two capital letters').optional(),
  publicHand: z.boolean().optional(),
  roles: z.array(z.enum(['maker', 'reseller', 'integrator', 'distributor', 'platform', 'caretaker'])).optional(),
  governance: z.enum(GOVERNANCES).optional(),
  names: z.array(text).optional(),
  exactNames: z.array(text).optional(),
  notNames: z.array(text).optional(),
  namespaces: namespaces.optional(),
  notNamespaces: namespaces.optional(),
  owners: z
    .array(
      z.strictObject({
        owner: id,
        control: z.literal('joint').optional(),
        from: day.optional(),
        until: day.optional(),
        source: sourceName,
      }),
    )
    .optional(),
  tiers: z
    .array(
      z.strictObject({ tier: z.enum(['T1', 'T2', 'T3']), because: text, from: day.optional(), until: day.optional(), source: sourceName }),
    )
    .optional(),
  products: z.array(product).optional(),
  brands: z
    .array(
      z.strictObject({
        names: z.array(text).min(1),
        goods: z.enum(GOODS),
        from: day.optional(),
        until: day.optional(),
        source: sourceName.optional(),
      }),
    )
    .optional(),
  sources: z.record(id, factSource),
})
export type VendorFile = z.infer<typeof vendorFile>

const spellings = z.strictObject({ is: text, written: z.array(text).min(1), assumes: text.optional() })
const phrases = z.strictObject({ is: text, written: z.array(text).min(1) })

/** rules/licences/*.yaml: each file holds one or more of these parts; together they are the licence register. */
export const licenceFile = z.strictObject({
  source: factSource,
  licences: z
    .array(
      z.strictObject({
        id: text,
        name: text.optional(),
        family: z.enum(FAMILIES),
        openness: z.enum(OPENNESSES),
        osi: z.boolean().optional(),
        fsf: z.boolean().optional(),
      }),
    )
    .optional(),
  exceptions: z.array(text).optional(),
  linkingExceptions: z.array(text).optional(),
  aliases: z.array(spellings).optional(),
  urls: z.array(spellings).optional(),
  references: z.array(spellings).optional(),
  vetoWords: z.array(phrases).optional(),
  vendorWords: z.array(phrases).optional(),
  texts: z.array(phrases).optional(),
  wholes: z.array(phrases).optional(),
  wordings: z.array(phrases).optional(),
  restrictions: z.array(phrases).optional(),
  silence: z.array(text).optional(),
  changes: z
    .array(
      z.strictObject({
        id,
        name: text,
        products: z.array(id).optional(),
        namespaces: namespaces.optional(),
        scheme: z.enum(VERSION_SCHEMES).optional(),
        basis: text,
        versions: z
          .array(
            z.strictObject({
              from: text.optional(),
              until: text.optional(),
              licence: text,
              on: day.optional(),
              becomes: z.strictObject({ licence: text, on: day }).optional(),
            }),
          )
          .min(2),
      }),
    )
    .optional(),
})
export type LicenceFile = z.infer<typeof licenceFile>

const scalar = z.union([z.string(), z.number(), z.boolean()])
/** Conditions are checked by knowledge/conditions.ts, which knows facts and operators. */
export const condition = z.record(z.string(), z.unknown())

/** Facts of an example by name. */
export const factValue = z.union([scalar, z.null(), z.array(scalar), z.strictObject({ low: z.number(), high: z.number() })])
const facts = z.record(z.string(), factValue)

/** rules/policies/*.yaml: one policy a file. */
export const policyFile = z.strictObject({
  id,
  scope: z.enum(SCOPES),
  severity: z.enum(SEVERITIES),
  axis: z.enum(AXES).optional(),
  title: words,
  when: condition,
  why: words,
  fix: words,
  assumes: words.optional(),
  source: factSource,
  examples: z
    .array(
      z.strictObject({
        says: text,
        facts,
        expect: z.enum(['yes', 'no', 'unknown']),
      }),
    )
    .min(2),
})

/** rules/lists/*.yaml: one list a file. */
export const listFile = z.strictObject({
  id,
  words,
  /** What the values are ids of, where they are: then each must be there, also while no policy uses the list. */
  of: z.enum(['organisations', 'layers', 'countries']).optional(),
  values: z.array(text).min(1),
  source: factSource,
})

const fraction = z.number().min(0).max(1)
const levels = z.strictObject({
  wechselmoeglichkeit: z.strictObject({
    hhi: z.tuple([z.number(), z.number()]),
    largest: fraction,
    layerShare: fraction,
    minLines: z.int(),
  }),
  gestaltungsfaehigkeit: z.tuple([fraction, fraction, fraction, fraction]),
  einfluss: fraction,
  // sets written before there was this boundary do not state it
  amountUnknown: fraction.default(0.05),
  margin: z.strictObject({ share: fraction, hhi: z.number() }),
})

/** What is unknown is limited by a share: 30 instead of 0.3 would let everything pass. */
export function shareLimit({ condition, limit }: { condition: string; limit?: number | undefined }, context: z.RefinementCtx): void {
  if (!condition.startsWith('unknown-') || limit === undefined || (limit >= 0 && limit <= 1)) return
  context.addIssue({ code: 'custom', path: ['limit'], message: 'a share from 0 to 1, 0.3 is 30 %' })
}

/** rules/sets/*.yaml. A set may extend one other; what it states replaces. */
export const setFile = z.strictObject({
  id,
  extends: id.optional(),
  words,
  policies: z.array(id).min(1).optional(),
  without: z.array(id).min(1).optional(),
  severity: z.record(id, z.enum(SEVERITIES)).optional(),
  levels: levels.optional(),
  gate: z
    .array(
      z
        .strictObject({
          condition: z.enum(GATE_CONDITIONS),
          action: z.enum(['fail', 'warn', 'not-assessable', 'off']),
          limit: z.number().optional(),
          policies: z.array(id).min(1).optional(),
        })
        .superRefine(shareLimit),
    )
    .optional(),
})

/** rules/bindings.yaml: SDKs and drivers that tie their user to a service. */
export const bindingsFile = z.strictObject({
  source: factSource,
  bindings: z.array(
    z.strictObject({ id, service: text, provider: id, portable: z.enum(['removable', 'yes', 'no']), namespaces, note: words.optional() }),
  ),
})
