import type { Evidence } from '../../model/evidence.ts'
import type { Proof } from '../../model/policy.ts'
import type { Context } from './context.ts'
import { clip } from './safe.ts'
import { cell, line, row, small, type Row } from './table.ts'

const NO_BREAK = '\u00a0'

/** A proof line by line: what is demanded, what was found, and whether it holds; indented as the condition is built. */
export function proofRows(context: Context, proof: Proof, depth = 0): readonly Row[] {
  const { term } = context
  const indent = NO_BREAK.repeat(depth * 4)
  const own = row(
    cell(...testLines(context, proof.test, indent)),
    cell(proof.actual === undefined ? '–' : actualText(context, proof.actual)),
    cell(term('truth', proof.truth)),
  )
  return [own, ...proof.parts.flatMap((part) => proofRows(context, part, depth + 1))]
}

/** `fact operator value` in words, with the words of the rule file below it. */
function testLines({ term }: Context, test: string, indent: string) {
  const found = /^(\S+) (\S+) ?(.*)$/s.exec(test)
  if (found === null) return [line(indent + term('condition', test))]
  const [, fact = '', operator = '', value = ''] = found
  const words = `${term('fact', fact)} ${term('operator', operator)} ${term('value', value)}`
  return words === test ? [line(indent + clip(test), { code: true })] : [line(indent + clip(words)), { ...small(indent + clip(test)), code: true }]
}

function actualText({ term, f }: Context, actual: unknown): string {
  if (typeof actual === 'number') return f.number(actual)
  if (typeof actual === 'string') return clip(term('value', actual), 240)
  if (Array.isArray(actual) && actual.every((one) => typeof one === 'string')) return clip(actual.map((one) => term('value', one)).join(', '), 240)
  return clip(JSON.stringify(actual) ?? '', 240)
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
