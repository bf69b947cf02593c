import { FACTS, factEntry, type FactId } from '../model/facts.ts'
import { isDay } from '../model/days.ts'
import { nearest } from '../model/nearest.ts'
import { MOST_OF_A_PATTERN, OPERATORS, operatorEntry, type OperatorId } from '../model/operators.ts'
import type { Condition, NamedList, Scalar, Scope } from '../model/policy.ts'
import { Problem, type ProblemPlace } from '../model/problem.ts'
import { versionRange } from '../model/version.ts'
import type { Words } from '../model/words.ts'
import { typeWords, valueWords } from './issue.ts'
import { notDefined } from './references.ts'
import type { Path, YamlFile } from './yaml.ts'

export type Lists = ReadonlyMap<string, NamedList>

const fault = (de: string, en: string, place: ProblemPlace) => new Problem('E2103', { what: { de, en } }, place)
const ofFact = (fact: string, words: Words, place: ProblemPlace) => fault(`${fact}: ${words.de}`, `${fact}: ${words.en}`, place)

/** Reads the condition at `path`; every fact must be one of the scope, every operator one of the fact's type, every value one it can have. */
export function condition(yaml: YamlFile, data: unknown, path: Path, scope: Scope, lists: Lists): Condition {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw fault('eine Bedingung ist all, any, not oder fact', 'a condition is all, any, not or fact', yaml.place(path))
  const entry = data as Record<string, unknown>
  for (const group of ['all', 'any'] as const) {
    if (!(group in entry)) continue
    only(yaml, entry, path, [group])
    const parts = entry[group]
    if (!Array.isArray(parts) || parts.length === 0)
      throw fault(`${group} braucht eine Liste von Bedingungen`, `${group} needs a list of conditions`, yaml.place([...path, group]))
    const conditions = parts.map((part, i) => condition(yaml, part, [...path, group, i], scope, lists))
    return group === 'all' ? { all: conditions } : { any: conditions }
  }
  if ('not' in entry) {
    only(yaml, entry, path, ['not'])
    return { not: condition(yaml, entry['not'], [...path, 'not'], scope, lists) }
  }
  return test(yaml, entry, path, scope, lists)
}

/** The fact must be one of the scope. */
export function assertFact(fact: string, scope: Scope, place: ProblemPlace): void {
  const known = (Object.keys(FACTS) as FactId[]).filter((id) => factEntry(id).scopes.includes(scope))
  if ((known as string[]).includes(fact)) return
  throw new Problem('E2102', { key: fact, near: nearest(fact, known) ?? known[0]!, known: known.join(', ') }, place)
}

/** A value that an example gives to a fact of its scope must be of its type, and one it can have. */
export function assertExample(fact: FactId, value: unknown, place: ProblemPlace): void {
  const { type, values } = factEntry(fact)
  const range = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (type === 'interval' && (range || typeof value === 'number')) return
  const wanted = { text: 'string', version: 'string', date: 'string', number: 'number', truth: 'boolean', interval: 'number' }[type]
  for (const one of Array.isArray(value) && type === 'text' ? (value as unknown[]) : [value]) {
    if (typeof one !== wanted) throw ofFact(fact, typeWords(wanted, one), place)
    if (values !== undefined && !values.includes(String(one))) throw ofFact(fact, valueWords(one, values), place)
  }
}

function test(yaml: YamlFile, entry: Record<string, unknown>, path: Path, scope: Scope, lists: Lists): Condition {
  const fact = entry['fact'] as FactId
  assertFact(String(fact ?? Object.keys(entry)[0] ?? ''), scope, yaml.place([...path, 'fact']))
  const allowed = (Object.keys(OPERATORS) as OperatorId[]).filter((id) => operatorEntry(id).types.includes(factEntry(fact).type))
  only(yaml, entry, path, ['fact', ...allowed])
  const [operator, another] = allowed.filter((id) => id in entry)
  const options = allowed.join(', ')
  if (operator === undefined) throw fault(`${fact}: eines von ${options} fehlt`, `${fact}: one of ${options} is missing`, yaml.place(path))
  if (another !== undefined)
    throw fault(`${fact}: nur eines von ${operator} und ${another}; zwei Prüfungen gehören in all`, `${fact}: only one of ${operator} and ${another}; two tests belong in all`, yaml.keyPlace([...path, another])) // prettier-ignore
  const where = [...path, operator]
  const list = listNamed(entry[operator], yaml, where, lists)
  const value = (list?.values ?? entry[operator]) as Scalar | readonly Scalar[]
  const values = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar]
  if (values.length === 0 || (Array.isArray(value) && !operatorEntry(operator).many))
    throw fault(`${fact}: ${operator} braucht genau einen Wert`, `${fact}: ${operator} needs exactly one value`, yaml.place(where))
  values.forEach((one, i) => assertValue(fact, operator, one, yaml.place(Array.isArray(entry[operator]) ? [...where, i] : where)))
  return { fact, operator, value, ...(list !== undefined && { list: list.id }) }
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

function assertValue(fact: FactId, operator: OperatorId, value: unknown, place: ProblemPlace): void {
  const { value: kind } = operatorEntry(operator)
  const { type, values } = factEntry(fact)
  const wanted = kind === 'fact' ? { truth: 'boolean', number: 'number' }[type as string] ?? 'string' : kind === 'number' ? 'number' : 'string' // prettier-ignore
  if (typeof value !== wanted) throw ofFact(fact, typeWords(wanted, value), place)
  const text = String(value)
  if (kind === 'fact' && values !== undefined && !values.includes(text)) throw ofFact(fact, valueWords(value, values), place)
  if (kind === 'day' && !isDay(text)) throw fault(`${fact}: ein Tag als JJJJ-MM-TT, in Anführungszeichen`, `${fact}: a day as YYYY-MM-DD, in quotes`, place) // prettier-ignore
  if (kind === 'range' && versionRange(text) === undefined)
    throw fault(`${fact}: „${text}“ ist kein Versionsbereich wie ">=2.0 <3.0"`, `${fact}: "${text}" is no range of versions like ">=2.0 <3.0"`, place) // prettier-ignore
  if (operator === 'matches' && text.length > MOST_OF_A_PATTERN)
    throw fault(`${fact}: ein Muster hat höchstens ${MOST_OF_A_PATTERN} Zeichen`, `${fact}: a pattern has at most ${MOST_OF_A_PATTERN} characters`, place) // prettier-ignore
  if (operator.startsWith('within') && !(Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 12_000))
    throw fault(`${fact}: eine ganze Zahl von 0 bis 12000`, `${fact}: a whole number from 0 to 12000`, place)
}

function only(yaml: YamlFile, entry: Record<string, unknown>, path: Path, known: readonly string[]): void {
  for (const key of Object.keys(entry)) {
    if (known.includes(key)) continue
    throw new Problem('E2102', { key, near: nearest(key, known) ?? known[0]!, known: known.join(', ') }, yaml.keyPlace([...path, key]))
  }
}
