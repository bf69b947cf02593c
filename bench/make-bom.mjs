// Writes CycloneDX 1.6 files of any size for measurements: the same bytes for the same size, about 1.2 kB a component, and
// enough distinct values that no cache is flattered.
import { closeSync, openSync, writeSync } from 'node:fs'

/** Package ecosystems: how many of a hundred components, and namespaces as they occur in real inventories. */
// prettier-ignore
const ECOSYSTEMS = [
  { type: 'npm', share: 38, namespaces: ['', '', '', '%40angular', '%40babel', '%40types', '%40aws-sdk', '%40microsoft', '%40sap', '%40vue', '%40fortawesome', '%40emotion', '%40jest', '%40nestjs', '%40azure'] },
  { type: 'maven', share: 30, namespaces: ['org.springframework.boot', 'org.springframework', 'org.apache.commons', 'org.apache.logging.log4j', 'com.fasterxml.jackson.core', 'io.quarkus', 'com.google.guava', 'software.amazon.awssdk', 'com.microsoft.azure', 'com.oracle.database.jdbc', 'org.eclipse.jetty', 'io.netty', 'org.hibernate.orm', 'de.beispiel.fachverfahren', 'jakarta.persistence'] },
  { type: 'pypi', share: 10, namespaces: [''] },
  { type: 'golang', share: 8, namespaces: ['github.com/aws/aws-sdk-go-v2', 'github.com/hashicorp', 'golang.org/x', 'k8s.io', 'google.golang.org/grpc', 'github.com/prometheus', 'github.com/Azure/azure-sdk-for-go'] },
  { type: 'nuget', share: 8, namespaces: [''] },
  { type: 'deb', share: 6, namespaces: ['debian', 'ubuntu'] },
]

// prettier-ignore
const LICENCES = {
  id: ['MIT', 'MIT', 'MIT', 'Apache-2.0', 'Apache-2.0', 'BSD-3-Clause', 'BSD-2-Clause', 'ISC', 'EPL-2.0', 'LGPL-2.1-or-later', 'GPL-2.0-only', 'MPL-2.0', 'EUPL-1.2', 'AGPL-3.0-only', 'BUSL-1.1', 'SSPL-1.0', 'Unlicense', 'CC0-1.0'],
  name: ['The Apache Software License, Version 2.0', 'MIT License', 'The MIT License (MIT)', 'New BSD License', 'Eclipse Public License v2.0', 'GNU Lesser General Public License', 'GPL-2+', 'Oracle Free Use Terms and Conditions', 'Commercial License', 'SEE LICENSE IN LICENSE.txt', 'UNLICENSED', 'Public Domain'],
  expression: ['MIT OR Apache-2.0', '(MIT AND BSD-3-Clause)', 'GPL-2.0-only WITH Classpath-exception-2.0', 'EPL-2.0 OR GPL-2.0-or-later WITH Classpath-exception-2.0', 'Apache-2.0 AND LicenseRef-scancode-unknown'],
  url: ['https://www.apache.org/licenses/LICENSE-2.0.txt', 'https://opensource.org/licenses/MIT', 'https://www.eclipse.org/legal/epl-2.0/'],
}

// prettier-ignore
const ORGANISATIONS = [
  'The Apache Software Foundation', 'Google LLC', 'Microsoft Corporation', 'Amazon Web Services, Inc.', 'Red Hat, Inc.', 'Eclipse Foundation AISBL', 'VMware, Inc.', 'SAP SE', 'Oracle Corporation', 'International Business Machines Corporation',
  'Debian Project', 'Canonical Ltd.', 'HashiCorp, Inc.', 'Elastic N.V.', 'SUSE Software Solutions Germany GmbH', 'OpenJS Foundation', 'Python Software Foundation', 'Cloud Native Computing Foundation', 'Beispiel Systemhaus GmbH', 'Musterstadt Rechenzentrum AöR',
]

// prettier-ignore
const WORDS = [
  'core', 'client', 'server', 'http', 'json', 'xml', 'stream', 'async', 'cache', 'config', 'data', 'auth', 'token', 'crypto', 'util', 'text', 'parser', 'schema', 'graph', 'queue', 'event', 'metrics', 'trace', 'log', 'test', 'mock',
  'build', 'bundle', 'loader', 'plugin', 'runtime', 'api', 'rest', 'grpc', 'sql', 'jdbc', 'orm', 'mail', 'pdf', 'image', 'chart', 'table', 'form', 'router', 'state', 'store', 'react', 'vue', 'angular', 'spring', 'cloud', 'azure',
]

