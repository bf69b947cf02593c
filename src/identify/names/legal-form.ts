import type { Organisation } from '../../model/register.ts'
import { cleanParty } from './party.ts'
import { bareName } from './comparable.ts'

/** Legal forms that only some countries know, without spaces and dots. What half the world writes (SE, Co., Holding) tells nothing. */
const COUNTRIES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['gmbh mbh ag', 'DE AT CH LI'],
      ['kg ohg og', 'DE AT'],
      ['ug ughaftungsbeschränkt eg ek gbr', 'DE'],
      ['inc incorporated corp corporation', 'US CA JP KR TW PH'],
      ['llc', 'US CA AE'],
      ['ltd limited', 'GB IE MT CY IN HK CN JP IL AU NZ ZA SG KR TW TH CA BM KY'],
      ['plc', 'GB IE'],
      ['sas sasu', 'FR CO IT'],
      ['snc', 'IT FR BE CH'],
      ['sarl', 'FR LU CH'],
      ['spa', 'IT CL'],
      ['srl', 'IT RO ES BE'],
      ['sl slu', 'ES'],
      ['lda', 'PT'],
      ['bv', 'NL BE'],
      ['aps', 'DK'],
      ['ab', 'SE FI'],
      ['oy oyj', 'FI'],
      ['oü', 'EE'],
      ['uab', 'LT'],
      ['sro spolsro', 'CZ SK'],
      ['spzoo', 'PL'],
      ['kft zrt nyrt', 'HU'],
      ['doo', 'SI HR RS BA ME MK'],
      ['pty ptyltd', 'AU ZA'],
      ['pte pteltd', 'SG'],
      ['kk', 'JP'],
    ] as const
  ).flatMap(([forms, countries]) => forms.split(' ').map((form) => [form, new Set(countries.split(' '))] as const)),
)
/** „GmbH & Co. KG“ */
const WITH_PARTNER = /^(?:gmbh|mbh|ag|ug)co(kg|ohg)$/

/** What stands in a party's name besides the bare name, put together: `gmbh`, `sro`. */
function formOf(name: string, bare: string): string | undefined {
  const letters = compact(name)
  const telling = compact(bare)
  if (!letters.startsWith(telling)) return undefined
  const form = letters.slice(telling.length)
  return WITH_PARTNER.exec(form)?.[1] ?? form
}

const compact = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * Whether a party bears nothing but a common word or some letters of the organisation's and a legal form of another country, under
 * which the register does not list it: „Axiom GmbH“ may be a daughter of an American Axiom, or anybody; so may „LSI Ltd“.
 */
export function mayBeNamesake(raw: string, { name, names, exactNames = [], country }: Organisation): boolean {
  if (country === undefined) return false
  const party = cleanParty(raw).name
  const bare = bareName(party)
  const isShort = bare.length <= SHORT && [name, ...names].some((one) => bareName(one) === bare)
  if (!isShort && !exactNames.some((one) => bareName(one) === bare)) return false
  // cleaning takes some forms away
  const form = [raw, party].map((one) => formOf(one, bare)).find((one) => one !== undefined && COUNTRIES.has(one))
  const known = COUNTRIES.get(form ?? '')
  if (known === undefined || known.has(country)) return false
  return ![name, ...names, ...exactNames].some((one) => bareName(one) === bare && formOf(one, bare) === form)
}

/** So few letters are many houses' name. */
const SHORT = 4

/** All that such a name shows by itself. */
export const BY_NAME_ALONE = 0.5
