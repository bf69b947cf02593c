import type { Item } from '../../model/item.ts'
import { candidate, type Candidate, type Clue, type Lookup } from '../clue.ts'
import { isBesides } from '../line/besides.ts'
import { isRemade } from '../line/consumables.ts'
import { goodsOf } from '../line/goods.ts'
import { bareName, wordsOf } from '../names/comparable.ts'
import { isNamesake } from '../line/namesake.ts'
import { ownerOfGoods } from '../names/own-goods.ts'

/** A name and a kind of goods together leave little doubt. */
const BRANDED = 0.92
/** What a common word shows beside the goods of the firm that is called so: it may be a place or a person. */
const OWN = 0.5
/** Before a place: „Stadt Hamm“. */
const NO_FIRM_BEHIND =
  /^(?:(?:land)?kreis|(?:groß|haupt|kreis)?stadt|(?:samt|verbands)?gemeinde|stadtwerke?|universität|hochschule|klinikum|landesbetrieb|land|bezirk|region|regierungsbezirk|raum|standort|in|nach|aus|bei|im|am)$/u
const SHORT = 3
/** Words of the longest name that is looked for beside its goods. */
const LONGEST = 3

/**
 * „Siemens“ on a dishwasher, „Nokia“ on a mobile phone: goods of one house under the name of another. A name that is a common word too,
 * „Diehl“, means its firm beside what that makes. Programs are no goods.
 */
export const brandClue: Clue = {
  id: 'brand',
  find(item, lookup) {
    if (!item.line && item.kind !== 'hardware') return NONE
    const title = wordsOf(item.name)
    if (isRemade(title)) return NONE
    const { manufacturer } = item.said
    const made = manufacturer === undefined ? undefined : bareName(manufacturer)
    const brand = made !== undefined && lookup.brands.has(made) ? made : named(item.name, title, lookup)
    if (brand === undefined) return besideOwnGoods(item, title, lookup)
    const [field, says] = brand === made ? (['manufacturer', manufacturer!] as const) : (['name', item.name] as const)
    // an inventory says beside the model what kind of device it is
    const told = item.line || item.said.description === undefined ? title : [...title, ...wordsOf(item.said.description)]
    for (const goods of goodsOf(told, item.cpv)) {
      const bearer = lookup.brands.on(brand, goods)
      if (bearer !== undefined) return [candidate({ organisation: bearer }, BRANDED, says, 'brand', field, says)]
    }
    return besideOwnGoods(item, title, lookup)
  },
}

function besideOwnGoods({ name }: Item, words: readonly string[], lookup: Lookup): readonly Candidate[] {
  let written: ReadonlySet<string> | undefined
  for (let at = 0; at < words.length; at++) {
    for (let count = Math.min(LONGEST, words.length - at); count > 0; count--) {
      const owners = lookup.ownGoods.get(words.slice(at, at + count).join(' '))
      if (owners === undefined) continue
      written ??= writtenAsNames(name)
      if (
        !written.has(words[at]!) ||
        isNoFirm(words, at) ||
        isBesides(words, at, count, undefined) ||
        isNamesake(words, { at, words: count })
      )
        continue
      const owner = ownerOfGoods(owners, [...words.slice(0, at), ...words.slice(at + count)])
      if (owner !== undefined && isAlone(owner, name, lookup)) return [candidate({ organisation: owner }, OWN, name, 'brand', 'name', name)]
    }
  }
  return NONE
}

/** „Stadt Hamm“, „27 Zoll“ */
const isNoFirm = (words: readonly string[], at: number): boolean =>
  NO_FIRM_BEHIND.test(words[at - 1] ?? '') || (words[at] === 'zoll' && /^\d/.test(words[at - 1] ?? ''))

/** „Drucker von Brother, Kyocera und HP“ are of none of them more than of the others. */
const isAlone = (owner: string, name: string, { text }: Lookup): boolean =>
  text.find(name).every(({ besides, owner: { organisation } }) => besides || organisation === owner)

const NONE: readonly Candidate[] = []

function named(text: string, words: readonly string[], { brands }: Lookup): string | undefined {
  let written: ReadonlySet<string> | undefined
  for (const { bare, at, count } of brands.in(words)) {
    written ??= writtenAsNames(text)
    if (written.has(words[at]!) && !isBesides(words, at, count, undefined) && !isNamesake(words, { at, words: count })) return bare
  }
  return undefined
}

/** „Braun“ and „GE“, but neither „braun“ nor „ge“. */
function writtenAsNames(text: string): ReadonlySet<string> {
  const words = text.split(/[^\p{L}\p{N}]+/u)
  return new Set(
    words.filter((one) => (one.length > SHORT ? /^\p{Lu}|^\d/u.test(one) : one === one.toUpperCase())).map((one) => one.toLowerCase()),
  )
}
