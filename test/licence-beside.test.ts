import { describe, expect, it } from 'vitest'
import { createLicenceReader, licenceTables } from '../src/identify/licence/index.ts'
import type { SaidLicence } from '../src/model/item.ts'
import { beginningOf, withWholeTexts } from '../src/model/whole-text.ts'
import { BSD, CONDITIONS, ENDORSE, MIT, RESTRICTED, with_ } from './support/licence-texts.ts'
import { readAll, register } from './support/licences.ts'

const COMMONS_CLAUSE = `"Commons Clause" License Condition v1.0

The Software is provided to you by the Licensor under the License, as defined below, subject to the following condition.

Without limiting other conditions in the License, the grant of rights under the License will not include, and the License does not grant to you, the right to Sell the Software.`
const EULA = `END USER LICENSE AGREEMENT. You may not copy, modify, reverse engineer, decompile, or distribute the Software. This software is licensed, not sold. All rights reserved.`
const NON_COMMERCIAL = `Redistribution and use in source and binary forms, with or without modification, are permitted for non-commercial purposes only. Commercial use requires a separate licence.`
const APACHE_NOTICE = `Copyright 2012-2020 Muster GmbH or its affiliates. All Rights Reserved.

Licensed under the Apache License, Version 2.0 (the "License"). You may not use this file except in compliance with the License. A copy of the License is located at

    http://example.org/apache2.0/

or in the "license" file accompanying this file. This file is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the License for the specific language governing permissions and limitations under the License.`
const mit = MIT.join('\n\n')
const bsd = BSD.join('\n\n')

/** What a name or id comes to beside a text. */
const beside = (text: string, body: string, more: Partial<SaidLicence> = {}) =>
  readAll([withWholeTexts({ text, as: 'name', body: beginningOf(body), ...more }, { body })])

