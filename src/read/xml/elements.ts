import { SaxesParser } from 'saxes'
import type { Bytes, Limits } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { utf16Of } from '../encoding.ts'
import { ownCopy } from '../own-copy.ts'
import { NotUtf8 } from '../json/window.ts'

/** An element with what was kept of it. `name` is the local name; elements and attributes of foreign namespaces are left out. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
  readonly line: number
  readonly column: number
}

export interface XmlShape {
  /** Whether the namespace is the format's. */
  readonly namespace: (uri: string) => boolean
  /** Under which name an attribute is kept, if it is; without it those of no namespace are, which belong to their element. */
  readonly attribute?: (uri: string, local: string) => string | undefined
  /** Elements that are not looked into. */
  readonly skip: ReadonlySet<string>
  /** Elements whose children are handed over one by one and then forgotten, by their path from the root, e.g. `bom/components`. */
  readonly streams: ReadonlySet<string>
}

const CHUNK = 1 << 16
const MAX_ATTRIBUTES = 256

/**
 * Reads XML as a stream of elements. No document type, no entity beyond the five, no reference to anything outside:
 * a DOCTYPE ends it. `each` gets every child of a streamed element, `root` the root's tag before them.
 * Returns the encoding. E3105: one that is not known.
 */
export function readElements(
  bytes: Bytes,
  limits: Limits,
  shape: XmlShape,
  root: (element: XmlElement, uri: string) => void,
  each: (element: XmlElement, parent: string) => void,
): string {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const stack: { element: XmlElement | undefined; path: string }[] = []
  let start = { line: 1, column: 1 }
  const place = () => ({ file: bytes.path, line: parser.line, column: parser.columnIndex + 1 })
  const fail = (what: string): never => {
    throw new Problem('E3401', { what }, place())
  }

  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')))
  parser.on('doctype', () => {
    throw new Problem('E3402', {}, place())
  })
  parser.on('opentagstart', ({ name }) => {
    start = { line: parser.line, column: Math.max(1, parser.columnIndex - name.length - 1) }
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (stack.length >= limits.depth) throw new Problem('E3403', { limit: limits.depth }, place())
    if (Object.keys(attributes).length > MAX_ATTRIBUTES) fail(`more than ${MAX_ATTRIBUTES} attributes`)
    const parent = stack.at(-1)
    const path = parent === undefined ? local : `${parent.path}/${local}`
    const inside = parent === undefined || parent.element !== undefined
    const kept = inside && shape.namespace(uri) && !shape.skip.has(local)
    const element: XmlElement | undefined = kept
      ? { name: local, attributes: keptOf(Object.values(attributes), shape), children: [], text: '', ...start }
      : undefined
    if (parent === undefined && element === undefined) fail(`unknown root element ${local}`)
    stack.push({ element, path })
    if (parent === undefined) root(element!, uri)
  })
  const addText = (text: string) => {
    const element = stack.at(-1)?.element
    if (element === undefined) return
    if (element.text.length + text.length > limits.stringBytes) throw new Problem('E3103', { limit: limits.stringBytes }, place())
    element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const { element } = stack.pop()!
    const parent = stack.at(-1)
    if (element === undefined || parent === undefined) return
    if (element.children.length === 0) element.text = ownCopy(element.text)
    if (shape.streams.has(parent.path)) each(element, parent.path)
    else parent.element?.children.push(element)
  })

  return feed(bytes, parser)
}

function keptOf(
  attributes: readonly { readonly uri: string; readonly local: string; readonly value: string }[],
  { attribute = ownAttribute }: XmlShape,
): Readonly<Record<string, string>> {
  const kept = Object.create(null) as Record<string, string>
  for (const { uri, local, value } of attributes) {
    const name = attribute(uri, local)
    if (name !== undefined) kept[name] = ownCopy(value)
  }
  return kept
}

const ownAttribute = (uri: string, local: string): string | undefined => (uri === '' ? local : undefined)

function feed(bytes: Bytes, parser: SaxesParser<{ xmlns: true; position: true; fileName: string }>): string {
  const chunk = Buffer.allocUnsafe(CHUNK)
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for (let position = 0; ;) {
    const count = bytes.read(chunk, position)
    if (count === 0) break
    const part = chunk.subarray(0, count)
    decoder ??= decoderOf(part, bytes.path)
    parser.write(decode(() => decoder!.decode(part, { stream: true }), position))
    position += count
  }
  if (decoder !== undefined) parser.write(decode(() => decoder!.decode(), bytes.size))
  parser.close()
  return decoder?.encoding ?? 'utf-8'
}

function decoderOf(head: Uint8Array, file: string): InstanceType<typeof TextDecoder> {
  const encoding = encodingOf(head)
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new Problem('E3105', { what: encoding }, { file, line: 1, column: 1 })
  }
}

function decode(run: () => string, position: number): string {
  try {
    return run()
  } catch {
    throw new NotUtf8(position)
  }
}

/**
 * Byte order mark, NUL pattern, or the XML declaration; UTF-8 without either. A declaration that could be read as bytes is not
 * UTF-16, whatever it says: programs that write XML into a string leave it so.
 */
function encodingOf(head: Uint8Array): string {
  const utf16 = utf16Of(head)
  if (utf16 !== undefined) return utf16
  const declared = /^<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(
    Buffer.from(head.subarray(0, 200)).toString('latin1').replace(/^ï»¿/, ''),
  )?.[1]
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared
}
