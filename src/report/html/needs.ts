import type { Context } from './context.ts'

/** What would have to be known for an exact level, the largest gap first. */
export function needs({ audit, say, term, f }: Context): readonly string[] {
  const gaps = audit.coverage
    .filter(({ known }) => known < 1)
    .toSorted((a, b) => a.known - b.known)
    .map(({ of, basis, known }) => say(`need.${of}`, { share: f.percent(Math.round((1 - known) * 10_000) / 10_000), basis: term('of-the', basis) }))
  const silent = audit.axes
    .filter(({ best, worst }) => best === null || (best === 1 && worst === 5))
    .map(({ id }) => say('need.axis', { axis: term('axis', id), what: term('need-axis', id) }))
  return [...silent, ...gaps]
}

/** Why the result is provisional or has no level, in words; codes without words stay as they are. */
export function reasons(context: Context): readonly string[] {
  const { audit } = context
  return audit.provisionalBecause.map((code) => reason(context, code))
}

/** A reason code of the contract in words. */
export function reason({ term }: Context, code: string): string {
  return term('reason', code)
}

/** Why there is no level at all. */
export function whyNoLevel(context: Context): string {
  const { audit, say } = context
  if (!audit.items.some((item) => item.counted && item.relation !== 'root')) return say('no-level.nothing')
  const listed = audit.concentration.find(({ layer }) => layer === 'all')
  if (listed !== undefined && audit.bounds !== undefined && listed.lines < audit.bounds.wechselmoeglichkeit.minLines) {
    return say('no-level.lines', { n: listed.lines, least: audit.bounds.wechselmoeglichkeit.minLines })
  }
  const given = reasons(context)[0]
  return given === undefined ? say('no-level.data') : say('no-level.because', { reason: given })
}
