import type { Tie } from '../../model/ports.ts'

const FOREIGN = 'DocumentRef-'

/** Whether a reference is to an element of another document. */
export const isForeign = (ref: string): boolean => ref.startsWith(FOREIGN)

/** What ties one document to others: the relationships that cross its border, with every element named by the address of its document. */
export class Ties {
  /** Address of this document. */
  address: string | undefined
  private readonly addresses = new Map<string, string>()
  private readonly found: Tie[] = []

  /** `id`: `DocumentRef-…` as this document calls the one at that address. */
  document(id: string | undefined, address: string | undefined): void {
    if (id !== undefined && address !== undefined) this.addresses.set(id, address)
  }

  add(from: string, to: string, edge: Tie['edge']): void {
    this.found.push({ from, to, edge })
  }

  /** Call at the end: addresses may be stated last. */
  all(): readonly Tie[] {
    return this.found.map(({ from, to, edge }) => ({ from: this.full(from), to: this.full(to), edge }))
  }

  private full(ref: string): string {
    if (!isForeign(ref)) return `${this.address ?? ''}#${ref}`
    // RDF names the address itself
    if (ref.includes('#')) return ref.slice(FOREIGN.length)
    const colon = ref.indexOf(':')
    const address = this.addresses.get(ref.slice(0, colon))
    return address === undefined ? ref : `${address}#${ref.slice(colon + 1)}`
  }
}
