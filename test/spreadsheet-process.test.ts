import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eigenstand, temporary } from './support/cli.ts'
import { within } from './support/read-bytes.ts'
import { odsOf, relations, sheetXml, worksheet, xlsx, xlsxOf } from './support/workbook.ts'

const SHEET = 'xl/worksheets/blatt1.xml'
const LIST = [
  ['Produkt', 'Lieferant', 'Auftragswert netto (EUR)'],
  ['Nextcloud', 'Nextcloud GmbH', 100],
]
const huge = worksheet(' '.repeat(150 * 2 ** 20))
const cell = '<table:table-cell table:number-columns-repeated="1024"><text:p>x</text:p></table:table-cell>'

const REFUSED: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['bombe.xlsx', () => xlsxOf(huge), 'E3517'],
  ['gelogen.xlsx', () => xlsxOf('', [{ name: SHEET, data: huge, size: 100 }]), 'E3513'],
  ['null.xlsx', () => xlsxOf('', [{ name: SHEET, data: huge, size: 0 }]), 'E3513'],
  [
    'wiederholt.ods',
    () =>
      odsOf(`<table:table table:name="T"><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`),
    'E3524',
  ],
  ['draussen.xlsx', () => xlsxOf(sheetXml(LIST), [relations('../../../../etc/passwd')]), 'E3521'],
]

describe('as a process with a heap of 512 MB', () => {
  it.each(REFUSED)('%s is refused and leaves nothing', (name, file, code) => {
    const cwd = temporary()
    writeFileSync(join(cwd, name), file())
    const ran = within(10_000, () => eigenstand(['audit', name, '--db', 'lauf.db'], { cwd, node: ['--max-old-space-size=512'] }))
    expect([ran.code, ran.stderr.split(' ')[1], ran.stdout]).toEqual([3, `[${code}]`, ''])
    expect(ran.stderr).toContain(name)
    expect(readdirSync(cwd)).toEqual([name])
  })

  it('the message names sheet and cell, as text and as JSON', () => {
    const cwd = temporary()
    writeFileSync(
      join(cwd, 'a.xlsx'),
      xlsx([
        {
          name: 'Verträge',
          rows: [
            ['Produkt', 'Lieferant', 'Betrag EUR'],
            ['A', 'B', '183.000'],
          ],
        },
      ]),
    )
    expect(eigenstand(['audit', 'a.xlsx', '--no-store'], { cwd }).stderr).toMatch(/^FEHLER \[E3303\] a\.xlsx:? Verträge!C1 – /)
    expect(JSON.parse(eigenstand(['audit', 'a.xlsx', '--no-store', '--json'], { cwd }).stdout)).toMatchObject({
      error: { code: 'E3303', file: 'a.xlsx', at: 'Verträge!C1', exitCode: 3 },
    })
  })
})
