import type { ItemKind } from './item.ts'

/** A name as identities compare it: NFKC, lower case, one space where there was any blank. */
export function normalised(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * Identity of an item without a purl, from what is said alone: kind, stated maker (else supplier) and name or title.
 * It survives new versions, other prices and a better register.
 */
export function itemId(kind: ItemKind, party: string | undefined, name: string): string {
  return `${kind}:${normalised(party ?? '')}:${normalised(name)}`
}
