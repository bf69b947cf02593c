import { tellsAgreements } from './agreement.ts'
import { MAPPED, NAMED_BY, type Candidate } from './candidate.ts'
import { contractIn, isCallOff, mayNumber } from './contract-words.ts'
import { fold } from './fold.ts'
import { isAmountField, keyOf, WHOLE } from './heading.ts'
import type { ColumnField } from './header-words.ts'
import { areMoney } from '../values/money-cells.ts'
import { areFirms } from './party-cells.ts'
import { saysNothing, shapeOf } from '../values/numbers.ts'
import { mayBeInterval } from '../values/period-letters.ts'

/** The filled cells of a column, by its index. */
type CellsOf = (index: number) => Iterable<string>

/** Share of the cells that decides what a column is. */
const MOST = 0.9
const HALF = 0.5
const PARTIES: ReadonlySet<ColumnField | undefined> = new Set<ColumnField>(['supplier', 'manufacturer', 'vendor'])
/** Fields that several columns may fill. */
const SHARED: ReadonlySet<ColumnField> = new Set(['cpv', 'person', 'ignore'])

/** A supplier's number stands beside the name: "Kreditor", "Name". */
export function besideCodes(candidates: readonly Candidate[], cellsOf: CellsOf): Candidate[] {
  const isCounted = candidates.some(({ field, heading }) => field === 'quantity' && !INSTALLED.test(fold(heading)))
  const named = candidates.map((candidate) => {
    const counts = !isCounted && countsLicences(candidate, cellsOf)
    return counts ? { ...candidate, field: 'quantity' as const } : withoutCodes(candidate, cellsOf)
  })
  return named.map((candidate, position) => {
    const before = candidates[position - 1]
    if (before === undefined || candidate.confidence === MAPPED || keyOf(candidate.heading) !== 'name') return candidate
    if (PARTIES.has(before.field) && named[position - 1]!.field === 'ignore') return { ...candidate, field: before.field }
    // "Konto", "Name": open items of creditors
    const accounted = ACCOUNT.test(keyOf(before.heading)) && areFirms(cellsOf(candidate.index))
    return accounted ? { ...candidate, field: 'supplier' } : candidate
  })
}

/** "Konto", "Personenkonto" */
const ACCOUNT = /^(?:personen)?konto(?:nr)?$/

const NUMBERS = /^[\d.,/\s-]+$/
/** "SUP1032" is a supplier's number, "3M" is none. */
const PARTY_CODE = /^(?:[\d.,/\s-]+|[A-Z]{1,4}[-_ ]?\d{3,})$/
/** "Art" 1, 2, 3 of a budget; longer numbers may be those of a classification. */
const CATEGORY_CODE = /^\d{1,2}$/

/** "V-2026/017", "4711" */
const CONTRACT_CODE = /^[A-Z]{0,5}[-_./ ]?\d[\d._/ -]*[a-z]?$/i

/** „Verfahren“ is a software, or how it was bought. */
const PROCEDURE =
  /(?:^|[^a-z])(?:offen|nicht ?offen|beschrankt|offentlich|verhandl|wettbewerb|direkt|freihand|teilnahme)|vergabe|ausschreibung|direktauftrag|open|restricted|negotiat/

