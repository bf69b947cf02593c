import { describe, expect, it } from 'vitest'
import { parseExpression } from '../src/identify/licence/expression.ts'
import { read, reader } from './support/licences.ts'

// ? stands for a part that nobody can read
const written = (text: string) => text.replaceAll('?', 'LicenseRef-0')

describe('the truth table of expressions', () => {
  it.each([
    // expression, openness, family, OSI-approved
    ['MIT', 'open', 'permissive', true],
    ['Elastic-2.0', 'restricted', 'restricted', false],
    ['LicenseRef-proprietary', 'proprietary', 'proprietary', false],
    ['?', 'unknown', 'unknown', 'unknown'],

    // OR: the licensee takes the freest
    ['MIT OR GPL-3.0-only', 'open', 'permissive', true],
    ['GPL-3.0-only OR AGPL-3.0-only', 'open', 'strong-copyleft', true],
    ['MIT OR Elastic-2.0', 'open', 'permissive', true],
    ['GPL-2.0-only OR LicenseRef-commercial', 'open', 'strong-copyleft', true],
    ['SSPL-1.0 OR Elastic-2.0', 'restricted', 'restricted', false],
    ['Elastic-2.0 OR LicenseRef-proprietary', 'restricted', 'restricted', false],
    ['LicenseRef-proprietary OR LicenseRef-eula', 'proprietary', 'proprietary', false],
    ['MIT OR ?', 'open', 'permissive', true],
    ['Elastic-2.0 OR ?', 'unknown', 'unknown', 'unknown'],
    ['LicenseRef-proprietary OR ?', 'unknown', 'unknown', 'unknown'],
    ['? OR LicenseRef-1', 'unknown', 'unknown', 'unknown'],
    ['CC0-1.0 OR MIT', 'open', 'public-domain', true],

    // AND: all apply, the most restrictive governs
    ['MIT AND GPL-3.0-only', 'open', 'strong-copyleft', true],
    ['MIT AND OpenSSL', 'open', 'permissive', false],
    ['MIT AND Elastic-2.0', 'restricted', 'restricted', false],
    ['MIT AND LicenseRef-proprietary', 'proprietary', 'proprietary', false],
    ['Elastic-2.0 AND LicenseRef-proprietary', 'proprietary', 'proprietary', false],
    ['MIT AND ?', 'unknown', 'unknown', 'unknown'],
    ['LicenseRef-proprietary AND ?', 'proprietary', 'proprietary', false],
    ['Elastic-2.0 AND ?', 'restricted', 'restricted', false],

    // nesting; AND binds tighter than OR
    ['(MIT OR GPL-2.0-only) AND BSD-3-Clause', 'open', 'permissive', true],
    ['MIT OR GPL-2.0-only AND LicenseRef-proprietary', 'open', 'permissive', true],
    ['(MIT OR GPL-2.0-only) AND LicenseRef-proprietary', 'proprietary', 'proprietary', false],
    ['(MIT OR ?) AND GPL-3.0-only', 'open', 'strong-copyleft', true],
    ['(MIT AND ?) OR Apache-2.0', 'open', 'permissive', true],
    ['(LicenseRef-proprietary OR ?) AND MIT', 'unknown', 'unknown', 'unknown'],

    // WITH: the exception counts
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'open', 'weak-copyleft', true],
    ['GPL-3.0-or-later WITH GCC-exception-3.1', 'open', 'weak-copyleft', true],
    ['GPL-2.0-only WITH Linux-syscall-note', 'open', 'strong-copyleft', true],
    ['Apache-2.0 WITH LLVM-exception', 'open', 'permissive', true],
    ['GPL-2.0-or-later WITH unheard-of-exception', 'open', 'strong-copyleft', true],
    ['Apache-2.0 WITH Commons-Clause', 'restricted', 'restricted', false],
    ['MIT WITH AdditionRef-mine', 'unknown', 'unknown', 'unknown'],

    // +, and identifiers that were replaced
    ['GPL-2.0+', 'open', 'strong-copyleft', true],
    ['LGPL-2.1+', 'open', 'weak-copyleft', true],
    ['Apache-2.0+', 'open', 'permissive', true],
    ['GPL-2.0-with-classpath-exception', 'open', 'weak-copyleft', true],

    // says nothing about the software and drops out
    ['Apache-2.0 AND LicenseRef-contributor-agreement', 'open', 'permissive', true],
    ['LicenseRef-subscription AND LicenseRef-proprietary', 'proprietary', 'proprietary', false],
    ['LicenseRef-subscription', 'unknown', 'unknown', 'unknown'],

    // openness known, licence not
    ['LicenseRef-open-source', 'open', 'unknown', 'unknown'],
    ['LicenseRef-open-source AND LicenseRef-proprietary', 'proprietary', 'proprietary', false],
    ['LicenseRef-open-source AND EUPL-1.2', 'open', 'strong-copyleft', 'unknown'],
  ] as const)('%s is %s', (expression, openness, family, osi) => {
    const { openness: foundOpenness, family: foundFamily, osi: foundOsi } = read(written(expression))
    expect([foundOpenness, foundFamily, foundOsi]).toEqual([openness, family, osi])
  })

  it.each([
    ['Elastic-2.0 AND ?', ['restricted', 'proprietary']],
    ['Elastic-2.0 OR ?', ['open', 'restricted']],
    ['MIT AND ?', undefined],
    ['MIT OR ?', undefined],
  ])('%s keeps what is known of it', (expression, range) => {
    expect(read(written(expression)).range).toEqual(range)
  })

  it('tells NONE from silence', () => {
    expect(read('NONE')).toMatchObject({ family: 'none', openness: 'proprietary', osi: false })
    for (const silent of ['NOASSERTION', 'none', 'None', '', '-', '...', 'k. A.'])
      expect(read(silent)).toMatchObject({ family: 'unknown', openness: 'unknown', confidence: 0 })
  })
})

