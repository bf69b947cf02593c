import { fold } from '../columns/fold.ts'
import { isOther, valueIn } from '../columns/foreign-words.ts'
import { saysNothing, shapeOf } from './numbers.ts'

/** Share of the cells that have to be numbers; more than half of them have to look like money. */
const NUMBERS = 0.9
/** Fewer cells show nothing. */
const ENOUGH = 3
/** Lines that are looked at. */
const SAMPLE = 1000
const TWO_PLACES = /[.,]\d\d$/
const THOUSANDS = /^\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d+)?$/
/** What is measured otherwise than in money. */
const MEASURED =
  /size|grosse|version|release|weight|gewicht|length|lange|breite|hohe|flache|area|volume|hours|stunden|tage|days|rating|note|faktor|factor|index|%/

/** Counts whether the cells of one column are amounts of money. */
class MoneyCells {
  private all = 0
  private numbers = 0
  private money = 0

  add(text: string): void {
    if (saysNothing(text)) return
    this.all++
    const shape = shapeOf(text)
    if (shape === undefined) return
    this.numbers++
    if (shape.currency !== undefined || TWO_PLACES.test(shape.body) || THOUSANDS.test(shape.body)) this.money++
  }

  isMoney(): boolean {
    return this.all >= ENOUGH && this.numbers >= this.all * NUMBERS && this.money * 2 > this.all
  }
}

/** Whether cells are amounts of money: numbers, most of them with two places, thousands or a currency. */
export function areMoney(cells: Iterable<string>): boolean {
  const counted = new MoneyCells()
  for (const cell of cells) counted.add(cell)
  return counted.isMoney()
}

/** Finds, by the first lines of a list, the columns that hold money, whatever their headings say. */
export class MoneyColumns {
  private readonly counted: ReadonlyMap<number, MoneyCells>
  private lines = 0

  constructor(indexes: readonly number[]) {
    this.counted = new Map(indexes.map((index) => [index, new MoneyCells()]))
  }

  add(cells: readonly string[]): void {
    if (++this.lines > SAMPLE) return
    for (const [index, column] of this.counted) column.add((cells[index] ?? '').trim())
  }

  has(index: number): boolean {
    return this.counted.get(index)?.isMoney() === true
  }
}

/** Whether a heading that is not understood may be that of an amount; in a list of what is installed only if it says so. */
export function mayBeAmount(heading: string, installed: boolean): boolean {
  return valueIn(heading) > 0 || !(installed || isOther(heading) || MEASURED.test(fold(heading)))
}