/** Several of them; below „Lizenz“ numbers are those of licences. */
const LICENCES = /licen[cs]es$|lizenzen$/
const COUNT = /^\d{1,3}(?:[.,' ]?\d{3})*$/
const ADDRESS = /^https?:\/\/\S+$/i

const YEAR = /^(?:19[89]|20[0-4])\d$/

/** "Licenses" 25, 50: how many there are; not where they are years of editions, or numbers one after the other. */
function countsLicences({ field, confidence, index, heading }: Candidate, cellsOf: CellsOf): boolean {
  if (field !== 'licence' || confidence === MAPPED || !LICENCES.test(keyOf(heading))) return false
  const cells = [...cellsOf(index)]
  const isSerial = cells.length >= ENOUGH && cells.every((cell, at) => at === 0 || Number(cell) === Number(cells[at - 1]) + 1)
  return mostly(cells, (cell) => COUNT.test(cell)) && !mostly(cells, (cell) => YEAR.test(cell)) && !isSerial
}

/** Whether a text is a number, the number of something or an address, and describes nothing. */
export function saysLittle(cell: string): boolean {
  return PARTY_CODE.test(cell) || shapeOf(cell) !== undefined || ADDRESS.test(cell)
}

/** "Produkt" and "Titel" of a municipal budget are numbers of accounts, "Kreditor" may be one of a supplier; none of them is a name. "Vertrag" may be either, and „Verfahren“ may be how something was bought. */
function withoutCodes(candidate: Candidate, cellsOf: CellsOf): Candidate {
  const { field, confidence, index, heading } = candidate
  if (confidence < MAPPED && isCallOff(keyOf(heading)) && [...cellsOf(index)].some((cell) => shapeOf(cell)?.currency !== undefined))
    return { ...candidate, field: undefined, confidence: 0 }
  if (confidence < MAPPED && isCallOff(keyOf(heading)) && mostly(cellsOf(index), (cell) => shapeOf(cell) !== undefined))
    return { ...candidate, field: undefined, confidence: 0 }
  if (confidence < MAPPED && contractIn(keyOf(heading)) !== undefined && mostly(cellsOf(index), (cell) => CONTRACT_CODE.test(cell)))
    return mayNumber(keyOf(heading)) ? { ...candidate, field: 'contractNumber' } : { ...candidate, field: undefined, confidence: 0 }
  if (confidence < MAPPED && keyOf(heading) === 'verfahren' && mostly(cellsOf(index), (cell) => PROCEDURE.test(fold(cell))))
    return { ...candidate, field: 'procedure' }
  // "Auftragsumfang" may be an amount
  if (field === 'description' && confidence < WHOLE && mostly(cellsOf(index), (cell) => shapeOf(cell) !== undefined))
    return { ...candidate, field: undefined, confidence: 0 }
  const code = NAMED_BY.has(field) ? NUMBERS : PARTIES.has(field) ? PARTY_CODE : field === 'category' ? CATEGORY_CODE : undefined
  if (confidence === MAPPED || code === undefined) return candidate
  return mostly(cellsOf(index), (cell) => code.test(cell)) ? { ...candidate, field: 'ignore' } : candidate
}

/** What is measured otherwise than in money: "849.91 MB". */
const MEASURED = /^[\d.,]+ ?(?:[kmgtp]i?b|bytes?|h|std\.?|stunden|hours?|tage|days|pt|stk\.?|stück|kg|km|kwh)$/i
/** Fewer cells may all be slips: "nach Aufwand". */
const ENOUGH = 3

/** An amount by its heading whose cells hold words or sizes is none: "Ansatz/Rechnung", "estimated_size". "Award" may also be who has won. */
export function withoutWords(candidates: readonly Candidate[], cellsOf: CellsOf): Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.confidence === MAPPED || !isAmountField(candidate.field)) return candidate
    const said = [...cellsOf(candidate.index)].filter((cell) => !saysNothing(cell))
    const words = said.filter((cell) => shapeOf(cell) === undefined && (!/\d/.test(cell) || MEASURED.test(cell)))
    // a heading that is less than sure needs a number among them
    const needed = candidate.confidence < WHOLE && said.every((cell) => shapeOf(cell) === undefined) ? HALF : MOST
    const none = said.length >= ENOUGH && words.length >= said.length * needed
    const unclear = keyOf(candidate.heading) === 'award' && !areMoney(said)
    return none || unclear ? { ...candidate, field: undefined, confidence: 0 } : candidate
  })
}

/** "Abrechnungszeitraum" may also be the time that was billed for. */
export function withoutIntervals(candidates: readonly Candidate[], cellsOf: CellsOf): Candidate[] {
  return candidates.map((candidate) => {
    if (candidate.confidence === MAPPED || candidate.field !== 'interval') return candidate
    const said = [...cellsOf(candidate.index)].filter((cell) => !saysNothing(cell))
    const known = said.filter((cell) => mayBeInterval(cell)).length
    return known > 0 && known * 2 >= said.length ? candidate : { ...candidate, field: undefined, confidence: 0 }
  })
}

/** Headings that ask for nothing else than how a software may be used. */
const LICENSED = /li[czs]en[csz]|nutzung|uberlassung|bezug|evb/
const RIGHTS =
  /li[czs]en[csz]|evb-?it|nutzung|uberlass|software|subscri|(?<![a-z])abo(?![a-z])|abonn|saas|paas|iaas|cloud|hosting|gehostet|online-?dienst|managed service|eigenbetrieb|miet|(?<![a-z])(?:rent|leas)|kauf|purchase(?! order)|perpetual|dauer|befristet|auf zeit|typ [ab](?![a-z])|pflege|wartung|maintenance|support|open[ -]?source|foss|gpl|proprietar|enterprise|(?<![a-z])oem(?![a-z])|(?:per|pro|named|concurrent)[ -](?:user|seat|device|nutzer|gerat)|on[ -]?prem/

/** "Contract type" and "Vertragsart" may also say how a contract was made: "Framework agreement", "2". */
export function withoutContractTypes(candidates: readonly Candidate[], cellsOf: CellsOf): Candidate[] {
  return candidates.map((candidate) => {
    const { field, confidence, heading, index } = candidate
    if (confidence === MAPPED || field !== 'licenceModel' || LICENSED.test(fold(heading))) return candidate
    const said = [...cellsOf(index)].filter((cell) => !saysNothing(cell))
    if (said.length === 0 || said.some((cell) => RIGHTS.test(fold(cell)))) return candidate
    return tellsAgreements(said) ? { ...candidate, field: 'agreement' } : { ...candidate, field: undefined, confidence: 0 }
  })
}

