import { expect, it } from 'vitest'
import { scaleOf } from '../src/read/table/workbook/cells.ts'
import { readFileOf } from './support/read-bytes.ts'
import { MAIN, odsOf, worksheet, xlsxOf } from './support/workbook.ts'

it.each([
  ['0.00" Mio. €"', 6],
  ['#,##0.00" T€"', 3],
  ['#,##0.00\\ "T€";[Red]-#,##0.00\\ "T€"', 3],
  ['#,##0.0 \\T\\€', 3],
  ['0.0 [$Mrd. €-407]', 9],
  ['"TEUR "#,##0', 3],
  ['#,##0.0,"T€"', undefined],
  ['0.00,,"Mio. €"', undefined],
  ['#,##0, "Tsd. €"', undefined],
  ['[>=1000]0.0,"T€";0" €"', undefined],
  ['[>=1000]0.0" T€";0" €"', undefined],
  ['€ 000', undefined],
  ['#,##0.00\\ "€"', undefined],
  ['0.00" Dosen"', undefined],
  ['General', undefined],
  ['"offen', undefined],
])('the format %s says 10^%s', (code, shift) => expect(scaleOf(code)).toBe(shift))

const escaped = (code: string): string => code.replaceAll('"', '&quot;')

function xlsxAmount(code: string, value: string, heading = 'Auftragssumme'): string | undefined {
  const texts = ['Produkt', 'Lieferant', heading].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')
  const cells = `<c t="inlineStr"><is><t>A</t></is></c><c t="inlineStr"><is><t>L</t></is></c><c s="1"><v>${value}</v></c>`
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="${escaped(code)}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`
  const file = xlsxOf(worksheet(`<row>${texts}</row><row>${cells}</row>`), [{ name: 'xl/styles.xml', data: styles }])
  const { amount } = readFileOf(file).items[0]!
  return amount && `${amount.value} ${amount.currency}`
}

it('a format is read as far as Excel allows it to be', () => {
  expect(xlsxAmount('['.repeat(1_000_000), '1.5')).toBe('1.50 EUR')
})

it('a number is what its format says, in XLSX', () => {
  expect(xlsxAmount('0.00" Mio. €"', '4.25')).toBe('4250000.00 EUR')
  expect(xlsxAmount('#,##0.00" T€"', '-1250.5')).toBe('-1250500.00 EUR')
  expect(xlsxAmount('#,##0.0,"T€"', '1250500')).toBe('1250500.00 EUR')
  expect(xlsxAmount('0.0" Mio."', '1.5', 'Auftragssumme USD')).toBe('1500000.00 USD')
})

it('what heading and format both say holds once', () => expect(xlsxAmount('#,##0" T€"', '12', 'Auftragssumme in T€')).toBe('12000.00 EUR'))

it.each([
  ['4.25', '4,25 Mio. €', '4250000.00'],
  ['4250000', '4,25 Mio. €', '4250000.00'],
  ['1234', '1.234 T€', '1234000.00'],
  ['1234000', '1.234 T€', '1234000.00'],
  ['-12.5', '-12,50 TEUR', '-12500.00'],
  ['1250.5', '1.250,50 €', '1250.50'],
])('%s, shown as %s, is %s in ODS', (value, shown, amount) => {
  const cell = (text: string, attributes = ''): string => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
  const heading = ['Produkt', 'Lieferant', 'Auftragssumme EUR'].map((text) => cell(text, 'office:value-type="string"')).join('')
  const line = `${cell('A')}${cell('L')}${cell(shown, `office:value-type="float" office:value="${value}"`)}`
  const table = `<table:table table:name="T"><table:table-row>${heading}</table:table-row><table:table-row>${line}</table:table-row></table:table>`
  expect(readFileOf(odsOf(table)).items[0]!.amount).toMatchObject({ value: amount, currency: 'EUR' })
})
