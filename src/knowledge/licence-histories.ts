import { withoutUndefined } from './organisations.ts'
import { Problem } from '../model/problem.ts'
import type { LicenceHistory, LicenceRegister } from '../model/register.ts'
import { identifiers, type LicenceSource } from './licences.ts'

/** Licences by version. Every id is given once, and every expression names only licences that are defined (E2104, E2105). */
export function licenceHistories(files: readonly LicenceSource[], registers: readonly LicenceRegister[]): readonly LicenceHistory[] {
  const defined = new Set(registers.flatMap(({ licences, exceptions }) => [...licences.map(({ id }) => id), ...exceptions]))
  const places = new Map<string, string>()
  return files.flatMap(({ file, data, line }) =>
    (data.changes ?? []).map((change, index): LicenceHistory => {
      const { id, name, products = [], namespaces = {}, scheme = 'semver', basis, versions } = change
      const place = { file, line: line(['changes', index]) }
      const other = places.get(id)
      if (other !== undefined) throw new Problem('E2104', { id, other }, place)
      places.set(id, `${file}:${place.line}`)
      versions.forEach(({ licence, becomes }, at) => {
        for (const is of [licence, ...(becomes === undefined ? [] : [becomes.licence])]) {
          const unknown = identifiers(is).find((one) => !defined.has(one))
          if (unknown !== undefined)
            throw new Problem('E2105', { id: unknown, what: is }, { file, line: line(['changes', index, 'versions', at]) })
        }
      })
      return {
        id,
        name,
        products,
        namespaces,
        scheme,
        versions: versions as LicenceHistory['versions'],
        source: { ...withoutUndefined(data.source), what: basis },
        place,
      }
    }),
  )
}
