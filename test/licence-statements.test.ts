import { describe, expect, it, vi } from 'vitest'
import { createLicenceReader, licenceTables, structuralClass } from '../src/identify/licence/index.ts'
import { readAll, register } from './support/licences.ts'
import { concluded } from './support/vendors.ts'

describe('several entries of one component', () => {
  it('are one where they say the same', () => {
    expect(readAll(['MIT', 'MIT License'], 'maven')).toMatchObject({ expression: 'MIT', openness: 'open', confidence: 0.99 })
    expect(readAll(['Apache-2.0', 'NOASSERTION'])).toMatchObject({ expression: 'Apache-2.0', confidence: 0.99 })
  })

  it('follow the habit of their ecosystem where openness is the same either way', () => {
    expect(readAll(['EPL-2.0', 'GPL-2.0-with-classpath-exception'], 'maven')).toMatchObject({
      expression: 'EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0',
      family: 'weak-copyleft',
      openness: 'open',
    })
    expect(readAll(['MIT', 'GPL-2.0-only'], 'maven').family).toBe('permissive')
    expect(readAll(['MIT', 'GPL-2.0-only'], 'deb').family).toBe('strong-copyleft')
    expect(readAll(['MIT', 'GPL-2.0-only'], 'npm').family).toBe('strong-copyleft')
    expect(readAll(['MIT', 'GPL-2.0-only'], 'deb').range).toBeUndefined()
  })

  it('show both bounds where openness differs', () => {
    expect(readAll(['GPL-2.0-only', 'Commercial'], 'maven')).toMatchObject({
      openness: 'open',
      range: ['open', 'proprietary'],
      confidence: 0.51,
    })
    expect(readAll(['MIT', 'Proprietary'], 'deb')).toMatchObject({ openness: 'proprietary', range: ['open', 'proprietary'] })
    expect(readAll(['MIT', 'Proprietary'])).toMatchObject({
      openness: 'unknown',
      family: 'unknown',
      range: ['open', 'proprietary'],
      confidence: 0,
    })
    expect(readAll(['MIT', 'Proprietary'], 'npm').openness).toBe('unknown')
    expect(readAll(['Elastic-2.0', 'Proprietary'], 'npm')).toMatchObject({ openness: 'restricted', range: ['restricted', 'proprietary'] })
    expect(readAll(['MIT', 'no idea'], 'npm')).toMatchObject({ openness: 'unknown', range: ['open', 'unknown'] })
  })
})

describe('declared and concluded', () => {
  const declared = (text: string) => ({ text, as: 'expression', acknowledgement: 'declared', at: '/licenseDeclared' }) as const
  const concluded = (text: string) => ({ text, as: 'expression', acknowledgement: 'concluded', at: '/licenseConcluded' }) as const

  it('concluded governs, both are named', () => {
    expect(readAll([declared('MIT'), concluded('GPL-3.0-only')])).toMatchObject({
      expression: 'GPL-3.0-only',
      family: 'strong-copyleft',
      by: ['concluded', 'exact', 'declared'],
      confidence: 0.99,
    })
    expect(readAll([declared('MIT'), concluded('MIT')])).toMatchObject({ expression: 'MIT', by: ['exact'] })
  })

  it('a contradiction in openness lowers the confidence and shows both ends', () => {
    expect(readAll([declared('MIT'), concluded('Elastic-2.0')])).toMatchObject({
      openness: 'restricted',
      range: ['open', 'restricted'],
      confidence: 0.59,
    })
    expect(readAll([declared('Proprietary'), concluded('MIT')])).toMatchObject({
      openness: 'open',
      range: ['open', 'proprietary'],
      confidence: 0.59,
    })
  })

  it('silence gives way, what cannot be read does not', () => {
    expect(readAll([declared('MIT'), concluded('NOASSERTION')])).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(readAll([declared('NOASSERTION'), concluded('MIT')])).toMatchObject({ expression: 'MIT' })
    expect(readAll([declared('nonsense'), concluded('MIT')])).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(readAll([declared('MIT'), concluded('MIT AND LicenseRef-0')])).toMatchObject({
      openness: 'unknown',
      range: ['open', 'unknown'],
      confidence: 0,
    })
    expect(readAll([declared('NOASSERTION'), concluded('NOASSERTION')])).toMatchObject({
      openness: 'unknown',
      by: ['silence'],
      confidence: 0,
    })
    expect(readAll([])).toMatchObject({ openness: 'unknown', family: 'unknown', confidence: 0, evidence: [] })
  })
})

