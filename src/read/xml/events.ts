import { SaxesParser } from 'saxes'
import type { Limits } from '../../model/ports.ts'
import { Problem, type ProblemPlace } from '../../model/problem.ts'
import { utf16Of } from '../encoding.ts'

export type Attributes = Readonly<Record<string, string | undefined>>

/** What a document is told to. Names have the prefixes of `XmlDocument.namespaces`; those of other namespaces are `''`. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/** One XML document as a stream of bytes, whose pieces are valid until the next. */
export interface XmlDocument {
  readonly file: string
  /** Name of the document inside its file. */
  readonly part: string
  readonly chunks: Iterable<Uint8Array>
  /** Namespace → the prefix under which the listener knows it, '' for none. */
  readonly namespaces: Readonly<Record<string, string>>
}

const MAX_ATTRIBUTES = 256
const NAMES_KEPT = 1000

/**
 * Reads XML without making a tree of it; yields after each piece, when all its events have been told. Refuses a DOCTYPE
 * (E3402), depth (E3403), texts and tags over the limit of a string (E3103), whatever is no XML (E3401) or not UTF-8 or UTF-16 (E3105).
 */
export function* tellXml({ file, part, chunks, namespaces }: XmlDocument, limits: Limits, listener: XmlListener): Generator<void> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const place = (): ProblemPlace => ({ file, at: part, line: parser.line, column: parser.columnIndex + 1 })
  let names = new Names({}, namespaces)
  let depth = 0
  let silent = 0

  parser.on('error', (error) => {
    throw new Problem('E3401', { what: error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '') }, place())
  })
  parser.on('doctype', () => {
    throw new Problem('E3402', {}, place())
  })
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0
    if (depth === 0) names = new Names(attributes, namespaces)
    if (++depth > limits.depth) throw new Problem('E3403', { limit: limits.depth }, place())
    listener.open(names.of(name), names.attributes(attributes, place))
  })
  parser.on('closetag', ({ name }) => {
    silent = 0
    depth--
    listener.close(names.of(name))
  })
  const tell = (text: string): void => {
    silent = 0
    if (text.length > limits.stringBytes) throw new Problem('E3103', { limit: limits.stringBytes }, place())
    listener.text(text)
  }
  parser.on('text', tell)
  parser.on('cdata', tell)
  parser.on('comment', () => (silent = 0))

  let decoder: { decode(input?: Uint8Array, options?: { stream: boolean }): string } | undefined
  const decode = (bytes?: Uint8Array): string => {
    try {
      decoder ??= new TextDecoder(utf16Of(bytes ?? new Uint8Array(0)) ?? 'utf-8', { fatal: true })
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true })
    } catch {
      throw new Problem('E3105', { what: part }, place())
    }
  }
  const write = (bytes?: Uint8Array): void => {
    const text = decode(bytes)
    silent += text.length
    parser.write(text)
    // a text or tag that does not end is not waited for
    if (silent > limits.stringBytes + text.length) throw new Problem('E3103', { limit: limits.stringBytes }, place())
  }
  for (const piece of chunks) {
    write(piece)
    yield
  }
  write()
  parser.close()
  yield
}

/** Reads a whole document at once. */
export function tellAll(document: XmlDocument, limits: Limits, listener: XmlListener): void {
  for (const _ of tellXml(document, limits, listener));
}

/** The prefixes of a document → ours. Only its root declares them; others that come later are foreign. */
class Names {
  private readonly prefixes = new Map<string, string>()
  private readonly known = new Map<string, string>()
  /** Whether attributes have to be renamed as well. */
  private readonly renames: boolean

  constructor(root: Attributes, namespaces: Readonly<Record<string, string>>) {
    const own = new Set(Object.values(namespaces))
    let declared = false
    let renames = false
    for (const [name, uri] of Object.entries(root)) {
      const match = /^xmlns(?::(.*))?$/.exec(name)
      if (match === null) continue
      declared = true
      const prefix = match[1] ?? ''
      const ours = Object.hasOwn(namespaces, uri ?? '') ? namespaces[uri!] : undefined
      if (ours !== undefined) this.prefixes.set(prefix, ours)
      if (prefix !== (ours ?? prefix) || (ours === undefined && own.has(prefix))) renames = true
    }
    if (!declared) this.prefixes.set('', '')
    this.renames = renames
  }

  of(name: string): string {
    const known = this.known.get(name)
    if (known !== undefined) return known
    const cut = name.indexOf(':')
    const prefix = this.prefixes.get(cut < 0 ? '' : name.slice(0, cut))
    const ours = prefix === undefined ? '' : prefix === '' ? name.slice(cut + 1) : `${prefix}:${name.slice(cut + 1)}`
    if (this.known.size < NAMES_KEPT) this.known.set(name, ours)
    return ours
  }

  attributes(attributes: Attributes, place: () => ProblemPlace): Attributes {
    let count = 0
    for (const _ in attributes)
      if (++count > MAX_ATTRIBUTES) throw new Problem('E3401', { what: `more than ${MAX_ATTRIBUTES} attributes` }, place())
    if (!this.renames) return attributes
    const renamed = Object.create(null) as Record<string, string | undefined>
    for (const [name, value] of Object.entries(attributes)) {
      const ours = name.includes(':') ? this.of(name) : name
      if (ours !== '') renamed[ours] = value
    }
    return renamed
  }
}
