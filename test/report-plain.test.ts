import { describe, expect, it } from 'vitest'
import { summary } from '../src/cli/text/summary.ts'
import type { Axis } from '../src/model/audit.ts'
import type { Finding, Waiver } from '../src/model/policy.ts'
import { endThatMoves } from '../src/report/level.ts'
import { formats } from '../src/report/format.ts'
import { equalText, hhiText, likeText } from '../src/report/hhi.ts'
import { speaker } from '../src/report/words/say.ts'
import { empty, sample } from './support/audit.ts'
import { page, section, tableOf, text } from './support/page.ts'
import { auditOf } from './support/whole-audit.ts'

const HEAD = 'Produkt;Hersteller;Lizenz;Kategorie;Auftragswert netto EUR;Vertragsbeginn;Vertragsende\n'
const list = (...rows: readonly string[]) => auditOf(['liste.csv', Buffer.from(HEAD + rows.join('\n'))])
const NEXTCLOUD = 'Nextcloud Enterprise;Nextcloud GmbH;AGPL-3.0-or-later;Software;100,00;01.01.2026;31.12.2026'

describe('a list of one line', () => {
  const first = async () => text(section(await page(list(NEXTCLOUD)), 'result'))

  it('lacks lines, not what it states', async () => {
    const told = await first()
    expect(told).toContain('Die Liste hat nur eine Position mit Gewicht, nötig sind 5.')
    expect(told).not.toMatch(/eine Vertragsliste mit Beträgen|die Lizenzen der Software|die Hersteller der Software/)
    expect(text(tableOf(await page(list(NEXTCLOUD)), 'axes-t'))).not.toContain('Keine Angaben')
  })

  it('beside an SBOM needs more lines for the goal that goes by lines', async () => {
    const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'library', name: 'a', purl: 'pkg:npm/a@1', licenses: [{ license: { id: 'MIT' } }] }] } // prettier-ignore
    const audit = auditOf(['liste.csv', Buffer.from(HEAD + NEXTCLOUD)], ['bom.cdx.json', Buffer.from(JSON.stringify(bom))])
    const html = await page(audit)
    expect(text(section(html, 'result'))).toContain('mindestens 5 Positionen mit Gewicht, die Liste hat nur eine')
    expect(text(tableOf(html, 'axes-t'))).toContain('Zu wenige Positionen mit Gewicht')
  })

  it('does not say that no service is bound: only an SBOM shows services', async () => {
    const told = await first()
    expect(told).toContain('gebundene Dienste: nicht bekannt')
    expect(told).not.toContain('0 gebundene Dienste')
    expect(told).toContain('Nur eine Software-Stückliste (SBOM) zeigt solche Dienste')
    expect(text(section(await page(sample), 'result'))).not.toContain('nicht bekannt: Nur eine')
  })

  it('knows an SBOM in which there is nothing', async () => {
    const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [] }
    const html = text(await page(auditOf(['bom.cdx.json', Buffer.from(JSON.stringify(bom))])))
    expect(html).toContain('In den Eingaben ist keiner zu erkennen.')
    expect(html).not.toContain('Sitz der Konzerne Eine Tatsache')
  })

  it('draws no levels where there are none', async () => {
    expect(section(await page(list(NEXTCLOUD)), 'picture')).not.toContain('id="axes-title"')
    expect(section(await page(sample), 'picture')).toContain('id="axes-title"')
  })

  it('has no sentence about what is not there', async () => {
    const told = text(section(await page(list(NEXTCLOUD)), 'data'))
    expect(told).not.toMatch(/0 Softwarepositionen|zusammen 0\u00a0€/)
    expect(text(section(await page(empty), 'findings'))).not.toMatch(/\b0 F/)
  })
})

describe('a concentration', () => {
  const f = formats('de')
  const holders = [{ id: 'a', name: 'A', low: 0.0045, high: 0.0045 }]
  const of = (low: number, high = low, lines = 11, held = holders) => ({ hhi: { low, high }, lines, holders: held })

  it('of next to nothing is below 1, not none', () => {
    expect([hhiText(f, of(0)), hhiText(f, of(0, 0, 11, []))]).toEqual(['<\u00a01', '0'])
    expect(likeText(speaker('de'), f, of(0))).toBe('kein Anbieter hält mehr als 1\u00a0%')
    expect(likeText(speaker('de'), f, of(0, 0, 11, []))).toBe('kein Anbieter hält einen Anteil')
  })

  it('is like no more vendors than there are lines, and like one is like a single one', () => {
    expect(equalText(f, of(7, 7, 4))).toBeUndefined()
    expect(equalText(f, of(2500))).toBe('4,0')
    expect(likeText(speaker('de'), f, of(10_000))).toBe('wie ein einziger Anbieter')
    expect(likeText(speaker('de'), f, of(0, 10_000))).toBeUndefined()
  })
})

describe('a borderline range', () => {
  const axis = (best: number, worst: number, neighbour: number, milder?: { best: number; worst: number }) => ({ best, worst, neighbour, ...(milder && { milder }) }) // prettier-ignore

  it('names the end that moves', () => {
    expect(endThatMoves(axis(4, 5, 5))).toBe('lower')
    expect(endThatMoves(axis(2, 3, 4))).toBe('upper')
    expect(endThatMoves(axis(3, 5, 2))).toBe('lower')
    expect(endThatMoves(axis(2, 5, 4, { best: 2, worst: 4 }))).toBe('upper')
  })

  it('says by how much', async () => {
    const axes = sample.axes.map((one): Axis => one.id === 'gestaltungsfaehigkeit' ? { ...one, best: 4, worst: 5, borderline: true, neighbour: 5 } : { ...one, borderline: false }) // prettier-ignore
    expect(text(section(await page({ ...sample, axes }), 'result'))).toContain(
      'Stufe 4 bis 5 möglich. Bei einem Prozentpunkt Unterschied läge das untere Ende bei Stufe 5.',
    )
  })
})

describe('a waiver that has expired', () => {
  const [found] = sample.findings
  const waiver: Waiver = { finding: found!.fingerprint, reason: 'other', approvedBy: 'Leitung IT', from: '2025-01-01', until: '2026-05-31' }
  const findings = sample.findings.map((one): Finding => (one === found ? { ...one, status: 'expired', waiver } : one))
  const notes = [{ code: 'W-WAIVER-EXPIRED', message: '', params: { finding: found!.fingerprint, until: '2026-05-31' } }]
  const expired = { ...sample, findings, notes }

  it('is told on the first page, and called so where it stands', async () => {
    const html = await page(expired)
    expect(text(section(html, 'result'))).toMatch(/Die Ausnahme für 1 Feststellung ist abgelaufen: F-\d+ \([a-zä ]+\)\. Sie zählt wieder\./)
    expect(text(section(html, 'findings'))).toContain('Abgelaufene Ausnahme (F-')
  })

  it('is of a finding with a number and a name, not with 32 digits', async () => {
    const told = text(tableOf(await page(expired), 'notes'))
    expect(told).toMatch(/Die Ausnahme für F-\d+ \(.+\) ist am 31\.05\.2026 abgelaufen/)
    expect(told).not.toContain(found!.fingerprint)
  })
})

it('the terminal counts waivers in the plural', () => {
  const findings = sample.findings.map((one): Finding => ({ ...one, status: 'waived' }))
  expect(summary({ ...sample, findings }, 'de')).toContain(`${findings.length} begründete Ausnahmen`)
})
