import type { Dossier } from './dossier.ts'
import type { Truth } from './policy.ts'
import type { Openness } from './register.ts'

/** Whether a reading of the licence is open. Without any licence (family `none`) all rights are reserved. */
export function readsOpen({ family }: Pick<Dossier['licence'], 'family'>, openness: Openness): Truth {
  if (openness === 'open') return 'yes'
  return openness === 'unknown' && family !== 'none' ? 'unknown' : 'no'
}

/** Whether all of an item is open: of a mixed product also what is sold with it. */
export function isOpen({ licence, openPart }: Pick<Dossier, 'licence' | 'openPart'>): Truth {
  if (openPart !== undefined) return openPart[0] === 1 ? 'yes' : openPart[1] < 1 ? 'no' : 'unknown'
  const read = readsOpen(licence, licence.openness)
  return licence.range?.some((reading) => readsOpen(licence, reading) !== read) === true ? 'unknown' : read
}
