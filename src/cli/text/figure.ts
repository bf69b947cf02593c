import type { ConcentrationTrail, Contribution, CoverageTrail, Figures, ShareTrail } from '../../figures.ts'
import type { Audit, Basis } from '../../model/audit.ts'
import type { Dossier } from '../../model/dossier.ts'
import { exactlyKnown } from '../../model/exact.ts'
import type { FigureId } from '../../model/figures.ts'
import { fullName } from '../../model/full-name.ts'
import { findNumbered, numberFindings } from '../../model/numbering.ts'
import type { Language } from '../../model/words.ts'
import { noServiceText } from '../../report/bound.ts'
import { formats, type Formats } from '../../report/format.ts'
import { hhiText, likeText } from '../../report/hhi.ts'
import { reason, reasons } from '../../report/html/parts/needs.ts'
import { axisText, levelText, verdict } from '../../report/level.ts'
import { speaker, type Speaker } from '../../report/words/say.ts'
import { figureWords } from './figure-words.ts'
import { amountPlaceText, placesText } from './proof.ts'
import { subjectName } from './subject.ts'
import { list } from './table.ts'
import { cliWords } from './words.ts'

const SHOWN_ITEMS = 10
const SHOWN_HOLDERS = 5
const SHOWN_OF_ONE = 5

interface Telling extends Speaker {
  readonly audit: Audit
  readonly language: Language
  readonly f: Formats
  readonly words: ReturnType<typeof figureWords>
}

/** What a headline figure is made of: on each basis the items in it and where they stand, the heaviest first. */
export function figureText(id: FigureId, audit: Audit, figures: Figures, language: Language): string[] {
  const telling = { ...speaker(language), audit, language, f: formats(language), words: figureWords(language) }
  const parts = partsOf(id, telling, figures)
  return parts.length === 0 ? [`  ${telling.words.none}`] : parts.flatMap((lines) => ['', ...lines])
}

/** Basis by basis, service by service. */
function partsOf(id: FigureId, telling: Telling, figures: Figures): readonly (readonly string[])[] {
  if (id === 'level') return [levelLines(telling)]
  if (id === 'concentration') return figures.concentration().map((one) => concentrationLines(telling, one))
  if (id === 'coverage') return [figures.coverage().flatMap((one) => coverageLines(telling, one))].filter(({ length }) => length > 0)
  return id === 'bound-services' ? [serviceLines(telling)] : figures.shares(id).map((one) => shareLines(telling, one))
}

function shareLines(telling: Telling, { share, items, transitive }: ShareTrail): string[] {
  const { f, say, words } = telling
  const { basis, transitive: beside } = share
  const vendors = share.parts.filter(({ low }) => low > 0).slice(0, SHOWN_HOLDERS)
  return [
    `${say(`basis.${basis}`)}: ${f.shares(share)} (${wholeText(telling, basis, share.of)})`,
    ...group(telling, words.surely, items.filter(({ low }) => low > 0), ({ low }) => low, basis), // prettier-ignore
    ...group(telling, words.perhaps, items.filter(({ low, high }) => high > low), ({ low, high }) => high - low, basis), // prettier-ignore
    ...(vendors.length === 0 ? [] : [`  ${words.vendors}: ${vendors.map(({ name, id, ...part }) => `${name} (${id}) ${f.shares(part)}`).join(', ')}`]), // prettier-ignore
    ...(beside === undefined
      ? []
      : [
          `  ${words.transitive(f.number(Number(beside.of)))}: ${f.shares(beside)}`,
          ...itemLines(telling, transitive, ({ high }) => high, 'components', SHOWN_ITEMS),
        ]),
  ]
}

function concentrationLines(telling: Telling, { concentration, held, undecided, open }: ConcentrationTrail): string[] {
  const { audit, f, say, words } = telling
  const { basis, holders } = concentration
  const like = likeText(telling, f, concentration)
  const layers = audit.concentration.filter((one) => one.layer !== 'all' && one.layer !== 'unknown' && one.basis === basis)
  return [
    `${say(`basis.${basis}`)}: HHI ${hhiText(f, concentration)}${like === undefined ? '' : `, ${like}`} (${wholeText(telling, basis, concentration.of)})`,
    `  ${say('concentration.largest')}: ${f.shares(concentration.top1)}; ${say('concentration.private')}: ${f.shares(concentration.largestPrivate)}; ${say('concentration.top3')}: ${f.shares(concentration.top3)}`,
    ...holders
      .slice(0, SHOWN_HOLDERS)
      .flatMap(({ name, id, ...part }, i) => [
        `  ${name} (${id}): ${f.shares(part)}`,
        ...itemLines(telling, held[i] ?? [], ({ low }) => low, basis, SHOWN_OF_ONE),
      ]),
    ...(holders.length > SHOWN_HOLDERS ? [`  ${words.holders(holders.length - SHOWN_HOLDERS)}`] : []),
    ...group(telling, words.undecided, undecided, ({ high }) => high, basis),
    ...group(telling, words.open, open, ({ low }) => low, basis),
    ...(layers.length === 0 ? [] : [`  ${words.layers}: eigenstand explain ${layers.map(({ layer }) => layer).join(' | ')}`]),
  ]
}

