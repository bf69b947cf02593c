import { join, relative, sep } from 'node:path'
import { isRuleFile } from '../config.ts'
import { exists, placeOf } from '../files.ts'
import type { ReadOptions } from '../model/ports.ts'
import { Problem } from '../model/problem.ts'
import type { Words } from '../model/words.ts'
import { expandInputs } from './inputs.ts'
import type { OwnPlaces } from './own-files.ts'
import { isRead } from './read-all.ts'

/** What a run reads: its inputs as they were given, the folder of the rules, and files of one's own. */
export interface ReadPlaces {
  readonly inputs: readonly string[]
  /** From where files are named. */
  readonly base: string
  readonly rules?: string | undefined
  readonly own: OwnPlaces & { readonly database: string }
}

const OWN = {
  project: { de: 'die Projektdatei', en: 'the project file' },
  waivers: { de: 'die Datei der Ausnahmen', en: 'the file of the waivers' },
  baseline: { de: 'die Vergleichsbasis', en: 'the baseline' },
  mapping: { de: 'die Zuordnung der Spalten', en: 'the mapping of the columns' },
  editorial: { de: 'die Datei mit den Angaben der Bearbeitung', en: "the file with the editor's statements" },
  database: { de: 'die Datenbank', en: 'the database' },
} as const satisfies Record<keyof ReadPlaces['own'], Words>

const INPUT = { de: 'eine Eingabe', en: 'an input' } as const
const RULE = { de: 'eine Datei der eigenen Regeln', en: "a file of one's own rules" } as const

/** That an output is read as well, as an input if nothing else is said. */
export const refused = (path: string, what: Words = INPUT): Problem => new Problem('E2007', { path, what })

/**
 * Refuses to write where something is read: a report in its place would destroy it. A file that is found in a folder or by a
 * pattern is no input as long as it is left out there, as reports of earlier runs are. E2007.
 */
export async function assertApart(
  outputs: readonly string[],
  { inputs, base, rules, own }: ReadPlaces,
  options: ReadOptions,
): Promise<void> {
  const places = new Map(outputs.filter((path) => path !== '-').map((path) => [placeOf(path), path]))
  if (places.size === 0) return
  for (const [what, words] of Object.entries(OWN)) {
    const path = own[what as keyof typeof OWN]
    const output = path === undefined ? undefined : places.get(placeOf(path))
    if (output !== undefined) throw refused(output, words)
  }
  if (rules !== undefined) {
    const folder = join(placeOf(rules), sep)
    for (const [place, path] of places)
      if (place.startsWith(folder) && isRuleFile(relative(folder, place).split(sep).join('/'))) throw refused(path, RULE)
  }
  if (![...places.keys()].some(exists)) return
  for (const file of expandInputs(inputs, base, options.limits).files) {
    const output = file.path === '-' ? undefined : places.get(placeOf(file.path))
    if (output !== undefined && (!file.found || (await isRead(file, options)))) throw refused(output)
  }
}
