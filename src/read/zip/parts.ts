import type { Bytes, Limits } from '../../model/ports.ts'
import { Archive } from './archive.ts'

/** By this the format of an OpenDocument file is known. */
const MIMETYPE = 'mimetype'
const LOOKED_AT = 100

/** Names of an archive's parts, with the text of `mimetype`, for detection. */
export function partsOf(bytes: Bytes, limits: Limits): ReadonlyMap<string, string> {
  const archive = new Archive(bytes, limits)
  return new Map(archive.names().map((name) => [name, name === MIMETYPE ? archive.beginning(name, LOOKED_AT) : '']))
}
