import { crc32, deflateRawSync } from 'node:zlib'

/** One part of a test archive. What is given beside name and data is written as it is, true or not. */
export interface Part {
  readonly name: string
  readonly data: string | Uint8Array
  readonly stored?: boolean
  readonly method?: number
  readonly flags?: number
  /** Declared size, in both headers. */
  readonly size?: number
  readonly crc?: number
  /** Name in the local header. */
  readonly localName?: string
  /** ZIP64 sizes (inflated, packed) in the central directory. */
  readonly wide?: readonly [bigint, bigint]
}

/** Writes a ZIP archive, also such as no program would write. */
export function zip(parts: readonly Part[], { count = parts.length }: { count?: number } = {}): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const data = Buffer.from(part.data as Uint8Array)
    const method = part.method ?? (part.stored ? 0 : 8)
    const packed = method === 8 ? deflateRawSync(data) : data
    const name = Buffer.from(part.name)
    const localName = Buffer.from(part.localName ?? part.name)
    const extra = part.wide === undefined ? Buffer.alloc(0) : wideExtra(part.wide)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(part.flags ?? 0x800, 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(0x5a210000, 6)
    common.writeUInt32LE(part.crc ?? crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.size ?? data.length, 18)
    const local = Buffer.from(common)
    local.writeUInt16LE(localName.length, 22)
    locals.push(signed(0x04034b50), local, localName, packed)
    const central = Buffer.from(common)
    central.writeUInt16LE(name.length, 22)
    central.writeUInt16LE(extra.length, 24)
    if (part.wide !== undefined) central.fill(0xff, 14, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    centrals.push(signed(0x02014b50), Buffer.from([20, 0]), central, rest, name, extra)
    offset += 30 + localName.length + packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, signed(0x06054b50), end])
}

function signed(signature: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(signature)
  return buffer
}

function wideExtra([size, packed]: readonly [bigint, bigint]): Buffer {
  const buffer = Buffer.alloc(20)
  buffer.writeUInt16LE(1, 0)
  buffer.writeUInt16LE(16, 2)
  buffer.writeBigUInt64LE(size, 4)
  buffer.writeBigUInt64LE(packed, 12)
  return buffer
}
