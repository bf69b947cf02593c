import type { SaidLicence } from '../../model/item.ts'
import type { LinkedLicences, OwnLicence, StatedLicence } from '../../model/ports.ts'
import { withParts } from '../../model/whole-text.ts'
import { keptText, WHOLE_LENGTH } from '../licence-text.ts'
import { kept } from './expression.ts'
import { stated, type RawLicence } from './raw.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Ids of licences, of the document's own and of the list. */
const REFERENCE = /[A-Za-z0-9.:-]+/g
const FOREIGN = 'DocumentRef-'
/** How Tern introduces what it found. */
const WRAPPED = /^Original licen[cs]e:\s*/i

/** The word of SPDX for that there is no licence. */
export const NO_LICENCE = 'NONE'
/** Recipes without a licence for others (`CLOSED`) have NONE in its documents, as what is declared. */
const CLOSED = /\b(?:open-?embedded|yocto)\b/i

/** Licence statements, one object for each distinct text, and what the document says about its `LicenseRef-`s. */
export class Licences {
  private readonly known = new Map<string, Mutable<SaidLicence>>()
  private readonly own = new Map<string, OwnLicence>()
  private readonly defined = new Map<string, Definition>()
  /** All that is said of those that are defined in several ways. */
  private readonly contradicted = new Map<string, Definitions>()

  /** A statement; `undefined` where nothing is stated. `NONE` is a statement. */
  said(text: string | undefined, acknowledgement: 'declared' | 'concluded', at?: string): SaidLicence | undefined {
    const value = stated(text)
    if (value === undefined) return undefined
    const key = `${acknowledgement} ${value}`
    let licence = this.known.get(key)
    if (licence === undefined)
      this.known.set(key, (licence = { text: value, as: 'expression', acknowledgement, ...(at !== undefined && { at }) }))
    return licence
  }

  /** What the document says about a licence of its own: a name says nothing where it only repeats the id. */
  define({ id, name, text, addresses = [] }: RawLicence): void {
    if (id === undefined) return
    const named = stated(name)
    const saysNothing = named === undefined || named === 'NONE' || named === id || named.startsWith('LicenseRef-')
    this.hold(id, {
      name: saysNothing ? undefined : wordsOf(named),
      text: wordsOf(text),
      addresses: addresses.flatMap((one) => stated(one) ?? []),
      ofList: false,
    })
  }

  private hold(id: string, own: Definition): void {
    const known = this.defined.get(id)
    const all = this.contradicted.get(id)
    if (known !== undefined && (all !== undefined || !agree(known, own)))
      this.contradicted.set(id, (all ?? new Definitions(known)).add(own))
    const first = known === undefined ? own : all === undefined && agree(known, own) ? both(known, own) : known
    if (first === known) return
    this.defined.set(id, first)
    this.own.set(id, asSaid(first))
  }

  /** Ids of licences that the document defines in several ways. */
  twice(): readonly string[] {
    return [...this.contradicted.keys()]
  }

  /** The text that the document has beside a licence of the list. */
  beside(id: string, text: string): void {
    this.hold(id, { name: undefined, text: wordsOf(text), addresses: [], ofList: true })
  }

  /**
   * Puts beside every statement what the document says about the references in it. Call at the end.
   *
   * Tools write NONE where a package does not tell them its licence. That there is none is said where somebody else concludes it.
   */
  resolve(generator: string | undefined): void {
    for (const kind of CLOSED.test(generator ?? '') ? [] : (['declared', 'concluded'] as const)) {
      const none = this.known.get(`${kind} ${NO_LICENCE}`)
      if (none !== undefined && (kind === 'declared' || generator !== undefined)) none.absent = true
    }
    for (const [id, all] of this.contradicted) this.own.set(id, all.together())
    for (const licence of this.known.values()) this.explain(licence, (id) => this.own.get(id))
  }

  /** What the document has to do with licences of others; `full`: the address of an element, `#` and its id there. */
  linked(full: (ref: string) => string): LinkedLicences {
    return {
      own: (id) => this.own.get(id),
      link: (elsewhere) => {
        const missing = new Set<string>()
        for (const licence of this.known.values()) {
          if (!licence.text.includes(FOREIGN)) continue
          this.explain(licence, (id) => {
            if (!id.startsWith(FOREIGN)) return this.own.get(id)
            const [address, name] = full(id).split('#', 2)
            const found = name === undefined ? undefined : elsewhere.own(address!, name)
            if (found === undefined) missing.add(id)
            return found
          })
        }
        return [...missing]
      },
    }
  }

