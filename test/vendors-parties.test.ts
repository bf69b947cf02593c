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
