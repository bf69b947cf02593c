import type { Item, Said } from '../../model/item.ts'

/** As much of a text is looked at for names; a description of a whole tender is shorter. What nobody writes must not take minutes. */
export const MOST_LETTERS = 10_000

/** The item with its texts cut to what is looked at; itself where nothing is that long. */
export function bounded(item: Item): Item {
  const { name, said } = item
  if (name.length <= MOST_LETTERS && (item.line === true ? isBounded(said) : isComponentBounded(said))) return item
  const cut = Object.entries(said).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.slice(0, MOST_LETTERS) : (value as unknown),
  ])
  return { ...item, name: name.slice(0, MOST_LETTERS), said: Object.fromEntries(cut) as Item['said'] }
}

function isBounded(said: Said): boolean {
  return Object.values(said).every((value: unknown) => typeof value !== 'string' || value.length <= MOST_LETTERS)
}

/** The same for a component, which has few texts and of which there are many: field by field. */
function isComponentBounded({ supplier, manufacturer, publisher, author, provider, group, description }: Said): boolean {
  return (
    isShort(supplier) && isShort(manufacturer) && isShort(publisher) && isShort(author) && isShort(provider) && isShort(group) && isShort(description) // prettier-ignore
  )
}

const isShort = (text: string | undefined) => text === undefined || text.length <= MOST_LETTERS
