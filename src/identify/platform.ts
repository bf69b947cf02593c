import type { Item } from '../model/item.ts'

/** Whether a thing in the layer of platforms is one: neither a library for one is, nor what one is merely used with. */
export function isThePlatform(item: Item): boolean {
  return !isLibrary(item) && !isFrontEnd(item)
}

function isLibrary({ line, said }: Item): boolean {
  return !line && (said.type === 'library' || said.type === 'framework')
}

/** „SAP GUI“, „MySQL Workbench“ among what is installed. */
function isFrontEnd({ name, amount }: Item): boolean {
  return amount === undefined && FRONT_END.test(name)
}

const FRONT_END =
  /\b(?:gui|workbench|workspace(?: app)?|receiver|viewer|reader|agent|toolbar|plug-?in|add-?in|add-?on|management studio|data studio|client(?! (?:access|os)|.?cal\b|.?lizenz|.?licen[cs]e))\b/i
