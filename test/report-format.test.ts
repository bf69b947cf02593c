import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../src/report/decimals.ts'
import { formats } from '../src/report/format.ts'
import { levelText, verdict } from '../src/report/level.ts'
import { anchor, clip, cssString, firstSentence, plain, visible, webLink } from '../src/report/html/safe.ts'
import { lastDayOfNotice } from '../src/model/notice.ts'
import { de as deParts, type Key } from '../src/report/words/de.ts'
import { en as enParts } from '../src/report/words/en.ts'
import { speaker } from '../src/report/words/say.ts'

const german = formats('de')
const english = formats('en')
const NBSP = '\u00a0'

describe('numbers', () => {
  it.each([
    [0, `0${NBSP}%`],
    [1, `100${NBSP}%`],
    [0.3056, `30,6${NBSP}%`],
    [0.0004, `<${NBSP}0,1${NBSP}%`],
    [0.9996, `>${NBSP}99,9${NBSP}%`],
  ])('prints the share %d without hiding what is there', (share, text) => expect(german.percent(share)).toBe(text))

  it.each([
    ['de-DE', { thousands: '.', decimals: ',' }],
    ['en-GB', { thousands: ',', decimals: '.' }],
  ])('writes what the tables of %s say', (locale, separators) => {
    const places = fc.tuple(fc.nat(4), fc.nat(4)).map(([least, more]) => ({ least, most: least + more }))
    const numbers = fc.oneof(
      fc.double({ min: -1e18, max: 1e18, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.integer({ min: -99_999_999, max: 99_999_999 }).map((whole) => whole / 10_000),
    )
    fc.assert(
      fc.property(numbers, places, fc.boolean(), (value, { least, most }, percent) => {
        const digits = { minimumFractionDigits: least, maximumFractionDigits: most, signDisplay: 'negative' } as const
        const style = percent ? 'percent' : 'decimal'
        const written = new Intl.NumberFormat(locale, { ...digits, style }).format(value).replace(/\s?%$/, '')
        expect(decimal(value, { least, most }, separators, percent ? 2 : 0)).toBe(written)
      }),
      {
        numRuns: 2000,
        examples: [
          [1.005, { least: 0, most: 2 }, false],
          [0.0115, { least: 1, most: 1 }, true],
          [999.995, { least: 0, most: 2 }, false],
          [5e-324, { least: 0, most: 3 }, true],
        ],
      },
    )
  })

  it('rounds each end of an interval as the share alone would be', () => {
    expect(german.shares({ low: 0.4139, high: 0.5511 })).toBe(`41,4–55,1${NBSP}%`)
    expect(english.shares({ low: 0.4139, high: 0.5511 })).toBe('41.4–55.1%')
    expect(german.shares({ low: 0.0003, high: 0.9999 })).toBe(`<${NBSP}0,1–>${NBSP}99,9${NBSP}%`)
    expect(german.shares({ low: 0, high: 1 })).toBe(`0–100${NBSP}%`)
    expect(german.shares({ low: 0.5, high: 0.5 })).toBe(`50,0${NBSP}%`)
    expect(german.shares({ low: 0.9725, high: 0.9725, exact: { low: 0.972463055462, high: 0.972463055462 } })).toBe(`97,2${NBSP}%`)
    expect(german.shares({ low: 0.29, high: 0.57 })).toBe(`29,0–57,0${NBSP}%`)
  })

  it('says how many equal vendors a concentration is like', () => {
    expect(german.equalVendors({ low: 3200, high: 4100 })).toBe('2,4–3,1')
    expect(german.equalVendors({ low: 10_000, high: 10_000 })).toBe('1,0')
    expect(german.equalVendors({ low: 0, high: 2500 })).toBe(`≥${NBSP}4,0`)
    expect(german.equalVendors({ low: 0, high: 0 })).toBeUndefined()
  })

  it('prints money with cents only where they matter, and leaves alone what is no number', () => {
    expect(german.money('1234567.89')).toBe(`1.234.568${NBSP}€`)
    expect(german.money('12.50')).toBe(`12,50${NBSP}€`)
    expect(english.money('1234.00', 'CHF')).toBe(`CHF${NBSP}1,234`)
    expect(german.money('n. V.')).toBe('n. V.')
    expect(german.money('')).toBe('')
    expect(german.money('7', '"><')).toBe('7')
  })

  it('prints days, months and years as given, and nothing made up', () => {
    expect(german.day('2026-11-23')).toBe('23.11.2026')
    expect(german.day('2026-11')).toBe('11/2026')
    expect(german.day('2026')).toBe('2026')
    expect(german.day('2026-13-45')).toBe('2026-13-45')
    expect(english.day('2026-01-05')).toBe('5 Jan 2026')
  })
})

describe('the wording of levels', () => {
  const [d, e] = [speaker('de'), speaker('en')]

  it.each([
    [{ best: 4, worst: 4 }, false, 'Stufe 4 (hoch)', 'Level 4 (high)'],
    [{ best: 4, worst: 4 }, true, 'Stufe 4 (hoch), vorläufig', 'Level 4 (high), provisional'],
    [{ best: 3, worst: 4 }, true, 'mindestens 3 (bis 4 möglich), vorläufig', 'at least 3 (up to 4 possible), provisional'],
    [
      { best: 2, worst: 5 },
      true,
      'nicht genau bestimmbar, mindestens 2 (bis 5 möglich), vorläufig',
      'cannot be determined exactly, at least 2 (up to 5 possible), provisional',
    ],
  ])('%o', (range, provisional, inGerman, inEnglish) => {
    expect(levelText(d, range, provisional)).toBe(inGerman)
    expect(levelText(e, range, provisional)).toBe(inEnglish)
  })

  it('answers in one sentence of at most 15 words', () => {
    const base = { provisional: true, borderline: false, governedBy: '' }
    for (const best of [1, 2, 3, 4, 5]) {
      for (const worst of [1, 2, 3, 4, 5].filter((n) => n >= best)) {
        for (const language of [d, e])
          for (const provisional of [false, true])
            expect(verdict(language, { ...base, best, worst, provisional }).split(' ').length).toBeLessThanOrEqual(15)
      }
    }
    expect(verdict(d, null)).toBe('Für eine Stufe reichen die Angaben nicht; die Fakten stehen unten.')
    expect(verdict(d, { ...base, best: 5, worst: 5, provisional: false })).toBe(
      'Die Abhängigkeit des Projekts von seinen Anbietern ist sehr hoch: Stufe 5 von 5.',
    )
    expect(verdict(d, { ...base, best: 5, worst: 5, provisional: true })).toBe(
      'Die Abhängigkeit des Projekts ist nach vorläufigem Stand sehr hoch: Stufe 5 von 5.',
    )
  })
})

describe('the catalogues', () => {
  const names = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').toSorted()
  const [de, en] = [deParts, enParts].map((parts) => Object.assign({}, ...parts) as Record<Key, string>) as [
    Record<Key, string>,
    Record<Key, string>,
  ]
  const keys = Object.keys(de) as Key[]

  it('ask for the same values in both languages', () => {
    for (const key of keys) expect([key, new Set(names(en[key]))]).toEqual([key, new Set(names(de[key]))])
  })

  it('never accuse, and use no level word of a grade', () => {
    for (const key of keys) expect(`${de[key]} ${en[key]}`).not.toMatch(/Verstoß|Verstöße|kritisch|violation|critical/i)
  })

  it('choose the plural by the number', () => {
    const { say } = speaker('de')
    expect([say('bound.count', { n: 0 }), say('bound.count', { n: 1 }), say('bound.count', { n: 1234 })]).toEqual([
      '0 gebundene Dienste',
      'ein gebundener Dienst',
      '1.234 gebundene Dienste',
    ])
  })

  it('insert a value as it is, even one that looks like a name', () => {
    expect(speaker('de').say('quoted', { text: '{text} $& {n|a|b}' })).toBe('„{text} $& {n|a|b}“')
  })

  it('give an id back where there is no word for it, also for names of the prototype', () => {
    expect(speaker('de').term('layer', 'mainframe')).toBe('mainframe')
    expect(speaker('en').term('layer', 'constructor')).toBe('constructor')
  })
})

describe('what is safe to show', () => {
  it('makes everything visible that could deceive', () => {
    expect(visible('a\u202eb\u0000c\nd\u200be\ud800')).toBe('a\\u{202e}b\\u{0}c\\u{a}d\\u{200b}e\\u{d800}')
    expect(visible('Größe 5\u00a0% „ok“')).toBe('Größe 5\u00a0% „ok“')
  })

  it('coerces what only claims to be text', () => {
    expect(visible({ toString: 'x' })).toBe('{"toString":"x"}')
    const copy = plain(JSON.parse('{"__proto__":{"x":1},"a":["b"]}')) as Record<string, unknown>
    expect(Object.getPrototypeOf(copy)).toBeNull()
    expect(Object.keys(copy)).toEqual(['__proto__', 'a'])
  })

  it('cuts long text between characters and says how much is missing', () => {
    expect(clip('abcdef', 3)).toBe('abc… (+3)')
    expect(clip(`ab😀x`, 3)).toBe('ab… (+2)')
  })

  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['//example.org', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['https://bund.de@example.org/', null],
    ['', null],
  ])('links %j as %j', (text, href) => expect(webLink(text)).toBe(href))

  it('lets no text end a CSS string', () => {
    expect(cssString('a"}</style>\\')).toBe('"a\\22 \\7d \\3c \\2f style\\3e \\5c "')
  })

  it('gives different ids different anchors', () => {
    const ids = ['a b', 'a-20-b', 'a--b', 'a-b', 'a"b', 'a.b']
    expect(new Set(ids.map((id) => anchor('org', id))).size).toBe(ids.length)
    expect(anchor('org', '"><x')).toMatch(/^org-[A-Za-z0-9-]+$/)
  })

  it('takes the first sentence, not the first abbreviation', () => {
    expect(firstSentence('Software z. B. OpenDesk prüfen. Danach mehr.')).toBe('Software z. B. OpenDesk prüfen.')
    expect(firstSentence('Ohne Ende')).toBe('Ohne Ende')
  })
})

describe('the last day of notice', () => {
  const day = (end: string, notice: string) => lastDayOfNotice({ end, notice })
  it.each([
    ['2027-03-31', 'P3M', '2026-12-31'],
    ['2027-05-31', 'P3M', '2027-02-28'],
    ['2028-12-31', 'P1Y', '2027-12-31'],
    ['2027-09-30', 'P1M', '2027-08-31'],
    ['2027-09-30', 'P4W', '2027-09-02'],
    ['2027-02-14', 'P60D', '2026-12-16'],
  ])('%s less %s is %s', (end, notice, expected) => expect(day(end, notice)).toBe(expected))
  it('is not guessed', () => {
    expect(day('bald', 'P3M')).toBeUndefined()
    expect(day('2027-03-31', 'drei Monate')).toBeUndefined()
    expect(day('2027-03-31', '')).toBeUndefined()
  })
})