describe('a text beside an open name', () => {
  it.each([
    ['Apache License 2.0', COMMONS_CLAUSE, 'restricted', 'Apache-2.0 AND LicenseRef-Commons-Clause'],
    ['Apache-2.0', 'Apache License 2.0 with Commons Clause.', 'restricted', 'Apache-2.0 AND LicenseRef-Commons-Clause'],
    ['BSD', NON_COMMERCIAL, 'proprietary', 'BSD-3-Clause AND LicenseRef-commercial'],
    ['MIT License', EULA, 'proprietary', 'MIT AND LicenseRef-eula'],
    ['MIT', EULA, 'proprietary', 'MIT AND LicenseRef-eula'],
    ['MIT', 'Elastic License 2.0', 'restricted', 'MIT AND Elastic-2.0'],
    ['MIT', `${mit}\n\nCC-BY-NC-4.0`, 'restricted', 'MIT AND CC-BY-NC-4.0'],
    ['MIT', mit.replace('without restriction', 'for non-commercial purposes only'), 'restricted', 'MIT AND LicenseRef-noncommercial'],
    ['MIT', mit.replace('any person', 'any employee of Muster GmbH'), 'restricted', undefined],
    ['MIT', `${mit}\n\nYou must not run it by night.`, 'unknown', undefined],
    ['MIT', `${mit}\n\nYou must run it on reliable hardware.`, 'unknown', undefined],
    ['MIT', `${mit}\n\nNur Körperschaften des öffentlichen Rechts dürfen die Software einsetzen.`, 'unknown', undefined],
    ['MIT', `${mit}\n\nDas Recht wird nur Behörden gewährt.`, 'unknown', undefined],
    ['Custom license', EULA, 'proprietary', 'LicenseRef-eula'],
  ])('takes away: %s', (name, text, openness, expression) => {
    const claim = beside(name, text)
    expect(claim.openness).toBe(openness)
    if (expression !== undefined) expect(claim.expression).toBe(expression)
    expect(claim.confidence).toBeLessThan(0.95)
  })

  it('takes away by any sentence that restricts or asks for something, wherever it stands, also alone', () => {
    for (const [id, parts] of [['MIT', MIT], ['BSD-2-Clause', BSD], ['BSD', BSD]] as const)
      for (const extra of [...RESTRICTED, ...CONDITIONS]) {
        expect(beside(id, extra).openness, extra).not.toBe('open')
        for (let at = 1; at <= parts.length; at++) expect(beside(id, with_(parts, extra, at)).openness, `${extra} (${at})`).not.toBe('open')
      }
  }) // prettier-ignore

  it.each([
    ['MIT', mit],
    ['MIT License', mit],
    ['MIT', 'Copyright (c) 2020 Muster GmbH. All rights reserved.'],
    ['MIT', 'All rights reserved.'],
    ['MIT', with_(MIT, 'and Muster contributors', 1)],
    ['MIT', `${mit}\n\nThis is a derivative work of another library, distributed under the terms of the MIT license above.`],
    ['MIT', `${mit}\n\n${bsd}`],
    ['MIT', `${mit}\n\nThird-Party Notices\n\nfoo\nGPL-3.0`],
    ['MIT OR Apache-2.0', 'This software is made available under the terms of *either* of the licenses found in LICENSE.APACHE2 or LICENSE.MIT.'],
    ['Apache-2.0', APACHE_NOTICE],
    ['GPL-2.0-or-later', 'GNU GENERAL PUBLIC LICENSE\nVersion 2, June 1991'],
  ])('leaves %s as it is where it is its own, a notice, or of other works', (id, text) => {
    const { expression, openness, confidence } = readAll([id])
    expect(beside(id, text)).toMatchObject({ expression, openness, confidence })
  }) // prettier-ignore

  it.each([
    'Licenses of bundled dependencies\n\nThe package contains code for which: Commercial use is prohibited.',
    'Third-Party Notices\n\nfoo\nBUSL-1.1',
    'The bundled fonts are free for non-commercial use only.',
    'The following files are not covered by this licence: src/pro. They are proprietary.',
  ])('stays open with less confidence where other works that it lists are restricted: %s', (others) => {
    expect(beside('MIT', `${mit}\n\n${others}`)).toMatchObject({ expression: 'MIT', openness: 'open', confidence: 0.59 })
  })

  it.each([
    'Third Party Use\n\nYou may not sell the Software or offer the Software as a hosted service.',
    'Third-party: zlib license, see zlib.txt.\n\nCommercial use of this Software requires a paid licence.',
    'This license does not apply to dependencies. Commercial use of the Software requires a paid license.',
    'All content that resides under the "ee/" directory is licensed under the Acme Enterprise License.',
    'Parts of this package are licensed under the Acme Enterprise License.',
  ])('is not known to be open where what restricts may mean the work itself or a part of it: %s', (others) => {
    expect(beside('MIT', `${mit}\n\n${others}`).openness).toBe('unknown')
    expect(beside('MIT', `${others}\n\n${mit}`).openness).not.toBe('open')
  })

  it.each([
    'This file is part of the Foo suite. Commercial use is prohibited.',
    'This code is distributed as part of Foo. Use in production requires a paid licence.',
    'Parts of it were written by A. You may not resell it.',
  ])('is restricted where the work itself is part of something: %s', (terms) => {
    expect(beside('MIT', `${mit}\n\n${terms}`).openness).toMatch(/^(?:restricted|proprietary)$/)
  })

  it('is no more restricted by a grant of patents, unless that is limited', () => {
    const grant = 'Acme hereby grants to You a perpetual, worldwide, non-exclusive, royalty-free patent license to make, have made, use, offer to sell, sell and import the Work' // prettier-ignore
    expect(beside('MIT', `${mit}\n\n${grant}.`)).toMatchObject({ expression: 'MIT', openness: 'open', confidence: 0.99 })
    expect(beside('MIT', `${mit}\n\n${grant} for non-commercial purposes.`).openness).toBe('restricted')
  })

  it.each([
    'If you need an enterprise license, write to us.',
    'For enterprise licenses contact sales@acme.example.',
    'You may use it free of charge; hosted plans require a subscription.',
    'No paid subscription is needed.',
    'This project is not affiliated with Acme Inc. and does not require a subscription.',
    'Paid licenses with support are available for companies.',
    'Commercial support and enterprise licenses for companies are available at https://acme.example.',
    'We also offer a commercial license for companies that need support.',
    'A proprietary license is available for those who cannot use this one.',
    'The software can be used without a paid license.',
    'Für den Einsatz ist keine kostenpflichtige Lizenz erforderlich.',
    'Eine kommerzielle Lizenz für Unternehmen erhalten Sie auf Anfrage.',
    'Evaluation copies of our other products are available on request.',
  ])('leaves open what other terms are only offered beside, or not needed: %s', (offer) => {
    expect(beside('MIT', `${mit}\n\n${offer}`)).toMatchObject({ expression: 'MIT', openness: 'open', confidence: 0.99 })
    expect(beside('MIT', offer)).toMatchObject({ expression: 'MIT', openness: 'open' })
  })

  it.each([
    'This software may only be used with an enterprise license.',
    'A commercial licence is not required for evaluation.',
    'If you want to use the software commercially, you can purchase a commercial license.',
    'If you require the software for commercial purposes, contact us for a commercial licence.',
    'Production use requires a valid subscription.',
    'For use in production you need a paid subscription.',
    'The software may not be used without a paid license.',
    'It is forbidden to run it without a valid subscription.',
    'Use of this software requires a subscription.',
    'A paid license is available and is required for production.',
    'To use this software in production, please purchase an enterprise license.',
    'Contact us for a paid license before you use the software.',
    'This product is licensed under the Acme Enterprise License.',
  ])('is closed where the use itself asks for paid terms: %s', (condition) => {
    expect(beside('MIT', `${mit}\n\n${condition}`).openness).toBe('proprietary')
  })

  it.each(['Requires a subscription of the topic.', 'Some parts need a valid subscription.', 'A valid subscription is required.'])(
    'is not known where it is not clear what asks for them: %s',
    (text) => {
      expect(beside('MIT', `${mit}\n\n${text}`).openness).toBe('unknown')
    },
  )

  it.each([
    'Active Directory integration may only be used with an enterprise license.',
    'This directory server may only be used for non-commercial purposes.',
    'Der Verzeichnisdienst darf nur für nichtkommerzielle Zwecke verwendet werden.',
    'Acme Directory may not be used for commercial purposes.',
    'This software may only be installed in one folder and for non-commercial purposes.',
  ])('is restricted where a directory is no folder of the work: %s', (text) => {
    expect(beside('MIT', `${mit}\n\n${text}`).openness).toMatch(/^(?:restricted|proprietary)$/)
  })

  it.each([
    'All files in this directory may only be used for non-commercial purposes.',
    'The directory examples contains code that is licensed for evaluation only.',
    'The files of this package in the folder pro may only be used for evaluation.',
    'Die Dateien im Verzeichnis pro dürfen nur für nichtkommerzielle Zwecke verwendet werden.',
  ])('is not known where what lies in a folder of it is restricted: %s', (text) => {
    expect(beside('MIT', `${mit}\n\n${text}`).openness).toBe('unknown')
  })

  it.each([
    'Die gesetzliche Produkthaftung bleibt unberührt und gilt nur im gesetzlichen Umfang.',
    'Die Haftung ist beschränkt. Sachmängelhaftung nur, soweit zwingend.',
    'Schadensersatz kann nur verlangt werden, sofern das Gesetz es zwingend vorsieht.',
  ])('leaves open what only disclaims, also in a compound: %s', (text) => {
    expect(beside('MIT', `${mit}\n\n${text}`)).toMatchObject({ expression: 'MIT', openness: 'open', confidence: 0.99 })
  })

  it('lowers the confidence where it is that of another licence, or long and not readable', () => {
    expect(beside('MIT', bsd)).toMatchObject({ expression: 'MIT', openness: 'open', confidence: 0.51 })
    expect(beside('MIT', 'GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007')).toMatchObject({
      expression: 'MIT AND GPL-3.0-only',
      family: 'strong-copyleft',
      confidence: 0.54,
    })
    expect(beside('MIT', 'Lorem ipsum dolor sit amet. '.repeat(20)).confidence).toBe(0.7)
  })

  it.each([
    'Nur Hidayat',
    'Siti Nur Aisyah',
    'Jane Must',
    'NUR Software, Istanbul',
    'Must GmbH & Co. KG',
    'Nur Hidayat <nur@example.org>',
    'Max Planck Institute for Research',
    'Institut für Forschung und Technik e.V.',
  ])('leaves open where its copyright is held by %s', (holder) => {
    const held = (text: string) => text.replaceAll(/Muster GmbH(?: and other contributors)?/g, holder).replaceAll('MUSTER GMBH', holder.toUpperCase())
    const endorse = held([...BSD.slice(0, 4), ENDORSE, BSD[4]!].join('\n\n'))
    expect(beside('MIT', held(mit))).toMatchObject({ expression: 'MIT', openness: 'open', confidence: 0.99 })
    expect(beside('BSD-3-Clause', endorse)).toMatchObject({ expression: 'BSD-3-Clause', openness: 'open', confidence: 0.99 })
  }) // prettier-ignore

  it.each([
    'Jane Doe. Must Not Be Used In Commercial Products.',
    'Jane Doe, must be asked before',
    'JANE DOE MUST BE ASKED',
    'Jane Doe. Nur Behörden.',
    'Acme GmbH, Nur für Behörden',
    'Acme GmbH - Nur Behörden dürfen es nutzen',
    'Jane Doe, For Research',
    'Jane Doe, for Research',
    'Jane Doe For Academic Use',
    'Jane Doe, as long as she agrees',
  ])('does not take a condition behind a notice for a name: %s', (notice) => {
    expect(beside('MIT', mit.replace('Muster GmbH and other contributors', notice)).openness).not.toBe('open')
  })

  it('a vaguer name of the same licence takes nothing from an exact id', () => {
    for (const [id, name] of [['LGPL-2.1-only', 'LGPL'], ['GPL-2.0-only', 'GPL']] as const)
      expect(beside(id, name)).toMatchObject({ expression: id, openness: 'open', confidence: 0.99 })
    expect(beside('GPL-2.0-only', 'GNU GPL v3').confidence).toBe(0.54)
  }) // prettier-ignore

  it('tells which version is meant where the name leaves it open', () => {
    expect(beside('BSD', bsd)).toMatchObject({ expression: 'BSD-2-Clause', confidence: 0.85, by: ['alias', 'text'] })
  })
})

