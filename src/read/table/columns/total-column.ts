import { numberOf, saysNothing, shapeOf, type DecimalMark } from '../values/numbers.ts'
import type { Unit } from '../values/units.ts'
import type { Row } from '../table.ts'
import type { Candidate } from './candidate.ts'
import { isAmountField, keyOf } from './heading.ts'
import { isYearHeading, type SaidAbove } from './year-headings.ts'

/** Lines that are looked at. */
const SAMPLE = 1000
/** Share of the lines of which the column has to be the sum. */
const MOST = 0.9
/** Share of its numbers that have to be as large as amounts. */
const HALF = 0.5
/** Share of its numbers with a fraction; fewer may be slips. */
const SOME = 0.1
/** Fewer sums may come about by chance. */
const ENOUGH = 2
/** Hardly an office has as many licences of each of its programs. */
const LARGE = 1000
/** "849,91", and what a spreadsheet makes of "10000,50"; three places may be thousands. */
const FRACTION = /\d[.,]\d{1,2}$/
const TOLERANCE = 0.01
const MARKS: readonly DecimalMark[] = [',', '.']
/** Less sure than a heading that says it. */
const SURE = 0.6

/** What stands beside the total of a pool of licences. */
const SEATS: ReadonlySet<string> = new Set(['Available', 'Avail', 'Remaining', 'Min. QTY', 'Verfügbar', 'Frei'].map(keyOf))

/**
 * What a column „Gesamt“ counts, as far as the columns beside it tell: `pieces` where versions or free seats make the list an
 * inventory; `unsure` where only makers beside no suppliers do, for lists of costs have them as well.
 */
export function totalCounts(
  candidates: readonly { readonly heading: string; readonly field?: Candidate['field'] }[],
): 'pieces' | 'unsure' | 'money' {
  const has = (field: Candidate['field']): boolean => candidates.some((candidate) => candidate.field === field)
  if (has('quantity')) return 'money'
  if (has('version') || candidates.some(({ heading }) => SEATS.has(keyOf(heading)))) return 'pieces'
  return has('manufacturer') && !has('supplier') ? 'unsure' : 'money'
}

/** Columns whose cells are kept though their headings say no more than a year: beside „Gesamt“ they may be its parts. */
export function mayBePart({ field, heading }: Candidate, all: readonly Candidate[]): boolean {
  return field === undefined && isYearHeading(heading) && all.some((one) => one.field === 'total')
}

/** What stands around the lines of a table. */
interface Around {
  readonly above: Unit
  /** What the lines above it say that its numbers are. */
  readonly said: SaidAbove
  /** Rows that are totals by their words. */
  readonly totals: readonly Row[]
}

/** Looks, line by line, at what the columns „Gesamt“ of a table hold, which their headings leave open. */
export class TotalColumns {
  private readonly candidates: readonly Candidate[]
  private readonly columns: readonly TotalCells[]

  constructor(candidates: readonly Candidate[]) {
    this.candidates = candidates
    this.columns = candidates.filter(({ field }) => field === 'total').map((candidate) => new TotalCells(candidate, candidates))
  }

  add({ cells }: Row): void {
    for (const column of this.columns) column.add(cells)
  }

  /** The candidates, with those that hold money as amounts; what stays open the columns beside it decide. */
  settled(around: Around): readonly Candidate[] {
    const counts = totalCounts(this.candidates)
    const money = this.columns.filter((column) => column.isMoney(counts, around))
    const years = money.flatMap(({ summands }) => (summands.every(({ heading }) => isYearHeading(heading)) ? summands : []))
    return this.candidates.map((candidate) => {
      const { field } = candidate
      if (money.some(({ column }) => column === candidate)) return { ...candidate, field: 'amount' }
      return field === undefined && years.includes(candidate)
        ? { ...candidate, field: 'amount', confidence: SURE, german: true }
        : candidate
    })
  }
}

class TotalCells {
  readonly column: Candidate
  /** What it may be the sum of, the nearest first: the columns right before it, as long as they are not used for anything else. */
  private readonly parts: readonly Candidate[]
  /** In how many lines it is the sum of so many of them, by the decimal mark that makes it so. */
  private readonly sums = { ',': new Map<number, number>(), '.': new Map<number, number>() }
  private readonly seen = { lines: 0, numbers: 0, summed: 0, large: 0, fractions: 0, currencies: 0 }

  constructor(column: Candidate, candidates: readonly Candidate[]) {
    this.column = column
    const before = candidates.filter(({ index }) => index < column.index).reverse()
    const end = before.findIndex(({ field }) => field !== undefined && field !== 'ignore' && !isAmountField(field))
    this.parts = end < 0 ? before : before.slice(0, end)
  }

  add(cells: readonly string[]): void {
    const { seen } = this
    if (++seen.lines > SAMPLE) return
    const text = (cells[this.column.index] ?? '').trim()
    const shape = saysNothing(text) ? undefined : shapeOf(text)
    if (shape === undefined || !/[1-9]/.test(shape.body)) return
    seen.numbers++
    if (shape.currency !== undefined) seen.currencies++
    if (FRACTION.test(shape.body)) seen.fractions++
    if (shape.body.replace(/\D/g, '').length >= String(LARGE).length) seen.large++
    const parts = this.parts.map(({ index }) => (cells[index] ?? '').trim())
    if (parts.filter((part) => !saysNothing(part)).length < 2) return
    seen.summed++
    for (const mark of MARKS) for (const n of sumsOf(text, parts, mark)) this.sums[mark].set(n, (this.sums[mark].get(n) ?? 0) + 1)
  }

  /** What it is the sum of, line by line. */
  get summands(): readonly Candidate[] {
    if (this.seen.summed < ENOUGH) return []
    const found = [...this.sums[','], ...this.sums['.']].filter(([, lines]) => lines >= this.seen.summed * MOST)
    return found.length === 0 ? [] : this.parts.slice(0, Math.min(...found.map(([n]) => n)))
  }

  isMoney(counts: ReturnType<typeof totalCounts>, { above, said, totals }: Around): boolean {
    const { numbers, large, fractions, currencies } = this.seen
    const { currency, basis, shift, perYear } = this.column.unit
    if ([currency, basis, shift, perYear].some((one) => one !== undefined) || currencies > 0) return true
    if (fractions > 0 && fractions >= numbers * SOME) return true
    if (counts !== 'unsure' || said === 'count') return counts === 'money'
    if (said !== undefined || [above.currency, above.basis, above.shift].some((one) => one !== undefined)) return true
    const isTotalled = totals.some(({ cells }) => shapeOf((cells[this.column.index] ?? '').trim()) !== undefined)
    return (isTotalled || this.summands.length > 0) && large > 0 && large >= numbers * HALF
  }
}

/** Of how many of the parts, at least two, the total is the sum. */
function sumsOf(total: string, parts: readonly string[], mark: DecimalMark): number[] {
  const whole = valueOf(total, mark)
  let sum = 0
  return parts.flatMap((part, at) => {
    sum += saysNothing(part) ? 0 : valueOf(part, mark)
    return at > 0 && Math.abs(sum - whole) < TOLERANCE ? [at + 1] : []
  })
}

function valueOf(text: string, mark: DecimalMark): number {
  const shape = shapeOf(text)
  return Number((shape && numberOf(shape, mark)) ?? NaN)
}
