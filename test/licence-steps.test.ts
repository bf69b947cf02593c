import { describe, expect, it } from 'vitest'
import { explainLicence } from '../src/identify/licence/index.ts'
import { key, urlKey } from '../src/identify/licence/normalise.ts'
import { read, reader } from './support/licences.ts'

describe('spellings', () => {
  it('have one key where they differ in nothing that matters', () => {
    for (const spelling of [
      'GPLv2+',
      'GPL-2.0+',
      'GPL-2.0-or-later',
      'gpl 2 or newer',
      'GPL v2.0 or (at your option) any later version',
      'GPL-2.0-PLUS',
      'GPL (>= 2)',
    ]) {
      expect(key(spelling), spelling).toBe('gpl-2+')
    }
    for (const spelling of ['Apache License, Version 2.0', 'apache-2.0', 'The Apache Licence v2', 'Apache2', '“Apache” 2.0'])
      expect(key(spelling), spelling).toBe('apache-2')
  })

  it('keep different things apart', () => {
    const distinct = [
      'MIT',
      'MIT-0',
      'Unlicense',
      'UNLICENSED',
      'GPL-2.0',
      'GPL-2.0+',
      'LGPL-2.0',
      'LGPL-2.1',
      'BSD-3-Clause',
      'BSD-3-Clause-Clear',
      'AGPL-3.0',
      'MPL-2.0',
      'NPL-1.0',
    ]
    expect(new Set(distinct.map(key)).size).toBe(distinct.length)
  })

  it('of addresses differ in scheme, www., ending and slash only', () => {
    const address = 'apache.org/licenses/license-2.0'
    for (const spelling of [
      'http://www.apache.org/licenses/LICENSE-2.0.txt',
      'https://apache.org/licenses/LICENSE-2.0/',
      'www.apache.org/licenses/LICENSE-2.0.html#x',
    ])
      expect(urlKey(spelling)).toBe(address)
    expect(urlKey('http://go.microsoft.com/fwlink/?LinkId=329770')).toBe('go.microsoft.com/fwlink/?linkid=329770')
  })
})

