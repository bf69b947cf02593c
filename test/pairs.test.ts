import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CORPUS } from './support/corpus.ts'
import { toXml } from './support/cyclonedx-xml.ts'
import { auditOf, withoutPlaces } from './support/whole-audit.ts'

const folder = join(CORPUS ?? '', 'sbom')
const contentOf = (name: string) => readFileSync(join(folder, name))
const files = CORPUS === undefined ? [] : readdirSync(folder, { recursive: true }).map(String).sort()
const pairs = files.filter((name) => /\/valid-[^/]*\.json$/.test(name) && existsSync(join(folder, name.replace(/json$/, 'xml'))))

/** Pairs of the conformance files whose JSON and XML do not say the same, and what differs. */
const DIFFER: readonly (readonly [name: RegExp, what: string])[] = [
  [/valid-bom-1\.2/, 'other components, suppliers and licences'],
  [/valid-component-ref-1\.[24]/, 'three components in XML, two in JSON'],
  [/valid-compositions-1\.4/, 'version 2.0 of a component in XML, 3.0 in JSON'],
  [/valid-dependency-1\.[24]/, 'names with and without "acme-"'],
  [/valid-external-reference-1\.4/, 'a publisher in JSON only'],
  [/valid-license-(expression|id|name)-1\.[24]/, 'an application with a purl in XML, a library without one in JSON'],
  [/valid-service-1\.[24]/, 'a publisher in JSON only'],
]
const whatDiffers = (name: string) => DIFFER.find(([pattern]) => pattern.test(name))?.[1]

/** Files whose JSON form says what XML cannot: they are refused, or contradict themselves. */
const ONLY_JSON = /^made\/(deep-nesting|duplicate-json-keys)/
const bomOf = (name: string) => {
  try {
    const bom = JSON.parse(contentOf(name).toString()) as { bomFormat?: string }
    return bom.bomFormat === 'CycloneDX' ? bom : undefined
  } catch {
    return undefined
  }
}
const boms = files.filter((name) => name.endsWith('.json') && !/\/(?:skip_)?invalid-/.test(name) && !ONLY_JSON.test(name) && bomOf(name) !== undefined) // prettier-ignore

const said = (content: Uint8Array) => withoutPlaces(auditOf(['bom', content]))

/** Runs with EIGENSTAND_CORPUS=<folder> npx vitest run test/pairs.test.ts. */
describe.skipIf(CORPUS === undefined)('the same CycloneDX document as JSON and as XML gives the same audit', () => {
  it('there are pairs, and files of all kinds', () => {
    const differ = pairs.filter((name) => whatDiffers(name) !== undefined)
    expect(differ.length).toBeLessThan(16)
    expect(pairs.length - differ.length).toBeGreaterThan(60)
    expect(boms.length).toBeGreaterThan(100)
  })

  it.each(pairs)('the pair %s, or it is known what differs', (name) => {
    const [json, xml] = [said(contentOf(name)), said(contentOf(name.replace(/json$/, 'xml')))]
    if (whatDiffers(name) === undefined) expect(xml).toEqual(json)
    else expect(xml).not.toEqual(json)
  })

  it.each(boms)('%s, written as XML', (name) => {
    expect(said(Buffer.from(toXml(bomOf(name) as never)))).toEqual(said(contentOf(name)))
  })
})
