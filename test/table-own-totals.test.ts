import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const HEAD = 'Software;Hersteller;Kosten EUR\n'
const LINES = 'Suite;Acme;10,50\nWolke;Beta;20,50\nTafel;Acme;5,50\n'
const differing = (list: string) => readList(list).notes.flatMap(({ code, params, at }) => (code === 'W-TOTAL' ? [{ ...params, at }] : []))

describe('a total of the list that is not what was read', () => {
  it('is named with both numbers and its place', () => {
    const list = `${HEAD}${LINES.replace('20,50', 'siehe 2025')}Summe;;36,50\n`
    expect(differing(list)).toEqual([{ total: 'Summe', says: '36.50', read: '16.00', column: 'Kosten EUR', at: 'line 5, Kosten EUR' }])
  })

  it.each([
    [
      'of a group',
      `${HEAD}Amt 1;;\n${LINES}Summe Amt 1;;99,50\nAmt 2;;\nNetz;Acme;7,50\nSumme Amt 2;;7,50\nGesamt;;44,00\n`,
      '99.50',
      '36.50',
    ],
    [
      'of all, below groups',
      `${HEAD}Amt 1;;\n${LINES}Summe;;36,50\nAmt 2;;\nNetz;Acme;7,50\nSumme;;7,50\nGesamt;;54,00\n`,
      '54.00',
      '44.00',
    ],
    ['above its lines', `${HEAD}Gesamt;;99,50\n${LINES}`, '99.50', '36.50'],
    ['of a few cents', `${HEAD}${LINES}Summe;;36,60\n`, '36.60', '36.50'],
    ['in millions', 'Software;Kosten EUR\nSuite;1.000.000\nWolke;2.000.000\nTafel;500.000\nSumme;3.000.000\n', '3000000.00', '3500000.00'],
  ])('%s', (_, list, says, read) => expect(differing(list)).toMatchObject([{ says, read }]))

  it('in each column that gives a line its amount', () => {
    const list = 'Beleg;Lieferant;Text;Soll EUR;Haben EUR\n1;L;Miete;10,50;\n2;L;Pflege;20,50;\n3;L;Gutschrift;;5,50\n;;Summe;31,00;6,50\n'
    expect(differing(list)).toMatchObject([{ column: 'Haben EUR', says: '6.50', read: '5.50' }])
  })

  const signed = 'Beleg;Buchungsdatum;Lieferant;Text;Betrag EUR;S/H\n1;1.2.2026;L;Miete;10,50;S\n2;2.2.2026;L;Pflege;20,50;S\n3;3.2.2026;M;Gutschrift;5,50;H\n' // prettier-ignore
  const monthly = 'Software;Hersteller;Betrag EUR;Turnus\nSuite;Acme;10,50;monatlich\nWolke;Beta;20,50;jährlich\n'

  it.each([
    ['of the lines', `${HEAD}${LINES}Summe;;36,50\n`],
    ['rounded to the cent', `${HEAD}Suite;Acme;10,3333\nWolke;Beta;20,3333\nTafel;Acme;5,3333\nSumme;;36,00\n`],
    ['rounded to thousands', `${HEAD}Suite;Acme;120.400,50\nWolke;Beta;300.300,25\nSumme;;421.000\n`],
    ['of groups, and of all', `${HEAD}Amt 1;;\n${LINES}Summe Amt 1;;36,50\nAmt 2;;\nNetz;Acme;7,50\nSumme Amt 2;;7,50\nGesamt;;44,00\n`],
    ['of groups with their lines below', `${HEAD}Summe;;36,50\n${LINES}Summe;;7,50\nNetz;Acme;7,50\n`],
    ['running on', `${HEAD}${LINES}Zwischensumme;;36,50\nNetz;Acme;7,50\nZwischensumme;;44,00\nRad;Acme;1,50\nSumme;;45,50\n`],
    ['of other totals', `${HEAD}${LINES}Summe;;36,50\nNetz;Acme;7,50\nRad;Acme;1,50\nSumme;;9,00\nGesamt;;45,50\n`],
    ['with tax', `${HEAD}${LINES}Summe netto;;36,50\nMwSt. 19 %;;6,94\nSumme brutto;;43,44\n`],
    ['of income and spending', 'Bezeichnung;E/A;Ansatz EUR\nGebühren;E;40,50\nSoftware;A;15,50\nPflege;A;10,50\nSumme;;66,50\n'],
    ['of spending beside income', 'Bezeichnung;E/A;Ansatz EUR\nGebühren;E;40,50\nSoftware;A;15,50\nPflege;A;10,50\nSumme;;26,00\n'],
    ['of what stands beside the list as well', `${HEAD}${LINES}nachrichtlich: Personal;;4,00\nSumme;;40,50\n`],
    ['of all, whatever side they are on', `${signed};;;Summe;36,50;\n`],
    ['of what was spent', `${signed};;;Summe;25,50;\n`],
    ['of a year', `${monthly}Summe;;146,50;\n`],
    ['of what is due each time', `${monthly}Summe;;31,00;\n`],
    ['in euros below thousands', 'Software;Kosten in T€\nSuite;10,5\nWolke;20,5\nSumme;31.000,00 €\n'],
    ['of a kind that stands nowhere', `${HEAD}${LINES}Summe Lizenzen Acme;;16,00\n`],
    ['that takes one sum from another', `${HEAD}${LINES}Saldo;;99,50\n`],
    ['without an amount', `${HEAD}${LINES}Summe;;\n`],
    ['of nothing', `${HEAD}${LINES}Summe;;0,00\n`],
  ])('a total %s is right', (_, list) => expect(differing(list)).toEqual([]))

  it('many totals are no work', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `Suite;Acme;${1000 + (i % 7)},50\nSumme;;17,25`)
    expect(differing(HEAD + rows.join('\n'))).toHaveLength(20)
  })

  it('that are many, each below its group, are gone through once', () => {
    const groups = Array.from(
      { length: 8000 },
      (_, i) => `Gruppe Q${i};;\nX${i};Acme;1,50\nSumme Gruppe Q${i};;${i === 7000 ? '99999,50' : '1,50'}\n`,
    )
    expect(differing(HEAD + groups.join(''))).toMatchObject([{ total: 'Summe Gruppe Q7000', says: '99999.50' }])
  })
})
