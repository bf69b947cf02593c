import { Keys } from '../json/keys.ts'
import { END, type JsonScanner } from '../json/scanner.ts'
import type { JsonWalk } from '../json/walk.ts'
import { BIT, isContact } from '../tr03183/tally.ts'
import type { RawComponent, RawParty } from './raw.ts'
import { tableOf } from '../../model/table.ts'

/** Properties of the BSI's own taxonomy, https://github.com/BSI-Bund/tr-03183-cyclonedx-property-taxonomy. */
const PROPERTIES = {
  'bsi:component:filename': BIT.filename,
  'bsi:component:executable': BIT.executable,
  'bsi:component:archive': BIT.archive,
  'bsi:component:structured': BIT.structured,
  'bsi:component:effectiveLicense': BIT['effective-licence'],
}

/** No field of the guideline, but seen on the way: the component is a file that packages were found in. */
export const LEVEL = 1 << 30

/** What the properties of a component say, by name: beside those of the BSI only what sort of result of a scan it is. */
export const NOTED = tableOf({ ...PROPERTIES, 'aquasecurity:trivy:Class': LEVEL })

/** Types of external references that carry a field by their address, and by their SHA-512. */
export const REFERENCES = tableOf<{ readonly url: number; readonly hash: number }>({
  distribution: { url: BIT['deployable-uri'], hash: BIT['deployable-hash'] },
  'source-distribution': { url: BIT['source-uri'], hash: BIT['source-hash'] },
  'rfc-9116': { url: BIT['security-txt'], hash: 0 },
})

/** Aggregates of a composition that say something. */
export const saysHowComplete = (aggregate: string | undefined): boolean => aggregate !== undefined && aggregate !== 'not_specified'

/** The fields that a component shows, its dependencies apart. */
export function bitsOf(raw: RawComponent): number {
  let bits = raw.bits & ~LEVEL
  if (raw.name) bits |= BIT.name
  if (raw.version) bits |= BIT.version
  if (raw.purl || raw.cpe) bits |= BIT.identifiers
  if (raw.manufacturer !== undefined && hasContact(raw.manufacturer)) bits |= BIT.creator
  for (const { as, acknowledgement } of raw.licences ?? []) {
    if (as !== 'expression' && as !== 'id') continue
    if (acknowledgement === 'concluded') bits |= BIT['distribution-licence']
    else if (acknowledgement === 'declared') bits |= BIT['original-licence']
  }
  return bits
}

export function hasContact({ mail, urls }: RawParty): boolean {
  return mail === true || urls.some(isContact)
}

const PROPERTY = new Keys(['name', 'value'])
const NAMES = new Keys([...NOTED.keys()])
const HASH = new Keys(['alg'])
const SHA512 = new Keys(['SHA-512'])
const CONTACT = new Keys(['email'])
const COMPOSITION = new Keys(['aggregate', 'assemblies', 'dependencies'])

/** Bits of the properties that are noted; all others are passed over without a string of them. */
export function readProperties(scanner: JsonScanner): number {
  let bits = 0
  eachObject(scanner, () => {
    let bit: number | undefined
    let value: string | undefined
    for (let key = scanner.key(PROPERTY); key !== END; key = scanner.key(PROPERTY)) {
      if (PROPERTY.names[key] === 'name') bit = NOTED.get(NAMES.names[scanner.word(NAMES)] ?? '') ?? 0
      else if (key < 0 || bit === 0) scanner.skip()
      else value = scanner.text()
    }
    if (value) bits |= bit ?? 0
  })
  return bits
}

/** Whether one of the hashes is a SHA-512. */
export function readSha512(scanner: JsonScanner): boolean {
  let found = false
  eachObject(scanner, () => {
    for (let key = scanner.key(HASH); key !== END; key = scanner.key(HASH)) {
      if (key < 0) scanner.skip()
      else if (scanner.word(SHA512) >= 0) found = true
    }
  })
  return found
}

/** Whether one of the contacts has a mail address. */
export function readContacts(scanner: JsonScanner): true | undefined {
  let found: true | undefined
  eachObject(scanner, () => {
    for (let key = scanner.key(CONTACT); key !== END; key = scanner.key(CONTACT)) {
      if (key < 0) scanner.skip()
      else if (isContact(scanner.text())) found = true
    }
  })
  return found
}

/** Marks the components of which the completeness is stated. */
export function readCompositions(walk: JsonWalk, composed: (refs: readonly string[]) => void): void {
  const { scanner } = walk
  walk.list('/compositions', (at) => {
    let aggregate: string | undefined
    const refs: string[] = []
    walk.members(COMPOSITION, at, (name) => {
      if (name === 'aggregate') aggregate = scanner.text()
      else walk.list('', () => refs.push(scanner.text() ?? ''))
    })
    if (saysHowComplete(aggregate)) composed(refs)
  })
}

/** Whether the next value is a list with something in it. */
export function readAny(scanner: JsonScanner): boolean {
  let found = false
  if (scanner.type() !== 'array') scanner.skip()
  else {
    scanner.beginArray()
    for (; scanner.element(); found = true) scanner.skip()
  }
  return found
}

/** Opens each object of the next value, a list; anything else is passed over. */
function eachObject(scanner: JsonScanner, read: () => void): void {
  if (scanner.type() !== 'array') return scanner.skip()
  scanner.beginArray()
  while (scanner.element()) {
    if (scanner.type() !== 'object') scanner.skip()
    else {
      scanner.beginObject()
      read()
    }
  }
}
