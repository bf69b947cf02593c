import type { Contribution, Figures } from '../../figures.ts'
import type { Audit } from '../../model/audit.ts'
import { fileOfEvidence } from '../../model/evidence.ts'
import type { FigureId } from '../../model/figures.ts'
import { findNumbered, numberFindings } from '../../model/numbering.ts'

type Trail = Readonly<Record<string, unknown>>

/** What a headline figure is made of, as `explain --json` has it: every item with its part of the whole, its places and its amount's. */
export function figureDocument(id: FigureId, audit: Audit, figures: Figures): Trail {
  const items = (all: readonly Contribution[]) => all.map(({ item, ...part }) => ({ ...entry(audit, item), ...part }))
  switch (id) {
    case 'level':
      return levelDocument(audit)
    case 'concentration':
      return {
        concentration: figures.concentration().map(({ concentration, held, undecided, open }) => ({
          ...concentration,
          holders: concentration.holders.map((holder, i) => ({ ...holder, items: items(held[i] ?? []) })),
          undecidedItems: items(undecided),
          openItems: items(open),
        })),
      }
    case 'coverage':
      return { coverage: figures.coverage().map(({ coverage, missing }) => ({ ...coverage, missing: items(missing) })) }
    case 'bound-services':
      return { services: audit.boundServices.map((one) => ({ ...one, items: one.items.map((item) => entry(audit, item)) })) }
    default:
      return {
        shares: figures.shares(id).map(({ share, items: all, transitive }) => ({
          ...share,
          items: items(all),
          ...(share.transitive !== undefined && { transitive: { ...share.transitive, items: items(transitive) } }),
        })),
      }
  }
}

/** The level and its axes, each with the finding that explains it. */
function levelDocument(audit: Audit): Trail {
  const numbered = numberFindings(audit)
  const governing = (code: string) => {
    const found = findNumbered(numbered, code)
    const finding = found?.findings.find(({ fingerprint }) => fingerprint === code)
    if (found === undefined || finding === undefined) return null
    return { number: found.number, policy: found.policy, fingerprint: code, items: finding.items.map((item) => entry(audit, item)) }
  }
  return {
    level: audit.level === null ? null : { ...audit.level, governing: governing(audit.level.governedBy) },
    axes: audit.axes.map((axis) => ({ ...axis, governing: governing(axis.governedBy) })),
    provisionalBecause: audit.provisionalBecause,
  }
}

function entry({ items, sources }: Audit, index: number): Trail {
  const { id, ref, name, version, seenAt, amount } = items[index]!
  const file = (source: number) => sources[source]?.path ?? ''
  return {
    item: index,
    id,
    ref,
    name,
    ...(version !== undefined && { version }),
    seenAt: seenAt.map(({ source, ...place }) => ({ file: file(source), ...place })),
    ...(amount?.evidence !== undefined && {
      amount: {
        ...amount,
        evidence: amount.evidence.map(({ source, file: own, ...place }) => ({
          file: fileOfEvidence({ source, file: own }, sources),
          ...place,
        })),
      },
    }),
  }
}
