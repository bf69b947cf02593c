import { countryMeant, isCountry } from '../model/countries.ts'
import { isDate, isDay } from '../model/days.ts'
import { FACT_NOTES, SCALES } from '../model/fact-notes.ts'
import { factEntry, type FactId } from '../model/facts.ts'
import { MOST_OF_A_PATTERN, operatorEntry, type OperatorId } from '../model/operators.ts'
import type { ProblemPlace } from '../model/problem.ts'
import { isEmptyRange, versionRange } from '../model/version.ts'
import type { Words } from '../model/words.ts'
import { assertForm } from './forms.ts'
import { fault, isEndless, quoted, typeWords, valueWords, isDayless, noSuchDay } from './issue.ts'
import { meant } from './meant.ts'
import { assertKnownId, type Ids } from './references.ts'

const TYPES = { text: 'string', version: 'string', date: 'string', number: 'number', truth: 'boolean', interval: 'number' } as const

/** Where a value stands, and how it is written there. */
export interface Written {
  readonly place: ProblemPlace
  readonly raw?: string | undefined
}

const ofFact = (fact: string, { de, en }: Words, place: ProblemPlace) => fault(`${fact}: ${de}`, `${fact}: ${en}`, place)

/** A value that a test compares a fact with: of the operator's kind, and one that the fact can have. */
export function assertValue(fact: FactId, operator: OperatorId, value: unknown, written: Written, ids?: Ids): void {
  const { place } = written
  const { value: kind } = operatorEntry(operator)
  const { type } = factEntry(fact)
  const wanted = kind === 'fact' ? TYPES[type] : kind === 'number' ? 'number' : kind === 'truth' ? 'boolean' : 'string'
  assertType(fact, wanted, value, written)
  const text = String(value)
  if (kind === 'fact') assertKnownValue(fact, value, place, ids)
  if (kind === 'fact' || operator === 'matches') assertForm(fact, operator, text, place, ids)
  if (kind === 'day' && !isDay(text)) throw ofFact(fact, dayWords(text, false), place)
  if (kind === 'range') assertRange(fact, text, place)
  if (operator === 'matches' && text.length > MOST_OF_A_PATTERN)
    throw fault(`${fact}: ein Muster hat höchstens ${MOST_OF_A_PATTERN} Zeichen`, `${fact}: a pattern has at most ${MOST_OF_A_PATTERN} characters`, place) // prettier-ignore
  if (operator.startsWith('within')) {
    if (!(Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 12_000))
      throw fault(`${fact}: eine ganze Zahl von 0 bis 12000`, `${fact}: a whole number from 0 to 12000`, place)
  } else if (typeof value === 'number') assertOnScale(fact, value, place)
}

/** A value that an example gives to a fact of its scope. */
export function assertExample(fact: FactId, value: unknown, written: Written, ids?: Ids): void {
  const { place } = written
  const { type } = factEntry(fact)
  if (value === null)
    throw fault(`${fact}: für „trifft nicht zu“ steht does-not-apply, für „nicht bekannt“ bleibt der Fakt weg`, `${fact}: "does not apply" is written does-not-apply; what is not known is left out`, place) // prettier-ignore
  if (value === NOT_APPLICABLE) return
  if (typeof value === 'object' && !Array.isArray(value)) {
    const { low, high } = value as { low: number; high: number }
    if (type !== 'interval') throw ofFact(fact, typeWords(TYPES[type], value), place)
    if (low > high) throw fault(`${fact}: low (${low}) ist größer als high (${high})`, `${fact}: low (${low}) is greater than high (${high})`, place) // prettier-ignore
    for (const end of [low, high]) assertOnScale(fact, end, place)
    return
  }
  for (const one of Array.isArray(value) && type === 'text' ? (value as unknown[]) : [value]) {
    assertType(fact, TYPES[type], one, written)
    if (type === 'date' && !isDate(String(one))) throw ofFact(fact, dayWords(String(one), true), place)
    if (typeof one === 'number') assertOnScale(fact, one, place)
    assertKnownValue(fact, one, place, ids)
    assertForm(fact, undefined, String(one), place, ids)
  }
}

/** What an example writes where a fact does not apply. */
export const NOT_APPLICABLE = 'does-not-apply'

