/** Deeper brackets are no licence. */
const DEEPEST = 64
const OWN = /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/

/** A part of an expression; what is joined keeps its members, so that what is joined the same way becomes one. */
interface Part {
  readonly text: string
  readonly join?: 'AND' | 'OR'
  readonly members: readonly Part[]
}

/**
 * An SPDX expression as audits have it: identifiers of the register in their own spelling, brackets only where they are needed, nothing
 * twice. `named`: how the register calls an identifier. `undefined` if it is no expression, or names what the register does not know.
 */
export function licenceForm(said: string, named: (id: string) => string | undefined): string | undefined {
  const words = said.match(/[()]|[^\s()]+/g) ?? []
  let at = 0
  let depth = 0
  const is = (word: string) => words[at]?.toUpperCase() === word
  const took = (word: string) => is(word) && at++ >= 0

  const joined = (join: 'AND' | 'OR', operand: () => Part | undefined): Part | undefined => {
    const parts: Part[] = []
    do {
      const part = operand()
      if (part === undefined) return undefined
      parts.push(...(part.join === join ? part.members : [part]))
    } while (took(join))
    const members = [...new Map(parts.map((part) => [part.text, part])).values()]
    if (members.length === 1) return members[0]
    return { join, members, text: members.map((part) => (part.join === undefined ? part.text : `(${part.text})`)).join(` ${join} `) }
  }
  const single = (): Part | undefined => {
    if (took('(')) {
      const inner = ++depth > DEEPEST ? undefined : either()
      depth--
      return took(')') ? inner : undefined
    }
    const id = nameOf(words[at++] ?? '', named)
    if (id === undefined) return undefined
    if (!took('WITH')) return { text: id, members: [] }
    const exception = named(words[at++] ?? '')
    return exception === undefined ? undefined : { text: `${id} WITH ${exception}`, members: [] }
  }
  const either = (): Part | undefined => joined('OR', () => joined('AND', single))

  const whole = either()
  return at === words.length ? whole?.text : undefined
}

function nameOf(id: string, named: (id: string) => string | undefined): string | undefined {
  if (OWN.test(id)) return named(id) ?? id
  const whole = named(id)
  if (whole !== undefined || !id.endsWith('+')) return whole
  const plain = named(id.slice(0, -1))
  return plain === undefined ? undefined : `${plain}+`
}
