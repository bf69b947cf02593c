import { concluded, isBrief, type Conclusions, type SharedConclusion } from '../model/brief.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Relation } from '../model/item.ts'

/** Facts that are an item's own. */
export const OWN_FACTS: ReadonlySet<string> = new Set(['name', 'version', 'package', 'cpv', 'scope'])
/** Facts that items of one profile share only where they are of one maker, product and licence as well. All others are the same for a profile. */
export const FINE_FACTS: ReadonlySet<string> = new Set(['licence', 'licence-change-day', 'product', 'maker', 'maker-kind'])

/** Numbers the values of one field as they come; at most `size`, so that several fields fit into one number. */
class Codes {
  readonly size: number
  private readonly codes = new Map<unknown, number>()

  constructor(size: number) {
    this.size = size
  }

  /** `undefined` when there are more values than numbers. */
  of(value: unknown): number | undefined {
    const known = this.codes.get(value)
    if (known !== undefined) return known
    if (this.codes.size === this.size) return undefined
    this.codes.set(value, this.codes.size)
    return this.codes.size - 1
  }
}

/**
 * Numbers the profiles of components: everything about one that a policy may ask, save its own names. Components of one
 * profile get the same answers, so that a policy is asked once for each profile and not for each of 100,000 components.
 */
export class Profiles {
  private readonly fields = codes([4, 4, 3, 2048, 4, 6, 10, 5, 3, 2, 7, 16, 2, 128, 2, 2, 4, 4])
  private readonly numbers = new Map<number, number>()
  private readonly fine = codes([1 << 15, 4096, 64, 2048, 512])
  private readonly fineNumbers = new Map<number, number>()
  private readonly briefs: Readonly<Record<Relation, Map<SharedConclusion, number>>> = {
    root: new Map(),
    direct: new Map(),
    transitive: new Map(),
    unknown: new Map(),
  }

  /** -1 for lines, which are each their own, and where there are more values than expected. */
  of(item: Dossier): number {
    if (item.line || item.amount !== undefined) return -1
    if (!isBrief(item)) return numberOf(valuesOf(item, item.relation), this.fields, this.numbers)
    const briefs = this.briefs[item.relation]
    const known = briefs.get(item.shared)
    if (known !== undefined) return known
    const number = numberOf(valuesOf(concluded(item), item.relation), this.fields, this.numbers)
    briefs.set(item.shared, number)
    return number
  }

  /** Within a profile: of one licence, maker and product. -1 as above. */
  fineOf(item: Dossier): number {
    const profile = this.of(item)
    if (profile < 0) return -1
    const { licence, licenceChange, maker, product } = concluded(item)
    return numberOf([profile, licence.expression, licenceChange?.on, maker?.id, product?.id], this.fine, this.fineNumbers)
  }
}

/** One for each field. All together make one whole number: beyond 2^53 two of them would be one. */
function codes(sizes: readonly number[]): readonly Codes[] {
  if (sizes.reduce((product, size) => product * size, 1) > 2 ** 53) throw new RangeError('more than one number can tell apart')
  return sizes.map((size) => new Codes(size))
}

function numberOf(values: readonly unknown[], fields: readonly Codes[], numbers: Map<number, number>): number {
  let key = 0
  for (let i = 0; i < values.length; i++) {
    const code = fields[i]!.of(values[i])
    if (code === undefined) return -1
    key = key * fields[i]!.size + code
  }
  let number = numbers.get(key)
  if (number === undefined) numbers.set(key, (number = numbers.size))
  return number
}

function valuesOf(item: Conclusions, relation: Relation): readonly unknown[] {
  const { maker, licence, binding, openPart } = item
  return [
    item.kind,
    relation,
    item.control,
    item.controller?.id,
    item.selfMade ?? (maker === undefined ? undefined : maker.publicHand ? 'public' : 'made'),
    item.governance,
    licence.family,
    licence.openness,
    licence.osi,
    item.said.licences !== undefined && item.said.licences.length > 0 && !licence.by.includes('silence'),
    item.structuralClass,
    item.layer?.id,
    item.critical,
    binding === undefined ? undefined : `${binding.portable} ${binding.controller?.id ?? ''}`,
    item.purl !== undefined || item.cpe !== undefined,
    item.version !== undefined,
    openPart === undefined ? undefined : `${openPart[0]} ${openPart[1]}`,
    item.licenceChange?.state,
  ]
}
