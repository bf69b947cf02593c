import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const HEAD = 'Software;Hersteller;Kosten EUR\n'
const LINES = 'Suite;Acme;10,50\nWolke;Beta;20,50\n'
const namesOf = (list: string) => readList(list).items.map(({ name }) => name)
const memoOf = (list: string) => readList(list).notes.flatMap(({ code, params }) => (code === 'W-MEMO' ? [params] : []))

describe('rows that are told beside the list', () => {
  it.each([
    'nachrichtlich: Personalkosten',
    'Nachrichtl.: Leistungsverrechnung',
    '(nachrichtlich) Vorjahr',
    'Leistungsverrechnung (nachrichtlich)',
    'informatorisch: Personal',
    'zum Vergleich: 2025',
    'zur Information: Umlage',
    'For information: staff',
  ])('%s is no line, wherever it stands', (memo) => {
    for (const list of [`${LINES}${memo};;85,50\n`, `${memo};;85,50\n${LINES}`, `${LINES}Summe;;31,00\n${memo};;85,50\n`]) {
      expect(namesOf(HEAD + list)).toEqual(['Suite', 'Wolke'])
      expect(memoOf(HEAD + list)).toMatchObject([{ n: 1, sum: '85.50 EUR' }])
    }
  })

  it('nor is what stands below a heading that says so, up to the next one', () => {
    const list = `Allgemein;;\n${LINES}Nachrichtlich:;;\nPersonal;;85,50\nRaum;;4,50\nSchulen;;\nTafel;Acme;7,50\n`
    expect(namesOf(HEAD + list)).toEqual(['Suite', 'Wolke', 'Tafel'])
    expect(memoOf(HEAD + list)).toEqual([{ n: 2, sum: '90.00 EUR', lines: '6, 7' }])
  })

  it.each([
    'Vorjahr',
    'Summe Vorjahr',
    'Differenz zum Ansatz',
    'Rest',
    'Restmittel',
    'Verfügbare Mittel',
    'noch verfügbar',
    'Haushaltsansatz 2026',
    'Rundung',
    'Personalkosten IT',
    '+ Personalaufwand',
    'zzgl. Personalkosten',
    'Difference',
    'Rest: 2025',
    'Personalkosten Amt 10',
    'Verfügbare Haushaltsmittel',
    'Vorjahr (2025)',
    'Abweichung gegenüber Plan',
    'Remaining budget 2026',
  ])('%s below a total is none, also where lines say no more', (memo) => {
    const list = `${LINES}Summe;;31,00\n${memo};;85,50\n`
    expect(namesOf(HEAD + list)).toEqual(['Suite', 'Wolke'])
    const short = `Software;Kosten EUR\nSuite;10,50\nWolke;20,50\nSumme;31,00\n${memo};85,50\n`
    expect(namesOf(short)).toEqual(['Suite', 'Wolke'])
    expect(readList(short)).toMatchObject({ rejected: 0, unusable: 2 })
  })

  it('below the total of all anything is none that says less than the lines do', () => {
    const list = `${HEAD}${LINES}Gesamt;;31,00\nBeirat;;5,50\nUmlage;;6,50\n`
    expect(namesOf(list)).toEqual(['Suite', 'Wolke'])
    expect(memoOf(list)).toEqual([{ n: 2, sum: '12.00 EUR', lines: '5, 6' }])
  })

  it.each([
    ['what says as much as a line', `${HEAD}${LINES}Gesamt;;31,00\nBeirat;Acme;5,50\n`, ['Suite', 'Wolke', 'Beirat']],
    ['a memo with a maker', `${HEAD}${LINES}nachrichtlich: Beirat;Acme;5,50\n`, ['Suite', 'Wolke', 'nachrichtlich: Beirat']],
    ['the same words above any total', `${HEAD}${LINES}Rest;;5,50\n`, ['Suite', 'Wolke', 'Rest']],
    ['lines of another group', `${HEAD}${LINES}Summe;;31,00\nSchulen;;\nTafel;;5,50\n`, ['Suite', 'Wolke', 'Tafel']],
    ['lines below the sum of a part', `${HEAD}${LINES}Summe Amt 1;;31,00\nTafel;;5,50\n`, ['Suite', 'Wolke', 'Tafel']],
    [
      'a list in which all say as little',
      'Software;Kosten EUR\nSuite;10,50\nWolke;20,50\nSumme;31,00\nTafel;5,50\n',
      ['Suite', 'Wolke', 'Tafel'],
    ],
    [
      'products that begin with such a word',
      `Produkt;Kosten EUR\nSuite;10,50\nWolke;20,50\nSumme;31,00\nBudget Planner Pro;700,50\nRemaining Time Tracker;50,50\nPersonalkosten-Modul (Software);900,50\nRest API Gateway;5,50\n`,
      ['Suite', 'Wolke', 'Budget Planner Pro', 'Remaining Time Tracker', 'Personalkosten-Modul (Software)', 'Rest API Gateway'],
    ],
    ['other beginnings', `${HEAD}${LINES}Summe;;31,00\nRestaurierung;Acme;5,50\n`, ['Suite', 'Wolke', 'Restaurierung']],
  ])('%s is one', (_, list, names) => expect(namesOf(list)).toEqual(names))
})
