import { joined, kept, MAX_DEPTH, UNSTATED } from '../spdx2/expression.ts'
import { fragment } from '../spdx2/rdf-graph.ts'
import { all, refs, text, type Element } from './element.ts'

const LISTED = /^https?:\/\/(?:www\.)?spdx\.org\/licenses\/(.+)$/
/** Types that describe a licence or a part of one. */
const TYPES = /Licens|Addition|^Element$/

/** Licences of the graph, written as the expressions that SPDX 2 has. */
export class Spdx3Licences {
  private readonly elements = new Map<string, Element>()
  private readonly written = new Map<string, string>()
  private readonly define: (id: string, name: string | undefined, words: string | undefined) => void

  /** `define` gets what the document says about a `LicenseRef-` of its own. */
  constructor(define: (id: string, name: string | undefined, words: string | undefined) => void) {
    this.define = define
  }

  add(element: Element): void {
    if (TYPES.test(element.type)) this.elements.set(element.id, element)
  }

  /** The expression of a licence by its id, which may be an address that the document says nothing about. */
  expression(id: string, depth = 0): string {
    const known = this.written.get(id)
    if (known !== undefined) return known
    if (depth > MAX_DEPTH) return UNSTATED
    // a set that is met again while it is written contains itself
    this.written.set(id, UNSTATED)
    const element = this.elements.get(id)
    const words = element === undefined ? plain(id) : this.write(element, depth + 1)
    const expression = kept(words)
    this.written.set(id, expression)
    return expression
  }

  private write(element: Element, depth: number): string {
    switch (element.type) {
      case 'LicenseExpression': return this.stated(element)
      case 'ConjunctiveLicenseSet': return joined(this.members(element, depth), 'AND')
      case 'DisjunctiveLicenseSet': return joined(this.members(element, depth), 'OR')
      case 'OrLaterOperator': return `${this.part(element, 'subjectLicense', depth)}+`
      case 'WithAdditionOperator': return `${this.part(element, 'subjectExtendableLicense', depth)} WITH ${plain(refs(element, 'subjectAddition')[0] ?? UNSTATED)}`
      case 'CustomLicense': case 'SimpleLicensingText': return this.own(element)
      case 'ListedLicense': return plain(element.id)
    } // prettier-ignore
    // a licence by its name alone: AnyLicenseInfo, or an Element that is called NOASSERTION
    return text(element, 'name') ?? plain(element.id)
  }

  private *members(element: Element, depth: number): Generator<string> {
    for (const id of refs(element, 'member')) yield this.expression(id, depth)
  }

  /** An expression; what its `LicenseRef-`s stand for is given by address. */
  private stated(element: Element): string {
    for (const entry of all(element, 'customIdToUri')) {
      if (typeof entry === 'string') continue
      const own = this.elements.get(text(entry, 'value') ?? '')
      const key = text(entry, 'key')
      if (key !== undefined && own !== undefined) this.define(key, text(own, 'name'), text(own, 'licenseText'))
    }
    return text(element, 'licenseExpression') ?? UNSTATED
  }

  private own(element: Element): string {
    const id = `LicenseRef-${fragment(element.id)
      .replace(/^.*LicenseRef-/, '')
      .replace(/[^A-Za-z0-9.-]/g, '-')}`
    this.define(id, text(element, 'name'), text(element, 'licenseText'))
    return id
  }

  private part(element: Element, name: string, depth: number): string {
    const [id] = refs(element, name)
    return id === undefined ? UNSTATED : this.expression(id, depth)
  }
}

/** The id of a listed licence, or of one of the two individuals that say that there is none or that nothing is said. */
function plain(id: string): string {
  const name = LISTED.exec(id)?.[1] ?? fragment(id)
  if (/^(?:expandedlicensing_)?NoAssertion/i.test(name)) return UNSTATED
  return /^(?:expandedlicensing_)?None(?:License|Element)?$/i.test(name) ? 'NONE' : name
}
