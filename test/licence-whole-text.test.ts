import { describe, expect, it } from 'vitest'
import { beginningOf, withWholeTexts } from '../src/model/whole-text.ts'
import { read, readAll } from './support/licences.ts'

const GRANT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:`
const NOTICE = `The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.`
const AS_IS = `THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`
const MIT = ['The MIT License (MIT)\n\nCopyright (c) 2020-2024 Muster GmbH and other contributors', GRANT, NOTICE, AS_IS]
const BSD_HEAD = `Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:`
const SOURCE = `1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.`
const BINARY = `2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials provided with the distribution.`
const DISCLAIMER = `THIS SOFTWARE IS PROVIDED BY MUSTER GMBH "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL MUSTER GMBH BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`
const BSD = ['Copyright (c) 2020, Muster GmbH\nAll rights reserved.', BSD_HEAD, SOURCE, BINARY, DISCLAIMER]
const ENDORSE = `3. Neither the name of Muster GmbH nor the names of its contributors may be used to endorse or promote products derived from this software without specific prior written permission.`
const GPL_NOTICE = `Muster Werkzeug is free software; you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation; either version 2 of the License, or (at your option) any later version.`

const RESTRICTED = [
  'The Software shall be used for Good, not Evil.',
  '3. Use of the software for commercial purposes is prohibited.',
  '3. The software may be used solely with microcontrollers manufactured by Muster GmbH.',
  'The Software may not be used for commercial purposes without written permission of the author.',
  'The software may not be sold.',
  'This license is granted for evaluation purposes only.',
  'You may use the software with up to ten users.',
  'Organizations with more than 100 employees need a separate agreement.',
  'Die Nutzung zu gewerblichen Zwecken ist untersagt.',
]
const UNKNOWN = ['Hospitals get a copy on request.', 'See the file TERMS for what else applies.']

const with_ = (parts: readonly string[], extra: string, at: number) => [...parts.slice(0, at), extra, ...parts.slice(at)].join('\n\n')

describe('a whole licence text', () => {
  it('is its licence, whatever names, marks and line breaks a copy has', () => {
    expect(read(MIT.join('\n\n'))).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(read(MIT.join(' ').replaceAll(' ', '\n * '))).toMatchObject({ expression: 'MIT', openness: 'open' })
    expect(read(BSD.join('\n\n'))).toMatchObject({ expression: 'BSD-2-Clause', openness: 'open' })
    expect(read(BSD.join('\n\n').replaceAll(/\n\d\. /g, '\n  * '))).toMatchObject({ expression: 'BSD-2-Clause', openness: 'open' })
    expect(read(with_(BSD, ENDORSE, 4))).toMatchObject({ expression: 'BSD-3-Clause', openness: 'open' })
    expect(read(GPL_NOTICE)).toMatchObject({ expression: 'GPL-2.0-or-later', openness: 'open' })
  })

  it('is restricted by a sentence that restricts, wherever it stands', () => {
    for (const parts of [MIT, BSD])
      for (const extra of RESTRICTED)
        for (let at = 2; at <= parts.length; at++) {
          const { openness } = read(with_(parts, extra, at))
          expect(openness, `${extra} (${at})`).not.toBe('open')
          if (at < parts.length) expect(openness, `${extra} (${at})`).toMatch(/^(?:restricted|proprietary)$/)
        }
  })

  it('is not known beside anything else that is left over', () => {
    for (const parts of [MIT, BSD])
      for (const extra of UNKNOWN)
        for (let at = 2; at <= parts.length; at++) expect(read(with_(parts, extra, at)).openness, `${extra} (${at})`).toBe('unknown')
  })

  it('is another where words in it are others', () => {
    const student = MIT.join('\n\n').replace('any person', 'any student')
    expect(read(student).openness).not.toBe('open')
    expect(read(MIT.join('\n\n').replace('without restriction', 'for non-commercial purposes only')).openness).toBe('restricted')
  })

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
