import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compare } from '../src/compare.ts'
import type { Audit } from '../src/model/audit.ts'
import { hasChromium, house, type House } from './support/browser.ts'
import { sample } from './support/audit.ts'
import { page, templates } from './support/page.ts'

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0
if (!hasPoppler) console.warn('no pdftotext: the tests of the printed page are skipped')

describe.skipIf(!hasChromium || !hasPoppler)('the printed page', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'eigenstand-print-'))
  let browser: House
  beforeAll(async () => {
    browser = await house()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function print(html: string): Promise<{ readonly pages: readonly string[]; readonly info: string }> {
    const opened = await browser.open(html)
    const path = join(folder, 'page.pdf')
    await opened.page.pdf({ path, preferCSSPageSize: true, tagged: true, outline: true })
    await opened.close()
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    return { pages: text.split('\f'), info: execFileSync('pdfinfo', [path], { encoding: 'utf8' }) }
  }

  it('keeps what introduces a table on the page of the table', async () => {
    const html = await page(sample)
    const part = /<h3>Sitz der Konzerne<\/h3>.*?<\/table>\s*<\/div>/s.exec(html)?.[0] ?? ''
    expect(part).toContain('Einträge und Anteile nach Sitz')
    // the same part a little further down on every page, until it no longer fits
    const heights = Array.from({ length: 50 }, (_, n) => n * 5)
    const body = heights.map((height) => `<div style="break-before: page; height: ${height}mm"></div>${part}`).join('')
    const { pages } = await print(html.replace(/<meta http-equiv[^>]*>/i, '').replace(/<main.*<\/main>/s, () => `<main>${body}</main>`))
    const introduced = pages.filter((sheet) => sheet.includes('Eine Tatsache neben den Stufen'))
    expect(introduced).toHaveLength(heights.length)
    expect(introduced.filter((sheet) => !sheet.includes('Einträge und Anteile nach Sitz'))).toEqual([])
  })

  const resolution = [
    'Der Kreistag nimmt den Prüfbericht zur Kenntnis.',
    'Er bittet die Verwaltung, über die Umsetzung zu berichten.',
    'Er stellt Mittel für die Erprobung bereit.',
  ]

  it.each(['de', 'en'] as const)('holds the whole answer on one sheet: %s', async (language) => {
    const { pages, info } = await print(await page(sample, { language, editorial: { resolution, editor: 'Amt für Digitalisierung' } }))
    const sheet = pages[0] ?? ''
    const wanted =
      language === 'de'
        ? [
            'Landkreis Seetal',
            '11.2-0450/2026-017',
            '23.11.2026',
            'möglich ist sehr hoch (Stufe 5)',
            'Großanbieter-Anteil',
            'Belegdichte',
            'Gebundene Dienste',
            'F-02',
            'Mittel für die Erprobung',
            'amtliche Note',
            'Seite 1 von',
          ]
        : [
            'Landkreis Seetal',
            '23 Nov 2026',
            'very high (level 5) is possible',
            'Share of large vendors',
            'Coverage',
            'Bound services',
            'F-02',
            'no official grade',
            'Page 1 of',
          ]
    for (const text of wanted) expect(sheet).toContain(text)
    expect(pages[1]).toMatch(language === 'de' ? /^\s*2 Veränderung/ : /^\s*2 Change/)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Title:.*Wohnraumförderung/)
    expect(info).toMatch(/A4/)
  })

  it('keeps to that sheet when there is as much to say as there can be', async () => {
    const before: Audit = {
      ...sample,
      asOf: '2026-05-01',
      level: { best: 3, worst: 5, provisional: true, borderline: false, governedBy: '' },
    }
    const long = { ...sample.project, name: 'Fachverfahren Wohnraumförderung und Wohnberechtigungsscheine der Kreise', authority: 'Zweckverband Kommunale Datenverarbeitung Seetal-Oberland' } // prettier-ignore
    const editorial = { editor: 'Amt für Digitalisierung, Organisation und IT-Steuerung', resolution: Array<string>(3).fill('Der Kreistag bittet die Verwaltung, bis zum Ende des Jahres über die Umsetzung zu berichten.') } // prettier-ignore
    const audit = {
      ...sample,
      project: long,
      level: { best: 2, worst: 5, provisional: true, borderline: true, governedBy: sample.findings[0]!.fingerprint },
    }
    const { pages } = await print(await page(audit, { editorial, comparison: compare(before, audit) }))
    expect(pages[0]).toContain('Gegenüber 01.05.2026')
    expect(pages[0]).toContain('3. Der Kreistag bittet')
    expect(pages[1]).toMatch(/^\s*2 Veränderung/)
    // a longer proposal begins the second sheet, and the first says so
    const longer = { ...editorial, resolution: [...editorial.resolution, ...editorial.resolution] }
    const two = await print(await page(audit, { editorial: longer, comparison: compare(before, audit) }))
    expect(two.pages[0]!.replace(/\s+/g, ' ')).toContain('auf der nächsten Seite')
    expect(two.pages[1]).toMatch(/^\s*Beschlussvorschlag/)
    expect(two.pages[2]).toMatch(/^\s*2 Veränderung/)
  })

  it('needs at most fifteen sheets for fifty contracts and components', async () => {
    const items = Array.from({ length: 50 }, (_, at) => sample.items[at % sample.items.length]!)
    const findings = sample.findings.map((one) => ({
      ...one,
      items: one.items.flatMap((item) => (item + 35 < 50 ? [item, item + 35] : [item])),
    }))
    const { pages } = await print(await page({ ...sample, items, findings }))
    expect(pages.length - 1).toBeLessThanOrEqual(15)
  })

  it('prints whom it is about, and evidence, rules and registers only when asked', async () => {
    const without = (await print(await page(sample))).pages.join('\n')
    expect(without).toMatch(/VMware Cloud Foundation[\s\S]*Zeile 8/)
    expect(without).toContain('Belege und vollständige Liste werden nicht gedruckt.')
    for (const hidden of ['zone.js', 'Produkt: „VMware', 'rules/vendors/']) expect(without).not.toContain(hidden)
    const all = (await print(await page(sample, { printAppendix: true }))).pages.join('\n')
    for (const shown of ['zone.js', 'Produkt: „VMware', 'rules/vendors/']) expect(all).toContain(shown)
    expect(all).not.toContain('werden nicht gedruckt.')
  })

  it('keeps a hostile name inside the foot of the page', async () => {
    const { pages } = await print(await page({ ...sample, project: { ...sample.project, name: '"}</style>\\Amt' } }))
    expect(pages[1]).toContain('Prüfbericht "}</style>\\Amt, Stand 23.11.2026')
  })
})

