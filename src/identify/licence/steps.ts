import { hash } from 'node:crypto'
import { withText } from './beside.ts'
import { readCompound } from './compound.ts'
import { parseExpression, withException, type Resolve } from './expression.ts'
import type { Lookup } from './lookup.ts'
import { meaningOf } from './meaning.ts'
import { isUrl, plain, prose, wordsOfUrl } from './normalise.ts'
import { found, nothing, STEPS, SURE, type Reading, type References, type Step } from './reading.ts'
import { tabled, type Table } from './tables.ts'
import { restrictionIn } from './restricting.ts'
import { readText } from './text.ts'
import { format, join, unread, type Node } from './tree.ts'

/** Who coined a `LicenseRef-`, not what it means. */
const REFERENCE_PREFIX = /^LicenseRef-(?:(?:scancode|callaway|fedora|rhel|cavil|opensuse|suse|debian|nonspdx)-)?/i

/** Longer texts are remembered by a hash. */
const REMEMBERED = 100

export interface Steps {
  /** One string, through all steps. */
  read(text: string, references?: References): Reading
  /** What was read of a name or an identifier, with the text that stands beside it. */
  beside(own: Reading, text: string): Reading
  /** One step alone, for explanations. */
  take(step: (typeof STEPS)[number], text: string): Reading | undefined
}

/** `whole` is the text as it stands: what is looked at otherwise is one line, cut at a limit. */
type Take = (text: string, references: References, whole: string) => Reading | undefined

