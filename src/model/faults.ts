import { append } from './many.ts'
import { Problem } from './problem.ts'

/** How many are told in one run: whoever mends that many runs again anyway. */
export const MOST_FAULTS = 20

/** Collects what is wrong in several places, so that one run tells all of it and not only the first. */
export class Faults {
  private readonly found: Problem[] = []

  /** What `run` returns; `undefined` where it is a fault, which is kept. */
  try<T>(run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      this.add(error)
      return undefined
    }
  }

  add(problem: Problem): void {
    append(this.found, [problem, ...problem.others])
  }

  get all(): Problem[] {
    return [...this.found]
  }

  /** Throws the first with the others, if there is any. */
  end(): void {
    const [first, ...others] = this.found
    if (first === undefined) return
    first.others = others.slice(0, MOST_FAULTS - 1)
    throw first
  }
}

/** `run` of each; every fault is told. */
export function each<A, T>(all: readonly A[], run: (one: A, i: number) => T): T[] {
  const faults = new Faults()
  const results = all.map((one, i) => faults.try(() => run(one, i)))
  faults.end()
  return results as T[]
}
