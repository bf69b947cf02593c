import type { KeptRow } from '../rows/rows.ts'
import { MAPPED, type Candidate } from './candidate.ts'
import { fold } from './fold.ts'
import { isAmountField, keyOf } from './heading.ts'
import { isIncome } from './income.ts'

const HEADED = /^(?:kostenart|sachkonto|konto|kontonr|kontengruppe|kontengruppenr|kontenart|finanzkonto|ergebniskonto)$/
const ACCOUNT = /^\d{2,10}$/

/** A column of accounts beside planned amounts may tell income from spending. */
export function mayBeAccounts({ heading }: Candidate, all: readonly Candidate[], cells: readonly string[]): boolean {
  return HEADED.test(keyOf(heading)) && cells.every((cell) => ACCOUNT.test(cell)) && all.some(({ field }) => field === 'budget')
}

/**
 * The charts of accounts of municipalities by Länder (after the Kontenrahmen of the IMK of 2003): 4 Erträge, 5 Aufwendungen, or 3
 * and 4; in both 6 Einzahlungen, 7 Auszahlungen. Companies have other charts: in DATEV's SKR 03 both 3 and 4 are spending. So the
 * signs of the amounts tell which it is, or the words of the rows; the length of the numbers only where no other chart says it otherwise.
 */
const CHARTS = [
  ['4', '5'],
  ['3', '4'],
] as const
/** Accounts of municipalities have so many digits or more; in no common chart is 4 spending where 5 is. */
const MUNICIPAL = 6
/** What rows of income say beside "Ertrag" and "Einnahmen". */
const RECEIVED =
  /erstattung|zuweisung|zuwendung|umlage|kosten(?:ersatz|beteiligung)|(?:benutzungs|verwaltungs)gebuhr|(?<![a-z])(?:refund|grant)s?(?![a-z])/
const RECEIPTS = '6'
const PAYMENTS = '7'
const MOST = 0.9
/** Fewer amounts may all be credits. */
const ENOUGH = 3
/** So many rows of spending stand beside each of income where the numbers alone tell them apart. */
const OUTNUMBER = 2
/** Less sure than words and titles. */
const BY_ACCOUNTS = 0.6

/** Columns of accounts by which rows of income, whose amounts have the other sign, are told from those of spending. */
export function accounts(candidates: readonly Candidate[], needed: readonly number[], rows: readonly KeptRow[]): Candidate[] {
  return candidates.map((candidate) => {
    const mapped = candidate.confidence === MAPPED
    if (candidate.field !== 'flow' || !(mapped || HEADED.test(keyOf(candidate.heading)))) return candidate
    const signs = signsOf(candidate, candidates, needed, rows)
    const chart = signs && (CHARTS.find(([income, spending]) => differ(signs.get(income), signs.get(spending))) ?? fewBeside(signs, mapped))
    return chart === undefined ? candidate : { ...candidate, confidence: mapped ? MAPPED : BY_ACCOUNTS, income: chart[0] + RECEIPTS }
  })
}

interface Signs {
  minus: number
  plus: number
  /** Of these rows none has a shorter account. */
  digits: number
  /** All of them say in words that they are income. */
  income: boolean
}

function signsOf(column: Candidate, all: readonly Candidate[], needed: readonly number[], rows: readonly KeptRow[]) {
  const position = needed.indexOf(column.index)
  const amounts = all.filter(({ field }) => isAmountField(field)).map(({ index }) => needed.indexOf(index))
  const signs = new Map<string, Signs>()
  let [filled, known] = [0, 0]
  for (const { cells } of rows) {
    const account = cells[position]!
    if (account !== '') filled++
    if (!ACCOUNT.test(account)) continue
    known++
    const amount = amounts.map((at) => cells[at]!).find((cell) => /[1-9]/.test(cell))
    if (amount === undefined) continue
    const sign = signs.get(account[0]!) ?? { minus: 0, plus: 0, digits: account.length, income: true }
    signs.set(account[0]!, sign)
    sign.digits = Math.min(sign.digits, account.length)
    sign.income &&= cells.some(saysIncome)
    sign[MINUS.test(amount) ? 'minus' : 'plus']++
  }
  return known >= filled * MOST ? signs : undefined
}

/**
 * The chart of a budget of expenditure with a few accounts of income: "448200 Erstattungen" among 529110 and others. Two classes
 * only, next to each other, of which the higher has most rows and is spending in that chart; signs may not speak against it, and
 * something has to say that it is this chart: a mapping file, words, or the length of the numbers.
 */
function fewBeside(signs: ReadonlyMap<string, Signs>, mapped: boolean): (typeof CHARTS)[number] | undefined {
  const classes = [...signs.keys()].filter((first) => first !== RECEIPTS && first !== PAYMENTS)
  return CHARTS.find(([income, spending]) => {
    const [few, many] = [signs.get(income), signs.get(spending)]
    if (classes.length !== 2 || few === undefined || many === undefined) return false
    const mixed = (few.minus > 0 && few.plus > 0) || (many.minus > many.plus && few.minus > few.plus)
    const isChart = mapped || few.income || (spending === '5' && few.digits >= MUNICIPAL && many.digits >= MUNICIPAL)
    return isChart && !mixed && many.minus + many.plus >= ENOUGH && many.minus + many.plus >= (few.minus + few.plus) * OUTNUMBER
  })
}

function saysIncome(cell: string): boolean {
  const folded = fold(cell)
  return isIncome(folded) || RECEIVED.test(folded)
}

/** Of a cell that is known to be an amount. */
const MINUS = /^[-−–(]|-$/

/** Whether nearly all amounts of the one have a minus sign, and nearly all of the other none. */
function differ(one: Signs | undefined, other: Signs | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const nearly = (these: number, those: number): boolean => these >= ENOUGH && these >= (these + those) * MOST
  return (
    (nearly(one.minus, one.plus) && nearly(other.plus, other.minus)) || (nearly(one.plus, one.minus) && nearly(other.minus, other.plus))
  )
}
