import { describe, expect, it } from 'vitest'
import { EMPTY_PROJECT, type Project } from '../src/model/project.ts'
import { page, section, text } from './support/page.ts'
import { auditsOf } from './support/whole-audit.ts'

const list = (name: string, ...headings: readonly string[]) => {
  const amounts = (value: string) => headings.map((_, at) => (at === Number(value[0]) - 1 ? value : ''))
  const rows = headings.map((_, at) => `Produkt ${name} ${at};Muster;${amounts(`${at + 1}.000,00`).join(';')}`)
  return [`${name}.csv`, Buffer.from(`Produkt;Hersteller;${headings.join(';')}\n${rows.join('\n')}\n`)] as const
}
const NET = 'Auftragswert netto (EUR)'
const GROSS = 'Auftragswert brutto (EUR)'
const BARE = 'Auftragswert (EUR)'
const VAT: Project = { ...EMPTY_PROJECT, vat: { factor: 1.19, date: '2026-01-01' } }

/** What sections 7 and 6 say about tax. */
async function told(files: readonly (readonly [string, Uint8Array])[], project: Project = EMPTY_PROJECT, language: 'de' | 'en' = 'de') {
  const html = await page(auditsOf(files, project).whole, { language })
  return { method: text(section(html, 'method')), data: text(section(html, 'data')) }
}

describe('whether amounts are net or gross is told as it was read', () => {
  it.each([
    [NET, EMPTY_PROJECT, 'Alle Beträge sind netto.'],
    [GROSS, EMPTY_PROJECT, 'Alle Beträge sind brutto und zählen so, weil die Projektdatei keinen Steuersatz nennt.'],
    [GROSS, VAT, 'Alle Beträge sind brutto angegeben und mit dem Steuersatz der Projektdatei auf netto umgerechnet.'],
    [BARE, EMPTY_PROJECT, 'Ob die Beträge netto oder brutto sind, ist nicht angegeben; sie gelten als netto.'],
  ])('%s', async (heading, project, said) => {
    const { method } = await told([list('a', heading), list('b', heading)], project)
    expect(method).toContain(said)
    expect(method).not.toContain('Ausgaben: netto')
    expect(method).not.toContain('a.csv')
  })

  it('list by list where they differ, and within one', async () => {
    const { method, data } = await told([list('a', NET), list('b', GROSS, NET), list('c', BARE)])
    expect(method).toContain('Beträge aus a.csv: 1 netto.')
    expect(method).toContain('Beträge aus b.csv: 1 netto und 1 brutto und so gezählt, weil die Projektdatei keinen Steuersatz nennt.')
    expect(method).toContain('Beträge aus c.csv: 1 ohne Angabe, sie gelten als netto.')
    expect(data).toContain('gelten als netto')
    expect(data).toContain('Bruttobeträge zählen wie angegeben')
    const english = await told([list('a', NET), list('b', GROSS)], VAT, 'en')
    expect(english.method).toContain('Amounts from b.csv: 1 gross, made net by the VAT rate of the project file.')
  })

  it('together where there are many lists', async () => {
    const lists = Array.from({ length: 13 }, (_, at) => list(`l${at}`, at === 0 ? GROSS : NET))
    expect((await told(lists)).method).toContain('Beträge aus 13 Dateien: 12 netto und 1 brutto')
  })

  it('and nothing is assumed where nothing has to be', async () => {
    expect((await told([list('a', NET)])).data).not.toMatch(/gelten als netto|Bruttobeträge/)
    const sbom = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'library', name: 'a', purl: 'pkg:npm/a@1' }] }
    const { method, data } = await told([['bom.json', Buffer.from(JSON.stringify(sbom))]])
    expect(`${method} ${data}`).not.toMatch(/netto|brutto/i)
  })
})
