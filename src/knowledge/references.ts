import { nearest } from '../model/nearest.ts'
import type { Condition, Policy } from '../model/policy.ts'
import { Problem, type ProblemPlace } from '../model/problem.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Words } from '../model/words.ts'

/** An id that nothing bears, with the one that was probably meant. */
export function notDefined(id: string, what: string, known: Iterable<string>, place: ProblemPlace): Problem {
  const near = nearest(id, [...known])
  const said: Words | string = near === undefined ? what : { de: `${what}; meinten Sie „${near}“?`, en: `${what}; did you mean "${near}"?` }
  return new Problem('E2105', { id, what: said }, place)
}

/** Facts whose values are ids of the register or of a layer. */
const REGISTERS = { maker: 'organisations', controller: 'organisations', layer: 'layers' } as const satisfies Record<string, string>

/** Every organisation and layer that a policy names must be there: a misspelt id would never hold, and nobody would notice. */
export function assertReferences(
  policies: readonly Policy[],
  { organisations, layers }: Pick<Knowledge, 'organisations' | 'layers'>,
): void {
  const ids = { organisations: new Set(organisations.keys()), layers: new Set(layers.map(({ id }) => id)) }
  const visit = (condition: Condition, { id: policy, place }: Policy): void => {
    if ('all' in condition) return condition.all.forEach((part) => visit(part, { id: policy, place } as Policy))
    if ('any' in condition) return condition.any.forEach((part) => visit(part, { id: policy, place } as Policy))
    if ('not' in condition) return visit(condition.not, { id: policy, place } as Policy)
    const { fact, operator, value } = condition
    if (!Object.hasOwn(REGISTERS, fact) || (operator !== 'is' && operator !== 'isNot')) return
    const known = ids[REGISTERS[fact as keyof typeof REGISTERS]]
    for (const one of [value].flat()) if (!known.has(String(one))) throw notDefined(String(one), `${policy}: ${fact}`, known, place)
  }
  for (const policy of policies) visit(policy.when, policy)
}
