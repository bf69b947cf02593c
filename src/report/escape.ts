import { shorten, visible } from './html/safe.ts'

/** At most `limit` UTF-16 units after escaping, never cut inside an escape. */
export function within(limit: number, text: string, escape: (text: string) => string): string {
  let room = limit
  let escaped = escape(shorten(text.slice(0, 2 * limit), room))
  while (escaped.length > limit) {
    room = Math.floor((room * limit) / escaped.length)
    escaped = escape(shorten(text.slice(0, 2 * limit), room))
  }
  return escaped
}

/** Text of a SARIF message: brackets would be links (§ 3.11.6), braces placeholders (§ 3.11.5). */
export function sarifText(text: string): string {
  return visible(text)
    .replace(/[[\]\\]/g, '\\$&')
    .replace(/[{}]/g, '$&$&')
}

/** Text for XML 1.0, in elements and attributes. */
export function xmlText(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, entity)
}

/** What GitHub and GitLab make links, mentions or pictures of after they have resolved entities; a zero-width space parts it. */
const REFERENCES = /[@#!$%~&:](?=\S)|www\./gi

/** What makes a line a heading, list, quotation or, in GitLab, an action (`/approve`) where it stands first. */
const BEGINNING = /^\s*[/#+>=-]/

/** Text for a Markdown table, list or sentence: it can end no cell, open no markup and call nobody, nor act where a line begins with it. */
export function markdownText(text: string): string {
  const escaped = visible(text)
    .replace(REFERENCES, '$&\u200b')
    .replace(/[&<>`|\\*_~[\]!$\u200b]/g, entity)
  return escaped.replace(BEGINNING, (beginning) => beginning.slice(0, -1) + entity(beginning.at(-1)!))
}

const entity = (character: string): string => `&#${character.charCodeAt(0)};`

/** Beginnings that a spreadsheet takes for a formula; the wide forms and the minus sign are read as the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\u2212]/

/** Text that a spreadsheet shows as it is; never for numbers, which stay numbers. */
export function cellText(text: string): string {
  return `${FORMULA.test(text) ? "'" : ''}${visible(text)}`
}

/** A relative URI: no scheme, no climbing but at its beginning, nothing of the text that is not a path. */
export function relativeUri(path: string): string {
  return segments(path).map(uriPart).join('/')
}

/** One segment of a URI, percent-encoded. */
export function uriPart(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** A path from the root of a repository, with `/` and without `.`; `..` only at its beginning, where it leads out. */
export const relativePath = (path: string): string => segments(path).map(visible).join('/')

function segments(path: string): string[] {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const inside = parts.findIndex((part) => part !== '..')
  return parts.filter((part, i) => part !== '..' || i < inside)
}
