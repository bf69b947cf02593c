import type { Item } from '../../model/item.ts'
import type { Organisation } from '../../model/register.ts'
import type { Lookup } from '../clue.ts'
import { BY_NAME_ALONE, mayBeNamesake } from './legal-form.ts'
import { wordsOf } from './comparable.ts'
import { isTechnology } from '../words/technology.ts'
import type { Verdict } from '../weigh.ts'

const ASIDE = /\([^()]*\)/g

/** A title without what stands aside in it. */
export const withoutAside = (title: string) => title.replace(ASIDE, ' ')

/** Whether an organisation is named in parentheses alone: „medico KIS (Cerner)“. */
export function isNamedAside(title: string, organisation: string, { text }: Lookup): boolean {
  const open = withoutAside(title)
  return open !== title && !text.find(open).some(({ owner }) => owner.organisation === organisation)
}

/** „AWS Stuttgart: Bordrechner“: short letters and a town before a colon are mostly an office. */
const OFFICE = /^\p{Lu}{2,4} \p{Lu}\p{Ll}+:/u

/** Clues that know no more than the name of a house. */
const NAMES = new Set(['name-in-text', 'manufacturer'])

/**
 * What a bare name shows by itself. One that goods of others bear too may be theirs; in parentheses it may be that of former days;
 * and where nothing speaks of software, the name of who makes some may be anybody's („Trennscheiben Norton“), if it is a common
 * word even as the manufacturer's („META Regale“).
 */
export function doubtedName(item: Item, verdict: Verdict | undefined, lookup: Lookup): Verdict | undefined {
  if (!item.line || verdict === undefined || !verdict.by.every((by) => NAMES.has(by))) return verdict
  const organisation = lookup.organisations.get(verdict.organisation)!
  // nothing but its name and legal form: lists whose titles are suppliers
  if (lookup.names.find(item.name)?.id === organisation.id && !mayBeNamesake(item.name, organisation)) return verdict
  const said = verdict.by.includes('manufacturer')
  const doubted =
    mayBeNamesake(item.name, organisation) ||
    lookup.brands.lends(organisation) ||
    (!said && (isNamedAside(item.name, verdict.organisation, lookup) || OFFICE.test(item.name))) ||
    ((!said || organisation.exactNames !== undefined) && makesSoftware(organisation) && !isAboutSoftware(item))
  return doubted ? { ...verdict, confidence: Math.min(verdict.confidence, BY_NAME_ALONE) } : verdict
}

function makesSoftware({ products, namespaces }: Organisation): boolean {
  return products.some(({ kind }) => kind !== 'hardware') || Object.keys(namespaces).some((kind) => kind !== 'domain')
}

/** What an inventory of software names is software. */
function isAboutSoftware({ kind, name, said, cpv }: Item): boolean {
  if (kind === 'software' || said.licences !== undefined || said.links !== undefined) return true
  return isTechnology(wordsOf(`${name} ${said.description ?? ''}`), cpv)
}
