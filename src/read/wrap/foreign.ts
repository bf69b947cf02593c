import type { Head } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import type { Words } from '../../model/words.ts'
import { foreignJson } from './foreign-json.ts'
import { foreignText, unreadForm } from './foreign-text.ts'

/** Packers that are not unpacked, by the bytes at an offset. */
const PACKED: readonly { readonly name: string; readonly at: number; readonly bytes: string }[] = [
  { name: 'xz', at: 0, bytes: '\xfd7zXZ\0' },
  { name: 'bzip2', at: 0, bytes: 'BZh' },
  { name: 'Zstandard', at: 0, bytes: '\x28\xb5\x2f\xfd' },
  { name: '7-Zip', at: 0, bytes: '7z\xbc\xaf\x27\x1c' },
  { name: 'RAR', at: 0, bytes: 'Rar!\x1a\x07' },
  { name: 'LZMA', at: 0, bytes: '\x5d\0\0' },
  { name: 'compress', at: 0, bytes: '\x1f\x9d' },
  { name: 'tar', at: 257, bytes: 'ustar' },
]

/** Kinds of in-toto attestations that are no SBOM, by their predicate type. */
const PREDICATES: readonly { readonly pattern: RegExp; readonly what: Words }[] = [
  {
    pattern: /slsa\.dev\/provenance|in-toto\.io\/Provenance/i,
    what: { de: 'ein Herkunftsnachweis (SLSA Provenance)', en: 'a provenance attestation (SLSA)' },
  },
  {
    pattern: /slsa\.dev\/verification_summary/,
    what: { de: 'eine Prüfzusammenfassung (SLSA VSA)', en: 'a verification summary (SLSA VSA)' },
  },
  { pattern: /attestation\/vuln/, what: { de: 'ein Schwachstellenbericht (in-toto vuln)', en: 'a vulnerability report (in-toto vuln)' } },
  { pattern: /openvex/, what: { de: 'ein OpenVEX-Dokument (Schwachstellen)', en: 'an OpenVEX document (vulnerabilities)' } },
  {
    pattern: /in-toto\.io\/(attestation\/)?link/i,
    what: { de: 'ein Arbeitsschritt (in-toto Link)', en: 'a supply chain step (in-toto link)' },
  },
  {
    pattern: /attestation\/(scai|test-result|release|runtime-trace)/,
    what: { de: 'eine andere in-toto-Bescheinigung', en: 'another in-toto attestation' },
  },
]

/** Those that are one, and what cosign says of any document that it was given without a type. */
const SBOM_PREDICATE = /cyclonedx|spdx|^(?:https:\/\/)?cosign\.sigstore\.dev\/attestation\/v1$/i

/** What an attestation is that is no SBOM; `undefined` for those that may be one. */
export function predicateNamed(type: string): Words | undefined {
  if (SBOM_PREDICATE.test(type)) return undefined
  return (
    PREDICATES.find(({ pattern }) => pattern.test(type))?.what ?? {
      de: `eine Bescheinigung der Art ${type}`,
      en: `an attestation of the type ${type}`,
    }
  )
}

/** Refuses by name what is known and not read. Errors: E3701 packed, E3702 no SBOM, E3703 a form of SBOM that is not read. */
export function assertRead(head: Head, file: string): void {
  const start = Buffer.from(head.bytes.subarray(0, 512)).toString('latin1')
  const packed = PACKED.find((one) => start.startsWith(one.bytes, one.at))
  if (packed !== undefined) throw new Problem('E3701', { format: packed.name }, { file })
  const unread = unreadForm(head)
  if (unread !== undefined) throw new Problem('E3703', unread, { file })
  const what = foreignJson(head) ?? foreignText(head)
  if (what !== undefined) throw new Problem('E3702', { what }, { file })
}
