import { describe, expect, it } from 'vitest'
import { Relations } from '../src/read/spdx2/relations.ts'

type Edge = readonly [from: string, type: string, to: string, isOptional?: boolean]

function optional(edges: readonly Edge[], roots: readonly string[] = ['app']): string[] {
  const relations = new Relations()
  for (const [from, type, to, isOptional] of edges) relations.add(from, type, to, isOptional ? 'optional' : undefined)
  return [...relations.optional(roots)].sort()
}

describe('scopes of SPDX', () => {
  it('are optional for what only developing, testing or an option needs, and all that hangs on it', () => {
    expect(
      optional([
        ['app', 'DEPENDS_ON', 'a'],
        ['dev', 'DEV_DEPENDENCY_OF', 'app'],
        ['test', 'TEST_DEPENDENCY_OF', 'app'],
        ['option', 'OPTIONAL_DEPENDENCY_OF', 'app'],
        ['app', 'hasOptionalComponent', 'component'],
        ['app', 'hasOptionalDependency', 'other'],
        ['app', 'dependsOn', 'scoped', true],
        ['dev', 'DEPENDS_ON', 'below'],
        ['runtime', 'RUNTIME_DEPENDENCY_OF', 'app'],
        ['provided', 'PROVIDED_DEPENDENCY_OF', 'app'],
      ]),
    ).toEqual(['below', 'component', 'dev', 'option', 'other', 'scoped', 'test'])
  })

  it('are required where a plain dependency reaches it too, in whatever order', () => {
    const edges: readonly Edge[] = [
      ['dev', 'DEV_DEPENDENCY_OF', 'app'],
      ['app', 'DEPENDS_ON', 'a'],
      ['a', 'DEPENDS_ON', 'b'],
      ['b', 'DEPENDS_ON', 'dev'],
      ['both', 'TEST_DEPENDENCY_OF', 'app'],
      ['app', 'DEPENDS_ON', 'both'],
    ]
    expect(optional(edges)).toEqual([])
    expect(optional([...edges].reverse())).toEqual([])
    expect(optional([['dev', 'DEPENDS_ON', 'dev2'], ['dev2', 'DEPENDS_ON', 'dev'], ['dev', 'DEV_DEPENDENCY_OF', 'app']])).toEqual(['dev', 'dev2']) // prettier-ignore
  })

  it('do not become required by lying in the root, or without a root', () => {
    expect(optional([['dev', 'DEV_DEPENDENCY_OF', 'app'], ['app', 'CONTAINS', 'dev'], ['app', 'CONTAINS', 'a']])).toEqual(['dev']) // prettier-ignore
    expect(optional([['dev', 'DEV_DEPENDENCY_OF', 'lib'], ['lib', 'DEPENDS_ON', 'a']], [])).toEqual(['dev']) // prettier-ignore
  })
})
