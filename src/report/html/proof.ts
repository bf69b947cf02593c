import type { Interval } from '../../model/audit.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Proof } from '../../model/policy.ts'
import type { Context } from './context.ts'
import { clip } from './safe.ts'
import { cell, line, row, small, type Line, type Row } from './table.ts'

const NO_BREAK = '\u00a0'
/** Facts whose numbers are shares. */
const SHARE = /(-share|-weight|-coverage)$/

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
export function demandOf(context: Context, { test }: Pick<Proof, 'test'>): string {
  const parsed = testOf(test)
  return parsed === undefined ? context.term('condition', test) : testLines(context, parsed, '')[0].text
}

/** The value that was found. */
export function valueOf(context: Context, { test, actual }: Pick<Proof, 'test' | 'actual'>): string {
  return valueText(context, testOf(test)?.fact ?? '', actual)
}

function testOf(test: string): Test | undefined {
  const [, fact, operator, wanted = ''] = /^(\S+) (\S+) ?(.*)$/s.exec(test) ?? []
  return fact === undefined || operator === undefined ? undefined : { fact, operator, wanted }
}

interface Test {
  readonly fact: string
  readonly operator: string
  readonly wanted: string
}

/** `fact operator value` in words, with the words of the rule file below it. */
function testLines(context: Context, { fact, operator, wanted }: Test, indent: string): readonly [Line, Line] {
  const { term, f } = context
  const values = wanted.split(', ').map((value) => valueText(context, fact, asNumber(value)))
  const phrase = term('operator', operator).replace('{value}', () => f.choice(values))
  const code = [fact, operator, wanted].join(' ')
  return [line(clip(`${indent}${term('fact', fact)}: ${phrase}`, 240)), { ...small(indent + clip(code, 240)), code: true }]
}

const asNumber = (text: string): string | number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)

/** A fact's value as people say it: ids in words, shares as percent, ranges as ranges. */
function valueText(context: Context, fact: string, value: unknown): string {
  const { term, say, f } = context
  if (value === undefined || value === null) return '–'
  if (value === true || value === 'true') return say('yes')
  if (value === false || value === 'false') return say('no')
  if (typeof value === 'number') return fact === 'per-year' ? f.money(String(value)) : SHARE.test(fact) ? f.percent(value) : f.number(value)
  if (isInterval(value)) return SHARE.test(fact) ? f.shares(value) : f.hhi(value)
  if (typeof value !== 'string') return clip(JSON.stringify(value) ?? '', 240)
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
