import type { Stated } from '../../model/item.ts'
import type { XmlElement } from '../xml/elements.ts'

/** Children of an element along a path of local names. */
export function all(element: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = element === undefined ? [] : [element]
  for (const name of path) found = found.flatMap((one) => named(one, name))
  return found
}

const MANY = 64
/** Children by name, of elements that have many: a lot's result with thousands of tenders is asked once for each of them. */
const byName = new WeakMap<XmlElement, ReadonlyMap<string, readonly XmlElement[]>>()

function named(element: XmlElement, name: string): readonly XmlElement[] {
  const { children } = element
  if (children.length < MANY) return children.filter((child) => child.name === name)
  const known = byName.get(element) ?? Map.groupBy(children, (child) => child.name)
  byName.set(element, known)
  return known.get(name) ?? []
}

export function first(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return all(element, ...path)[0]
}

/** Trimmed text of the first element on the path; `undefined` if there is none or it is empty. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const text = first(element, ...path)?.text.trim()
  return text === '' ? undefined : text
}

/** The text in one language, else the first: notices repeat names in every language, in any order. */
export function inLanguage(elements: readonly XmlElement[], language: string | undefined): string | undefined {
  const stated = elements.filter(({ text }) => text.trim() !== '')
  const wanted = stated.find(({ attributes }) => language !== undefined && attributes['languageID'] === language) ?? stated[0]
  return wanted?.text.trim()
}

export const place = ({ line, column }: XmlElement) => ({ at: `line ${line}`, line, column })

/** The text of an element, at its line and name. */
export function statedIn(element: XmlElement): Stated {
  return { at: `${place(element).at}, ${element.name}`, says: element.text.trim() }
}
