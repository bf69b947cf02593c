import { candidate, type Clue } from '../clue.ts'

/** Beside a purl, and with a package's name for a product, a CPE is mostly made up by the generator; alone it was written on purpose. */
const STRENGTH = { alone: 0.6, guessed: 0.25 } as const

/** Vendor and product of the CPE name (2.2 URI or 2.3 string). */
export const cpeClue: Clue = {
  id: 'cpe',
  find(item, lookup) {
    const parts = item.cpe === undefined ? null : /^cpe:(?:2\.3:|\/)[aho]:([^:]+)(?::([^:]+))?/i.exec(item.cpe)
    if (parts === null) return []
    const vendor = parts[1]!.replaceAll('\\', '').toLowerCase()
    const hit = lookup.namespaces.owner('cpe', parts[2] === undefined ? vendor : `${vendor}:${parts[2].toLowerCase()}`)
    if (hit === undefined) return []
    return [
      candidate(
        hit.owner,
        item.purl === undefined && !isGuessed(parts[2], item.name) ? STRENGTH.alone : STRENGTH.guessed,
        vendor,
        'cpe',
        'cpe',
        item.cpe!,
      ),
    ]
  },
}

/**
 * The dictionary of CPE joins words by underscores; `s3-upload-helper` is a package's name, put in by a generator. So is one of
 * which the component's only begins like it: `cisco:jabber` for „jabberd2“.
 */
function isGuessed(product: string | undefined, name: string): boolean {
  if (product === undefined) return false
  const said = product.replaceAll('\\', '').toLowerCase()
  const lower = name.toLowerCase()
  return (said.includes('-') && said === lower) || (lower.startsWith(said) && /^[a-z]/.test(lower.slice(said.length)))
}
