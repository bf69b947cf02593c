import { itemId } from '../../model/identity.ts'
import type { Amount, Item, Said, Term } from '../../model/item.ts'
import type { NoteId } from '../../model/notes.ts'
import type { Reading } from '../../model/ports.ts'
import type { Seen } from '../../model/evidence.ts'
import { NO_CURRENCY } from '../../model/money.ts'
import { reversedEnd, termOf, type SaidPeriod } from './days.ts'
import { NoteBook } from '../table/notes.ts'
import { saysNothing } from '../table/values/numbers.ts'
import { withholds } from '../table/values/withheld.ts'

/** One award to one party, as a notice states it. */
export interface Award {
  readonly ref: string
  readonly name: string
  readonly seen: Omit<Seen, 'source'>
  readonly said: Said
  readonly amount?: Amount | undefined
  readonly term?: Term | undefined
  readonly cpv: readonly string[]
  /** The contract has ended. */
  readonly over?: boolean
  /** Nothing says who has won it. */
  readonly unnamed?: boolean
}

/** Lines and dots of any length are drawn where nothing is written. */
const DRAWN = /^(?:-+|\.+)$/

/** A text that says something, and not that it is withheld; blanks put in order. */
export function saying(text: string | undefined): string | undefined {
  const plain = text?.normalize('NFC').replace(/\s+/g, ' ').trim()
  return plain === undefined || saysNothing(plain) || DRAWN.test(plain) || withholds(plain) ? undefined : plain
}

/** A text that can be a name: numbers alone name nothing. */
export function naming(text: string | undefined): string | undefined {
  const said = saying(text)
  return said !== undefined && /\p{L}/u.test(said) ? said : undefined
}

/** Title of the procedure and of the lot as one name: "Los 1" alone names nothing. */
export function nameOf(title: string | undefined, lot: string | undefined): string | undefined {
  if (title === undefined || lot === undefined) return title ?? lot
  if (lot.includes(title)) return lot
  return title.includes(lot) ? title : `${title}: ${lot}`
}

/** CPV codes of eight digits; the check digit is cut off, shorter codes say too little. */
export function cpvIn(texts: readonly (string | undefined)[]): string[] {
  const codes = texts.flatMap((text) => [...(text ?? '').matchAll(/(?<!\d)(\d{8})(?:-\d)?(?!\d)/g)].map((found) => found[1]!))
  return [...new Set(codes)]
}

/** Collects the items of one file and counts what is none. */
export class Lines {
  readonly notes = new NoteBook()
  readonly items: Item[] = []
  rejected = 0
  unusable = 0
  private readonly refs = new Map<string, number>()
  private withoutCurrency = 0
  private unnamed = 0

  add({ ref, name, seen, said, amount, term, cpv, over, unnamed }: Award): void {
    const times = (this.refs.get(ref) ?? 0) + 1
    this.refs.set(ref, times)
    if (amount?.currency === NO_CURRENCY && amount.placeholder === undefined) this.withoutCurrency++
    if (unnamed === true) this.unnamed++
    this.items.push({
      id: itemId('contract', said.supplier, name),
      ref: times === 1 ? ref : `${ref} (${times})`,
      source: 0,
      kind: 'contract',
      name,
      relation: 'unknown',
      counted: over !== true,
      said: { ...said, contractNumber: ref },
      ...(amount !== undefined && { amount }),
      ...(term !== undefined && { term }),
      ...(cpv.length > 0 && { cpv }),
      seenAt: [{ source: 0, ...seen }],
      line: true,
    })
  }

  /** An award that cannot become an item. */
  reject(code: NoteId, params: Record<string, string | number>, at: string): void {
    this.rejected++
    this.notes.add(code, params, at)
  }

  /** The term that is said; an end before the start is none, and named. */
  termOf(period: SaidPeriod, column: string, at: string): Term | undefined {
    const reversed = reversedEnd(period)
    if (reversed !== undefined) this.notes.add('W-REVERSED', { ...reversed, column }, at)
    return termOf(period)
  }

  reading(format: string, notation: Reading['notation'], specVersion?: string): Reading {
    if (this.withoutCurrency > 0) this.notes.add('W-NO-CURRENCY', { n: this.withoutCurrency })
    if (this.unnamed > 0) this.notes.add('W-WINNER-UNNAMED', { n: this.unnamed })
    if (this.unusable > 0) this.notes.add('W-NO-AWARD', { n: this.unusable })
    this.notes.add('W-NOTICES')
    return {
      format,
      ...(specVersion !== undefined && { specVersion }),
      encoding: 'utf-8',
      notation,
      fields: {},
      items: this.items,
      rejected: this.rejected,
      unusable: this.unusable,
      notes: this.notes.all(),
    }
  }
}
