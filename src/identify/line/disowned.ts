import type { Item } from '../../model/item.ts'
import type { Candidate, Lookup } from '../clue.ts'

/** Without those who say of words anywhere in the line that they are somebody else: „Norton“ as maker of „Norton Trennscheiben“, „Checkpoint“ where the description has „Checkpoint Systems“. */
export function withoutDisowned(candidates: readonly Candidate[], { name, said }: Item, lookup: Lookup): readonly Candidate[] {
  if (!candidates.some(isByName)) return candidates
  const texts = [name, said.product, said.description, said.manufacturer, said.supplier]
  const disowned = new Set(texts.flatMap((text) => (text === undefined ? [] : lookup.text.disownedBy(text))))
  return disowned.size === 0 ? candidates : candidates.filter((one) => !(isByName(one) && disowned.has(one.organisation)))
}

/** Without a maker in its column whom the title only names as what the thing is for, where it names another too: „Tastaturhülle Logitech für Apple iPad“, Apple. */
export function withoutSuited(candidates: readonly Candidate[], { name, said }: Item, lookup: Lookup): readonly Candidate[] {
  if (said.manufacturer === undefined) return candidates
  const mentions = lookup.text.find(name)
  const bought = new Set(mentions.flatMap(({ besides, owner }) => (besides ? [] : [owner.organisation])))
  if (bought.size === 0) return candidates
  const suited = new Set(mentions.flatMap(({ owner }) => (bought.has(owner.organisation) ? [] : [owner.organisation])))
  return suited.size === 0 ? candidates : candidates.filter(({ by, organisation }) => by !== 'manufacturer' || !suited.has(organisation))
}

const isByName = ({ product, by }: Candidate): boolean => product === undefined && (by === 'manufacturer' || by === 'name-in-text')
