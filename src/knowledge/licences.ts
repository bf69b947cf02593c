import { Problem } from '../model/problem.ts'
import type { LicenceAlias, LicenceEntry, LicenceRegister } from '../model/register.ts'
import type { LicenceFile } from './schemas.ts'

/** One parsed file of rules/licences/; `line` gives the line of the value at a path, from 1. */
export interface LicenceSource {
  readonly file: string
  readonly data: LicenceFile
  line(path: readonly (string | number)[]): number
}

interface Spelling {
  readonly is: string
  readonly written: readonly string[]
  readonly assumes?: string | undefined
}

/** Stands for the identifier that an address carries itself. */
const CARRIED = '*'
const SPELLINGS = ['aliases', 'urls', 'references', 'vetoWords', 'vendorWords', 'texts', 'wholes', 'wordings', 'restrictions'] as const

/**
 * Puts the parts together. Every identifier is defined once and every spelling means one thing (E2104), and every expression
 * names only what is defined here or in `elsewhere` (E2105): a user's own file may build on our register.
 */
export function licenceRegister(files: readonly LicenceSource[], elsewhere?: LicenceRegister): LicenceRegister {
  const all = <T>(part: (data: LicenceFile) => readonly T[] | undefined) => files.flatMap(({ data }) => part(data) ?? [])
  const spellings = (part: (typeof SPELLINGS)[number]): LicenceAlias[] =>
    files.flatMap(({ file, data }) => (data[part] ?? []).flatMap((one) => aliases(one, elsewhere === undefined ? undefined : file)))
  const own: LicenceRegister = {
    licences: files.flatMap(entries),
    exceptions: all((data) => data.exceptions),
    linkingExceptions: all((data) => data.linkingExceptions),
    aliases: spellings('aliases'),
    urls: spellings('urls'),
    references: spellings('references'),
    vetoWords: spellings('vetoWords'),
    vendorWords: spellings('vendorWords'),
    texts: spellings('texts'),
    wholes: spellings('wholes'),
    wordings: spellings('wordings'),
    restrictions: spellings('restrictions'),
    silence: all((data) => data.silence),
  }
  const known = [own, ...(elsewhere === undefined ? [] : [elsewhere])]
  const exceptions = new Set(known.flatMap((register) => [...register.exceptions, ...(register.linkingExceptions ?? [])]))
  assertIdsOnce(files)
  assertOneMeaning(files, exceptions)
  assertDefined(files, new Set([...known.flatMap(({ licences }) => licences.map(({ id }) => id)), ...exceptions]))
  return own
}

function entries({ file, data, line }: LicenceSource): LicenceEntry[] {
  return (data.licences ?? []).map(({ id, name = id, family, openness, osi = false, fsf = false }, index) => ({
    id,
    name,
    family,
    openness,
    osi,
    fsf,
    place: { file, line: line(['licences', index]) },
  }))
}

function aliases({ is, written, assumes }: Spelling, file: string | undefined): LicenceAlias[] {
  return written.map((one) => ({ written: one, is, ...(assumes !== undefined && { assumes }), ...(file !== undefined && { file }) }))
}

function assertIdsOnce(files: readonly LicenceSource[]): void {
  const places = new Map<string, string>()
  for (const { file, data, line } of files) {
    data.licences?.forEach(({ id }, index) => {
      const here = line(['licences', index])
      const other = places.get(id)
      if (other !== undefined) throw new Problem('E2104', { id, other }, { file, line: here })
      places.set(id, `${file}:${here}`)
    })
  }
}

/**
 * One spelling may name a licence and, after WITH, an exception; else it means one thing and stands once. An identifier of the list is
 * never written for a licence that the list does not have: as a deprecated one it stands for others of the list.
 */
function assertOneMeaning(files: readonly LicenceSource[], exceptions: ReadonlySet<string>): void {
  const places = new Map<string, string>()
  const listed = new Map(
    files.flatMap(({ file, data, line }) =>
      (data.licences ?? []).flatMap(({ id }, i) => (isOurs(id) ? [] : [[id, `${file}:${line(['licences', i])}`] as const])),
    ),
  )
  for (const { file, data, line } of files) {
    for (const part of ['aliases', 'urls'] as const) {
      data[part]?.forEach(({ is, written }, index) =>
        written.forEach((id, at) => {
          const spelling = `${part} ${exceptions.has(is) ? 'with ' : ''}${id}`
          const here = line([part, index, 'written', at])
          const ofList = part === 'aliases' && identifiers(is).some(isOurs) ? listed.get(id) : undefined
          const other = places.get(spelling) ?? ofList
          if (other !== undefined) throw new Problem('E2104', { id, other }, { file, line: here })
          places.set(spelling, `${file}:${here}`)
        }),
      )
    }
  }
}

function isOurs(id: string): boolean {
  return id.startsWith('LicenseRef-')
}

function assertDefined(files: readonly LicenceSource[], defined: ReadonlySet<string>): void {
  for (const { file, data, line } of files) {
    for (const part of SPELLINGS) {
      data[part]?.forEach(({ is }, index) => {
        const unknown = is === CARRIED ? undefined : identifiers(is).find((id) => !defined.has(id))
        if (unknown !== undefined) throw new Problem('E2105', { id: unknown, what: is }, { file, line: line([part, index, 'is']) })
      })
    }
  }
}

/** The identifiers of an expression; its grammar is not looked at. */
export function identifiers(expression: string): string[] {
  return expression
    .split(/[\s()]+/)
    .filter((word) => word !== '' && !/^(?:AND|OR|WITH)$/.test(word))
    .map((word) => word.replace(/\+$/, ''))
}
