import { BASES, type Audit, type Basis, type Concentration, type Coverage, type Share } from './model/audit.ts'
import { expired } from './model/money.ts'
import type { Layer } from './model/register.ts'
import { weigher } from './model/weight.ts'
import { ALL_LAYERS } from './score/concentration.ts'
import { KNOWN } from './score/coverage.ts'
import { IN_SHARE } from './score/shares.ts'
import { measure, PARTS, type Measured, type Standing } from './score/standing.ts'

/** An item in a figure: what part of the whole it surely is, and at most. */
export interface Contribution {
  /** Index into the audit's `items`. */
  readonly item: number
  /** 1, or EUR. */
  readonly weight: number
  readonly low: number
  readonly high: number
}

export interface ShareTrail {
  readonly share: Share
  readonly items: readonly Contribution[]
  readonly transitive: readonly Contribution[]
}

export interface ConcentrationTrail {
  readonly concentration: Concentration
  /** The items of each holder, in the order of the holders. */
  readonly held: readonly (readonly Contribution[])[]
  readonly undecided: readonly Contribution[]
  /** Open or made in-house. */
  readonly open: readonly Contribution[]
}

export interface CoverageTrail {
  readonly coverage: Coverage
  /** Items of which it is not known. */
  readonly missing: readonly Contribution[]
}

/** What the headline figures of an audit are made of, item by item: the standing of each is concluded once more, as the score did. */
export class Figures {
  private readonly audit: Audit
  private readonly measured: readonly Measured[]
  private readonly bases: ReadonlyMap<Basis, Base>
  private readonly transitive: Base

  constructor(audit: Audit, layers: readonly Layer[]) {
    this.audit = audit
    this.measured = measure(audit.items, layers).filter(({ standing }) => standing.isSoftware)
    const weigh = weigher(audit)
    this.bases = new Map(BASES.map((basis) => [basis, new Base(this.measured, ({ dossier }) => weigh(dossier, basis))]))
    const isBeside = ({ dossier }: Measured) =>
      dossier.line !== true && dossier.relation === 'transitive' && weigh(dossier, 'components') === 0
    this.transitive = new Base(this.measured, (one) => (isBeside(one) ? 1 : 0))
  }

  shares(id: Share['id']): readonly ShareTrail[] {
    return this.audit.shares
      .filter((share) => share.id === id)
      .map((share) => ({
        share,
        items: this.base(share.basis).parts(IN_SHARE[id]),
        transitive: share.transitive === undefined ? [] : this.transitive.parts(IN_SHARE[id]),
      }))
  }

  /** Over all layers; each layer is a figure of its own. */
  concentration(): readonly ConcentrationTrail[] {
    return this.audit.concentration
      .filter(({ layer }) => layer === ALL_LAYERS)
      .map((concentration) => {
        const base = this.base(concentration.basis)
        return {
          concentration,
          held: concentration.holders.map(({ id }) => base.parts((one) => surely(heldOf(one) === id ? one.closed : 0n))),
          undecided: base.parts((one) => [0n, undecidedOf(one)]),
          open: base.parts((one) => surely(PARTS - undecidedOf(one) - (heldOf(one) === undefined ? 0n : one.closed))),
        }
      })
  }

  coverage(): readonly CoverageTrail[] {
    return this.audit.coverage.map((coverage) => ({
      coverage,
      missing: coverage.of === 'amount' ? this.unpriced() : this.unknown(coverage.basis, coverage.of),
    }))
  }

  private unknown(basis: Basis, of: keyof typeof KNOWN): readonly Contribution[] {
    return this.base(basis).parts((standing) => surely(KNOWN[of](standing) ? 0n : PARTS))
  }

  /** Lines that run, without a usable amount. */
  private unpriced(): readonly Contribution[] {
    const { asOf } = this.audit
    const spend = weigher(this.audit)
    const runs = ({ dossier: { line, amount, term } }: Measured) =>
      line === true && amount?.why !== 'expired' && amount?.why !== 'not-begun' && amount?.why !== 'credit' && !expired(term, asOf)
    const lines = new Base(this.measured, (one) => (runs(one) ? 1 : 0))
    const priced = new Set(this.measured.filter(({ dossier }) => spend(dossier, 'spend') > 0).map(({ index }) => index))
    return lines.parts(() => surely(PARTS)).filter(({ item }) => !priced.has(item))
  }

  private base(basis: Basis): Base {
    return this.bases.get(basis)!
  }
}

type Parts = readonly [low: bigint, high: bigint]

const surely = (parts: bigint): Parts => [parts, parts]

/** Whose share an item's closed part is. */
const heldOf = ({ selfMade, holder }: Standing): string | undefined => (selfMade ? undefined : holder)

/** What may be anybody's, or open. */
function undecidedOf({ selfMade, holder, closed, unsure }: Standing): bigint {
  if (selfMade) return 0n
  return holder === undefined ? closed + unsure : unsure
}

/** Items with their weights, and what part of all weight some of them are. */
class Base {
  private readonly members: readonly { readonly of: Measured; readonly weight: number }[]
  private readonly total: number

  constructor(measured: readonly Measured[], weigh: (one: Measured) => number) {
    this.members = measured.map((of) => ({ of, weight: weigh(of) })).filter(({ weight }) => weight > 0)
    this.total = this.members.reduce((sum, { weight }) => sum + weight, 0)
  }

  /** Those that have a part in it, the largest first. */
  parts(partsOf: (standing: Standing) => Parts): readonly Contribution[] {
    const share = (weight: number, parts: bigint) => rounded((weight * Number(parts)) / Number(PARTS) / this.total, 8)
    return this.members
      .flatMap(({ of: { index, standing }, weight }) => {
        const [low, high] = partsOf(standing)
        return high === 0n ? [] : [{ item: index, weight: rounded(weight, 2), low: share(weight, low), high: share(weight, high) }]
      })
      .sort((a, b) => b.low - a.low || b.high - a.high || a.item - b.item)
  }
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