/** Headings that say nothing but that there are kinds of something. */
const KINDS: ReadonlySet<string> = new Set(['art', 'typ', 'type'])
/** How a software is had: bought, rented, or kept up. */
const OBTAINED = /^(?:miet|kauf|leas|abo(?![a-z])|abonn|saas|paas|iaas|subscri|rent|perpetual|purchase(?! order))/
const KEPT_UP = /^(?:software-?)?(?:pflege|wartung|maintenance)|^evb-?it/
/** What it is. */
const THING = /software|hardware|dienst|service|beratung|schulung|gerat/
const LESS_SURE = 0.8

/** "Art" with Kauf, Miete, SaaS and Pflege is how something is had; with Software and Hardware it is what it is. */
export function licenceModelsOf(candidates: readonly Candidate[], cellsOf: CellsOf): readonly Candidate[] {
  if (candidates.some(({ field }) => field === 'licenceModel')) return candidates
  return candidates.map((candidate) => {
    const { field, confidence, heading, index } = candidate
    if (confidence === MAPPED || field !== 'category' || !KINDS.has(keyOf(heading))) return candidate
    const said = [...cellsOf(index)].filter((cell) => !saysNothing(cell)).map(fold)
    const had = said.filter((cell) => OBTAINED.test(cell) || KEPT_UP.test(cell)).length
    const is = had * 2 >= said.length && said.some((cell) => OBTAINED.test(cell)) && !said.some((cell) => THING.test(cell))
    return is ? { ...candidate, field: 'licenceModel', confidence: LESS_SURE } : candidate
  })
}

function mostly(cells: Iterable<string>, is: (cell: string) => boolean): boolean {
  let [all, those] = [0, 0]
  for (const cell of cells) {
    all++
    if (is(cell)) those++
  }
  return all > 0 && those >= all * MOST
}

const CONSTANT_FROM = 10

/** All of at least ten cells are the same. */
export function isConstant(cells: Iterable<string>): boolean {
  let count = 0
  let first: string | undefined
  for (const cell of cells) {
    first ??= cell
    if (cell !== first) return false
    count++
  }
  return count >= CONSTANT_FROM
}

/** One column per field: the mapped, then the telling, the surest, the leftmost; amounts may be several. */
export function unique(candidates: readonly Candidate[], cellsOf: CellsOf): Candidate[] {
  const best = new Map<ColumnField, Candidate>()
  for (const [field, several] of rivals(candidates))
    best.set(field, several.length === 1 ? several[0]! : mostTelling(field, several, cellsOf))
  return candidates.map((candidate) => {
    const { field } = candidate
    const stays = field === undefined || SHARED.has(field) || isAmountField(field) || best.get(field) === candidate
    return stays ? candidate : { ...candidate, field: undefined, confidence: 0 }
  })
}

function rivals(candidates: readonly Candidate[]): Map<ColumnField, Candidate[]> {
  const found = new Map<ColumnField, Candidate[]>()
  for (const candidate of candidates) {
    const { field } = candidate
    if (field !== undefined && !SHARED.has(field) && !isAmountField(field)) found.set(field, [...(found.get(field) ?? []), candidate])
  }
  return found
}

const TEXTS_COUNTED = 10_000
/** Where something runs; what was bought says more of what is paid: „Installationen“ beside „Lizenzen“. */
const INSTALLED = /install|(?<![a-z])(?:device|machine|computer|host)|gerat|rechner|arbeitsplatz/

/** What a line is about differs from line to line: of columns that could name it, those with a tenth of the texts come last, however sure. */
function mostTelling(field: ColumnField, several: readonly Candidate[], cellsOf: CellsOf): Candidate {
  const names = NAMED_BY.has(field) || field === 'description'
  const texts = new Map(several.map((one) => [one, names ? textsIn(cellsOf(one.index)) : Number(!isConstant(cellsOf(one.index)))]))
  const most = Math.max(...texts.values())
  const worth = (one: Candidate): readonly number[] => [
    Number(one.confidence === MAPPED),
    Number(texts.get(one)! * 10 >= most),
    Number(field !== 'quantity' || !INSTALLED.test(fold(one.heading))),
    one.confidence,
    Number(names && texts.get(one)! * 2 >= most),
  ]
  return [...several].sort((a, b) => differing(worth(b), worth(a)) || a.index - b.index)[0]!
}

function differing(a: readonly number[], b: readonly number[]): number {
  return a.map((value, index) => value - b[index]!).find((difference) => difference !== 0) ?? 0
}

function textsIn(cells: Iterable<string>): number {
  const texts = new Set<string>()
  for (const cell of cells) if (texts.size < TEXTS_COUNTED && !saysNothing(cell)) texts.add(cell)
  return texts.size
}
