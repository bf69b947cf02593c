// Of what grows with an input nothing is spread into a call: all of it would lie on the stack, which holds about 100,000.

export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}

/** Puts these into the list instead of all that is in it. */
export function replaceAll<T>(list: T[], by: readonly T[]): void {
  for (const [index, one] of by.entries()) list[index] = one
  list.length = by.length
}

/** `least` where all are smaller, or there are none. */
export function highest(numbers: Iterable<number>, least = -Infinity): number {
  let most = least
  for (const number of numbers) if (number > most) most = number
  return most
}

/** `most` where all are greater, or there are none. */
export function lowest(numbers: Iterable<number>, most = Infinity): number {
  let least = most
  for (const number of numbers) if (number < least) least = number
  return least
}

/** The one value that all are; `undefined` where there are others, or none. */
export function one<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined
}
