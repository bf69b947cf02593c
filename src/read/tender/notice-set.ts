import type { Amount, Said } from '../../model/item.ts'
import type { Bytes, Limits, Reading } from '../../model/ports.ts'
import { lazily } from '../../model/lazily.ts'
import { berlinDay } from './days.ts'
import { cpvIn, Lines, nameOf, naming, saying } from './line.ts'
import { amountOf, preferred, sameMoney } from './money.ts'
import { nameUnused } from './other-amounts.ts'
import { emptySet, placeIn, USED, type Cells, type Tables } from './notice-tables.ts'
import { namesOf, newest, parts } from './notice-versions.ts'

/** The tables as CSV files by their name. */
export function readNoticeSet(tables: ReadonlyMap<string, readonly Bytes[]>, limits: Limits): Reading {
  const set = emptySet()
  for (const name of USED) for (const bytes of tables.get(name) ?? []) set[name].takeFile(bytes, limits)
  return readNotices(set, 'bekanntmachungen-csv')
}

/**
 * The set of the German Bekanntmachungsservice. Its organisations name no lot: with one winner, or one awarded lot, every
 * awarded lot is an item; else the notice is one item, with all winners and the notice's value.
 */
export function readNotices(set: Tables, format: string): Reading {
  const lines = new Lines()
  const keys = newest(set)
  for (const key of keys) new OneNotice(set, key, lines).add()
  const days = keys.flatMap((key) => berlinDay(set.notice.of(key)[0]?.['publicationDate']) ?? []).sort()
  if (days.length > 0) lines.notes.add('W-PUBLISHED', { n: days.length, from: days[0]!, to: days.at(-1)! })
  return { ...lines.reading(format, 'line'), notices: keys.map((key) => namesOf(set, key)) }
}

const isCpv = ({ classificationType }: Cells): boolean => classificationType === 'cpv'

/** Made once for each lot, however many results it has. */
function ofLot<T>(make: (lot: string | undefined) => T): (lot: string | undefined) => T {
  const made = new Map<string | undefined, { readonly of: T }>()
  return (lot) => {
    const known = made.get(lot) ?? { of: make(lot) }
    made.set(lot, known)
    return known.of
  }
}

type RowsBy = ReadonlyMap<string | undefined, readonly Cells[]>

/** Bidders that a note names. */
const NAMED = 5

class OneNotice {
  private readonly tables: Tables
  private readonly key: string
  private readonly id: string
  private readonly lines: Lines
  /** Those who won, or who made an offer, see `sure`. */
  private readonly parties: readonly string[]
  /** Parties that are natural persons. */
  private persons = 0
  private readonly won: readonly Cells[]
  /** Rows whose code was cut off before it says anything: noted once. */
  private readonly cut = new Set<Cells>()
  /** Nobody among the parties has lost. */
  private readonly sure: boolean
  /** What is stated for the whole notice. */
  private readonly total: readonly (Amount | undefined)[]
  /** Rows by their lot; a notice may have as many of each as it has lots. */
  private readonly tenders: RowsBy
  private readonly purposes: RowsBy
  private readonly durations: RowsBy
  private readonly classes: RowsBy
  /** Numbers of tenders received, by the number of the result. */
  private readonly received: RowsBy

  constructor(tables: Tables, key: string, lines: Lines) {
    this.tables = tables
    this.key = key
    this.id = parts(key)[0]
    this.lines = lines
    const byLot = (rows: readonly Cells[]): RowsBy => Map.groupBy(rows, ({ lotIdentifier }) => lotIdentifier)
    this.tenders = byLot(tables.tender.of(key))
    this.purposes = byLot(tables.purpose.of(key))
    this.durations = byLot(tables.duration.of(key))
    this.classes = byLot(tables.classification.of(key).filter(isCpv))
    this.received = Map.groupBy(
      tables.receivedSubmissions.of(key).filter(({ receivedSubmissionsType }) => receivedSubmissionsType === 'tenders'),
      ({ procedureLotResultNumber }) => procedureLotResultNumber,
    )
    this.won = tables.procedureLotResult.of(key).filter(({ winnerChosen }) => winnerChosen === 'selec-w')
    const organisations = tables.organisation.of(key)
    const winners = organisations.filter(({ organisationRole }) => organisationRole === 'winner')
    // the portal fills in this role for few notices only
    this.parties = this.namesOf(
      winners.length > 0 ? winners : organisations.filter(({ organisationRole }) => organisationRole === 'tenderer'),
    )
    this.sure = winners.length > 0 || this.parties.length + this.persons === 1 || !this.hasLosers()
    this.total = this.noticeValue()
  }

