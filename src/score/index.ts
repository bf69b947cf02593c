import type { Level, LevelRange, Score } from '../model/audit.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Note } from '../model/evidence.ts'
import type { Relation } from '../model/item.ts'
import type { NoteId } from '../model/notes.ts'
import type { LevelBounds } from '../model/policy.ts'
import type { Project } from '../model/project.ts'
import type { Layer } from '../model/register.ts'
import { bases, sizeOf, type Base, type Bases } from './bases.ts'
import { bindingLevel, servicesOfLargeVendors } from './bindings.ts'
import { amountUnknown, leavesOut } from './amount-unknown.ts'
import { concentration, measureLayers, type LayerMeasure } from './concentration.ts'
import { coverage } from './coverage.ts'
import { einfluss, measureSay } from './einfluss.ts'
import { gestaltungsfaehigkeit, measureShaping } from './gestaltungsfaehigkeit.ts'
import { axis, judge, NO_LEVEL, nudged, type NudgedAxis } from './level.ts'
import { shares } from './shares.ts'
import { measure, UNKNOWN_LAYER, type Measured } from './standing.ts'
import { mayCountTwice } from './twice.ts'
import { governingLayers, wechselmoeglichkeit } from './wechselmoeglichkeit.ts'

export interface ScoreOptions {
  /** ISO day; terms and rates are read for it. */
  readonly asOf: string
  readonly bounds: LevelBounds
  readonly layers: readonly Layer[]
  readonly project: Project
  readonly organisationNames: (id: string) => string
  /** What reading had to say. */
  readonly notes?: readonly Note[]
}

/** Shares, concentration, coverage, axes and level of one project or list (docs/scoring.md). The order of `items` changes nothing. */
export function score(items: readonly Dossier[], options: ScoreOptions): Score {
  const measured = measure(items, options.layers)
  const software = measured.filter(({ standing }) => standing.isSoftware)
  const based = bases(measured, options)
  const list = based.spend ?? based.lines
  const layerMeasures = list === undefined ? [] : measureLayers(list, options.layers)
  const nudgedAxes = axes(based, layerMeasures, software, options)
  const because = provisionalBecause(based, list, nudgedAxes, options)
  return {
    shares: shares(based, options.organisationNames),
    concentration: list === undefined ? [] : layerMeasures.map((measure) => concentration(list, measure, options.organisationNames)),
    coverage: coverage(based),
    axes: nudgedAxes.map(axis),
    level: level(nudgedAxes, because),
    boundServices: servicesOfLargeVendors(software),
    spend: spendOf(based),
    provisionalBecause: because,
  }
}

function axes(
  based: Bases,
  layers: readonly LayerMeasure[],
  software: readonly Measured[],
  { bounds, layers: known }: ScoreOptions,
): NudgedAxis[] {
  const components = software.filter(({ dossier }) => dossier.line !== true)
  const list = based.spend ?? based.lines
  const carrying: [Base, readonly Measured[]][] = []
  if (based.components !== undefined) carrying.push([based.components, components])
  if (list !== undefined && list.weighted >= bounds.wechselmoeglichkeit.minLines) carrying.push([list, list.members])

  const switching = { list, layers, governing: governingLayers(known), bindings: bindingLevel(components) }
  const shaping = carrying.map(([base, reaching]) => measureShaping(base, reaching))
  const say = carrying.map(([base, reaching]) => measureSay(base, reaching))
  return [
    nudged('wechselmoeglichkeit', (at) => (carrying.length === 0 ? NO_LEVEL : wechselmoeglichkeit(switching, at)), bounds),
    nudged('gestaltungsfaehigkeit', (at) => gestaltungsfaehigkeit(shaping, at), bounds),
    nudged('einfluss', (at) => einfluss(say, at), bounds),
  ]
}

function provisionalBecause(
  { components, spend, lines }: Bases,
  list: Base | undefined,
  nudgedAxes: readonly NudgedAxis[],
  { project, bounds, notes = [] }: ScoreOptions,
): NoteId[] {
  // what stands there is missing from every figure
  const found: NoteId[] = notes.some(({ code }) => code === 'W-INPUT-FAILED') ? ['W-INPUT-FAILED'] : []
  const some = (relation: Relation) => components?.members.some(({ dossier }) => dossier.relation === relation) === true
  if (components !== undefined && !some('direct')) found.push('W-NO-DIRECT')
  else if (some('unknown')) found.push('W-RELATION')
  if (spend !== undefined && leavesOut(spend, bounds)) found.push('W-AMOUNTS-UNKNOWN')
  if (spend !== undefined) found.push(...mayCountTwice(spend, notes))
  if (spend !== undefined && notes.some(({ code }) => code === 'W-STRUCK')) found.push('W-STRUCK')
  if (list?.kinds.some(({ standing, count }) => count > 0 && standing.layer === UNKNOWN_LAYER) === true) found.push('W-LAYER')
  if (spend?.vat.has('unknown') === true) found.push('W-VAT')
  if (spend?.vat.has('gross') === true && project.vat === undefined) found.push('W-GROSS')
  if (project.sample === true && lines !== undefined) found.push('W-SAMPLE')
  const range = overall(nudgedAxes.map(({ here }) => here.range))
  if (range !== undefined && range.best !== range.worst) found.push('W-RANGE')
  return found
}

/** The worst of the axes at either end; none where the axes have none. */
function overall(ranges: readonly (LevelRange | undefined)[]): LevelRange | undefined {
  const known = ranges.filter((range) => range !== undefined)
  return known.length === 0
    ? undefined
    : { best: Math.max(...known.map(({ best }) => best)), worst: Math.max(...known.map(({ worst }) => worst)) }
}

function level(nudgedAxes: readonly NudgedAxis[], because: readonly NoteId[]): Level | null {
  const judged = judge(nudgedAxes.flatMap(({ here }) => (here.range === undefined ? [] : [{ ...here.range, by: here.governedBy }])))
  if (judged === undefined) return null
  const { best, worst, governing } = judged
  const there = [overall(nudgedAxes.map(({ stricter }) => stricter)), overall(nudgedAxes.map(({ milder }) => milder))]
  const borderline = there.some((range) => range !== undefined && (range.best !== best || range.worst !== worst))
  return { best, worst, provisional: because.length > 0, borderline, governedBy: governing.by }
}

function spendOf({ spend }: Bases): Score['spend'] {
  if (spend === undefined) return null
  const { unit, weighted, members, beside } = spend
  return {
    unit,
    total: sizeOf(spend),
    lines: weighted,
    linesWithoutAmount: members.length - weighted,
    beside: sizeOf(spend, beside),
    amountUnknown: amountUnknown(spend),
  }
}
