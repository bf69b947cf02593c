import type * as z from 'zod'
import { isDay } from '../model/days.ts'
import { Problem, type ProblemPlace } from '../model/problem.ts'
import { askedFirst } from '../model/nearest.ts'
import { tableOf } from '../model/table.ts'
import type { Words } from '../model/words.ts'
import { meant } from './meant.ts'

type Issue = z.core.$ZodIssue

const TYPES = tableOf<Words>({
  string: { de: 'Text', en: 'text' },
  number: { de: 'Zahl', en: 'number' },
  endless: { de: '.inf oder .nan', en: '.inf or .nan' },
  int: { de: 'ganze Zahl', en: 'whole number' },
  boolean: { de: 'true oder false', en: 'true or false' },
  array: { de: 'Liste', en: 'list' },
  tuple: { de: 'Liste', en: 'list' },
  object: { de: 'Schlüssel mit Werten', en: 'keys with values' },
  record: { de: 'Schlüssel mit Werten', en: 'keys with values' },
  null: { de: 'nichts', en: 'nothing' },
  undefined: { de: 'nichts', en: 'nothing' },
})

/** Our own messages in schemas are English; here is the German. */
const OURS = tableOf<string>({
  'a day as YYYY-MM-DD, or YYYY-MM, or YYYY': 'ein Tag als JJJJ-MM-TT, oder JJJJ-MM, oder JJJJ',
  'a day as YYYY-MM-DD, in quotes': 'ein Tag als JJJJ-MM-TT, in Anführungszeichen',
  'a day as YYYY-MM-DD': 'ein Tag als JJJJ-MM-TT',
  'small letters, digits and hyphens': 'Kleinbuchstaben, Ziffern und Bindestriche',
  'a country of ISO 3166-1, two capital letters': 'ein Land nach ISO 3166-1, zwei Großbuchstaben',
  'a fingerprint of 32 small hex digits, in quotes': 'eine Kennung aus 32 kleinen Hexadezimalziffern, in Anführungszeichen',
  '32 small hex digits': '32 kleine Hexadezimalziffern',
  'a share from 0 to 1, 0.3 is 30 %': 'ein Anteil von 0 bis 1, 0.3 sind 30 %',
  'a role, not a person or an address': 'eine Rolle, keine Person oder Adresse',
  'a role or an office, not a person or an address': 'eine Rolle oder ein Amt, keine Person oder Adresse',
  'a currency as three capital letters': 'eine Währung aus drei Großbuchstaben',
  'two to eight digits': 'zwei bis acht Ziffern',
  'still to be filled in': 'noch auszufüllen',
})

const typeName = (name: string): Words => TYPES.get(name) ?? { de: name, en: name }
const found = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : isEndless(value) ? 'endless' : typeof value

/** `.inf` and `.nan` of YAML: numbers to the parser, and to nobody else. */
export const isEndless = (value: unknown): boolean => typeof value === 'number' && !Number.isFinite(value)
/** What is wrong with a value, in words. */
export const fault = (de: string, en: string, place: ProblemPlace) => new Problem('E2103', { what: { de, en } }, place)

/**
 * A key that there is not, with the one that was probably meant. `above`: the key before it, where that has no value: what belongs to it
 * may not be indented.
 */
export function unknownKey(
  said: string,
  known: readonly string[],
  place: ProblemPlace,
  near = meant(said, known),
  above?: string,
): Problem {
  const mend: Words =
    near !== undefined || above === undefined
      ? askedFirst(near)
      : { de: `Gehört es zu „${above}“, um zwei Leerzeichen einrücken. `, en: `If it belongs to "${above}", indent it by two blanks. ` }
  return new Problem('E2102', { key: visible(said), ...(near !== undefined && { near }), mend, known: known.join(', ') }, place)
}

/** Blanks that are none and hyphens that are not seen, as a word processor sets them, by their codes. */
const visible = (text: string): string =>
  text.replace(/[\u00a0\u00ad\u2000-\u200a\u202f\u3000]/g, (sign) => `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`)

/** A value as it is quoted in a sentence; a list or an object as it stands in JSON. */
export function quoted(value: unknown): Words {
  if (typeof value === 'string') return { de: `„${visible(value.slice(0, 60))}“`, en: `"${visible(value.slice(0, 60))}"` }
  const shown = typeof value === 'object' ? (JSON.stringify(value) ?? '').slice(0, 60) : String(value)
  return { de: shown, en: shown }
}

/** Whether a text is written as a day and is none of the calendar. */
export const isDayless = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !isDay(text)
export const noSuchDay = (text: string): Words => ({ de: `den Tag ${text} gibt es nicht`, en: `there is no day ${text}` })

