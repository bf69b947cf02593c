import type { Said } from '../../model/item.ts'
import { candidate, type Clue, type Lookup } from '../clue.ts'

/** Beside a purl, and with a package's name for a product, a CPE is mostly made up by the generator; alone it was written on purpose. */
const STRENGTH = { alone: 0.6, guessed: 0.25 } as const
/** What remains beside a publisher that nobody knows and that is called otherwise: `sage:sagemath` of „The SageMath Developers“. */
const BESIDE_ANOTHER = 0.7

/** Vendor and product of the CPE name (2.2 URI or 2.3 string). */
export const cpeClue: Clue = {
  id: 'cpe',
  find(item, lookup) {
    const parts = item.cpe === undefined ? null : /^cpe:(?:2\.3:|\/)([aho]):([^:]+)(?::([^:]+))?/i.exec(item.cpe)
    if (parts === null) return []
    const [, part, said, product] = parts as unknown as readonly [string, string, string, string | undefined]
    const vendor = said.replaceAll('\\', '').toLowerCase()
    const hit = lookup.namespaces.owner('cpe', product === undefined ? vendor : `${vendor}:${product.toLowerCase()}`)
    if (hit === undefined) return []
    // of devices and systems nobody makes one up
    const isAlone = item.purl === undefined && (part !== 'a' || !isGuessed(vendor, product, item.name))
    const isDoubted = part === 'a' && isOfAnother(item.said, vendor, lookup)
    const strength = (isAlone ? STRENGTH.alone : STRENGTH.guessed) * (isDoubted ? BESIDE_ANOTHER : 1)
    return [candidate(hit.owner, strength, vendor, 'cpe', 'cpe', item.cpe!)]
  },
}

function isOfAnother({ manufacturer, publisher }: Said, vendor: string, lookup: Lookup): boolean {
  const stated = manufacturer ?? publisher
  if (stated === undefined || lookup.names.find(stated) !== undefined) return false
  const words = new Set(wordsIn(stated.toLowerCase()))
  return !wordsIn(vendor).some((word) => words.has(word))
}

/**
 * The dictionary of CPE joins words by underscores; `s3-upload-helper` is a package's name, put in by a generator. So is one of
 * which the component's only begins like it: `cisco:jabber` for „jabberd2“. And one that shares no word with the component's
 * name is that of what it was made from: `google:chrome` for „ungoogled-chromium“.
 */
function isGuessed(vendor: string, product: string | undefined, name: string): boolean {
  if (product === undefined) return false
  const said = product.replaceAll('\\', '').toLowerCase()
  const lower = name.toLowerCase()
  if ((said.includes('-') && said === lower) || (lower.startsWith(said) && /^[a-z]/.test(lower.slice(said.length)))) return true
  const words = new Set(wordsIn(lower))
  return ![...wordsIn(vendor), ...wordsIn(said)].some((word) => words.has(word)) && !isShortFor(said, words)
}

const wordsIn = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** `jre` for „Java 8 Runtime Environment“, `pdf_reader` for „PDFReader“. */
function isShortFor(product: string, words: ReadonlySet<string>): boolean {
  const together = [...words].join('')
  return (
    together.includes(product.replaceAll(/[^a-z0-9]/g, '')) ||
    [...words]
      .map(([first]) => first)
      .join('')
      .includes(product)
  )
}
