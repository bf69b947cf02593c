import { lazily } from '../../../model/lazily.ts'

/** What UTF-8 that was taken for windows-1252 or ISO 8859-1 has before every other sign: „Ã¼“, „â‚¬“, „Â§“. */
const TELLING = /[\u00c2-\u00c5\u00e2][^\u0000-\u007f]/

/** Signs of windows-1252 by their bytes; the five that it does not have stand for themselves. */
const BYTES = lazily(() => {
  const decoder = new TextDecoder('windows-1252')
  return new Map(Array.from({ length: 128 }, (_, at) => [decoder.decode(Uint8Array.of(128 + at)), 128 + at]))
})

/**
 * A text that was encoded as UTF-8 twice, as it was meant: „BÃ¼ro“ is „Büro“. `undefined` where all of it cannot be that: then
 * such signs are what is written.
 */
export function withoutSecondEncoding(text: string): string | undefined {
  if (!TELLING.test(text)) return undefined
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x80 ? code : BYTES().get(text[at]!)
    if (byte === undefined) return undefined
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
