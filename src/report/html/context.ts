import { BASES, type Audit, type Basis, type NamedOrganisation, type NamedPolicy } from '../../model/audit.ts'
import { fullName } from '../../model/full-name.ts'
import type { Dossier } from '../../model/dossier.ts'
import { numberFindings, type NumberedFinding } from '../../model/numbering.ts'
import type { ReportOptions } from '../../model/ports.ts'
import { weigher, type Weigh } from '../../model/weight.ts'
import { formats, type Formats } from '../format.ts'
import { speaker, type Speaker } from '../words/say.ts'
import { anchor, clip } from './safe.ts'
import { listedItems, shownItems, type Listed } from './shown.ts'
import type { Tables } from './table.ts'

/** What every section of the page is built from: the audit, looked up from all sides, and the language. */
export interface Context extends Speaker, Tables {
  readonly audit: Audit
  readonly options: ReportOptions
  readonly f: Formats
  readonly weigh: Weigh
  /** Weight of all items on each basis. */
  readonly totals: Readonly<Record<Basis, number>>
  readonly numbered: readonly NumberedFinding[]
  /** Items that are listed with their evidence. */
  readonly evidenced: ReadonlySet<number>
  /** Items with a row in appendix A. */
  readonly listed: Listed
  /** The bases that this audit has figures for. */
  readonly bases: readonly Basis[]
  /** Numbers of the findings that hit an item. */
  numbersOf(item: number): readonly string[]
  policy(id: string): NamedPolicy | undefined
  organisation(id: string | undefined): NamedOrganisation | undefined
  /** The organisation's name and, where it has an entry, the link to it. */
  organisationLink(id: string, name?: string): { readonly text: string; readonly href: string | null }
  /** Name and version of an item, short enough for a line. */
  nameOf(item: Pick<Dossier, 'name' | 'version' | 'purl' | 'said'>): string
}

export function context(audit: Audit, options: ReportOptions): Context {
  const speaking = speaker(options.language)
  const numbered = numberFindings(audit)
  const policies = new Map(audit.policies.map((policy) => [policy.id, policy]))
  const organisations = new Map(audit.organisations.map((organisation) => [organisation.id, organisation]))
  const numbers = numbersByItem(numbered)
  const weigh = weigher(audit)
  const evidenced = shownItems(numbered)
  const total = (basis: Basis): number => audit.items.reduce((sum, item) => sum + weigh(item, basis), 0)
  return {
    ...speaking,
    audit,
    options,
    f: formats(options.language),
    weigh,
    totals: { components: total('components'), spend: total('spend'), lines: total('lines') },
    numbered,
    evidenced,
    listed: listedItems(audit, numbered, evidenced),
    bases: BASES.filter((basis) => audit.shares.some((share) => share.basis === basis)),
    tables: new Map(),
    numbersOf: (item) => numbers.get(item) ?? [],
    policy: (id) => policies.get(id),
    organisation: (id) => (id === undefined ? undefined : organisations.get(id)),
    organisationLink: (id, name) => {
      const known = organisations.get(id)
      return { text: clip(known?.name ?? name ?? id), href: known === undefined ? null : `#${anchor('org', id)}` }
    },
    nameOf: (item) => clip(item.version === undefined ? fullName(item) : `${fullName(item)} ${item.version}`),
  }
}

function numbersByItem(numbered: readonly NumberedFinding[]): ReadonlyMap<number, string[]> {
  const numbers = new Map<number, string[]>()
  for (const { number, items } of numbered) {
    for (const item of items) {
      const known = numbers.get(item)
      if (known === undefined) numbers.set(item, [number])
      else known.push(number)
    }
  }
  return numbers
}
