import type { SaidLicence, SaidLink } from '../../model/item.ts'

export interface RawParty {
  readonly name?: string
  readonly urls: readonly string[]
}

/** A component or service as one BOM states it; the JSON and the XML reader both end here. */
export interface RawComponent {
  type?: string | undefined
  name?: string | undefined
  group?: string | undefined
  version?: string | undefined
  bomRef?: string | undefined
  purl?: string | undefined
  cpe?: string | undefined
  scope?: string | undefined
  publisher?: string | undefined
  author?: string | undefined
  description?: string | undefined
  supplier?: RawParty | undefined
  manufacturer?: RawParty | undefined
  provider?: RawParty | undefined
  licences?: readonly SaidLicence[] | undefined
  /** Licences found by analysis (`evidence`), used where none is declared. */
  observed?: readonly SaidLicence[] | undefined
  links?: readonly SaidLink[] | undefined
}

/** Spec versions that are read. */
export const SPEC_VERSIONS = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const
