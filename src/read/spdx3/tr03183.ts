import type { Tr03183 } from '../../model/tr03183.ts'
import { stated, type RawPackage } from '../spdx2/raw.ts'
import { atLeast, BIT, isContact, isMoment, Tally } from '../tr03183/tally.ts'
import { all, drop, refs, text, type Element } from './element.ts'

const STRUCTURED = new Set(['container', 'firmware'])
const PARTS = new Set(['DEPENDS_ON', 'CONTAINS'])

interface RelationSays {
  readonly completeness: string | undefined
  readonly comment: string | undefined
}

/** Collects what SPDX 3 says of the fields of TR-03183-2: much of it stands in files and sources that a package is tied to by relationships. */
export class Spdx3Tally {
  private readonly tally = new Tally()
  /** Bits of files, sources and packages by id. */
  private readonly bits = new Map<string, number>()
  /** Packages by the file they are delivered as, and by what generates them: pairs of ids. */
  private readonly ties: (readonly [owner: string, artifact: string])[] = []
  private readonly depending = new Set<string>()
  private readonly complete = new Set<string>()
  private creators: readonly string[] = []

  /** Takes what counts of an element and drops what nobody else needs of it. */
  element(element: Element): void {
    const { type } = element
    if (type.startsWith('security_')) this.tally.says.vulnerabilities = true
    else if (type === 'CreationInfo') {
      this.tally.says.timestamp ??= isMoment(text(element, 'created'))
      if (this.creators.length === 0) this.creators = refs(element, 'createdBy')
    } else if (type === 'Sbom' || type === 'SpdxDocument') this.tally.says.uri ||= /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(element.id)
    else if (type === 'File') this.bits.set(element.id, ofFile(element))
    else if (type === 'SoftwareArtifact' || type.endsWith('Package'))
      this.bits.set(element.id, (this.bits.get(element.id) ?? 0) | ofSource(element))
    drop(element, ['verifiedUsing', 'externalRef', 'additionalPurpose'])
  }

  /** `type` in capitals, as in SPDX 2. */
  relationship(type: string, from: string, to: readonly string[], { completeness, comment }: RelationSays): void {
    if (type === 'HAS_DISTRIBUTION_ARTIFACT') for (const file of to) this.ties.push([from, file])
    else if (type === 'GENERATES') for (const made of to) this.ties.push([made, from])
    else if (type === 'OTHER' && comment === 'hasEffectiveLicense')
      this.bits.set(from, (this.bits.get(from) ?? 0) | BIT['effective-licence'])
    else if (PARTS.has(type)) {
      this.depending.add(from)
      if (completeness !== undefined) this.complete.add(from)
    }
  }

  /** Counts every package, when everything is read. `agent` finds a party by its id. */
  result(
    packages: readonly (readonly [Element, RawPackage])[],
    agent: (id: string) => Element | undefined,
    version: string | undefined,
  ): Tr03183 {
    const { tally, bits } = this
    for (const [owner, artifact] of this.ties) bits.set(owner, (bits.get(owner) ?? 0) | (bits.get(artifact) ?? 0))
    const reachable = (ids: readonly string[]) => ids.some((id) => hasContact(agent(id), agent))
    tally.says.creator = reachable(this.creators)
    for (const [element, raw] of packages) {
      let seen = bits.get(element.id) ?? 0
      if (raw.name) seen |= BIT.name
      if (stated(raw.version) !== undefined) seen |= BIT.version
      if (raw.purls !== undefined || raw.cpe !== undefined) seen |= BIT.identifiers
      if (stated(raw.download) !== undefined) seen |= BIT['deployable-uri']
      if (stated(raw.declared) !== undefined) seen |= BIT['original-licence']
      if (stated(raw.concluded) !== undefined) seen |= BIT['distribution-licence']
      if (reachable(refs(element, 'originatedBy'))) seen |= BIT.creator
      tally.component(seen, element.at)
      if (!this.depending.has(element.id)) tally.lacks('dependencies', element.at)
      if (!this.complete.has(element.id)) tally.lacks('completeness', element.at)
    }
    return tally.result(atLeast(version, [3, 0, 1]) ? 'ok' : 'too-old')
  }
}

/** The deployable file. Its purposes answer both ways: one that lists some but not `executable` is not executable. */
function ofFile(element: Element): number {
  const purposes = all(element, 'additionalPurpose')
  let bits = text(element, 'name') === undefined ? 0 : BIT.filename
  if (purposes.length > 0) bits |= BIT.executable | BIT.archive
  if (purposes.some((purpose) => typeof purpose === 'string' && STRUCTURED.has(purpose))) bits |= BIT.structured
  if (hasSha512(element)) bits |= BIT['deployable-hash']
  if (refersTo(element, 'binaryartifact')) bits |= BIT['deployable-uri']
  return bits
}

/** The source, or a package that names it itself; the hash of a package is not one of its source. */
function ofSource(element: Element): number {
  let bits = refersTo(element, 'sourceartifact') ? BIT['source-uri'] : 0
  if (element.type === 'SoftwareArtifact' && hasSha512(element)) bits |= BIT['source-hash']
  if (refersTo(element, 'securityother')) bits |= BIT['security-txt']
  if (refersTo(element, 'binaryartifact')) bits |= BIT['deployable-uri']
  return bits
}

function hasSha512(element: Element): boolean {
  return all(element, 'verifiedUsing').some((hash) => typeof hash !== 'string' && text(hash, 'algorithm') === 'sha512')
}

function refersTo(element: Element, type: string): boolean {
  return all(element, 'externalRef').some(
    (one) => typeof one !== 'string' && text(one, 'externalRefType')?.toLowerCase() === type && text(one, 'locator') !== undefined,
  )
}

function hasContact(party: Element | undefined, find: (id: string) => Element | undefined): boolean {
  const identifiers = [...all(party, 'externalIdentifier'), ...all(party, 'externalIdentifiers')]
  return identifiers.some((one) => isContact(text(typeof one === 'string' ? find(one) : one, 'identifier')))
}
