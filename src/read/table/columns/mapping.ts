import type { ColumnMapping } from '../../../model/ports.ts'
import { askedFirst, nearest } from '../../../model/nearest.ts'
import { Problem } from '../../../model/problem.ts'
import { AMOUNT_KINDS, keyOf, type AmountField } from './heading.ts'
import { COLUMN_FIELDS, type ColumnField } from './header-words.ts'

/** What a mapping file may say of a column: every field, and `ignore`. Ambiguous headings have to be decided by it. */
export const MAPPABLE = COLUMN_FIELDS.filter((field) => field !== 'total' && field !== 'vendor' && field !== 'serviceTime')

/** A mapping file that says these fields of these columns. */
export function exampleMapping(headings: readonly string[], fields: readonly string[]): string {
  const lines = headings.slice(0, fields.length).map((heading, index) => `  ${JSON.stringify(heading)}: ${fields[index]}`)
  return ['columns:', ...lines].join('\n')
}

/** Refuses fields and kinds that do not exist, before a file is looked at. */
export function checkMapping(mapping: ColumnMapping | undefined): void {
  for (const field of Object.values(mapping?.columns ?? {})) if (!isMappable(field)) throw unknown(field, MAPPABLE)
  mappedKind(mapping)
}

/** A mapping file beside the sheets of a workbook: each of its headings has to be in one of them, not in all. */
export class SharedMapping {
  private readonly found = new Set<string>()
  private readonly seen = new Set<string>()

  /** Takes down which headings a sheet has; whether it has any of the mapping's. */
  take(headings: readonly string[], found: readonly string[]): boolean {
    for (const heading of headings) if (heading !== '') this.seen.add(heading)
    for (const heading of found) this.found.add(heading)
    return found.length > 0
  }

  /** Error E2102 for a heading that no sheet has. */
  assertFound(mapping: ColumnMapping | undefined): void {
    const missing = Object.keys(mapping?.columns ?? {}).find((heading) => !this.found.has(heading))
    if (missing !== undefined) throw unknown(missing, [...this.seen])
  }
}

/** Field by column index, as the mapping file says. Unknown headings and fields are errors with the nearest known one. */
export function mappedFields(
  mapping: ColumnMapping | undefined,
  headings: readonly string[],
  shared?: SharedMapping,
): ReadonlyMap<number, ColumnField> {
  const found = Object.keys(mapping?.columns ?? {}).filter((heading) => indexOf(heading, headings) >= 0)
  const tolerant = shared?.take(headings, found) === true
  const fields = new Map<number, ColumnField>()
  for (const [heading, field] of Object.entries(mapping?.columns ?? {})) {
    const index = indexOf(heading, headings)
    if (index < 0 && tolerant) continue
    const filled = headings.filter((candidate) => candidate !== '')
    if (index < 0) throw unknown(heading, filled)
    if (!isMappable(field)) throw unknown(field, MAPPABLE)
    fields.set(index, field)
  }
  return fields
}

/** What a mapping file says of a table that comes below another: it may speak of either. */
export function ownColumns(mapping: ColumnMapping | undefined, headings: readonly string[]): ColumnMapping | undefined {
  if (mapping === undefined) return undefined
  const own = Object.entries(mapping.columns).filter(([heading]) => indexOf(heading, headings) >= 0)
  return { ...mapping, columns: Object.fromEntries(own) }
}

function indexOf(heading: string, headings: readonly string[]): number {
  const exact = headings.indexOf(heading)
  return exact >= 0 ? exact : headings.findIndex((candidate) => keyOf(candidate) !== '' && keyOf(candidate) === keyOf(heading))
}

/** The field whose kind of amount the mapping file declares for columns that do not say it. */
export function mappedKind(mapping: ColumnMapping | undefined): AmountField | undefined {
  if (mapping?.kind === undefined) return undefined
  const kinds = Object.entries(AMOUNT_KINDS) as [AmountField, string][]
  const field = kinds.find(([, kind]) => kind === mapping.kind)?.[0]
  if (field === undefined)
    throw unknown(
      mapping.kind,
      kinds.map(([, kind]) => kind),
    )
  return field
}

/** The delimiter of the mapping file: one character, or `tab`. */
export function mappedDelimiter(mapping: ColumnMapping | undefined): string | undefined {
  const said = mapping?.delimiter
  if (said === undefined) return undefined
  const delimiter = said === 'tab' || said === '\\t' ? '\t' : said
  if (!DELIMITERS.includes(delimiter)) throw unknown(said, [';', ',', 'tab', '|'])
  return delimiter
}

export const DELIMITERS: readonly string[] = [';', ',', '\t', '|']

/** The error for a word that a mapping file may not contain. */
export function unknown(key: string, known: readonly string[]): Problem {
  const near = nearest(key, known)
  return new Problem('E2102', { key, ...(near !== undefined && { near }), mend: askedFirst(near), known: known.slice(0, 40).join(', ') })
}

function isMappable(field: string): field is ColumnField {
  return (MAPPABLE as readonly string[]).includes(field)
}
