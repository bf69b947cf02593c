import { hash } from 'node:crypto'
import { readCompound } from './compound.ts'
import { parseExpression, type Resolve } from './expression.ts'
import type { Lookup } from './lookup.ts'
import { isUrl, plain, prose } from './normalise.ts'
import { found, nothing, STEPS, SURE, type Reading, type References, type Step } from './reading.ts'
import { tabled, type Table } from './tables.ts'
import { readText } from './text.ts'

/** Who coined a `LicenseRef-`, not what it means. */
const REFERENCE_PREFIX = /^LicenseRef-(?:(?:scancode|callaway|fedora|rhel|cavil|opensuse|suse|debian|nonspdx)-)?/i

/** Longer texts are remembered by a hash. */
const REMEMBERED = 100

export interface Steps {
  /** One string, through all steps. */
  read(text: string, references?: References): Reading
  /** One step alone, for explanations. */
  take(step: (typeof STEPS)[number], text: string): Reading | undefined
}

/** `whole` is the text as it stands: what is looked at otherwise is one line, cut at a limit. */
type Take = (text: string, references: References, whole: string) => Reading | undefined

export function createSteps(lookup: Lookup): Steps {
  const texts = new Map<string, Reading | undefined>()
  const anyTable: Table = (text) => lookup.name(text) ?? lookup.alias(text)
  const take: Readonly<Record<(typeof STEPS)[number], Take>> = {
    silence: (text) => (lookup.silent(text) ? { ...nothing(text), by: ['silence'], silent: true } : undefined),
    exact: (text, references) => expression(text, 'exact', references),
    case: (text, references) => expression(recased(text), 'case', references),
    name: (text) => found(tabled(text, lookup.name, lookup), 'name'),
    url: (text) => (isUrl(text) ? found(lookup.url(text), 'url') : undefined),
    alias: (text) => found(tabled(text, lookup.alias, lookup) ?? tabled(text, anyTable, lookup), 'alias'),
    compound: (text, references, whole) =>
      isWholeText(whole) ? undefined : readCompound(text, (part) => run(part, references, part), lookup),
    text: (_, __, whole) => judged(whole),
    spelling: (text, references) => respelled(text, references),
    veto: (text) => found(lookup.veto(prose(text)) ?? lookup.vendor(prose(text)), 'veto'),
  }

  return {
    read: (text, references = {}) => run(plain(text), references, text),
    take: (step, text) => take[step](plain(text), {}, text),
  }

  /** Each text is judged once; what is kept of it is a hash. */
  function judged(whole: string): Reading | undefined {
    const key = whole.length > REMEMBERED ? hash('sha256', whole) : whole
    if (!texts.has(key)) texts.set(key, readText(whole, lookup))
    return texts.get(key)
  }

  /** Whether it is the text of one licence and nothing else: its commas join no licences. */
  function isWholeText(whole: string): boolean {
    return lookup.body(prose(whole)) !== undefined && judged(whole)?.node.kind === 'licence'
  }

  function run(text: string, references: References, whole: string): Reading {
    for (const step of STEPS) {
      const reading = take[step](text, references, whole)
      if (reading !== undefined) return reading
    }
    return nothing(text)
  }

  function expression(text: string, step: 'exact' | 'case', references: References): Reading | undefined {
    const by = new Set<Step>([step])
    let confidence: number = SURE[step]
    const resolve: Resolve = (id, plus) => {
      const known = lookup.exact(id, plus)
      if (known !== undefined || !id.includes('LicenseRef-')) return known
      const reading = reference(id, references)
      reading?.by.forEach((one) => by.add(one))
      confidence = Math.min(confidence, reading?.confidence ?? confidence)
      return reading?.node
    }
    const node = lookup.exact(text) ?? parseExpression(text, resolve)
    return node && { node, by: [...by], confidence: node.kind === 'unread' ? 0 : confidence, assumes: [] }
  }

  /** As it was probably meant, if that can be read. */
  function respelled(text: string, references: References): Reading | undefined {
    const meant = lookup.spelling().correct(text)
    if (meant === undefined) return undefined
    const reading = run(meant, references, meant)
    if (reading.confidence === 0) return undefined
    return {
      ...reading,
      by: [...reading.by, 'spelling'],
      confidence: Math.min(reading.confidence, SURE.spelling),
      assumes: [...reading.assumes, `written for ${meant}`],
    }
  }

  function recased(text: string): string {
    return text.replace(/[A-Za-z0-9][A-Za-z0-9.-]*/g, (word) => lookup.recase(word) ?? word.replace(/^licenseref-/i, 'LicenseRef-'))
  }

  /** The document's own words first; else the reference's name, if it is one that we know. */
  function reference(id: string, references: References): Reading | undefined {
    const own = references[id]
    if (own !== undefined) {
      const reading = run(plain(own), {}, own)
      if (!reading.silent && reading.confidence > 0) return { ...reading, by: ['reference', ...reading.by] }
    }
    const name = id.replace(/^.*:/, '').replace(REFERENCE_PREFIX, '')
    // a plus that may not stand in a reference was written as a hyphen
    const spellings = [id, name, name.replace(/-$/, '+')]
    const hit = spellings.map(anyTable).find((one) => one !== undefined) ?? lookup.reference(name) ?? lookup.veto(prose(name))
    return hit && { node: hit.node, by: ['reference'], confidence: SURE.reference, assumes: [] }
  }
}
