import type { Item } from '../model/item.ts'
import type { Lookup } from './clue.ts'
import { BY_NAME_ALONE } from './legal-form.ts'
import { wordsOf } from './names.ts'
import { isTechnology } from './other-goods.ts'
import type { Verdict } from './weigh.ts'

const ASIDE = /\([^()]*\)/g

/** Whether an organisation is named in parentheses alone: „medico KIS (Cerner)“. */
export function isNamedAside(title: string, organisation: string, { text }: Lookup): boolean {
  const open = title.replace(ASIDE, ' ')
  return open !== title && !text.find(open).some(({ owner }) => owner.organisation === organisation)
}

/**
 * What a bare name in a title shows by itself. In parentheses it may be that of former days; and where nothing speaks of software,
 * the name of who makes nothing else may be anybody's („Trennscheiben Norton“).
 */
export function doubtedName(item: Item, verdict: Verdict | undefined, lookup: Lookup): Verdict | undefined {
  if (!item.line || verdict === undefined || verdict.by.some((by) => by !== 'name-in-text')) return verdict
  const { products } = lookup.organisations.get(verdict.organisation)!
  const strange =
    products.length > 0 &&
    products.every(({ kind }) => kind !== 'hardware') &&
    !isTechnology(wordsOf(`${item.name} ${item.said.description ?? ''}`), item.cpv)
  if (!strange && !isNamedAside(item.name, verdict.organisation, lookup)) return verdict
  return { ...verdict, confidence: Math.min(verdict.confidence, BY_NAME_ALONE) }
}
