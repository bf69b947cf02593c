/** A name of the vocabulary as an address, or what is left of one where the context says where the terms are. */
const TERM = /^(?:https?:\/\/spdx\.org\/rdf\/[^/]+\/(?:terms\/)?)?([A-Z][A-Za-z]*)\/([A-Za-z]+)$/
/** Profiles whose names are not confused without their prefix. */
const PREFIX = /^(?:core|software|simplelicensing|expandedlicensing)_/
/** Names of members and classes come again and again; a document that has more different ones has none of SPDX's in them. */
const NAMES_KEPT = 1000

/** What names and ids of one document stand for, by its own `@context`. That of SPDX is known and not fetched. */
export class Terms {
  private readonly own = new Map<string, string>()
  private readonly names = new Map<string, string>()

  /** A prefix, or another name for a term. */
  define(term: string, address: string): void {
    this.own.set(term, this.address(address))
    this.names.clear()
  }

  /** The name of a member or class, as `termOf` has it. */
  name(written: string): string {
    const known = this.names.get(written)
    if (known !== undefined) return known
    const name = termOf(this.own.get(written) ?? this.address(written))
    if (this.names.size < NAMES_KEPT) this.names.set(written, name)
    return name
  }

  /** The id that `prefix:rest` stands for; others are what they are. */
  address(id: string): string {
    const cut = this.own.size === 0 ? -1 : id.indexOf(':')
    const begins = cut < 0 || id.startsWith('//', cut + 1) ? undefined : this.own.get(id.slice(0, cut))
    return begins === undefined ? id : begins + id.slice(cut + 1)
  }
}

/** A name of SPDX, which may be written as its address, as SPDX's context has it, without the prefix of the profiles: `packageVersion`, `ai_AIPackage`. */
export function termOf(written: string): string {
  const [, profile, local] = TERM.exec(written) ?? []
  return (profile === undefined ? written : `${profile.toLowerCase()}_${local}`).replace(PREFIX, '')
}

/** A word of one of the vocabulary's lists, which may be written as its address. */
export const wordOf = (text: string): string => text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1)
