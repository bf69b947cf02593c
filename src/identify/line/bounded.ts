import type { Item } from '../../model/item.ts'

/** As much of a text is looked at for names; a description of a whole tender is shorter. What nobody writes must not take minutes. */
export const MOST_LETTERS = 10_000

/** The item with its texts cut to what is looked at; itself where nothing is that long. */
export function bounded(item: Item): Item {
  const { name, said } = item
  let longest = name.length
  for (const key in said) {
    const value = said[key as keyof typeof said]
    if (typeof value === 'string' && value.length > longest) longest = value.length
  }
  if (longest <= MOST_LETTERS) return item
  const cut = Object.entries(said).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.slice(0, MOST_LETTERS) : (value as unknown),
  ])
  return { ...item, name: name.slice(0, MOST_LETTERS), said: Object.fromEntries(cut) as Item['said'] }
}
