import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseWaivers } from '../../src/knowledge/waivers.ts'
import { parseBaseline } from '../../src/knowledge/baseline.ts'
import { policy } from '../../src/knowledge/policies.ts'
import { parseMapping, parseProject } from '../../src/knowledge/project.ts'
import { parseYaml } from '../../src/knowledge/yaml.ts'
import { Problem } from '../../src/model/problem.ts'
import { packageOf, parsePurl } from '../../src/model/purl.ts'
import { join as joined, readInputs } from '../../src/read/index.ts'
import { inspectLists } from '../../src/read/inspect.ts'
import { checkJson } from '../../src/read/json/check.ts'
import { read as readLicence } from '../support/licences.ts'
import { LIMITS } from '../support/limits.ts'
import { bytesOf } from '../support/list.ts'
import { zip } from '../support/zip.ts'

/** Something that reads: `run` must end, soon, with a result that keeps its promises or with a `Problem` of this exit code. */
export interface Target {
  readonly samples: readonly Uint8Array[]
  readonly exitCode: number
  run(content: Uint8Array): void
}

const fixture = (path: string) => readFileSync(join(import.meta.dirname, '../../fixtures', path))
const fixtures = (folder: string, pattern: RegExp) =>
  readdirSync(join(import.meta.dirname, '../../fixtures', folder)).filter((name) => pattern.test(name)).map((name) => fixture(`${folder}/${name}`)) // prettier-ignore
const texts = (...all: readonly string[]) => all.map((text) => Buffer.from(text))

