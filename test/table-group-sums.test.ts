import { describe, expect, it } from 'vitest'
import { readList } from './support/list.ts'

const HEAD = 'Bezeichnung;Auftragnehmer;Jahreskosten EUR;Ende\n'
const namesOf = (list: string, head = HEAD) => readList(head + list).items.map(({ name }) => name)
const BAUEN = 'Fachbereich 2 Bauen;;48.000,00;\nBauakten;Acme;30.000,00;31.12.2027\nKarten;Beta;18.000,00;31.12.2027\n'
const DIENSTE = 'Fachbereich 1 Dienste;;180.000,00;\nBüro;Acme;120.000,00;31.12.2027\nPersonal;Gamma;60.000,00;31.12.2027\n'
const SCHULEN = 'Fachbereich 3 Schulen;;20.000,00;\nWolke;Delta;20.000,00;31.12.2027\n'
const LINES = ['Büro', 'Personal', 'Bauakten', 'Karten', 'Wolke']

describe('the sum of a group above its lines', () => {
  it('is no line, and neither is that of a group of one', () => {
    expect(namesOf(DIENSTE + BAUEN + SCHULEN)).toEqual(LINES)
    expect(readList(HEAD + DIENSTE + BAUEN + SCHULEN)).toMatchObject({ rejected: 0, unusable: 3 })
  })

  it.each(['Gesamtsumme', 'Kreis gesamt', 'Alle Fachbereiche', 'Stadt Musterstadt'])('beside the sum of all: %s', (all) => {
    expect(namesOf(`${DIENSTE + BAUEN + SCHULEN}${all};;248.000,00;\n`)).toEqual(LINES)
    expect(namesOf(`${all};;248.000,00;\n${DIENSTE + BAUEN + SCHULEN}`)).toEqual(LINES)
  })

  it('groups of groups', () => {
    const list = `Dezernat I;;228.000,00;\n${DIENSTE + BAUEN}Dezernat II;;20.000,00;\n${SCHULEN}`
    expect(namesOf(list)).toEqual(LINES)
  })

  it('a line that says little may be among them', () =>
    expect(namesOf('Amt 1;;90,00;\nA;L;60,00;31.12.2027\nDiverses;;30,00;\nAmt 2;;70,00;\nB;L;30,00;31.12.2027\nC;M;40,00;31.12.2027\n')).toEqual([
      'A',
      'Diverses',
      'B',
      'C',
    ])) // prettier-ignore

  it('a currency in every row says nothing of a total', () => {
    const head = 'Bezeichnung;Auftragnehmer;Betrag;Währung\n'
    expect(namesOf('Amt 1;;90,00;EUR\nA;L;60,00;EUR\nB;M;30,00;EUR\n', head)).toEqual(['A', 'B'])
  })

  it('where there is nothing but names and amounts, they have to make up the whole list', () => {
    const head = 'Bezeichnung;Betrag EUR\n'
    const groups = 'Amt 10;180,00\nA;120,00\nB;60,00\nAmt 61;48,00\nC;30,00\nD;18,00\n'
    expect(namesOf(groups, head)).toEqual(['A', 'B', 'C', 'D'])
    expect(namesOf(`${groups}Amt 40;20,00\nE;20,00\n`, head)).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(namesOf(`${groups}E;7,00\n`, head)).toHaveLength(7)
    expect(namesOf(groups.replaceAll('Amt ', 'Software '), head)).toHaveLength(6)
  })
})

describe('a line that costs as much as the next two', () => {
  it.each([
    ['has a supplier', 'A;L;48,00;31.12.2027\nB;L;30,00;31.12.2027\nC;M;18,00;31.12.2027\n', 3],
    ['has a day', 'A;;48,00;31.12.2027\nB;L;30,00;31.12.2027\nC;M;18,00;31.12.2027\n', 3],
    ['goes on with lines', 'A;;48,00;\nB;L;30,00;31.12.2027\nC;M;18,00;31.12.2027\nD;M;19,00;31.12.2027\n', 4],
    ['is one of several that say little', 'A;;48,00;\nB;L;30,00;31.12.2027\nC;M;18,00;31.12.2027\nD;;7,00;\nE;N;9,00;31.12.2027\nF;;1,50;\nG;N;2,50;31.12.2027\nH;N;3,50;31.12.2027\n', 8],
  ])('counts: it %s', (_, list, lines) => expect(namesOf(list)).toHaveLength(lines)) // prettier-ignore
})
