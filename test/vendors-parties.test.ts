import { describe, expect, it } from 'vitest'
import { concluded, labelledLines } from './support/vendors.ts'

const [pattern] = labelledLines()
const makers = (titles: readonly string[]) =>
  concluded(titles.map((name) => ({ ...pattern!, item: { ...pattern!.item, id: name, ref: name, name, said: {} } }))).map(
    ({ maker }) => maker?.id,
  )

describe('a name that is a common word, in a title', () => {
  it('means its bearer where it is called a firm, or stands by itself with its legal form', () => {
    expect(makers(['Wartung Aufzug Rathaus (Fa. Kone)', 'Tauchpumpen, KSB SE', 'Firma Otis', 'KSB SE'])).toEqual([
      'kone',
      'ksb',
      'otis',
      'ksb',
    ])
  })

  it('means nothing inside a text, nor where it is only the beginning of a name, nor beside what is bought', () => {
    expect(
      makers(['Pumpen wie KSB oder gleichwertig', 'Malerarbeiten Fa. Wolf Malerbetrieb', 'Ablösung der Software der Firma Sage']),
    ).toEqual([undefined, undefined, undefined])
  })

  it('means who makes things where it follows the thing', () => {
    expect(makers(['Drehkolbenpumpe Vogelsang', 'Sanierung Ortsdurchfahrt Vogelsang'])).toEqual(['vogelsang', undefined])
  })
})

describe('what stands beside the name of a product', () => {
  const dossierOf = (name: string, said: Readonly<Record<string, string>>) =>
    concluded([{ ...pattern!, item: { ...pattern!.item, id: name, ref: name, name, said } }])[0]!

  it('does not lose it: its owner in a column of its own', () => {
    const { product, controller } = dossierOf('VMware vSphere Foundation', { supplier: 'SVA', manufacturer: 'Broadcom' })
    expect([product?.id, controller?.id]).toEqual(['vmware-vsphere', 'broadcom'])
  })

  it('does not make it its own: a public data centre that hosts on a cloud, but it runs what it operates', () => {
    const makerOf = (name: string, supplier: string) => dossierOf(name, { supplier }).maker?.id
    expect(makerOf('AWS-Hosting', 'AKDB')).toBe('aws')
    expect(makerOf('Betrieb Oracle-Datenbanken', 'Dataport')).toBe('dataport')
  })
})