describe('the colours', () => {
  const tokens = (css: string) =>
    Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name ?? '', value ?? '']))
  const blocks = templates.css.split('@media')
  const schemes = { light: tokens(blocks[0] ?? ''), dark: tokens(blocks[1] ?? '') }

  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
    return (high + 0.05) / (low + 0.05)
  }

  it('measures as the definition does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  const text = [['text', 'ground'], ['text', 'tint'], ['soft', 'ground'], ['soft', 'tint'], ['main', 'ground'], ['main', 'tint'], ['on-main', 'main']] as const // prettier-ignore
  const parts = ['faint', 'main', 'open', 'restricted', 'alarm', 'notice'] as const

  describe.each(['light', 'dark'] as const)('%s', (scheme) => {
    const of = (name: string): string => schemes[scheme][name] ?? '#888888'
    it.each(text)('text %s on %s has at least 4.5:1', (front, back) => expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(4.5))
    it.each(parts)('%s stands out from the ground with at least 3:1', (part) =>
      expect(contrast(of(part), of('ground'))).toBeGreaterThanOrEqual(3),
    )
  })

  it('are the ones named in the design', () => {
    expect(schemes.light).toMatchObject({
      main: '#2044aa',
      alarm: '#c31c13',
      restricted: '#925400',
      open: '#007155',
      notice: '#006b8c',
      text: '#1d2034',
      soft: '#454b6b',
      faint: '#5b6185',
    })
    expect(Object.keys(schemes.dark)).toEqual(Object.keys(schemes.light))
  })
})
