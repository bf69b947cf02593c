import { describe, expect, it } from 'vitest'
import { join, readInputs } from '../src/read/index.ts'
import { inMemory } from '../src/read/json/window.ts'
import { LIMITS } from './support/limits.ts'

const bom = (...purls: readonly string[]) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    components: purls.map((purl, i) => ({ type: 'library', name: `n${i}`, 'bom-ref': `r${i}`, purl })),
  })

function read(...texts: readonly string[]) {
  const sources = texts.flatMap((text, i) =>
    readInputs({ ...inMemory(`${i}.json`, Buffer.from(text)), sha256: () => `${i}` }, { limits: LIMITS }),
  )
  const { items, notes } = join(sources)
  return { ids: items.map(({ id }) => id), places: items.map(({ seenAt }) => seenAt.length), notes: notes.map(({ code }) => code) }
}

describe('one package, however it is spelled', () => {
  it.each([
    ['NuGet', 'pkg:nuget/Newtonsoft.Json@13.0.3', 'pkg:nuget/newtonsoft.json@13.0.3'],
    ['Go', 'pkg:golang/github.com/BurntSushi/toml@v1.4.0', 'pkg:golang/github.com/burntsushi/toml@v1.4.0'],
    ['versions of Go', 'pkg:golang/golang.org/x/net@v0.28.0', 'pkg:golang/golang.org/x/net@0.28.0'],
    ['Docker Hub', 'pkg:docker/library/nginx@1.27', 'pkg:docker/nginx@1.27'],
    ['npm scopes', 'pkg:npm/%40angular/core@17.0.0', 'pkg:npm/@angular/core@17.0.0'],
    ['PyPI', 'pkg:pypi/Typing_Extensions@4.12.2', 'pkg:pypi/typing-extensions@4.12.2'],
  ])('counts once: %s', (_, one, other) => {
    const [together, turned] = [read(bom(one), bom(other)), read(bom(other), bom(one))]
    expect(together.places).toEqual([2])
    expect(together.notes).toContain('W-MERGED')
    expect(turned.ids).toEqual(together.ids)
    expect(read(bom(one, other)).ids).toEqual(together.ids)
  })

  it('stays two in another version, and where case makes another package', () => {
    expect(read(bom('pkg:nuget/Newtonsoft.Json@13.0.3', 'pkg:nuget/newtonsoft.json@13.0.4')).ids).toHaveLength(2)
    expect(read(bom('pkg:golang/example.org/a@v1.0.0', 'pkg:golang/example.org/a@v1.0.0-rc1')).ids).toHaveLength(2)
    expect(read(bom('pkg:maven/org.example/Tool@1', 'pkg:maven/org.example/tool@1')).ids).toHaveLength(2)
  })
})
