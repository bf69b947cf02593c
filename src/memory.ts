import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Input } from './input-file.ts'
import { Problem } from './model/problem.ts'

/** Judging and reporting need so much of what reading leaves in memory, that included: measured on SBOMs and lists. */
const WHOLE = 2.25
/** Bytes of input between two looks. */
const STEP = 1 << 18
/** The young generation, which the limit of the heap includes and what lives long does not. */
const YOUNG = 3 * 64 * 2 ** 20
const MB = 2 ** 20

/**
 * Ends a run with E3006 before Node's own end, which is a crash without words: when what was read is more than can be judged
 * with the memory that Node may use.
 */
export class Memory {
  private readonly limit = Math.max(getHeapStatistics().heap_size_limit - YOUNG, YOUNG / 6)
  /** Use at which it is looked at more closely; much of it may be garbage. */
  private next = this.limit / WHOLE

  /** The same input; that it is read is how the run goes on. */
  watched(input: Input): Input {
    let since = 0
    const read = (into: Uint8Array, position: number): number => {
      const count = input.read(into, position)
      since += count
      if (since >= STEP) {
        since = 0
        this.assertEnough(input.path)
      }
      return count
    }
    return { ...input, read }
  }

  /** `ended`: what is read last is still young, and counts. */
  assertEnough(file: string, ended = false): void {
    if (inUse(ended) < this.next) return
    collectGarbage()
    const live = inUse(true)
    if (live * WHOLE > this.limit) throw new Problem('E3006', { limit: Math.floor(this.limit / MB), enough: enoughFor(live) }, { file })
    this.next = Math.max(this.limit / WHOLE, live + this.limit / 20)
  }
}

/** What the long-lived part of the heap holds, and the young part as well. */
function inUse(young: boolean): number {
  const spaces = young ? /^(?:old|new|large_object|new_large_object)_space$/ : /^(?:old|large_object)_space$/
  return getHeapSpaceStatistics().reduce(
    (sum, { space_name, space_used_size }) => (spaces.test(space_name) ? sum + space_used_size : sum),
    0,
  )
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

/** A limit to try: what is there already and at least as much again, as a power of two. */
function enoughFor(live: number): number {
  return 2 ** Math.ceil(Math.log2((live * WHOLE * 2) / MB))
}
