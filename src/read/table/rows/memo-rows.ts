import { fold } from '../columns/fold.ts'
import type { KeptRow, Total } from './kept-row.ts'
import { isPlainTotal } from './total-words.ts'
import type { Placed } from '../values/amount-column.ts'

/** What is only told beside the list: "nachrichtlich: Personalkosten", "Leistungsverrechnung (nachrichtlich)". */
const MEMO =
  /(?:^|[(\[])[^a-z0-9]*(?:nachrichtl(?:ich|\.)?|informatorisch|zu[rm] (?:information|info|kenntnis|kenntnisnahme|vergleich)|for (?:information|comparison|reference)|memo:)(?![a-z])/
/** Below a total this is compared with it, left of it, or another kind of cost: "Rest", "Differenz zum Ansatz", "+ Personalaufwand". */
const BESIDE_TOTAL =
  /^(?:[-+−–] ?(?=[a-z])|\.\/\. ?|(?:zzgl|abzgl)\.? |(?:zuzuglich|abzuglich|summe|gesamt|plus|minus) )?(?:vorjahr(?:eswerte?|esbetrag)?|vorj\.|differenz|abweichung|rest(?:betrag|mittel|budget|summe)?|(?:noch )?verfugbar(?:e[rs]? (?:(?:haushalts|finanz|rest)?mittel|(?:rest)?betrag|rest|budget|ansatz|summe))?|haushaltsansatz|ansatz|haushaltsmittel|budget|rundung(?:sdifferenz)?|mehrbedarf|minderbedarf|deckungslucke|unterdeckung|uberdeckung|uberschuss|fehlbetrag|(?:prior|previous) year|difference|variance|remain(?:ing|der)(?: (?:budget|funds|amount))?|available(?: (?:budget|funds|amount))?|rounding)(?![a-z])(.*)$/
/** Costs of staff, whoever they are; a program for them is a product. */
const STAFF =
  /^(?:[-+−–] ?|(?:zzgl|abzgl)\.? |(?:zuzuglich|abzuglich|summe|gesamt|plus|minus) )?(?:personal(?:kosten|aufwand|aufwendungen|ausgaben)|staff costs?)(?![a-z-])(?!.*(?:software|modul|lizen|licen[cs]|tool|plane|planner|system|programm))/
/** And nothing behind it but to what, of what or of when; a name that begins with the word goes on otherwise. */
const NO_NAME =
  /^ ?(?:$|[:=(€%+−–/]|- |\.(?: |$)|[12]\d{3}(?![a-z\d])|(?:(?:it|edv|ikt|gesamt|eur|euro|von|vom|fur|zum|zur|zu|gegen|gegenuber|aus|bis|laut|lt\.|gem\.|per|des|der|im|in|of|from|for|to|on|at|vs\.?|against|verfugbar|netto|brutto|insgesamt|available|vorjahr|plan|ansatz|haushalt|haushaltsjahr)(?![a-z])))/
/** An operation of a form; what follows is no line that was summed up above. */
const OPERATION = /^(?:[-+−–]|\.\/\.) ?(?=[a-z])/
/** What a row of either kind may say beside its name and amount. */
const SAID_BY_ALL: ReadonlySet<Placed['field']> = new Set(['currency', 'basis', 'sign', 'interval', 'year'])

/** What stands around the rows of a list. */
interface Around {
  /** Lines, in order, of totals and headings of groups. */
  readonly breaks: readonly number[]
  readonly groups: readonly KeptRow[]
  readonly totals: readonly Total[]
}

type Words = (row: KeptRow) => readonly string[]

/** Rows that say of themselves, or below a heading that says so, that they are told beside the list; they say nothing but a name and an amount. */
export function memoRows(rows: readonly KeptRow[], columns: readonly Placed[], around: Around): ReadonlySet<KeptRow> {
  const saidBy = wordsIn(columns)
  const headings = new Map(around.groups.map((row) => [row.line, isMemo(row.cells)]))
  const found = new Set<KeptRow>()
  let [next, within] = [0, false]
  for (const row of rows) {
    for (; (around.breaks[next] ?? row.line) < row.line; next++) within = headings.get(around.breaks[next]!) === true
    const said = saidBy(row)
    if (said.length === 1 && row.dates === 0 && (within || isMemo(said))) found.add(row)
  }
  return found
}

/**
 * Rows that say nothing but a name and an amount, below a total: between it and the next line or total those whose words compare it
 * with something; below that of the whole list also what says less than the lines do. `found`: totals that are so by their sum.
 */
export function besideTotals(
  rows: readonly KeptRow[],
  columns: readonly Placed[],
  around: Around,
  found: ReadonlySet<KeptRow>,
): ReadonlySet<KeptRow> {
  const beside = new Set<KeptRow>()
  const totals = [...around.totals.map(({ row }) => row.line), ...[...found].map(({ line }) => line)].sort((a, b) => a - b)
  if (totals.length === 0) return beside
  const saidBy = wordsIn(columns)
  let [next, below] = [0, false]
  for (const row of rows) {
    for (; (totals[next] ?? row.line) < row.line; next++) below = true
    const said = saidBy(row)
    below = below && said.length === 1 && row.dates === 0 && isBeside(said[0]!)
    if (below) beside.add(row)
  }
  for (const row of belowAll(rows, saidBy, around, totals.at(-1)!)) beside.add(row)
  return beside
}

/** What stands below the total of all, if nothing there says as much as a line. */
function belowAll(rows: readonly KeptRow[], saidBy: Words, { totals, groups }: Around, last: number): readonly KeptRow[] {
  const isWhole = totals.some(({ row, text }) => row.line === last && isPlainTotal(text))
  const tail = rows.filter((row) => row.line > last && saidBy(row).length > 0)
  if (!isWhole || tail.length === 0 || tail.length === rows.length || groups.some(({ line }) => line > last)) return []
  const isLess = tail.every((row) => saidBy(row).length === 1 && row.dates === 0)
  return isLess && usualWords(rows.map((row) => saidBy(row).length)) > 1 ? tail : []
}

const isMemo = (texts: readonly string[]): boolean => texts.some((text) => MEMO.test(fold(text)))

function isBeside(text: string): boolean {
  const folded = fold(text)
  if (STAFF.test(folded) || OPERATION.test(folded)) return true
  const behind = BESIDE_TOTAL.exec(folded)?.[1]
  return behind !== undefined && NO_NAME.test(behind)
}

/** The texts of a row that tell it from others. */
function wordsIn(columns: readonly Placed[]): Words {
  const telling = columns.filter(({ field, numbers, dates }) => numbers === undefined && dates === undefined && !SAID_BY_ALL.has(field))
  return ({ cells }) => telling.map(({ position }) => cells[position]!).filter((cell) => cell !== '')
}

/** How many texts most rows have. */
function usualWords(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[counts.length >> 1]!
}
