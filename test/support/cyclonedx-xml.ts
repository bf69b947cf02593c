/** A value of a BOM in its JSON form. */
type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }
type Members = { readonly [key: string]: Value }

/** Members that XML writes as attributes of their element. */
const ATTRIBUTES = new Set([
  'bom-ref',
  'mime-type',
  'alg',
  'ref',
  'acknowledgement',
  'encoding',
  'contentType',
  'content-type',
  'serialNumber',
])
/** Lists whose entries XML repeats without an element around them. */
const BARE = new Set(['url', 'contact', 'phone', 'email'])
/** Lists and the name that XML gives their entries. */
const ENTRIES: Readonly<Record<string, string>> = {
  components: 'component', services: 'service', dependencies: 'dependency', compositions: 'composition', externalReferences: 'reference', hashes: 'hash',
  properties: 'property', tools: 'tool', authors: 'author', assemblies: 'assembly', vulnerabilities: 'vulnerability', copyright: 'text', tags: 'tag',
  dependsOn: 'dependency', provides: 'provides', endpoints: 'endpoint', lifecycles: 'lifecycle', licensing: 'licensing', annotations: 'annotation',
} // prettier-ignore

const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const isList = (value: Value): value is readonly Value[] => Array.isArray(value)
const isObject = (value: Value): value is Members => typeof value === 'object' && value !== null && !isList(value)

/** The XML form of a CycloneDX BOM that is given in its JSON form, https://cyclonedx.org/docs/. Only what a reader of components may look at is exact. */
export function toXml(bom: Members): string {
  const { specVersion, ...more } = bom
  const rest = Object.fromEntries(Object.entries(more).filter(([key]) => key !== '$schema' && key !== 'bomFormat'))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('bom', { ...rest, xmlns: `http://cyclonedx.org/schema/bom/${String(specVersion)}` }, '')}\n`
}

function element(name: string, value: Value, indent: string): string {
  if (!isObject(value)) return `${indent}<${name}>${isList(value) ? '' : escape(String(value ?? ''))}</${name}>`
  const { head, text, inner } = partsOf(name, value, `${indent}  `)
  const start = `${indent}<${name}${head.map(([key, one]) => ` ${key}="${escape(String(one))}"`).join('')}`
  if (text !== undefined) return `${start}>${escape(text)}</${name}>`
  return inner.length === 0 ? `${start}/>` : `${start}>\n${inner.join('\n')}\n${indent}</${name}>`
}

/** Attributes of an element, its text, its children. */
function partsOf(name: string, members: Members, indent: string): { head: [string, Value][]; text?: string; inner: string[] } {
  const entries = Object.entries(members)
  // a type is an attribute wherever it tells what kind of component or reference stands there
  const isAttribute = (key: string) => ATTRIBUTES.has(key) || key === 'xmlns' || (key === 'type' && (name === 'component' || name === 'reference')) || (key === 'version' && name === 'bom') || (key === 'name' && name === 'property') // prettier-ignore
  const head = entries.filter(([key, value]) => isAttribute(key) && !isObject(value) && !isList(value))
  const rest = entries.filter((entry) => !head.includes(entry))
  const content = members['content'] ?? members['value']
  if ((name === 'hash' || name === 'property' || name === 'text') && !isObject(content ?? null))
    return { head, text: String(content ?? ''), inner: [] }
  return { head, inner: rest.flatMap(([key, value]) => childrenOf(key, value, indent)) }
}

function childrenOf(key: string, value: Value, indent: string): string[] {
  if (key === 'licenses' && isList(value))
    return [
      wrapped(
        key,
        value.flatMap((entry) => licence(entry, `${indent}  `)),
        indent,
      ),
    ]
  if (key === 'dependsOn' || key === 'provides') return (value as readonly Value[]).map((ref) => element(ENTRIES[key]!, { ref }, indent))
  if (!isList(value)) return [element(key, value, indent)]
  if (BARE.has(key)) return value.map((entry) => element(key, entry, indent))
  const entry = ENTRIES[key] ?? key
  return [
    wrapped(
      key,
      value.map((one) =>
        element(entry, key === 'assemblies' || (key === 'dependencies' && !isObject(one)) ? { ref: one } : one, `${indent}  `),
      ),
      indent,
    ),
  ]
}

/** The licence's reference and what it is stand on the element that the entry holds. */
function licence(entry: Value, indent: string): string[] {
  if (!isObject(entry)) return []
  const { license, expression, ...said } = entry
  if (expression !== undefined) {
    const head = Object.entries(said).filter(([key]) => ATTRIBUTES.has(key))
    return [
      `${indent}<expression${head.map(([key, one]) => ` ${key}="${escape(String(one))}"`).join('')}>${escape(String(expression))}</expression>`,
    ]
  }
  return isObject(license ?? null) ? [element('license', license!, indent)] : []
}

function wrapped(name: string, children: readonly string[], indent: string): string {
  return children.length === 0 ? `${indent}<${name}/>` : `${indent}<${name}>\n${children.join('\n')}\n${indent}</${name}>`
}
