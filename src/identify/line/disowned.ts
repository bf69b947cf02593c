import type { Item } from '../../model/item.ts'
import type { Candidate, Lookup } from '../clue.ts'

/** Without those who say of words anywhere in the line that they are somebody else: „Norton“ as maker of „Norton Trennscheiben“, „Checkpoint“ where the description has „Checkpoint Systems“. */
export function withoutDisowned(candidates: readonly Candidate[], { name, said }: Item, lookup: Lookup): readonly Candidate[] {
  if (!candidates.some(isByName)) return candidates
  const texts = [name, said.product, said.description, said.manufacturer, said.supplier]
  const disowned = new Set(texts.flatMap((text) => (text === undefined ? [] : lookup.text.disownedBy(text))))
  return disowned.size === 0 ? candidates : candidates.filter((one) => !(isByName(one) && disowned.has(one.organisation)))
}

const isByName = ({ product, by }: Candidate): boolean => product === undefined && (by === 'manufacturer' || by === 'name-in-text')
