import type { Audit } from '../model/audit.ts'
import { MESSAGES, NOTES, type MessageId, type NoteId } from '../model/messages.ts'
import { numberFindings, type NumberedFinding } from '../model/numbering.ts'
import type { Proof } from '../model/policy.ts'
import type { Language } from '../model/words.ts'
import { formats } from '../report/format.ts'
import { asksStanding, passedTexts } from '../report/standing-text.ts'
import { speaker } from '../report/words/say.ts'
import { condition, ruleSet } from './explain-gate.ts'
import { axis, evidenceText, fact, item, layer, placesOf, policy, vendor, type Explained, type Known } from './explain-things.ts'

const SHOWN_ITEMS = 20
const MIN_PREFIX = 6

/** What an id means, in words and as data; findings and items are those of the newest stored audit of the project. */
export function explain(id: string, known: Known): Explained | undefined {
  const kinds = [finding, policy, item, axis, layer, vendor, fact, condition, ruleSet]
  return message(id, known.language) ?? kinds.reduce<Explained | undefined>((found, ask) => found ?? ask(id, known), undefined)
}

function message(id: string, language: Language): Explained | undefined {
  const code = id.toUpperCase()
  if (Object.hasOwn(MESSAGES, code)) {
    const entry = MESSAGES[code as MessageId]
    return {
      text: blanks(`${code}: ${entry[language]}\n${entry.hint[language]}`),
      document: { kind: 'message', code, message: entry[language], hint: entry.hint[language], exitCode: entry.exit },
    }
  }
  if (!Object.hasOwn(NOTES, code)) return undefined
  const words = NOTES[code as NoteId][language]
  return { text: blanks(`${code}: ${words}`), document: { kind: 'note', code, message: words } }
}

/** What differs from case to case. */
const blanks = (text: string) => text.replace(/\{\w+\}/g, '…')

function finding(id: string, { audit, language }: Known): Explained | undefined {
  if (audit === undefined) return undefined
  const numbered = numberFindings(audit)
  const prefix = id.toLowerCase()
  const found = numbered.find(
    ({ number, findings }) =>
      number.toLowerCase() === prefix ||
      (prefix.length >= MIN_PREFIX && findings.some(({ fingerprint }) => fingerprint.startsWith(prefix))),
  )
  return found === undefined
    ? undefined
    : {
        text: findingText(audit, found, language),
        document: { kind: 'finding', number: found.number, policy: found.policy, findings: found.findings },
      }
}

function findingText(audit: Audit, { number, policy: id, severity, findings }: NumberedFinding, language: Language): string {
  const { say, term } = speaker(language)
  const rule = audit.policies.find((one) => one.id === id)
  const first = findings[0]!
  const lines = findings.slice(0, SHOWN_ITEMS).flatMap(({ fingerprint, subject, status, items, waiver }) => [
    `  ${subject.id} (${fingerprint.slice(0, 12)})`,
    ...(waiver === null
      ? []
      : [
          `    ${term('finding-status', status)}: ${waiver.words ?? waiver.reason} (${waiver.approvedBy}, ${formats(language).day(waiver.from)} – ${formats(language).day(waiver.until)})`,
        ]),
    ...items.slice(0, 3).flatMap((index) => {
      const { term } = audit.items[index]!
      const passed = term === undefined || !asksStanding(first.proof) ? [] : passedTexts({ say, f: formats(language) }, term, audit.asOf)
      return [placesOf(audit, audit.items[index]!), ...passed].map((text) => `    ${text}`)
    }),
  ])
  return [
    `${number} ${rule?.title[language] ?? id} (${term('severity', severity)})`,
    ...(rule === undefined
      ? []
      : [
          '',
          rule.why[language],
          `→ ${rule.fix[language]}`,
          `${rule.source.what}, ${formats(language).day(rule.source.date)} (${rule.rule})`,
        ]),
    '',
    ...lines,
    ...(findings.length > SHOWN_ITEMS ? [`  ${say('more', { n: findings.length - SHOWN_ITEMS })}`] : []),
    '',
    ...proofText(audit, first.proof, '  '),
  ].join('\n')
}

function proofText(audit: Audit, proof: Proof, indent: string): string[] {
  const actual =
    proof.actual === undefined ? '' : ` [${typeof proof.actual === 'object' ? JSON.stringify(proof.actual) : String(proof.actual)}]`
  return [
    `${indent}${proof.test}: ${proof.truth}${actual}`,
    ...proof.evidence.map((one) => `${indent}  ${evidenceText(audit, one)}`),
    ...proof.parts.flatMap((part) => proofText(audit, part, `${indent}  `)),
  ]
}
