import type { Bytes } from '../model/ports.ts'

/** Signature of the compound file: Office 97–2003, Outlook, and what newer Office encrypts. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]
const HEADER = 512
const DIRECTORY = 4096

/** The beginning of a compound file's directory, where the names of its streams stand in UTF-16 (MS-CFB, 2.2 and 2.6); `undefined` for other files. */
export function streamsOf(head: Uint8Array, bytes: Bytes): string | undefined {
  if (!COMPOUND.every((byte, i) => head[i] === byte)) return undefined
  if (head.length < HEADER) return ''
  const header = Buffer.from(head.subarray(0, HEADER))
  const shift = header.readUInt16LE(30)
  const position = (header.readUInt32LE(48) + 1) * 2 ** Math.min(shift, 12)
  if (position >= bytes.size) return ''
  const directory = Buffer.alloc(DIRECTORY)
  const count = bytes.read(directory, position)
  return directory.subarray(0, count).toString('latin1').replaceAll('\0', '')
}
