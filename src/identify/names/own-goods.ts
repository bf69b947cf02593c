import type { OwnGoods } from '../../model/register-index.ts'
import type { Organisation } from '../../model/register.ts'
import { bareName, wordsOf } from './comparable.ts'

/** Words of products' names that tell what kind of goods they are: „Wasserzähler“, „DDR5“. */
const TELLING = /^(?:\p{L}{5,}|\p{L}{3,}\d)$/u
/** Words of products' names that anybody's goods may have. */
const ANYBODYS = new Set(
  (
    'system systems systeme serie series gerät geräte professional profi classic basic master compact kompakt digital mobile mobil smart select premium ' +
    'electronic elektronik technik technology power control service software lizenz wartung solution solutions center station standard modul module ' +
    'original ersatzteile zubehör schule schulen office world medical pflege europe deutschland international green black white light super ultra ' +
    'produkte produkt artikel waren marke group gruppe'
  ).split(' '),
)
/** Letters that an ending adds: „Zähler“ and „Zählern“, „Pumpe“ and „Pumpen“. */
const ENDING = 2

/** So many firms have goods that are called so; what more have is a word of catalogues („Advanced“, „Switch“). */
const MOST_FIRMS = 12

/**
 * The names of firms that are common words too, and by what the firm's goods are called. What a group sells under another name tells
 * nothing of it.
 */
export function ownGoodsMap(organisations: readonly Organisation[]): ReadonlyMap<string, readonly OwnGoods[]> {
  const found = new Map<string, OwnGoods[]>()
  const firms = firmsOf(organisations)
  for (const { id, name, names, exactNames = [], products } of organisations) {
    const called = exactNames.map(bareName).filter((bare) => `${bareName(name)} `.startsWith(`${bare} `))
    if (called.length === 0) continue
    const own = new Set([...names, ...exactNames].flatMap(wordsOf))
    const words = goodsOf(products).filter((word) => !own.has(word) && firms.get(word)! <= MOST_FIRMS)
    if (words.length === 0) continue
    for (const bare of new Set(called)) found.set(bare, [...(found.get(bare) ?? []), { organisation: id, words }])
  }
  return found
}

const goodsOf = (products: Organisation['products']): readonly string[] => {
  const words = products.flatMap(({ kind, names }) => (kind === 'hardware' ? names.flatMap(wordsOf) : []))
  return [...new Set(words)].filter((word) => TELLING.test(word) && !ANYBODYS.has(word))
}

/** Word → how many firms have goods that are called so. */
function firmsOf(organisations: readonly Organisation[]): ReadonlyMap<string, number> {
  const firms = new Map<string, number>()
  for (const { products } of organisations) for (const word of goodsOf(products)) firms.set(word, (firms.get(word) ?? 0) + 1)
  return firms
}

/** Whose goods are named where a common word stands beside them; undefined where nobody's or more than one's are. */
export function ownerOfGoods(owners: readonly OwnGoods[], words: readonly string[]): string | undefined {
  const found = owners.filter(({ words: goods }) => words.some((word) => goods.some((one) => isOf(word, one))))
  return found.length === 1 ? found[0]!.organisation : undefined
}

/** „Ultraschallwasserzähler“ are „Wasserzähler“. */
function isOf(word: string, goods: string): boolean {
  return word.endsWith(goods) || (word.startsWith(goods) && word.length <= goods.length + ENDING)
}
