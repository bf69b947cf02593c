import { Faults } from '../model/faults.ts'
import { FACTS, factEntry, type FactId } from '../model/facts.ts'
import { OPERATORS, operatorEntry, type OperatorId } from '../model/operators.ts'
import type { Condition, NamedList, Scalar, Scope } from '../model/policy.ts'
import { Problem, type ProblemPlace } from '../model/problem.ts'
import { fault, unknownKey } from './issue.ts'
import { meant } from './meant.ts'
import { notDefined, type Ids } from './references.ts'
import { assertValue } from './values.ts'
import type { Path, YamlFile } from './yaml.ts'

export type Lists = ReadonlyMap<string, NamedList>

/** What a condition may name. */
export interface Asked {
  readonly scope: Scope
  readonly lists: Lists
  readonly ids?: Ids | undefined
}

const GROUPS = ['all', 'any', 'not'] as const
const JOINED: readonly string[] = [...GROUPS, 'fact']

/** Reads the condition at `path`; every fact must be one of the scope, every operator one of the fact's type, every value one it can have. */
export function condition(yaml: YamlFile, data: unknown, path: Path, asked: Asked): Condition {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw fault('eine Bedingung ist all, any, not oder fact', 'a condition is all, any, not or fact', yaml.place(path))
  const entry = data as Record<string, unknown>
  for (const group of ['all', 'any'] as const) {
    if (!(group in entry)) continue
    only(yaml, entry, path, [group])
    const parts = entry[group]
    if (!Array.isArray(parts) || parts.length === 0)
      throw fault(`${group} braucht eine Liste von Bedingungen, jede nach einem Bindestrich`, `${group} needs a list of conditions, each after a hyphen`, yaml.place([...path, group])) // prettier-ignore
    const faults = new Faults()
    const conditions = parts.map((part, i) => faults.try(() => condition(yaml, part, [...path, group, i], asked)))
    faults.end()
    return group === 'all' ? { all: conditions as Condition[] } : { any: conditions as Condition[] }
  }
  if ('not' in entry) {
    only(yaml, entry, path, ['not'])
    return { not: condition(yaml, entry['not'], [...path, 'not'], asked) }
  }
  return test(yaml, entry, path, asked)
}

/** The fact must be one of the scope; one of another is named as such. */
export function assertFact(fact: string, scope: Scope, place: ProblemPlace): void {
  const known = (Object.keys(FACTS) as FactId[]).filter((id) => factEntry(id).scopes.includes(scope))
  if ((known as string[]).includes(fact)) return
  if (Object.hasOwn(FACTS, fact)) throw new Problem('E2114', { fact, scopes: factEntry(fact as FactId).scopes.join(', '), scope }, place)
  const near = meant(fact, known) ?? meant(fact, Object.keys(FACTS))
  throw unknownKey(fact, known, place, near)
}

function test(yaml: YamlFile, entry: Record<string, unknown>, path: Path, asked: Asked): Condition {
  if (!('fact' in entry)) throw noFact(yaml, entry, path)
  const fact = entry['fact'] as FactId
  assertFact(String(fact), asked.scope, yaml.place([...path, 'fact']))
  const { type } = factEntry(fact)
  const allowed = (Object.keys(OPERATORS) as OperatorId[]).filter((id) => operatorEntry(id).types.includes(type))
  for (const key of Object.keys(entry)) if (key !== 'fact' && !(allowed as string[]).includes(key)) throw noOperator(yaml, path, key, fact, allowed)
  const [operator, another] = allowed.filter((id) => id in entry)
  const options = allowed.join(', ')
  if (operator === undefined) throw fault(`${fact}: eines von ${options} fehlt`, `${fact}: one of ${options} is missing`, yaml.place(path))
  if (another !== undefined)
    throw fault(`${fact}: nur eines von ${operator} und ${another}; zwei Prüfungen gehören in all`, `${fact}: only one of ${operator} and ${another}; two tests belong in all`, yaml.keyPlace([...path, another])) // prettier-ignore
  const where = [...path, operator]
  const list = listNamed(entry[operator], yaml, where, asked.lists)
  const value = (list?.values ?? entry[operator]) as Scalar | readonly Scalar[]
  const values = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar]
  if (values.length === 0 || (Array.isArray(value) && !operatorEntry(operator).many))
    throw operatorEntry(operator).many
      ? fault(`${fact}: ${operator} braucht mindestens einen Wert`, `${fact}: ${operator} needs at least one value`, yaml.place(where))
      : fault(`${fact}: ${operator} braucht genau einen Wert`, `${fact}: ${operator} needs exactly one value`, yaml.place(where))
  const faults = new Faults()
  values.forEach((one, i) => {
    const at = Array.isArray(entry[operator]) ? [...where, i] : where
    const inList = list?.at?.[i]
    const place = inList === undefined ? yaml.place(at) : { file: list!.place.file, ...inList }
    faults.try(() => assertValue(fact, operator, one, { place, raw: list === undefined ? yaml.raw(at) : undefined }, asked.ids))
  })
  // where no value of a list fits, the list is of another kind, and what is wrong is that it is named here
  if (list !== undefined && faults.all.length === values.length && values.length > 1)
    throw noSuchList(`${fact} ${operator}`, list.id, faults.all[0]!, yaml.place([...where, 'list']))
  faults.end()
  return { fact, operator, value, ...(list !== undefined && { list: list.id }) }
} // prettier-ignore

