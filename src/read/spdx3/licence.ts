import { joined, kept, MAX_DEPTH, UNSTATED } from '../spdx2/expression.ts'
import type { LinkedLicences } from '../../model/ports.ts'
import type { Licences } from '../spdx2/licences.ts'
import type { RawLicence } from '../spdx2/raw.ts'
import { fragment } from '../spdx2/rdf-graph.ts'
import { all, refs, text, type Element } from './element.ts'
import { Elsewhere } from './elsewhere.ts'

const LISTED = /^https?:\/\/(?:www\.)?spdx\.org\/licenses\/(.+)$/
/** Types that describe a licence or a part of one. */
const TYPES = /Licens|Addition|Operator$|^Element$/
/** A name in an expression. */
const NAME = /[A-Za-z0-9.:-]+/g
/** Marks of the templates that the licence list has, beside the words. */
const TEMPLATE = /<<[^<>]*>>/g

/** What gets to know the licences of a document. */
export interface Defined {
  define(licence: RawLicence): void
  /** The text that stands beside a licence of the list. */
  beside(id: string, text: string): void
}

/** Licences of the graph, written as the expressions that SPDX 2 has. */
export class Spdx3Licences {
  private readonly elements = new Map<string, Element>()
  private readonly written = new Map<string, string>()
  private readonly names = new Map<string, string>()
  /** How many licences would have that name. */
  private readonly taken = new Map<string, number>()
  private readonly defined: Defined
  /** Licences about which the document says nothing. */
  private readonly elsewhere = new Elsewhere()

  constructor(defined: Defined) {
    this.defined = defined
  }

  add(element: Element): void {
    if (TYPES.test(element.type)) this.elements.set(element.id, element)
  }

  /** What the document has to do with licences of others. */
  linked(own: Pick<Licences, 'partsOf' | 'replace'>): LinkedLicences {
    const { elsewhere, elements } = this
    return {
      own: () => undefined,
      addresses: [...elements.keys()].filter((id) => /^[a-z][a-z0-9+.-]*:/i.test(id)),
      stated: (address, others) => {
        const isPart = /Addition|Exception/.test(elements.get(address)?.type ?? '')
        const text = isPart ? this.addition(address) : this.expression(address)
        return elsewhere.resolved(text, own.partsOf(text), others)
      },
      link: (others) => {
        own.replace(Elsewhere.marks, (mark) => elsewhere.at(mark, others))
        return elsewhere.missing(others)
      },
    }
  }

  /** The expression of a licence by its id, which may be an address that the document says nothing about. */
  expression(id: string, depth = 0): string {
    const known = this.written.get(id)
    if (known !== undefined) return known
    if (depth > MAX_DEPTH) return UNSTATED
    // a set that is met again while it is written contains itself
    this.written.set(id, UNSTATED)
    const element = this.elements.get(id)
    const words = element === undefined ? this.plain(id) : this.write(element, depth + 1)
    const expression = kept(words)
    this.written.set(id, expression)
    return expression
  }

  private write(element: Element, depth: number): string {
    switch (element.type) {
      case 'LicenseExpression': return this.stated(element)
      case 'ConjunctiveLicenseSet': return joined(this.members(element, depth), 'AND')
      case 'DisjunctiveLicenseSet': return joined(this.members(element, depth), 'OR')
      case 'OrLaterOperator': return orLater(this.part(element, 'subjectLicense', depth))
      case 'WithAdditionOperator': return `${this.part(element, 'subjectExtendableLicense', depth)} WITH ${this.addition(refs(element, 'subjectAddition')[0])}`
      case 'CustomLicense': case 'SimpleLicensingText': return this.own(element, 'LicenseRef', 'licenseText')
      case 'ListedLicense': return this.listed(element)
    } // prettier-ignore
    // a licence by its name alone: AnyLicenseInfo, or an Element that is called NOASSERTION
    return text(element, 'name') ?? this.plain(element.id)
  }

  private *members(element: Element, depth: number): Generator<string> {
    for (const id of refs(element, 'member')) yield this.expression(id, depth)
  }

