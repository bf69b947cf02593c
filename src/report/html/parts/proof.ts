import type { Interval } from '../../../model/audit.ts'
import type { Evidence } from '../../../model/evidence.ts'
import { scaleOf } from '../../../model/fact-notes.ts'
import { FACTS, factEntry, type FactId } from '../../../model/facts.ts'
import type { Proof } from '../../../model/policy.ts'
import type { Context } from '../context.ts'
import { clip } from '../safe.ts'
import { cell, line, row, small, type Line, type Row } from '../table.ts'

const NO_BREAK = '\u00a0'

/** What a test is told with. */
export type Wording = Pick<Context, 'say' | 'term' | 'f' | 'organisationLink'>

/** A proof line by line: what is demanded, what was found, and whether it holds; indented as the condition is built. */
export function proofRows(context: Context, proof: Proof, depth = 0): readonly Row[] {
  const test = testOf(proof.test)
  const indent = NO_BREAK.repeat(depth * 4)
  const demand = test === undefined ? [line(indent + context.term('condition', proof.test))] : testLines(context, test, indent)
  const actual = test === undefined ? '–' : valueText(context, test.fact, proof.actual)
  const own = row(cell(...demand), cell(actual), cell(context.term('truth', proof.truth)))
  return [own, ...proof.parts.flatMap((part) => proofRows(context, part, depth + 1))]
}

/** What the rule demands, in words: `Anteil des größten privaten Anbieters: mindestens 40,0 %`. */
export function demandOf(context: Wording, { test }: Pick<Proof, 'test'>): string {
  const parsed = testOf(test)
  return parsed === undefined ? context.term('condition', test) : testLines(context, parsed, '')[0].text
}

/** The value that was found. */
export function valueOf(context: Wording, { test, actual }: Pick<Proof, 'test' | 'actual'>): string {
  return valueText(context, testOf(test)?.fact ?? '', actual)
}

export function testOf(test: string): Test | undefined {
  const [, fact, operator, wanted = ''] = /^(\S+) (\S+)(?: (.*))?$/s.exec(test) ?? []
  return fact === undefined || operator === undefined ? undefined : { fact, operator, wanted }
}

export interface Test {
  readonly fact: string
  readonly operator: string
  readonly wanted: string
}

/** `fact operator value` in words, with the words of the rule file below it. */
function testLines(context: Wording, test: Test, indent: string): readonly [Line, Line] {
  const { fact, operator, wanted } = test
  const { term } = context
  const phrase = phraseOf(context, test)
  const code = [fact, operator, wanted].join(' ')
  return [line(clip(`${indent}${term('fact', fact)}: ${phrase}`, 240)), { ...small(indent + clip(code, 240)), code: true }]
}

/** What is demanded of the fact: `mindestens 40,0 %`. */
export function phraseOf(context: Wording, { fact, operator, wanted }: Test): string {
  const values = wanted.split(', ').map((value) => valueText(context, fact, asNumber(value)))
  return context.term('operator', operator).replace('{value}', () => context.f.choice(values))
}

const asNumber = (text: string): string | number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)

/** A fact's value as people say it: ids in words, shares as percent, ranges as ranges. */
function valueText(context: Wording, fact: string, value: unknown): string {
  const { term, say, f } = context
  if (value === undefined || value === null) return '–'
  if (value === true || value === 'true') return say('yes')
  if (value === false || value === 'false') return say('no')
  const scale = scaleOf(fact)
  if (typeof value === 'number') return scale === 'eur' ? f.money(String(value)) : scale === 'share' ? f.percent(value) : f.number(value)
  if (isInterval(value)) return scale === 'share' ? f.shares(value) : f.hhi(value)
  if (Array.isArray(value)) return f.list(value.map((one: unknown) => valueText(context, fact, one)))
  if (typeof value !== 'string') return clip(JSON.stringify(value) ?? '', 240)
  if (Object.hasOwn(FACTS, fact) && factEntry(fact as FactId).type === 'date') return f.day(value)
  const known = term(fact === 'kind' ? 'item-kind' : fact, value)
  return clip(fact === 'maker' || fact === 'controller' ? context.organisationLink(value).text : known, 240)
}

function isInterval(value: unknown): value is Interval {
  return (
    typeof value === 'object' &&
    value !== null &&
    'low' in value &&
    'high' in value &&
    typeof value.low === 'number' &&
    typeof value.high === 'number'
  )
}

/** The places in the inputs that make a proof true, each once. */
export function proofEvidence(proof: Proof): readonly Evidence[] {
  const found = new Map<string, Evidence>()
  const walk = ({ truth, evidence, parts }: Proof): void => {
    if (truth === 'no') return
    for (const one of evidence) found.set(`${one.source}\0${one.at}`, one)
    parts.forEach(walk)
  }
  walk(proof)
  return [...found.values()]
}
