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
    ['dots of PyPI', 'pkg:pypi/zope.interface@6.4', 'pkg:pypi/zope-interface@6.4'],
    ['npm scopes without their sign', 'pkg:npm/babel/core@7.24.0', 'pkg:npm/%40babel/core@7.24.0'],
    ['epochs of RPM', 'pkg:rpm/redhat/bind@9.16-5.el9?arch=x86_64&epoch=32', 'pkg:rpm/redhat/bind@32:9.16-5.el9'],
    ['no epoch of RPM', 'pkg:rpm/redhat/zlib@1.2.11-40.el9?epoch=0', 'pkg:rpm/redhat/zlib@0%3A1.2.11-40.el9'],
    ['epochs of Debian', 'pkg:deb/debian/bsdutils@2.36.1-8?epoch=1&arch=amd64', 'pkg:deb/debian/bsdutils@1%3A2.36.1-8?arch=arm64'],
    ['vendors of RPM', 'pkg:rpm/Fedora/zlib@1.3', 'pkg:rpm/fedora/zlib@1.3'],
    ['Debian', 'pkg:deb/Debian/Zlib1g@1.3', 'pkg:deb/debian/zlib1g@1.3'],
    ['Maven', 'pkg:maven/org.example/tool@1?type=jar', 'pkg:maven/org.example/tool@1'],
    ['GitHub', 'pkg:github/Package-URL/purl-Spec@1', 'pkg:github/package-url/purl-spec@1'],
    ['Bitbucket', 'pkg:bitbucket/Birkenfeld/Pygments-main@1', 'pkg:bitbucket/birkenfeld/pygments-main@1'],
    ['Docker Hub in full', 'pkg:oci/nginx@1.27?repository_url=docker.io/library/nginx', 'pkg:oci/nginx@1.27'],
    [
      'an image by its digest',
      'pkg:oci/api@sha256%3Aab?repository_url=a.example/api',
      'pkg:oci/api@sha256%3Aab?repository_url=b.example/api',
    ],
    [
      'an image by another digest',
      'pkg:oci/api@sha512%3Aab?repository_url=a.example/api',
      'pkg:oci/api@sha512%3Aab?repository_url=b.example/api',
    ],
    ['Arch', 'pkg:alpm/Arch/Pacman@6.0.1-1', 'pkg:alpm/arch/pacman@6.0.1-1'],
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
    expect(read(bom('pkg:rpm/fedora/GConf2@1', 'pkg:rpm/fedora/gconf2@1')).ids).toHaveLength(2)
    expect(read(bom('pkg:rpm/fedora/zlib@1?epoch=1', 'pkg:rpm/fedora/zlib@1?epoch=2', 'pkg:rpm/fedora/zlib@1')).ids).toHaveLength(3)
    expect(read(bom('pkg:npm/core@1', 'pkg:npm/%40babel/core@1', 'pkg:npm/babel@1')).ids).toHaveLength(3)
    expect(read(bom('pkg:oci/api@1?repository_url=a.example/one/api', 'pkg:oci/api@1?repository_url=a.example/two/api')).ids).toHaveLength(
      2,
    )
    expect(read(bom('pkg:docker/one/api@1?repository_url=a.example', 'pkg:docker/one/api@1')).ids).toHaveLength(2)
    expect(read(bom('pkg:maven/org.example/a.b@1', 'pkg:maven/org.example/a-b@1')).ids).toHaveLength(2)
  })
})
