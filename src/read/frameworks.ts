import { normalised } from '../model/identity.ts'
import { numberKey, numberParts } from './contract-number.ts'
import { group, some, type Line, type Lists, type Tell } from './lists.ts'
import { agreementInTitle, agreementOf, saysCeiling, type Agreement } from './table/columns/agreement.ts'

/** A number this short is one only behind a word for it. */
const TELLING = 4
/** In a title the number of a framework follows these. */
const BEFORE_NUMBER = /^(?:rahmen(?:vertrag|vertrags|vereinbarung)|rv|framework|agreement|nr|no|nummer|number)$/
/** Numbers of more parts are not looked for in titles. */
const PARTS = 8

/**
 * What a framework contract may come to and what was called off from it are the same money: where call-offs stand in the lists they
 * count, and the framework's amount is a ceiling. Frameworks of which no call-off is found stay as they are and are named, for
 * nobody knows.
 */
export function countCallOffsOnce(all: readonly Line[], lists: Lists, tell: Tell): void {
  const lines = all.filter((line) => isPriced(line) && !lists.isOfNotice(line))
  const ceilings = lines.filter(({ name, amount }) => WHOLE.has(amount!.kind) && saysCeiling(name))
  for (const line of ceilings) line.amount = { ...line.amount!, kind: 'framework-max' }
  const { found, calledOff } = new Frameworks(lines).settle()
  for (const line of calledOff) line.amount = { ...line.amount!, kind: 'framework-max', calledOff: true }
  const left = [...found].filter((line) => !calledOff.has(line) && line.amount!.kind !== 'framework-max')
  const note = (code: Parameters<Tell>[0], of: readonly Line[]): void => {
    if (of.length > 0) tell(code, { n: of.length, which: some(of.map((line) => `${line.name} (${lists.place(line)})`)) })
  }
  note('W-CALLED-OFF', [...calledOff])
  note('W-CEILING', ceilings.filter((line) => !calledOff.has(line))) // prettier-ignore
  note('W-FRAMEWORK', left)
}

/** Kinds of amounts that a title may say to be a ceiling. */
const WHOLE: ReadonlySet<string> = new Set(['contract', 'award', 'annual', 'unknown'])

const isPriced = ({ counted, amount }: Line): boolean =>
  counted && amount !== undefined && amount.placeholder === undefined && !amount.value.startsWith('-') && amount.kind !== 'payment'

/** What is said of a line in a column, else by its title. */
function agreement({ name, said }: Line): Agreement | undefined {
  for (const cell of [said.agreement, said.category, said.licenceModel]) {
    const told = cell === undefined ? undefined : agreementOf(cell)
    if (told !== undefined) return told
  }
  return agreementInTitle(name)
}

class Frameworks {
  private readonly lines: readonly Line[]
  private readonly agreements = new Map<Line, Agreement>()
  /** By their numbers. */
  private readonly byNumber: ReadonlyMap<string, readonly Line[]>

  constructor(lines: readonly Line[]) {
    this.lines = lines
    for (const line of lines) {
      const told = agreement(line)
      if (told !== undefined) this.agreements.set(line, told)
    }
    this.byNumber = group(lines, (line) => (this.agreements.get(line) === 'call-off' ? undefined : keyOf(line.said.contractNumber)))
  }

  /** The lines that are said to be frameworks, and those to which call-offs refer. */
  settle(): { readonly found: ReadonlySet<Line>; readonly calledOff: ReadonlySet<Line> } {
    const found = new Set(this.lines.filter((line) => this.agreements.get(line) === 'framework'))
    const calledOff = new Set<Line>()
    for (const line of this.lines) {
      for (const framework of this.belongsTo(line) ?? []) calledOff.add(framework)
    }
    return { found, calledOff }
  }

  private belongsTo(line: Line): readonly Line[] | undefined {
    const { contractNumber, framework } = line.said
    const stated = keyOf(framework)
    // a column that names the framework of a line says as well that the other is one
    if (stated !== undefined) return stated === keyOf(contractNumber) ? undefined : this.numbered(stated, line)
    if (this.agreements.get(line) !== 'call-off') return undefined
    return this.byBeginning(line) ?? this.byTitle(line)
  }

  /** „RV-2025-01/1“ is a call-off from „RV-2025-01“. */
  private byBeginning(line: Line): readonly Line[] | undefined {
    const parts = numberParts(line.said.contractNumber ?? '')
    for (let length = parts.length - 1; length > 0; length--) {
      const found = this.framework(parts.slice(0, length).join(' '), line)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** „Abruf aus Rahmenvertrag Nr. 1“, „Abruf RV-2025-01: Lizenzen“. */
  private byTitle(line: Line): readonly Line[] | undefined {
    const parts = numberParts(line.name)
    for (let length = Math.min(PARTS, parts.length); length > 0; length--) {
      for (let at = 0; at + length <= parts.length; at++) {
        const number = parts.slice(at, at + length)
        if (!number.some((part) => /\d/.test(part))) continue
        if (number.join('').length < TELLING && !BEFORE_NUMBER.test(parts[at - 1] ?? '')) continue
        const found = this.framework(number.join(' '), line)
        if (found !== undefined) return found
      }
    }
    return undefined
  }

  private framework(key: string, line: Line): readonly Line[] | undefined {
    const found = this.numbered(key, line)?.filter((one) => this.agreements.get(one) === 'framework')
    return found?.length === 0 ? undefined : found
  }

  /** Those of the line's own input; of another one only where the number is no mere count and the supplier is the same. */
  private numbered(key: string, line: Line): readonly Line[] | undefined {
    const all = this.byNumber.get(key)
    const own = all?.filter(({ source }) => source === line.source)
    if (own === undefined || own.length > 0 || key.length < TELLING) return own
    return all!.filter(({ said }) => normalised(said.supplier ?? '') === normalised(line.said.supplier ?? ''))
  }
}

/** "Rahmenvertrag: ja" names none. */
const keyOf = (number: string | undefined): string | undefined =>
  number === undefined || !/\d/.test(number) ? undefined : numberKey(number)