function assertType(fact: string, wanted: 'string' | 'number' | 'boolean', value: unknown, { place, raw }: Written): void {
  if (typeof value !== wanted || isEndless(value)) {
    const words = typeWords(wanted, value)
    const plain = typeof value === 'string' && wanted === 'boolean' ? truthMeant(value) : undefined
    const mend = plain === undefined ? { de: '', en: '' } : { de: `; als Wahrheitswert: ${plain}`, en: `; as a truth value: ${plain}` }
    throw ofFact(fact, { de: words.de + mend.de, en: words.en + mend.en }, place)
  }
  // 50.000 is fifty here: whoever writes it so means fifty thousand
  if (wanted !== 'number' || raw === undefined || !/^-?\d{1,3}(\.\d{3})+$/.test(raw) || raw.startsWith('0.')) return
  throw ofFact(fact, { de: `${raw} wäre hier ${String(value)}; ohne Tausenderpunkt: ${raw.replaceAll('.', '')}`, en: `${raw} would be ${String(value)} here; without a mark for thousands: ${raw.replaceAll('.', '')}` }, place) // prettier-ignore
}

/** `yes` and `no` are words in our YAML, `true` and `false` truth values. */
function truthMeant(text: string): string | undefined {
  const word = meant(text, ['yes', 'no'])
  return word === undefined ? undefined : String(word === 'yes')
}

function assertOnScale(fact: FactId, value: number, place: ProblemPlace): void {
  const { scale } = FACT_NOTES[fact]
  if (scale === undefined) return
  const { low, high, words } = SCALES[scale]
  if (value >= low && value <= high) return
  const mend = scale === 'share' && value > 1 && value <= 100 ? String(Math.round(value * 100) / 10_000) : undefined
  throw ofFact(
    fact,
    {
      de: `${value} liegt außerhalb: ${words.de}${mend === undefined ? '' : `; meinten Sie ${mend}?`}`,
      en: `${value} lies outside: ${words.en}${mend === undefined ? '' : `; did you mean ${mend}?`}`,
    },
    place,
  )
}

/** Values of a closed list, countries, and ids of the register and the layers. */
function assertKnownValue(fact: FactId, value: unknown, place: ProblemPlace, ids: Ids | undefined): void {
  const { values } = factEntry(fact)
  if (values !== undefined && !values.includes(String(value))) throw ofFact(fact, valueWords(value, values), place)
  if (fact === 'country') assertCountry(String(value), place, fact)
  if (ids !== undefined) assertKnownId(fact, String(value), ids, place)
}

export function assertCountry(code: string, place: ProblemPlace, what = 'country'): void {
  if (isCountry(code)) return
  const near = countryMeant(code)
  const shown = quoted(code)
  throw fault(
    `${what}: ${shown.de} ist kein Land nach ISO 3166-1 (zwei Großbuchstaben)${near === undefined ? '' : `; meinten Sie „${near}“?`}`,
    `${what}: ${shown.en} is no country of ISO 3166-1 (two capital letters)${near === undefined ? '' : `; did you mean "${near}"?`}`,
    place,
  )
}

function dayWords(said: string, shorter: boolean): Words {
  const [, day, month, year] = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*$/.exec(said) ?? []
  const iso = day === undefined ? undefined : `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`
  const near = iso !== undefined && isDay(iso) ? iso : undefined
  if (isDayless(said)) return noSuchDay(said)
  const shown = quoted(said)
  return {
    de: `ein Tag als JJJJ-MM-TT${shorter ? ', oder JJJJ-MM, oder JJJJ' : ''}, in Anführungszeichen; hier steht ${shown.de}${near === undefined ? '' : `; meinten Sie "${near}"?`}`,
    en: `a day as YYYY-MM-DD${shorter ? ', or YYYY-MM, or YYYY' : ''}, in quotation marks; here is ${shown.en}${near === undefined ? '' : `; did you mean "${near}"?`}`,
  }
}

function assertRange(fact: string, text: string, place: ProblemPlace): void {
  const range = versionRange(text)
  if (range === undefined)
    throw fault(`${fact}: „${text}“ ist kein Versionsbereich wie ">=2.0 <3.0"`, `${fact}: "${text}" is no range of versions like ">=2.0 <3.0"`, place) // prettier-ignore
  if (isEmptyRange(range))
    throw fault(`${fact}: in „${text}“ liegt keine Version; die Grenzen schließen einander aus`, `${fact}: no version lies in "${text}"; the bounds exclude one another`, place) // prettier-ignore
}
