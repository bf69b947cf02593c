import { describe, expect, it } from 'vitest'
import { numberFindings } from '../src/model/numbering.ts'
import { matterOf, page, section, tableOf, text } from './support/page.ts'
import { auditOf } from './support/whole-audit.ts'

const HEAD = 'Vertragsnummer;Produkt;Hersteller;Kategorie;Lizenz;Auftragswert netto EUR;Vertragsbeginn;Vertragsende;Kündigungsfrist\n'
const list = (...rows: readonly string[]) => auditOf(['liste.csv', Buffer.from(HEAD + rows.join('\n'))])
const line = (n: number, product: string, maker: string, sum: string, { layer = '', licence = '', end = '31.12.2027', notice = '3 Monate zum Vertragsende' } = {}) =>
  `V-${n};${product};${maker};${layer};${licence};${sum};01.01.2025;${end};${notice}` // prettier-ignore

/** What the matter of a policy's finding says of its next day. */
async function told(audit: ReturnType<typeof list>, policy: string): Promise<string> {
  const found = numberFindings(audit).find((one) => one.policy === policy)
  expect(found, policy).toBeDefined()
  return text(matterOf(await page(audit), found!.number))
}

describe('the day that a contract gives', () => {
  it('is the last one on which notice is possible, never an instruction', async () => {
    const html = text(await page(list(line(1, 'Citrix Virtual Apps', 'Citrix', '1000,00'))))
    expect(html).toContain('Kündigung nur bis 30.09.2027 möglich („Citrix Virtual Apps“)')
    expect(html).not.toContain('Bis 30.09.2027: Kündigung')
  })

  it('stands only where the advice is followed at the end of a contract', async () => {
    const audit = list(line(1, 'Nextcloud Enterprise', 'Nextcloud GmbH', '1000,00', { licence: 'AGPL-3.0-or-later' }))
    expect(await told(audit, 'network-copyleft-note')).not.toContain('Kündigung nur bis')
  })

  it('of a dominated layer is that of a contract with the vendor who dominates it', async () => {
    const audit = list(
      line(1, 'Microsoft 365 E3', 'Microsoft', '9000,00', { layer: 'Office' }),
      line(2, 'Adobe Acrobat Pro', 'Adobe', '1000,00', { layer: 'Office', end: '30.06.2027' }),
      ...[3, 4, 5, 6].map((n) => line(n, `LibreOffice ${n}`, 'The Document Foundation', '100,00', { layer: 'Office', licence: 'MPL-2.0' })),
    )
    expect(audit.findings.map(({ policy }) => policy)).toContain('dominant-vendor')
    const [proposal = ''] = /<li>[^<]*Je Schicht einen zweiten Anbieter[\s\S]*?<\/li>/.exec(section(await page(audit), 'result')) ?? []
    expect(text(proposal)).toContain('Kündigung nur bis 30.09.2027 möglich („Microsoft 365 E3“)')
  })

  it('is a day to come, not that of the audit', async () => {
    const html = await page(list(line(1, 'Citrix Virtual Apps', 'Citrix', '1000,00', { end: '23.02.2027' })))
    expect(text(section(html, 'result'))).not.toContain('23.11.2026 möglich')
  })

  it('is not that of a contract without weight', async () => {
    const audit = list(
      line(1, 'Citrix Virtual Apps', 'Citrix', '1000,00'),
      `V-2;Beratung zu Citrix;Citrix;Beratung;;100,00;01.01.2025;30.06.2027;3 Monate zum Vertragsende`,
    )
    expect(text(section(await page(audit), 'result'))).not.toContain('31.03.2027')
  })

  it('says of all contracts that share it how much they are', async () => {
    const html = await page(list(...[1, 2, 3].map((n) => line(n, `Produkt Zeta ${n}`, 'Oracle', '1000,00', { licence: 'proprietär' }))))
    expect(text(html)).toMatch(/Kündigung nur bis 30\.09\.2027 möglich \(„Produkt Zeta \d“ und 2 weitere\)\. Das betrifft 100\u00a0% der Ausgaben/) // prettier-ignore
    expect(text(tableOf(html, 'measures-t'))).toContain('30.09.2027')
  })
})
