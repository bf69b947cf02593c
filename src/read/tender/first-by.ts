/** Of things with a key the first under each. */
export function firstBy<T>(things: readonly T[], keyOf: (thing: T) => string | undefined): ReadonlyMap<string, T> {
  const first = new Map<string, T>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (key !== undefined && !first.has(key)) first.set(key, thing)
  }
  return first
}
