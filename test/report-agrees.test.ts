import { expect, it } from 'vitest'
import { auditOf } from './support/gated.ts'
import { matterOf, page, section, tableOf, text } from './support/page.ts'

// What one report says in one place agrees with what it says in another.

const list = (...rows: readonly string[]) => ({
  inputs: { 'vertraege.csv': `Produkt;Hersteller;Vertragsende;Auftragswert netto (EUR)\n${rows.join('\n')}\n` },
})
const SAP = 'SAP S/4HANA Wartung;SAP;31.12.2029;3500000'
const OFFICE = 'Microsoft 365 E3;Microsoft;31.01.2027;245000'
const OPEN = 'Nextcloud Enterprise;Nextcloud;31.05.2029;18000'
const ORACLE = 'Oracle Database Enterprise Edition;Oracle;31.05.2029;12500'
const VMWARE = 'VMware vSphere;Broadcom;31.05.2029;9000'
const CITRIX = 'Citrix Virtual Apps;Citrix;31.05.2029;8000'

const whole = auditOf(list(SAP, OFFICE, OPEN, ORACLE, VMWARE, CITRIX))
const german = await page(whole)
const first = text(section(german, 'result'))

it('what decides the level is told by its figure, and the proposals begin with it', () => {
  expect(first).toMatch(
    /Weniger als 80 % offene Software\. Entscheidend ist der offene Anteil: 0,5\u00a0% der Ausgaben\. Unter 20,0\u00a0% beginnt Stufe 5\./,
  )
  expect(first).toMatch(/Vorschläge „SAP S\/4HANA Wartung“, „Microsoft 365 E3“, .*: Mit den Teilen beginnen/)
  expect(first).not.toContain('Ein merklicher Teil')
})

it('so do a layer and the weight at a level', async () => {
  const [shaping, influence] = ['gestaltungsfaehigkeit', 'einfluss'].map((id) => whole.axes.find((axis) => axis.id === id)!)
  const switching = whole.axes.find(({ id }) => id === 'wechselmoeglichkeit')!
  const governedBy = async (code: string, language: 'de' | 'en' = 'de') =>
    text(section(await page({ ...whole, level: { ...whole.level!, governedBy: code } }, { language }), 'result'))
  expect(await governedBy(shaping!.governedBy, 'en')).toContain('What decides is the open share: 0.5% of the spend.')
  expect(await governedBy(switching.governedBy)).toMatch(/Entscheidend ist die Schicht „.*“: Ihr größter privater Anbieter hat [\d,]+\u00a0%\. Ab 40,0\u00a0% gilt Stufe 4/) // prettier-ignore
  const weight = { ...whole, axes: whole.axes.map((axis) => (axis === influence ? { ...axis, governedBy: 'weight:quarter' } : axis)) }
  const shown = text(section(await page({ ...weight, level: { ...whole.level!, governedBy: 'weight:quarter' } }), 'result'))
  expect(shown).toContain('Entscheidend: Mindestens 25,0\u00a0% der Ausgaben sind nicht offen')
})

it('no advice points at somebody who is not named: it stands behind whom it is for', () => {
  const advice = /Vorschläge (.*?) Dieser Bericht misst/.exec(first)![1]!
  expect(advice).not.toMatch(/\bdiese[rnms]?\b/)
  expect(whole.policies.map(({ fix }) => fix.de).join(' ')).not.toMatch(/[Dd]iese[rnms]? (Schicht|Anbieter)/)
})

it('a day that concerns one contract of several says how much of it', () => {
  expect(first).toContain('Vertragsende am 31.01.2027 („Microsoft 365 E3“). Das betrifft 6,5\u00a0% der Ausgaben (245.000\u00a0€).')
})

it('vendors that are not named are counted, so that the parts add up', () => {
  const cell = text(tableOf(german, 'figures'))
  expect(cell).toMatch(/SAP 92,3\u00a0%, Microsoft 6,5\u00a0%, Oracle 0,3\u00a0%, 2 weitere zusammen 0,4\u00a0%/)
})

it('as many notes are counted as are listed', async () => {
  const audit = auditOf(list(SAP, `${OFFICE};`, 'Unterhaltsreinigung Rathaus;Putz GmbH;;96000', OPEN, ORACLE, VMWARE, 'X;Y;;viel'))
  const html = await page(audit)
  // what is noted of the whole is of no file
  const ofTheWhole = audit.notes.filter(({ source }) => source === undefined).length
  const listed = [...tableOf(html, 'notes').matchAll(/<code>W-/g)].length - ofTheWhole
  const counted = Number(/<td class="n"[^>]*>(\d+)<\/td><\/tr>/.exec(tableOf(html, 'sources').replace(/\s*\n\s*/g, ''))?.[1])
  expect([counted, listed > 2]).toEqual([listed, true])
})

it('why a layer has another value in section 3 than in section 4 stands where it is found', async () => {
  const audit = auditOf(list(SAP, OFFICE, ORACLE, OPEN, VMWARE, 'Fantasia 9;;31.05.2029;500000'))
  expect(audit.concentration.some(({ layer }) => layer === 'unknown')).toBe(true)
  const found = (html: string) => text(matterOf(html, /<li id="(F-\d+)"><strong>F-\d+ Ein Anbieter hat mindestens 40/.exec(html)![1]!))
  const told = 'des Gewichts haben keine Schicht und können zu jeder gehören, daher die Spannen hier.'
  expect(found(await page(audit))).toContain(told)
  expect(text(german)).not.toContain(told)
})
