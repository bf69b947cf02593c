/** A licence of the register, perhaps with an exception. */
export interface LicenceNode {
  readonly kind: 'licence'
  readonly id: string
  readonly plus?: true
  readonly exception?: string
}

/** A part that could not be read. */
export interface UnreadNode {
  readonly kind: 'unread'
  readonly text: string
}

/**
 * `either`: it is not said whether the parts are a choice or all apply (`GPL/commercial`).
 */
export interface JoinNode {
  readonly kind: 'and' | 'or' | 'either'
  readonly parts: readonly Node[]
}

export type Node = LicenceNode | UnreadNode | JoinNode

export function unread(text: string): UnreadNode {
  return { kind: 'unread', text }
}

/** Joins parts, flattens what is joined the same way, and leaves out repetitions. */
export function join(kind: JoinNode['kind'], parts: readonly Node[]): Node {
  const flat = new Map<string, Node>()
  for (const part of parts) {
    for (const inner of part.kind === kind ? part.parts : [part]) flat.set(format(inner), inner)
  }
  const [first, second] = flat.values()
  return first !== undefined && second === undefined ? first : { kind, parts: [...flat.values()] }
}

const OPERATOR = { and: ' AND ', or: ' OR ', either: ' OR ' } as const
const REFERENCE_LENGTH = 60

/** The SPDX expression; what could not be read stands in it as a `LicenseRef-` of its own words. */
export function format(node: Node, within?: JoinNode['kind']): string {
  if (node.kind === 'unread') return reference(node.text)
  if (node.kind === 'licence') return node.id + (node.plus ? '+' : '') + (node.exception === undefined ? '' : ` WITH ${node.exception}`)
  const text = node.parts.map((part) => format(part, node.kind)).join(OPERATOR[node.kind])
  return within === undefined ? text : `(${text})`
}

function reference(text: string): string {
  if (/^(?:DocumentRef-[\w.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/.test(text)) return text
  const words = text
    .replace(/^LicenseRef-/i, '')
    .slice(0, REFERENCE_LENGTH)
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '')
  return `LicenseRef-${words === '' ? 'unread' : words}`
}

export function leaves(node: Node): readonly (LicenceNode | UnreadNode)[] {
  return node.kind === 'licence' || node.kind === 'unread' ? [node] : node.parts.flatMap(leaves)
}
