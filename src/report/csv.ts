import { fullName } from '../model/full-name.ts'
import type { Audit } from '../model/audit.ts'
import type { Controller, Dossier } from '../model/dossier.ts'
import { decimalText, unitsOf, UNITS_PER_MAJOR } from '../model/money.ts'
import { noticeDays } from '../model/notice.ts'
import { inPieces } from '../model/pieces.ts'
import type { Reporter } from '../model/ports.ts'
import { spendOf } from '../model/weight.ts'
import { amountStateOf } from './amount-state.ts'
import { rateOfItem } from './conversion.ts'
import { CSV_DIALECTS, record, type Cell, type Dialect } from './cells.ts'
import { opennessText } from './html/parts/conclusion.ts'
import { context, type Context } from './html/context.ts'
import { seenText } from './html/parts/place.ts'
import { settledText } from './rows.ts'

/** One table of every item for the office: one row per item, unknown written out. */
export const csv: Reporter = reporter('csv', CSV_DIALECTS['excel-de'])
export const csvRfc4180: Reporter = reporter('csv-rfc4180', CSV_DIALECTS.rfc4180)

function reporter(id: string, dialect: Dialect): Reporter {
  return { id, extension: 'csv', render: (audit, options) => inPieces(texts(context(audit, options), dialect)) }
}

type Value = (item: Dossier, context: Table, index: number) => Cell

/** What the rows are built from; waivers by item. */
interface Table extends Context {
  readonly local: boolean
  readonly waivers: ReadonlyMap<number, readonly string[]>
}

const text = (value: string | undefined): Cell => ({ text: value ?? '' })
const amount = (value: string | undefined): Cell => (value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? { number: value } : text(value))

/** As it is stated; what was computed from it may have more places than money has. */
function statedAmount(value: string | undefined): Cell {
  const units = value === undefined || !/\.\d{5,}$/.test(value) ? undefined : unitsOf(value)
  // at least cents
  return amount(units === undefined ? value : decimalText({ n: units, d: UNITS_PER_MAJOR }, 4).replace(/0{1,2}$/, ''))
}

/** Every column: heading and value, in the order of the table. */
const COLUMNS = {
  'csv.project': (_, { audit }) => text(audit.project.name),
  'csv.name': (item) => text(fullName(item)),
  'csv.version': ({ version }) => text(version),
  'csv.maker': ({ maker, selfMade }, { say }) => text(selfMade ? say('maker.self') : (maker?.name ?? say('unknown'))),
  'csv.controller': (item, context) => ofController(item, context, ({ name }) => name),
  'csv.country': (item, context) => ofController(item, context, ({ country }) => country ?? context.say('unknown')),
  'csv.tier': (item, context) => ofController(item, context, ({ tier }) => context.term('tier', tier)),
  'csv.licence': ({ licence }, context) => text(licence.expression ?? licence.said ?? withoutLicence(licence, context)),
  'csv.openness': (item, context) => text(opennessText(context, item)),
  'csv.layer': ({ layer }, { say, term }) => text(layer === undefined ? say('unknown') : term('layer', layer.id)),
  'csv.amount': ({ amount: stated }) => statedAmount(stated?.value),
  'csv.currency': ({ amount: stated }) => text(stated?.currency),
  'csv.rate': (item, { audit }) => amount(rateOfItem(audit, item)?.eur.toString()),
  'csv.amount-state': (item, { term }) => text(item.line === true || item.amount ? term('amount-state', amountStateOf(item)) : ''),
  'csv.euro': (item, { audit }) => amount(spendIn(audit, item)),
  'csv.per-year': ({ amount: stated }) => amount(stated?.perYear),
  'csv.start': ({ term }, context) => text(dayIn(context, term?.start)),
  'csv.end': ({ term }, context) => text(dayIn(context, term?.end)),
  'csv.notice': ({ term }, context) => text(noticeIn(context, term)),
  'csv.findings': (_, { numbersOf }, index) => text(numbersOf(index).join(', ')),
  'csv.waivers': (_, { waivers }, index) => text(waivers.get(index)?.join('; ')),
  'csv.place': ({ seenAt }, context) => text(seenText(context, seenAt[0])),
} as const satisfies Record<`csv.${string}`, Value>

type Heading = keyof typeof COLUMNS

/** Where nobody controls an item, that is said; where it is not known, too. */
function ofController({ control, controller }: Dossier, { say, term }: Context, value: (controller: Controller) => string): Cell {
  if (controller !== undefined) return text(value(controller))
  return text(control === 'none' ? term('control', 'none') : say('unknown'))
}

const withoutLicence = ({ openness }: Dossier['licence'], { term }: Context): string =>
  term('openness', openness === 'not-applicable' ? openness : 'unknown')

/** `31.12.2026`: what a German Excel takes for a day; of anything but a whole day nothing is changed. */
function dayIn({ local }: Table, iso: string | undefined): string | undefined {
  return local ? iso?.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1') : iso
}

/** `6 Monate` for `P6M`. */
function periodIn({ local, say }: Table, iso: string | undefined): string | undefined {
  const [, count, unit] = /^P(\d{1,4})([DWMY])$/.exec(iso ?? '') ?? []
  return local && unit !== undefined ? say(`period.${unit as 'D' | 'W' | 'M' | 'Y'}`, { n: Number(count) }) : iso
}

/** „3 Monate“, „3 Monate zum 31.12.“, „6 Monate zum 31.01. oder 31.07.“; a list for machines has the period alone. */
function noticeIn(context: Table, term: Dossier['term']): string | undefined {
  const period = periodIn(context, term?.notice)
  const days = term === undefined ? [] : noticeDays(term)
  if (period === undefined || days.length === 0 || !context.local) return period
  const months = /^P(1|3|6)M$/.exec(term?.noticeEvery ?? '')?.[1] as '1' | '3' | '6' | undefined
  if (months !== undefined && days.at(-1) === '12-31') return context.say(`period.to-part.${months}`, { period })
  return context.say('period.to', { period, day: context.f.choice(days.map((day) => day.replace(/^(\d\d)-(\d\d)$/, '$2.$1.'))) })
}

/** What a line adds to the sums of the report, of software or beside it. */
function spendIn({ spend }: Audit, item: Dossier): string | undefined {
  if (item.line !== true || amountStateOf(item) !== 'counts') return undefined
  return spendOf(item.amount, spend?.unit === 'per-year').toFixed(2)
}

/** `F-03: begründete Ausnahme: Ablösung läuft (IT-Leitung, bis 30.06.2027)` for each finding that has a waiver, also an expired one; by item. */
function waiversByItem(context: Context): Table['waivers'] {
  const texts = new Map<number, string[]>()
  for (const { number, findings } of context.numbered) {
    for (const finding of findings) {
      if (finding.waiver === null) continue
      const text = `${number}: ${settledText(context, finding)}`
      for (const item of finding.items) texts.set(item, [...(texts.get(item) ?? []), text])
    }
  }
  return texts
}

function* texts(context: Context, dialect: Dialect): Generator<string, void, undefined> {
  const table: Table = { ...context, local: dialect.local, waivers: waiversByItem(context) }
  const headings = Object.keys(COLUMNS) as Heading[]
  const values: readonly Value[] = Object.values(COLUMNS)
  yield dialect.mark
  yield record(
    headings.map((key) => text(context.say(key))),
    dialect,
  )
  for (const [index, item] of context.audit.items.entries()) {
    yield record(
      values.map((value) => value(item, table, index)),
      dialect,
    )
  }
}
