import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectLists } from '../src/read/inspect.ts'
import { columnsDocument } from '../src/cli/text/columns.ts'
import { ROOT } from './support/cli.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf, readList, readListFile } from './support/list.ts'

const FOLDER = join(ROOT, 'fixtures', 'read', 'csv')
const read = (name: string) => readListFile(join(FOLDER, name))
const brief = (name: string) => read(name).items.map(({ kind, name: title, version, said, amount }) => [kind, title, version, said.manufacturer, said.quantity, amount?.value]) // prettier-ignore

describe('software inventories are known by their columns', () => {
  it('ConfigMgr, a dump of what Windows lists, Intune, Lansweeper', () => {
    expect(brief('inventar-sccm.csv')[0]).toEqual(['software', 'Citrix Workspace 2402', '24.2.0.172', 'Citrix Systems, Inc.', undefined, undefined]) // prettier-ignore
    expect(brief('inventar-arp.csv')).toEqual([
      ['software', 'Google Chrome', '138.0.7204.50', 'Google LLC', undefined, undefined],
      ['software', 'Notepad++ (64-bit x64)', '8.8.2', 'Notepad++ Team', undefined, undefined],
    ])
    expect(brief('inventar-intune.csv')).toEqual([
      ['software', '7-Zip', '24.08.00.0', 'Igor Pavlov', '45', undefined],
      ['software', 'Company Portal', '11.2.1002.0', 'Microsoft Corporation', '1,210', undefined],
      ['software', 'Firefox', '128.9.0', 'Mozilla', '312', undefined],
    ])
    expect(brief('inventar-lansweeper.csv')[0]).toEqual(['software', '7-Zip 24.08 (x64)', '24.08', 'Igor Pavlov', '1204', undefined])
  })

  it('opsi names no publisher, and one line for each machine: those stay lines and are named', () => {
    expect(brief('inventar-opsi.csv')).toEqual([
      ['software', 'Mozilla Firefox ESR (x64 de)', '128.9', undefined, undefined, undefined],
      ['software', 'Mozilla Firefox ESR (x64 de)', '128.9', undefined, undefined, undefined],
      ['software', 'LibreOffice 25.2', '25.2', undefined, undefined, undefined],
    ])
    expect(read('inventar-opsi.csv').notes.find(({ code }) => code === 'W-SAME-LINES')?.params).toEqual({ n: 1, lines: '3' })
  })

  it('pools of licences: total is a number of seats, the cost is money, maker and supplier are two', () => {
    expect(read('snipe-it-export.csv').items.map(({ name, said, amount, term }) => [name, said.manufacturer, said.supplier, said.quantity, amount?.value, amount?.kind, term?.end])).toEqual([
      ['Acrobat Pro', 'Adobe', 'Systemhaus Nord', '15', '2475.00', 'contract', '2026-12-31'],
      ['Confluence', 'Atlassian', 'Systemhaus Nord', '250', '12000.00', 'contract', '2027-01-31'],
    ]) // prettier-ignore
  })

  it('vendor is the maker beside versions and counts, the supplier beside amounts', () => {
    expect(readList('Vendor,Product,Version,Install Count\nA,B,1,120\n').items[0]!.said).toMatchObject({
      manufacturer: 'A',
      quantity: '120',
    })
    expect(readList('Vendor,Product,Invoice amount EUR\nA,B,1.50\n').items[0]!.said.supplier).toBe('A')
  })

  it('counts are no money', () => {
    for (const name of readdirSync(FOLDER).filter((file) => /^inventar-.*\.csv$/.test(file)))
      expect([name, read(name).items.filter(({ amount }) => amount !== undefined)]).toEqual([name, []])
  })
})

describe('keys, users and serial numbers', () => {
  const SECRET = /AAAAA|BBBBB|11111|00000|XXXX|Referat|REFERAT|example\.org|admin|pc-1/

  it.each(['inventar-sccm.csv', 'inventar-arp.csv', 'inventar-opsi.csv', 'snipe-it-export.csv', 'snipe-it-lizenzen.csv'])(
    'of %s never come out of the file',
    (name) => {
      expect(readFileSync(join(FOLDER, name)).toString(name.includes('arp') ? 'utf16le' : 'utf8')).toMatch(SECRET)
      expect(JSON.stringify(read(name))).not.toMatch(SECRET)
      const shown = columnsDocument(name, inspectLists(bytesOf(readFileSync(join(FOLDER, name)), name), { limits: LIMITS }))
      expect(JSON.stringify(shown)).not.toMatch(SECRET)
    },
  )

  it('a key in a column of licences is no licence', () => {
    const { items } = readList('Software;Version;Hersteller;Lizenz\nA;1;B;AAAAA-BBBBB-CCCCC-DDDDD-EEEEE\nC;1;D;AB12-CD34-EF56\nE;1;F;Open-Source-Lizenz\nG;1;H;LGPL-2.1-or-later\n') // prettier-ignore
    expect(items.map(({ said }) => said.licences?.[0]?.text)).toEqual([undefined, undefined, 'Open-Source-Lizenz', 'LGPL-2.1-or-later'])
  })
})