  /** An awarded lot has more tenders than there are contracts: some of them were signed with nobody. */
  private hasLosers(): boolean {
    const lots = new Set(this.won.map(({ lotIdentifier }) => lotIdentifier))
    const tenders = this.tables.tender.of(this.key).filter(({ lotIdentifier }) => lots.has(lotIdentifier))
    return tenders.length > Math.max(lots.size, this.tables.contract.of(this.key).length)
  }

  add(): void {
    const { won, lines, tables, key } = this
    const before = lines.items.length
    const without = tables.procedureLotResult.of(key).length - won.length
    lines.unusable += won.length === 0 && without === 0 ? 1 : without
    const several = this.parties.length + this.persons > 1
    if (several && won.length > 0 && !this.sure) this.nameBidders()
    if (several && won.length > 1) this.addNotice()
    else for (const result of won) this.addLot(result)
    const [value] = tables.noticeResult.of(key)
    if (won.length > 0 && value !== undefined) nameUnused(this.total, lines.items.slice(before), lines, value.at)
  }

  private nameBidders(): void {
    const shown = this.parties.slice(0, NAMED).join('; ')
    const names = this.parties.length > NAMED ? `${shown}; …` : shown
    this.lines.notes.add('W-BIDDERS', { n: this.parties.length + this.persons, names: names === '' ? '–' : names }, this.won[0]!.at)
  }

  /** Several lots and several parties: nothing says who won which. */
  private addNotice(): void {
    const { lines, id, won } = this
    const at = won[0]!.at
    if (this.sure) lines.notes.add('W-SUPPLIER-UNLINKED', { n: this.parties.length + this.persons }, at)
    this.line(id, undefined, preferred(this.total), {}, at)
  }

  private addLot(result: Cells): void {
    const lot = result['lotIdentifier']
    const tender = this.tender(lot)
    const ceiling = this.money(result, 'frameworkMaximumValue', 'framework-max')
    const own = tender && this.money(tender, 'tenderValue', 'award')
    const purpose = this.purpose(lot)
    const amount = preferred([
      own !== undefined && ceiling !== undefined && sameMoney(own, ceiling) ? ceiling : own,
      ...(this.won.length === 1 ? this.total : []),
      this.money(result, 'frameworkEstimatedValue', 'estimate'),
      ceiling,
      purpose && this.money(purpose, 'estimatedValue', 'estimate'),
    ])
    const count = this.received.get(result['procedureLotResultNumber'])?.[0]
    const bids = Number(count?.['receivedSubmissionsCount'] ?? 0)
    const ref = `${this.id}#${lot ?? ''}${tender?.['tenderIdentifier'] === undefined ? '' : `/${tender['tenderIdentifier']}`}`
    this.line(ref, lot, amount, Number.isInteger(bids) && bids > 0 ? { bids } : {}, tender?.at ?? result.at)
  }

  /** The one tender that can have won a lot. */
  private readonly tender = ofLot((lot): Cells | undefined => {
    const tenders = this.tenders.get(lot) ?? []
    if (tenders.length === 1) return tenders[0]
    const first = tenders.filter(({ tenderRank }) => Number(tenderRank) === 1)
    return first.length === 1 ? first[0] : undefined
  })

