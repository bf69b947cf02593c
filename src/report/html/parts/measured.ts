import type { NumberedFinding } from '../../../model/numbering.ts'
import type { Finding, Proof } from '../../../model/policy.ts'
import { asksStanding, passedTexts } from '../../standing-text.ts'
import type { Context } from '../context.ts'
import { unlayered } from './concentration.ts'
import { demandOf, proofRows, valueOf } from './proof.ts'
import { clip } from '../safe.ts'
import { subjectName } from './subject.ts'
import { column, table, type Table } from '../table.ts'

/** Subjects whose test is shown. */
const SUBJECTS = 12

/** What is behind a finding: of contracts their days, of layers, vendors or the project: `Anteil …: mindestens 40,0 %. Gefunden: Büro-Software 61,2 %`. */
export function measured(context: Context, { findings }: NumberedFinding): string | null {
  const [first] = findings
  if (first === undefined) return null
  if (first.subject.kind === 'item') return asksStanding(first.proof) ? standings(context, findings) : null
  const tests = measurements(first.proof)
  if (tests.length === 0) return null
  const found = findings.slice(0, SUBJECTS).map((one) => foundText(context, one, tests))
  const more = findings.length - found.length
  const list = context.f.list(more > 0 ? [...found, context.say('more', { n: more })] : found)
  const told = context.say('finding.measured', { demand: tests.map((test) => demandOf(context, test)).join('; '), found: list })
  return [told, ...(first.subject.kind === 'layer' ? unlayered(context, 'finding.unlayered') : [])].join(' ')
}

/** What a rule that asks for it found: of each contract the day of notice that has passed, until when it binds, and the next. */
function standings(context: Context, findings: readonly Finding[]): string | null {
  const items = findings.flatMap((one) => one.items.map((index) => context.audit.items[index]))
  const texts = items.flatMap((item) => {
    const passed = item?.term === undefined ? [] : passedTexts(context, item.term, context.audit.asOf)
    return item === undefined || passed.length === 0 ? [] : [`${context.nameOf(item)} (${passed.join('; ')})`]
  })
  if (texts.length === 0) return null
  const more = texts.length - SUBJECTS
  const shown = more > 0 ? [...texts.slice(0, SUBJECTS), context.say('more', { n: more })] : texts
  return context.say('finding.standing', { contracts: context.f.list(shown) })
}

/** The true tests of something that is a number. */
function measurements(proof: Proof): readonly Proof[] {
  if (proof.truth !== 'yes' || proof.test === 'not') return []
  if (proof.parts.length > 0) return proof.parts.flatMap(measurements)
  return typeof proof.actual === 'number' || (typeof proof.actual === 'object' && proof.actual !== null) ? [proof] : []
}

function foundText(context: Context, { subject, proof }: Finding, tests: readonly Proof[]): string {
  const values = tests.flatMap(({ test }) => {
    const same = find(proof, test)
    return same === undefined ? [] : [valueOf(context, same)]
  })
  const value = values.join('; ')
  return subject.kind === 'project' ? value : `${clip(subjectName(context, subject), 60)} ${values.length > 1 ? `(${value})` : value}`
}

function find(proof: Proof, test: string): Proof | undefined {
  return proof.test === test ? proof : proof.parts.map((part) => find(part, test)).find((part) => part !== undefined)
}

/** The whole test of a rule, condition by condition: of layers, vendors and the project each its own, of items the heaviest as an example. */
export function proofTables(context: Context, { number, findings }: NumberedFinding): readonly (Table | null)[] {
  const { say, audit } = context
  const columns = [column(say('proof.demand')), column(say('proof.actual')), column(say('proof.truth'))]
  const [first] = findings
  if (first === undefined) return []
  if (first.subject.kind === 'item') {
    const item = audit.items[first.items[0] ?? -1]
    const caption = say(findings.length > 1 ? 'proof.example' : 'proof.subject', {
      number,
      subject: item === undefined ? '' : context.nameOf(item),
    })
    return [table(context, `proof-${number}`, caption, columns, proofRows(context, first.proof))]
  }
  return findings
    .slice(0, SUBJECTS)
    .map(({ subject, proof }, index) =>
      table(
        context,
        `proof-${number}-${index}`,
        say('proof.subject', { number, subject: subjectName(context, subject) }),
        columns,
        proofRows(context, proof),
      ),
    )
}
