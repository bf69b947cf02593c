import type { Bytes, Reader, Reading, ReadOptions } from '../../model/ports.ts'
import { readElements, type XmlElement, type XmlShape } from '../xml/elements.ts'
import { SpdxCollector } from './document.ts'
import { TreeReader, type Fields } from './tree.ts'

const SHAPE: XmlShape = {
  namespace: (uri) => uri === '',
  skip: new Set(['annotations', 'checksums', 'copyrightText', 'attributionTexts', 'hasFiles', 'licenseInfoFromFiles', 'revieweds']),
  streams: new Set(['Document']),
}

/** SPDX 2.2 and 2.3 as XML: the members of the JSON form as elements, lists as repeated ones. */
export const spdxXml: Reader = {
  id: 'spdx-xml',
  label: 'SPDX XML 2.2–2.3',
  recognise: ({ text }) => /^\uFEFF?\s*<[?!\w]/.test(text) && /<Document\b/.test(text) && /<(?:spdxVersion|SPDXID)>/.test(text),
  read,
}

function read(bytes: Bytes, options: ReadOptions): Reading {
  const document = new SpdxCollector()
  const tree = new TreeReader(document, options.limits, bytes.path)
  const encoding = readElements(bytes, options.limits, SHAPE, () => undefined, part)
  if (document.specVersion === undefined) tree.version(undefined, { line: 1, column: 1 })
  return document.reading('spdx-xml', undefined, encoding)

  function part(element: XmlElement): void {
    const fields = new XmlFields(element, document)
    switch (element.name) {
      case 'spdxVersion': return tree.version(element.text, element)
      case 'creationInfo': return fields.list('creators').forEach((one) => document.creator(one.content))
      case 'documentNamespace': return void (document.relations.ties.address = element.text.trim())
      case 'externalDocumentRefs': return tree.external(fields)
      case 'packages': return tree.package(fields)
      case 'relationships': return tree.relationship(fields)
      case 'documentDescribes': return document.relations.describe(element.text.trim())
      case 'hasExtractedLicensingInfos': return tree.licence(fields)
      case 'files': case 'snippets': return void document.files++
    } // prettier-ignore
  }
}

class XmlFields implements Fields {
  readonly line: number
  readonly column: number
  private readonly element: XmlElement
  private readonly document: SpdxCollector

  constructor(element: XmlElement, document: SpdxCollector) {
    ;({ line: this.line, column: this.column } = element)
    this.element = element
    this.document = document
  }

  get content(): string {
    return this.element.text
  }

  /** An element that stands twice is a contradiction: neither counts. */
  text(name: string): string | undefined {
    const [first, ...more] = this.element.children.filter((child) => child.name === name)
    if (more.length > 0) this.document.note('W-DUPLICATE-KEY', `line ${this.line}`, { key: name })
    const text = more.length > 0 ? '' : first?.text.trim()
    return text === '' ? undefined : text
  }

  list(name: string): readonly XmlFields[] {
    return this.element.children.filter((child) => child.name === name).map((child) => new XmlFields(child, this.document))
  }

  texts(name: string): readonly string[] {
    return this.list(name).map(({ content }) => content.trim())
  }
}
