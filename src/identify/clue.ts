import type { Evidence } from '../model/evidence.ts'
import { evidenceAt, type Field, type Item, type Source } from '../model/item.ts'
import type { Owner, RegisterIndex } from '../model/register-index.ts'
import type { Organisation } from '../model/register.ts'
import type { BrandIndex } from './names/brands.ts'
import type { NamespaceIndex } from './names/namespaces.ts'
import type { NameIndex } from './names/name-index.ts'
import type { TextIndex } from './line/text-index.ts'

/** What of an item shows something. The evidence is made of it where somebody reads it. */
export interface Shown {
  readonly field: Field
  /** Place within the field, where that has several. */
  readonly within: string | undefined
  readonly says: string
}

/** One reason to take an organisation for the maker. */
export interface Candidate extends Shown {
  readonly organisation: string
  readonly product?: string | undefined
  /** 0…1, by this clue alone. */
  readonly strength: number
  /** The string it was derived from; two clues of one stem do not confirm each other. */
  readonly stem: string
  readonly by: string
}

/** The register, made ready for matching. */
export interface Lookup {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly namespaces: NamespaceIndex
  readonly names: NameIndex
  readonly text: TextIndex
  readonly brands: BrandIndex
  readonly ownGoods: RegisterIndex['ownGoods']
}

/** A kind of evidence. It looks at one item and at nothing else, and names every organisation it could mean. */
export interface Clue {
  readonly id: string
  find(item: Item, lookup: Lookup): readonly Candidate[]
}

export function evidenceOf(item: Item, sources: readonly Source[], { field, within, says }: Shown): Evidence {
  return evidenceAt(item, sources, field, says, within)
}

export function candidate(
  { organisation, product }: Owner,
  strength: number,
  stem: string,
  by: string,
  field: Field,
  says: string,
  within?: string,
): Candidate {
  return { organisation, product, strength, stem, by, field, within, says }
}

/** Sells, packages or hosts what others make; its name beside an item does not make it the maker. */
export function passesOn(organisation: Organisation): 'only' | 'also' | 'no' {
  const passing = organisation.roles.some((role) => role !== 'maker' && role !== 'caretaker')
  if (!passing) return 'no'
  return organisation.roles.some((role) => role === 'maker' || role === 'caretaker') ? 'also' : 'only'
}

/** Public bodies and those who sell or build in the work of others are named in titles as buyers and partners, not as makers; a distribution or platform with works of its own is. */
export function isCustomer(organisation: Organisation): boolean {
  const { publicHand, roles } = organisation
  return publicHand || passesOn(organisation) === 'only' || roles.includes('reseller') || roles.includes('integrator')
}
