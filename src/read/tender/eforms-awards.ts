import type { Amount, Said, Term } from '../../model/item.ts'
import type { XmlElement } from '../xml/elements.ts'
import { awardReason, hides, MASKS, namesOf, type Notice } from './eforms-notice.ts'
import { sharedTenders } from './eforms-shared.ts'
import { tenderersOf, winsOf, type Tenderers, type Win } from './eforms-winners.ts'
import { cpvIn, nameOf, naming, saying, type Lines } from './line.ts'
import { amountOf, preferred, sameMoney } from './money.ts'
import { nameUnused } from './other-amounts.ts'
import { all, first, inLanguage, place, statedIn, textAt } from './xml.ts'

/** Adds one item for each lot and each tender that won it. */
export function addWins(notice: Notice, lines: Lines): void {
  const { result } = notice
  if (result === undefined) {
    lines.unusable++
    return
  }
  const { wins, without } = winsOf(result)
  lines.unusable += wins.length + without === 0 ? 1 : without
  if (wins.length === 0) return
  const awards = new Awards(notice, result, wins, lines)
  for (const win of wins) {
    if (win.tender === null) lines.reject('W-NO-WINNER', { lot: win.lot }, place(win.lotResult ?? result).at)
    else awards.add(win, win.tender)
  }
  awards.finish()
}

class Awards {
  private readonly notice: Notice
  private readonly result: XmlElement
  /** Number of winning tenders of the notice. */
  private readonly wins: number
  private readonly lines: Lines
  private readonly names: ReadonlyMap<string, string | null>
  private readonly reason: string | undefined
  private readonly tenderers: Tenderers
  /** Tenders whose value is others' as well. */
  private readonly shared: ReadonlyMap<XmlElement, number>
  /** Tenders whose value stands at an item already: one tender may win several lots. */
  private readonly valued = new Set<XmlElement>()
  /** What is stated for the whole notice: its total, and the ceiling of its frameworks. */
  private readonly total: Amount | undefined
  private readonly ceiling: Amount | undefined
  /** Items of the notices before it. */
  private readonly before: number
  private persons = 0

  constructor(notice: Notice, result: XmlElement, wins: readonly Win[], lines: Lines) {
    this.notice = notice
    this.result = result
    this.wins = wins.filter(({ tender }) => tender !== null).length
    this.lines = lines
    this.names = namesOf(notice)
    this.reason = awardReason(notice)
    this.tenderers = tenderersOf(result)
    this.shared = sharedTenders(result, wins, this.tenderers)
    this.before = lines.items.length
    this.total = this.read(first(result, 'TotalAmount'), 'award', { masked: hides(result, MASKS.total) })
    this.ceiling = this.read(first(result, 'OverallMaximumFrameworkContractsAmount'), 'framework-max', {})
  }

  add(win: Win, tender: XmlElement): void {
    const { notice, lines } = this
    const seen = place(tender)
    const ref = `${notice.id ?? ''}#${win.lot}/${textAt(tender, 'ID') ?? ''}`
    const lot = first(notice.lots.get(win.lot), 'ProcurementProject')
    const [title, lotTitle] = [naming(this.say(notice.project, 'Name')), naming(this.say(lot, 'Name'))]
    const supplier = this.supplier(tender)
    const description = this.say(lot, 'Description') ?? this.say(notice.project, 'Description')
    const name = nameOf(title ?? lotTitle, notice.lots.size > 1 ? lotTitle : undefined) ?? naming(description) ?? supplier ?? undefined
    if (name === undefined) return lines.reject('W-NO-NAME', {}, seen.at)
    if (win.mismatch) lines.notes.add('W-CONTRACT-TENDER', { lot: win.lot, tender: textAt(tender, 'ID') ?? '' }, seen.at)
    const said: Said = {
      ...(typeof supplier === 'string' && { supplier }),
      ...(description !== undefined && description !== name && { description }),
      ...this.procedure(win.lotResult),
      ...(notice.type !== undefined && { status: notice.type }),
    }
    const cpv = [...classes(lot), ...(classes(lot).length === 0 ? classes(notice.project) : [])]
    const amount = this.amount(win, tender, lot)
    if (amount?.placeholder === true && this.masked(win, tender)) lines.notes.add('W-MASKED', { ref }, seen.at)
    lines.add({ ref, name, seen, said, amount, term: this.term(lot) ?? this.term(notice.project), cpv, unnamed: supplier === undefined })
  }

  finish(): void {
    const { lines, result, total, ceiling } = this
    nameUnused([total, ceiling], lines.items.slice(this.before), lines, place(first(result, 'TotalAmount') ?? result).at)
    if (this.persons > 0) lines.notes.add('W-PERSON', { n: this.persons })
  }

