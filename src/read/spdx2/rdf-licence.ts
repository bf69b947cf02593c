import { joined, kept, MAX_DEPTH, UNSTATED } from './expression.ts'
import { fragment, type Node, type Value } from './rdf-graph.ts'

const LISTED = /^https?:\/\/(?:www\.)?spdx\.org\/licenses\/(.+?)(?:\.html)?$/
/** What a document calls licences of its own. */
const OWN = /^(?:LicenseRef|AdditionRef)-/

/** Writes licence nodes as the expressions that the other forms of SPDX have. */
export class RdfLicences {
  private readonly graph: ReadonlyMap<string, Node>
  /** What another document's element is called here, `DocumentRef-x:LicenseRef-1`; `undefined` for one of this document. */
  private readonly foreign: (key: string) => string | undefined
  private readonly written = new Map<string, string>()

  constructor(graph: ReadonlyMap<string, Node>, foreign: (key: string) => string | undefined) {
    this.graph = graph
    this.foreign = foreign
  }

  expression(values: readonly Value[] | undefined): string | undefined {
    const [value] = values ?? []
    return value === undefined ? undefined : this.value(value, 0)
  }

  private value(value: Value, depth: number): string {
    if ('text' in value) return value.text
    const known = this.written.get(value.key)
    if (known !== undefined) return known
    const node = this.graph.get(value.key)
    if (depth > MAX_DEPTH) return UNSTATED
    // a set that is met again while it is written contains itself
    this.written.set(value.key, UNSTATED)
    const text = node === undefined ? this.plain(value.key) : this.node(node, depth + 1)
    const expression = kept(text)
    this.written.set(value.key, expression)
    return expression
  }

  private node(node: Node, depth: number): string {
    const { types } = node
    const members = this.members(node, depth)
    if (types.has('ConjunctiveLicenseSet')) return joined(members, 'AND')
    if (types.has('DisjunctiveLicenseSet')) return joined(members, 'OR')
    if (types.has('OrLaterOperator')) return `${members.next().value ?? UNSTATED}+`
    if (types.has('WithExceptionOperator')) {
      const [exception] = node.properties.get('licenseException') ?? []
      return `${members.next().value ?? UNSTATED} WITH ${exception === undefined ? UNSTATED : this.exception(exception)}`
    }
    const [id] = node.properties.get('licenseId') ?? []
    return id !== undefined && 'text' in id && id.text !== '' ? id.text : this.plain(node.key)
  }

  private *members(node: Node, depth: number): Generator<string, undefined> {
    for (const member of node.properties.get('member') ?? []) yield this.value(member, depth)
  }

  private exception(value: Value): string {
    if ('text' in value) return value.text
    const [id] = this.graph.get(value.key)?.properties.get('licenseExceptionId') ?? []
    return id !== undefined && 'text' in id ? id.text : fragment(value.key)
  }

  private plain(key: string): string {
    const name = LISTED.exec(key)?.[1] ?? fragment(key)
    if (name === 'noassertion' || key.startsWith('_:')) return UNSTATED
    return name === 'none' ? 'NONE' : ((OWN.test(name) ? this.foreign(key) : undefined) ?? name)
  }
}
