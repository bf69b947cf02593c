import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { createHtmlReporter } from '../src/report/html.ts'
import { de } from '../src/report/words/de.ts'
import { empty, hostile, huge, page, sample, small, templates } from './support/audit.ts'

/** Visible text of a piece of HTML, entities resolved. */
const text = (html: string): string =>
  html
    .replace(/<(style|script|template)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&#x27;/g, "'").replace(/&#x3D;/g, '=').replace(/&amp;/g, '&')
    .replace(/[^\S\u00a0]+/g, ' ') // prettier-ignore
const section = (html: string, id: string): string => new RegExp(`<(section|article) id="${id}"[\\s\\S]*?</\\1>`).exec(html)?.[0] ?? ''
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
    expect(used.filter((key) => !Object.hasOwn(de, key ?? ''))).toEqual([])
  })

  it('fail on a name that the page does not know', async () => {
    const broken = { ...templates, partials: { ...templates.partials, head: '{{project.title}}' } }
    await expect(async () => [...(await createHtmlReporter(broken).render(sample, { language: 'de' }))]).rejects.toThrow(/title/)
  })

  it('keep the sheet under 8 kB', () => expect(Buffer.byteLength(templates.css)).toBeLessThan(8192))
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
    expect(rows).toBe(15 + 5000 + 2000)
    expect(text(section(html, 'items'))).toContain(
      'Von den übrigen sind 2.000 aufgeführt; 43.020 weitere stehen in der JSON- und der CSV-Ausgabe.',
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
    expect(shown).toContain('30,5–46,0\u00a0%')
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
    expect(shown).toContain('30.5–46.0%')
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
    expect(await first(sample)).toContain('Grenzfall beim Ziel „Gestaltungsfähigkeit“: Stufe 4, knapp neben Stufe 5.')
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
    expect(text(section(html, 'F-01'))).toMatch(/Stellungnahme Zugesagt\. Bis Juni\. Belege/)
    expect(text(section(html, 'F-02'))).toContain('Keine Stellungnahme hinterlegt.')
    expect(text(german)).toMatch(/Status\s+Entwurf/)
  })
})

