import { append } from '../../model/many.ts'
import type { XmlElement } from '../xml/elements.ts'
import { all, textAt } from './xml.ts'

/** One lot and a tender that won it; `null` where an award is reported and no winner can be found. */
export interface Win {
  readonly lot: string
  /** What the notice says of the lot's award; modifications and some direct awards state contracts only. */
  readonly lotResult: XmlElement | undefined
  readonly tender: XmlElement | null
  /** Number of winners of this lot. */
  readonly winners: number
  /** The tender is in a contract, but not in one the lot names. */
  readonly mismatch: boolean
}

/**
 * Who won which lot. Tenders of a lot are winners if any settled contract holds them: notices name the wrong contract
 * under a lot. Without contracts the tender of rank 1 has won, else the only one. A result code other than `selec-w`
 * means nobody has; notices before and after an award (VEAT, modification) have none. Losers are listed too.
 * Of a lot that names a contract only, the contract's tenders have won; of one without a result, those of any contract.
 */
export function winsOf(result: XmlElement): { readonly wins: readonly Win[]; readonly without: number } {
  const tenders = byId(all(result, 'LotTender'))
  const contracts = contractsOf(result)
  const settled = new Set(contracts.flatMap((contract) => contract.tenders))
  const named = Map.groupBy(contracts, ({ id }) => id)
  const holding = holdersOf(contracts)
  const seen = new Set<string>()
  const found: Omit<Win, 'winners'>[] = []
  let without = 0
  for (const lotResult of all(result, 'LotResult')) {
    const lot = textAt(lotResult, 'TenderLot', 'ID') ?? ''
    const code = all(lotResult, 'TenderResultCode')[0]
    if (code !== undefined && code.text.trim() !== 'selec-w' && code.text.trim() !== '') {
      without++
      continue
    }
    const own = new Set(ids(lotResult, 'SettledContract'))
    const bidding = ids(lotResult, 'LotTender').flatMap((id) => tenders.get(id) ?? [])
    const offered = bidding.length > 0 ? bidding : signed(lot, [...own].flatMap((id) => named.get(id) ?? []), tenders) // prettier-ignore
    const winners = chosen(offered, settled).filter((tender) => !seen.has(`${lot}/${textAt(tender, 'ID')}`))
    if (winners.length === 0) {
      if (offered.every((tender) => !seen.has(`${lot}/${textAt(tender, 'ID')}`)))
        found.push({ lot, lotResult, tender: null, mismatch: false })
      continue
    }
    for (const tender of winners) {
      const id = textAt(tender, 'ID')!
      seen.add(`${lot}/${id}`)
      const holders = holding.get(id)
      const mismatch = own.size > 0 && holders !== undefined && !meet(own, holders)
      found.push({ lot, lotResult, tender, mismatch })
    }
  }
  append(found, withoutResult(result, [...settled].flatMap((id) => tenders.get(id) ?? []))) // prettier-ignore
  const winners = new Map<string, number>()
  for (const { lot, tender } of found) if (tender !== null) winners.set(lot, (winners.get(lot) ?? 0) + 1)
  return { wins: found.map((win) => ({ ...win, winners: winners.get(win.lot) ?? 0 })), without }
}

/** Contracted tenders that no lot result names, for lots that have none. */
function withoutResult(result: XmlElement, settled: readonly XmlElement[]): readonly Omit<Win, 'winners'>[] {
  const results = all(result, 'LotResult')
  const decided = new Set(results.flatMap((lotResult) => ids(lotResult, 'TenderLot')))
  const named = new Set(results.flatMap((lotResult) => ids(lotResult, 'LotTender')))
  return settled
    .filter((tender) => !named.has(textAt(tender, 'ID') ?? ''))
    .flatMap((tender) => {
      const lots = ids(tender, 'TenderLot').filter((lot) => !decided.has(lot))
      // a tender without a lot is for the procedure, unless results say what came of its lots
      return results.length === 0 && lots.length === 0 ? [{ tender, lot: '' }] : lots.map((lot) => ({ tender, lot }))
    })
    .map((win) => ({ ...win, lotResult: undefined, mismatch: false }))
}

interface Contract {
  readonly id: string
  readonly tenders: readonly string[]
}

const contractsOf = (result: XmlElement): readonly Contract[] =>
  all(result, 'SettledContract').map((contract) => ({ id: textAt(contract, 'ID') ?? '', tenders: ids(contract, 'LotTender') }))

/** Ids of the contracts that hold each tender. */
function holdersOf(contracts: readonly Contract[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>()
  for (const { id, tenders } of contracts)
    for (const tender of tenders) {
      const known = holders.get(tender)
      if (known === undefined) holders.set(tender, new Set([id]))
      else known.add(id)
    }
  return holders
}

/** Tenders of a lot's contracts: those for this lot, else all, as one contract may be for several lots. */
function signed(lot: string, contracts: readonly Contract[], tenders: ReadonlyMap<string, XmlElement>): readonly XmlElement[] {
  const held = [...new Set(contracts.flatMap((contract) => contract.tenders))].flatMap((id) => tenders.get(id) ?? [])
  const own = held.filter((tender) => ids(tender, 'TenderLot').includes(lot))
  return own.length > 0 ? own : held
}

function chosen(offered: readonly XmlElement[], settled: ReadonlySet<string>): readonly XmlElement[] {
  const contracted = offered.filter((tender) => settled.has(textAt(tender, 'ID') ?? ''))
  if (contracted.length > 0) return contracted
  const best = offered.filter((tender) => Number(textAt(tender, 'RankCode') ?? 0) === 1)
  if (best.length > 0) return best
  return offered.length === 1 ? offered : []
}

/** Party ids of a tender, the lead of a group first. */
export type Tenderers = (tender: XmlElement) => readonly string[]

export function tenderersOf(result: XmlElement): Tenderers {
  const parties = byId(all(result, 'TenderingParty'))
  return (tender) => {
    const party = parties.get(textAt(tender, 'TenderingParty', 'ID') ?? '')
    const tenderers = all(party, 'Tenderer').map((one) => ({
      id: textAt(one, 'ID') ?? '',
      lead: textAt(one, 'GroupLeadIndicator') === 'true',
    }))
    return tenderers.sort((a, b) => Number(b.lead) - Number(a.lead)).map(({ id }) => id)
  }
}

/** Definitions by their id. The same element name is a reference under another parent. */
function byId(elements: readonly XmlElement[]): ReadonlyMap<string, XmlElement> {
  return new Map(elements.flatMap((element) => (textAt(element, 'ID') === undefined ? [] : [[textAt(element, 'ID')!, element] as const])))
}

const ids = (element: XmlElement, name: string): string[] =>
  all(element, name, 'ID')
    .map(({ text }) => text.trim())
    .filter((id) => id !== '')

/** Whether two sets have something in common; the smaller one is gone through, as each tender of a lot asks for all its contracts. */
function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  for (const one of few) if (many.has(one)) return true
  return false
}
