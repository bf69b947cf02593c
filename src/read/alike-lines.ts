import type { Amount } from '../model/item.ts'
import { unitsOf, UNITS_PER_MAJOR } from '../model/money.ts'
import { numberParts } from './contract-number.ts'
import { group, some, type Line, type Lists, type Tell } from './lists.ts'

/** Rates of value added tax in per mille: Germany (also of 2020), Austria, Switzerland. */
const TAX_RATES = [190n, 70n, 160n, 50n, 200n, 100n, 130n, 81n, 77n, 26n, 25n]

/** Lines of several lists that say the same of a thing, where no two numbers tell them apart; one may state its amount with tax. */
export function nameAlike(lines: readonly Line[], lists: Lists, tell: Tell): void {
  const found: string[] = []
  let n = 0
  const things = group(lines, ({ counted, id, version, amount }) =>
    counted ? `${id}\n${version ?? ''}\n${amount?.currency ?? ''}` : undefined,
  )
  for (const thing of things.values()) {
    if (!areSeveral(thing, lists)) continue
    for (const same of sameAmounts(thing)) {
      if (!areSeveral(same, lists) || areTold(same)) continue
      n += same.length
      found.push(`${same[0]!.name} (${[...group(same, (line) => lists.of(line)).values()].map(([line]) => lists.place(line!)).join('; ')})`)
    }
  }
  if (n > 0) tell('W-MAYBE-SAME', { n, which: some(found) })
}

function areSeveral(lines: readonly Line[], lists: Lists): boolean {
  const [first, ...others] = lines
  return others.some((line) => lists.of(line) !== lists.of(first!))
}

/** Whether all have a number of one kind: „V-12“ and „V-14“ are two contracts, „V-12“ and „4500-12“ may be one. */
function areTold(lines: readonly Line[]): boolean {
  const kinds = lines.map(({ said }) => said.contractNumber && numberParts(said.contractNumber).join(' ').replace(/\d+/g, '#'))
  return !kinds.includes(undefined) && new Set(kinds).size === 1
}

/** Lines with one amount, and with it those that state it with tax where the others state it without. */
function* sameAmounts(lines: readonly Line[]): Generator<readonly Line[]> {
  const byValue = group(lines, ({ amount }) => String(amount === undefined ? '' : (unitsOf(amount.value) ?? amount.value)))
  const left = new Set(byValue.keys())
  for (const value of [...left].sort((a, b) => Number(a) - Number(b))) {
    if (!left.has(value)) continue
    const net = byValue.get(value)!
    const taxed = !/^\d+$/.test(value) ? [] : withTax(BigInt(value)).filter((one) => left.has(one) && differInTax(net, byValue.get(one)!))
    for (const one of taxed) left.delete(one)
    yield [value, ...taxed].flatMap((one) => byValue.get(one)!)
  }
}

const CENT = UNITS_PER_MAJOR / 100n

/** What an amount comes to with tax, rounded to the cent or to the whole. */
function withTax(units: bigint): string[] {
  const gross = TAX_RATES.map((rate) => (units * (1000n + rate) + 500n) / 1000n)
  const rounded = gross.flatMap((value) => [CENT, UNITS_PER_MAJOR].map((unit) => ((value + unit / 2n) / unit) * unit))
  return [...new Set(rounded)].filter((value) => value > units).map(String)
}

/** Whether the smaller amounts may be net and the larger ones gross, and one of them says so. */
function differInTax(net: readonly Line[], gross: readonly Line[]): boolean {
  const says = (lines: readonly Line[], basis: Amount['basis']) => lines.some(({ amount }) => amount!.basis === basis)
  return !says(net, 'gross') && !says(gross, 'net') && (says(net, 'net') || says(gross, 'gross'))
}
