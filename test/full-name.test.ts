import { expect, it } from 'vitest'
import { fullName } from '../src/model/full-name.ts'
import type { Audit } from '../src/model/audit.ts'
import { explain } from '../src/cli/text/explain.ts'
import { KNOWLEDGE } from './support/knowledge.ts'

it.each([
  ['core', 'pkg:npm/%40angular/core@17', '@angular', '@angular/core'],
  ['@angular/core', 'pkg:npm/%40angular/core@17', undefined, '@angular/core'],
  ['postgresql', 'pkg:maven/org.postgresql/postgresql@42', 'org.postgresql', 'org.postgresql:postgresql'],
  ['console', 'pkg:composer/symfony/console@6', undefined, 'symfony/console'],
  ['golang.org/x/sys', 'pkg:golang/golang.org/x/sys@v0.20.0', undefined, 'golang.org/x/sys'],
  ['libc6', 'pkg:deb/debian/libc6@2.36', undefined, 'libc6'],
  ['lodash', 'pkg:npm/lodash@4', undefined, 'lodash'],
  ['core', undefined, '@angular', '@angular/core'],
  ['core', undefined, 'Example AG', 'core'],
])('%s of %s is called as its ecosystem writes it', (name, purl, group, expected) => {
  expect(fullName({ name, purl, said: { group } })).toBe(expected)
})

it('explain finds an entry by the name that the outputs print', () => {
  const items = [
    { id: 'pkg:npm/%40angular/core', name: 'core', version: '17', purl: 'pkg:npm/%40angular/core@17', said: { group: '@angular' } },
    { id: 'pkg:maven/org.example/core', name: 'core', version: '1', purl: 'pkg:maven/org.example/core@1', said: {} },
    { id: 'software::vlc media player', name: 'VLC media player', said: {} },
  ].map((item) => ({ ...item, ref: '', seenAt: [], licence: { by: [], evidence: [] } }))
  const known = {
    audit: { items, findings: [], rules: { set: 'default' }, sources: [], policies: [], undecided: [], axes: [] } as unknown as Audit,
    knowledge: KNOWLEDGE,
    openSourceDeliverable: false,
    language: 'en' as const,
  }
  const ids = (id: string) => (explain(id, known)?.document['items'] as { id: string }[] | undefined)?.map((one) => one.id)
  expect(ids('@angular/core')).toEqual(['pkg:npm/%40angular/core'])
  expect(ids('org.example:core 1')).toEqual(['pkg:maven/org.example/core'])
  expect(ids('core')).toEqual(['pkg:npm/%40angular/core', 'pkg:maven/org.example/core'])
  expect(ids('vlc  media player')).toEqual(['software::vlc media player'])
  expect(ids('other')).toBeUndefined()
})
