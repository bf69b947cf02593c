import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { createHtmlReporter } from '../src/report/html.ts'
import { de } from '../src/report/words/de.ts'
import { empty, sample, small } from './support/audit.ts'
import { hostile, huge } from './support/audit-variants.ts'
import { matterOf, page, section, templates, text } from './support/page.ts'

const first = async (audit: Audit, language: 'de' | 'en' = 'de') => text(section(await page(audit, { language }), 'result'))
const german = await page(sample)

describe('the templates', () => {
  const all = { 'report.hbs': templates.main, ...templates.partials }

  it('escape everything: no triple braces, no ampersand form', () => {
    for (const [name, source] of Object.entries(all)) expect([name, source.match(/\{\{\{|\{\{&/)]).toEqual([name, null])
  })

  it('quote every attribute that carries a value', () => {
    for (const [name, source] of Object.entries(all)) expect([name, source.match(/=\{\{/)]).toEqual([name, null])
  })

  it('use only words that exist', () => {
    const used = Object.values(all).flatMap((source) => [...source.matchAll(/\{\{t "([^"]+)"/g)].map(([, key]) => key))
    expect(used.length).toBeGreaterThan(60)
    expect(used.filter((key) => !de.some((part) => Object.hasOwn(part, key ?? '')))).toEqual([])
  })

  it('fail on a name that the page does not know', async () => {
    const broken = { ...templates, partials: { ...templates.partials, head: '{{project.title}}' } }
    await expect(async () => [...(await createHtmlReporter(broken).render(sample, { language: 'de' }))]).rejects.toThrow(/title/)
  })

  it('keep the sheet under 10 kB', () => expect(Buffer.byteLength(templates.css)).toBeLessThan(10_240))
})

describe('the file', () => {
  it('allows exactly its own sheet and script', () => {
    const csp = /Content-Security-Policy" content="([^"]*)"/.exec(german)?.[1]?.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=') ?? ''
    const hash = (tag: string) =>
      createHash('sha256')
        .update(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(german)?.[1] ?? '')
        .digest('base64')
    expect(csp).toBe(
      `default-src 'none'; style-src 'sha256-${hash('style')}'; script-src 'sha256-${hash('script')}'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
  })

  it.each([
    ['sample', sample],
    ['empty', empty],
    ['small', small],
    ['hostile', hostile('"><img src=x onerror=alert(1)>')],
  ])('has no inline style, no handler and nothing to load: %s', async (_, audit) => {
    const html = await page(audit)
    const markup = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    const tags = markup.match(/<[a-z][^>]*>/g) ?? []
    expect(tags.filter((tag) => /\s(style|on[a-z]+|src|srcset|action|formaction)=/.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([])
    expect(tags.filter((tag) => /^<(img|link|iframe|object|embed|base|form|audio|video)\b/.test(tag))).toEqual([])
    for (const [, href] of markup.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(#|https?:\/\/)/)
  })

  it.each([
    ['sample', sample],
    ['hostile', hostile('"><b id="x')],
    ['huge', huge(3000)],
  ])('has unique ids, and every link within it has its place: %s', async (_, audit) => {
    const html = await page(audit)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.length - new Set(ids).size).toBe(0)
    const known = new Set(ids)
    const aims = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(aims.filter((id) => !known.has(id))).toEqual([])
    expect(
      [...html.matchAll(/aria-labelledby="([^"]*)"/g)].flatMap(([, names]) => names?.split(' ') ?? []).filter((id) => !known.has(id)),
    ).toEqual([])
  })

  it('is the same for the same audit, names its maker at the beginning, and comes in pieces', async () => {
    expect(await page(sample)).toBe(german)
    expect(german.slice(0, 4096)).toContain('content="eigenstand 0.1.0"')
    const pieces = [...(await createHtmlReporter(templates).render(huge(3000), { language: 'de' }))]
    expect(pieces.length).toBeGreaterThan(2000)
  })

  it('stays below 5 MB with 50,000 components and says what it leaves out', async () => {
    const html = await page(huge(50_000))
    expect(Buffer.byteLength(html)).toBeLessThan(5_000_000)
    const rows = html.match(/<tr id="i\d+">/g)?.length
    expect(rows).toBe(2500 + 2000)
    expect(text(section(html, 'items'))).toContain(
      '2.515 davon stehen nur in der CSV- und der JSON-Ausgabe. Von den übrigen sind 2.000 aufgeführt; 43.020 weitere stehen in der JSON- und der CSV-Ausgabe.',
    )
  })
})

describe('the first page', () => {
  it('answers the question', async () => {
    const shown = await first(sample)
    expect(shown).toContain('Die Abhängigkeit ist mindestens hoch (Stufe 4), möglich ist sehr hoch (Stufe 5).')
    expect(shown).toContain('Abhängigkeitsstufe: mindestens 4 (bis 5 möglich), vorläufig.')
    expect(shown).toContain('Für eine genauere Stufe fehlt: der Hersteller bei 15,4\u00a0% der Ausgaben;')
    expect(shown).toContain('0–7,7\u00a0% und 2 gebundene Dienste')
    expect(shown).toContain('30,6–46,0\u00a0%')
    expect(shown).toContain('289.500\u00a0€ bis 359.000\u00a0€ im Jahr')
    expect(shown).toContain('1.302–2.488 wie 4,0–7,7 gleich große Anbieter')
    expect(shown).toMatch(/F-01 Ein Anbieter trägt die Schicht: Infrastrukturnahe Anwendungen\./)
    expect(shown).toContain('2 Dienste von Großanbietern sind eingebunden. Amazon S3 (Amazon), Azure Monitor (Microsoft).')
    expect(shown).toContain('Kein Beschlussvorschlag hinterlegt.')
    expect(shown).toContain('keine Rechtsauskunft und keine amtliche Note')
    expect(shown.match(/\(\s*F-0\d\s*\)/g)?.length).toBe(3)
  })

  it('does so in English', async () => {
    const shown = await first(sample, 'en')
    expect(shown).toContain('The dependence is at least high (level 4); very high (level 5) is possible.')
    expect(shown).toContain('Dependence level: at least 4 (up to 5 possible), provisional.')
    expect(shown).toContain('30.6–46.0%')
    expect(shown).not.toMatch(/[äöüß]/)
  })

  it('shows the whole scale and marks the interval', () => {
    const scale = /<ol class="scale"[\s\S]*?<\/ol>/.exec(german)?.[0] ?? ''
    expect(text(scale).trim()).toBe('1 gering 2 mäßig 3 erhöht 4 hoch mindestens 5 sehr hoch möglich')
    expect(scale.match(/aria-current="true"/g)?.length).toBe(2)
  })

  it('never claims an exact level where two are possible', async () => {
    const wide = await first({ ...sample, level: { best: 2, worst: 5, provisional: true, borderline: false, governedBy: '' } })
    expect(wide).toContain('Die Abhängigkeit ist nicht genau bestimmbar: mindestens mäßig (Stufe 2), möglich sehr hoch (Stufe 5).')
    expect(wide).toContain('nicht genau bestimmbar, mindestens 2 (bis 5 möglich), vorläufig')
    expect(wide).toContain('1 gering 2 mäßig mindestens 3 erhöht möglich 4 hoch möglich 5 sehr hoch möglich')
    const exact = await first({ ...sample, level: { best: 3, worst: 3, provisional: false, borderline: false, governedBy: '' } })
    expect(exact).toContain('Abhängigkeitsstufe: Stufe 3 (erhöht).')
    expect(exact).not.toContain('Für eine genauere Stufe fehlt')
  })

  it('gives facts but no level where there is none, and says why', async () => {
    const few = await first(small)
    expect(few).toContain('Für eine Stufe reichen die Angaben nicht')
    expect(few).toContain('Die Liste hat nur 3 Positionen mit Gewicht, nötig sind 5.')
    expect(few).toContain('73.500\u00a0€')
    expect(await first(empty)).toContain('Die Eingaben enthalten nichts, was zu bewerten wäre.')
    expect(section(await page(small), 'result')).not.toContain('aria-current')
  })

  it('never prints 0 % without the bound services', async () => {
    const none = sample.shares.map((share) => (share.basis === 'components' ? { ...share, low: 0, high: 0 } : share))
    for (const boundServices of [[], sample.boundServices]) {
      const shown = await first({ ...sample, shares: none, boundServices })
      const zeros = shown.match(/(?<!:) 0\u00a0% (und (ein|\d+) gebundene)?/g) ?? []
      expect(zeros).toEqual(Array(2).fill(` 0\u00a0% und ${boundServices.length} gebundene`))
    }
  })

  it('says why an exact level is provisional', async () => {
    const shown = await first({ ...sample, level: { best: 5, worst: 5, provisional: true, borderline: false, governedBy: '' } })
    expect(shown).toContain('Stufe 5 (sehr hoch), vorläufig. Ob 14 Beträge netto oder brutto sind, ist nicht gesagt; sie gelten als netto.')
  })

  it('names both levels of a borderline case', async () => {
    const axes = sample.axes.map((axis) => (axis.borderline ? { ...axis, best: 4, worst: 4, neighbour: 5 } : axis))
    expect(await first({ ...sample, axes })).toContain('Grenzfall beim Ziel „Gestaltungsfähigkeit“: Stufe 4, knapp neben Stufe 5.')
    const wide = sample.axes.map((axis) => (axis.borderline ? { ...axis, best: 1, worst: 3, neighbour: 4 } : axis))
    expect(await first({ ...sample, axes: wide })).toContain(
      'Grenzfall beim Ziel „Gestaltungsfähigkeit“: Stufe 1 bis 3 möglich. Bei einem Prozentpunkt Unterschied läge das obere Ende bei Stufe 4.',
    )
  })

  it('puts the editor’s words where they belong, and only there', async () => {
    const html = await page(sample, {
      editorial: {
        status: 'final',
        editor: 'Referat 12',
        resolution: ['Der Rat nimmt zur Kenntnis.'],
        responses: { [sample.findings[0]?.fingerprint ?? '']: 'Zugesagt.\n\nBis Juni.' },
      },
    })
    expect(text(html)).toMatch(/Status\s+abschließend/)
    expect(text(section(html, 'result'))).toContain('Vorschlag der Bearbeitung, nicht des Werkzeugs. Der Rat nimmt zur Kenntnis.')
    expect(text(matterOf(html, 'F-01'))).toMatch(/Stellungnahme Zugesagt\. \(F-01\) Bis Juni\. \(F-01\) Belege/)
    expect(text(matterOf(html, 'F-02'))).toContain('Keine Stellungnahme hinterlegt.')
    expect(text(german)).toMatch(/Status\s+Entwurf/)
  })
})
