import { BASES, type Axis, type Basis } from '../../../model/audit.ts'
import { exactly } from '../../../model/exact.ts'
import { findNumbered, type NumberedFinding } from '../../../model/numbering.ts'
import type { Context } from '../context.ts'
import { firstSentence } from '../safe.ts'
import { reason } from './needs.ts'
import { subjectText, titleOf } from './subject.ts'

/** The finding that decides the level and the figure it does so by, or the reason where no finding does. */
export function governing(context: Context) {
  const { numbered } = context
  const code = governingCode(context)
  if (code === '') return null
  const found = findNumbered(numbered, code)
  const decided = decisive(context, code, found)
  if (found === undefined) return { number: null, href: null, title: reason(context, code), subject: null, why: decided }
  const finding = found.findings.find(({ fingerprint }) => fingerprint === code)
  return {
    number: found.number,
    href: `#${found.number}`,
    title: titleOf(context, found.policy),
    // the project is what the whole page is about
    subject:
      finding?.subject.kind === 'project'
        ? null
        : subjectText(context, finding === undefined ? found : { findings: [finding], items: finding.items }),
    why: decided ?? firstSentence(context.policy(found.policy)?.why[context.options.language] ?? ''),
  }
}

/** The finding, or the reason as docs/audit-json.md has it; without a level, that of the worst axis. */
export function governingCode({ audit }: Pick<Context, 'audit'>): string {
  const worst = audit.axes.reduce<Axis | undefined>((found, axis) => ((axis.worst ?? 0) > (found?.worst ?? 0) ? axis : found), undefined)
  return audit.level?.governedBy ?? worst?.governedBy ?? ''
}

/** The figure that decides beside its boundary. A rule has one title for every value; 79 % and 0.5 % open are not the same. */
function decisive(context: Context, code: string, found: NumberedFinding | undefined): string | null {
  const axis = context.audit.axes
    .filter(({ governedBy }) => governedBy === code)
    .toSorted((a, b) => (b.best ?? 1) - (a.best ?? 1) || (b.worst ?? 5) - (a.worst ?? 5))[0]
  if (axis === undefined) return null
  const subject = found?.findings.find(({ fingerprint }) => fingerprint === code)?.subject
  const [kind, id] = subject === undefined ? (code.split(':', 2) as [string, string?]) : [subject.kind, subject.id]
  if (kind === 'layer' && id !== undefined) return ofLayer(context, axis, id)
  if (kind !== 'project' && kind !== 'share' && kind !== 'weight') return null
  return axis.id === 'gestaltungsfaehigkeit' ? ofOpenShare(context, axis) : axis.id === 'einfluss' ? ofWeight(context, axis) : null
}

/** `Entscheidend ist der offene Anteil: 0,5 % der Ausgaben. Unter 20 % beginnt Stufe 5.` */
function ofOpenShare({ audit, say, term, f }: Context, axis: Axis): string | null {
  const basis = worstBasis(axis)
  const share = audit.shares.find((one) => one.id === 'open' && one.basis === basis)
  const worst = axis.worst ?? 1
  const limit = audit.bounds?.gestaltungsfaehigkeit[worst - 2]
  if (basis === undefined || share === undefined || limit === undefined || exactly(share).low >= limit) return null
  return say('decided.share', { share: f.shares(share), basis: term('of-the', basis), limit: f.percent(limit), n: String(worst) })
}

/** `Entscheidend: Mindestens 25 % der Ausgaben sind nicht offen …` What the level surely is, in words. */
function ofWeight({ audit, say, term, f }: Context, axis: Axis): string | null {
  const basis = worstBasis(axis)
  const level = axis.best ?? 1
  if (basis === undefined || audit.bounds === undefined || level < 2) return null
  return say('decided.weight', { share: f.percent(audit.bounds.einfluss), basis: term('of-the', basis), what: term('influence', String(level)) }) // prettier-ignore
}

/** `Entscheidend ist die Schicht „Büro-Software“: Ihr größter privater Anbieter hat 61,2 %. …` */
function ofLayer({ audit, say, term, f }: Context, { worst }: Axis, id: string): string | null {
  const found = audit.concentration.find(({ layer }) => layer === id)
  if (found === undefined || audit.bounds === undefined || worst === null || worst < 2) return null
  const { hhi, largest } = audit.bounds.wechselmoeglichkeit
  const layer = term('layer', id)
  if (worst >= 4) return say('decided.largest', { layer, share: f.shares(found.largestPrivate), limit: f.percent(largest) })
  return say('decided.hhi', { layer, hhi: f.hhi(found.hhi), limit: f.number(hhi[worst - 2] ?? 0), n: String(worst) })
}

/** Of two bases the worse governs. */
function worstBasis({ byBasis }: Axis): Basis | undefined {
  const rank = (basis: Basis) => (byBasis[basis]?.best ?? 0) * 10 + (byBasis[basis]?.worst ?? 0)
  return BASES.filter((basis) => byBasis[basis] !== undefined).toSorted((a, b) => rank(b) - rank(a))[0]
}
