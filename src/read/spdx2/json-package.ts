import { Keys } from '../json/keys.ts'
import type { JsonWalk } from '../json/walk.ts'
import { addReference, PACKAGE_FIELDS, type RawPackage } from './raw.ts'

const PACKAGE = new Keys([...(Object.keys(PACKAGE_FIELDS) as (keyof typeof PACKAGE_FIELDS)[]), 'externalRefs'])
const REFERENCE = new Keys(['referenceType', 'referenceLocator'])

/** The next value, a package. */
export function readPackage(walk: JsonWalk, at: string): RawPackage {
  const raw: RawPackage = {}
  walk.members(PACKAGE, at, (name) => {
    if (name === 'externalRefs') walk.list(`${at}/externalRefs`, (place) => reference(walk, raw, place))
    else raw[PACKAGE_FIELDS[name]] = walk.text(at, name)
  }, (name) => {
    for (const field of name === 'externalRefs' ? (['purls', 'located', 'cpe'] as const) : [PACKAGE_FIELDS[name]]) delete raw[field]
  }) // prettier-ignore
  return raw
}

function reference(walk: JsonWalk, raw: RawPackage, at: string): void {
  let type: string | undefined
  let locator: string | undefined
  walk.members(REFERENCE, at, (name) => {
    const text = walk.scanner.text()
    if (name === 'referenceType') type = text
    else locator = text
  })
  addReference(raw, type, locator)
}
