import { formsTogether } from './forms-abroad.ts'
import { GROUP_WORDS, LEGAL_FORMS } from './name-words.ts'
import { recently } from './recently.ts'

const PLACEHOLDERS = new Set(
  ['noassertion', 'none', 'unknown', 'unspecified', 'central', 'n/a', 'na', '-', '—', 'k.a.', 'k. a.', 'keine angabe', 'vertraulich', 'redacted', 'wird nicht veröffentlicht', 'example', 'anonymous', 'null', 'undefined', 'other', 'sonstige', 'diverse', 'various'], // prettier-ignore
)

/** A tick in a column („x“) names nobody: not X Corp. */
const ONE_LETTER = /^\p{L}\.?$/u

/** „dell'Amore“ is no Dell */
const ELIDED = /(?<!\p{L})(?:dell|nell|sull|dall|all|coll|quell)['’`´¿]\s?(?=\p{L})/gu

/** Most names are letters, digits and single spaces: nothing to normalise. */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

/** The words of a name in comparable form: NFKC, small letters, marks and punctuation gone. */
export const wordsOf: (name: string) => readonly string[] = recently((name) =>
  PLAIN.test(name) ? name.toLowerCase().split(' ') : comparable(name),
)

function comparable(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[®™©]|\((?:r|tm|c)\)/g, ' ')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(ELIDED, '')
    .split(/[^\p{L}\p{N}&+#]+/u)
    .filter((word) => word !== '')
}

/** „spol. s r. o.“, „a. s.“, „S. p. A.“, „A/S“: a form at the end of which every letter stands alone. */
const FORM_APART =
  /(?<=[\s,])(?:spol(?:\.|ečnost)?\s+)?(?:s\.?\s?r\.\s?o|a\.\s?s|a\/s|s\.\s?p\.\s?a|s\.\s?r\.\s?l|s\.\s?a(?:\.\s?s)?|s\.?\s?a\.?\s+de\s+c\.?\s?v|s\.\s?l(?:\.\s?u)?|d\.\s?o\.\s?o|b\.\s?v|n\.\s?v)\.?\s*$/iu

/** The name without legal forms, as one comparable string; '' for a placeholder. */
export function bareName(name: string): string {
  const trimmed = name.trim()
  if (PLACEHOLDERS.has(trimmed.toLowerCase()) || ONE_LETTER.test(trimmed)) return ''
  const words = wordsOf(formsTogether(trimmed.replace(FORM_APART, '')))
  // at the front the same letters are a name: „SAS Institute“, „AB-DATA“
  const bare = words.filter((word, i) => (i === 0 ? word !== 'the' || words.length < 3 : !LEGAL_FORMS.has(word)))
  // „Software AG“ without its legal form would be every software
  const telling = bare.length > 1 || (bare.length === 1 && !GROUP_WORDS.has(bare[0]!))
  return (telling ? bare : words).join(' ')
}

/** Words that stand in names with a legal form and in others. */
const CONNECTING = new Set(['&', '+', 'und', 'and', 'the', 'co'])

/** Whether a name has a legal form, as only a party's has: „X GmbH“, „Y, spol. s r.o.“. */
export function hasLegalForm(name: string): boolean {
  const trimmed = name.trim()
  if (FORM_APART.test(trimmed)) return true
  const together = formsTogether(trimmed)
  return together !== trimmed || wordsOf(trimmed).some((word, i) => i > 0 && LEGAL_FORMS.has(word) && !CONNECTING.has(word))
}

/** „zoom corporation“: with its legal form. */
export function fullName(name: string): string {
  return wordsOf(name.trim()).join(' ')
}
