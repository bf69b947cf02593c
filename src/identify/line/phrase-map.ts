import type { Owner, PhraseEntry } from '../../model/register-index.ts'
import type { Organisation } from '../../model/register.ts'
import { bareName, wordsOf } from '../names/comparable.ts'
import { spanOf } from '../names/namespaces.ts'

/** A single word must be this long to mean an organisation inside free text. */
const MIN_SINGLE = 3

/** Of two entries with one name the first comes first; but a product says more than a maker of the same name. */
export function phraseMap(organisations: Iterable<Organisation>): ReadonlyMap<string, PhraseEntry> {
  const phrases = new Map<string, { owners?: (Owner & { name: string })[]; denied?: string[]; lengths?: number[] }>()
  const entry = (words: readonly string[]) => {
    const key = words.join(' ')
    const known = phrases.get(key) ?? {}
    phrases.set(key, known)
    return known
  }
  const begin = (words: readonly string[]) => {
    const first = entry(words.slice(0, 1))
    if (first.lengths?.includes(words.length) !== true) first.lengths = [...(first.lengths ?? []), words.length].sort((a, b) => b - a)
    return entry(words)
  }
  const add = (words: readonly string[], owner: Owner, name: string) => {
    if (words.length === 0) return
    const owners = (begin(words).owners ??= [])
    const known = owners.some(({ organisation, product }) => organisation === owner.organisation && product === owner.product)
    if (!known) owners.push({ ...owner, name })
  }
  const all = [...organisations]
  for (const { id, products } of all)
    for (const product of products)
      for (const name of product.names) add(wordsOf(name), { organisation: id, product: product.id, ...spanOf(product) }, name)
  for (const { id, names, exactNames, notNames } of all) {
    for (const name of notNames) (begin(wordsOf(name)).denied ??= []).push(id)
    const whole = new Set(exactNames?.map(bareName))
    for (const name of names) {
      const bare = bareName(name)
      if (whole.has(bare) || bare.length < MIN_SINGLE) continue
      add(bare.split(' '), { organisation: id }, name)
      // „Rohde & Schwarz“: in running text the small words stand
      if (bare.includes(' ')) add(wordsOf(name), { organisation: id }, name)
    }
  }
  return phrases
}
