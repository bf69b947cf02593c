import type { SpokenParams } from '../../model/problem.ts'
import type { Words } from '../../model/words.ts'
import { purlAt } from './locators.ts'

/** A package as one document states it; every SPDX reader ends here. */
export interface RawPackage {
  spdxId?: string | undefined
  name?: string | undefined
  version?: string | undefined
  purpose?: string | undefined
  supplier?: string | undefined
  originator?: string | undefined
  /** An originator that is known to be an organisation without a prefix that says so. */
  manufacturer?: string | undefined
  download?: string | undefined
  homepage?: string | undefined
  declared?: string | undefined
  concluded?: string | undefined
  /** In the order of the document. */
  purls?: string[]
  /** Purls of what package managers call it: they count where it has none of its own. */
  located?: string[]
  cpe?: string
}

/** What a document says about one `LicenseRef-`. */
export interface RawLicence {
  id?: string | undefined
  name?: string | undefined
  text?: string | undefined
  /** Where more can be read about it. */
  addresses?: readonly (string | undefined)[]
}

/** A file whose members have these names in JSON, YAML and XML. */
export const PACKAGE_FIELDS = {
  SPDXID: 'spdxId', name: 'name', versionInfo: 'version', primaryPackagePurpose: 'purpose', supplier: 'supplier', originator: 'originator',
  downloadLocation: 'download', homepage: 'homepage', licenseDeclared: 'declared', licenseConcluded: 'concluded',
} as const // prettier-ignore

/** Members of `hasExtractedLicensingInfos`. */
export const LICENCE_FIELDS = { licenseId: 'id', name: 'name', extractedText: 'text' } as const

/** The versions that are read; a third number is none of SPDX, whose editions of a version differ in wording only. */
const SPEC_VERSION = /^SPDX-(2\.[123])(\.\d{1,3})?$/
const NO_VERSION: Words = { de: 'ohne Angabe der Fassung', en: 'without its version' }

/** A version that is read, and as what it stands in the document where that is another. */
export interface SpecVersion {
  readonly version: string
  readonly written?: string
}

/** `2.3` of `SPDX-2.3`; throws what `refuse` makes of the parameters of E3203 if that version is not read. */
export function specVersion(said: string | undefined, refuse: (params: SpokenParams) => Error): SpecVersion {
  const written = said?.trim().replace(/^SPDX-$/, '') ?? ''
  const [, version, patch] = SPEC_VERSION.exec(written) ?? []
  if (version === undefined) throw refuse({ version: written.replace(/^SPDX-/, '').slice(0, 40) || NO_VERSION, known: '2.1–2.3, 3.0' })
  return { version, ...(patch !== undefined && { written }) }
}

/** Nothing is stated by an empty value or `NOASSERTION`, also with a party's prefix. */
export function stated(text: string | undefined): string | undefined {
  if (text === undefined || text === 'NOASSERTION') return undefined
  const value = text.trim()
  return /^(?:(?:organization|person|tool):\s*)?(?:NOASSERTION)?$/i.test(value) ? undefined : value
}

/** Keeps of the external references what identifies a package. Their category is spelt in two ways and says no more. */
export function addReference(raw: RawPackage, type: string | undefined, locator: string | undefined): void {
  if (type === undefined || locator === undefined) return
  const kind = type.slice(Math.max(type.lastIndexOf('#'), type.lastIndexOf('/')) + 1)
  const value = locator.trim()
  if (kind === 'purl' || kind === 'packageUrl') (raw.purls ??= []).push(value)
  else if (kind === 'cpe23Type' || kind === 'cpe23') {
    if (!raw.cpe?.startsWith('cpe:2.3:')) raw.cpe = value
  } else if (kind === 'cpe22Type' || kind === 'cpe22') raw.cpe ??= value
  else {
    const located = purlAt(kind, value)
    if (located !== undefined) (raw.located ??= []).push(located)
  }
}

/** `dependsOn` and `DEPENDS-ON` as `DEPENDS_ON`. */
export function constant(word: string): string {
  return word
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase()
}

/** What of these identifies a package. */
export const purlsOf = ({ purls, located }: RawPackage): readonly string[] | undefined => purls ?? located
