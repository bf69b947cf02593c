import type { Axis } from '../../model/audit.ts'
import { findNumbered, type NumberedFinding } from '../../model/numbering.ts'
import { axisText, levelText, verdict } from '../level.ts'
import type { Context } from './context.ts'
import { figuresTable } from './figures.ts'
import { needs, reason, reasons, whyNoLevel } from './needs.ts'
import { clip, firstSentence } from './safe.ts'
import { isOpen, subjectText, titleOf } from './subject.ts'

const STEPS = [1, 2, 3, 4, 5] as const
const PROPOSALS = 3
const SERVICES = 4

/** Section 1, the first page: it must answer the question alone. */
export function result(context: Context) {
  const { audit, options, say } = context
  const { level } = audit
  const undetermined = level === null || level.best !== level.worst
  return {
    sentence: verdict(context, level),
    notation: level === null ? say('level.none') : levelText(context, level, level.provisional),
    steps: STEPS.map((n) => step(context, n)),
    why: level === null ? whyNoLevel(context) : undetermined ? null : (reasons(context)[0] ?? null),
    needs: undetermined ? needs(context).slice(0, 3) : [],
    borderline: borderlineText(context),
    axes: audit.axes.map((axis) => ({
      name: context.term('axis', axis.id),
      question: context.term('axis-question', axis.id),
      level: axisText(context, axis),
    })),
    figures: figuresTable(context),
    governing: governing(context),
    bound: bound(context),
    proposals: proposals(context),
    resolution: (options.editorial?.resolution ?? []).map((sentence) => clip(sentence, 600)),
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

function borderlineText({ audit, say, term }: Context): string | null {
  const axis = audit.axes.find((one) => one.borderline && one.neighbour !== undefined)
  if (axis === undefined) return null
  return say('level.borderline', { axis: term('axis', axis.id), best: String(axis.best ?? ''), neighbour: axis.neighbour ?? 0 })
}

/** The finding that decides the level, or the reason where no finding does. */
function governing(context: Context) {
  const { audit, numbered } = context
  const worst = audit.axes.reduce<Axis | undefined>((found, axis) => ((axis.worst ?? 0) > (found?.worst ?? 0) ? axis : found), undefined)
  const code = audit.level?.governedBy ?? worst?.governedBy
  if (code === undefined || code === '') return null
  const found = findNumbered(numbered, code)
  if (found !== undefined)
    return {
      ...linkTo(found),
      title: titleOf(context, found.policy),
      subject: decisiveSubject(context, found, code),
      why: firstSentence(context.policy(found.policy)?.why[context.options.language] ?? ''),
    }
  return { number: null, href: null, title: reason(context, code), subject: null, why: null }
}

function decisiveSubject(context: Context, found: NumberedFinding, fingerprint: string): string {
  const finding = found.findings.find((one) => one.fingerprint === fingerprint)
  return finding === undefined ? subjectText(context, found) : subjectText(context, { findings: [finding], items: finding.items })
}

function bound(context: Context) {
  const { audit, say } = context
  const services = audit.boundServices.map(({ service, controller }) =>
    controller === undefined ? clip(service, 60) : `${clip(service, 60)} (${context.organisationLink(controller).text})`,
  )
  const more = services.length - SERVICES
  const shown = services.slice(0, SERVICES)
  return {
    count: services.length === 0 ? say('bound.none') : say('bound.sentence', { n: services.length }),
    names: more > 0 ? [...shown, say('more', { n: more })] : shown,
  }
}

/** The remedies of the gravest open findings, each policy once. */
function proposals(context: Context) {
  const { numbered, policy, options } = context
  const taken = new Set<string>()
  const chosen = []
  for (const found of numbered) {
    const fix = policy(found.policy)?.fix[options.language]
    if (fix === undefined || !isOpen(found) || taken.has(found.policy)) continue
    taken.add(found.policy)
    chosen.push({ ...linkTo(found), text: firstSentence(fix), subject: subjectText(context, found) })
    if (chosen.length === PROPOSALS) break
  }
  return chosen
}

const linkTo = ({ number }: NumberedFinding) => ({ number, href: `#${number}` })
