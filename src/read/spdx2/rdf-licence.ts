import { fragment, type Node, type Value } from './rdf-graph.ts'

/** Longer expressions, and sets that contain themselves, are not written out: they count as not stated. */
const MAX_LENGTH = 100_000
const MAX_DEPTH = 64
const UNSTATED = 'NOASSERTION'
const LISTED = /^https?:\/\/(?:www\.)?spdx\.org\/licenses\/(.+?)(?:\.html)?$/

/** Writes licence nodes as the expressions that the other forms of SPDX have. */
export class RdfLicences {
  private readonly graph: ReadonlyMap<string, Node>
  private readonly written = new Map<string, string>()

  constructor(graph: ReadonlyMap<string, Node>) {
    this.graph = graph
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
    const text = node === undefined ? plain(value.key) : this.node(node, depth + 1)
    const kept = text.length > MAX_LENGTH ? UNSTATED : text
    this.written.set(value.key, kept)
    return kept
  }

  private node(node: Node, depth: number): string {
    const { types } = node
    const members = () => (node.properties.get('member') ?? []).map((member) => this.value(member, depth))
    if (types.has('ConjunctiveLicenseSet')) return join(members(), 'AND', 'OR')
    if (types.has('DisjunctiveLicenseSet')) return join(members(), 'OR', 'AND')
    if (types.has('OrLaterOperator')) return `${members()[0] ?? UNSTATED}+`
    if (types.has('WithExceptionOperator')) {
      const [exception] = node.properties.get('licenseException') ?? []
      return `${members()[0] ?? UNSTATED} WITH ${exception === undefined ? UNSTATED : this.exception(exception)}`
    }
    const [id] = node.properties.get('licenseId') ?? []
    return id !== undefined && 'text' in id && id.text !== '' ? id.text : plain(node.key)
  }

  private exception(value: Value): string {
    if ('text' in value) return value.text
    const [id] = this.graph.get(value.key)?.properties.get('licenseExceptionId') ?? []
    return id !== undefined && 'text' in id ? id.text : fragment(value.key)
  }
}

function plain(key: string): string {
  const name = LISTED.exec(key)?.[1] ?? fragment(key)
  return name === 'noassertion' || key.startsWith('_:') ? UNSTATED : name === 'none' ? 'NONE' : name
}

/** Members of the other operator stand in brackets. */
function join(members: readonly string[], operator: 'AND' | 'OR', other: 'AND' | 'OR'): string {
  if (members.length === 0) return UNSTATED
  return members.map((member) => (members.length > 1 && member.includes(` ${other} `) ? `(${member})` : member)).join(` ${operator} `)
}
