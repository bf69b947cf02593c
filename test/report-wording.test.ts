import { describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { LANGUAGES } from '../src/model/words.ts'
import { de } from '../src/report/words/de.ts'
import { en } from '../src/report/words/en.ts'
import { empty, sample, small } from './support/audit.ts'
import { page, section, text } from './support/page.ts'

/** Words that a measurement must not use: they judge, or claim what nobody measured. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['a breach of law', /Verst(oß|öße|oss)|rechtswidrig|unzulässig|illegal|unlawful|\bviolat(es|ion)s? (of )?(§|the law)/i],
  ['critical as a level', /Stufe[^.]{0,12}kritisch|Gewicht: kritisch|level[^.]{0,12}critical|weight: critical/i],
  ['somebody else’s scale', /\bSDS\b|SEAL-\d (erreicht|erfüllt|achieved)|(erreicht|erfüllt|achieves|reaches) SEAL/i],
  ['conformity', /KERN-konform|BITV-konform|konform (mit|zu)|compliant with|certified|zertifiziert/i],
  ['an official grade', /(?<!keine )(?<!no )(amtliche Note|official grade)/i],
  ['a promise', /garantiert|guarantees?\b/i],
]

const AUDITS: Readonly<Record<string, Audit>> = { sample, empty, small }

describe('the words', () => {
  it.each(Object.entries({ de, en }))('of the catalogue forbid themselves what is forbidden: %s', (_, words) => {
    for (const [key, value] of Object.entries(words)) for (const [what, pattern] of FORBIDDEN) expect([key, what, pattern.exec(value)?.[0]]).toEqual([key, what, undefined]) // prettier-ignore
  })

  it.each(LANGUAGES.flatMap((language) => Object.keys(AUDITS).map((name) => [name, language] as const)))('of the page: %s, %s', async (name, language) => {
    const shown = text(await page(AUDITS[name] ?? sample, { language }))
    for (const [what, pattern] of FORBIDDEN) expect([what, pattern.exec(shown)?.[0]]).toEqual([what, undefined])
  }) // prettier-ignore

  it('would be noticed', () => {
    const sins = ['ein Verstoß gegen', 'Stufe kritisch', 'SEAL-3 erreicht', 'KERN-konform', 'eine amtliche Note', 'garantiert']
    sins.forEach((sin, index) => expect(sin).toMatch(FORBIDDEN[index]![1]))
  })

  it.each(LANGUAGES)('say what the report is not, on the first page and in the method: %s', async (language) => {
    const html = await page(sample, { language })
    const [none, grade] = language === 'de' ? ['keine Rechtsauskunft', 'keine amtliche Note'] : ['no legal', 'no official grade']
    expect(text(section(html, 'result'))).toContain(grade)
    expect(text(section(html, 'result'))).toContain(none)
    expect(text(section(html, 'method'))).toContain('16a EGovG')
    expect(text(section(html, 'method'))).toContain('18 GWB')
  })

  it.each(LANGUAGES)('never print 0 % as a first-page share without the bound services: %s', async (language) => {
    const none = sample.shares.map((share) => ({ ...share, low: 0, high: 0 }))
    const shown = text(/<table id="figures"[\s\S]*?<\/table>/.exec(await page({ ...sample, shares: none }, { language }))?.[0] ?? '')
    const zeros = shown.match(/(?<![\d.,:] ?)\b0\s?%/g)?.length ?? 0
    expect(zeros).toBeGreaterThan(0)
    expect(shown.match(/gebundene Dienste|bound services/g)?.length).toBeGreaterThanOrEqual(zeros)
  })
})