describe('SPDX expressions', () => {
  it.each([
    ['mit or apache-2.0', 'MIT OR Apache-2.0'],
    ['GPL-2.0', 'GPL-2.0-only'],
    ['gpl-2.0+ and (mit)', 'GPL-2.0-or-later AND MIT'],
    ['MIT AND MIT AND  MIT', 'MIT'],
    ['MIT\n\tOR ISC', 'MIT OR ISC'],
    ['(GPL-2.0 WITH classpath-exception-2.0) OR cddl-1.1', 'GPL-2.0-only WITH Classpath-exception-2.0 OR CDDL-1.1'],
    ['LicenseRef-0 AND MIT', 'LicenseRef-0 AND MIT'],
    ['DocumentRef-x:LicenseRef-1', 'DocumentRef-x:LicenseRef-1'],
  ])('%j is written %s', (text, expression) => {
    expect(read(text).expression).toBe(expression)
  })

  it.each([
    ['no text', ''],
    ['a dangling operator', 'MIT AND'],
    ['an unknown word', 'MIT AND nonsense'],
    ['very deep brackets', '('.repeat(70) + 'MIT' + ')'.repeat(70)],
    ['a very long choice', Array(5000).fill('MIT').join(' OR ')],
    ['a closing bracket too many', 'MIT)'],
  ])('%s is no expression and no error', (_, text) => {
    expect(parseExpression(text, reader.lookup.exact)).toBeUndefined()
  })

  it.each([
    ['5000 brackets', '('.repeat(5000) + 'MIT' + ')'.repeat(5000)],
    ['a long list', Array(5000).fill('x').join(',')],
    ['a million words', 'a '.repeat(1_000_000)],
    ['signs only', ' -'.repeat(5000)],
  ])('%s are read without running away', (_, text) => {
    expect(read(text).openness).toBe('unknown')
  })
})
