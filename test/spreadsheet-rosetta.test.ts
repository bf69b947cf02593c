import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Item } from '../src/model/item.ts'
import { evidenceAt } from '../src/model/item.ts'
import type { Reading } from '../src/model/ports.ts'
import { readInput, READERS } from '../src/read/index.ts'
import { headOf } from '../src/read/detect.ts'
import { ROOT } from './support/cli.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'
import { contractSheet } from './support/rosetta.ts'
import { ods, xlsx } from './support/workbook.ts'

const file = (name: string): string => join(ROOT, 'fixtures', 'rosetta', name)
const written = { 'vertraege.xlsx': xlsx, 'vertraege.ods': ods }
const csv = readFileSync(file('vertraege.csv'), 'utf8')

if (process.env['BLESS']) {
  for (const [name, write] of Object.entries(written)) if (!existsSync(file(name))) writeFileSync(file(name), write([contractSheet(csv)]))
}

function read(name: string): Reading {
  const content = readFileSync(file(name))
  return readInput({ ...bytesOf(content, name), sha256: () => '' }, { limits: LIMITS }).reading
}

/** What an item says, without where it says it. */
const said = ({ amount, ...item }: Item): unknown => ({ ...item, amount: amount && { ...amount, stated: undefined }, ref: '', seenAt: [] })
const list = read('vertraege.csv')

describe.each(Object.keys(written))('the contract list as %s', (name) => {
  const reading = read(name)

  it('is recognised by its content', () => {
    const head = headOf(bytesOf(readFileSync(file(name)), 'liste.bin'), LIMITS)
    expect(READERS.find((reader) => reader.recognise(head))?.id).toBe(name.replace('vertraege.', ''))
  })

  it('gives the same items as the CSV', () => {
    expect(reading.items).toHaveLength(18)
    expect(reading.items.map(said)).toEqual(list.items.map(said))
    expect([reading.rejected, reading.unusable]).toEqual([list.rejected, list.unusable])
    expect(reading.notes.map(({ code }) => code)).toEqual(list.notes.map(({ code }) => code))
  })

  it('names rows and cells', () => {
    expect(reading.items.map(({ ref }) => ref)).toEqual(list.items.map(({ ref }) => ref.replace('line ', 'Verträge!')))
    const { notation, fields } = reading
    const source = {
      path: name,
      format: '',
      sha256: '',
      bytes: 0,
      encoding: '',
      records: 0,
      read: 0,
      rejected: 0,
      unusable: 0,
      notes: 0,
      notation,
      fields,
    }
    expect(['manufacturer', 'amount', 'start'].map((field) => evidenceAt(reading.items[5]!, [source], field as 'amount', '').at)).toEqual([
      'Verträge!E11',
      'Verträge!11',
      'Verträge!M11',
    ])
  })
})
