import { expect, it } from 'vitest'
import { ITEM_FACTS } from '../src/evaluate/facts.ts'
import { compile } from '../src/evaluate/prove.ts'
import type { Dossier } from '../src/model/dossier.ts'
import type { FactId } from '../src/model/facts.ts'
import { read } from './support/licences.ts'
import { policies } from './support/rules.ts'

/** What a policy says of an item under a licence; `?` stands for a part that nobody can read. */
function truth(policy: string, expression: string, { line, openSourceDeliverable }: { line: boolean; openSourceDeliverable: boolean }) {
  const item = { kind: 'software', name: 'x', said: {}, licence: read(expression.replaceAll('?', 'LicenseRef-0')), ...(line && { line }) }
  const context = { asOf: '2026-11-23', openSourceDeliverable, lockIn: () => false }
  const { when } = policies.find(({ id }) => id === policy)!
  const value = (fact: string) => ITEM_FACTS[fact as FactId]!(item as unknown as Dossier, context)
  return compile(when, '2026-11-23').truth({ value, evidence: () => [] })
}

it.each([
  // expression, procured and not open (§ 16a), not approved by the OSI (openCode)
  ['MIT', 'no', 'no'],
  ['EUPL-1.2', 'no', 'no'],
  ['MIT OR LicenseRef-proprietary', 'no', 'no'],
  ['MIT OR ?', 'no', 'no'],
  ['MIT AND ?', 'unknown', 'unknown'],
  ['MIT AND LicenseRef-proprietary', 'yes', 'yes'],
  ['Elastic-2.0', 'yes', 'yes'],
  ['Elastic-2.0 AND ?', 'yes', 'yes'],
  ['Elastic-2.0 OR ?', 'unknown', 'unknown'],
  ['SSPL-1.0 OR AGPL-3.0-only', 'no', 'no'],
  ['(MIT AND ?) OR Apache-2.0', 'no', 'no'],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'no', 'no'],
  ['Apache-2.0 WITH Commons-Clause', 'yes', 'yes'],
  // free without the word of the OSI
  ['OpenSSL', 'no', 'yes'],
  ['NONE', 'yes', 'yes'],
  ['NOASSERTION', 'unknown', 'unknown'],
] as const)('%s: § 16a %s, OSI %s', (expression, openness, osi) => {
  expect(truth('openness-16a-egovg', expression, { line: true, openSourceDeliverable: false })).toBe(openness)
  expect(truth('non-osi-licence', expression, { line: false, openSourceDeliverable: true })).toBe(osi)
})
