import type { LicenceAlias, LicenceEntry, LicenceRegister } from '../../model/register.ts'
import { parseExpression } from './expression.ts'
import { key, plain, prose, urlKey } from './normalise.ts'
import { Spelling } from './spelling.ts'
import { join, type Node } from './tree.ts'

/** A spelling found in a table. */
export interface Hit {
  readonly node: Node
  /** What is assumed in reading it so. */
  readonly assumes?: string
}

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
  /** A licence recognised by the beginning of its text. */
  body(text: string): (Hit & { readonly at: number; readonly end: number }) | undefined
}

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['and', 'AND'],
  ['or', 'OR'],
  ['with', 'WITH'],
])
const GAP = ' … '
/** A text of which only the first line was kept: so many signs of a beginning are taken for the whole of it. */
const CUT_OFF_SIGNS = 50
/** Only beside such a word a vendor's name speaks of a licence, and not in a notice of copyright. */
const TERMS = /licen[cs]|lizenz|agreement|\bterms\b|vertrag/
const COPYRIGHT = /copyright|\(c\)|©/
const FILE_NAME = /\/(?:(?:licen[cs]e|copying)[-_.]([^/]+)|([^/]+)[-_.]licen[cs]e)$/
/** Words that the keys leave out. */
const WORDS_OF_ALL = ['license', 'licence', 'licensed', 'licenced', 'lizenz', 'lizenzen', 'version', 'unlicenced'] as const
const CUT_OFF = 'the text was cut off and goes on as usual'

