import type { Item } from '../../model/item.ts'
import type { Layer } from '../../model/register.ts'
import type { Lookup } from '../clue.ts'
import { goodsOf } from './goods.ts'
import { Keywords } from './keywords.ts'
import { splitParty } from '../names/party.ts'
import { wordsOf } from '../names/comparable.ts'
import { mayBeTechnologyWord } from '../words/technology.ts'
import { isPurposeWord } from '../words/other-goods.ts'
import { wordList } from '../words/word-list.ts'
import { isGettingWord } from '../words/work.ts'

/** What tells that a line has nothing to do with information technology. */
export type ToldBy = 'category' | 'title' | 'cpv' | 'supplier'

/** Divisions and groups of computers, software, telecommunications and the services about them. */
const IT_CODE = /^(?:301[2-7]|302|32|48|503|516|64[2-9]|72)/
/** Things, building, hotels, transport, care: what nobody writes for a program or a service about one. */
const PLAIN_CODE = /^(?:0[39]|1[45689]|24|3[1-9]|4[1-5]|55|60|77|85)/
/** Firms that sell technology, and firms that may. */
const IT_FIRM = /software|systemhaus|daten|digital|informati|^it$|^edv$/
const TECHNICAL_FIRM = /tech|system/
/** Before the thing itself: „Rahmenvereinbarung über die Lieferung von …“. */
const LEADING =
  /^(?:rahmen(?:vertrag|vereinbarung)\p{L}*|rv|vergabe|ausschreibung|auftrag|abruf|los|lot|lots|nr|no|framework|contract|provision|neu|ersatz|jahresbedarf|die|das|den|ein|eine|einen|einer|eines|dem|the|a|an|\d+)$/u
/** What follows is what the thing is for, or whose it is. */
const PREPOSITION =
  /^(?:für|zur|zum|im|in|am|an|auf|bei|mit|der|des|von|vom|über|durch|nach|aus|ab|unter|gegen|for|of|to|at|on|with|by|from|pour|de|du|des|à|au|aux|per|di|del|della|voor|van|dla)$/u
const LICENCE = /^(?:licen[cs]es?|lizenz(?:en)?)$/
/** Goods that are no technology, and goods that are computers or their like. */
const PLAIN_GOODS = new Set([
  'household', 'lighting', 'medical', 'hearing', 'car', 'truck', 'car-battery', 'battery', 'power-tool', 'construction-machine', 'forklift',
  'surveying', 'microscope', 'heating-control', 'air-conditioning', 'protective',
]) // prettier-ignore

/**
 * Lines about works, food, vehicles, care of buildings …: told by what they say, never by what they leave out. Of a `house`,
 * which sells programs and services, only things and what is far from both are told.
 */
export class Apart {
  readonly id: string
  private readonly layer: Layer
  private readonly keywords: readonly string[]
  private readonly spoken: Keywords<true>
  /** Keywords that are the name of a licence: „TV licence“. */
  private readonly licences: readonly string[]
  private readonly isTrade: (word: string) => boolean

  constructor(layer: Layer) {
    this.id = layer.id
    this.layer = layer
    this.keywords = layer.keywords.map((word) => ` ${wordsOf(word).join(' ')}`)
    this.spoken = new Keywords(this.keywords.map((word) => ({ words: word, value: true })))
    this.licences = this.keywords.filter((word) => word.split(' ').some((part) => LICENCE.test(part)))
    this.isTrade = wordList({ hold: layer.trades.join(' ') })
  }

  /** Where category or title say it. */
  byWords({ said, name, cpv }: Item, house: boolean): ToldBy | undefined {
    if (cpv?.some((code) => IT_CODE.test(code)) === true) return undefined
    if (said.category !== undefined && this.names(wordsOf(said.category))) return 'category'
    const head = headOf(`${name} ${said.product ?? ''}`)
    const technical = head.filter(mayBeTechnologyWord)
    // a licence to drive or to play music is none to use a program
    const other = technical.every((word) => LICENCE.test(word)) && this.licences.some((word) => ` ${head.join(' ')}`.includes(word))
    if ((technical.length > 0 && !other) || wordsOf(said.supplier ?? '').some((word) => IT_FIRM.test(word))) return undefined
    return isPlainGoods(head) || (!house && this.names(head)) ? 'title' : undefined
  }

  /** Where all codes, or the supplier's trade, say it, and what is bought does not sound like technology. */
  byOthers({ said, name, cpv = [] }: Item, house: boolean): ToldBy | undefined {
    const words = wordsOf(`${name} ${said.product ?? ''} ${said.category ?? ''}`)
    if (words.some(mayBeTechnologyWord)) return undefined
    if (cpv.length > 0) return cpv.every((code) => this.hasCode(code) && (!house || PLAIN_CODE.test(code))) ? 'cpv' : undefined
    if (house) return undefined
    const firm = wordsOf(said.supplier ?? '')
    return firm.some(this.isTrade) && !firm.some((word) => IT_FIRM.test(word) || TECHNICAL_FIRM.test(word)) ? 'supplier' : undefined
  }

  private names(all: readonly string[]): boolean {
    const words = all.filter((word) => !isPurposeWord(word))
    const text = ` ${words.join(' ')}`
    if (this.spoken.find(text) === true) return true
    return words.some((word) => this.layer.endings.some((end) => word.endsWith(end) || word.replace(INFLECTED, '').endsWith(end)))
  }

  private hasCode(code: string): boolean {
    return this.layer.cpv.some((prefix) => code.startsWith(prefix)) && !this.layer.cpvNot.some((prefix) => code.startsWith(prefix))
  }
}

/** What is bought, without what it is for: „Lieferung von Möbeln für das Rechenzentrum“ is about „möbeln“. */
function headOf(title: string): readonly string[] {
  const words = wordsOf(title)
  const begin = words.findIndex((word) => !LEADING.test(word) && !isGettingWord(word) && !PREPOSITION.test(word))
  if (begin < 0) return []
  const length = words.slice(begin).findIndex((word) => PREPOSITION.test(word))
  return length < 0 ? words.slice(begin) : words.slice(begin, begin + length)
}

/** „Löschfahrzeugs“, „Löschfahrzeugen“ */
const INFLECTED = /(?:e?s|e?n)$/

/** Of several kinds all must be. */
function isPlainGoods(words: readonly string[]): boolean {
  const goods = goodsOf(words, undefined)
  return goods.length > 0 && goods.every((kind) => PLAIN_GOODS.has(kind))
}

/** Whether maker or supplier sells, as far as is known, nothing but programs and services; what is no thing of theirs is hardly about anything else. */
export function isOfHouse({ said: { supplier } }: Item, maker: string | undefined, { names, organisations }: Lookup): boolean {
  const seller = supplier === undefined ? undefined : names.find(splitParty(supplier).party)?.id
  return [maker, seller].some((id) => {
    const products = id === undefined ? [] : organisations.get(id)!.products
    return products.length > 0 && products.every(({ kind }) => kind !== 'hardware' && kind !== 'people')
  })
}
