import { describe, expect, it } from 'vitest'
import { Problem } from '../src/model/problem.ts'
import { indentQuoted } from '../src/read/yaml/unindented.ts'
import { readInput } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

const read = (text: string) => readInput({ ...bytesOf(text, 'a.spdx.yml'), sha256: () => '' }, { limits: LIMITS })
const HEAD = 'SPDXID: "SPDXRef-DOCUMENT"\nspdxVersion: "SPDX-2.3"\npackages:\n'
const refusal = (text: string): Problem => {
  try {
    read(text)
  } catch (error) {
    if (error instanceof Problem) return error
  }
  throw new Error('not refused')
}

describe('quoted texts over several lines', () => {
  it('may go on as deep as their key, as other readers of YAML have it', () => {
    const { items } = read(
      `${HEAD}  - SPDXID: "SPDXRef-a"
    description: "A tool with a \\"name\\", \\
    and: & more,
    - * of it."
    copyrightText: 'It''s nobody''s,
    or is it
'
    name: "a"
    versionInfo: "1.10"
  - SPDXID: "SPDXRef-b"
    comment: |
      begun: "here
    licenseDeclared: "MIT OR
    Apache-2.0"
    name: "b"
`,
    ).reading
    expect(items.map(({ name, version }) => [name, version])).toEqual([
      ['a', '1.10'],
      ['b', undefined],
    ])
    expect(items.map(({ seenAt }) => seenAt[0]!.line)).toEqual([4, 13])
    expect(items[1]!.said.licences).toMatchObject([{ text: 'MIT OR Apache-2.0' }])
  })

  it('that never end are refused in the language of the reader', () => {
    const fault = refusal(`${HEAD}  - name: "a"\n    comment: "begun\n    and left\n    versionInfo: 1\n`)
    expect(fault.id).toBe('E3501')
    expect(fault.says('de')).toMatch(/^Kein gültiges YAML: ein Zeichen fehlt: eine Klammer, ein Anführungszeichen/)
    expect(fault.says('en')).toMatch(/^Not valid YAML: a character is missing/)
  })

  it('what is not quoted keeps its place, and long lines take no time', () => {
    for (const text of ['a: |\n  b: "c\nd: 1\n', 'a: b\nc: "d"\n', 'a: "b\n   c"\nd: e\n']) expect(indentQuoted(text)).toBe(text)
    expect(indentQuoted("a:\n  - 'b\n\n  c'\n")).toBe("a:\n  - 'b\n\n     c'\n")
    const long = ['- '.repeat(500_000), ' '.repeat(1_000_000), `a${': '.repeat(500_000)}`, `a: "${'\\'.repeat(1_000_001)}`]
    const begun = performance.now()
    for (const line of long) indentQuoted(`${line}\n`)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
