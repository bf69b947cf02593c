import { describe, expect, it } from 'vitest'
import { goodsOf } from '../src/identify/line/goods.ts'
import { wordsOf } from '../src/identify/names/comparable.ts'

describe('the kind of goods is told from words as they are written', () => {
  it.each([
    ['Kühl-Gefrierkombination', 'household'],
    ['Kühl-Gefrier-Kombination', 'household'],
    ['Geschirrspüler', 'household'],
    ['USB-Sticks 64 GB', 'flash-memory'],
    ['USBSticks', 'flash-memory'],
    ['LED-Tubes 20W', 'lighting'],
    ['Access-Points', 'data-centre'],
    ['Samochód osobowy', 'car'],
    ['samochody osobowe', 'car'],
    ['PKW', 'car'],
    ['Multifunktionsgerät', 'printer'],
    ['Dokumentenscanner', 'document-scanner'],
    ['Smart-TV 55 Zoll', 'television'],
    ['Kassensystem', 'point-of-sale'],
    ['TK-Anlage', 'telephone-system'],
  ])('%s: %s', (title, goods) => expect(goodsOf(wordsOf(title), undefined)).toContain(goods))

  it.each(['Fernsehspot', 'Barcodescanner', 'Kassette', 'Kassenbuch', 'Wartungsvertrag'])('%s is none of them', (title) =>
    expect(goodsOf(wordsOf(title), undefined)).toEqual([]),
  )
})
