import type { Item } from '../../model/item.ts'
import { LineList } from './rows.ts'

/** Lines of one list that say the same as an earlier one. Lists of payments really have such lines: they are named, never dropped. */
export class AlikeLines {
  /** Those that repeat another. */
  readonly lines = new LineList()
  private readonly seen = new Set<string>()

  add({ id, version, amount, term, said }: Item, line: number): void {
    const { value = '', currency = '' } = amount ?? {}
    const { start = '', end = '' } = term ?? {}
    const { contractNumber = '', quantity = '', supplier = '' } = said
    const says = [id, version ?? '', value, currency, start, end, contractNumber, quantity, supplier].join('\n')
    if (this.seen.has(says)) this.lines.add(line)
    else this.seen.add(says)
  }
}
