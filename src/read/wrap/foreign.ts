import type { Head } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import type { Words } from '../../model/words.ts'

/** Packers that are not unpacked, by the bytes at an offset. */
const PACKED: readonly { readonly name: string; readonly at: number; readonly bytes: string }[] = [
  { name: 'xz', at: 0, bytes: '\xfd7zXZ\0' },
  { name: 'bzip2', at: 0, bytes: 'BZh' },
  { name: 'Zstandard', at: 0, bytes: '\x28\xb5\x2f\xfd' },
  { name: '7-Zip', at: 0, bytes: '7z\xbc\xaf\x27\x1c' },
  { name: 'tar', at: 257, bytes: 'ustar' },
]

/** JSON that lists components or findings in a tool's own form. */
const FOREIGN: readonly { readonly what: Words; readonly recognise: (json: ReadonlyMap<string, string>) => boolean }[] = [
  { what: { de: 'ein Trivy-Bericht (natives JSON)', en: 'a Trivy report (native JSON)' }, recognise: (json) => json.has('SchemaVersion') },
  { what: { de: 'eine Syft-Liste (natives JSON)', en: 'a Syft list (native JSON)' }, recognise: (json) => json.has('artifacts') },
  {
    what: { de: 'ein Grype-Bericht (natives JSON)', en: 'a Grype report (native JSON)' },
    recognise: (json) => json.has('matches') && json.has('descriptor'),
  },
  {
    what: { de: 'ein SARIF-Protokoll', en: 'a SARIF log' },
    recognise: (json) => json.has('runs') && /sarif/i.test(json.get('$schema') ?? 'sarif'),
  },
  {
    what: { de: 'ein OpenVEX-Dokument (Schwachstellen)', en: 'an OpenVEX document (vulnerabilities)' },
    recognise: (json) => /openvex/.test(json.get('@context') ?? ''),
  },
  {
    what: { de: 'ein CSAF-Dokument (Schwachstellen)', en: 'a CSAF document (vulnerabilities)' },
    recognise: (json) => json.has('document') && (json.has('product_tree') || json.has('vulnerabilities')),
  },
  { what: { de: 'eine Sperrdatei von npm', en: "npm's lock file" }, recognise: (json) => json.has('lockfileVersion') },
  {
    what: { de: 'das Manifest eines Containers', en: "a container's manifest" },
    recognise: (json) => /^application\/vnd\.(oci|docker)\./.test(json.get('mediaType') ?? ''),
  },
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

const SBOM_PREDICATE = /cyclonedx|spdx/i

/** What an attestation is that is no SBOM; `undefined` for those that are one. */
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
  const { json, bytes } = head
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  const packed = PACKED.find((one) => start.startsWith(one.bytes, one.at))
  if (packed !== undefined) throw new Problem('E3701', { format: packed.name }, { file })
  // the first field of its message: number 1, three bytes, the version
  if (/^\x0a\x03[12]\.\d[\x10\x1a\x22]/.test(start)) {
    throw new Problem(
      'E3703',
      {
        format: 'CycloneDX protobuf',
        why: { de: 'das Format hat keine Kennung, und JSON sagt dasselbe', en: 'the format has no signature, and JSON says the same' },
      },
      { file },
    )
  }
  if (json === undefined) return
  if (json.has('specFormat')) {
    throw new Problem(
      'E3703',
      { format: 'CycloneDX 2.0', why: { de: 'die Fassung ist ein Entwurf', en: 'this version is a draft' } },
      { file },
    )
  }
  const foreign = FOREIGN.find(({ recognise }) => recognise(json))
  if (foreign !== undefined) throw new Problem('E3702', { what: foreign.what }, { file })
}
