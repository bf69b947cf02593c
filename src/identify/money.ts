import { firstFew } from '../model/first-few.ts'
import type { AmountConclusion, Dossier } from '../model/dossier.ts'
import type { Evidence, Note } from '../model/evidence.ts'
import { normalised } from '../model/identity.ts'
import type { Amount, Item } from '../model/item.ts'
import { append } from '../model/many.ts'
import { NOTES, type NoteId } from '../model/notes.ts'
import {
  decimalText,
  expired,
  netEuroFactor,
  NO_CURRENCY,
  ONE,
  plus,
  sumText,
  times,
  unitsOf,
  UNITS_PER_MAJOR,
  yearFactor,
  type Fraction,
} from '../model/money.ts'
import { fill, type Params } from '../model/problem.ts'
import type { Project } from '../model/project.ts'
import { successors } from './successors.ts'

/** What is needed of an item to judge its amount; an item as read or a dossier. */
export type Priced = Pick<Item, 'name' | 'said' | 'source' | 'amount' | 'term' | 'counted'> & Pick<Dossier, 'maker' | 'product'>

export interface AmountOptions {
  readonly asOf: string
  readonly project: Pick<Project, 'rates' | 'vat'>
}

/** Ceilings, forecasts and prices of one piece are no spend, unless a whole list has nothing else. */
const NOT_SPEND: ReadonlySet<Amount['kind']> = new Set(['framework-max', 'estimate', 'budget', 'unit-price'])

type Why = NonNullable<AmountConclusion['why']>
/** One amount on its way: `euro` is net, in 1/100 cent, before credits. */
interface Entry {
  readonly index: number
  readonly item: Priced
  readonly amount: Amount
  readonly euro: Fraction
  why?: Why
  /** Of a credit: it found the lines it belongs to. */
  setOff?: NonNullable<AmountConclusion['setOff']>
}

const NOTHING: Fraction = { n: 0n, d: 1n }

/**
 * Which amounts have weight, why the others have none, and what they come to in EUR a year (docs/scoring.md, "Spend").
 * The kind of a list is decided and credits are set off within each source. Keys are positions in `items`.
 */
export function concludeAmounts(
  items: readonly Priced[],
  options: AmountOptions,
): { readonly amounts: ReadonlyMap<number, AmountConclusion>; readonly notes: readonly Note[] } {
  const amounts = new Map<number, AmountConclusion>()
  const notes: Note[] = []
  for (const [source, entries] of bySource(items, options)) {
    const counting = entries.filter(({ why }) => why === undefined)
    setOffCredits(counting)
    for (const entry of entries) amounts.set(entry.index, conclusion(entry))
    append(notes, remarks(source, entries, options.project))
  }
  return { amounts, notes }
}

function bySource(items: readonly Priced[], options: AmountOptions): Map<number, Entry[]> {
  const sources = new Map<number, Entry[]>()
  for (const [index, item] of items.entries()) {
    if (item.amount === undefined) continue
    const entry = entryOf(index, item, item.amount, options)
    const entries = sources.get(item.source)
    if (entries === undefined) sources.set(item.source, [entry])
    else entries.push(entry)
  }
  excludeSuccessors([...sources.values()].flat(), options.asOf)
  for (const entries of sources.values()) excludeKinds(entries)
  return sources
}

function entryOf(index: number, item: Priced, amount: Amount, { asOf, project }: AmountOptions): Entry {
  const units = unitsOf(amount.value) ?? 0n
  const factor = netEuroFactor(amount, project, asOf)
  const entry: Entry = { index, item, amount, euro: factor === undefined ? NOTHING : times({ n: units, d: 1n }, factor) }
  if (amount.placeholder === true || units === 0n) entry.why = 'placeholder'
  else if (!item.counted) entry.why = 'uncounted'
  else if (expired(item.term, asOf)) entry.why = 'expired'
  else if (factor === undefined) entry.why = 'currency'
  return entry
}

/** They may stand in another list than what they follow. */
function excludeSuccessors(entries: readonly Entry[], asOf: string): void {
  const counting = new Map(entries.flatMap((entry) => (entry.why === undefined && entry.euro.n > 0n ? [[entry.item, entry]] : [])))
  for (const item of successors([...counting.keys()], asOf)) counting.get(item)!.why = 'not-begun'
}

/** A list that has only one kind of amount is taken as it is, but for frameworks whose call-offs are listed. */
function excludeKinds(entries: readonly Entry[]): void {
  for (const entry of entries) if (entry.why === undefined && entry.amount.calledOff === true) entry.why = 'kind'
  const own = entries.filter(({ why, amount }) => why !== 'placeholder' && amount.calledOff !== true)
  if (new Set(own.map(({ amount }) => amount.kind)).size === 1) return
  for (const entry of entries) if (entry.why === undefined && NOT_SPEND.has(entry.amount.kind)) entry.why = 'kind'
}

/** Credits reduce the lines of the document that they name, if these are worth as much; else the lines of their contract; those without such a line, the lines of the same product and maker; and what is left, the one line it mirrors. */
function setOffCredits(entries: readonly Entry[]): void {
  for (const group of groups(entries, documentKey)) if (sum(group).n >= 0n) net(group)
  for (const keyOf of [contractKey, productKey]) {
    for (const group of groups(
      entries.filter(({ why, setOff }) => why === undefined && setOff === undefined),
      keyOf,
    ))
      net(group)
  }
  for (const group of mirrored(entries.filter(({ why, setOff }) => why === undefined && setOff === undefined))) net(group)
  for (const entry of entries) if (entry.euro.n < 0n) entry.why = 'credit'
}

