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
const SPELLINGS = ['aliases', 'urls', 'vetoWords', 'texts'] as const

/**
 * Puts the parts together. Every identifier is defined once and every spelling means one thing (E2104), and every expression
 * names only what is defined here or in `elsewhere` (E2105): a user's own file may build on our register.
 */
export function licenceRegister(files: readonly LicenceSource[], elsewhere?: LicenceRegister): LicenceRegister {
  const licences = files.flatMap(entries)
  const exceptions = files.flatMap(({ data }) => data.exceptions ?? [])
  const linkingExceptions = files.flatMap(({ data }) => data.linkingExceptions ?? [])
  assertOnce(files)
  assertDefined(files, new Set([licences, elsewhere?.licences ?? []].flat().map(({ id }) => id).concat(exceptions, linkingExceptions, elsewhere?.exceptions ?? [], elsewhere?.linkingExceptions ?? [])))
  const spelled = (part: (typeof SPELLINGS)[number]) => files.flatMap(({ data }) => (data[part] ?? []).flatMap(aliases))
  return {
    licences,
    exceptions,
    linkingExceptions,
    aliases: spelled('aliases'),
    urls: spelled('urls'),
    vetoWords: spelled('vetoWords'),
    texts: spelled('texts'),
    silence: files.flatMap(({ data }) => data.silence ?? []),
  }
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

function aliases({ is, written, assumes }: Spelling): LicenceAlias[] {
  return written.map((one) => ({ written: one, is, ...(assumes !== undefined && { assumes }) }))
}

function assertOnce(files: readonly LicenceSource[]): void {
  const ids = new Map<string, string>()
  const meanings = new Map<string, { readonly is: string; readonly place: string }>()
  for (const { file, data, line } of files) {
    data.licences?.forEach(({ id }, index) => {
      const here = line(['licences', index])
      const other = ids.get(id)
      if (other !== undefined) throw new Problem('E2104', { id, other }, { file, line: here })
      ids.set(id, `${file}:${here}`)
    })
    for (const part of ['aliases', 'urls'] as const) {
      data[part]?.forEach(({ is, written }, index) =>
        written.forEach((one, at) => {
          const here = line([part, index, 'written', at])
          const other = meanings.get(`${part} ${one}`)
          // one spelling may name a licence and, after WITH, an exception
          if (other !== undefined && other.is !== is && !namesException(other.is) && !namesException(is)) throw new Problem('E2104', { id: one, other: other.place }, { file, line: here })
          meanings.set(`${part} ${one}`, { is, place: `${file}:${here}` })
        }),
      )
    }
  }
}

function namesException(is: string): boolean {
  return /^\S*(?:exception|note)\S*$/i.test(is)
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
function identifiers(expression: string): string[] {
  return expression.split(/[\s()]+/).filter((word) => word !== '' && !/^(?:AND|OR|WITH)$/.test(word)).map((word) => word.replace(/\+$/, ''))
}
