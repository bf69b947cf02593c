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
    ['Airco-installatie', 'air-conditioning'],
    ['Air Conditioning', 'air-conditioning'],
    ['Splitgerät', 'air-conditioning'],
    ['Motorgrader', 'construction-machine'],
    ['Highend-Beleuchtung', 'lighting'],
    ['Street Lighting', 'lighting'],
    ['Hubwagen', 'forklift'],
    ['Dreiseitenkipper', 'truck'],
    ['Hausgeräte', 'household'],
  ])('%s: %s', (title, goods) => expect(goodsOf(wordsOf(title), undefined)).toContain(goods))

  it.each([
    'Fernsehspot',
    'Barcodescanner',
    'Kassette',
    'Kassenbuch',
    'Wartungsvertrag',
    'Fujitsu Chair Control',
    'Hitachi Fair Computing',
    'Air Control',
    'Upgrader',
    'Mitsubishi Computer',
    'Designs Software',
    'Deep Freeze Renewal',
    'OneNote Bookmarks',
    'Syntax Highlighting',
    'Krankenhausgeräte',
    'Krankenkassensystem',
    'Schubwagen',
    'Skipper',
    'Suva',
    'MRTG',
    'Infusionsoft',
    'Kettler',
    'Selfridges',
    'Split Germany',
  ])('%s is none of them', (title) => expect(goodsOf(wordsOf(title), undefined)).toEqual([]))
})
