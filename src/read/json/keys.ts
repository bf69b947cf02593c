/** Member names a reader asks for, recognised on the bytes without making a string of each. */
export class Keys<N extends string> {
  readonly names: readonly N[]
  private readonly byLength: (readonly { readonly index: number; readonly bytes: Uint8Array }[])[] = []

  constructor(names: readonly N[]) {
    this.names = names
    names.forEach((name, index) => {
      const bytes = Buffer.from(name)
      this.byLength[bytes.length] = [...(this.byLength[bytes.length] ?? []), { index, bytes }]
    })
  }

  /** Index of the name that stands in `buffer[from, to)`, else -1. */
  find(buffer: Uint8Array, from: number, to: number): number {
    const candidates = this.byLength[to - from]
    if (candidates === undefined) return -1
    for (const { index, bytes } of candidates) {
      let i = 0
      while (i < bytes.length && bytes[i] === buffer[from + i]) i++
      if (i === bytes.length) return index
    }
    return -1
  }
}
