/** NFKC, small letters, single spaces: the form in which names are compared. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** Identity of an item without purl, from what is said alone: kind, stated maker (else supplier), name. */
export function itemId(kind: string, party: string | undefined, name: string): string {
  return `${kind}:${normalised(party ?? '')}:${normalised(name)}`
}
