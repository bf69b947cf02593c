import type { Item } from '../model/item.ts'
import type { Lookup } from './clue.ts'
import { BY_NAME_ALONE } from './legal-form.ts'
import { wordsOf } from './names.ts'
import { isTechnology } from './other-goods.ts'
import type { Verdict } from './weigh.ts'

/**
 * The name of a software maker in a title, and nothing that speaks of software beside it („Trennscheiben Norton“): it may be
 * anybody's name.
 */
export function doubtedName(item: Item, verdict: Verdict | undefined, { organisations }: Lookup): Verdict | undefined {
  if (!item.line || verdict === undefined || verdict.by.some((by) => by !== 'name-in-text')) return verdict
  if (organisations.get(verdict.organisation)!.products.some(({ kind }) => kind === 'hardware')) return verdict
  if (isTechnology(wordsOf(`${item.name} ${item.said.description ?? ''}`), item.cpv)) return verdict
  return { ...verdict, confidence: Math.min(verdict.confidence, BY_NAME_ALONE) }
}