describe('the sections', () => {
  it('stand in their order, in both languages', async () => {
    const heads = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, head]) => head)
    expect(heads(german)).toEqual([
      '1 Ergebnis auf einen Blick', 'Inhalt', '2 Veränderung seit der letzten Prüfung', '3 Feststellungen', '4 Lagebild', '5 Handlungsoptionen',
      '6 Datenlage und Grenzen', '7 Methodik', 'A Komponenten und Positionen', 'B Eingaben mit Prüfsummen', 'C Regeln', 'D Glossar', 'E Prüfspur',
    ]) // prettier-ignore
    expect(heads(await page(empty)).length).toBe(13)
    expect(heads(await page(sample, { language: 'en' })).length).toBe(13)
  })

  it('follow a finding down to the cell, the raw value and the register entry, and up again', () => {
    const finding = text(section(german, 'F-01'))
    expect(finding).toContain('Umfang: 5,3\u00a0% der Ausgaben (24.000\u00a0€) · 7,1\u00a0% der Positionen (1)')
    expect(finding).toContain('Anteil des größten privaten Anbieters: mindestens 40,0\u00a0%')
    expect(finding).toContain('largest-share atLeast 0.4')
    expect(finding).toContain('vertraege.csv Zeile 8, Produkt: „VMware Cloud Foundation“')
    expect(finding).toContain('Konzern: Broadcom, Sitz US')
    expect(finding).toMatch(/Impressum und Produktseiten von Broadcom, Stand 20\.11\.2026 rules\/vendors\/broadcom\.yaml:1/)
    expect(section(german, 'F-01')).toContain('href="#i21"')
    expect(/<tr id="i21">.*?<\/tr>/.exec(german)?.[0]).toContain('href="#F-01"')
  })

  it('begin with an overview of all findings', () => {
    const overview = text(/<table id="overview"[\s\S]*?<\/table>/.exec(german)?.[0] ?? '')
    expect(overview).toContain('F-01 Ein Anbieter trägt die Schicht hoch Infrastrukturnahe Anwendungen')
    expect(overview).toMatch(/F-04 Nicht offene Lizenz mittel „redis“ begründete Ausnahme/)
    expect(overview.match(/F-\d\d/g)).toEqual(['F-01', 'F-02', 'F-03', 'F-04', 'F-05', 'F-06'])
  })

  it('tell one policy once, with the test of each layer it hits', async () => {
    const carried = sample.findings[0]!
    const second = { ...carried, fingerprint: 'x', subject: { kind: 'layer' as const, id: 'buero-software' }, items: [19] }
    const html = section(await page({ ...sample, findings: [carried, second] }), 'F-01')
    expect(text(html)).toContain('Betroffen (2 Einträge): Büro-Software und Infrastrukturnahe Anwendungen.')
    expect([...html.matchAll(/<caption[^>]*>([^<]*)/g)].map(([, caption]) => caption)).toEqual([
      'Prüfung zu F-01: Büro-Software', 'Prüfung zu F-01: Infrastrukturnahe Anwendungen', 'Belege zu F-01',
    ]) // prettier-ignore
  })

  it('say what governs an axis where no finding does', async () => {
    const codes = ['share:open', 'weight:quarter', 'layer:plattform', 'item:line 10#1', 'bindings:Amazon S3', 'no-data', 'brand-new']
    const axes = codes.map((governedBy) => ({ ...sample.axes[0]!, governedBy }))
    const rows = text(/<table id="axes-t"[\s\S]*?<\/table>/.exec(await page({ ...sample, axes }))?.[0] ?? '')
    for (const words of [
      'Offener Anteil der Software',
      'Mindestens ein Viertel des Gewichts',
      'Konzentration der Schicht „Plattform“',
      'Tragender Eintrag „SAP ERP, Pflege“',
      'Gebundener Dienst „Amazon S3“',
      'Keine Angaben',
      'brand-new',
    ]) {
      expect(rows).toContain(words)
    }
  })

  it('show an exception with its reason and its end', () => {
    expect(text(section(german, 'F-04'))).toContain(
      'Begründete Ausnahme: Ablösung durch Valkey ist beauftragt (Leitung IT, 01.10.2026 – 31.03.2027)',
    )
  })

  it('list at most 50 cases of a finding and count the rest', async () => {
    const html = section(await page(huge(3000)), 'F-02')
    expect(/<table id="cases-F-02"[\s\S]*?<\/table>/.exec(html)?.[0].match(/<tr>/g)?.length).toBe(51)
    expect(text(html)).toContain('259 weitere Einträge stehen in Anhang A.')
  })

  it('balance the records of every file', () => {
    expect(text(section(german, 'data'))).toMatch(/vertraege\.csv csv windows-1252 19 16 1 2 3/)
    expect(text(section(german, 'data'))).toContain('Ob 14 Beträge netto oder brutto sind, ist nicht gesagt; sie gelten als netto.')
  })

  it('print the boundaries that were used', () => {
    expect(text(section(german, 'method'))).toContain('Stufe 3: HHI über 2.000')
    expect(text(section(german, 'method'))).toContain('Stufe 4: offener Anteil ab 20,0\u00a0%')
  })

  it('order running contracts by the last day of notice', () => {
    const rows = [...(/<table id="terms"[\s\S]*?<\/table>/.exec(german)?.[0] ?? '').matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(
      ([, row]) => text(row ?? '').trim(),
    )
    expect(rows[0]).toMatch(/^VMware Cloud Foundation VMware 31\.12\.2026 verlängert sich selbst verstrichen am 30\.09\.2026/)
    expect(rows[1]).toMatch(/^Jira Data Center .* 16\.12\.2026/)
    expect(rows.length).toBe(9)
  })

  it('draw every layer so that its parts are the whole', () => {
    const chart = /<svg class="chart"[^>]*aria-labelledby="layers-spend-title[\s\S]*?<\/figure>/.exec(german)?.[0] ?? ''
    const bars = new Map<string, number>()
    for (const [, y, width] of chart.matchAll(/class="bar k-\w+" x="[\d.]+%" y="(\d+)" width="([\d.]+)%"/g))
      bars.set(y ?? '', (bars.get(y ?? '') ?? 0) + Number(width))
    expect([...bars.values()].map((sum) => Math.round(sum))).toEqual(Array(7).fill(100))
  })

  it('compare with an earlier audit and say what changed', async () => {
    const before: Audit = {
      ...sample,
      asOf: '2026-05-01',
      rules: { set: 'default', sha256: 'x' },
      findings: sample.findings.slice(1),
      level: { best: 4, worst: 4, provisional: false, borderline: false, governedBy: '' },
    }
    const shown = text(
      section(
        await page(sample, { previous: { ...before, findings: [...before.findings, { ...before.findings[0]!, fingerprint: 'gone' }] } }),
        'change',
      ),
    )
    expect(shown).toContain('Verglichen wird mit der Prüfung zum 01.05.2026.')
    expect(shown).toContain('Regeln: geändert.')
    expect(shown).toContain('Daten: unverändert, dieselben Dateien.')
    expect(shown).toContain('Abhängigkeitsstufe Stufe 4 (hoch) mindestens 4 (bis 5 möglich), vorläufig')
    expect(shown).toMatch(/F-01 .* neu F-02 .* unverändert/)
    expect(shown).toContain('Eine frühere Feststellung besteht nicht mehr.')
  })
})