  /** What the document says about the parts of an expression. */
  partsOf(text: string): ReadonlyMap<string, OwnLicence> {
    return new Map([...new Set(text.match(REFERENCE))].flatMap((id) => (this.own.has(id) ? [[id, this.own.get(id)!] as const] : [])))
  }

  /** Puts in the place of parts of the statements what these stand for; a global pattern. */
  replace(pattern: RegExp, by: (part: string) => StatedLicence): void {
    for (const licence of this.known.values()) {
      if (licence.text.search(pattern) < 0) continue
      const parts = new Map<string, OwnLicence>()
      const text = licence.text.replace(pattern, (part) => {
        const stated = by(part)
        for (const [id, own] of stated.parts) parts.set(id, own)
        return stated.text
      })
      licence.text = kept(text)
      this.explain(licence, (id) => parts.get(id) ?? this.own.get(id))
    }
  }

  private explain(licence: Mutable<SaidLicence>, find: (id: string) => OwnLicence | undefined): void {
    const parts = [...new Set(licence.text.match(REFERENCE))].flatMap((id) => {
      const own = find(id)
      return own === undefined ? [] : [[id, own] as const]
    })
    if (parts.length === 0) return
    const only = <T>(pick: (own: OwnLicence) => T | undefined): Record<string, T> =>
      Object.fromEntries(parts.flatMap(([id, own]) => (pick(own) === undefined ? [] : [[id, pick(own)!]])))
    const addresses = only((own) => (own.addresses.length > 0 ? own.addresses : undefined))
    Object.assign(licence, withParts(licence, { references: only(({ words }) => words), texts: only(({ text }) => text), addresses }))
  }
}

/** One explanation of a licence; `ofList`: no more than a text beside one that everybody knows. */
interface Definition {
  readonly name: string | undefined
  readonly text: string | undefined
  readonly addresses: readonly string[]
  readonly ofList: boolean
}

/** Blanks, capitals and quotes, and how often a name says licence, make no other definition. A name may be missing. */
function agree(one: Definition, other: Definition): boolean {
  const isText = one.text === other.text || signsOf(one.text) === signsOf(other.text)
  if (one.ofList !== other.ofList || !isText) return false
  return one.name === undefined || other.name === undefined || nameOf(one.name) === nameOf(other.name)
}

const signsOf = (text = ''): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
const nameOf = (name: string): string =>
  signsOf(name)
    .replace(/\b(?:the|licen[cs]es?)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

function both(one: Definition, other: Definition): Definition {
  return { ...one, name: one.name ?? other.name, addresses: [...new Set([...one.addresses, ...other.addresses])] }
}

function asSaid({ name, text, addresses, ofList }: Definition): OwnLicence {
  if (ofList) return { words: undefined, text, addresses }
  return name === undefined ? { words: text, text: undefined, addresses } : { words: name, text, addresses }
}

/** Of a licence that is defined in several ways nobody knows which holds: all count, so that none makes it more open than another. */
class Definitions {
  private readonly said = new Set<string>()
  private readonly ofList: boolean
  private addresses: readonly string[]
  private length = 0

  constructor(first: Definition) {
    this.ofList = first.ofList
    this.addresses = first.addresses
    this.add(first)
  }

  add({ name, text, addresses }: Definition): this {
    const theirs = new Set(addresses)
    this.addresses = this.addresses.filter((one) => theirs.has(one))
    for (const one of [name, text]) {
      if (one === undefined || this.said.has(one) || this.length > WHOLE_LENGTH) continue
      this.said.add(one)
      this.length += one.length
    }
    return this
  }

  together(): OwnLicence {
    const { addresses } = this
    const all = keptText([...this.said].join('\n\n'))
    return this.ofList ? { words: undefined, text: all, addresses } : { words: all, text: undefined, addresses }
  }
}

function wordsOf(text: string | undefined): string | undefined {
  const words = stated(text)
  return words === undefined ? undefined : keptText(words.replace(WRAPPED, ''))
}
