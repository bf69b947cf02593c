import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { summary } from '../src/cli/text/summary.ts'
import { compare } from '../src/compare.ts'
import type { Audit } from '../src/model/audit.ts'
import { numberFindings } from '../src/model/numbering.ts'
import { TOPICS, topicOf } from '../src/report/topics.ts'
import { empty, sample } from './support/audit.ts'
import { huge } from './support/audit-variants.ts'
import { matterOf, page, section, tableOf, text } from './support/page.ts'

const german = await page(sample)

describe('the sections', () => {
  it('stand in their order, in both languages', async () => {
    const heads = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, head]) => head)
    expect(heads(german)).toEqual([
      '1 Ergebnis auf einen Blick', 'Inhalt', '2 Veränderung seit der letzten Prüfung', '3 Feststellungen', '4 Lagebild', '5 Handlungsoptionen',
      '6 Datenlage und Grenzen', '7 Methodik', '8 Zuordnung zu veröffentlichten Rahmenwerken', 'A Komponenten und Positionen', 'B Eingaben mit Prüfsummen', 'C Regeln', 'D Glossar', 'E Prüfspur',
    ]) // prettier-ignore
    expect(heads(await page(empty)).length).toBe(14)
    expect(heads(await page(sample, { language: 'en' })).length).toBe(14)
  })

  it('follow a finding down to the cell, the raw value and the register entry, and up again', () => {
    const finding = text(matterOf(german, 'F-01'))
    expect(finding).toContain('Umfang: 5,3\u00a0% der Ausgaben (24.000\u00a0€) · 7,1\u00a0% der Positionen (1)')
    expect(finding).toContain('Anteil des größten privaten Anbieters: mindestens 40,0\u00a0%')
    expect(finding).toContain('largest-share atLeast 0.4')
    expect(finding).toContain('Gemessen: Anteil des größten privaten Anbieters: mindestens 40,0\u00a0%; Anteil der Schicht')
    expect(finding).toContain('Gefunden: Infrastrukturnahe Anwendungen (100\u00a0%; 5,3\u00a0%).')
    expect(matterOf(german, 'F-01')).toContain('href="#e21"')
    const evidence = /<tr id="e21">.*?<\/tr>/.exec(german)?.[0] ?? ''
    expect(text(evidence)).toContain('vertraege.csv Zeile 8, Produkt: „VMware Cloud Foundation“')
    expect(text(evidence)).toContain('Konzern: Broadcom, Sitz US')
    expect(text(evidence)).toMatch(/Impressum und Produktseiten von Broadcom, Stand 20\.11\.2026 rules\/vendors\/broadcom\.yaml:1/)
    expect(evidence).toContain('href="#i21"')
    expect(evidence).toContain('href="#F-01"')
    expect(/<tr id="i21">.*?<\/tr>/.exec(german)?.[0]).toContain('href="#F-01"')
  })

  it('state the coverage as the terminal does: the smallest share known of maker, licence and layer, not of amounts', async () => {
    const coverage = sample.coverage.map((one) => (one.of === 'amount' ? { ...one, known: 0.1 } : one))
    const audit = { ...sample, coverage }
    expect(text(section(await page(audit), 'result'))).toMatch(
      /\u00b7 Schicht 100\u00a0% 84,6\u00a0% Hersteller 84,6\u00a0%.*Betrag 10,0\u00a0%/,
    )
    expect(summary(audit, 'de')).toMatch(/Belegdichte +92,3\u00a0% +84,6\u00a0% +85,7\u00a0%/)
  })

  it('name in the terminal every column that was not read', () => {
    const said = (...columns: string[]) =>
      summary({ ...sample, notes: columns.map((column) => ({ code: 'W-COLUMN', message: '', params: { column } })) }, 'de')
    expect(said('Lfd. Nr.', 'Bemerkung', 'Lfd. Nr.')).toContain('W-COLUMN: Die Spalten „Lfd. Nr.“, „Bemerkung“ wurden nicht zugeordnet.\n')
    expect(said('Lfd. Nr.', 'Lfd. Nr.')).toContain('W-COLUMN: Die Spalte „Lfd. Nr.“ wurde nicht zugeordnet.\n')
    expect(said(...Array.from({ length: 25 }, (_, i) => `S ${i}`))).toContain('„S 19“ und 5 weitere wurden nicht zugeordnet.')
  })

  it('name in the terminal each column of which something is noted', () => {
    const note = (column: string) => ({ code: 'W-CELL', message: '', params: { column, value: 'x' } })
    const said = (...columns: string[]) => summary({ ...sample, notes: columns.map(note) }, 'de')
    const cell = (column: string) => `W-CELL: „x“ in „${column}“ ist nicht lesbar und gilt als unbekannt.`
    expect(said('Betrag', 'Ende', 'Betrag')).toContain(`${cell('Betrag')} (2×)\n${cell('Ende')}\n`)
    expect(said(...'ABCDEFG')).toContain(`${cell('E')}\nW-CELL: ebenso 2 weitere Spalten\n`)
  })

  it('name in the terminal why the result is provisional before all else, and what is not shown', () => {
    const codes = ['W-COLUMN', 'W-CELL', 'W-SHEET', 'W-PARTS', 'W-KIND', 'W-CREDIT', 'W-NO-IT', 'W-GROSS']
    const notes = codes.map((code) => ({ code, message: '', params: { n: 2 } }))
    const lines = summary({ ...sample, notes, provisionalBecause: ['W-LAYER', 'W-GROSS'] }, 'de').split('\n')
    const told = lines.filter((line) => line.startsWith('W-')).map((line) => line.split(':')[0])
    expect(told).toEqual(['W-GROSS', 'W-LAYER', 'W-PARTS', 'W-CREDIT', 'W-NO-IT', 'W-SHEET'])
    expect(lines).toContain(
      '3 weitere Arten von Hinweisen (W-KIND, W-CELL, W-COLUMN): im Bericht; was einer bedeutet, sagt „eigenstand explain W-KIND“.',
    )
    expect(summary({ ...sample, notes: notes.slice(0, 6), provisionalBecause: [] }, 'de')).not.toContain('weitere Art')
  })

  it('begin with an overview of all topics', () => {
    const overview = text(tableOf(german, 'overview'))
    expect(overview).toContain('3.1 Konzentration auf wenige Anbieter F-01 hoch 1 5,3\u00a0% der Ausgaben')
    expect(overview).toMatch(/3\.2 Weitere Feststellungen F-02, F-03, F-04, F-05 mittel 15 .* 16\.12\.2026/)
    expect(overview.match(/F-\d\d/g)).toEqual(['F-01', 'F-02', 'F-03', 'F-04', 'F-05', 'F-06'])
    expect(text(matterOf(german, 'F-04'))).toContain('F-04 Nicht offene Lizenz (Gewicht: mittel, begründete Ausnahme)')
  })

  it('tell each matter once, whatever number of policies it hits', async () => {
    const ids = ['proprietary-item', 'large-vendor-item', 'gatekeeper-item', 'openness-16a-egovg', 'low-influence', 'restricted-licence']
    const same = sample.findings.find(({ policy }) => policy === 'item-not-open')!
    const findings = ids.map((policy) => ({ ...same, policy, fingerprint: policy }))
    const html = await page({ ...sample, findings })
    expect([...section(html, 'findings').matchAll(/<h3[^>]*>(3\.[^<]*)/g)].map(([, head]) => head)).toEqual([
      '3.1 Große und ferne Anbieter', '3.2 Nicht offene Lizenzen',
    ]) // prettier-ignore
    // one row of evidence, one of the affected
    expect(tableOf(html, 'evidence-t').match(/<tr/g)?.length).toBe(2)
    expect(tableOf(html, 'affected').match(/<tr/g)?.length).toBe(2)
    expect(text(tableOf(html, 'affected')).match(/F-0\d/g)?.length).toBe(6)
  })

  it('have a topic for every rule that is shipped', () => {
    const known = new Set<string>(Object.values(TOPICS).flat())
    const policies = readdirSync(new URL('../rules/policies/', import.meta.url)).map((name) => name.replace('.yaml', ''))
    expect(policies.filter((id) => !known.has(id))).toEqual([])
    expect([...known].filter((id) => !policies.includes(id))).toEqual([])
    expect([topicOf('own', 'layer'), topicOf('own', 'vendor'), topicOf('own', 'item')]).toEqual(['concentration', 'vendors', 'others'])
  })

  it('tell one policy once, with the test of each layer it hits', async () => {
    const carried = sample.findings[0]!
    const second = { ...carried, fingerprint: 'x', subject: { kind: 'layer' as const, id: 'buero-software' }, items: [19] }
    const html = matterOf(await page({ ...sample, findings: [carried, second] }), 'F-01')
    expect(text(html)).toContain('Betroffen (2 Einträge): Büro-Software und Infrastrukturnahe Anwendungen.')
    expect([...html.matchAll(/<caption[^>]*>([^<]*)/g)].map(([, caption]) => caption)).toEqual([
      'Prüfung zu F-01: Büro-Software', 'Prüfung zu F-01: Infrastrukturnahe Anwendungen',
    ]) // prettier-ignore
  })

  it('number on the table of affected entries every finding, also those about a layer', async () => {
    const row = (html: string, name: string) =>
      [...tableOf(html, 'affected').matchAll(/<tr.*?<\/tr>/gs)].map(([one]) => text(one)).find((one) => one.includes(name)) ?? ''
    expect(row(german, 'VMware Cloud Foundation')).toMatch(/^ VMware Cloud Foundation F-01 F-02 /)
    // an entry that nothing but its layer is about
    const layer = sample.findings.find(({ subject }) => subject.kind === 'layer')!
    const html = await page({ ...sample, findings: [layer] })
    expect(row(html, 'VMware Cloud Foundation')).toContain('VMware Cloud Foundation F-01')
  })

  it('name the project alone where a finding is about all of it', async () => {
    const whole = { ...sample.findings[0]!, subject: { kind: 'project' as const, id: 'p' }, items: [] }
    const html = text(matterOf(await page({ ...sample, findings: [whole] }), 'F-01'))
    expect(html).toContain('Betroffen: Fachverfahren Wohnraumförderung. Bewertung')
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
    expect(text(matterOf(german, 'F-04'))).toContain(
      'Begründete Ausnahme (F-04): Ablösung durch Valkey ist beauftragt (Leitung IT, 01.10.2026 – 31.03.2027)',
    )
  })

  it('list at most 50 cases of a finding and count the rest', async () => {
    const html = await page(huge(3000))
    const links = /<p><strong>F-02<\/strong>[\s\S]*?<\/p>/.exec(matterOf(html, 'F-02'))?.[0].match(/href="#e\d+"/g)
    expect(links?.length).toBe(50)
    expect(text(matterOf(html, 'F-02'))).toContain('259 weitere Einträge stehen in Anhang A.')
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
    const rows = [...tableOf(german, 'terms').matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row]) => text(row ?? '').trim())
    expect(rows[0]).toMatch(/^Jira Data Center .* 16\.12\.2026/)
    expect(rows[3]).toMatch(/^VMware Cloud Foundation F-01 F-02 VMware 31\.12\.2026 verlängert sich selbst verstrichen am 30\.09\.2026/)
    expect(rows.length).toBe(9)
  })

  it('draw every layer so that its parts are the whole', () => {
    const chart = /<svg class="chart"[^>]*aria-labelledby="layers-spend-title[\s\S]*?<\/figure>/.exec(german)?.[0] ?? ''
    const bars = new Map<string, number>()
    for (const [, y, width] of chart.matchAll(/class="bar k-\w+" x="[\d.]+%" y="(\d+)" width="([\d.]+)%"/g))
      bars.set(y ?? '', (bars.get(y ?? '') ?? 0) + Number(width))
    expect([...bars.values()].map((sum) => Math.round(sum))).toEqual(Array(7).fill(100))
  })

  it('count findings and their cases, wherever they count them', () => {
    const cases = sample.findings.length
    const n = numberFindings(sample).length
    expect(cases).toBeGreaterThan(n)
    expect(text(section(german, 'findings'))).toContain(`${n} Feststellungen mit ${cases} Fällen in `)
    expect(summary(sample, 'de')).toContain(`${n} Feststellungen mit ${cases} Fällen: `)
  })

  it('say on page 1 which input could not be read, and that the audit before lacked one', async () => {
    const failed = (n: number) => ({ code: 'W-INPUT-FAILED', message: '', params: { path: `bom-${n}.json`, code: 'E3101' } })
    const notes = [1, 2, 3, 4].map(failed)
    const shown = async (audit: Audit, language: 'de' | 'en', comparison = compare(sample, audit)) =>
      text(section(await page(audit, { language, comparison }), 'result'))
    const unread = { ...sample, notes, provisionalBecause: ['W-INPUT-FAILED', ...sample.provisionalBecause] }
    expect(await shown(unread, 'de')).toContain(
      '4 Eingaben ließen sich nicht lesen (bom-1.json: E3101, bom-2.json: E3101, bom-3.json: E3101, …). Was darin steht, fehlt in allen Zahlen.',
    )
    expect(await shown({ ...unread, notes: [failed(1)] }, 'en')).toContain(
      'One input could not be read (bom-1.json: E3101). What stands there is missing from every figure.',
    )
    const [first] = sample.findings
    const before = { ...sample, asOf: '2026-05-01', findings: sample.findings.slice(1), notes }
    const back = await shown(sample, 'de', compare(before, sample, { seenBefore: new Set([first!.fingerprint]) }))
    expect(back).toContain(
      '0 neue Fälle, ein wieder aufgetretener, 0 behoben oder entfallen. Bei der früheren Prüfung ließen sich Eingaben nicht lesen; was darin stand, erscheint als neu',
    )
  })

  it('count one thing as one, and say how many places of a criterion are not named', async () => {
    const one = { ...sample, shares: sample.shares.map((share) => (share.basis === 'spend' ? share : { ...share, of: '1' })) }
    expect(text(await page(one))).toContain('(eine gezählte Komponente)')
    expect(text(await page(one, { language: 'en' }))).toContain('(one component counted)')
    const places = sample.items.slice(0, 3).map(({ name }) => ({ source: 0, at: 'line 8', says: name }))
    const criterion = {
      id: 'X-1',
      title: { de: 'Frage', en: 'Question' },
      status: 'assessed' as const,
      answers: [],
      figures: [
        { fact: 'services', value: 5, evidence: places },
        { fact: 'sboms', value: 2, evidence: [] },
      ],
    }
    const framework = {
      id: 'x',
      version: '1',
      title: { de: 'Rahmen', en: 'Frame' },
      about: { de: '', en: '' },
      source: { what: 'x', date: '2026-01-01' },
      rule: 'r',
      criteria: [criterion],
    }
    const shown = text(section(await page({ ...sample, frameworks: [framework] } as unknown as Audit), 'frameworks'))
    expect(shown).toContain(': 5')
    expect(shown).toMatch(/“ 2 weitere SBOMs: 2(?! \d* ?weitere)/)
  })

  it('compare with an earlier audit, cause by cause', async () => {
    const before: Audit = {
      ...sample,
      asOf: '2026-05-01',
      rules: { set: 'default', sha256: 'x' },
      findings: [...sample.findings.slice(1), { ...sample.findings[1]!, fingerprint: 'gone', subject: { kind: 'item', id: 'gone' } }],
      level: { best: 4, worst: 4, provisional: false, borderline: false, governedBy: '' },
    }
    const better = { ...before, findings: sample.findings }
    const again = { rescored: better, projectFile: better, onDay: better }
    const comparison = compare(before, sample, { again, seenBefore: new Set() })
    const html = await page(sample, { comparison })
    const shown = text(section(html, 'change'))
    expect(shown).toContain('Verglichen wird mit der Prüfung zum 01.05.2026.')
    expect(shown).toContain('Regeln: geändert.')
    expect(shown).toContain('Daten: unverändert, dieselben Dateien.')
    expect(shown).toContain('Abhängigkeitsstufe 4 4 4 4–5')
    expect(shown).toContain('1 neu, 0 wieder aufgetreten, 1 behoben oder entfallen')
    expect(text(tableOf(html, 'change-findings'))).toMatch(/F-01 .* neu Regeln hoch/)
    expect(text(section(html, 'result'))).toContain(
      'Gegenüber 01.05.2026: Stufe damals 4, jetzt 4–5; ein neuer Fall, einer behoben oder entfallen.',
    )
  })
})