function noSuchList(asked: string, list: string, first: Problem, place: ProblemPlace): Problem {
  const { file, line } = first.place
  return fault(
    `${asked}: kein Wert der Liste „${list}“ passt hierher; der erste (${file}:${line}): ${first.says('de')}`,
    `${asked}: no value of the list "${list}" fits here; the first (${file}:${line}): ${first.says('en')}`,
    place,
  )
}

/** What joins tests and is misspelt, or a test that names its fact in another way. */
function noFact(yaml: YamlFile, entry: Record<string, unknown>, path: Path): Problem {
  const [key = ''] = Object.keys(entry)
  const near = meant(key, GROUPS) ?? (Object.hasOwn(FACTS, key) ? 'fact' : meant(key, ['fact', ...GROUPS]))
  const place = key === '' ? yaml.place(path) : yaml.keyPlace([...path, key])
  if (Object.hasOwn(OPERATORS, key))
    return fault(`der Fakt fehlt: { fact: …, ${key}: … }`, `the fact is missing: { fact: …, ${key}: … }`, place)
  if (Object.hasOwn(FACTS, key))
    return fault(`{ fact: ${key}, … }: der Fakt steht hinter fact`, `{ fact: ${key}, … }: the fact stands after fact`, place)
  return unknownKey(key, ['fact', ...GROUPS], place, near)
}

function noOperator(yaml: YamlFile, path: Path, key: string, fact: FactId, allowed: readonly OperatorId[]): Problem {
  const place = yaml.keyPlace([...path, key])
  const { type } = factEntry(fact)
  const near = meant(key, allowed)
  // the word for an operator that other facts have is told as that operator
  const other = Object.hasOwn(OPERATORS, key) ? key : near === undefined ? meant(key, Object.keys(OPERATORS)) : undefined
  if (other !== undefined)
    return fault(
      `${fact}: ${other} gibt es nicht für diese Art von Fakt (${type}). Möglich: ${allowed.join(', ')}`,
      `${fact}: there is no ${other} for this type of fact (${type}). Possible: ${allowed.join(', ')}`,
      place,
    )
  return unknownKey(key, allowed, place, near)
}

/** `{ list: NAME }` in place of values. */
function listNamed(value: unknown, yaml: YamlFile, path: Path, lists: Lists): NamedList | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  only(yaml, value as Record<string, unknown>, path, ['list'])
  const name = String((value as { list?: unknown }).list)
  const found = lists.get(name)
  if (found !== undefined) return found
  throw notDefined(name, 'lists', lists.keys(), yaml.place([...path, 'list']))
}

function only(yaml: YamlFile, entry: Record<string, unknown>, path: Path, known: readonly string[]): void {
  for (const key of Object.keys(entry)) {
    if (known.includes(key)) continue
    if (known.length === 1 && JOINED.includes(key) && JOINED.includes(known[0]!))
      throw fault(
        `nur eines von ${JOINED.join(', ')} auf einer Ebene; hier stehen ${known[0]} und ${key}: eines als Teil unter das andere setzen`,
        `only one of ${JOINED.join(', ')} at one level; here are ${known[0]} and ${key}: put one of them as a part below the other`,
        yaml.keyPlace([...path, key]),
      )
    throw unknownKey(key, known, yaml.keyPlace([...path, key]))
  }
}
