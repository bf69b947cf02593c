import { describe, expect, it } from 'vitest'
import { beginningOf, withWholeTexts } from '../src/model/whole-text.ts'
import { BSD, CONDITIONS, ENDORSE, GPL_NOTICE, MIT, RESTRICTED, UNKNOWN, with_ } from './support/licence-texts.ts'
import { read, readAll } from './support/licences.ts'

describe('a whole licence text', () => {
  it('is its licence, whatever names, marks and line breaks a copy has', () => {
    expect(read(MIT.join('\n\n'))).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(read(MIT.join(' ').replaceAll(' ', '\n * '))).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(read(BSD.join('\n\n'))).toMatchObject({ expression: 'BSD-2-Clause', openness: 'open' })
    expect(read(BSD.join('\n\n').replaceAll(/\n\d\. /g, '\n  * '))).toMatchObject({ expression: 'BSD-2-Clause', openness: 'open' })
    expect(read(with_(BSD, ENDORSE, 4))).toMatchObject({ expression: 'BSD-3-Clause', openness: 'open' })
    expect(read(GPL_NOTICE)).toMatchObject({ expression: 'GPL-2.0-or-later', openness: 'open' })
  })

  it('is its licence, whoever holds the copyright', () => {
    for (const holder of ['Nur Hidayat', 'Brian May', 'Acme Research GmbH', 'University of Education', 'Solange Dupont'])
      for (const parts of [MIT, BSD]) {
        const text = parts.join('\n\n').replace(/Muster GmbH(?: and other contributors)?/, holder).replaceAll('MUSTER GMBH', holder.toUpperCase())
        expect(read(text).openness, holder).toBe('open')
      }
  }) // prettier-ignore

  it('is restricted by a sentence that restricts, wherever it stands', () => {
    for (const parts of [MIT, BSD])
      for (const extra of RESTRICTED)
        for (let at = 2; at <= parts.length; at++) {
          const { openness } = read(with_(parts, extra, at))
          expect(openness, `${extra} (${at})`).not.toBe('open')
          if (at < parts.length) expect(openness, `${extra} (${at})`).toMatch(/^(?:restricted|proprietary)$/)
        }
  })

  it('is not known where other works, a folder or an offer may be what is restricted, as beside an id', () => {
    for (const others of [
      'This product bundles foo, which is available under a proprietary license: for non-commercial use only.',
      'The files in the directory enterprise are licensed under the Acme Enterprise License and may only be used with a valid subscription.',
      'Third party: the dependency foo may only be used for evaluation purposes.',
      'For enterprise licenses contact sales@acme.example.',
    ])
      expect(read([...MIT, others].join('\n\n')), others).toMatchObject({ openness: 'unknown', confidence: 0 })
  })

  it('is not known beside anything else that is left over', () => {
    for (const parts of [MIT, BSD])
      for (const extra of [...UNKNOWN, ...CONDITIONS])
        for (let at = 2; at <= parts.length; at++) expect(read(with_(parts, extra, at)).openness, `${extra} (${at})`).toBe('unknown')
    for (const extra of CONDITIONS) expect(read(with_(MIT, extra, 1)).openness, extra).toBe('unknown')
  })

  it('is another where words in it are others', () => {
    const student = MIT.join('\n\n').replace('any person', 'any student')
    expect(read(student).openness).not.toBe('open')
    expect(read(MIT.join('\n\n').replace('without restriction', 'for non-commercial purposes only')).openness).toBe('restricted')
  })

  it('may be followed by a list of other works, whatever stands in their licences', () => {
    const bundled = 'The distribution bundles several libraries that are compatibly licensed.\n\nName: foo\nFiles: lib/foo\nLicense: Zlib'
    expect(read([...MIT, bundled].join('\n\n'))).toMatchObject({ expression: 'MIT', openness: 'open' })
    const copied = `${bundled}\n\n${BSD.join('\n\n')}`
    expect(read([...MIT, copied].join('\n\n'))).toMatchObject({ openness: 'open' })
    for (const terms of ['Commercial use of the software is prohibited.', 'You may not sell it.', 'foo is for evaluation only.'])
      expect(read([...MIT, bundled, terms].join('\n\n')).openness, terms).not.toBe('open')
  })

  it.each([
    'Deployment to third parties as a hosted service is reserved to Foo.',
    'Third parties are excluded from using the software.',
    'Dependencies: none. The licence ends after 30 days.',
    'The software comes bundled with the Foo appliance. Transfer to other devices is excluded.',
    'The following licenses apply to paying customers: Foo Commercial License.',
    'This license is revocable by Foo. Third parties may ask for a copy.',
    'Bundled works: foo.js (MIT), bar.js (CC-BY-NC-4.0).',
    'This product bundles libfoo, which is available under a commercial license.',
    ...[
      'License: CC-BY-NC-4.0',
      'License: Foo Commercial License',
      'License: Foo Terms',
      'License: Zlib. Hosting the software is reserved to Foo',
      'License: Zlib\nDescription: the licence ends after 30 days',
      'License: Zlib\nDescription: Transfer to other devices is excluded',
      'License: Zlib\nAvailability: reserved to customers of Foo',
      'License: Zlib\nFor details, see Foo, who alone hosts this for customers',
      'License: Zlib\nCopyright: 2020 Foo, paid by the month',
    ].map((entry) => `This product bundles the following components:\n\nName: foo\n${entry}`),
    'Name: foo\nThe software includes dependencies and transfer of it to others is excluded.',
  ])('is not known to be open where more is said of others than such a list: %s', (terms) =>
    expect(read([...MIT, terms].join('\n\n')).openness).not.toBe('open'),
  )

  it.each([
    'The NumPy repository and source distributions bundle several libraries that are\ncompatibly licensed.  We list these here.\n\nName: lapack-lite\nFiles: numpy/linalg/lapack_lite/*\nLicense: BSD-3-Clause\n  For details, see numpy/linalg/lapack_lite/LICENSE.txt',
    'This binary distribution of NumPy also bundles the following software:\n\nName: OpenBLAS\nFiles: numpy.libs/libopenblas*.so\nDescription: bundled as a dynamically linked library\nAvailability: https://github.com/OpenMathLib/OpenBLAS/\nLicense: BSD-3-Clause',
  ])('is open where each entry of such a list is read: %s', (list) =>
    expect(read([...MIT, list].join('\n\n'))).toMatchObject({ expression: 'MIT', openness: 'open' }),
  ) // prettier-ignore

  it('may be followed by another whole one', () => {
    expect(read([...BSD, 'MIT License', ...MIT.slice(1)].join('\n\n'))).toMatchObject({
      expression: expect.stringMatching(/^MIT AND BSD-2-Clause/) as string,
      openness: 'open',
    })
  })

  it('may be cut off where nothing else follows', () => {
    expect(read('Apache License\nVersion 2.0, January 2004\nhttp://www.apache.org/licenses/\n\nTERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION')).toMatchObject({ expression: 'Apache-2.0' }) // prettier-ignore
    expect(read('GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007\n\nCopyright (C) 2007 Free Software Foundation, Inc. <https://fsf.org/>')).toMatchObject({ expression: 'GPL-3.0-only' }) // prettier-ignore
    expect(read('EUROPEAN UNION PUBLIC LICENCE v. 1.2\nEUPL © the European Union 2007, 2016')).toMatchObject({ expression: 'EUPL-1.2' })
    expect(read('Apache License\nVersion 2.0, January 2004\n\nElastic License 2.0').openness).toBe('restricted')
    expect(read('Apache License\nVersion 2.0, January 2004\n\nFor schools and hospitals in the city').openness).not.toBe('open')
  })
})

describe('a text beside a name', () => {
  const beside = (text: string) => readAll([withWholeTexts({ text: 'LICENSE', as: 'name', body: beginningOf(text) }, { body: text })])

  it('is judged as a whole, also where documents show no more than its beginning', () => {
    const json = with_(MIT, RESTRICTED[0]!, 3)
    expect(beside(json)).toMatchObject({ expression: 'JSON', openness: 'restricted' })
    expect(beside(MIT.join('\n\n'))).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(readAll([{ text: 'LICENSE', as: 'name', body: beginningOf(json) }]).openness).not.toBe('open')
  })

  it('that cannot be read is no silence', () => {
    expect(beside('Fragen Sie im Amt nach.')).toMatchObject({ openness: 'unknown', by: [] })
  })
})