  /** An expression; what its `LicenseRef-`s stand for is given by address. */
  private stated(element: Element): string {
    const marks = new Map<string, string>()
    for (const entry of all(element, 'customIdToUri')) {
      if (typeof entry === 'string') continue
      const [key, address] = [text(entry, 'key'), text(entry, 'value')]
      if (key === undefined || address === undefined) continue
      const own = this.elements.get(address)
      if (own !== undefined) {
        const name = this.nameOf(own, key)
        if (name !== key) marks.set(key, name)
        this.define(name, own, own.values.has('additionText') ? 'additionText' : 'licenseText')
      } else marks.set(key, this.elsewhere.mark(address, key.startsWith('AdditionRef-') ? 'AdditionRef' : 'LicenseRef', key))
    }
    const said = text(element, 'licenseExpression') ?? UNSTATED
    return marks.size === 0 ? said : said.replace(NAME, (name) => marks.get(name) ?? name)
  }

  private own(element: Element, kind: 'LicenseRef' | 'AdditionRef', words: 'licenseText' | 'additionText'): string {
    const written = `${kind}-${fragment(element.id)
      .split(`${kind}-`)
      .at(-1)!
      .replace(/[^A-Za-z0-9.-]/g, '-')}`
    const id = this.nameOf(element, written)
    this.define(id, element, words)
    return id
  }

  /** A name that no other licence of the document has: addresses may end alike. */
  private nameOf(element: Element, wanted: string): string {
    const key = `${wanted} ${element.id}`
    const known = this.names.get(key)
    if (known !== undefined) return known
    const others = this.taken.get(wanted) ?? 0
    const name = others === 0 ? wanted : `${wanted}-of-${others + 1}`
    this.taken.set(wanted, others + 1)
    this.names.set(key, name)
    return name
  }

  /** A licence of the list keeps its id; the text that the document has for it stays beside it. */
  private listed(element: Element): string {
    const id = LISTED.exec(element.id)?.[1] ?? text(element, 'name') ?? fragment(element.id)
    const words = text(element, 'licenseText')
    if (words !== undefined) this.defined.beside(id, words.replace(TEMPLATE, ' '))
    return id
  }

  /** What stands behind WITH: an exception of the list, or words of the document's own. */
  private addition(id: string | undefined): string {
    if (id === undefined) return UNSTATED
    const listed = LISTED.exec(id)?.[1]
    if (listed !== undefined) return listed
    const element = this.elements.get(id)
    if (element?.type === 'ListedLicenseException') return text(element, 'name') ?? fragment(id)
    if (element !== undefined) return this.own(element, 'AdditionRef', 'additionText')
    return this.elsewhere.mark(id, 'AdditionRef', `AdditionRef-${fragment(id).replace(/^AdditionRef-/, '').replace(/[^A-Za-z0-9.-]/g, '-')}`) // prettier-ignore
  }

  private define(id: string, element: Element, words: 'licenseText' | 'additionText'): void {
    const addresses = all(element, 'seeAlso').map((one) => (typeof one === 'string' ? one : undefined))
    this.defined.define({ id, name: text(element, 'name'), text: text(element, words), addresses })
  }

  private part(element: Element, name: string, depth: number): string {
    const [id] = refs(element, name)
    return id === undefined ? UNSTATED : this.expression(id, depth)
  }

  /** The id of a listed licence, or of one of the two individuals that say that there is none or that nothing is said. */
  private plain(id: string): string {
    const listed = LISTED.exec(id)?.[1]
    const name = listed ?? fragment(id)
    if (/^(?:expandedlicensing_)?NoAssertion/i.test(name)) return UNSTATED
    if (/^(?:expandedlicensing_)?None(?:License|Element)?$/i.test(name)) return 'NONE'
    if (listed !== undefined) return listed
    return this.elsewhere.mark(id, 'LicenseRef', /^(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-/.test(name) ? name : UNSTATED)
  }
}

function orLater(licence: string): string {
  return /-(?:only|or-later)$/.test(licence) ? licence.replace(/-only$/, '-or-later') : `${licence}+`
}
