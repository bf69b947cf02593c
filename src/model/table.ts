/** A table that is asked with what an input says: as an object it would know `constructor` too. */
export const tableOf = <T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(entries))