  private line(ref: string, lot: string | undefined, amount: Amount | undefined, more: Said, at: string): void {
    const { lines, sure } = this
    const winners = sure ? this.parties : []
    const [whole, part] = [this.purpose(undefined), lot === undefined ? undefined : this.purpose(lot)]
    const lots = this.purposes.size - (this.purposes.has(undefined) ? 1 : 0)
    const title = naming(whole?.['title']) ?? naming(part?.['title'])
    const description = saying(part?.['description']) ?? saying(whole?.['description'])
    const name = nameOf(title, lots > 1 ? naming(part?.['title']) : undefined) ?? naming(description) ?? winners[0]
    if (name === undefined) return lines.reject('W-NO-NAME', {}, at)
    const procedure = this.tables.procedure.of(this.key)[0]?.['procedureType']
    const status = this.tables.notice.of(this.key)[0]?.['noticeType']
    const said: Said = {
      ...(winners.length > 0 && { supplier: winners.join('; ') }),
      ...(description !== undefined && description !== name && { description: description.slice(0, 4000) }),
      ...(procedure !== undefined && { procedure }),
      ...(status !== undefined && { status }),
      ...more,
    }
    lines.add({
      ref,
      name,
      seen: { at },
      said,
      amount,
      term: this.term(lot),
      cpv: this.cpv(lot),
      unnamed: this.parties.length + this.persons === 0,
    })
  }

  /** Natural persons have no name here. */
  private namesOf(parties: readonly Cells[]): readonly string[] {
    const isPerson = ({ organisationNaturalPerson }: Cells) => organisationNaturalPerson?.toLowerCase() === 'true'
    const persons = parties.filter(isPerson)
    this.persons = persons.length
    if (persons.length > 0) this.lines.notes.add('W-PERSON', { n: persons.length }, persons[0]!.at)
    return [...new Set(parties.filter((party) => !isPerson(party)).flatMap(({ organisationName }) => saying(organisationName) ?? []))]
  }

  private purpose(lot: string | undefined): Cells | undefined {
    return this.purposes.get(lot)?.[0]
  }

  private noticeValue(): (Amount | undefined)[] {
    const total = this.tables.noticeResult.of(this.key)[0]
    return total === undefined
      ? []
      : [this.money(total, 'noticeValue', 'award'), this.money(total, 'noticeFrameworkValue', 'framework-max')]
  }

  private money(row: Cells, field: string, kind: Amount['kind']): Amount | undefined {
    const said = row[field]
    if (said === undefined) return undefined
    const amount = amountOf({ at: placeIn(row, field), says: said }, row[`${field}Currency`], kind)
    if (amount === undefined) this.lines.notes.add('W-CELL', { value: said.slice(0, 40), column: field }, row.at)
    return amount
  }

  private term(lot: string | undefined) {
    const rows = lot === undefined ? this.tables.duration.of(this.key) : (this.durations.get(lot) ?? [])
    const [row] = rows.length === 1 ? rows : []
    if (row === undefined) return undefined
    const { durationStartDate: start, durationEndDate: end, durationPeriod: length, durationPeriodUnit: unit } = row
    return this.lines.termOf({ start, end, length, unit }, 'durationEndDate', row.at)
  }

  /** Codes of the lot, else of the procedure; of a whole notice those of all its lots. */
  private readonly cpv = ofLot((lot): readonly string[] => {
    const rows = lot === undefined ? this.tables.classification.of(this.key).filter(isCpv) : (this.classes.get(lot) ?? [])
    const own = this.codes(rows)
    return own.length > 0 || lot === undefined ? own : this.codesOfWhole()
  })
  private readonly codesOfWhole = lazily(() => this.codes(this.classes.get(undefined) ?? []))

  private codes(rows: readonly Cells[]): readonly string[] {
    return [...new Set(rows.flatMap((row) => this.codesOf(row)))]
  }

  private codesOf(row: Cells): string[] {
    const said = row['mainClassificationCode']
    const codes = cpvIn([said, row['additionalClassificationCodes']])
    if (said !== undefined && codes.length === 0 && !this.cut.has(row)) {
      this.cut.add(row)
      this.lines.notes.add('W-CELL', { value: said.slice(0, 40), column: 'mainClassificationCode' }, row.at)
    }
    return codes
  }
}