const cyclonedx = fixture('rosetta/bom.cdx.json')
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"><metadata><tools><tool><name>t</name><version>1</version></tool></tools>
<component type="application" bom-ref="app"><name>app</name><version>1</version></component></metadata>
<components><component type="library" bom-ref="a"><supplier><name>S</name><url>https://s.example</url></supplier><group>g</group><name>a</name><version>1</version>
<licenses><license><id>MIT</id></license></licenses><purl>pkg:npm/a@1</purl><externalReferences><reference type="vcs"><url>https://github.com/x/a</url></reference></externalReferences>
<components><component type="library" bom-ref="b"><name>b</name><licenses><expression>MIT OR Apache-2.0</expression></licenses></component></components></component></components>
<services><service bom-ref="s"><provider><name>P</name></provider><name>s</name></service></services>
<dependencies><dependency ref="app"><dependency ref="a"/></dependency></dependencies></bom>`
const statement = (predicate: string) =>
  `{"_type":"https://in-toto.io/Statement/v1","predicateType":"https://cyclonedx.org/bom","subject":[],"predicate":${predicate}}`
const SMALL = '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"a","licenses":[{"license":{"name":"MIT"}}]}]}' // prettier-ignore
const dsse = `{"payloadType":"application/vnd.in-toto+json","payload":"${Buffer.from(statement(SMALL)).toString('base64')}","signatures":[]}`

function input(...samples: readonly Uint8Array[]): Target {
  return { samples, exitCode: 3, run: readsHonestly }
}

/** Reads as the tool does. Every source adds up, and everything in it can be written. */
export function readsHonestly(content: Uint8Array): void {
  const sources = readInputs({ ...bytesOf(content, 'f'), sha256: () => '0' }, { limits: { ...LIMITS, components: 10_000, inflatedBytes: 1 << 26 } })
  const inventory = joined(sources)
  sources.forEach(({ reading: { items, rejected, unusable } }, i) => {
    const { records, read, ...rest } = inventory.sources[i]!
    const counts = [records, read, rest.rejected, rest.unusable]
    if (!counts.every((n) => Number.isSafeInteger(n) && n >= 0)) throw new Error(`counts ${counts.join()}`)
    if (records !== items.length + rejected + unusable || read !== items.length) throw new Error(`counts do not add up: ${counts.join()}`)
  })
  const text = JSON.stringify(inventory)
  if (/\[object (?:Object|Function|Map)/.test(text) && !Buffer.from(content).includes('[object ')) throw new Error('an object became text')
  for (const { amount } of inventory.items) if (amount !== undefined && !Number.isFinite(Number(amount.value))) throw new Error(`amount ${amount.value}`)
} // prettier-ignore

const yaml = (parse: (text: string, file: string) => unknown, ...samples: readonly Uint8Array[]): Target => ({
  samples, exitCode: 2, run: (content) => void parse(Buffer.from(content).toString('utf8'), 'f'),
}) // prettier-ignore

/** As the tool does: what is no JSON does not come to the parser. */
function baselineOf(text: string, file: string): void {
  try {
    checkJson(Buffer.from(text), file, LIMITS)
  } catch (error) {
    if (error instanceof Problem) return
    throw error
  }
  parseBaseline(text, file)
}

/** Every parser, by name. */
export const TARGETS: Readonly<Record<string, Target>> = {
  'cyclonedx-json': input(cyclonedx, Buffer.from(SMALL)),
  'cyclonedx-xml': input(Buffer.from(XML)),
  'spdx-json': input(fixture('rosetta/bom.spdx.json')),
  'spdx-yaml': input(fixture('rosetta/bom.spdx.yaml')),
  'spdx-tag-value': input(fixture('rosetta/bom.spdx')),
  'spdx-rdf': input(fixture('rosetta/bom.spdx.rdf')),
  'spdx-xml': input(fixture('rosetta/bom.spdx.xml')),
  'spdx3-json': input(fixture('rosetta/bom.spdx3.json')),
  wrapped: input(...texts(dsse, statement(SMALL), `{"sbom":${SMALL}}`, `[${SMALL},${SMALL}]`, `${SMALL}\n${SMALL}\n`, `{"dsseEnvelope":${dsse}}`), gzipSync(SMALL), zip([{ name: 'a', data: SMALL }, { name: 'b', data: XML }])),
  encoded: input(Buffer.from(`\ufeff${SMALL}`, 'utf16le'), Buffer.from(`\ufeff${XML}`, 'utf16le'), Buffer.from(SMALL.replace('"a"', '"ä"'), 'latin1')),
  csv: input(fixture('rosetta/vertraege.csv'), ...fixtures('read/csv', /\.csv$/)),
  xlsx: input(fixture('rosetta/vertraege.xlsx')),
  ods: input(fixture('rosetta/vertraege.ods')),
  tender: input(...fixtures('read/tender', /\.(json|xml)$/)),
  'notice-set': input(zip(readdirSync(join(import.meta.dirname, '../../fixtures/read/tender/set')).map((name) => ({ name, data: fixture(`read/tender/set/${name}`) })))),
  columns: { samples: [fixture('rosetta/vertraege.csv'), fixture('rosetta/vertraege.xlsx'), ...fixtures('read/csv', /\.csv$/)], exitCode: 3, run: (content) => void inspectLists(bytesOf(content, 'f'), { limits: LIMITS }) },
  rules: yaml((text, file) => policy(parseYaml(text, file)), ...['gatekeeper-item', 'lock-in-award', 'five-vendors'].map((id) => fixture(`../rules/policies/${id}.yaml`))),
  project: yaml(parseProject, ...texts('project:\n  id: a\n  name: "A"\n  authority: B\nset: strict\nlimits:\n  - condition: new-restricted-item\n    limit: 3\n    reason: "x"\n    date: 2026-01-01\n')),
  mapping: yaml(parseMapping, ...texts('columns:\n  "foo": product\n  "bar": supplier\nnumbers: de\ndates: dmy\ncurrency: EUR\nheaderLine: 2\n')),
  waivers: yaml(parseWaivers, ...texts(`- finding: "${'0'.repeat(64)}"\n  reason: accepted-risk\n  words: "x"\n  approvedBy: IT-Leitung\n  from: 2026-01-01\n  until: 2026-12-31\n`)),
  baseline: yaml(baselineOf, ...texts('{"format":"eigenstand/baseline/1","project":"a","asOf":"2026-01-01","rules":{"set":"default","sha256":"0"},"axes":[],"concentration":[],"findings":[]}')),
  licence: { samples: texts('MIT', '(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0', 'GPLv2+ and LGPLv2+ with exceptions', 'Apache License, Version 2.0; BSD, MIT', 'https://opensource.org/licenses/MIT'), exitCode: 0, run: (content) => void JSON.stringify(readLicence(Buffer.from(content).toString('utf8'))) },
  purl: { samples: texts('pkg:npm/%40angular/core@16.0.0?a=b#c/d', 'pkg:maven/org.apache/commons@1.0', 'pkg:golang/github.com/a/b/v2@v2.0.0', 'pkg:oci/x@sha256%3Aab?repository_url=ghcr.io/x'), exitCode: 0, run: (content) => { const purl = parsePurl(Buffer.from(content).toString('utf8')); if (purl !== undefined && !packageOf(purl).startsWith('pkg:')) throw new Error('no package') } },
} // prettier-ignore

/** Longest time for one input of these sizes, in ms; far above what a loaded machine needs. */
const SLOW = 20_000

/** What is wrong with how a target took this content; `undefined` if nothing is. */
export function fault({ exitCode, run }: Target, content: Uint8Array): string | undefined {
  const start = performance.now()
  try {
    run(content)
  } catch (error) {
    if (!(error instanceof Problem)) return (error as Error).stack ?? String(error)
    if (error.exitCode !== exitCode) return `exit code ${error.exitCode}: ${error.id}`
    for (const language of ['de', 'en'] as const) {
      const words = `${error.says(language)} ${error.hint(language)}`
      if (/undefined|\[object/.test(words) && !/undefined|\[object/.test(Buffer.from(content).toString('latin1'))) return `${error.id}: ${words}`
    }
  }
  const took = performance.now() - start
  if (({} as Record<string, unknown>)['polluted'] !== undefined) return 'the prototype is polluted'
  return took > SLOW ? `${Math.round(took)} ms for ${content.length} B` : undefined
} // prettier-ignore