/** What is wrong, in both languages, with what was probably meant. */
export function issueWords(issue: Issue): Words {
  const { input } = issue as { input?: unknown }
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected, input)
    case 'invalid_value':
      return valueWords(input, issue.values.map(String))
    case 'too_small':
      if (issue.inclusive === false) return { de: `größer als ${issue.minimum}`, en: `greater than ${issue.minimum}` }
      return sizeWords(issue.origin, Number(issue.minimum), 'low')
    case 'too_big':
      return sizeWords(issue.origin, Number(issue.maximum), 'high')
    case 'invalid_union':
      return { de: 'ein Text, eine Zahl, true oder false, eine Liste davon, oder { low: …, high: … }', en: 'a text, a number, true or false, a list of these, or { low: …, high: … }' } // prettier-ignore
    case 'invalid_format':
      if (issue.format === 'url')
        return { de: `keine http(s)-Adresse: ${quoted(input).de}`, en: `not an http(s) address: ${quoted(input).en}` }
  }
  if (typeof input === 'string' && /^a day as/.test(issue.message) && isDayless(input)) return noSuchDay(input)
  const curly = typeof input === 'string' && /^[„“”«»‚‘’]/.test(input)
  const here = typeof input === 'string' ? quoted(input) : undefined
  return {
    de: `${OURS.get(issue.message) ?? issue.message}${here === undefined ? '' : `; hier steht ${here.de}`}${curly ? ', mit krummen Anführungszeichen statt "' : ''}`,
    en: `${issue.message}${here === undefined ? '' : `; here is ${here.en}`}${curly ? ', with curly quotation marks instead of "' : ''}`,
  }
}

/** `Text erwartet, Zahl gefunden; in Anführungszeichen setzen`: 1.20 must not become 1.2. */
export function typeWords(expected: string, value: unknown): Words {
  if (value === undefined) return { de: 'fehlt', en: 'is missing' }
  const [wanted, is] = [typeName(expected), typeName(found(value))]
  const number = expected === 'number' && typeof value === 'string' ? numberMeant(value) : undefined
  const mend =
    number !== undefined
      ? { de: `; als Zahl: ${number}`, en: `; as a number: ${number}` }
      : expected !== 'string' || typeof value === 'object'
        ? { de: '', en: '' }
        : { de: '; in Anführungszeichen setzen', en: '; put it in quotation marks' }
  return { de: `${wanted.de} erwartet, ${is.de} gefunden${mend.de}`, en: `${wanted.en} expected, ${is.en} found${mend.en}` }
}

/** `50.000`, `1.234,56`, `100 000 EUR`, `60 %`, `6 Monate` as they have to be written. */
function numberMeant(text: string): string | undefined {
  const [, said = '', unit = ''] = /^(?:€|EUR)?\s*(\d[\d.,]*(?:[\s'\u00a0\u202f]\d{3})*(?:,\d{1,2})?)\s*(%|€|EUR|Euro|Monate?|Tagen?|Tage|months?|days?)?$/i.exec(text.trim()) ?? [] // prettier-ignore
  if (said === '') return undefined
  const tight = said.replace(/[\s'\u00a0\u202f]/g, '')
  const plain = /,\d{1,2}$/.test(tight) || /\.\d{3}/.test(tight) ? tight.replaceAll('.', '').replace(',', '.') : tight.replaceAll(',', '')
  if (!Number.isFinite(Number(plain))) return undefined
  return unit === '%' ? String(Number(plain) / 100) : plain
}

/** A value that is not one of a closed list. */
export function valueWords(value: unknown, allowed: readonly string[]): Words {
  if (value === undefined) return { de: 'fehlt', en: 'is missing' }
  const near = typeof value === 'string' || typeof value === 'boolean' ? meant(String(value), allowed) : undefined
  const list = allowed.join(', ')
  return {
    de: `${quoted(value).de} gibt es hier nicht${near === undefined ? '' : `; meinten Sie „${near}“?`}${near === undefined ? '.' : ''} Möglich: ${list}`,
    en: `there is no ${quoted(value).en} here${near === undefined ? '' : `; did you mean "${near}"?`}${near === undefined ? '.' : ''} Possible: ${list}`,
  }
}

function sizeWords(origin: string, limit: number, end: 'low' | 'high'): Words {
  const [de, en] = end === 'low' ? ['mindestens', 'at least'] : ['höchstens', 'at most']
  if (origin === 'string') return limit === 1 && end === 'low' ? { de: 'darf nicht leer sein', en: 'must not be empty' } : { de: `${de} ${limit} Zeichen`, en: `${en} ${limit} characters` } // prettier-ignore
  const unit = origin === 'array' ? { de: limit === 1 ? ' Eintrag' : ' Einträge', en: limit === 1 ? ' entry' : ' entries' } : { de: '', en: '' } // prettier-ignore
  return { de: `${de} ${limit}${unit.de}`, en: `${en} ${limit}${unit.en}` }
}
