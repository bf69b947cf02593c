import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Stated } from '../src/model/item.ts'
import type { Reading } from '../src/model/ports.ts'
import { readInput } from '../src/read/index.ts'
import { readNoticeSet } from '../src/read/tender/notice-set.ts'
import { ROOT } from './support/cli.ts'
import { CORPUS } from './support/corpus.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { xlsx } from './support/workbook.ts'

const fixture = (...path: string[]) => join(ROOT, 'fixtures', ...path)
const read = (content: Uint8Array): Reading => readInput({ ...bytesOf(content, 'input'), sha256: () => '' }, { limits: LIMITS }).reading
const statedIn = ({ items }: Reading): Stated[] => items.flatMap(({ amount }) => amount?.stated ?? [])

/** Files of a folder that end so, with those of the corpus where that is there. */
function files(folder: readonly string[], end: RegExp, real: readonly string[] = []): string[] {
  const corpus = CORPUS
  const folders = [fixture(...folder), ...(corpus === undefined ? [] : real.map((name) => join(corpus, 'procurement', name)))]
  return folders.flatMap((path) =>
    readdirSync(path)
      .filter((name) => end.test(name))
      .map((name) => join(path, name)),
  )
}

/** What a pointer of RFC 6901 finds. */
function pointed(document: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1)
  return keys.reduce((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
}

describe('an amount stands where it is said to stand', () => {
  it('in OCDS, by its pointer', () => {
    const paths = files(['read', 'tender'], /\.json$/, ['de-oeffentlichevergabe-ocds', 'ocds-sample-data'])
    const found = paths.flatMap((path) => {
      const content = readFileSync(path)
      const document: unknown = JSON.parse(content.toString().replace(/^\ufeff/, ''))
      return statedIn(read(content)).map(({ at, says }) => [says, `${pointed(document, at)}`])
    })
    expect(found.length).toBeGreaterThan(2)
    for (const [says, stands] of found) expect(stands).toBe(says)
  })

  it('in eForms, by line and element', () => {
    const paths = files(['read', 'tender'], /\.xml$/, ['eforms-sdk'])
    let found = 0
    for (const path of paths) {
      const content = readFileSync(path)
      const lines = content.toString().split(/\r\n|\r|\n/)
      for (const { at, says } of statedIn(read(content))) {
        const [, line, name] = /^line (\d+), (\w+)$/.exec(at)!
        expect(lines[Number(line) - 1]).toMatch(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>\\s*${says}\\s*<`))
        found++
      }
    }
    expect(found).toBeGreaterThan(2)
  })

  it('in the tables of notices, by file, line and heading', () => {
    const folder = fixture('read', 'tender', 'set')
    const names = readdirSync(folder)
    const content = (name: string) => readFileSync(join(folder, name))
    const set = new Map(names.map((name) => [name.replace('.csv', ''), [bytesOf(content(name), name)]]))
    expect(statedIn(readNoticeSet(set, LIMITS)).map(({ at, says }) => `${at}: ${says}`)).toEqual([
      'tender.csv line 2, tenderValue: 9.99',
      'procedureLotResult.csv line 3, frameworkMaximumValue: 50000',
      'noticeResult.csv line 2, noticeValue: 300',
    ])
  })

  it('in lists, by line and heading, or by cell; the price of one piece with how many, a rate with how often', () => {
    const table = [
      ['Produkt', 'Lieferant', 'Einzelpreis netto €', 'Menge', 'Zahlweise'],
      ['Beispiel DMS', 'Muster GmbH', '10,50', '20', 'monatlich'],
    ]
    const csv = `${table.map((row) => row.join(';')).join('\n')}\n`
    expect(statedIn(read(Buffer.from(csv)))).toEqual([
      { at: 'line 2, Einzelpreis netto €', says: '10,50' },
      { at: 'line 2, Menge', says: '20' },
      { at: 'line 2, Zahlweise', says: 'monatlich' },
    ])
    const places = statedIn(read(xlsx([{ name: 'Liste', rows: table }]))).map(({ at }) => at)
    expect(places).toEqual(['Liste!C2', 'Liste!D2', 'Liste!E2'])
  })
})
