import type { Head } from '../../model/ports.ts'

/** What GitHub puts around Sigstore bundles: the list of its API, its entries, and what `gh attestation verify --format json` adds. */
export const ATTESTED = ['attestations', 'attestation', 'bundle'] as const

/** Members whose names others use too: what stands in them has to fit. */
const INSIDE: Readonly<Record<(typeof ATTESTED)[number], RegExp>> = {
  attestations: /"bundle"\s*:|"attestations"\s*:\s*\[\s*\]/,
  attestation: /"bundle"\s*:/,
  bundle: /"(?:bundle_url|mediaType|dsseEnvelope|verificationMaterial)"\s*:/,
}

/** Whether a JSON text is a list of attestations as GitHub hands it out, or one of them, https://docs.github.com/en/rest/repos/attestations. */
export function isAttested({ json, text }: Head): boolean {
  return ATTESTED.some((member) => json?.has(member) === true && INSIDE[member].test(text))
}
