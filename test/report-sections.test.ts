import { describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { empty, sample } from './support/audit.ts'
import { huge } from './support/audit-variants.ts'
import { page, section, tableOf, text } from './support/page.ts'

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
    const overview = text(tableOf(german, 'overview'))
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

  it('name the project alone where a finding is about all of it', async () => {
    const whole = { ...sample.findings[0]!, subject: { kind: 'project' as const, id: 'p' }, items: [] }
    const html = text(section(await page({ ...sample, findings: [whole] }), 'F-01'))
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
    const rows = [...tableOf(german, 'terms').matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row]) => text(row ?? '').trim())
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
