import type { Condition, NamedList, Policy } from '../model/policy.ts'
import { Problem, type ProblemPlace } from '../model/problem.ts'
import type { Words } from '../model/words.ts'
import { meant } from './meant.ts'

/** More than this many known ids are not listed in a message. */
const FEW = 30

/** An id that nothing bears, with the one that was probably meant, and those that there are where they are few. */
export function notDefined(id: string, what: string, known: Iterable<string>, place: ProblemPlace): Problem {
  const all = [...known]
  const near = shortened(id, all) ?? meant(id, all)
  const few = all.length > 0 && all.length <= FEW ? { de: `; vorhanden: ${all.join(', ')}`, en: `; there are: ${all.join(', ')}` } : { de: '', en: '' } // prettier-ignore
  const said: Words = {
    de: `${what}${near === undefined ? '' : `; meinten Sie „${near}“?`}${few.de}`,
    en: `${what}${near === undefined ? '' : `; did you mean "${near}"?`}${few.en}`,
  }
  return new Problem('E2105', { id, what: said }, place)
}

/** The id of an organisation that is named in full: „SAP Deutschland SE & Co. KG“ is `sap` where nothing longer is there. */
function shortened(said: string, all: readonly string[]): string | undefined {
  const words = said.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').split(/[^a-z0-9]+/).filter(Boolean) // prettier-ignore
  const known = new Set(all)
  for (let end = words.length; end > 0; end--) {
    const id = words.slice(0, end).join('-')
    if (known.has(id)) return id
  }
  return undefined
}

interface Known {
  has(id: string): boolean
  keys(): Iterable<string>
}

/** Ids that facts can have as values. */
export interface Ids {
  readonly organisations: Known
  readonly layers: Known
  /** Ids of products; asked for only where a policy names one, for then all makers have to be looked through. */
  readonly products?: () => ReadonlySet<string>
  /** How the register of licences calls an identifier, an exception or another spelling, whatever its case; `undefined`: it does not. */
  readonly licence?: (said: string) => string | undefined
}

/** Facts whose values are ids of the register or of a layer. */
const REGISTERS = { maker: 'organisations', controller: 'organisations', layer: 'layers' } as const satisfies Record<string, keyof Ids>

/** An organisation or layer that is named must be there: a misspelt id would never hold, and nobody would notice. */
export function assertKnownId(fact: string, id: string, ids: Ids, place: ProblemPlace, what = fact): void {
  if (!Object.hasOwn(REGISTERS, fact)) return
  const known = ids[REGISTERS[fact as keyof typeof REGISTERS]]
  if (!known.has(id)) throw notDefined(id, what, known.keys(), place)
}

/** The same for all policies together, where a list or a register has been laid over that they were read with. */
export function assertReferences(policies: readonly Policy[], ids: Ids, lists: readonly NamedList[] = []): void {
  const visit = (condition: Condition, policy: Policy): void => {
    if ('all' in condition) return condition.all.forEach((part) => visit(part, policy))
    if ('any' in condition) return condition.any.forEach((part) => visit(part, policy))
    if ('not' in condition) return visit(condition.not, policy)
    const { fact, operator, value, list } = condition
    if (operator !== 'is' && operator !== 'isNot') return
    const named = list === undefined ? undefined : lists.find(({ id }) => id === list)
    for (const [i, one] of [value].flat().entries()) {
      const at = named?.at?.[i]
      const place = at === undefined ? policy.place : { file: named!.place.file, ...at }
      assertKnownId(fact, String(one), ids, place, `${policy.id}: ${fact}`)
    }
  }
  for (const policy of policies) visit(policy.when, policy)
}
