import { isDay } from '../../model/days.ts'
import type { Term } from '../../model/item.ts'
import { lastDay } from '../table/values/dates.ts'

/** Stands in eForms for a withheld date. */
const MASKED = '1970-01-01'
/** Midnight in Berlin, Brussels and Paris, told in universal time: the day meant is the next one. */
const MIDNIGHT_IN_UTC = /T2[23]:00(?::00(?:\.0+)?)?Z$/

/** The day a date of a notice means. A zone is cut off, not computed with, save for midnight in Central Europe told in UTC. */
export function dayOf(said: string | undefined): string | undefined {
  const day = said?.trim().slice(0, 10)
  if (day === undefined || !isDay(day) || day === MASKED) return undefined
  return MIDNIGHT_IN_UTC.test(said!.trim()) ? plusDays(day, 1) : day
}

const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

/** The day in Berlin of an instant such as `2026-02-24T23:00:00Z`; a day without a time is itself. */
export function berlinDay(said: string | undefined): string | undefined {
  if (said === undefined || !/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(said)) return dayOf(said)
  const instant = Date.parse(said)
  return Number.isNaN(instant) ? undefined : BERLIN.format(instant)
}

/** What is said of a term, before any of it is checked. */
export interface SaidPeriod {
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly length?: string | undefined
  /** DAY, WEEK, MONTH or YEAR. */
  readonly unit?: string | undefined
}

/** Start, and an inclusive end as stated or from the length. An end before the start is none. */
export function termOf({ start: from, end: to, length, unit }: SaidPeriod): Term | undefined {
  const start = dayOf(from)
  const stated = dayOf(to)
  const end = stated ?? (start === undefined ? undefined : endAfter(start, Number(length ?? 0), unit))
  const sound = start === undefined || end === undefined || end >= start
  const term: Term = { ...(start !== undefined && { start }), ...(end !== undefined && sound && { end }) }
  return Object.keys(term).length === 0 ? undefined : term
}

/** An end that is a day, but lies before the start. */
export function reversedEnd({ start: from, end: to }: SaidPeriod): { readonly value: string; readonly start: string } | undefined {
  const [start, end] = [dayOf(from), dayOf(to)]
  return start !== undefined && end !== undefined && end < start ? { value: to!.trim().slice(0, 40), start } : undefined
}

function endAfter(start: string, length: number, unit: string | undefined): string | undefined {
  if (!Number.isInteger(length) || length <= 0 || length > 100 * 366) return undefined
  const each = unit?.toUpperCase()
  if (each === 'DAY') return plusDays(start, length - 1)
  if (each === 'WEEK') return plusDays(start, 7 * length - 1)
  if (each === 'MONTH' && length <= 1200) return lastDay(start, length)
  return each === 'YEAR' && length <= 100 ? lastDay(start, 12 * length) : undefined
}

function plusDays(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}
