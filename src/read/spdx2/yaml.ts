import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import type { Bytes, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'
import { yamlWords } from '../../model/yaml-words.ts'
import { guardYaml } from '../yaml/guard.ts'
import { indentQuoted } from '../yaml/unindented.ts'
import { SpdxCollector } from './document.ts'
import { encodingOf, textOf } from './text.ts'
import { TreeReader, type Fields } from './tree.ts'

/** SPDX 2.2 and 2.3 as YAML: the members of the JSON form. Every scalar is text, so a version 1.10 stays that. */
export const spdxYaml: Reader = {
  id: 'spdx-yaml',
  label: 'SPDX YAML 2.2–2.3',
  recognise: ({ text }) =>
    !/^\uFEFF?\s*[{[<]/.test(text) &&
    (/^\uFEFF?["']?spdxVersion["']?\s*:/m.test(text) || /^["']?SPDXID["']?\s*:\s+["']?SPDXRef-DOCUMENT/m.test(text)),
  read,
}

function read(bytes: Bytes, options: ReadOptions): Reading {
  const text = [...textOf(bytes, options.progress)].join('').replace(/^\uFEFF/, '')
  const { contents, place } = parsed(text, bytes.path)
  const document = new SpdxCollector()
  const tree = new TreeReader(document, options.limits, bytes.path)
  const yaml = new YamlFields(contents, '', place, document)
  tree.version(yaml.text('spdxVersion'), yaml)
  for (const creation of yaml.one('creationInfo')) for (const creator of creation.texts('creators')) document.creator(creator)
  document.relations.ties.address = yaml.text('documentNamespace')
  for (const one of yaml.list('externalDocumentRefs')) tree.external(one)
  for (const one of yaml.list('packages')) tree.package(one)
  for (const one of yaml.list('relationships')) tree.relationship(one)
  for (const ref of yaml.texts('documentDescribes')) document.relations.describe(ref)
  for (const one of yaml.list('hasExtractedLicensingInfos')) tree.licence(one)
  document.files = yaml.list('files').length + yaml.list('snippets').length
  return document.reading('spdx-yaml', undefined, encodingOf(bytes))
}

type Place = (offset: number) => { line: number; column: number }

/** As YAML 1.2; where that fails, with the further lines of quoted texts indented. What then fails is told of the text as it is. */
function parsed(text: string, file: string): { contents: Node | null; place: Place } {
  try {
    return strictly(text, file)
  } catch (error) {
    const indented = indentQuoted(text)
    if (indented === text || !(error instanceof Problem)) throw error
    try {
      return strictly(indented, file)
    } catch {
      throw error
    }
  }
}

function strictly(text: string, file: string): { contents: Node | null; place: Place } {
  guardYaml(text, file)
  const lines = new LineCounter()
  const { errors, contents } = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    merge: false,
    version: '1.2',
    schema: 'failsafe',
    keepSourceTokens: false,
  })
  const place: Place = (offset) => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const fault = errors[0]
  if (fault === undefined) return { contents: contents as Node | null, place }
  const what = yamlWords(fault.code, fault.message.split('\n')[0]!.replace(/ at line.*$/, ''), text.slice(fault.pos[0]))
  throw new Problem('E3501', { what }, { file, ...place(fault.pos[0]) })
}

/** A mapping, or what stands in its place: then it has no members, and that is noted. */
class YamlFields implements Fields {
  readonly line: number
  readonly column: number
  private readonly at: string
  private readonly place: Place
  private readonly document: SpdxCollector
  private readonly members = new Map<string, Node | null>()

  constructor(node: Node | null, at: string, place: Place, document: SpdxCollector) {
    ;({ line: this.line, column: this.column } = place(node?.range?.[0] ?? 0))
    this.at = at
    this.place = place
    this.document = document
    if (isMap(node)) this.collect(node.items as { key: unknown; value: unknown }[])
    else if (textOfNode(node) !== undefined || isSeq(node)) this.wrong(at.slice(at.lastIndexOf('/') + 1))
  }

  text(name: string): string | undefined {
    const node = this.members.get(name)
    if (isMap(node) || isSeq(node)) return this.wrong(name)
    return textOfNode(node ?? null)
  }

  list(name: string): readonly YamlFields[] {
    return this.items(name).map((node, i) => new YamlFields(node, `${this.at}/${name}/${i}`, this.place, this.document))
  }

  /** One alone is no list in the files of some tools. */
  texts(name: string): string[] {
    const only = textOfNode(this.members.get(name) ?? null)
    if (only !== undefined) return [only]
    return this.items(name).flatMap((node) => textOfNode(node) ?? [])
  }

  /** The mapping of that name, if there is one. */
  one(name: string): YamlFields[] {
    const node = this.members.get(name)
    return isMap(node) ? [new YamlFields(node as Node, `${this.at}/${name}`, this.place, this.document)] : []
  }

  private items(name: string): (Node | null)[] {
    const node = this.members.get(name)
    if (isSeq(node)) return node.items as (Node | null)[]
    if (textOfNode(node ?? null) !== undefined || isMap(node)) this.wrong(name)
    return []
  }

  /** A key that stands twice is a contradiction: neither counts. */
  private collect(pairs: readonly { key: unknown; value: unknown }[]): void {
    const twice = new Set<string>()
    for (const { key, value } of pairs) {
      const name = isScalar(key) ? String(key.value) : ''
      if (this.members.has(name)) twice.add(name)
      this.members.set(name, value as Node | null)
    }
    for (const key of twice) {
      this.document.note('W-DUPLICATE-KEY', this.at, { key })
      this.members.delete(key)
    }
  }

  private wrong(field: string): undefined {
    this.document.note('W-TYPE', this.at, { field })
  }
}

/** `null`, `~` and nothing at all say nothing, unless they are quoted. */
function textOfNode(node: Node | null): string | undefined {
  if (!isScalar(node)) return undefined
  const text = String(node.value ?? '')
  return node.type === 'PLAIN' && /^(?:null|~|)$/i.test(text) ? undefined : text
}
