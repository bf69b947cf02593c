import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { audit } from '../src/audit.ts'
import { EMPTY_PROJECT } from '../src/model/project.ts'
import { join as joined, readInput } from '../src/read/index.ts'
import { ROOT } from './support/cli.ts'
import { KNOWLEDGE as knowledge } from './support/knowledge.ts'
import { LIMITS } from './support/limits.ts'
import { bytesOf } from './support/list.ts'

/** Policies that a notice fulfils, with the items they name. */
function findings(content: string | Uint8Array): string[] {
  const source = readInput({ ...bytesOf(content, 'notice'), sha256: () => '' }, { limits: LIMITS })
  const options = { asOf: '2026-11-23', set: knowledge.sets.get('default')!, project: EMPTY_PROJECT, id: 'p', name: 'P', version: '0' }
  const { findings: found, items } = audit(joined([source]), knowledge, options)
  return found.filter(({ policy }) => policy === 'lock-in-award' || policy === 'single-bid').flatMap(({ policy, items: of }) => of.map((index) => `${policy} ${items[index]!.ref}`)) // prettier-ignore
}

const fixture = (name: string): string => readFileSync(join(ROOT, 'fixtures/read/tender', name), 'utf8')

describe('what a notice says of its procedure becomes findings', () => {
  it('eForms: reason of the direct award (BT-136) and submissions received (BT-759)', () => {
    expect(findings(fixture('eforms-award.xml'))).toEqual(
      ['LOT-0001/TEN-0002', 'LOT-0002/TEN-0004', 'LOT-0004/TEN-0006'].map((at) => `lock-in-award notiz-7#${at}`),
    )
    const alone = fixture('eforms-award.xml').replace(/(<[\w:]*StatisticsNumeric[^>]*>)2(<)/, '$11$2')
    expect(findings(alone)).toContain('single-bid notiz-7#LOT-0001/TEN-0002')
  })

  it('OCDS: rationale of a limited procedure and number of tenderers', () => {
    expect(findings(fixture('ocds-german-shape.json'))).toEqual(['lock-in-award ocds-beispiel-0001'])
    const release = (tender: object) => JSON.stringify({ ocid: 'o', id: '1', tag: ['award'], tender: { title: 'T', ...tender }, awards: [{ id: 'a' }] }) // prettier-ignore
    expect(findings(release({ numberOfTenderers: 1 }))).toEqual(['single-bid o'])
    const codes = { procurementMethod: 'limited', procurementMethodRationaleClassifications: [{ scheme: 'eu-direct-award-justification', id: 'technical' }] } // prettier-ignore
    expect(findings(release(codes))).toEqual(['lock-in-award o'])
    // a reason beside an open procedure is none of a direct award
    expect(findings(release({ ...codes, procurementMethod: 'open' }))).toEqual([])
  })
})
