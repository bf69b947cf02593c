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

/** „The NumPy repository bundles several libraries that are compatibly licensed. We list these here.“: nothing else may be said there. */
const HEADING =
  /^(?:the|this)(?: (?!(?:not?|may|must|only|without|if|unless|who|is|are)\b)[^ .;,:]+){1,6} (?:bundles?|includes?|contains?|incorporates?)(?: several| a number of| the following| some| other| these)?(?: bundled| third[- ]party)? (?:libraries|software|components|packages|works|files|dependencies)(?: that are compatibly licensed)?[.:]?(?: we list these here[.:]?)?$/
/** An entry of such a list: „Name: foo“, „License: Zlib“. */
const ENTRY =
  /^\W*(names?|files?|licen[cs]es?|copyrights?|descriptions?|availability|url|homepage|versions?|source|path|packages?|components?) ?:(.*)$/i
const DETAILS = /^\W*for details,? see (?:the )?\S+$/i
/** One path, address or version; several are parted by commas. */
const PLACES = /^[^\s,]+(?:, ?[^\s,]+)*$/
const NAME = /^[^\s.;:]+(?: [^\s.;:]+){0,2}$/
const DESCRIPTION = /^(?:(?:bundled|vendored|included|linked|compiled|dynamically|statically|as|an?|the|to|with|by|in|of|gcc|subset|part|librar(?:y|ies)|files|code|source)(?: |$)){1,12}$/ // prettier-ignore
const HOLDERS = /^(?:(?:\(c\)|©|[\d,-]+|\p{Lu}[\p{L}.&'-]*,?|by|and|the|of|et|al\.?|contributors|authors|developers|others)(?: |$)){1,18}$/u

/**
 * Whether all that a text has beside its licence is a list of other works, entry by entry, each under a licence that `isOpen`; `left`:
 * the words that stand in no licence. Whatever else is said, also in an entry, may be a condition that nobody knows.
 */
export function isListing(text: string, left: readonly string[], isOpen: (licence: string) => boolean): boolean {
  const open = new Map<string, number>()
  for (const word of left) open.set(word, (open.get(word) ?? 0) + 1)
  const { headings, entries } = parted(text)
  const told = [headings.filter((line) => HEADING.test(line.toLowerCase())), entries.filter((line) => isEntry(line, isOpen))]
  // the name of a licence may stand in none of the left words
  for (const word of told.flat().flatMap((line) => wordingOf(line).words)) open.set(word, (open.get(word) ?? 0) - 1)
  return told.every((lines) => lines.length > 0) && [...open.values()].every((n) => n <= 0)
}

/** Paragraphs that are no entries, each as one line, and the lines of entries. */
function parted(text: string): { readonly headings: readonly string[]; readonly entries: readonly string[] } {
  const headings: string[] = []
  const entries: string[] = []
  let paragraph: string[] = []
  for (const raw of [...text.split(/\r?\n|\r/), '']) {
    const line = raw.trim().replace(/\s+/g, ' ')
    const isPart = ENTRY.test(line) || DETAILS.test(line)
    if (isPart) entries.push(line)
    else if (line !== '') paragraph.push(line)
    if (!isPart && line !== '') continue
    if (paragraph.length > 0) headings.push(paragraph.join(' '))
    paragraph = []
  }
  return { headings, entries }
}

function isEntry(line: string, isOpen: (licence: string) => boolean): boolean {
  if (DETAILS.test(line)) return true
  const [, field, said] = ENTRY.exec(line) ?? []
  if (field === undefined) return false
  const value = said!.trim()
  if (value === '') return true
  if (/^licen/i.test(field)) return isOpen(value)
  if (/^(?:name|package|component)/i.test(field)) return NAME.test(value)
  if (/^copyright/i.test(field)) return HOLDERS.test(value)
  return /^desc/i.test(field) ? DESCRIPTION.test(value.toLowerCase()) : PLACES.test(value)
}
