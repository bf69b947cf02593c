/** What is not stated, or not written out. */
export const UNSTATED = 'NOASSERTION'
/** Longer expressions, and sets that contain themselves, are not written out: they count as not stated. */
const MAX_LENGTH = 100_000
/** So many licences within each other are written out. */
export const MAX_DEPTH = 64

/** The expression of a set; members of the other operator stand in brackets. Nothing longer than what is kept is put together, however many members there are. */
export function joined(members: Iterable<string>, operator: 'AND' | 'OR'): string {
  const other = ` ${operator === 'AND' ? 'OR' : 'AND'} `
  const parts: string[] = []
  let length = 0
  for (const member of members) {
    length += member.length
    if (length > MAX_LENGTH) return UNSTATED
    parts.push(member)
  }
  if (parts.length === 0) return UNSTATED
  return parts.map((part) => (parts.length > 1 && part.includes(other) ? `(${part})` : part)).join(` ${operator} `)
}

/** An expression as it is kept. */
export const kept = (expression: string): string => (expression.length > MAX_LENGTH ? UNSTATED : expression)
