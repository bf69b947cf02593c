import { lazily } from '../model/lazily.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Layer, LicenceRegister, Organisation } from '../model/register.ts'
import type { Ids } from './references.ts'

/** The registers that an overlay may build on. */
export type Known = Pick<Knowledge, 'licences' | 'organisations' | 'layers'>

/** What policies and lists may name: what these files hold, and what is known already. */
export function idsOf(
  organisations: readonly Organisation[],
  layers: readonly Layer[],
  licences: LicenceRegister | undefined,
  known: Known | undefined,
): Ids {
  const own = { organisations: new Set(organisations.map(({ id }) => id)), layers: new Set(layers.map(({ id }) => id)) }
  const before = known === undefined ? undefined : { organisations: known.organisations, layers: new Set(known.layers.map(({ id }) => id)) }
  const both = (room: 'organisations' | 'layers') => ({
    has: (id: string) => own[room].has(id) || before?.[room].has(id) === true,
    keys: () => [...own[room], ...(before?.[room].keys() ?? [])],
  })
  const kept = () => [...(known?.organisations.values() ?? [])].filter(({ id }) => !own.organisations.has(id))
  const names = lazily(() => licenceNames([licences, known?.licences].flatMap((one) => one ?? [])))
  return {
    organisations: both('organisations'),
    layers: both('layers'),
    products: lazily(() => new Set([...organisations, ...kept()].flatMap((one) => one.products.map(({ id }) => id)))),
    licence: (said) => names().get(said) ?? names().get(said.toLowerCase()),
  }
}

/** What licences and exceptions are called, by their ids and, in small letters, by all other spellings; of several registers the first decides. */
function licenceNames(registers: readonly LicenceRegister[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const add = (said: string, is: string) => {
    if (!names.has(said)) names.set(said, is)
  }
  const exceptions = new Set(registers.flatMap((one) => [...one.exceptions, ...(one.linkingExceptions ?? [])]))
  const ids = new Set(registers.flatMap(({ licences }) => licences.map(({ id }) => id)))
  const aliases = registers.flatMap((one) => one.aliases)
  // an id that was given up is what replaced it
  for (const { written, is } of aliases) if (ids.has(written.replace(/\+$/, '')) && !exceptions.has(is)) add(written, is)
  for (const id of [...ids, ...exceptions]) add(id, id)
  for (const [id, is] of [...names]) add(id.toLowerCase(), is)
  for (const { written, is } of aliases) add(written.toLowerCase(), is)
  return names
}
