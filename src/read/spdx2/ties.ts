import type { Tie } from '../../model/ports.ts'

const FOREIGN = 'DocumentRef-'

/** Whether a reference is to an element of another document. */
export const isForeign = (ref: string): boolean => ref.startsWith(FOREIGN)

/** What has an address has the same one in every document. */
const isAddress = (ref: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(ref)

/** What depends on what and contains it, as `Relations` holds it. */
interface Graph {
  readonly edges: Readonly<Record<'depends' | 'contains', ReadonlyMap<string, unknown>>>
  /** Calls for every target. */
  each(edge: 'depends' | 'contains', ref: string, visit: (target: string) => void): void
}

/** What ties one document to others: the relationships that cross its border, with every element named by the address of its document. */
export class Ties {
  /** Address of this document. */
  address: string | undefined
  /** Whether its elements have addresses of their own, as those of SPDX 3 have. */
  isAddressed = false
  /** Such elements of which this document says that they stand in another. */
  private readonly elsewhere = new Set<string>()
  /** What is needed for building, developing or testing alone, by what needs it. */
  private readonly tools = new Map<string, Set<string>>()
  private readonly addresses = new Map<string, string>()
  private readonly names = new Map<string, string>()
  private readonly found: Tie[] = []

  /** `id`: `DocumentRef-…` as this document calls the one at that address. */
  document(id: string | undefined, address: string | undefined): void {
    if (id === undefined || address === undefined) return
    this.addresses.set(id, address)
    this.names.set(address, id)
  }

  /** What this document calls the one at that address; one that it names only by this gets a name. */
  nameOf(address: string): string {
    const known = this.names.get(address)
    if (known !== undefined) return known
    const id = `${FOREIGN}${address.replace(/[^\w.-]+/g, '-')}`
    const free = this.addresses.has(id) ? `${id}-${this.addresses.size}` : id
    this.document(free, address)
    return free
  }

  /** `id`: an element that this document says to stand in another. */
  element(id: string): void {
    this.elsewhere.add(id)
  }

  isForeign(ref: string): boolean {
    return isForeign(ref) || this.elsewhere.has(ref)
  }

  /** Whether a reference that leads to nothing here may lead to something in another document, though this one does not say so. */
  mayBeElsewhere(ref: string): boolean {
    return this.isAddressed && isAddress(ref)
  }

  add(from: string, to: string, edge: Tie['edge']): void {
    this.found.push({ from, to, edge })
  }

  /** A relationship that makes none a part of the other's document; `isKnown`: the same was said before. */
  tool(whole: string, part: string, isKnown: boolean): void {
    if (isKnown) return
    const parts = this.tools.get(whole)
    if (parts === undefined) this.tools.set(whole, new Set([part]))
    else parts.add(part)
  }

  /** The same is said to be needed for use. */
  isNeeded(whole: string, part: string): void {
    this.tools.get(whole)?.delete(part)
  }

  /**
   * Call at the end: only then it is known what is not here. What contains what is not is no matter where the document does not say
   * that it is elsewhere: files are not kept.
   */
  settle(graph: Graph, made: Iterable<readonly [thing: string, source: string]>, isHere: (ref: string) => boolean): void {
    for (const ref of this.elsewhere) if (isHere(ref)) this.elsewhere.delete(ref)
    if (!this.isAddressed) return
    const leads = (from: string, to: string) => this.elsewhere.has(from) || this.elsewhere.has(to)
    for (const edge of ['depends', 'contains'] as const) {
      for (const from of graph.edges[edge].keys()) {
        graph.each(edge, from, (to) => {
          if (this.tools.get(from)?.has(to)) return
          if (leads(from, to)) this.add(from, to, edge)
          else if (edge === 'depends' && isHere(from) !== isHere(to) && isAddress(isHere(from) ? to : from))
            this.found.push({ from, to, edge, unsaid: true })
        })
      }
    }
    for (const [thing, source] of made) if (leads(thing, source)) this.add(thing, source, 'made-of')
  }

  /** Call at the end: addresses may be stated last. */
  all(): readonly Tie[] {
    return this.isAddressed ? this.found : this.found.map(({ from, to, edge }) => ({ from: this.full(from), to: this.full(to), edge }))
  }

  /** An element by the address of its document, `#` and its id there. */
  full(ref: string): string {
    if (!isForeign(ref)) return `${this.address ?? ''}#${ref}`
    // RDF names the address itself
    if (ref.includes('#')) return ref.slice(FOREIGN.length)
    const colon = ref.indexOf(':')
    const address = this.addresses.get(ref.slice(0, colon))
    return address === undefined ? ref : `${address}#${ref.slice(colon + 1)}`
  }
}