describe('the steps of a reading', () => {
  it.each([
    ['NOASSERTION', ['silence'], 0],
    ['MIT', ['exact'], 0.99],
    ['APACHE-2.0', ['case'], 0.97],
    ['Apache License 2.0', ['name'], 0.95],
    ['https://www.apache.org/licenses/LICENSE-2.0', ['url'], 0.9],
    ['ASL 2.0', ['alias'], 0.9],
    ['BSD', ['alias'], 0.7],
    ['GPL-2.0, Expat', ['compound', 'exact', 'alias'], 0.86],
    ['MIT/ISC', ['compound', 'exact'], 0.79],
    ['GPL-2+ with autoconf exception', ['compound', 'alias', 'exception'], 0.9],
    ['LicenseRef-GPLv3', ['exact', 'reference'], 0.6],
    ['Acme Commercial Terms', ['veto'], 0.75],
    ['Some random words', [], 0],
  ])('%s: %j', (text, by, confidence) => {
    expect(read(text)).toMatchObject({ by, confidence })
  })

  it('recognise licence texts by their first lines, and what stands before them', () => {
    const mit =
      'Copyright (c) 2024 Example. All rights reserved.\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction'
    expect(read(mit)).toMatchObject({ expression: 'MIT', by: ['text'] })
    expect(read(`Commercial terms of Example apply. ${mit}`).openness).toBe('proprietary')
    expect(read(`${mit}. The Software shall be used for Good, not Evil.`).expression).toBe('JSON')
    expect(read(`"Commons Clause" License Condition v1.0\n\n${mit}`).openness).toBe('restricted')
    expect(
      read(
        ' * Redistribution and use in source and binary forms, with or without\n * modification, are permitted provided that the following conditions are met:\n * 3. Neither the name of',
      ).expression,
    ).toBe('BSD-3-Clause')
    expect(
      read(
        'This Software is licensed to you under the following agreement with our company, which you accept by installing the product on any of your machines',
      ).openness,
    ).toBe('unknown')
  })

  it.each([
    ['Apche-2.0', 'Apache-2.0'],
    ['MIT Lisence', 'MIT'],
    ['Mozzilla Public License 2.0', 'MPL-2.0'],
    ['Propietary', 'LicenseRef-proprietary'],
  ])('put a misspelt word right: %s', (text, expression) => {
    expect(read(text).expression).toBe(expression)
  })

  it('never put a known or a short word right, and say what was meant', () => {
    expect(read('UNLICENSED').openness).toBe('proprietary')
    expect(read('Unlicensd').openness).not.toBe('open')
    expect(read('MTI').openness).toBe('unknown')
    expect(read('Apche-2.0')).toMatchObject({ by: ['case', 'spelling'], confidence: 0.6 })
    expect(read('Apche-2.0, no commercial use').openness).not.toBe('open')
  })

  it('read the first line of a text, and a text that was cut off, only where nothing narrows it', () => {
    const mit = 'Permission is hereby granted, free of charge, to any person obtaining a copy'
    expect(read(`MIT License\n\nCopyright (c) 2020 Example\n\n${mit}`)).toMatchObject({ expression: 'MIT', by: ['text'] })
    expect(read(`${mit} for use in schools`).openness).toBe('unknown')
    expect(read(`Not for sale. ${mit}`).openness).toBe('unknown')
    expect(read('Mozilla Public License Version 2.0\n=====\n\n1. Definitions').expression).toBe('MPL-2.0')
    expect(read('Example License\n\n1. Definitions').openness).toBe('unknown')
  })

  it('leave a guess of the writer a guess', () => {
    for (const text of ['MIT?', 'GPL ???', 'MIT (?)']) expect(read(text).openness, text).toBe('unknown')
  })

  it("take a vendor's name for closed terms only where nothing else can be read", () => {
    expect(read('Adobe Example Font Pack License').openness).toBe('proprietary')
    expect(read('Copyright (c) Adobe').openness).toBe('unknown')
    expect(read('Adobe').openness).toBe('proprietary')
    const mit =
      'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction'
    expect(read(`Copyright (c) 2010 VMware, Inc. All rights reserved.\n\n${mit}`).expression).toBe('MIT')
  })

  it("never take a vendor's terms for an open licence of a similar name", () => {
    for (const [text, openness] of [
      ['UNLICENSED', 'proprietary'],
      ['International Program License Agreement (IPLA)', 'proprietary'],
      ['LIMITED LICENSE AGREEMENT FOR ST MATERIALS EVALUATION (SLA0078)', 'proprietary'],
      ['Example, Inc. Commercial License', 'proprietary'],
      ['MIT AND PROPRIETARY-LICENSE', 'proprietary'],
      ['Microsoft .NET Library License', 'proprietary'],
      ['Academic License', 'restricted'],
      ['Intel License', 'unknown'],
      ['BSL', 'unknown'],
    ] as const) {
      expect(read(text).openness, text).toBe(openness)
    }
    expect(read('Unlicense')).toMatchObject({ openness: 'open', family: 'public-domain' })
  })

  it('keep the numbered agreements of ST apart', () => {
    for (const number of ['0044', '0047', '0048', '0055', '0078'])
      expect(read(`SLA${number}`).expression, number).toBe(`LicenseRef-st-sla${number}`)
    expect(read('SOFTWARE PACKAGE LICENSE AGREEMENT (SLA0048)').expression).toBe('LicenseRef-st-sla0048')
  })

  it('take no version from a name that has none', () => {
    expect(read('GNU General Public Library')).toMatchObject({ expression: 'GPL-1.0-or-later', openness: 'open' })
  })

  it('do not take `or` in a sentence for a choice of licences', () => {
    for (const text of [
      'Not licensed under MIT or BSD',
      'Proprietary software, may not be passed on under the MIT licence or BSD',
      'Ask our sales team for terms or MIT',
    ]) {
      expect(read(text).openness, text).not.toBe('open')
    }
  })

  it('undecide a slash where it matters', () => {
    expect(read('MIT/Apache-2.0')).toMatchObject({ openness: 'open', expression: 'MIT OR Apache-2.0' })
    expect(read('MIT/Proprietary')).toMatchObject({ openness: 'unknown', family: 'unknown', confidence: 0 })
    expect(read('Dual GPL-2.0/Commercial')).toMatchObject({ openness: 'open', family: 'strong-copyleft' })
  })
})

describe('explaining a licence', () => {
  it('shows each step, the parts and the four freedoms', () => {
    const explained = explainLicence('GPLv2+ or Elastic License 2.0', reader)
    expect(explained.steps.map(({ step }) => step)).toEqual(['silence', 'exact', 'case', 'name', 'url', 'alias', 'compound'])
    expect(explained.steps.at(-1)).toEqual({ step: 'compound', found: 'GPL-2.0-or-later OR Elastic-2.0' })
    expect(explained.steps.slice(0, -1).every(({ found }) => found === undefined)).toBe(true)
    expect(explained.parts).toEqual([
      { text: 'GPL-2.0-or-later', name: 'GNU General Public License v2.0 or later', family: 'strong-copyleft', openness: 'open' },
      { text: 'Elastic-2.0', name: 'Elastic License 2.0', family: 'restricted', openness: 'restricted' },
    ])
    expect(explained.freedoms).toEqual({ source: 'yes', use: 'yes', change: 'yes', passOn: 'yes' })
    expect(explained.classes).toEqual(['A/B'])
  })

  it('says what is assumed and what stays open', () => {
    expect(explainLicence('BSD', reader).assumes).toEqual(['three clauses; all BSD licences are permissive'])
    expect(explainLicence('NONE', reader).freedoms).toEqual({ source: 'unknown', use: 'no', change: 'no', passOn: 'no' })
    expect(explainLicence('BUSL-1.1', reader)).toMatchObject({ freedoms: { source: 'limited', use: 'limited' }, classes: ['D', 'E'] })
    expect(explainLicence('what ever', reader)).toMatchObject({ freedoms: { source: 'unknown', use: 'unknown' }, classes: ['?'] })
  })
})
