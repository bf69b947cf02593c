import { change } from './de/change.ts'
import { ci } from './de/ci.ts'
import { data } from './de/data.ts'
import { facts } from './de/facts.ts'
import { findings } from './de/findings.ts'
import { frameworks } from './de/frameworks.ts'
import { glossary } from './de/glossary.ts'
import { picture } from './de/picture.ts'
import { result } from './de/result.ts'

/** German, the language of the administration: its keys are the catalogue's. Kept in parts: to join them costs every start more than to look into each. */
export const de = [result, findings, facts, picture, change, data, glossary, ci, frameworks] as const

export type Key = KeyOf<(typeof de)[number]>

/** The keys of any of several parts. */
export type KeyOf<Part> = Part extends unknown ? keyof Part : never
