import { findNumbered, type NumberedFinding } from '../../../model/numbering.ts'
import { amountUnknownText } from '../../amount-unknown.ts'
import { noServiceText } from '../../bound.ts'
import { isIncomplete, limitText } from '../../comparison.ts'
import { axisText, endThatMoves, levelText, verdict } from '../../level.ts'
import { topicOf } from '../../topics.ts'
import type { Context } from '../context.ts'
import { deadline, deadlineText } from '../parts/deadline.ts'
import { figuresTable } from '../parts/figures.ts'
import { governing, governingCode } from '../parts/governing.ts'
import { needs, reasons, unreadText, whyNoLevel } from '../parts/needs.ts'
import { clip, firstSentence } from '../safe.ts'
import { concernedText, isOpen } from '../parts/subject.ts'

const STEPS = [1, 2, 3, 4, 5] as const
const PROPOSALS = 3
const SERVICES = 4
/** Characters of a proposed resolution that the first sheet has room for; a longer one begins the second. */
const ON_SHEET = 320

/** Section 1, the first page: it must answer the question alone, and fit one sheet. */
export function result(context: Context) {
  const { audit, options, say } = context
  const { level } = audit
  const undetermined = level === null || level.best !== level.worst
  const unread = unreadText(context)
  const resolution = (options.editorial?.resolution ?? []).map((sentence) => clip(sentence, 600))
  return {
    sentence: verdict(context, level),
    notation: level === null ? say('level.none') : levelText(context, level, level.provisional),
    steps: STEPS.map((n) => step(context, n)),
    why: level === null ? whyNoLevel(context) : undetermined ? null : (reasons(context).find((reason) => reason !== unread) ?? null),
    unread: unread ?? null,
    needs: undetermined ? needs(context).slice(0, 3) : [],
    borderline: borderlineText(context),
    axes: audit.axes.map((axis) => ({
      name: context.term('axis', axis.id),
      question: context.term('axis-question', axis.id),
      level: axisText(context, axis),
    })),
    figures: figuresTable(context),
    amountUnknown: amountUnknownText(context, context.f, audit) ?? null,
    change: changeText(context),
    expired: expiredText(context),
    governing: governing(context),
    bound: bound(context),
    proposals: proposals(context),
    resolution,
    long: resolution.join(' ').length > ON_SHEET,
  }
}

function step({ audit, say, term }: Context, n: (typeof STEPS)[number]) {
  const { level } = audit
  const inside = level !== null && n >= level.best && n <= level.worst
  const exact = level !== null && level.best === level.worst
  const word = term('level', String(n))
  if (!inside) return { n, word, mark: null, sure: false }
  const lowest = n === level.best
  const mark = exact ? say('scale.here') : lowest ? say('scale.at-least') : say('scale.possible')
  // with ends more than one apart no step stands out
  return { n, word, mark, sure: lowest && level.worst - level.best <= 1 }
}

function borderlineText({ audit, say, term, f }: Context): string | null {
  const axis = audit.axes.find((one) => one.borderline && one.neighbour !== undefined)
  if (axis === undefined) return null
  const { best, worst, neighbour } = axis
  const words = { axis: term('axis', axis.id), best: String(best ?? ''), worst: String(worst ?? ''), neighbour: neighbour ?? 0 }
  if (best === worst || audit.bounds === undefined) return say('level.borderline', words)
  const { share, hhi } = audit.bounds.margin
  const by = say(axis.id === 'wechselmoeglichkeit' ? 'borderline.points-or-hhi' : 'borderline.points', {
    n: Math.round(share * 1000) / 10,
    hhi: f.number(hhi),
  })
  return say('level.borderline-range', { ...words, by, end: say(`borderline.${endThatMoves(axis)}`) })
}

/** Whose waivers have expired: what they were about is open again. */
function expiredText({ numbered, say, term, f }: Context): string | null {
  const expired = numbered.filter(({ status }) => status === 'expired')
  if (expired.length === 0) return null
  const which = expired.map(({ number, severity }) => say('expired-waivers.one', { number, severity: term('severity', severity) }))
  return say('expired-waivers', { n: expired.length, which: f.list(which) })
}

/** One sentence about the audit before, where there is one. */
function changeText(context: Context): string | null {
  const { options, say, f } = context
  const { comparison } = options
  if (comparison === undefined) return null
  const level = comparison.figures.find(({ id }) => id === 'level')
  const shown = (value: { readonly low: number; readonly high: number } | null): string => (value === null ? '–' : f.hhi(value))
  const [then, now] = [shown(level?.before ?? null), shown(level?.after ?? null)]
  const unmoved = (level?.after ?? null) === null ? 'change.page1.none' : 'change.page1.same'
  const count = (...states: readonly string[]): number => comparison.findings.filter(({ state }) => states.includes(state)).length
  const back = count('back')
  const sentence = say('change.page1', {
    day: f.day(comparison.before.asOf),
    level: then === now ? say(unmoved) : say('change.page1.moved', { then, now }),
    fresh: count('new'),
    back: back === 0 ? '' : say('change.page1.back', { n: back }),
    solved: count('solved'),
  })
  return [sentence, ...comparison.limits.filter(isIncomplete).map((limit) => limitText(context, limit))].join(' ')
}

function bound(context: Context) {
  const { audit, say } = context
  const services = audit.boundServices.map(({ service, controller }) =>
    controller === undefined ? clip(service, 60) : `${clip(service, 60)} (${context.organisationLink(controller).text})`,
  )
  const more = services.length - SERVICES
  const shown = services.slice(0, SERVICES)
  return {
    count: services.length === 0 ? noServiceText(context, audit) : say('bound.sentence', { n: services.length }),
    names: more > 0 ? [...shown, say('more', { n: more })] : shown,
  }
}

/** The remedies of the open findings, what decides the level first, then the gravest, one of each topic, with the next day on which a contract gives the occasion. */
function proposals(context: Context) {
  const { numbered, policy, options } = context
  const topics = new Set<string>()
  const chosen = []
  for (const found of decidingFirst(numbered, governingCode(context))) {
    const fix = policy(found.policy)?.fix[options.language]
    const topic = topicOf(found.policy, policy(found.policy)?.scope)
    if (fix === undefined || !isOpen(found) || topics.has(topic)) continue
    const next = deadline(context, [found])
    const when = next === undefined ? null : deadlineText(context, next)
    topics.add(topic)
    chosen.push({ ...linkTo(found), text: firstSentence(fix), subject: concernedText(context, found), when })
    if (chosen.length === PROPOSALS) break
  }
  return chosen
}

function decidingFirst(numbered: readonly NumberedFinding[], code: string): readonly NumberedFinding[] {
  const deciding = findNumbered(numbered, code)
  return deciding === undefined ? numbered : [deciding, ...numbered.filter((found) => found !== deciding)]
}

const linkTo = ({ number }: NumberedFinding) => ({ number, href: `#${number}` })