function coverageLines(telling: Telling, { coverage, missing }: CoverageTrail): string[] {
  const { f, say, term, words } = telling
  const { of, basis } = coverage
  return [
    `${say(`basis.${basis}`)}: ${term('coverage', of)} ${words.known}: ${f.percent(exactlyKnown(coverage))}`,
    ...group(telling, words.missing[of], missing, ({ high }) => high, basis),
  ]
}

function serviceLines(telling: Telling): string[] {
  const { audit, term, words } = telling
  const owner = (id: string | undefined) =>
    id === undefined ? words.nobody : (audit.organisations.find((one) => one.id === id)?.name ?? id)
  if (audit.boundServices.length === 0) return [`  ${noServiceText(telling, audit)}`]
  return audit.boundServices.flatMap(({ service, controller, portable, items }) => [
    `${service} (${owner(controller)}); ${words.portable}: ${term('portable', portable)}`,
    ...places(telling, items),
  ])
}

function levelLines(telling: Telling): string[] {
  const { audit, language, term, say, words } = telling
  const { level } = audit
  const because = reasons({ audit, options: { language } })
  return [
    level === null ? verdict(telling, null) : `${say('level.name')}: ${levelText(telling, level, level.provisional)}`,
    ...(level === null ? [] : governing(telling, level.governedBy)),
    ...audit.axes.flatMap((axis) => [
      `${term('axis', axis.id)} (${axis.id}): ${axisText(telling, axis)}`,
      ...(axis.governedBy === level?.governedBy ? [] : governing(telling, axis.governedBy)),
    ]),
    ...(because.length === 0 ? [] : [`${words.because}:`, ...because.map((one) => `  ${one}`)]),
  ]
}

/** What decides a level, and where that stands. */
function governing(telling: Telling, code: string): string[] {
  const { audit, language, say } = telling
  const found = findNumbered(numberFindings(audit), code)
  const finding = found?.findings.find(({ fingerprint }) => fingerprint === code)
  if (found === undefined || finding === undefined)
    return [`  ${say('axes.governed')}: ${reason({ ...telling, nameOf: ({ name }) => name }, code)}`]
  const title = audit.policies.find(({ id }) => id === found.policy)?.title[language] ?? found.policy
  return [`  ${say('axes.governed')}: ${found.number} ${title}: ${subjectName(telling, audit, finding)}`, ...places(telling, finding.items)]
}

/** Their sum is not printed: it is an end of the range above them. */
function group(
  telling: Telling,
  label: string,
  items: readonly Contribution[],
  part: (one: Contribution) => number,
  basis: Basis,
): string[] {
  if (items.length === 0) return []
  return [`  ${label}: ${cliWords(telling.language).items(items.length)}`, ...itemLines(telling, items, part, basis, SHOWN_ITEMS)]
}

function itemLines(
  telling: Telling,
  items: readonly Contribution[],
  part: (one: Contribution) => number,
  basis: Basis,
  most: number,
): string[] {
  const { audit, f, language, words } = telling
  const rows = items.slice(0, most).map((one) => {
    const item = audit.items[one.item]!
    const sum =
      basis === 'spend' ? [sumText(telling, one, part(one)), amountPlaceText(audit, item, language)] : [placesText(audit, item, language)]
    return [nameOf(item), f.percent(part(one)), ...sum]
  })
  return [...(rows.length === 0 ? [] : [list(rows, '    ')]), ...(items.length > most ? [`    ${words.more(items.length - most)}`] : [])]
}

/** Its sum; of what is in the figure with a part only, that part of it. */
function sumText({ audit, f, words }: Telling, { weight }: Contribution, share: number): string {
  const sum = share * Number(audit.shares.find(({ basis }) => basis === 'spend')?.of)
  const whole = f.money(String(weight))
  return sum < weight * 0.999 ? words.partOf(f.money(String(sum)), whole) : whole
}

function places({ audit, language, words }: Telling, items: readonly number[]): string[] {
  const rows = items.slice(0, SHOWN_OF_ONE).map((index) => [nameOf(audit.items[index]!), placesText(audit, audit.items[index]!, language)])
  return [
    ...(rows.length === 0 ? [] : [list(rows, '    ')]),
    ...(items.length > SHOWN_OF_ONE ? [`    ${words.more(items.length - SHOWN_OF_ONE)}`] : []),
  ]
}

const nameOf = (item: Dossier): string => (item.version === undefined ? fullName(item) : `${fullName(item)} ${item.version}`)

/** `468.500 € im Jahr`, `17 gezählt` */
function wholeText({ audit, f, say }: Telling, basis: Basis, of: string): string {
  return basis === 'spend' ? `${f.money(of)} ${say(`unit.${audit.spend?.unit ?? 'as-stated'}`)}` : say(`of.${basis}`, { n: Number(of) })
}
