import type { Clue } from '../clue.ts'
import { inName } from '../names/component-name.ts'
import { isPackage } from '../names/package.ts'
import { inLine } from '../line/line-names.ts'

/** Names of products and makers in free text: titles, product columns, descriptions, and names of software without a purl. */
export const wordsClue: Clue = {
  id: 'words',
  find: (item, lookup) => (item.line ? (isPackage(item) ? [] : inLine(item, lookup)) : inName(item, lookup)),
}
