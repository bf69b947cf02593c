import type { Audit } from '../../model/audit.ts'
import { FACTS, factEntry, type FactId } from '../../model/facts.ts'
import { AXES } from '../../model/policy.ts'
import { reason } from '../../report/html/parts/needs.ts'
import { speaker, type Speaker } from '../../report/words/say.ts'
import { factText } from '../text/undecided.ts'
import { layer, type Explained, type Known } from './things.ts'

const GOVERNS = /^(?:no-data|share:open|weight:quarter|(?:layer|item|bindings):.+)$/s

/** What an axis is governed by where no finding explains it, as `governedBy` in JSON names it: in words, with the axes of the last audit. */
export function governing(id: string, known: Known): Explained | undefined {
  if (!GOVERNS.test(id)) return undefined
  const { audit, language } = known
  const of = id.startsWith('layer:') ? layer(id.slice('layer:'.length), known) : undefined
  if (of === undefined && id.startsWith('layer:')) return undefined
  if (audit !== undefined && !isIn(audit, id)) return undefined
  const spoken = speaker(language)
  const words = reason({ ...spoken, audit: audit ?? NOTHING, nameOf: ({ name }) => name }, id)
  const axes = AXES.filter((axis) => audit?.axes.some((one) => one.id === axis && one.governedBy === id))
  const governed = axes.map((axis) => `  ${spoken.term('axis', axis)} (${axis})`)
  const text = [`${id}: ${words}`, ...governed, '  docs/scoring.md', ...(of === undefined ? [] : ['', of.text])].join('\n')
  return { text, document: { kind: 'reason', id, words, axes, ...(of !== undefined && { layer: of.document }) } }
}

/** Whether the audit has the item or the bound service that the reason names; other reasons need none. */
function isIn({ axes, items, boundServices }: Audit, id: string): boolean {
  if (!/^(?:item|bindings):/.test(id)) return true
  const isBound = boundServices.some(({ service }) => id === `bindings:${service}`)
  return isBound || axes.some(({ governedBy }) => governedBy === id) || items.some(({ ref, source }) => id === `item:${ref}#${source}`)
}

/** Nothing is known of any list or item. */
const NOTHING = { items: [], concentration: [] }

/** Words of the glossary that say what a value means. */
const MEANT: Readonly<Record<string, Parameters<Speaker['say']>[0]>> = {
  T1: 'glossary.large-vendor.text',
  T2: 'glossary.large-vendor.text',
  T3: 'glossary.far-vendor.text',
  open: 'glossary.open.text',
  restricted: 'glossary.restricted.text',
  proprietary: 'glossary.proprietary.text',
}

/** A value that facts of rules may have, as `T1` of `tier`. */
export function value(id: string, { language }: Known): Explained | undefined {
  const wanted = id.toLowerCase()
  const facts = (Object.keys(FACTS) as FactId[]).flatMap((fact) => {
    const found = factEntry(fact).values?.find((one) => one.toLowerCase() === wanted)
    return found === undefined ? [] : [{ fact, found }]
  })
  const found = facts[0]?.found
  if (found === undefined) return undefined
  const { say, term } = speaker(language)
  const meant = MEANT[found]
  const text = [
    found,
    ...(meant === undefined ? [] : [`  ${say(meant)}`]),
    ...facts.map(({ fact, found: one }) => `  ${factText(fact, language)}: ${term(fact === 'kind' ? 'item-kind' : fact, one)}`),
    '  docs/facts.md',
  ].join('\n')
  return { text, document: { kind: 'value', id: found, facts: facts.map(({ fact }) => fact) } }
}