describe('references', () => {
  it("are resolved by the document's own words", () => {
    const body =
      'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software")'
    expect(readAll([{ text: 'LicenseRef-0', as: 'expression', body }])).toMatchObject({
      expression: 'MIT',
      by: ['exact', 'reference', 'text'],
    })
    expect(readAll([{ text: 'LicenseRef-0 AND Apache-2.0', as: 'expression', references: { 'LicenseRef-0': 'GPLv2+' } }])).toMatchObject({
      expression: 'GPL-2.0-or-later AND Apache-2.0',
      family: 'strong-copyleft',
    })
    expect(readAll([{ text: 'LicenseRef-BSD', as: 'expression', references: { 'LicenseRef-BSD': 'Acme EULA' } }]).openness).toBe(
      'proprietary',
    )
    expect(readAll([{ text: 'LicenseRef-1 OR LicenseRef-2', as: 'expression', body }]).openness).toBe('unknown')
    expect(readAll([{ text: 'LicenseRef-0', as: 'expression' }])).toMatchObject({
      expression: 'LicenseRef-0',
      openness: 'unknown',
      confidence: 0,
    })
  })

  it('are helped by address and text beside a name', () => {
    expect(readAll([{ text: 'Custom', as: 'name', url: 'https://opensource.org/licenses/MIT' }])).toMatchObject({
      expression: 'MIT',
      by: ['url'],
    })
    const lesser = { text: 'GNU Lesser General Public License', as: 'name' } as const
    expect(readAll([{ ...lesser, url: 'http://www.gnu.org/licenses/old-licenses/lgpl-2.1.html' }])).toMatchObject({
      expression: 'LGPL-2.1-only',
      by: ['alias', 'url'],
    })
    expect(readAll([{ ...lesser, url: 'https://opensource.org/licenses/MIT' }]).expression).toBe('LGPL-2.0-or-later')
    expect(readAll([{ text: 'Acme Proprietary', as: 'name', url: 'https://opensource.org/licenses/MIT' }]).openness).toBe('proprietary')
    expect(readAll([{ text: 'Modified, not MIT', as: 'name', url: 'https://opensource.org/licenses/MIT' }]).openness).toBe('unknown')
  })
})

describe('the licence model of a contract', () => {
  it('speaks where the licence is silent', () => {
    expect(readAll([], undefined, 'Kauflizenz')).toMatchObject({
      openness: 'proprietary',
      expression: 'LicenseRef-perpetual',
      by: ['alias', 'model'],
      confidence: 0.72,
      said: 'Kauflizenz',
    })
    expect(readAll([], undefined, 'Open Source')).toMatchObject({ openness: 'open', family: 'unknown' })
    for (const model of ['Subskription', 'Abo', 'Wartung', 'kostenlos', 'SaaS', 'Eigenentwicklung'])
      expect(readAll([], undefined, model), model).toMatchObject({ openness: 'unknown', confidence: 0 })
  })

  it('never makes a stated licence more open, and a contradiction is not known', () => {
    expect(readAll(['Proprietary'], undefined, 'Subskription').openness).toBe('proprietary')
    expect(readAll(['EUPL-1.2'], undefined, 'Subskription').openness).toBe('open')
    expect(readAll(['MIT'], undefined, 'Mietlizenz')).toMatchObject({ openness: 'unknown', range: ['open', 'proprietary'], confidence: 0 })
    expect(readAll(['Proprietary'], undefined, 'Open Source').openness).toBe('unknown')
    expect(readAll(['Elastic-2.0'], undefined, 'Named User')).toMatchObject({
      openness: 'restricted',
      range: ['restricted', 'proprietary'],
    })
  })
})

describe('a claim', () => {
  it('keeps the raw words and their places', () => {
    const licences = [
      { text: 'GPLv2+', as: 'name', at: '/licenses/0/license/name' },
      { text: 'x'.repeat(900), as: 'licence-text', at: '/licenses/1/license/text' },
    ] as const
    const item = { id: 'x', ref: 'x', source: 0, kind: 'software', name: 'x', relation: 'unknown', counted: true, said: { licences }, seenAt: [{ source: 0, at: '/components/0' }] } as const // prettier-ignore
    const claim = concluded([{ room: 'licences', item, is: 'unknown' }])[0]!.licence
    expect(claim.evidence.map(({ at }) => at)).toEqual(['/components/0/licenses/0/license/name', '/components/0/licenses/1/license/text'])
    expect(claim.evidence[0]!.says).toBe('GPLv2+')
    expect(claim.evidence[1]!.says.length).toBe(201)
    expect(claim.said!.startsWith('GPLv2+; xxx')).toBe(true)
  })

  it('costs one classification per distinct string', () => {
    const reader = createLicenceReader(licenceTables(register))
    for (let index = 0; index < 10_000; index++) {
      const text = ['MIT', 'GPLv2+', 'Apache License, Version 2.0', 'Proprietary'][index % 4]!
      reader.verdict([{ text, as: 'name' }], ['npm', 'deb'][index % 2], undefined)
    }
    expect(reader.classified()).toBe(4)
  })

  it('costs one reading per distinct statement with parts, also where each component has a statement of its own', () => {
    const reader = createLicenceReader(licenceTables(register))
    const read = vi.spyOn(reader.steps, 'read')
    const said = (beside: string) =>
      reader.verdict([{ text: 'MIT AND LicenseRef-a', as: 'expression', references: { 'LicenseRef-a': beside } }], undefined, undefined)
    const all = ['ISC License', 'ISC License', 'Elastic License 2.0', 'ISC License'].map(said)
    expect(read).toHaveBeenCalledTimes(2)
    expect(all.map(({ openness }) => openness)).toEqual(['open', 'open', 'restricted', 'open'])
  })
})

describe('the structural class', () => {
  it.each([
    ['strong-copyleft', 'DE', undefined, 'A/B'],
    ['weak-copyleft', undefined, 'A', 'A'],
    ['network-copyleft', 'US', 'B', 'B'],
    ['permissive', 'US', undefined, 'C'],
    ['public-domain', undefined, undefined, 'C'],
    ['proprietary', 'DE', undefined, 'D'],
    ['restricted', 'NO', undefined, 'D'],
    ['proprietary', 'US', undefined, 'E'],
    ['none', 'CH', undefined, 'E'],
    ['proprietary', undefined, undefined, '?'],
    ['unknown', 'DE', undefined, '?'],
    ['not-applicable', 'DE', undefined, '?'],
  ] as const)('of %s from %s (%s) is %s', (family, country, curated, expected) => {
    expect(structuralClass({ family }, country, curated)).toBe(expected)
  })
})