/**
 * „Storno Rechnung R1“: a credit beside the only line of its supplier that has its very amount, if no other credit has it; or beside
 * several for the same, of which it does not matter which it was.
 */
function mirrored(entries: readonly Entry[]): Entry[][] {
  const sameSum = groups(entries, ({ item: { said }, amount }) =>
    said.supplier === undefined
      ? undefined
      : [normalised(said.supplier), amount.value.replace(/^-/, ''), amount.currency, amount.basis].join('\0'),
  )
  return [...sameSum].filter((group) => {
    const lines = group.filter(({ euro }) => euro.n > 0n)
    if (lines.length !== group.length - 1) return false
    const products = new Set(lines.map(productKey))
    return lines.length === 1 || (products.size === 1 && !products.has(undefined))
  })
}

/** The same part is taken off every line of the group, so that it does not matter whose credit it was. */
function net(group: readonly Entry[]): void {
  const lines = group.filter(({ euro }) => euro.n > 0n)
  const credits = group.filter(({ euro }) => euro.n < 0n)
  if (lines.length === 0 || credits.length === 0) return
  const of = sum(lines)
  const left = plus(of, sum(credits))
  const setOff = { of: euroText(of, 4), left: euroText(left, 4) }
  for (const entry of group) entry.setOff = setOff
  for (const entry of left.n > 0n ? credits : group) entry.why = 'credit'
}

const sum = (entries: readonly Entry[]): Fraction => entries.reduce((total, { euro }) => plus(total, euro), NOTHING)
const euroText = (units: Fraction, places: number): string => decimalText({ n: units.n, d: units.d * UNITS_PER_MAJOR }, places)

const documentKey = ({ amount: { document } }: Entry): string | undefined => document

const contractKey = ({ item: { said } }: Entry): string | undefined =>
  said.contractNumber === undefined ? undefined : normalised(said.contractNumber)

/** „Gutschrift SAP ERP Wartung“: what it is a credit for follows. */
const CREDIT =
  /^(?:gutschrift|storno|stornierung|erstattung|rückerstattung|rückvergütung|credit(?: note)?|refund)(?:[\s:,–-]+(?:für|zu|for))?[\s:,–-]+/i

/** As readers call a line in which nothing is a name, perhaps with its contract number or category. */
const NO_NAME = /^\?(?: \(.*\))?$/

function productKey({ item: { said, name, maker, product } }: Entry): string | undefined {
  if (product === undefined && said.product === undefined && NO_NAME.test(name)) return undefined
  const of = maker?.id ?? normalised(said.manufacturer ?? said.supplier ?? '')
  return `${of}\0${product?.id ?? normalised((said.product ?? name).replace(CREDIT, ''))}`
}

function groups(entries: readonly Entry[], keyOf: (entry: Entry) => string | undefined): Iterable<Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key === undefined) continue
    const group = found.get(key)
    if (group === undefined) found.set(key, [entry])
    else group.push(entry)
  }
  return found.values()
}

function conclusion({ item: { term, source }, amount: { stated, ...amount }, euro, why, setOff }: Entry): AmountConclusion {
  const shown = stated && { evidence: stated.map((one): Evidence => ({ source, ...one })) }
  const within = setOff === undefined ? {} : { setOff }
  if (why !== undefined) return { ...amount, counts: false, why, ...within, ...shown }
  const year = yearFactor(amount, term)
  const left = setOff === undefined ? ONE : { n: unitsOf(setOff.left) ?? 0n, d: unitsOf(setOff.of) ?? 1n }
  const net = times(euro, left)
  return {
    ...amount,
    counts: true,
    euro: euroText(net, 2),
    ...(year === undefined ? {} : { perYear: euroText(times(net, year), 2) }),
    ...within,
    ...shown,
  }
}

function remarks(source: number, entries: readonly Entry[], project: AmountOptions['project']): Note[] {
  const counting = entries.filter(({ why }) => why === undefined)
  const basis = (said: Amount['basis']) => counting.filter(({ amount }) => amount.basis === said).length
  const alone = entries.filter(({ why, euro, setOff }) => why === 'credit' && euro.n < 0n && setOff === undefined)
  const foreign = new Map<string, number>()
  // where no currency is known, the reader has said so
  for (const { amount, why } of entries)
    if (why === 'currency' && amount.currency !== NO_CURRENCY) foreign.set(amount.currency, (foreign.get(amount.currency) ?? 0) + 1)
  return [
    ...remark('W-VAT', source, { n: basis('unknown') }),
    ...remark('W-GROSS', source, { n: project.vat === undefined ? basis('gross') : 0 }),
    ...remark('W-CURRENCY', source, {
      n: [...foreign.values()].reduce((sum, n) => sum + n, 0),
      currency: [...foreign].map(([currency, n]) => (foreign.size === 1 ? currency : `${currency} (${n})`)).join(', '),
    }),
    ...remark('W-NOT-BEGUN', source, successorsNamed(entries)),
    ...remark('W-CANCELLED', source, { n: entries.filter(({ why, euro }) => why === 'credit' && euro.n > 0n).length }),
    ...remark('W-CREDIT', source, { n: alone.length, sum: sumText(alone.map(({ amount }) => amount)) }),
  ]
}

function successorsNamed(entries: readonly Entry[]): Params & { readonly n: number } {
  const names = entries.flatMap(({ why, item: { name, term } }) => (why === 'not-begun' ? [`${name} (${term!.start})`] : []))
  return { n: names.length, which: firstFew(names) }
}

function remark(code: NoteId, source: number, params: Params & { readonly n: number }): Note[] {
  return params.n === 0 ? [] : [{ code, source, message: fill(NOTES[code].en, params), params }]
}