describe('what else stands beside a name', () => {
  it('an address of terms that forbid counts', () => {
    expect(readAll([{ text: 'MIT', as: 'name', url: 'https://www.elastic.co/licensing/elastic-license' }]).openness).toBe('restricted')
    expect(readAll([{ text: 'MIT', as: 'name', url: 'https://example.org/LICENSE' }])).toMatchObject({
      expression: 'MIT',
      confidence: 0.99,
    })
  })

  it.each([
    'https://github.com/acme/commercial-tools/blob/main/LICENSE',
    'https://github.com/oracle/graal/blob/master/LICENSE',
    'https://gitlab.com/acme/trial-manager',
    'https://acme.example/evaluation/LICENSE.txt',
    'https://proprietary.example/',
    'https://pypi.org/project/commercial-tools/',
    'https://www.npmjs.com/package/eula-generator',
    'https://git.acme.example/acme/trial',
    'https://github.com/acme/x/tree/main/packages/noncommercial-check',
    'https://www.microsoft.com/en-us/legal/terms-of-use',
    'https://opensource.microsoft.com/license',
    'https://oss.oracle.com/license.txt',
    'https://opensource.adobe.com/license.html',
    'https://code.vmware.com/license',
    'https://www.atlassian.com/license',
  ])('an address says nothing by the names of people, projects, packages and folders, nor by the terms of a site: %s', (url) => {
    expect(readAll([{ text: 'MIT', as: 'name', url }])).toMatchObject({ expression: 'MIT', openness: 'open', confidence: 0.99 })
  })

  it('whose site it is counts where nothing else is said', () => {
    const url = 'https://www.atlassian.com/license'
    expect(readAll([{ text: 'see website', as: 'name', url }]).openness).toBe('proprietary')
    expect(readAll([{ text: 'MIT and Haus', as: 'name', url }]).openness).toBe('unknown')
    expect(readAll(['MIT', { text: url, as: 'url', observed: true }])).toMatchObject({ openness: 'open', confidence: 0.99 })
    expect(readAll([{ text: url, as: 'url', observed: true }]).openness).toBe('proprietary')
  })

  it('the address of a package says nothing alone either', () => {
    expect(readAll([{ text: 'https://pypi.org/project/commercial-tools/', as: 'url', observed: true }]).openness).toBe('unknown')
  })

  it('an address says something by the text that it leads to', () => {
    for (const url of [
      'https://acme.example/x/eula.html',
      'https://github.com/acme/x/blob/main/EULA.txt',
      'https://acme.example/app-eula',
      'https://acme.example/Trial.pdf?v=2',
    ])
      expect(readAll([{ text: 'MIT', as: 'name', url }]).openness, url).toBe('proprietary')
  })

  it('a text says the same whatever was read before', () => {
    const gpl = 'GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007'
    const names = ['GPL-2.0 or Commercial', 'GPL-2.0/Commercial', 'AGPLv3', 'AGPL']
    const read = (order: readonly string[]) => {
      const fresh = createLicenceReader(licenceTables(register))
      return new Map(order.map((name) => [name, fresh.verdict([{ text: name, as: 'name', body: gpl }], undefined, undefined)]))
    }
    const [there, back] = [read(names), read(names.toReversed())]
    for (const name of names) expect(there.get(name), name).toEqual(back.get(name))
  })

  it('a text of one of several licences does not say which of them holds', () => {
    expect(beside('GPL-2.0/Commercial', mit).openness).toBe('unknown')
    expect(beside('Apache/Commercial', EULA).openness).not.toBe('open')
    expect(beside('GPL-2.0/Frobnicate', mit).openness).toBe('unknown')
    expect(beside('SSPL-1.0 or Haus', mit)).toMatchObject({ openness: 'unknown', range: ['open', 'restricted'] })
    expect(beside('Apache/Haus', EULA).openness).not.toBe('open')
    expect(beside('MIT/Haus', mit)).toMatchObject({ expression: 'MIT', openness: 'open' })
  })

  it('an address of one of several licences does not say so either, and one of closed terms counts beside them', () => {
    const linked = (text: string, url: string) => readAll([{ text, as: 'name', url }])
    for (const name of ['GPL-2.0/Commercial', 'GPL-2.0/Frobnicate', 'SSPL-1.0 or Haus'])
      expect(linked(name, 'https://opensource.org/licenses/MIT').openness, name).toBe('unknown')
    expect(linked('Frobnicate', 'https://opensource.org/licenses/MIT').expression).toBe('MIT')
    expect(linked('MIT and Haus', 'https://www.elastic.co/licensing/elastic-license').openness).toBe('restricted')
  })

  it('of several things that an analysis found the ends count, in any order', () => {
    const file = (body: string) => ({ text: 'file: LICENSE', as: 'name', observed: true, body }) as const
    const found = [file(COMMONS_CLAUSE), file(EULA)]
    for (const all of [found, found.toReversed()]) expect(readAll(['Apache-2.0', ...all]).range).toEqual(['open', 'proprietary'])
  })

  it('what an analysis found speaks where nothing is stated, else it shows how far that may be wrong', () => {
    const found = (text: string) => ({ text, as: 'id', observed: true }) as const
    expect(readAll(['NOASSERTION', found('Apache-2.0')])).toMatchObject({ expression: 'Apache-2.0', openness: 'open' })
    expect(readAll(['MIT', found('MIT')])).toMatchObject({ expression: 'MIT', confidence: 0.99, by: ['exact'] })
    expect(readAll(['MIT', found('GPL-3.0-only')])).toMatchObject({ expression: 'MIT', confidence: 0.89, by: ['exact', 'evidence'] })
    expect(readAll(['MIT', found('Elastic-2.0')])).toMatchObject({ openness: 'open', confidence: 0.59, range: ['open', 'restricted'] })
    const file = { text: 'file: LICENSE', as: 'name', observed: true, body: mit } as const
    expect(readAll(['MIT', file])).toMatchObject({ expression: 'MIT', confidence: 0.99, by: ['exact'] })
    expect(readAll(['MIT', { ...file, body: EULA }])).toMatchObject({ openness: 'open', range: ['open', 'proprietary'] })
  })

  it('a text or an address belongs to a part of an expression', () => {
    const said = (text: string, parts: Partial<SaidLicence>) => readAll([{ text, as: 'expression', ...parts }])
    expect(said('LicenseRef-a', { references: { 'LicenseRef-a': 'MIT License' }, texts: { 'LicenseRef-a': EULA } }).openness).toBe('proprietary')
    expect(said('LicenseRef-a', { references: { 'LicenseRef-a': 'Haus' }, texts: { 'LicenseRef-a': mit } }).expression).toBe('MIT')
    expect(said('LicenseRef-MIT', { references: { 'LicenseRef-MIT': 'Haus' }, texts: { 'LicenseRef-MIT': EULA } }).openness).toBe('proprietary')
    expect(said('MIT AND ISC', { texts: { MIT: COMMONS_CLAUSE } }).openness).toBe('restricted')
    expect(said('LicenseRef-a', { addresses: { 'LicenseRef-a': ['https://opensource.org/licenses/MIT'] } })).toMatchObject({ expression: 'MIT', confidence: 0.7 })
    expect(said('Apache-2.0 WITH AdditionRef-a', { references: { 'AdditionRef-a': COMMONS_CLAUSE } }).openness).toBe('restricted')
    expect(said('Apache-2.0 WITH AdditionRef-a', { references: { 'AdditionRef-a': 'Haus' }, texts: { 'AdditionRef-a': 'Lorem ipsum.' } }).openness).toBe('unknown')
    expect(said('GPL-2.0-only WITH AdditionRef-a', { references: { 'AdditionRef-a': 'Classpath exception' } }).openness).toBe('open')
  }) // prettier-ignore
})

describe('names that every object has', () => {
  it.each(['constructor', 'MIT AND constructor', 'toString OR MIT', '(__proto__ AND MIT)', 'MIT WITH constructor'])(
    'are unread: %s',
    (text) => {
      const parts = { references: { 'LicenseRef-a': 'MIT License' }, texts: { ISC: mit }, addresses: {} }
      expect(readAll([{ text, as: 'expression', ...parts }])).toEqual({ ...readAll([text]), evidence: expect.anything() })
    },
  )
})

describe('a text without a name', () => {
  it('is no list of licences where its sentences end', () => {
    expect(readAll([{ text: EULA, as: 'licence-text' }])).toMatchObject({ expression: 'LicenseRef-eula', openness: 'proprietary' })
  })
})
