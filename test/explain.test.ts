import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { explain } from '../src/cli/text/explain.ts'
import { reasonsText } from '../src/cli/text/reason-words.ts'
import { STEPS } from '../src/identify/licence/reading.ts'
import type { Audit } from '../src/model/audit.ts'
import { numberFindings } from '../src/model/numbering.ts'
import { eigenstand, temporary } from './support/cli.ts'
import { bom, contracts } from './support/gated.ts'
import { concluded, labelledComponents, labelledLines, shipped } from './support/vendors.ts'

const cwd = temporary()
const run = (...args: string[]) => eigenstand(args, { cwd })
let audit: Audit

beforeAll(() => {
  writeFileSync(join(cwd, 'bom.json'), bom({ name: 'a', licence: 'BUSL-1.1' }, { name: 'b', licence: 'MIT' }))
  writeFileSync(
    join(cwd, 'liste.csv'),
    contracts(['Microsoft 365 E3', 'Microsoft', '', 90_000], ['Oracle Database Enterprise', 'Oracle', '', 60_000, 'technische Gründe', 1]),
  )
  const args = ['audit', 'bom.json', 'liste.csv', '--as-of', '2026-11-23', '--project', 'Erstes']
  audit = JSON.parse(run(...args, '--json').stdout) as Audit
  run(...args)
}, 60_000)

