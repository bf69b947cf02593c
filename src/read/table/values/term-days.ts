import { dateShapeOf, dayOfMonth } from './dates.ts'

/** The days between which a term lies, as written. */
export interface SaidDays {
  readonly from?: string
  readonly to?: string
}

const DAY = String.raw`\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d\d)(?!\d)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{1,2}[-/]\d{1,2}[-/](?:\d{4}|\d\d)(?!\d)|\d{8}(?!\d)|\d{1,2}(?:st|nd|rd|th)?\.?[ -][a-z]{3,9}\.?[ -]\d{4}(?!\d)`
const LENGTH = String.raw`(?:\d{1,3}|[a-z]+)[ -]?(?:monate?n?|monatige?r?|mon\.?|months?|m|jahre?n?|jahrige?r?|years?)(?![a-z])`
const BEGINS = '(?:ab|seit|von|vom|from|since|beginn(?:end|t)?|begin(?:ning)?|start(?:ing|et)?)(?: (?:mit|ab|am|dem|zum|on|the))*:?'
const ENDS = '(?:bis|until|to|ende[nt]?)(?: (?:am|zum|einschl(?:iesslich|\\.)))*:?'
const TERM = '(?:(?:vertrags|mindest|grund)?(?:laufzeit|dauer|zeitraum):? )?'
const FOR = '(?:fur|for|uber|auf|mit|\\+|laufzeit|dauer|die|eine[rn]?|of|von|a term)'

/** „01.01.2024 – 31.12.2026“, also behind its length: „3 Jahre (01.01.2024 – 31.12.2026)“. */
const RANGE = new RegExp(`^${TERM}(?:${LENGTH}[ ,;:(]*)?(?:${BEGINS} )?(${DAY}) ?(?:-|${ENDS}) ?(${DAY})`)
/** „60 Monate ab 01.07.2024“ */
const LENGTH_FROM = new RegExp(`^${TERM}${LENGTH}[ ,;(]*${BEGINS} (${DAY})`)
/** „ab 01.07.2024, 60 Monate“, „01.07.2024 für 5 Jahre“ */
const FROM_LENGTH = new RegExp(`^${TERM}(?:${BEGINS} (${DAY})[ ,;:(]*(?:${FOR}[ :]*)*|(${DAY}) ?(?:${FOR}[ :]*)+)${LENGTH}`)
const FROM = new RegExp(`^${TERM}${BEGINS} (${DAY})[ ,;.]*$`)
const TO = new RegExp(`^${TERM}${ENDS} (${DAY})`)
/** „unbefristet, gekündigt zum 31.03.2026“, „31.12.2025 gekündigt“: when it ends in the end. */
export const TERMINATED = new RegExp(
  `(?<![a-z])(?:gekundigt|kundigung|terminated|notice given)(?: (?:zum|per|auf den|mit wirkung (?:zum|ab)|as of|to|effective|until))+ (${DAY})|^(${DAY}),? gekundigt$`,
)
/** „31.12.2024, verlängert bis 31.12.2026“: it has been. */
const EXTENDED = new RegExp(`(?<![a-z])(?:verlangert|extended) (?:bis|auf|until|to)(?: (?:zum|am))?:? (${DAY})(?! (?:moglich|kundbar))`)
const ALONE = new RegExp(`^(?:${DAY})[ ,;.]*$`)
const FIRST = new RegExp(`^(?:${DAY})`)
const ANYWHERE = new RegExp(`(?<![\\d.])(?:${DAY})`, 'g')
const ENDLESS_FROM = new RegExp(`(?:^|[ ,;(])${BEGINS} (${DAY})`)

/** The days of a term in a folded text; `undefined` where it names none, or not as what. `length`: it says its length as well. */
export function daysIn(plain: string): (SaidDays & { readonly length?: true }) | undefined {
  const range = RANGE.exec(plain)
  if (range) return { from: range[1]!, to: range[2]! }
  const [, behind, before, bare] = LENGTH_FROM.exec(plain) ?? [undefined, undefined, ...(FROM_LENGTH.exec(plain)?.slice(1) ?? [])]
  const from = behind ?? before ?? bare
  if (from !== undefined) return { from, length: true }
  const open = FROM.exec(plain)
  if (open) return { from: open[1]! }
  const to = TO.exec(plain)
  return to ? { to: to[1]! } : undefined
}

/** Since when something without an end has been running: „unbefristet ab 01.07.2024“. */
export function beginIn(plain: string): string | undefined {
  return ENDLESS_FROM.exec(plain)?.[1]
}

/** To which day a term has been extended since. */
export function extendedTo(plain: string): string | undefined {
  return EXTENDED.exec(plain)?.[1]
}

/** Whether a text is a day and no more. */
export const isDayAlone = (plain: string): boolean => ALONE.test(plain)

/** A day and no more in a column of terms: the first of a month is when one begins, the last of a month when it ends. */
export function dayAloneIn(plain: string): SaidDays | undefined {
  const day = isDayAlone(plain) ? plain.replace(/[ ,;.]+$/, '') : undefined
  const shape = day === undefined ? undefined : dateShapeOf(day)
  if (day === undefined || shape === undefined || !('iso' in shape)) return undefined
  if (shape.iso.endsWith('-01')) return { from: day }
  return dayOfMonth(shape.iso.slice(0, 7), 'last') === shape.iso ? { to: day } : undefined
}

/** The day with which a text begins that names no other. */
export function firstDayIn(plain: string): string | undefined {
  const first = FIRST.exec(plain)?.[0]
  return first === undefined ? undefined : onlyDayIn(plain)
}

/** The day of a text that names one and no other. */
export function onlyDayIn(plain: string): string | undefined {
  const days = plain.match(ANYWHERE) ?? []
  return days.length === 1 ? days[0] : undefined
}

/** Whether a text names a day at all. */
export function namesDay(plain: string): boolean {
  return (plain.match(ANYWHERE) ?? []).some((day) => dateShapeOf(day) !== undefined)
}

/** A folded text without its days. */
export const withoutDays = (plain: string): string => plain.replace(ANYWHERE, ' ')
