import type { Head } from '../../model/ports.ts'
import type { Words } from '../../model/words.ts'
import { rootOf } from '../xml/root.ts'

/** XML of other tools, by its root element and namespace. */
const XML: readonly { readonly root: string; readonly uri: RegExp; readonly what: Words }[] = [
  { root: 'SoftwareIdentity', uri: /19770/, what: { de: 'eine Softwarekennung (SWID)', en: 'a software identification tag (SWID)' } },
  { root: 'project', uri: /maven\.apache\.org/, what: { de: 'eine Projektdatei von Maven', en: "Maven's project file" } },
  { root: 'analysis', uri: /dependency-check/, what: { de: 'ein Bericht von Dependency-Check', en: 'a Dependency-Check report' } },
]
const ORT: Words = { de: 'ein Ergebnis von ORT', en: 'an ORT result' }
const SYFT_TABLE = /^NAME {2,}VERSION {2,}TYPE/

/** Text that lists components in a tool's own form, and is neither JSON nor a list of ours. */
export function foreignText({ json, text }: Head): Words | undefined {
  if (json !== undefined) return undefined
  if (SYFT_TABLE.test(text)) return { de: 'eine Syft-Liste (Tabelle)', en: 'a Syft list (table)' }
  if (/^(?:\uFEFF?---\s*\n)?repository:\s*\n/.test(text) && /^analyzer:\s*$/m.test(text)) return ORT
  if (!/^\uFEFF?\s*</.test(text)) return undefined
  const root = rootOf(text)
  return XML.find((one) => one.root === root?.name && one.uri.test(root.uri))?.what
}

/** A form of SBOM that is known and not read, and why. */
export function unreadForm({ json, text, bytes }: Head): { readonly format: string; readonly why: Words } | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  // the first field of its message: number 1, three bytes, the version
  if (/^\x0a\x03[12]\.\d[\x10\x1a\x22]/.test(start))
    return {
      format: 'CycloneDX protobuf',
      why: { de: 'das Format hat keine Kennung, und JSON sagt dasselbe', en: 'the format has no signature, and JSON says the same' },
    }
  if (json?.has('specFormat')) return { format: 'CycloneDX 2.0', why: { de: 'die Fassung ist ein Entwurf', en: 'this version is a draft' } }
  if (json !== undefined) return undefined
  const same: Words = { de: 'JSON und RDF/XML sagen dasselbe', en: 'JSON and RDF/XML say the same' }
  if (/^\s*(?:#[^\r\n]*[\r\n]\s*)*(?:@prefix|@base|PREFIX)\b[^]*<https?:\/\/spdx\.org\/rdf\//.test(text))
    return { format: 'SPDX Turtle', why: same }
  if (text.includes('<http://spdx.org/rdf/terms#') && /^[ \t]*(?:<[^<>\s]+>|_:\w+) <[^<>\s]+> [^\n]*\.\s*$/m.test(text))
    return { format: 'SPDX N-Triples', why: same }
  if (/^bomFormat:\s*["']?CycloneDX/m.test(text))
    return { format: 'CycloneDX YAML', why: { de: 'CycloneDX kennt nur JSON und XML', en: 'CycloneDX has JSON and XML only' } }
  return undefined
}
