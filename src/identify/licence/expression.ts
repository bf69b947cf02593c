import parse from 'spdx-expression-parse'
import { join, unread, type LicenceNode, type Node } from './tree.ts'
import { TEXT_LIMIT } from './normalise.ts'

/** Deeper brackets are no licence but an attack. */
export const DEPTH_LIMIT = 64

/** As many pieces of a text hold its first two words, also where a bracket stands before them. */
const FIRST_WORDS = 4

/** Turns one identifier as written into what the register calls it; `undefined` if it does not know it. */
export type Resolve = (id: string, plus: boolean) => Node | undefined

/**
 * Reads a valid SPDX expression. The grammar is spdx-expression-parse's, which knows neither limits nor one kind of error:
 * everything it throws means "not an expression".
 */
export function parseExpression(text: string, resolve: Resolve): Node | undefined {
  if (text.length > TEXT_LIMIT || !mayBe(text, resolve) || depth(text) > DEPTH_LIMIT) return undefined
  try {
    return toNode(parse(text.replace(/\s+/g, ' ').trim()), resolve)
  } catch {
    return undefined
  }
}

/** The first word of an expression is an identifier and the second an operator. To be told otherwise by an error takes much longer. */
function mayBe(text: string, resolve: Resolve): boolean {
  const [first, second] = text.split(/[\s()]+/, FIRST_WORDS).filter((word) => word !== '')
  if (first === undefined || (second !== undefined && !/^(?:and|or|with|\+)$/i.test(second))) return false
  return /(?:LicenseRef|DocumentRef)-/.test(first) || resolve(first.replace(/\+$/, ''), false) !== undefined
}

/** Greatest depth of brackets. */
export function depth(text: string): number {
  let now = 0
  let deepest = 0
  for (const sign of text) {
    if (sign === '(') deepest = Math.max(deepest, ++now)
    else if (sign === ')') now--
  }
  return deepest
}

function toNode(info: parse.Info, resolve: Resolve): Node {
  if ('conjunction' in info) return join(info.conjunction, [toNode(info.left, resolve), toNode(info.right, resolve)])
  const node = resolve(info.license, info.plus === true) ?? unread(info.license)
  return info.exception === undefined ? node : withException(node, info.exception)
}

/** Puts an exception on a licence, or on every licence of a choice. */
export function withException(node: Node, exception: string): Node {
  if (node.kind === 'licence') return { ...node, exception } satisfies LicenceNode
  return node.kind === 'unread'
    ? node
    : join(
        node.kind,
        node.parts.map((part) => withException(part, exception)),
      )
}
