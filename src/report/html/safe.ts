/** Control, format (bidi, zero-width), line-separating and broken characters: nothing that a reader could not see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const LONGEST = 2000

/** Any value as text in which nothing is hidden; control and bidi characters become `\u{202e}`. */
export function visible(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return clip(text, LONGEST).replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

/** At most `length` characters, and how many were left out. */
export function clip(text: string, length = 160): string {
  if (text.length <= length) return text
  const characters = Array.from(text.slice(0, length))
  return `${characters.join('').replace(/[\ud800-\udbff]$/, '')}… (+${text.length - length})`
}

/** The beginning of a text whose whole stands elsewhere on the page. */
export function shorten(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}

/** The first sentence: what the first page has room for. An end is a mark after a word of five letters or more, so abbreviations do not end it. */
export function firstSentence(text: string): string {
  const end = /(?<=\p{L}{5})["“)]?[.!?](?=\s+\p{Lu}|\s*$)/u.exec(text)
  return end === null ? text : text.slice(0, end.index + end[0].length)
}

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

/**
 * A view model as the templates may see it: objects without prototype, every string made visible.
 * Everything that is rendered passes here, so no section can forget it.
 */
export function plain(value: unknown): Plain {
  if (typeof value === 'string') return visible(value)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map(plain)
  const copy = Object.create(null) as Record<string, Plain>
  for (const [key, member] of Object.entries(value)) copy[key] = plain(member)
  return copy
}

/** The address if it may become a link: http or https, without credentials. */
export function webLink(text: string | undefined): string | null {
  if (text === undefined || !URL.canParse(text)) return null
  const { protocol, username, password, href } = new URL(text)
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '' ? href : null
}

/** Text for a CSS string: everything but letters, digits and spaces is escaped, so it can end neither string nor sheet. */
export function cssString(text: string): string {
  const escaped = Array.from(visible(text), (character) =>
    /[\p{L}\p{N} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${escaped.join('')}"`
}

/** A fragment identifier made of letters, digits and hyphens; different texts give different ones. */
export function anchor(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^A-Za-z0-9]/g, (character) => (character === '-' ? '--' : `-${character.charCodeAt(0).toString(16)}-`))}`
}