/** A fixed sequence of numbers from 0 to below 1 (mulberry32). */
function sequence(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Writes a file of `count` components. */
export function makeBom(path, count, seed = 20261123) {
  const random = sequence(seed)
  const below = (limit) => Math.floor(random() * limit)
  const pick = (values) => values[below(values.length)]
  const hex = (digits) =>
    Array.from({ length: digits / 8 }, () =>
      below(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('')
  const ref = (n) => `part-${n}`
  const layers = Array.from({ length: 12 }, () => `sha256:${hex(64)}`)

  function ecosystem() {
    let left = below(100)
    return ECOSYSTEMS.find(({ share }) => (left -= share) < 0)
  }

  function licences() {
    const form = random()
    if (form < 0.4) return undefined
    if (form < 0.72) return [{ license: { id: pick(LICENCES.id) } }]
    if (form < 0.84) return [{ license: { name: pick(LICENCES.name) } }]
    if (form < 0.9) return [{ expression: pick(LICENCES.expression) }]
    if (form < 0.94) return [{ license: { name: pick(LICENCES.name), url: pick(LICENCES.url) } }]
    if (form < 0.97) return [{ license: { id: pick(LICENCES.id) } }, { license: { id: pick(LICENCES.id) } }]
    return [
      { license: { id: pick(LICENCES.id), acknowledgement: 'declared' } },
      { license: { name: pick(LICENCES.name), acknowledgement: 'concluded' } },
    ]
  }

  function component(n) {
    const { type, namespaces } = ecosystem()
    const namespace = pick(namespaces)
    const name = `${pick(WORDS)}-${pick(WORDS)}-${n.toString(36)}`
    const version = `${below(12)}.${below(30)}.${below(40)}`
    const party = pick(ORGANISATIONS)
    const home = `https://example.org/${type}/${name}`
    return {
      'bom-ref': ref(n),
      type: random() < 0.93 ? 'library' : pick(['framework', 'application', 'operating-system']),
      ...(namespace === '' ? {} : { group: decodeURIComponent(namespace) }),
      name,
      version,
      description: `${pick(WORDS)} ${pick(WORDS)} and ${pick(WORDS)} for ${pick(WORDS)} ${pick(WORDS)}, part of the ${name} family of packages`,
      scope: random() < 0.9 ? 'required' : 'optional',
      ...(random() < 0.12 ? { supplier: { name: party, url: ['https://example.org/'] } } : {}),
      ...(random() < 0.2 ? { publisher: party } : {}),
      hashes: [
        { alg: 'SHA-1', content: hex(40) },
        { alg: 'SHA-256', content: hex(64) },
        ...(random() < 0.6 ? [{ alg: 'SHA-512', content: hex(128) }] : []),
      ],
      licenses: licences(),
      purl: `pkg:${type}/${namespace === '' ? '' : `${namespace}/`}${name}@${version}`,
      externalReferences: [
        { type: 'website', url: home },
        { type: 'vcs', url: `git+https://github.com/example-${below(5000)}/${name}.git` },
        { type: 'distribution', url: `${home}/-/${name}-${version}.tgz` },
      ],
      properties: [
        { name: 'scanner:package:path', value: `app/${type}/${namespace}/${name}` },
        { name: 'scanner:package:id', value: `${name}@${version}` },
        { name: 'scanner:layer', value: pick(layers) },
      ],
    }
  }

  /** The root depends on one in twenty; every component on up to three later ones: no cycles, as in a resolved tree. */
  function dependsOn(n) {
    const later = Array.from({ length: below(4) }, () => n + 1 + below(200)).filter((other) => other < count)
    return [...new Set(later)].map(ref)
  }

  const file = openSync(path, 'w')
  let buffer = ''
  const write = (text) => {
    buffer += text
    if (buffer.length > 1_000_000) flush()
  }
  const flush = () => {
    writeSync(file, buffer)
    buffer = ''
  }
  const list = (key, elements) => {
    write(`  "${key}": [`)
    let separator = '\n    '
    for (const element of elements) {
      write(separator + JSON.stringify(element))
      separator = ',\n    '
    }
    write('\n  ]')
  }

  const numbers = Array.from({ length: count }, (_, n) => n)
  const root = { 'bom-ref': 'root', type: 'application', name: 'bench', version: '1.0.0' }
  write(`{\n  "bomFormat": "CycloneDX",\n  "specVersion": "1.6",\n  "version": 1,\n  "metadata": ${JSON.stringify({ component: root })},\n`)
  list('components', numbers.values().map(component))
  write(',\n')
  const graph = [{ ref: 'root', dependsOn: numbers.filter((n) => n % 20 === 0).map(ref) }]
  list('dependencies', [...graph, ...numbers.map((n) => ({ ref: ref(n), dependsOn: dependsOn(n) }))])
  write('\n}\n')
  flush()
  closeSync(file)
}
