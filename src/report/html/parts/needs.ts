import type { Note } from '../../../model/evidence.ts'
import { exactlyUnknown } from '../../../model/exact.ts'
import type { Context } from '../context.ts'
import { firstFew } from '../../../model/first-few.ts'
import { speaker } from '../../words/say.ts'
import { noteIn } from '../../note-text.ts'
import { clip } from '../safe.ts'

/** What would have to be known for an exact level, the largest gap first. */
export function needs({ audit, say, term, f }: Context): readonly string[] {
  const gaps = audit.coverage
    .filter(({ known }) => known < 1)
    .toSorted((a, b) => a.known - b.known)
    .map((gap) => say(`need.${gap.of}`, { share: f.percent(exactlyUnknown(gap)), basis: term('of-the', gap.basis) }))
  const short = tooFewLines(audit)
  // without any level it is said already why there is none
  const silent = audit.axes
    .filter(({ governedBy, best }) => governedBy === 'no-data' && best !== null)
    .map(({ id }) => {
      const what = short !== undefined && id === 'wechselmoeglichkeit' ? say('need.lines', short) : term('need-axis', id)
      return say('need.axis', { axis: term('axis', id), what })
    })
  return [...silent, ...gaps]
}

/** How many lines carry weight and how many a level needs, where there is a list and they are fewer. */
function tooFewLines({
  concentration,
  bounds,
}: Pick<Context['audit'], 'concentration' | 'bounds'>): { readonly n: number; readonly least: number } | undefined {
  const listed = concentration.find(({ layer }) => layer === 'all')
  const least = bounds?.wechselmoeglichkeit.minLines
  return listed === undefined || least === undefined || listed.lines >= least ? undefined : { n: listed.lines, least }
}

/** What a note is told with. */
type Noting = Pick<Context, 'audit'> & { readonly options: Pick<Context['options'], 'language'> }

/** Why the result is provisional, in words. */
export function reasons(context: Noting): readonly string[] {
  const { audit } = context
  const unread = unreadText(context)
  const others = audit.provisionalBecause
    .filter((code) => code !== 'W-INPUT-FAILED')
    .flatMap((code) =>
      together(audit.notes.filter((note) => note.code === code)).map((params) => noteText(context, { code, message: code, params })),
    )
  return unread === undefined ? others : [unread, ...others]
}

/** Inputs that could not be read, in one sentence, however many; `undefined`: all were read. */
export function unreadText({ audit, options }: Noting): string | undefined {
  const failed = audit.notes
    .filter(({ code }) => code === 'W-INPUT-FAILED')
    .map(({ params }) => clip(`${params?.['path']}: ${params?.['code']}`, 120))
  if (failed.length === 0) return undefined
  return speaker(options.language).say('unread', { n: failed.length, which: firstFew(failed, UNREAD) })
}

/** Inputs named of those that could not be read. */
const UNREAD = 3

type Params = NonNullable<Note['params']>

/** Several files can have the same remark: their numbers are added, unless it names something else of each. */
function together(notes: readonly Note[]): readonly Params[] {
  const each = notes.map(({ params }) => params ?? {})
  const [first = {}, ...rest] = each
  const named = (params: Params) =>
    JSON.stringify(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? 0 : value]))
  if (rest.some((params) => named(params) !== named(first))) return each
  const sum = (name: string) => each.reduce((all, params) => all + Number(params[name]), 0)
  return [Object.fromEntries(Object.entries(first).map(([name, value]) => [name, typeof value === 'number' ? sum(name) : value]))]
}

/** A note in the report's language where the catalogue knows its code, else as it stands in the audit. */
export function noteText({ options }: Pick<Noting, 'options'>, note: Note): string {
  return clip(noteIn(note, options.language), 400)
}

/** What reasons name of an audit. */
type Listed = Pick<Context['audit'], 'items' | 'concentration' | 'bounds'>

/** What an axis is governed by where no finding explains it: `kind:what` of docs/audit-json.md in words. */
export function reason(context: Pick<Context, 'say' | 'term' | 'nameOf'> & { readonly audit: Listed }, code: string): string {
  const { audit, say, term } = context
  const [, kind = '', what = ''] = /^([^:]*)(?::(.*))?$/s.exec(code) ?? []
  if (kind === 'layer') return say('reason.layer', { what: term('layer', what) })
  if (kind === 'bindings') return say('reason.bindings', { what: clip(what, 80) })
  if (kind === 'no-data' && tooFewLines(audit) !== undefined) return say('reason.too-few')
  if (kind === 'share' || kind === 'weight' || kind === 'no-data') return say(`reason.${kind}`)
  if (kind !== 'item') return clip(code)
  const item = audit.items.find(({ ref, source }) => `${ref}#${source}` === what)
  return say('reason.item', { what: item === undefined ? clip(what) : context.nameOf(item) })
}

/** Why there is no level at all. */
export function whyNoLevel(context: Noting & Pick<Context, 'say'>): string {
  const { audit, say } = context
  if (!audit.items.some((item) => item.counted && item.relation !== 'root')) return say('no-level.nothing')
  const short = tooFewLines(audit)
  if (short !== undefined) return say('no-level.lines', short)
  const unread = unreadText(context)
  const given = reasons(context).find((reason) => reason !== unread)
  return given === undefined ? say('no-level.data') : say('no-level.because', { reason: given })
}
