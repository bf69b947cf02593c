import type { XmlElement } from '../xml/elements.ts'
import { all, textAt } from './xml.ts'

/** One lot and a tender that won it; `null` where an award is reported and no winner can be found. */
export interface Win {
  readonly lot: string
  readonly lotResult: XmlElement
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
 */
export function winsOf(result: XmlElement): { readonly wins: readonly Win[]; readonly without: number } {
  const tenders = byId(all(result, 'LotTender'))
  const contracts = all(result, 'SettledContract').map((contract) => ({ id: textAt(contract, 'ID'), tenders: ids(contract, 'LotTender') }))
  const settled = new Set(contracts.flatMap((contract) => contract.tenders))
  const seen = new Set<string>()
  const wins: Win[] = []
  let without = 0
  for (const lotResult of all(result, 'LotResult')) {
    const lot = textAt(lotResult, 'TenderLot', 'ID') ?? ''
    const code = all(lotResult, 'TenderResultCode')[0]
    if (code !== undefined && code.text.trim() !== 'selec-w' && code.text.trim() !== '') {
      without++
      continue
    }
    const offered = ids(lotResult, 'LotTender').flatMap((id) => tenders.get(id) ?? [])
    const winners = chosen(offered, settled).filter((tender) => !seen.has(`${lot}/${textAt(tender, 'ID')}`))
    if (winners.length === 0) {
      if (offered.every((tender) => !seen.has(`${lot}/${textAt(tender, 'ID')}`)))
        wins.push({ lot, lotResult, tender: null, winners: 0, mismatch: false })
      continue
    }
    const own = new Set(ids(lotResult, 'SettledContract'))
    for (const tender of winners) {
      const id = textAt(tender, 'ID')!
      seen.add(`${lot}/${id}`)
      const holding = contracts.filter((contract) => contract.tenders.includes(id))
      const mismatch = own.size > 0 && holding.length > 0 && !holding.some((contract) => contract.id !== undefined && own.has(contract.id))
      wins.push({ lot, lotResult, tender, winners: winners.length, mismatch })
    }
  }
  return { wins, without }
}

function chosen(offered: readonly XmlElement[], settled: ReadonlySet<string>): readonly XmlElement[] {
  const contracted = offered.filter((tender) => settled.has(textAt(tender, 'ID') ?? ''))
  if (contracted.length > 0) return contracted
  const best = offered.filter((tender) => Number(textAt(tender, 'RankCode') ?? 0) === 1)
  if (best.length > 0) return best
  return offered.length === 1 ? offered : []
}

/** Party ids of a tender, the lead of a group first. */
export function tenderersOf(result: XmlElement, tender: XmlElement): readonly string[] {
  const party = byId(all(result, 'TenderingParty')).get(textAt(tender, 'TenderingParty', 'ID') ?? '')
  const tenderers = all(party, 'Tenderer').map((one) => ({
    id: textAt(one, 'ID') ?? '',
    lead: textAt(one, 'GroupLeadIndicator') === 'true',
  }))
  return tenderers.sort((a, b) => Number(b.lead) - Number(a.lead)).map(({ id }) => id)
}

/** Definitions by their id. The same element name is a reference under another parent. */
function byId(elements: readonly XmlElement[]): ReadonlyMap<string, XmlElement> {
  return new Map(elements.flatMap((element) => (textAt(element, 'ID') === undefined ? [] : [[textAt(element, 'ID')!, element] as const])))
}

const ids = (element: XmlElement, name: string): string[] =>
  all(element, name, 'ID')
    .map(({ text }) => text.trim())
    .filter((id) => id !== '')
