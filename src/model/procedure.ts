import { tableOf } from './table.ts'

/** Kinds of award procedures, from the most open to none. */
export const PROCEDURES = [
  'open',
  'restricted',
  'negotiated-with-call',
  'dialogue',
  'innovation',
  'negotiated-without-call',
  'direct',
  'call-off',
] as const
export type Procedure = (typeof PROCEDURES)[number] // prettier-ignore

/** Codes of eForms (procedure-type), OCDS (procurementMethod) and the CSV of TED (TOP_TYPE). */
const CODES = tableOf<Procedure>({
  open: 'open',
  restricted: 'restricted',
  selective: 'restricted',
  'neg-w-call': 'negotiated-with-call',
  'comp-dial': 'dialogue',
  innovation: 'innovation',
  'neg-wo-call': 'negotiated-without-call',
  limited: 'negotiated-without-call',
  direct: 'direct',
  ope: 'open',
  res: 'restricted',
  cod: 'dialogue',
  inp: 'innovation',
  noc: 'negotiated-without-call',
  nop: 'negotiated-without-call',
  awp: 'negotiated-without-call',
})

/** The same as German and English lists write them, the more exact before the shorter. Small letters. */
const WORDS: readonly (readonly [RegExp, Procedure])[] = [
  [/abruf|einzelauftrag|mini-?wettbewerb|call-?off|framework agreement/, 'call-off'],
  [/direktauftrag|direktvergabe|direktkauf|direktbeschaffung|direct award|direct purchase|inhouse|in-house/, 'direct'],
  [/ohne (vorherige[nr]? )?(öffentlichen )?(teilnahmewettbewerb|bekanntmachung|aufruf|wettbewerb)|ohne tw\b|without (prior )?(call|publication|notice)/, 'negotiated-without-call'],
  [/verhandlung.* mit |mit (öffentlichem )?teilnahmewettbewerb|mit tw\b|(with|prior) (call|publication)|competitive procedure with negotiation/, 'negotiated-with-call'],
  [/dialog/, 'dialogue'],
  [/innovationspartner|innovation partner/, 'innovation'],
  [/nicht ?-?offen|beschränkt|restricted|selective/, 'restricted'],
  [/offenes verfahren|öffentliche ausschreibung|^offen$|open procedure|open tender/, 'open'],
  [/freihändig|verhandlungsvergabe|verhandlungsverfahren|negotiated/, 'negotiated-without-call'],
] // prettier-ignore

/** The kind stands at the beginning of whatever else is told. */
const LONGEST = 500

/** What the written or coded kind of a procedure means; `undefined` where that cannot be told. A restricted tender without a call is no direct award. */
export function procedureOf(said: string | undefined): Procedure | undefined {
  if (said === undefined) return undefined
  const text = said.slice(0, LONGEST).normalize('NFC').trim().toLowerCase()
  const code = CODES.get(text.split(/[:;,]/)[0]!.trim())
  // words after a code are more exact than it: "limited: Direktauftrag"
  const words = WORDS.find(([pattern]) => pattern.test(text))?.[1]
  if (words === 'negotiated-without-call' && /beschränkt/.test(text)) return 'restricted'
  if (words === 'negotiated-with-call' && /beschränkt/.test(text)) return 'restricted'
  if (code === 'negotiated-without-call') return words ?? code
  return code ?? words
}

/** What people write into a field that asks for a reason and has none. */
const NOTHING = /^(-+|–|—|keine?r?|entfällt|ohne|n\/?a|none|nicht zutreffend|not applicable|\/)\.?$/i

/** A stated reason; a dash or "keine" states none. */
export function statedReason(said: string | undefined): string | undefined {
  return said === undefined || NOTHING.test(said.trim()) ? undefined : said
}

interface Award {
  readonly procedure?: string
  readonly awardReason?: string
  readonly bids?: number
}

/**
 * Whether it was awarded without competition. A negotiated procedure without a call may ask several: it is a direct award where one
 * bid came in or a reason for one is stated, none where several bids came in, and else not known.
 */
export function isDirectAward({ procedure, awardReason, bids }: Award): boolean | undefined {
  const kind = procedureOf(procedure)
  const reasoned = statedReason(awardReason) !== undefined
  if (kind === 'direct') return true
  if (kind === 'call-off') return undefined
  if (kind === 'negotiated-without-call') return bids !== undefined && bids > 1 ? false : bids === 1 || reasoned ? true : undefined
  if (kind !== undefined) return false
  return reasoned ? true : undefined
}
