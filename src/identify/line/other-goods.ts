import { wordsOf } from '../names/comparable.ts'
import { isGoodsWord, isOfficeWord, isOtherGoodsWord, isOtherGoodsWordAbroad, isOtherTradeWord } from '../words/other-goods.ts'
import { isTechnologyCode, isTechnologyWord } from '../words/technology.ts'
import { goodsOf } from './goods.ts'

/** Divisions of the CPV of which nothing is a program, a computer or a service about them. */
const OTHER_CPV = /^(?:03|09|14|15|16|18|19|22|24|31(?!15)|3492|37|397|42|43|44|45|507[456]|55|60|63|70|71|77|85|90|92|98)/
/** Goods and the care of lifts, not works and other services: there a name in the title is mostly that of their maker. */
const GOODS_CPV = /^(?:15|16|18|19|24|31|34[1-8]|37|39|42|43|44|507[456])/

/** Whether a line is about works, food, vehicles …: names that also are names of software mean something else there. */
export function isOtherGoods(words: readonly string[], cpv: readonly string[] | undefined, supplier = ''): boolean {
  if (cpv !== undefined && cpv.length > 0 && cpv.every((code) => OTHER_CPV.test(code))) return true
  if (cpv?.some(isTechnologyCode) === true) return false
  if (wordsOf(supplier).some(isOtherTradeWord)) return true
  return saysOtherGoods(words) && !words.some(isTechnologyWord)
}

function saysOtherGoods(words: readonly string[]): boolean {
  return words.some((word) => (isOtherGoodsWord(word) && !isOfficeWord(word)) || isOtherGoodsWordAbroad(word)) || isAppliance(words)
}

const isAppliance = (words: readonly string[]): boolean => goodsOf(words, undefined).includes('household')

export function isAboutGoods(words: readonly string[], cpv: readonly string[] | undefined): boolean {
  return isGoodsCode(cpv) || words.some(isGoodsWord) || isAppliance(words)
}

export function isGoodsCode(cpv: readonly string[] | undefined): boolean {
  return cpv !== undefined && cpv.length > 0 && cpv.every((code) => GOODS_CPV.test(code))
}
