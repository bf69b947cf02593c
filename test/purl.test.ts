import { expect, it } from 'vitest'
import { purlNames } from '../src/identify/names/purl-names.ts'
import { packageOf, parsePurl } from '../src/model/purl.ts'

it('packages of Alpine are the same under the name that Syft gave the type before', () => {
  const [before, now] = ['pkg:alpine/Musl@1.2.3-r0?distro=alpine-3.16.2', 'pkg:apk/alpine/musl@1.2.3-r0'].map((text) => parsePurl(text)!)
  expect(before).toEqual(now)
  expect(packageOf(before!)).toBe('pkg:apk/alpine/musl')
})

it.each([
  ['pkg:npm/%40angular/core@17.0.0', 'npm', '@angular', 'core', '17.0.0'],
  ['PKG:Maven//org.example/tool@1?type=jar#src', 'maven', 'org.example', 'tool', '1'],
  ['pkg:PyPI/Foo_Bar', 'pypi', undefined, 'foo-bar', undefined],
  ['pkg:golang/github.com/Azure/azure-sdk-for-go@v1', 'golang', 'github.com/Azure', 'azure-sdk-for-go', 'v1'],
])('%s is read leniently', (text, type, namespace, name, version) => {
  expect(parsePurl(text)).toEqual({ type, namespace, name, version })
})

it.each(['', 'pkg:', 'pkg:npm', 'pkg:npm/', 'pkg:npm/@angular', 'npm/core', 'pkg:/core'])('„%s“ is none', (text) => {
  expect(parsePurl(text)).toBeUndefined()
})

it.each([
  ['pkg:golang/net/http?type=package', ['stdlib']],
  ['pkg:golang/embed?type=package', ['stdlib']],
  ['pkg:golang/github.com/gin-gonic/gin/render@v1.9.1?type=package', ['github.com/gin-gonic/gin/render', 'gin-gonic/gin/render']],
  ['pkg:golang/example/app@v1?type=module', ['example/app']],
])('%s is looked up as %j', (text, names) => {
  expect(purlNames(parsePurl(text)!, text).map(({ name }) => name)).toEqual(names)
})