export function createSteps(lookup: Lookup): Steps {
  const texts = new Map<string, Reading | undefined>()
  const besides = new Map<string, Reading>()
  const owns = new Map<string, Reading | undefined>()
  const anyTable: Table = (text) => lookup.name(text) ?? lookup.alias(text)
  const take: Readonly<Record<(typeof STEPS)[number], Take>> = {
    silence: (text) => (lookup.silent(text) ? { ...nothing(text), by: ['silence'], silent: true } : undefined),
    exact: (text, references) => expression(text, 'exact', references),
    case: (text, references) => expression(recased(text), 'case', references),
    name: (text) => found(tabled(text, lookup.name, lookup), 'name'),
    url: (text) => (isUrl(text) ? found(lookup.url(text), 'url') : undefined),
    alias: (text) => found(tabled(text, lookup.alias, lookup) ?? tabled(text, anyTable, lookup), 'alias'),
    compound: (text, references, whole) =>
      isWholeText(whole)
        ? undefined
        : readCompound(
            text,
            (part) => run(part, references, part),
            lookup,
            (licence, id) => withAddition(licence, id, references),
          ),
    text: (_, __, whole) => judged(whole),
    spelling: (text, references) => respelled(text, references),
    veto: (text) => {
      const { host, file } = isUrl(text) ? wordsOfUrl(text) : { host: '', file: text }
      const forbidden = found(lookup.veto(prose(file)), 'veto')
      if (forbidden !== undefined) return forbidden
      const vendor = found(lookup.vendor(prose(`${host} ${file}`)), 'veto')
      return vendor && { ...vendor, byVendor: true }
    },
  }

  return {
    read: (text, references = {}) => run(plain(text), references, text),
    beside,
    take: (step, text) => take[step](plain(text), {}, text),
  }

  /** A text beside a licence is judged once for each licence. */
  function beside(own: Reading, text: string): Reading {
    const key = `${JSON.stringify(own)} ${hash('sha256', text)}`
    const before = besides.get(key)
    if (before !== undefined) return before
    const reading = withText(own, text, (whole) => run(plain(whole), {}, whole), lookup)
    besides.set(key, reading)
    return reading
  }

  /** Each text is judged once; what is kept of it is a hash. */
  function judged(whole: string): Reading | undefined {
    const key = whole.length > REMEMBERED ? hash('sha256', whole) : whole
    if (!texts.has(key))
      texts.set(
        key,
        readText(whole, (line) => run(plain(line), {}, line), lookup),
      )
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
      if (known === undefined && !id.includes('LicenseRef-')) return undefined
      const reading = known === undefined ? reference(id, references) : confirmed(known, references.texts?.[id])
      reading?.by.forEach((one) => by.add(one))
      confidence = Math.min(confidence, reading?.confidence ?? confidence)
      return reading?.node ?? known
    }
    const single = lookup.exact(text)
    const node = single === undefined ? parseExpression(text, resolve) : (confirmed(single, references.texts?.[text])?.node ?? single)
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

  /** A listed licence with the text that a document gives beside it. */
  function confirmed(node: Node, text: string | undefined): Reading | undefined {
    return text === undefined ? undefined : beside({ node, by: [], confidence: SURE.exact, assumes: [] }, text)
  }

  /** The document's own words first, its name and its text; else the reference's own name, if it is one that we know, else an address. */
  function reference(id: string, said: References): Reading | undefined {
    const [words, text] = [said.references?.[id], said.texts?.[id]]
    const linked = readAddresses(said.addresses?.[id] ?? [])
    const named = words === undefined ? undefined : ownWords(words, text)
    const isVague = named !== undefined && linked !== undefined && !named.by.includes('veto') && isUnknown(named)
    if (named !== undefined && !isVague) return { ...named, by: ['reference', ...named.by] }
    const name = id.replace(/^.*:/, '').replace(REFERENCE_PREFIX, '')
    // a plus that may not stand in a reference was written as a hyphen
    const spellings = [id, name, name.replace(/-$/, '+')]
    const hit = lookup.silent(name)
      ? undefined
      : (spellings.map(anyTable).find((one) => one !== undefined) ?? lookup.reference(name) ?? lookup.veto(prose(name)))
    const called: Reading | undefined = hit && { node: hit.node, by: ['reference'], confidence: SURE.reference, assumes: [] }
    const reading = called ?? linked
    // words that nobody could read may still take away from what the id promises
    return reading && [words, text].reduce<Reading>((all, one) => (one === undefined ? all : beside(all, one)), reading)
  }

  function isUnknown({ node }: Reading): boolean {
    return meaningOf(node, lookup).openness === 'unknown'
  }

  /** A name, or a text without one, with the text beside the name. One licence of a document stands in many of its expressions. */
  function ownWords(words: string, text: string | undefined): Reading | undefined {
    const both = `${words}\0${text ?? ''}`
    const key = both.length > REMEMBERED ? hash('sha256', both) : both
    if (!owns.has(key)) {
      const own = run(plain(words), {}, words)
      const reading = text === undefined ? own : beside(own, text)
      owns.set(key, reading.silent || reading.confidence === 0 ? undefined : reading)
    }
    return owns.get(key)
  }

  /** Of several addresses those that we know must tell of one licence. */
  function readAddresses(addresses: readonly string[]): Reading | undefined {
    const known = addresses.map((one) => found(isUrl(one) ? lookup.url(one) : undefined, 'url')).filter((one) => one !== undefined)
    const [first, ...others] = new Map(known.map((one) => [format(one.node), one])).values()
    if (first === undefined || others.length > 0) return undefined
    return { ...first, by: ['reference', ...first.by], confidence: Math.min(first.confidence, SURE.assumed) }
  }

  /** What a document's own addition makes of a licence: its words restrict it, or it is not known what they do. */
  function withAddition(licence: Node, id: string, said: References): Node {
    const [name, text] = [said.references?.[id], said.texts?.[id]]
    const exception = name === undefined ? undefined : lookup.exception(name)
    const limits = [name, text, id].map((words) =>
      words === undefined ? undefined : restrictionIn(words, licence, (line) => run(plain(line), {}, line), lookup).node,
    )
    const known = limits.find((node) => node !== undefined && node.kind !== 'unread')
    if (known !== undefined) return join('and', [licence, known])
    return exception !== undefined && text === undefined ? withException(licence, exception) : join('and', [licence, unread(id)])
  }
}
