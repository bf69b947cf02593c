import type { SaidLicence } from '../../model/item.ts'
import { withParts } from '../../model/whole-text.ts'
import type { XmlElement } from '../xml/elements.ts'
import { licenceText, partsOf, Statements } from './raw.ts'

/** XML has no lists without a name: these hold members that the JSON form gives by index. */
export const PLAIN = ['name', 'group', 'version', 'purl', 'cpe', 'scope', 'publisher', 'author'] as const
/** What a component or a licence has at most once; other elements may come again. */
const ONCE: ReadonlySet<string> = new Set([...PLAIN, 'supplier', 'manufacturer', 'provider', 'licenses', 'evidence', 'externalReferences', 'components', 'services', 'id', 'url', 'text']) // prettier-ignore

/** The child of that name. One that stands twice is a contradiction: neither counts. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  const found = element?.children.find((one) => one.name === name)
  return found === element?.children.findLast((one) => one.name === name) ? found : undefined
}

export function value(element: XmlElement | undefined, name: string): string | undefined {
  const text = child(element, name)?.text.trim()
  return text === '' ? undefined : text
}

export function twice({ children }: XmlElement): string[] {
  const names = children.map(({ name }) => name)
  return [...new Set(names.filter((name, i) => ONCE.has(name) && names.indexOf(name) !== i))]
}

export function licences(element: XmlElement | undefined, suffix: string): SaidLicence[] | undefined {
  if (element === undefined) return undefined
  const said = new Statements()
  for (const [index, entry] of element.children.entries()) {
    const acknowledgement = entry.attributes['acknowledgement']
    const found = entry.name.startsWith('expression')
      ? expression(entry, `${suffix}/${index}/expression`)
      : licence(entry, `${suffix}/${index}/license`)
    if (found !== undefined)
      said.add(acknowledgement === 'declared' || acknowledgement === 'concluded' ? { ...found, acknowledgement } : found)
  }
  return said.all
}

function expression(entry: XmlElement, at: string): SaidLicence | undefined {
  const text = (entry.attributes['expression'] ?? entry.text).trim()
  const details = entry.children.filter(({ name }) => name === 'details')
  const said = details.map((one) => ({
    id: one.attributes['license-identifier'],
    text: value(one, 'text'),
    encoding: child(one, 'text')?.attributes['encoding'],
    url: value(one, 'url'),
  }))
  return text === '' ? undefined : withParts({ text, as: 'expression', at }, partsOf(said))
}

/** A licence that contradicts itself says nothing that could be relied on. */
function licence(entry: XmlElement, at: string): SaidLicence | undefined {
  if (twice(entry).length > 0) return undefined
  const attachment = child(entry, 'text')
  return licenceText(
    {
      id: value(entry, 'id'),
      name: value(entry, 'name'),
      url: value(entry, 'url'),
      text: attachment?.text,
      encoding: attachment?.attributes['encoding'],
    },
    (leaf) => at + leaf,
  )
}
