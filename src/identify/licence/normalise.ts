/** Longer texts are no names and no expressions; only this much of anything is looked at. */
export const TEXT_LIMIT = 4096

const MARKS = /[®™©]/g
const DASHES = /[‐‑‒–—−]/g
const QUOTES = /["'`´‘’“”„«»]/g
const WRAPPERS = /^[[{<\s]+|[\]}>\s]+$/g
const LABEL = /^(?:spdx-license-identifier|(?:dual[- ])?licen[cs]es?|lizenz(?:en)?|custom)\s*[:=](?!:)\s*/i

/** One line with single spaces and plain dashes, cut at the limit, without wrapping brackets and a leading `License:` or `custom:`. */
export function plain(text: string): string {
  return text
    .slice(0, TEXT_LIMIT)
    .replace(MARKS, '')
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .replace(WRAPPERS, '')
    .replace(LABEL, '')
    .trim()
}

const LATER =
  /(?:,? | ?\()?(?:\b(?:or|and|oder|und)|-or)(?:[- ]\(?at your option\)?)?(?:[- ]any)?[- ](?:later|newer|above|greater|higher|sp[äa]tere?|neuere?|höhere?)(?:[- ]versions?)?(?: as published)?\)?/gi

const AT_LEAST = /\(? ?>=? ?(\d[\d.]*) ?\)?/g

/** `or later`, `and any later version`, `oder neuer`, `(>= 2)` → `+`: the words must not be taken for an operator. */
export function foldLater(text: string): string {
  return text.replace(LATER, '+').replace(AT_LEAST, ' $1+')
}

const MONTHS =
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sep(?:t|tember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?'
const DATE = new RegExp(`(?:[,(] ?\\d{1,2}\\.? |[,(]? ?)\\b(?:${MONTHS})\\.? (?:\\d{1,2}, ?)?(?:19|20)\\d\\d\\b\\)?`, 'gi')

/** `Version 3, 29 June 2007` → `Version 3`: the day of a version names nothing, and its comma separates nothing. */
export function withoutDate(text: string): string {
  return text.replace(DATE, '')
}

const VERSION = /\b(?:versions?|ver|v|release|rev)\.? ?(?=\d)/g
const NOISE = /\b(?:the|licen[cs]e[sd]?|licen[cs]ing|lizenz|lizenzen)\b/g
const INTRODUCTION =
  /^ *(?:(?:(?:freely )?available|distributed|released|provided|published|free software|open[- ]source(?:[- ]software)?|freie software|veröffentlicht|lizenziert|freigegeben|verfügbar) )?(?:under (?:the )?(?:terms of )?(?:the )?|unter (?:der |den )?(?:bedingungen der )?)/
/** Whose it is, in front of the licence under which it is: a notice that by itself says no more. */
const HOLDER =
  /^copyright(?: \(c\))? \d{4}(?:(?:, ?| ?- ?)\d{4})*,? ([^.]{1,80})\. (?:all rights reserved\. )?(?:use is subject to license terms\. )?(?=(?:licensed |released |distributed |available )?under )/i
const NAMES =
  /^(?:(?:\p{Lu}[^ ,]*|and(?:\/or)?|or|its|affiliates|contributors|authors|others|by|the|of|et|al|von|und|de|van|der|&),?(?: |$))+$/u
/** Terms, also in capitals. */
const NO_NAME =
  /(?<!\p{L})(?:non|not?|only|except|for|confidential|proprietary|evaluation|internal|trial|demo|restricted|commercial|prohibited|forbidden|academic|research|personal|private|students?|(?:share|free|ad)ware|use|without|sale|kein\p{L}*|nur|nicht|ohne|für|privat\p{L}*|vertraulich\p{L}*|verkauf|verboten|untersagt)(?!\p{L})/iu

/** What else a notice says stays: it may be a condition. */
function withoutHolder(text: string): string {
  return text.replace(HOLDER, (notice: string, holder: string) => (NAMES.test(holder) && !NO_NAME.test(holder) ? '' : notice))
}

/**
 * What two spellings of one licence have in common: small letters, no `the` and `license`, `v2.0` = `2`, `or later` = `+`.
 * `GPLv2+`, `GPL-2.0-or-later` and `GPL 2 or newer` have one key. Equal keys are equal names; nothing is compared by likeness.
 */
export function key(text: string): string {
  return foldLater(withoutDate(withoutHolder(plain(text)).toLowerCase()))
    .replace(QUOTES, '')
    .replace(/(?<=\d)_(?=\d)/g, '.')
    .replaceAll('_', ' ')
    .replace(/[- ]plus$/, '+')
    .replace(NOISE, ' ')
    .replace(INTRODUCTION, '')
    .replace(VERSION, ' ')
    .replace(/([a-z])v(?=\d)/g, '$1 ')
    .replace(/([\p{L}])(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ')
    .replace(/[^\p{L}\d+.]+/gu, ' ')
    .replace(/\.(?!\d)|(?<!\d)\./g, ' ')
    .replace(/(\d)(?:\.0)+(?![\d.])/g, '$1')
    .replace(/ +\+/g, '+')
    .trim()
    .replace(/ +/g, '-')
}

const SCHEME = /^(?:(?:link|url|href)=)?[<"']?(?:https?:)?\/\/(?:www\.)?/
const ENDING = /(?:\/legalcode|\/deed)?(?:\.[a-z]{2})?(?:\.(?:txt|html?|php|md|rst|pdf))?[/>"']*$/

export function isUrl(text: string): boolean {
  return /^(?:(?:link|url|href)=)?[<"']?(?:https?:\/\/|\/\/|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|net|io|dev|eu|de)\/)\S+$/i.test(
    text,
  )
}

/** Address without scheme, `www.`, fragment, file ending and trailing slash, in small letters. */
export function urlKey(url: string): string {
  return decoded(url.trim().toLowerCase())
    .replace(/^www\./, '//www.')
    .replace(SCHEME, '')
    .replace(/#.*$/, '')
    .replace(ENDING, '')
}

/** Hosts on which the first two parts of a path name somebody's repository. */
const REPOSITORY = /^(?:github\.com|raw\.githubusercontent\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)(?:\/[^/]+){1,2}/

/** How files with a text end, and words that end the names of terms. What else an address ends in is the name of a package or project. */
const TEXT_FILE = /\.(?:txt|html?|php|aspx?|jsp|md|rst|rtf|pdf|docx?)[/>"']*$/
const TERMS = /(?:licen[cs]es?|licensing|eula|agreements?|terms|terms-(?:of|and)-[a-z]+|conditions|lizenz|lizenzen|bedingungen|agb)$/

/**
 * What an address says in words: whose it is, and which text it leads to. All between names people and projects, as
 * `acme/commercial-tools` does, and on a host of repositories the beginning, too.
 */
export function wordsOfUrl(url: string): { readonly host: string; readonly file: string } {
  const path = urlKey(url).replace(/\?.*$/, '')
  const within = path.replace(REPOSITORY, '')
  const host = within === path ? path.replace(/\/.*$/, '') : ''
  const last = within.lastIndexOf('/')
  const file = last < 0 ? '' : within.slice(last + 1)
  const isText = TERMS.test(file.replaceAll('_', '-')) || TEXT_FILE.test(url.toLowerCase().replace(/[?#].*$/, ''))
  return { host, file: isText ? file : '' }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** For comparing running text: small letters, no quotes, comment marks or line breaks. */
export function prose(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(QUOTES, '')
    .replace(/(?:^| )(?:\/?\*+\/?|#+|\/\/+|;+|-{2,}|={2,})(?= |$)/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}
