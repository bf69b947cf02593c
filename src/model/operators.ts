import type { FactType } from './facts.ts'
import type { Words } from './words.ts'

/** The longest pattern of `matches`. */
export const MOST_OF_A_PATTERN = 200

interface OperatorEntry {
  readonly types: readonly FactType[]
  /** What the value must be: text, number, day, version range, truth value; `fact`: as the fact. */
  readonly value: 'fact' | 'text' | 'number' | 'day' | 'range' | 'truth'
  /** Whether a list of values may stand in place of one: any of them suffices. */
  readonly many: boolean
  readonly words: Words
}

/** Operators and the fact types they take. */
export const OPERATORS = {
  is: {
    types: ['text', 'version', 'number', 'truth'],
    value: 'fact',
    many: true,
    words: { de: 'ist der Wert oder einer von mehreren', en: 'is the value, or one of several' },
  },
  isNot: {
    types: ['text', 'version', 'number', 'truth'],
    value: 'fact',
    many: true,
    words: { de: 'ist keiner der Werte', en: 'is none of the values' },
  },
  matches: {
    types: ['text', 'version'],
    value: 'text',
    many: true,
    words: {
      de: 'passt auf das Muster oder eines von mehreren; * steht für beliebige Zeichen, Groß und Klein ist gleich',
      en: 'fits the pattern, or one of several; * stands for any characters, case does not matter',
    },
  },
  inRange: {
    types: ['version'],
    value: 'range',
    many: true,
    words: {
      de: 'liegt im Versionsbereich, z. B. ">=2.0 <3.0", oder in einem von mehreren; keine Version: unbekannt',
      en: 'lies in the range of versions, e.g. ">=2.0 <3.0", or in one of several; no version: unknown',
    },
  },
  above: { types: ['number', 'interval'], value: 'number', many: false, words: { de: 'größer als', en: 'greater than' } },
  atLeast: { types: ['number', 'interval'], value: 'number', many: false, words: { de: 'größer oder gleich', en: 'greater or equal' } },
  below: { types: ['number', 'interval'], value: 'number', many: false, words: { de: 'kleiner als', en: 'less than' } },
  atMost: { types: ['number', 'interval'], value: 'number', many: false, words: { de: 'kleiner oder gleich', en: 'less or equal' } },
  withinDays: {
    types: ['date'],
    value: 'number',
    many: false,
    words: {
      de: 'vom Stichtag an in höchstens so vielen Tagen; ein Tag davor: nein',
      en: "at most so many days from the audit's day on; a day before it: no",
    },
  },
  withinMonths: {
    types: ['date'],
    value: 'number',
    many: false,
    words: {
      de: 'vom Stichtag an in höchstens so vielen Monaten; ein Tag davor: nein',
      en: "at most so many months from the audit's day on; a day before it: no",
    },
  },
  known: {
    types: ['text', 'version', 'number', 'truth', 'date', 'interval'],
    value: 'truth',
    many: false,
    words: {
      de: 'ob der Fakt bekannt ist; selbst nie unbekannt. Ein Bereich ist bekannt, wenn beide Enden eins sind; was nicht zutrifft: nein',
      en: 'whether the fact is known; itself never unknown. A range is known where both ends are one; what does not apply: no',
    },
  },
  before: { types: ['date'], value: 'day', many: false, words: { de: 'vor dem Tag', en: 'before the day' } },
  after: { types: ['date'], value: 'day', many: false, words: { de: 'nach dem Tag', en: 'after the day' } },
} as const satisfies Record<string, OperatorEntry>

export type OperatorId = keyof typeof OPERATORS
export const operatorEntry = (id: OperatorId): OperatorEntry => OPERATORS[id]
