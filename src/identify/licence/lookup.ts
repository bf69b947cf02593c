import { lazily } from '../../model/lazily.ts'
import type { LicenceTables } from '../../model/register-index.ts'
import type { LicenceEntry } from '../../model/register.ts'
import { key, urlKey } from './normalise.ts'
import { exactly, exceptionKey, type Hit, type Tables, type WordRule } from './register-tables.ts'
import { Spelling } from './spelling.ts'
import { join, type Node } from './tree.ts'
import { WholeTexts } from './whole.ts'

/** The register, turned round for looking things up: every question is one or a few map accesses. */
export interface Lookup {
  entry(id: string): LicenceEntry | undefined
  /** Identifier exactly as written; deprecated ones come back as what replaces them. */
  exact(id: string, plus?: boolean): Node | undefined
  /** The proper spelling of an identifier, operator or exception written in other case. */
  recase(word: string): string | undefined
  /** By key: identifiers and full names of the SPDX list. */
  name(text: string): Hit | undefined
  /** By key: everything else that people write. */
  alias(text: string): Hit | undefined
  url(url: string): Hit | undefined
  /** The name in a `LicenseRef-`, where a catalogue of its own gives it a meaning. */
  reference(name: string): Hit | undefined
  exception(text: string): string | undefined
  /** Exceptions that let a work be linked with anything. */
  linking(exception: string): boolean
  /** The words of the register, for putting a misspelt one right. */
  spelling(): Spelling
  silent(text: string): boolean
  /** The first word in a running text that forbids to read it as open, and what it means. */
  veto(text: string): (Hit & { readonly word: string }) | undefined
  /** A vendor of closed software named where only the word licence stands beside. */
  vendor(text: string): Hit | undefined
  /** The same for what stands in a licence text beside the licence. */
  restriction(text: string): (Hit & { readonly word: string }) | undefined
  /** Licences of which the whole text is known. */
  wholes(): WholeTexts
  /** A licence recognised by the beginning of its text. */
  body(text: string): (Hit & { readonly at: number; readonly end: number }) | undefined
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['and', 'AND'],
  ['or', 'OR'],
  ['with', 'WITH'],
])
/** A text of which only the first line was kept: so many signs of a beginning are taken for the whole of it. */
const CUT_OFF_SIGNS = 50
/** Only beside such a word a vendor's name speaks of a licence, and not in a notice of copyright. */
const TERMS = /licen[cs]|lizenz|agreement|\bterms\b|vertrag/
const COPYRIGHT = /copyright|\(c\)|©/
const FILE_NAME = /\/(?:(?:licen[cs]e|copying)[-_.]([^/]+)|([^/]+)[-_.]licen[cs]e)$/
const FIRST_WORD = /^[\p{L}\d]+(?![\p{L}\d])/u
const WORDS = /[\p{L}\d]+/gu
const CUT_OFF = 'the text was cut off and goes on as usual'

export function createLookup(made: LicenceTables): Lookup {
  const tables = made as unknown as Tables
  const { lists } = tables
  const spelling = lazily(() => new Spelling(lists.get('words')))
  const vetoes = lazily(() => new WordRules(lists.get('vetoes')))
  const restrictions = lazily(() => new WordRules(lists.get('restrictions')))
  const wholes = lazily(() => new WholeTexts(lists.get('wholes')))
  const vendors = lazily(() => new WordRules(lists.get('vendors')))

  const starts = lazily(() => lists.get('starts').map((hit) => ({ ...hit, start: `${hit.start}-` })))
  const bodies = lazily(() => new Beginnings(lists.get('texts')))

  /** One text is looked up in several tables in turn. */
  let last = { text: '', key: '' }
  const keyOf = (text: string): string => {
    if (text !== last.text) last = { text, key: key(text) }
    return last.key
  }
  const name = (text: string): Hit | undefined => tables.names.get(keyOf(text))
  const alias = (text: string): Hit | undefined => {
    const wanted = keyOf(text)
    const known = tables.aliases.get(wanted)
    if (known !== undefined) return known
    const begun = `${wanted}-`
    return starts().find(({ start }) => begun.startsWith(start))
  }
  return {
    entry: (id) => tables.entries.get(id),
    exact: (id, plus) => exactly(tables, id, plus),
    recase: (word) => OPERATORS.get(word.toLowerCase()) ?? tables.cases.get(word.toLowerCase()),
    name,
    alias,
    url: (url) => {
      const wanted = urlKey(url)
      const start = lists.get('carriers').find((one) => wanted.startsWith(one))
      return tables.urls.get(wanted) ?? (start === undefined ? fileNamed(wanted) : spelled(wanted.slice(start.length)))
    },
    reference: (name) => {
      const wanted = name.toLowerCase()
      return lists.get('references').find(({ written, open }) => (open ? wanted.startsWith(written) : wanted === written))
    },
    exception: (text) => (exceptionKey(text) === '' ? undefined : tables.exceptionNames.get(exceptionKey(text))),
    linking: (exception) => tables.exceptions.get(exception) === true,
    spelling,
    silent: (text) => text === '' || (tables.silence.has(text.toLowerCase()) && !tables.entries.has(text)),
    veto: (text) => vetoes().first(text),
    vendor: (text) => (TERMS.test(text) && !COPYRIGHT.test(text) ? vendors().first(text) : undefined),
    restriction: (text) => restrictions().first(text),
    wholes,
    body: (text) => bodies().in(text),
  }

  /** `…/LICENSE-MIT`, `…/COPYING.LGPL`: a file that is named after its licence. */
  function fileNamed(address: string): Hit | undefined {
    const named = FILE_NAME.exec(address)
    const found = named === null ? undefined : (name(named[1] ?? named[2]!) ?? alias(named[1] ?? named[2]!))
    return found && { ...found, assumes: 'the file holds the licence that it is named after' }
  }

  /** `mit`, `apache-2.0 or mit`: the end of an address that carries the identifier. */
  function spelled(text: string): Hit | undefined {
    const parts = text.split(/ or /).map((part) => name(part))
    if (parts.some((part) => part === undefined)) return undefined
    return {
      node: join(
        'or',
        parts.map((part) => part!.node),
      ),
    }
  }
}