describe('explain knows every kind of id that the tool prints', () => {
  const first = () => audit.findings.find(({ policy }) => policy === 'restricted-licence')!
  it.each([
    ['a finding by its number', () => 'F-01', 'finding'],
    ['a finding by its number, small', () => 'f-02', 'finding'],
    ['a finding by its fingerprint', () => first().fingerprint, 'finding'],
    ['a finding by six characters of it', () => first().fingerprint.slice(0, 6), 'finding'],
    ['a policy', () => 'restricted-licence', 'policy'],
    ['an item by its id', () => 'contract:oracle:oracle database enterprise', 'item'],
    ['an item by its purl', () => 'pkg:npm/a@1', 'item'],
    ['an item by its ref', () => 'b', 'item'],
    ['an item by its name', () => 'Oracle Database Enterprise', 'item'],
    ['an item by its name and version, small', () => 'A 1', 'item'],
    ['an item by the number of its contract', () => 'v-2', 'item'],
    ['a vendor by its name', () => 'Oracle', 'vendor'],
    ['a vendor', () => 'microsoft', 'vendor'],
    ['a layer', () => 'buero-software', 'layer'],
    ['an axis', () => 'wechselmoeglichkeit', 'axis'],
    ['a fact', () => 'per-year', 'fact'],
    ['a condition of the gate', () => 'new-restricted-item', 'condition'],
    ['a set', () => 'strict', 'set'],
    ['an error', () => 'E3301', 'message'],
    ['a note', () => 'w-waiver-unused', 'note'],
  ])('%s', (_, id, kind) => {
    const asData = run('explain', id(), '--json')
    expect([asData.code, (JSON.parse(asData.stdout) as { kind: string }).kind]).toEqual([0, kind])
    for (const lang of ['de', 'en']) {
      const { code, stdout } = run('explain', id(), '--lang', lang)
      expect([code, stdout.trim() !== '', /undefined|\[object/.test(stdout)]).toEqual([0, true, false])
    }
  })

  it.each([['explain', 'E3301'], ['history'], ['compare', 'a@2026-01-01', 'a@2026-02-01'], ['waive', '--export', 'csv']])(
    'and %s says that the database which the call names is not there',
    (...args) => {
      expect(run(...args, '--db', 'missing.db')).toMatchObject({
        code: 4,
        stderr: expect.stringMatching(/\[E4001\].*missing\.db.*nicht vorhanden/),
      })
    },
  )

  it('and puts no brackets around no reason', () => {
    const nothing = {
      ...audit.items[0]!,
      licence: { ...audit.items[0]!.licence, expression: undefined, said: undefined, by: [] },
    } as unknown as Audit['items'][number]
    const of = { ...audit, items: [nothing, ...audit.items.slice(1)] }
    expect(explain(nothing.id, { audit: of, knowledge: shipped, openSourceDeliverable: false, language: 'de' })!.text).not.toContain('()')
  })

  it('and says what was probably meant where there is nothing', () => {
    expect(run('explain', 'wechselmöglichkeit')).toMatchObject({ code: 2, stderr: expect.stringContaining('„wechselmoeglichkeit“') })
    expect(run('explain', 'Orakle').stderr).toContain('„oracle“?')
    expect(run('explain', 'E330').stderr).toContain('„E3301“?')
    expect(run('explain', 'V-001').stderr).not.toMatch(/„[EW]/)
  })

  it('and does not take a policy that the last audit did not apply for one that found nothing', () => {
    const said = (knowledge: typeof shipped, of = audit) =>
      explain('single-bid', { audit: of, knowledge, openSourceDeliverable: false, language: 'de' })!.text
    const silent = {
      ...audit,
      policies: audit.policies.filter(({ id }) => id !== 'single-bid'),
      findings: audit.findings.filter(({ policy }) => policy !== 'single-bid'),
    }
    const sets = new Map([...shipped.sets].map(([id, set]) => [id, { ...set, without: ['single-bid'], policies: undefined }] as const))
    expect(said(shipped)).toContain('In der letzten Prüfung: 1 Fall')
    expect(said({ ...shipped, sha256: 'x' }, silent)).toContain('nach anderen Regeln gemacht; von dieser Regel sagt sie nichts')
    expect(said({ ...shipped, sha256: audit.rules.sha256 }, silent)).toContain('In der letzten Prüfung: 0 Fälle')
    expect(said({ ...shipped, sha256: audit.rules.sha256, sets } as never, silent)).toContain('galt diese Regel nicht (Regelsatz default)')
  })
})

describe('in German explain says in German what is ours', () => {
  const german = (id: string, of = audit) =>
    explain(id, { audit: of, knowledge: shipped, openSourceDeliverable: false, language: 'de' })!.text
  /** Words that the audit document and the rules have, and no German sentence. */
  const English = /(?:^| )(?:any|all|not|is|isNot|yes|no|unknown|true|false|above|below|atLeast|atMost|withinDays|line \d+)(?:$|[ :,;])/m

  it('of every finding: what is demanded, what was found, where that stands', () => {
    const numbers = numberFindings(audit).map(({ number }) => number)
    expect(numbers.length).toBeGreaterThan(10)
    const texts = numbers.map((number) => german(number))
    for (const text of texts) expect(text).not.toMatch(English)
    const all = texts.join('\n')
    expect(all).toMatch(/largest-share \(Anteil des größten privaten Anbieters\): mindestens 40,0\s% · gefunden \d/)
    expect(all).toMatch(/openness \(Offenheit der Lizenz\): .*proprietär · gefunden proprietär · trifft zu\n +liste\.csv Zeile 2/)
    expect(all).toContain('eine der Bedingungen: trifft zu')
  })

  it('of items, policies, axes and facts: by what it was concluded, and why', () => {
    expect(german('contract:oracle:oracle database enterprise')).toMatch(
      / {2}Hersteller: Oracle \(Produkt im Text, Hersteller laut Eingabe, .*; \d\d %\)\n {4}liste\.csv Zeile 3/,
    )
    expect(german('pkg:npm/a@1')).toContain('(wörtlich SPDX)')
    expect(german('restricted-licence')).toMatch(/\n {2}ja: .*[^]*\n {2}nein: /)
    expect(german('wechselmoeglichkeit')).not.toMatch(/Maßgebliche Feststellung: (?:layer|bindings|share|item|weight):/)
    expect(german('openness')).toContain('Text; Bereich: Eintrag\n  open (offen), restricted (eingeschränkt)')
  })

  it('of a waiver without words: its reason', () => {
    const [first] = audit.findings
    const waiver = { finding: first!.fingerprint, reason: 'migration-running', approvedBy: 'IT', from: '2026-01-01', until: '2027-01-01' }
    const waived: Audit = { ...audit, findings: [{ ...first!, status: 'waived', waiver }] }
    expect(german('F-01', waived)).toContain('begründete Ausnahme: Ablösung läuft (IT, 01.01.2026 – 01.01.2027)')
  })

  it('has words for every way to a maker or a licence', () => {
    const ways = concluded([...labelledComponents(), ...labelledLines()]).flatMap(({ maker, licence }) => [
      ...(maker?.by ?? []),
      ...licence.by,
    ])
    const all = new Set([
      ...ways,
      ...STEPS,
      'reference',
      'exception',
      'concluded',
      'declared',
      'entries-together',
      'entries-choice',
      'model',
    ])
    expect(all.size).toBeGreaterThan(30)
    expect([...all].filter((way) => reasonsText([way], 'de') === way && way !== 'cpe')).toEqual([])
  })
})

it('explain looks at the project of the project file, as waive does, and not at the newest of all', () => {
  eigenstand(['audit', 'bom.json', '--as-of', '2026-11-24', '--project', 'Zweites'], { cwd })
  const number = (id: string) => (JSON.parse(run('explain', id, '--json').stdout) as { last: { project: string } }).last.project
  expect(number('restricted-licence')).toBe('zweites')
  writeFileSync(join(cwd, 'eigenstand.yaml'), 'project: { name: Erstes }\n')
  expect(number('restricted-licence')).toBe('erstes')
  const fingerprint = audit.findings[0]!.fingerprint
  expect(run('explain', fingerprint.slice(0, 12)).code).toBe(0)
  const waived = run('waive', fingerprint.slice(0, 12), '--reason', 'accepted-risk', '--approved-by', 'IT-Leitung', '--until', '2027-01-01')
  expect(waived.code).toBe(0)
})
