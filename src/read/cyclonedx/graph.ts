import type { Item } from '../../model/item.ts'
import type { Names } from '../json/names.ts'

type Related = { relation: Item['relation']; readonly kind: Item['kind']; readonly seenAt: Item['seenAt'] }

/** The references of one document, by number: what each names, and what that depends on. Every mention of a reference has the same number. */
export class Graph<T extends Related> {
  readonly refs: Names
  readonly items: (T | undefined)[] = []
  /** References of which the dependencies are stated, if only that there are none; of which it is stated how complete they are. */
  private readonly stated = new Marks()
  private readonly completed = new Marks()
  private readonly dependent = new Marks()
  private readonly from = new Numbers()
  private readonly to = new Numbers()

  constructor(refs: Names) {
    this.refs = refs
  }

  depends(from: number, on: readonly number[]): void {
    this.stated.add(from)
    if (on.length > 0) this.dependent.add(from)
    for (const to of on) {
      this.from.push(from)
      this.to.push(to)
    }
  }

  complete(ref: string): void {
    this.completed.add(this.refs.of(ref))
  }

  /** Calls `each` for every item: whether its dependencies are stated, and how complete they are. */
  statements(each: (item: T, stated: boolean, complete: boolean) => void): void {
    this.items.forEach((item, number) => item && each(item, this.stated.has(number), this.completed.has(number)))
  }

  /** Whether something is stated that it depends on. */
  isDependent(ref: number): boolean {
    return this.dependent.has(ref)
  }

  /**
   * Sets direct and transitive by the steps from the root and the levels below it, walking references even where they name no item.
   * Returns how many of all that the dependencies mention do not, whether the root leads to them or not.
   */
  relate(roots: readonly number[]): number {
    const { begins, targets } = this.edges()
    if (roots.some((root) => this.stated.has(root))) this.place(roots, begins, targets)
    return this.nowhere(targets)
  }

  private place(roots: readonly number[], begins: Int32Array, targets: Int32Array): void {
    const steps = new Uint8Array(this.refs.size)
    for (const root of roots) steps[root] = ROOT
    const queue = [...roots]
    for (const from of queue) {
      for (let i = begins[from]!; i < begins[from + 1]!; i++) {
        const to = targets[i]!
        if (steps[to] !== 0) continue
        steps[to] = steps[from] === ROOT ? DIRECT : TRANSITIVE
        queue.push(to)
        const item = this.items[to]
        if (item !== undefined && item.relation !== 'root') item.relation = steps[to] === DIRECT ? 'direct' : 'transitive'
      }
    }
  }

  private nowhere(targets: Int32Array): number {
    const isTarget = new Uint8Array(this.refs.size)
    for (const to of targets) isTarget[to] = 1
    let count = 0
    for (let ref = 0; ref < isTarget.length; ref++)
      if (this.items[ref] === undefined && (isTarget[ref] === 1 || this.stated.has(ref))) count++
    return count
  }

  /** The targets of reference `n`, in their order, are those from `begins[n]` to before `begins[n + 1]`. */
  private edges(): { begins: Int32Array; targets: Int32Array } {
    const begins = new Int32Array(this.refs.size + 2)
    const from = this.from.all()
    const to = this.to.all()
    for (const number of from) begins[number + 2]!++
    for (let i = 2; i < begins.length; i++) begins[i]! += begins[i - 1]!
    const targets = new Int32Array(to.length)
    from.forEach((number, i) => (targets[begins[number + 1]!++] = to[i]!))
    return { begins, targets }
  }
}

const DIRECT = 1
const TRANSITIVE = 2
const ROOT = 3

/** A list of whole numbers, as small as they can be kept. */
class Numbers {
  private numbers = new Int32Array(64)
  private length = 0

  push(number: number): void {
    if (this.length === this.numbers.length) this.numbers = grown(new Int32Array(this.length * 2), this.numbers)
    this.numbers[this.length++] = number
  }

  all(): Int32Array {
    return this.numbers.subarray(0, this.length)
  }
}

/** A set of whole numbers that lie close together. */
class Marks {
  private marks = new Uint8Array(64)

  add(number: number): void {
    if (number >= this.marks.length) this.marks = grown(new Uint8Array(number * 2), this.marks)
    this.marks[number] = 1
  }

  has(number: number): boolean {
    return this.marks[number] === 1
  }
}

function grown<T extends Int32Array | Uint8Array>(larger: T, kept: T): T {
  larger.set(kept)
  return larger
}
