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

/** Names that are common words too, and by what the firm's own goods are called. */
export function ownGoodsMap(organisations: readonly Organisation[]): ReadonlyMap<string, readonly OwnGoods[]> {
  const found = new Map<string, OwnGoods[]>()
  for (const { id, names, exactNames = [], products } of organisations) {
    if (exactNames.length === 0) continue
    const own = new Set([...names, ...exactNames].flatMap(wordsOf))
    const goods = products.filter(({ kind }) => kind === 'hardware').flatMap(({ names: of }) => of.flatMap(wordsOf))
    const words = [...new Set(goods)].filter((word) => TELLING.test(word) && !own.has(word) && !ANYBODYS.has(word))
    if (words.length === 0) continue
    for (const name of new Set(exactNames.map(bareName))) found.set(name, [...(found.get(name) ?? []), { organisation: id, words }])
  }
  return found
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
