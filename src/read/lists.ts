import { firstFew } from '../model/first-few.ts'
import { normalised } from '../model/identity.ts'
import type { Item } from '../model/item.ts'
import type { NoteId } from '../model/notes.ts'
import type { Params } from '../model/problem.ts'
import { numberKey } from './contract-number.ts'
import { noticeIn, NOTICES } from './corrected.ts'
import type { ReadSource } from './source.ts'

export type Line = { -readonly [K in keyof Item]: Item[K] }
export type Tell = (code: NoteId, params: Params) => void

/** The lists that lines stand in: a list is a file, or a sheet of a workbook. */
export class Lists {
  private readonly inputs: readonly ReadSource[]
  /** Keys of numbers that one list has in two ways: there they may well be different. */
  private readonly ambiguous = new Set<string>()

  constructor(inputs: readonly ReadSource[], lines: readonly Line[]) {
    this.inputs = inputs
    const written = new Map<string, string>()
    for (const line of lines) {
      const { contractNumber } = line.said
      if (contractNumber === undefined || this.isOfNotice(line)) continue
      const [key, number] = [numberKey(contractNumber), normalised(contractNumber)]
      const inList = `${this.of(line)}\n${key}`
      if ((written.get(inList) ?? number) !== number) this.ambiguous.add(key)
      else written.set(inList, number)
    }
  }

  /** The list a line stands in: its file, and its sheet. */
  of({ source, ref }: Line): string {
    return this.inputs[source]!.reading.notation === 'cell' ? `${source} ${ref.slice(0, ref.lastIndexOf('!'))}` : String(source)
  }

  /** Where the list of a line stands. */
  whereabouts({ source, ref }: Line): { readonly file: string; readonly sheet: string | undefined } {
    const isSheet = this.inputs[source]!.reading.notation === 'cell'
    return { file: String(source), sheet: isSheet ? ref.slice(0, ref.lastIndexOf('!')) : undefined }
  }

  /** How the list of a line is named: its file, and its sheet. */
  name({ source, ref }: Line): string {
    const { path, reading } = this.inputs[source]!
    return reading.notation === 'cell' ? `${path} ${ref.slice(0, ref.lastIndexOf('!'))}` : path
  }

  isOfNotice({ source }: Line): boolean {
    return NOTICES.has(this.inputs[source]!.reading.format)
  }

  /** What makes a contract the same one. Payments on one contract are many: of them only the same amount at the same time is. */
  number(line: Line): string | undefined {
    const { said, amount, term, name } = line
    if (said.contractNumber === undefined) return undefined
    if (this.isOfNotice(line)) return noticeIn(said.contractNumber)
    const number = this.contract(said.contractNumber)
    return amount?.kind === 'payment' ? [number, amount.value, term?.start ?? '', normalised(name)].join('\n') : number
  }

  /** A contract number without what separates and fills it, unless that tells numbers of one list apart. */
  contract(number: string): string {
    const key = numberKey(number)
    return key === '' || this.ambiguous.has(key) ? `=${normalised(number)}` : key
  }

  place({ source, ref }: Line): string {
    return `${this.inputs[source]!.path} ${ref}`
  }
}

/** Kinds of amounts that a contract has as a whole. */
const CONTRACT: ReadonlySet<string> = new Set(['contract', 'award', 'annual'])

/** Whether lines say what a contract comes to, or for which time it is. */
export function isContract(lines: readonly Line[]): boolean {
  return lines.some(({ amount, term }) => CONTRACT.has(amount?.kind ?? '') || (amount?.kind === 'unknown' && term !== undefined))
}

/** The first few, in order. */
export function some(list: readonly string[]): string {
  return firstFew([...list].sort())
}

export function group<T>(list: readonly T[], key: (one: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const name = key(one)
    if (name === undefined) continue
    const members = groups.get(name)
    if (members === undefined) groups.set(name, [one])
    else members.push(one)
  }
  return groups
}
