import type { Key, KeyOf } from './de.ts'
import { change } from './en/change.ts'
import { ci } from './en/ci.ts'
import { data } from './en/data.ts'
import { facts } from './en/facts.ts'
import { findings } from './en/findings.ts'
import { frameworks } from './en/frameworks.ts'
import { glossary } from './en/glossary.ts'
import { picture } from './en/picture.ts'
import { result } from './en/result.ts'

/** English, complete: every key of the German catalogue and no other. */
export const en = [result, findings, facts, picture, change, data, glossary, ci, frameworks] as const

/** What the compiler says where a key is missing. */
export const missing: [Exclude<Key, KeyOf<(typeof en)[number]>>] extends [never] ? 0 : 'a German key has no English text' = 0
