import { describe, expect, it } from 'vitest'
import { concludeAmounts } from '../src/identify/money.ts'
import type { Inventory } from '../src/model/item.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { join, readInputs } from '../src/read/index.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

function inventory(...files: readonly string[]): Inventory {
  return join(files.flatMap((text, i) => readInputs({ ...bytesOf(text, `${i}.csv`), sha256: () => `${i}` }, { limits: LIMITS })))
}

/** What counts, in the order of the lines, and the codes of what is said of frameworks. */
function counting(...files: readonly string[]) {
  const { items, notes } = inventory(...files)
  const { amounts } = concludeAmounts(items as never, { asOf: '2026-11-23', project: EMPTY_PROJECT })
  const told = notes.filter(({ code }) => ['W-CALLED-OFF', 'W-CEILING', 'W-FRAMEWORK'].includes(code))
  return { values: [...amounts.values()].filter(({ counts }) => counts).map(({ value }) => value), told: told.map(({ code, params }) => [code, params!['n']]) } // prettier-ignore
}

const HEAD = 'Vertragsnummer;Vertragsart;Gegenstand;Auftragnehmer;Auftragswert netto EUR\n'
const OTHERS = 'V-8;Einzelvertrag;Akten;Muster AG;30,50\n'

describe('a framework contract and its call-offs', () => {
  it('count once where the numbers of the call-offs begin with its own', () => {
    const list = `${HEAD}RV-2025-01;Rahmenvertrag;Lizenzen;Beispiel GmbH;1000,50\nRV-2025-01/1;Abruf;Abruf 1: Büro;Beispiel GmbH;200,50\nRV-2025-010;Einzelvertrag;Netz;Beispiel GmbH;40,50\n${OTHERS}`
    expect(counting(list)).toEqual({ values: ['200.50', '40.50', '30.50'], told: [['W-CALLED-OFF', 1]] })
  })

  it('count once where a column names the framework, however its number is filled', () => {
    const head = 'Vertragsnummer;Art;Rahmenvertrag;Gegenstand;Auftragnehmer;Auftragswert netto EUR\n'
    const list = `${head}RV-1;Rahmenvereinbarung;;Lizenzen;Beispiel GmbH;900,50\nE-1;Einzelabruf;RV 01;Büro;Beispiel GmbH;180,50\nV-3;Vertrag;;Akten;Muster AG;60,50\n`
    expect(counting(list)).toEqual({ values: ['180.50', '60.50'], told: [['W-CALLED-OFF', 1]] })
  })

  it.each([
    ['Rahmenvertrag Lizenzen', 'Einzelabruf aus Rahmenvertrag Nr. 7: Büro'],
    ['Rahmenvereinbarung über Lizenzen', 'Abruf aus RV 7'],
    ['Framework agreement for licences', 'Call-off 3 under framework agreement no. 7'],
  ])('count once where the titles say it: %s', (framework, callOff) => {
    const head = 'Vertragsnummer;Gegenstand;Auftragnehmer;Auftragswert netto EUR\n'
    const list = `${head}7;${framework};Beispiel GmbH;900,50\n8;${callOff};Beispiel GmbH;80,50\n9;Akten;Muster AG;60,50\n`
    expect(counting(list)).toEqual({ values: ['80.50', '60.50'], told: [['W-CALLED-OFF', 1]] })
  })

  it('count once in two lists, the frameworks in one of their own', () => {
    const frameworks = `${HEAD}RV-2025-01;Rahmenvertrag;Lizenzen;Beispiel GmbH;1000,50\n`
    const callOffs = `${HEAD}RV-2025-01/1;Abruf;Büro;Beispiel GmbH;200,50\n${OTHERS}`
    expect(counting(frameworks, callOffs)).toEqual({ values: ['200.50', '30.50'], told: [['W-CALLED-OFF', 1]] })
    expect(counting(frameworks, callOffs.replace('Beispiel', 'Andere')).told).toEqual([['W-FRAMEWORK', 1]])
  })

  it.each([
    ['nothing is called off', `${HEAD}RV-1;Rahmenvertrag;Lizenzen;Beispiel GmbH;900,50\n${OTHERS}`],
    ['a call-off is from another', `${HEAD}RV-1;Rahmenvertrag;Lizenzen;Beispiel GmbH;900,50\nRV-2/1;Abruf;Netz;Beispiel GmbH;1,50\n`],
    ['a call-off has no amount', `${HEAD}RV-1;Rahmenvertrag;Lizenzen;Beispiel GmbH;900,50\nRV-1/1;Abruf;Netz;Beispiel GmbH;\n${OTHERS}`],
    ['what has its number is an amendment', `${HEAD}RV-1;Rahmenvertrag;Lizenzen;B GmbH;9,50\nRV-1/1;Nachtrag;Netz;B GmbH;1,50\n`],
  ])('a framework counts and is named where %s', (_, list) => {
    const { values, told } = counting(list)
    expect([values.length, told]).toEqual([2, [['W-FRAMEWORK', 1]]])
  })

  it('a title that says ceiling is believed, unless the list has nothing else', () => {
    const list = (other: string) => `Gegenstand;Auftragnehmer;Auftragswert netto EUR\nLizenzen (Obergrenze);Beispiel GmbH;900,50\n${other};Muster AG;60,50\n` // prettier-ignore
    expect(counting(list('Akten'))).toEqual({ values: ['60.50'], told: [['W-CEILING', 1]] })
    expect(counting(list('Pflege, max. Volumen'))).toEqual({ values: ['900.50', '60.50'], told: [['W-CEILING', 2]] })
    expect(counting(list('Pflege ohne Obergrenze'))).toEqual({ values: ['60.50'], told: [['W-CEILING', 1]] })
  })
})
