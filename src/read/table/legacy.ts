import type { Bytes, Head } from '../../model/ports.ts'
import { Problem } from '../../model/problem.ts'

/** Signature of the compound file: Excel 97–2003, and what Office encrypts. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const HEADER = 512
const DIRECTORY = 4096

/** The refusal of a workbook in a form that is not read: .xls, .xlsb, with a password. `undefined` for anything else. */
export function legacyWorkbook(head: Head, bytes: Bytes): Problem | undefined {
  const place = { file: bytes.path }
  if (head.parts?.has('xl/workbook.bin')) return new Problem('E3525', { format: 'XLSB' }, place)
  if (!COMPOUND.every((byte, i) => head.bytes[i] === byte)) return undefined
  if (streamNames(head, bytes).includes('EncryptedPackage')) return new Problem('E3511', { part: 'EncryptedPackage' }, place)
  return new Problem('E3525', { format: 'XLS (Excel 97–2003)' }, place)
}

/** The beginning of a compound file's directory, where the names of its streams stand in UTF-16 (MS-CFB, 2.2 and 2.6). */
function streamNames(head: Head, bytes: Bytes): string {
  if (head.bytes.length < HEADER) return ''
  const header = Buffer.from(head.bytes.subarray(0, HEADER))
  const shift = header.readUInt16LE(30)
  const position = (header.readUInt32LE(48) + 1) * 2 ** Math.min(shift, 12)
  if (position >= bytes.size) return ''
  const directory = Buffer.alloc(DIRECTORY)
  const count = bytes.read(directory, position)
  return directory.subarray(0, count).toString('latin1').replaceAll('\0', '')
}
