import { wordingOf } from './wording.ts'

/** From there on the text speaks of other works that lie within. */
export const OF_PARTS = /\b(?:third ?part(?:y|ies)|bundle[sd]?|externally maintained|sub ?components?|vendored|derived from|derivative (?:work )?of|dependenc(?:y|ies)|taken from|(?<!\b(?:as|is|are|be|forms?) (?:an? )?)parts? of (?!the software|(?:this|it) (?:is|are|was|were|has|have)\b)|the following (?:files?|software|licenses?|components?))\b/ // prettier-ignore
/** What restricts this restricts the work itself, wherever in the text it stands. */
export const ITSELF = /\b(?:this|the|our|diese|dieses|die|das) (?:software|program(?:me)?|product|package|library|project|work|code|application|module|plugin|produkt|programm|paket|projekt|werk)\b/ // prettier-ignore
/** What lies in a folder: „in this directory“, „the ee directory is“, „the folder examples contains“. */
const IN_FOLDER = /\b(?:in|into|under|within|below|inside|im|unter|innerhalb) (?:\S+ ){0,4}?(?:sub ?)?(?:director(?:y|ies)|folders?|verzeichniss?(?:es|e)?|ordners?)(?!\p{L})|\b(?:director(?:y|ies)|folders?|verzeichnis|ordner) (?:\S+ ){0,3}?(?:contains?|holds?|is|are|enthält|ist|sind)(?!\p{L})/u // prettier-ignore
/** A service, which is called a directory. */
const SERVICE = /\b(?:active|ldap|open|x 500) director(?:y|ies)\b|\bdirectory (?:services?|servers?|integration|users?|listing)\b/gu
/** A sentence about the work itself that only mentions a folder. */
const OF_A_PART = /\b(?:of|in|from|von|aus) $/

/** Other terms hold in a part of the work: neither is it closed, nor is it as open as its licence. */
export function isOfFolder(sentence: string): boolean {
  const plain = sentence.replace(SERVICE, ' ')
  const at = plain.search(IN_FOLDER)
  if (at < 0) return false
  const itself = ITSELF.exec(plain)
  return itself === null || itself.index > at || OF_A_PART.test(plain.slice(0, itself.index))
}

/** „bundles several libraries:“ */
const LISTS = /\b(?:bundles?|includes?|contains?|incorporates?|enthält|umfasst)(?!\p{L})|\bthe following\b/u
/** An entry of such a list: „Name: foo“, „License: Zlib“. */
const ENTRY =
  /^\W*(?:(?:names?|files?|licen[cs]es?|copyrights?|descriptions?|availability|url|homepage|versions?|source|path|packages?|components?) ?:|for details,? see\b)/i

/**
 * Whether all that a text has beside its licence is a list of other works, entry by entry; `left`: the words that stand in no licence.
 * A sentence among them may be a condition that nobody knows.
 */
export function isListing(text: string, left: ReadonlySet<string>): boolean {
  const lines = text.split(/\r?\n|\r/).filter((line) => {
    const { words } = wordingOf(line)
    return words.length > 0 && words.every((word) => left.has(word))
  })
  const isHeading = (line: string): boolean => LISTS.test(line.toLowerCase()) && OF_PARTS.test(line.toLowerCase())
  return (
    lines.filter(isHeading).length === 1 &&
    lines.some((line) => ENTRY.test(line)) &&
    lines.every((line) => ENTRY.test(line) || isHeading(line))
  )
}
