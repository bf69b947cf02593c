import { isUtf8 } from 'node:buffer'
import type { Bytes, Head, Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import type { Words } from '../../model/words.ts'
import { headOf } from '../detect.ts'
import { inMemory } from '../json/window.ts'
import { predicateNamed } from './foreign.ts'
import { ATTESTED, isAttested } from './github.ts'
import { contentOf, slice, within, type Origin } from './part.ts'
import { memberSpans, type Span } from './spans.ts'

/** What was inside a wrapper, and where that begins. */
export interface Opened {
  readonly bytes: Bytes
  readonly origin: Origin
}

/** Members that only wrappers have: GitHub's export of dependencies, BuildKit's, Sigstore bundle, DSSE envelope, in-toto statement. */
const WRAPPERS = ['sbom', 'SPDX', 'dsseEnvelope', 'payload', 'payloadType', 'predicateType'] as const
const INNER = ['sbom', 'SPDX', 'dsseEnvelope', 'payload', 'predicateType', 'predicate', ...ATTESTED] as const
/** Longer payloads are taken apart as a whole. */
const PAYLOAD_MAX = 128 * 2 ** 20
const PREDICATE_TYPE_MAX = 1000
/** An array of this many bytes holds nothing but blanks. */
const EMPTY = 20

/** A Sigstore bundle names its media type first, https://github.com/sigstore/protobuf-specs. */
export function isWrapper(head: Head): boolean {
  const { json } = head
  if (json === undefined || json.has('bomFormat') || json.has('spdxVersion')) return false
  if (json.get('mediaType')?.startsWith('application/vnd.dev.sigstore.bundle')) return true
  return WRAPPERS.some((name) => json.has(name)) || isAttested(head)
}

/** Takes off one wrapper. Errors: E3707 nothing in it, E3702 something else than an SBOM. */
export function opened(bytes: Bytes, limits: Limits): Opened {
  const members = memberSpans(bytes, limits, INNER)
  const inner = members.get('sbom') ?? members.get('SPDX') ?? members.get('dsseEnvelope')
  if (inner?.type === 'object') return plain(bytes, inner)
  if (inner?.type === 'string') return said(bytes, inner)
  const payload = members.get('payload')
  if (payload !== undefined) return encoded(bytes, payload)
  const predicate = members.get('predicate')
  if (predicate !== undefined) return statement(bytes, members.get('predicateType'), predicate, limits)
  const attested = members.get('attestations') ?? members.get('attestation') ?? members.get('bundle')
  if (attested?.type === 'null')
    throw unreadable(bytes, {
      de: 'das Bündel liegt nicht in der Datei, sondern unter „bundle_url“',
      en: 'the bundle is not in the file but at "bundle_url"',
    })
  if (attested?.type === 'object' || (attested?.type === 'array' && attested.to - attested.from > EMPTY)) return plain(bytes, attested)
  throw unreadable(bytes, { de: 'er enthält kein Dokument', en: 'it holds no document' })
}

function plain(bytes: Bytes, span: Span): Opened {
  return { bytes: slice(bytes, span.from, span.to), origin: span }
}

/** The payload of a DSSE envelope, in base64, https://github.com/secure-systems-lab/dsse. */
function encoded(bytes: Bytes, span: Span): Opened {
  const text = stringOf(bytes, span)
  if (text === '' || !/^[\w+/\s-]*={0,2}$/.test(text.trimEnd())) throw unreadable(bytes, { de: 'kein Base64', en: 'not base64' })
  const content = Buffer.from(text, 'base64')
  if (!isUtf8(content)) throw new Problem('E3105', { what: 'Base64' }, { file: bytes.path })
  return { bytes: inMemory(bytes.path, content), origin: { at: '' } }
}

/** The predicate of an in-toto statement, https://github.com/in-toto/attestation; old cosign puts the SBOM into its `Data`, as an object or as text. */
function statement(bytes: Bytes, type: Span | undefined, predicate: Span, limits: Limits): Opened {
  if (type?.type === 'string' && type.to - type.from < PREDICATE_TYPE_MAX) {
    const what = predicateNamed(stringOf(bytes, type))
    if (what !== undefined) throw new Problem('E3702', { what }, { file: bytes.path })
  }
  if (predicate.type === 'string') return said(bytes, predicate)
  if (predicate.type !== 'object') throw unreadable(bytes, { de: 'das Prädikat ist leer', en: 'the predicate is empty' })
  const inner = plain(bytes, predicate)
  const { json } = headOf(inner.bytes, limits)
  if (json === undefined || !(json.has('Data') || json.has('data'))) return inner
  const spans = memberSpans(inner.bytes, limits, ['Data', 'data'])
  const data = spans.get('Data') ?? spans.get('data')!
  if (data.type === 'string') return said(inner.bytes, data)
  if (data.type !== 'object') throw unreadable(bytes, { de: 'das Prädikat ist leer', en: 'the predicate is empty' })
  return { bytes: slice(inner.bytes, data.from, data.to), origin: within(inner.origin, data) }
}

function said(bytes: Bytes, span: Span): Opened {
  return { bytes: inMemory(bytes.path, Buffer.from(stringOf(bytes, span))), origin: { at: '' } }
}

function stringOf(bytes: Bytes, { from, to, type }: Span): string {
  if (type !== 'string') throw unreadable(bytes, { de: 'der Inhalt ist kein Text', en: 'the content is no text' })
  if (to - from > PAYLOAD_MAX)
    throw new Problem('E3503', { format: 'DSSE/in-toto', size: `${to - from} B`, limit: `${PAYLOAD_MAX} B` }, { file: bytes.path })
  const part = slice(bytes, from, to)
  return JSON.parse(contentOf(part.size, part.read).toString('utf8')) as string
}

function unreadable({ path }: Bytes, what: Words): Problem {
  return new Problem('E3707', { what }, { file: path })
}