/** Words sought in a text, by how they start: one expression of all of them takes longer to make than a small audit takes. */
class WordRules {
  private readonly rules: readonly WordRule[]
  private readonly byStart = new Map<string, number[]>()
  private readonly patterns: RegExp[] = []

  constructor(rules: readonly WordRule[]) {
    this.rules = rules
    rules.forEach(({ start }, i) => this.byStart.set(start, [...(this.byStart.get(start) ?? []), i]))
  }

  /** The first rule of the table whose words stand in the text. */
  first(text: string): (Hit & { readonly word: string }) | undefined {
    const starts = new Set(text.match(/(?<![\p{L}\d])[\p{L}\d]{2}/gu))
    const candidates = ['', ...starts].flatMap((start) => this.byStart.get(start) ?? []).sort((a, b) => a - b)
    for (const i of candidates) {
      const { node, assumes, pattern } = this.rules[i]!
      const found = (this.patterns[i] ??= new RegExp(pattern, 'u')).exec(text)
      if (found !== null) return { node, ...(assumes !== undefined && { assumes }), word: found[0] }
    }
    return undefined
  }
}

/** How the texts of licences begin. Each is sought only where its first word stands. */
class Beginnings {
  private readonly texts: readonly (Hit & { readonly parts: readonly string[] })[]
  private readonly byWord = new Map<string, number[]>()

  constructor(texts: readonly (Hit & { readonly parts: readonly string[] })[]) {
    this.texts = texts
    texts.forEach(({ parts }, i) => {
      const word = FIRST_WORD.exec(parts[0]!)?.[0] ?? ''
      this.byWord.set(word, [...(this.byWord.get(word) ?? []), i])
    })
  }

  in(text: string): (Hit & { readonly at: number; readonly end: number }) | undefined {
    const words = new Set(text.match(WORDS))
    const candidates = ['', ...words].flatMap((word) => this.byWord.get(word) ?? []).sort((a, b) => a - b)
    for (const i of candidates) {
      const { parts, ...hit } = this.texts[i]!
      const end = inOrder(text, parts)
      if (end !== undefined) return { ...hit, at: text.indexOf(parts[0]!), end }
    }
    for (const i of candidates) {
      const { parts, ...hit } = this.texts[i]!
      const at = parts.length === 1 ? cutOff(text, parts[0]!) : undefined
      if (at !== undefined) return { ...hit, at, end: text.length, assumes: CUT_OFF }
    }
    return undefined
  }
}

/** Where the last part ends, if all follow each other. */
function inOrder(text: string, parts: readonly string[]): number | undefined {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at === -1) return undefined
    from = at + part.length
  }
  return from
}

/** Where a beginning starts in whose middle the text ends. */
function cutOff(text: string, beginning: string): number | undefined {
  const at = text.indexOf(beginning.slice(0, CUT_OFF_SIGNS))
  return at !== -1 && beginning.startsWith(text.slice(at)) ? at : undefined
}