export function createLookup(register: LicenceRegister): Lookup {
  const entries = firstWins(register.licences.map((entry) => [entry.id, entry]))
  const exceptions = new Set([...register.exceptions, ...(register.linkingExceptions ?? [])])
  const linking = new Set(register.linkingExceptions)
  const cases = new Map([...entries.keys(), ...exceptions].map((id) => [id.toLowerCase(), id]))
  const replaced = new Map<string, Node>()

  const exact = (id: string, plus = false): Node | undefined => {
    if (plus) {
      const orLater = replaced.get(`${id}+`)
      if (orLater !== undefined) return orLater
    }
    const known = replaced.get(id) ?? (entries.has(id) ? ({ kind: 'licence', id } satisfies Node) : undefined)
    return plus && known?.kind === 'licence' ? { ...known, plus } : known
  }
  const hit = (alias: LicenceAlias): Hit => {
    const node = parseExpression(alias.is, exact) ?? { kind: 'unread', text: alias.is }
    return { node, ...(alias.assumes !== undefined && { assumes: alias.assumes }) }
  }

  const forExceptions = register.aliases.filter((alias) => exceptions.has(alias.is))
  const forLicences = register.aliases.filter((alias) => !exceptions.has(alias.is))
  for (const alias of forLicences) {
    const id = alias.written
    if (entries.has(id.replace(/\+$/, '')) && !replaced.has(id)) replaced.set(id, hit(alias).node)
  }
  const [beginnings, wholes] = parted(forLicences, (alias) => alias.written.endsWith('*'))
  const aliases = firstWins(wholes.map((alias) => [key(alias.written), hit(alias)]))
  // where a vendor's name is also an identifier, the table decides
  const names = firstWins(
    register.licences
      .flatMap(({ id, name }) => [id, name].map((spelling) => [key(spelling), { node: exact(id)! }] as const))
      .filter(([spelling]) => !aliases.has(spelling)),
  )
  const starts = beginnings.map((alias) => ({ start: key(alias.written.slice(0, -1)), hit: hit(alias) }))
  const exceptionNames = firstWins([
    ...[...exceptions].map((id) => [exceptionKey(id), id] as const),
    ...forExceptions.map((alias) => [exceptionKey(alias.written), alias.is] as const),
  ])
  const [carriers, addresses] = parted(register.urls, (alias) => alias.is === '*')
  const urls = firstWins(addresses.map((alias) => [urlKey(alias.written), hit(alias)]))
  const carrierStarts = carriers.map((alias) => `${urlKey(alias.written.slice(0, -1))}/`)
  const silence = new Set(register.silence.map((word) => plain(word).toLowerCase()))
  const words = (all: readonly LicenceAlias[]) => all.map((alias) => ({ hit: hit(alias), pattern: wordPattern(alias.written) }))
  const vetoes = words(register.vetoWords)
  const anyVeto = anyOf(vetoes)
  const references = lazily(() =>
    (register.references ?? []).map((alias) => ({
      written: alias.written.replace(/\*$/, '').toLowerCase(),
      open: alias.written.endsWith('*'),
      hit: hit(alias),
    })),
  )
  const spelling = lazily(
    () =>
      new Spelling([
        ...WORDS_OF_ALL,
        ...register.licences.flatMap(({ id, name }) => (id.startsWith('LicenseRef-') ? [id.slice('LicenseRef-'.length)] : [id, name])),
        ...[...register.aliases, ...register.vetoWords].map(({ written }) => written),
      ]),
  )
  const vendors = lazily(() => words(register.vendorWords ?? []))
  const texts = register.texts.map((alias) => ({ hit: hit(alias), parts: alias.written.split(GAP).map(prose) }))

  const name = (text: string): Hit | undefined => names.get(key(text))
  const alias = (text: string): Hit | undefined => {
    const wanted = key(text)
    return aliases.get(wanted) ?? starts.find((one) => `${wanted}-`.startsWith(`${one.start}-`))?.hit
  }
  return {
    entry: (id) => entries.get(id),
    exact,
    recase: (word) => OPERATORS.get(word.toLowerCase()) ?? cases.get(word.toLowerCase()),
    name,
    alias,
    url: (url) => {
      const wanted = urlKey(url)
      const start = carrierStarts.find((one) => wanted.startsWith(one))
      return urls.get(wanted) ?? (start === undefined ? fileNamed(wanted) : spelled(wanted.slice(start.length)))
    },
    reference: (name) => {
      const wanted = name.toLowerCase()
      return references().find(({ written, open }) => (open ? wanted.startsWith(written) : wanted === written))?.hit
    },
    exception: (text) => (exceptionKey(text) === '' ? undefined : exceptionNames.get(exceptionKey(text))),
    linking: (exception) => linking.has(exception),
    spelling,
    silent: (text) => text === '' || (silence.has(text.toLowerCase()) && !entries.has(text)),
    veto: (text) => {
      if (!anyVeto.test(text)) return undefined
      const found = vetoes.find((one) => one.pattern.test(text))
      return found && { ...found.hit, word: found.pattern.exec(text)?.[0] ?? '' }
    },
    vendor: (text) => (TERMS.test(text) && !COPYRIGHT.test(text) ? vendors().find((one) => one.pattern.test(text))?.hit : undefined),
    body: (text) => {
      for (const { hit, parts } of texts) {
        const end = inOrder(text, parts)
        if (end !== undefined) return { ...hit, at: text.indexOf(parts[0]!), end }
      }
      for (const { hit, parts } of texts) {
        const at = parts.length === 1 ? cutOff(text, parts[0]!) : undefined
        if (at !== undefined) return { ...hit, at, end: text.length, assumes: CUT_OFF }
      }
      return undefined
    },
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

/** A user's own entries come before ours. */
function firstWins<T>(pairs: readonly (readonly [string, T])[]): Map<string, T> {
  return new Map([...pairs].reverse())
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function parted<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}

/** `GPL classpath exception (v2)` and `Classpath-exception-2.0` have one key. */
function exceptionKey(text: string): string {
  return key(text)
    .replace(/(?:^|-)(?:gnu|special|runtime-library|exceptions?)(?=-|$)/g, '')
    .replace(/^-|-$/g, '')
}

function anyOf(all: readonly { readonly pattern: RegExp }[]): RegExp {
  return new RegExp(all.map((one) => one.pattern.source).join('|') || '(?!)', 'u')
}

/** At word borders; a `*` at the end stands for the rest of a word, as German compounds need it. */
function wordPattern(written: string): RegExp {
  const open = written.endsWith('*')
  const escaped = prose(open ? written.slice(0, -1) : written)
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/[ -]/g, '[ -]?')
  return new RegExp(`(?<![\\p{L}\\d])${escaped}${open ? '[\\p{L}\\d]*' : ''}(?![\\p{L}\\d])`, 'u')
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
