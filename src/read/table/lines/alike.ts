import type { Item } from '../../../model/item.ts'
import { LineList } from './line-list.ts'

/** Lines of one list that say the same as an earlier one. Lists of payments really have such lines: they are named, never dropped. */
export class AlikeLines {
  /** Those that repeat another. */
  readonly lines = new LineList()
  /** By a hash of what it says, because the texts together are as large as the list. Of two with one hash only the first is remembered. */
  private readonly seen = new Map<number, Item>()

  add(item: Item, line: number): void {
    const says = saidBy(item)
    const hash = hashOf(says)
    const first = this.seen.get(hash)
    if (first === undefined) this.seen.set(hash, item)
    else if (saidBy(first) === says) this.lines.add(line)
  }
}

function saidBy({ id, version, amount, term, said }: Item): string {
  const { value = '', currency = '' } = amount ?? {}
  const { start = '', end = '' } = term ?? {}
  const { contractNumber = '', quantity = '', supplier = '' } = said
  return [id, version ?? '', value, currency, start, end, contractNumber, quantity, supplier].join('\n')
}

/** FNV-1a in two lanes, together 53 bits. */
export function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x01234567]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code ^ (low >>> 15), 0x01000193)
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0)
}
