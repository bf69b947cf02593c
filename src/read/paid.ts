import { expired } from '../model/money.ts'
import { agree } from './agree.ts'
import { group, isContract, some, type Line, type Lists, type Tell } from './lists.ts'

/**
 * What is paid on a contract is what it costs: where a list names the contract with its amount, invoices and payments on it in
 * other lists do not count. Of a contract that has ended they do, for it counts no more. Gives the lines that may still count twice.
 */
export function dropPaid(lines: readonly Line[], lists: Lists, tell: Tell, asOf: string | undefined): readonly Line[] {
  const payments = lines.filter(({ amount, said }) => amount?.kind === 'payment' && said.contractNumber !== undefined)
  if (payments.length === 0) return lines
  const numberOf = ({ said }: Line) => (said.contractNumber === undefined ? undefined : lists.contract(said.contractNumber))
  const runs = (line: Line) =>
    line.counted && isPriced(line) && !lists.isOfNotice(line) && !(asOf !== undefined && expired(line.term, asOf))
  const contracts = group(lines.filter(runs), numberOf)
  const dropped = new Set<Line>()
  const [found, other]: [string[], string[]] = [[], []]
  for (const [number, paid] of group(payments, numberOf)) {
    for (const again of group(paid, (line) => lists.of(line)).values()) {
      const elsewhere = contracts.get(number)?.filter((line) => lists.of(line) !== lists.of(again[0]!)) ?? []
      const [contract] = elsewhere
      if (contract === undefined) continue
      const which = `${contract.said.contractNumber} (${lists.place(contract)}; ${lists.place(again[0]!)}${again.length > 1 ? ', …' : ''})`
      if (!agree(elsewhere, again)) {
        other.push(which)
        continue
      }
      found.push(which)
      for (const line of again) {
        dropped.add(line)
        line.counted = false
      }
      contract.seenAt = [contract, ...again].flatMap(({ seenAt }) => seenAt)
    }
  }
  if (found.length > 0) tell('W-PAID-CONTRACT', { n: dropped.size, which: some(found) })
  if (other.length > 0) tell('W-OTHER-CONTRACT', { n: other.length, which: some(other) })
  return lines.filter((line) => !dropped.has(line))
}

const isPriced = (line: Line): boolean =>
  isContract([line]) && line.amount!.placeholder === undefined && !line.amount!.value.startsWith('-')
