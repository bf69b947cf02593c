import { describe, expect, it } from 'vitest'
import { readAll } from './support/licences.ts'

const openness = (text: string) => readAll([text]).openness

describe('licences in a row', () => {
  it.each(['MIT Microsoft', 'Apache-2.0 Microsoft', 'Apache Oracle', 'GPL Adobe'])('are none where a firm stands among them: %s', (text) =>
    expect(openness(text)).toBe('unknown'),
  )

  it('are a choice also where words stand behind the first', () =>
    expect(openness('GPL-2.0 with OpenSSL linking permission or MIT')).toBe('open'))

  it.each(['LGPL-2.1 or proprietary and support', 'GPL or commercial and maintenance'])('are a choice where words stand behind the closed one: %s', (text) =>
    expect(openness(text)).toBe('open'),
  ) // prettier-ignore

  it('are not told by what a notice of copyright says beside its holder', () =>
    expect(openness('Copyright (c) 2020 Foo, for non-commercial use. Licensed under MIT')).toBe('restricted'))

  it.each([
    'free to students',
    'shareware',
    'nur für den privaten Gebrauch',
    'use must be paid',
    'without the right to sell',
    'kein Verkauf',
  ])('are not open where a notice of copyright says of them: %s', (words) =>
    expect(openness(`Copyright (c) 2020 Foo, ${words}. Licensed under MIT`)).not.toBe('open'),
  )

  it.each(['Foo GmbH, Berlin', 'Jane Doe and contributors'])('stand behind their holder: %s', (holder) =>
    expect(openness(`Copyright (c) 2020 ${holder}. Licensed under MIT`)).toBe('open'),
  )

  it.each([
    ['MIT|Apache-2.0', 'MIT OR Apache-2.0'],
    ['MIT BSD GPL2+', 'MIT AND BSD-3-Clause AND GPL-2.0-or-later'],
    ['LGPL-3.0-or-later, or, GPL-2.0', 'LGPL-3.0-or-later OR GPL-2.0-only'],
    ['LGPLv3+_or_GPLv2+', 'LGPL-3.0-or-later OR GPL-2.0-or-later'],
    ['MPL-1.1-or-LGPL-2+', 'MPL-1.1 OR LGPL-2.0-or-later'],
    ['apache_2_0', 'Apache-2.0'],
    ['lgpl_v2_1', 'LGPL-2.1-only'],
    ['License :: OSI Approved :: CEA CNRS Inria Logiciel Libre License, version 2.1 (CeCILL-2.1)', 'CECILL-2.1'],
    ['Copyright (c) 2000, 2021, Oracle and/or its affiliates. All rights reserved. Under GPLv2 license as shown in the Description field.', 'GPL-2.0-only'],
    ['GPLv2-or-later with a special exception which allows to use PyInstaller to build and distribute non-free programs (including commercial ones)', 'GPL-2.0-or-later WITH Bootloader-exception'],
  ])('%s', (text, expression) => {
    expect(readAll([text])).toMatchObject({ expression, openness: 'open' })
  }) // prettier-ignore

  it.each(['see MIT', 'MIT Foo', 'Foo-or-MIT', 'MIT-and-others', 'Free MIT', 'Copyright 2020 Foo GmbH. All rights reserved.'])(
    'is none where a word is no licence: %s',
    (text) => {
      expect(openness(text)).not.toBe('open')
    },
  )

  it.each([
    'MIT OR Apache-2.0 (non-commercial)',
    'MIT or Apache-2.0 non-commercial',
    'MIT or Apache-2.0 students only',
    'MIT OR Apache-2.0 and Commons Clause',
    'MIT~internal-business-use-only',
    'MIT~students-only',
  ])('is not known to be open where the last words may be about all of it: %s', (text) => {
    expect(openness(text)).not.toBe('open')
  })

  it.each(['MIT OR (Apache-2.0 AND LicenseRef-Proprietary)', 'MIT OR Apache-2.0 AND BUSL-1.1', 'GPL or Commercial', 'MIT or GPL with classpath exception'])(
    'is a choice where it is told what belongs to which: %s',
    (text) => {
      expect(openness(text)).toBe('open')
    },
  ) // prettier-ignore
})

it('a reference that is called as nothing is says nothing', () => {
  for (const id of ['LicenseRef-None', 'LicenseRef-unknown', 'LicenseRef-NOASSERTION']) expect(openness(id), id).toBe('unknown')
})

it('what Debian says of the text of a licence takes nothing from the package', () => {
  expect(readAll(['PD, GPL-2.0, LGPL-2.1, noderivs']).openness).toBe('open')
  for (const text of ['noderivs', 'MIT AND noderivs', 'CC-BY-4.0 AND noderivs', 'GPL-2.0-only AND noderivs', 'GPL-2.0-only, MIT, noderivs'])
    expect(openness(text), text).toBe('unknown')
  expect(openness('CC-BY-ND-4.0')).toBe('restricted')
})
