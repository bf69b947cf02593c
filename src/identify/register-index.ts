import type { RegisterIndex } from '../model/register-index.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { licenceTables } from './licence/index.ts'
import { brandMap } from './names/brands.ts'
import { nameMap } from './names/name-index.ts'
import { namespaceEntries } from './names/namespaces.ts'
import { ownGoodsMap } from './names/own-goods.ts'
import { phraseMap } from './line/phrase-map.ts'

const made = new WeakMap<Knowledge, RegisterIndex>()

/** The register turned round for matching: as the build froze it, else made once from what the rules say. */
export function indexOf(knowledge: Knowledge): RegisterIndex {
  if (knowledge.index !== undefined) return knowledge.index
  let index = made.get(knowledge)
  if (index === undefined) made.set(knowledge, (index = registerIndex(knowledge)))
  return index
}

/** Every entry under every name by which it may be looked for. */
export function registerIndex(knowledge: Knowledge): RegisterIndex {
  const organisations = [...knowledge.organisations.values()]
  const histories = [...knowledge.licenceHistories.values()]
  return {
    namespaces: namespaceEntries(knowledge),
    historyOf: new Map(histories.flatMap(({ id, products }) => products.map((product) => [product, id] as const))),
    licences: licenceTables(knowledge.licences),
    names: nameMap(organisations),
    phrases: phraseMap(organisations),
    brands: brandMap(organisations),
    ownGoods: ownGoodsMap(organisations),
  }
}
