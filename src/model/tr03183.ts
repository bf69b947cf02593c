/** BSI TR-03183 part 2 (SBOM), the version whose fields are counted: 2.1.0 of 20 August 2025, https://bsi.bund.de/dok/TR-03183. */
export const TR03183_VERSION = '2.1.0'

/** `where-exists`: the guideline asks for it if the information exists, which no SBOM can show. */
export type Tr03183Requirement = 'shall' | 'where-exists' | 'optional'

interface Entry {
  readonly level: 'sbom' | 'component'
  readonly required: Tr03183Requirement
}
const sbom = (required: Tr03183Requirement): Entry => ({ level: 'sbom', required })
const component = (required: Tr03183Requirement): Entry => ({ level: 'component', required })

/**
 * Every field of the guideline that a document can show, in its order. Whether the fields marked `where-exists` are asked for
 * without condition is read in two ways in public; we take the milder reading and say so.
 */
export const TR03183_FIELDS = {
  'sbom-creator': sbom('shall'),
  timestamp: sbom('shall'),
  'sbom-uri': sbom('where-exists'),
  /** An SBOM must not carry vulnerabilities: met where there are none. */
  'no-vulnerabilities': sbom('shall'),
  creator: component('shall'),
  name: component('shall'),
  version: component('shall'),
  filename: component('shall'),
  dependencies: component('shall'),
  completeness: component('shall'),
  'distribution-licence': component('shall'),
  'deployable-hash': component('shall'),
  executable: component('shall'),
  archive: component('shall'),
  structured: component('shall'),
  'source-uri': component('where-exists'),
  'deployable-uri': component('where-exists'),
  identifiers: component('where-exists'),
  'original-licence': component('where-exists'),
  'effective-licence': component('optional'),
  'source-hash': component('optional'),
  'security-txt': component('optional'),
} as const satisfies Record<string, Entry>

export type Tr03183FieldId = keyof typeof TR03183_FIELDS

/** How often a field is there: in `met` of `of` components, or once for the SBOM itself. */
export interface Tr03183Field {
  readonly id: Tr03183FieldId
  readonly level: 'sbom' | 'component'
  readonly required: Tr03183Requirement
  readonly met: number
  readonly of: number
  /** Places of up to three components that lack it. */
  readonly missing: readonly string[]
}

/** What one SBOM shows of the guideline's fields. Counted, not judged: presence says nothing about truth. */
export interface Tr03183 {
  readonly version: typeof TR03183_VERSION
  /** `too-old`: CycloneDX before 1.6 or SPDX before 3.0.1; `excluded`: SPDX 2, which the guideline no longer allows; its fields are not counted. */
  readonly format: 'ok' | 'too-old' | 'excluded'
  readonly fields: readonly Tr03183Field[]
}
