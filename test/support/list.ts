import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Bytes, ColumnMapping, Limits, Reading } from '../../src/model/ports.ts'
import { csvReader } from '../../src/read/table/text/csv.ts'
import { LIMITS } from './limits.ts'

/** Bytes in memory as an input. */
export function bytesOf(content: string | Uint8Array, path = 'liste.csv'): Bytes {
  const whole = typeof content === 'string' ? Buffer.from(content) : content
  return {
    path,
    size: whole.length,
    read(into, position) {
      const part = whole.subarray(position, position + into.length)
      into.set(part)
      return part.length
    },
    whole: () => whole,
  }
}

/** Reads a list given as text or bytes. */
export function readList(content: string | Uint8Array, mapping?: ColumnMapping, limits: Limits = LIMITS, asOf?: string): Reading {
  return csvReader.read(bytesOf(content), {
    limits,
    ...(asOf === undefined ? {} : { asOf }),
    ...(mapping === undefined ? {} : { mapping }),
  })
}

/** Reads a list from a file. */
export function readListFile(path: string, mapping?: ColumnMapping): Reading {
  return csvReader.read(bytesOf(readFileSync(path), basename(path)), { limits: LIMITS, ...(mapping === undefined ? {} : { mapping }) })
}

/** Whether the reader takes a file for a list, by its beginning. */
export function recognises(content: string | Uint8Array, encoding = 'utf-8'): boolean {
  const whole = typeof content === 'string' ? Buffer.from(content) : content
  const bytes = whole.subarray(0, 1 << 16)
  return csvReader.recognise({ bytes, text: new TextDecoder(encoding).decode(bytes), encoding, size: whole.length })
}