  private say(project: XmlElement | undefined, name: string): string | undefined {
    return saying(inLanguage(all(project, name), this.notice.language))
  }

  /** `null`: a person, whose name is not kept. */
  private supplier(tender: XmlElement): string | null | undefined {
    const names = this.tenderers(tender).map((id) => this.names.get(id))
    const person = names.includes(null)
    if (person) this.persons++
    const known = [...new Set(names.filter((name) => typeof name === 'string'))]
    return known.length > 0 ? known.join('; ') : person ? null : undefined
  }

  private procedure(lotResult: XmlElement | undefined): Said {
    const { process } = this.notice
    const code = hides(process, MASKS.procedure) ? undefined : saying(textAt(process, 'ProcedureCode'))
    const received = all(lotResult, 'ReceivedSubmissionsStatistics').find((one) => textAt(one, 'StatisticsCode') === 'tenders')
    const bids = hides(received, MASKS.count) ? 0 : Number(textAt(received, 'StatisticsNumeric') ?? 0)
    return {
      ...(code !== undefined && { procedure: code }),
      ...(this.reason !== undefined && { awardReason: this.reason }),
      ...(Number.isInteger(bids) && bids > 0 && { bids }),
    }
  }

  private masked({ lotResult }: Win, tender: XmlElement): boolean {
    return (
      hides(tender, MASKS.tender) ||
      (this.wins === 1 && hides(this.result, MASKS.total)) ||
      all(lotResult, 'FrameworkAgreementValues', 'FieldsPrivacy').length > 0
    )
  }

  /** Tender before notice, ceiling before estimate. A value that is the lot's ceiling is a ceiling. */
  private amount(win: Win, tender: XmlElement, lot: XmlElement | undefined): Amount | undefined {
    const { lines } = this
    const values = first(win.lotResult, 'FrameworkAgreementValues')
    const hidden = { masked: all(values, 'FieldsPrivacy').length > 0 }
    const ceiling = this.read(first(values, 'MaximumValueAmount'), 'framework-max', hidden)
    const payable = this.read(first(tender, 'LegalMonetaryTotal', 'PayableAmount'), 'award', { masked: hides(tender, MASKS.tender) })
    const own = payable !== undefined && ceiling !== undefined && sameMoney(payable, ceiling) ? ceiling : payable
    const others = own === undefined ? undefined : this.valued.has(tender) ? 2 : this.shared.get(tender)
    this.valued.add(tender)
    const chosen = preferred([
      others === undefined ? own : undefined,
      this.wins === 1 ? this.total : undefined,
      this.read(first(values, 'ReestimatedValueAmount'), 'estimate', hidden),
      ceiling,
      this.wins === 1 ? this.ceiling : undefined,
      this.read(first(lot, 'RequestedTenderTotal', 'EstimatedOverallContractAmount'), 'estimate', {}),
    ])
    // what is stated for the whole lot is nobody's where several have won it
    const shared = others !== undefined || (win.winners > 1 && chosen !== undefined && chosen !== own)
    if (shared) lines.notes.add('W-AMOUNT-SHARED', { n: others ?? win.winners }, place(tender).at)
    return shared ? undefined : chosen
  }

  private term(project: XmlElement | undefined): Term | undefined {
    const period = first(project, 'PlannedPeriod')
    if (period === undefined) return undefined
    const length = first(period, 'DurationMeasure')
    const [start, end] = [textAt(period, 'StartDate'), textAt(period, 'EndDate')]
    const said = { start, end, length: length?.text.trim(), unit: length?.attributes['unitCode'] }
    return this.lines.termOf(said, 'EndDate', place(period).at)
  }

  private read(element: XmlElement | undefined, kind: Amount['kind'], hidden: { masked?: boolean }): Amount | undefined {
    if (element === undefined) return undefined
    const amount = amountOf(statedIn(element), element.attributes['currencyID'], kind, hidden)
    if (amount === undefined && element.text.trim() !== '')
      this.lines.notes.add('W-CELL', { value: element.text.trim().slice(0, 40), column: element.name }, place(element).at)
    return amount
  }
}

function classes(project: XmlElement | undefined): string[] {
  const codes = [
    ...all(project, 'MainCommodityClassification', 'ItemClassificationCode'),
    ...all(project, 'AdditionalCommodityClassification', 'ItemClassificationCode'),
  ]
  return cpvIn(codes.filter(({ attributes }) => (attributes['listName'] ?? 'cpv') === 'cpv').map(({ text }) => text))
}
