import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it, test } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import type { Finding } from '../src/model/policy.ts'
import type { ReportOptions } from '../src/model/ports.ts'
import type { Language } from '../src/model/words.ts'
import { FORMATS, type FormatId } from '../src/report/formats.ts'
import { reporters } from '../src/report/index.ts'
import { empty, sample, small } from './support/audit.ts'
import { hostile } from './support/audit-variants.ts'
import { SARIF_SCHEMA } from './support/sarif-schema.ts'
import { component, contractLine, HOSTILE, smallAudit } from './support/small-audit.ts'

const CI = FORMATS.filter((format) => !['html', 'json', 'cyclonedx'].includes(format))
const table = reporters(() => {
  throw new Error('no templates are needed')
})
const write = async (format: FormatId, audit: Audit, language: Language = 'de', options: Partial<ReportOptions> = {}) =>
  [...(await table[format]().render(audit, { language, ...options }))].join('')

const PAYLOADS = [
  HOSTILE,
  '| a | `b` </details> @all #1 !2 $3 ~x &1 [x](javascript:alert(1)) https://evil.example www.evil.example ![p](q)',
  '=HYPERLINK("http://evil.example";"x")',
  '\t=1+1',
  ']]></failure></testsuite>\uffff\ufffe\u0000\u0008[[ATTACHMENT|/etc/passwd]]',
  '::error::x\r\n## heading\n- [ ] /close\n',
  '{0} {{1}} [a](2) \\[b\\] ',
  '../../etc/"pass wd"%2e%2e\\C:\\x',
  '',
]
const audits: readonly (readonly [string, Audit])[] = [
  ['sample', sample],
  ['small', small],
  ['empty', empty],
  ['small audit', smallAudit()],
  ...PAYLOADS.map((payload) => [JSON.stringify(payload), hostile(payload)] as const),
]

/** One finding for each of `n` components; `more` changes each. */
function many(n: number, more: (n: number) => Partial<Finding> = () => ({})): Audit {
  const [one] = smallAudit().findings
  const findings = Array.from({ length: n }, (_, at): Finding => ({ ...one!, fingerprint: at.toString(16).padStart(32, '0'), subject: { kind: 'item', id: `pkg:npm/part-${at}` }, items: [at], ...more(at) })) // prettier-ignore
  return smallAudit({ items: Array.from({ length: n }, (_, at) => component(at)), findings })
}

/** The small audit with one text in every place where an input can put one. */
function named(name: string): Audit {
  const place = { seenAt: [{ source: 0, at: name, line: 7, column: 3 }] }
  const items = [component(0, { name, version: name, id: name, ...place }), contractLine(1, { name, id: name })]
  const finding = (id: number, kind: Finding['subject']['kind'], item: number): Finding => ({ ...smallAudit().findings[0]!, fingerprint: String(id).repeat(32), policy: name, subject: { kind, id: name }, items: [item] }) // prettier-ignore
  const sources = smallAudit().sources.map((source) => ({ ...source, path: name }))
  const project = { id: name, name, authority: name }
  return smallAudit({ items, sources, project, findings: [finding(3, 'item', 0), finding(4, 'vendor', 1), finding(5, 'layer', 1)] })
}

const UNREAD = ['ab.json', '</error>]]>.json'].map((path) => ({ code: 'W-INPUT-FAILED', message: '', params: { path, code: 'E3101' } }))

const anyText = fc.string({ unit: 'binary', maxLength: 60 })
const property = (holds: (audit: Audit) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(anyText, (name) => holds(named(name))),
    { numRuns: 60 },
  )

describe('SARIF', () => {
  const valid = new Ajv({ allErrors: true, strict: false }).compile(SARIF_SCHEMA)
  const read = async (audit: Audit, language: Language = 'de') => {
    const document = JSON.parse(await write('sarif', audit, language))
    expect(valid(document), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true)
    return document.runs[0]
  }

  it.each(audits)('is valid and has every finding: %s', async (_, audit) => {
    const { results, tool } = await read(audit)
    expect(results).toHaveLength(audit.findings.length)
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })
  it('is valid for any name', () => property(async (audit) => void (await read(audit))))
  it('leads to the line and column in the SBOM, and to line 1 where a finding has no line', async () => {
    const { results } = await read(named('Teil A/b c.json'))
    const [item, , layer] = ['3', '4', '5'].map((digit) => results.find((one: { partialFingerprints: { primaryLocationLineHash: string } }) => one.partialFingerprints.primaryLocationLineHash === digit.repeat(32))) // prettier-ignore
    expect(item.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'Teil%20A/b%20c.json' }, region: { startLine: 7, startColumn: 3, endLine: 7, endColumn: 4 } }) // prettier-ignore
    expect(layer.locations[0].physicalLocation.region.startLine).toBe(1)
  })
  it('escapes what its messages give a meaning', async () => {
    const { results } = await read(smallAudit({ items: [component(0, { name: 'a [b](1) {0} \\' })], findings: many(1).findings }))
    expect(results[0].message.text).toBe('Großanbieter: a \\[b\\](1) {{0}} \\\\. (F-01 im Prüfbericht)')
  })
  it('shows settled findings as suppressed, with the reason', async () => {
    const { results } = await read(sample)
    const suppressed = results.filter((one: { suppressions?: unknown }) => one.suppressions)
    expect(suppressed).toHaveLength(1)
    expect(suppressed[0].suppressions[0].justification).toBe(
      'begründete Ausnahme: Ablösung durch Valkey ist beauftragt (Leitung IT, bis 31.03.2027)',
    )
  })
  it('gives the reason of a waiver in words where it has none of its own', async () => {
    const findings = sample.findings.map((one) => {
      if (one.waiver === null) return one
      const { words: _, ...waiver } = one.waiver
      return { ...one, waiver: { ...waiver, reason: 'migration-running' } }
    })
    const { results } = await read({ ...sample, findings })
    const [suppressed] = results.filter((one: { suppressions?: unknown }) => one.suppressions)
    expect(suppressed.suppressions[0].justification).toBe('begründete Ausnahme: Ablösung läuft (Leitung IT, bis 31.03.2027)')
  })
  it('is no successful run where an input could not be read, and names it', async () => {
    const { invocations } = await read(smallAudit({ notes: UNREAD }), 'en')
    const [{ executionSuccessful, toolExecutionNotifications }] = invocations
    expect(executionSuccessful).toBe(false)
    expect(toolExecutionNotifications).toMatchObject([{ level: 'error', message: { text: 'Not read: ab.json (E3101).' } }, {}])
    expect((await read(smallAudit())).invocations[0].executionSuccessful).toBe(true)
  })
  it('keeps the 25,000 gravest of 30,000, says so, and stays below 10 MB compressed', async () => {
    const audit = many(30_000, (n) => ({ severity: n < 10_000 ? 'low' : 'high' }))
    const { results, invocations } = await read(audit, 'en')
    expect(results).toHaveLength(25_000)
    expect(results.filter(({ level }: { level: string }) => level === 'error')).toHaveLength(20_000)
    expect(invocations[0].toolExecutionNotifications[0].message.text).toBe(
      'Shortened: the 25,000 gravest findings are listed, 5,000 more are missing here.',
    )
    expect(gzipSync(await write('sarif', audit)).length).toBeLessThan(10_000_000)
  })
})

describe('GitLab Code Quality', () => {
  const read = async (audit: Audit, language: Language = 'de') => {
    const text = await write('gitlab', audit, language)
    expect(text.codePointAt(0)).toBe(0x5b)
    const entries = JSON.parse(text) as { description: string; check_name: string; fingerprint: string; severity: string; location: { path: string; lines: { begin: number } } }[] // prettier-ignore
    for (const entry of entries) {
      expect(Object.keys(entry)).toEqual(['description', 'check_name', 'fingerprint', 'severity', 'location'])
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(entry.severity)
      expect(entry.location.path).toMatch(/^(?!\.{0,2}\/)[^\p{Cc}]+$/u)
      expect(entry.location.path.split('/')).not.toContain('..')
      expect(entry.location.lines.begin).toBeGreaterThanOrEqual(1)
      expect(entry.description).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length)
    return entries
  }

  it.each(audits)('has the shape that GitLab reads: %s', async (_, audit) => {
    expect(await read(audit)).toHaveLength(new Set(audit.findings.map(({ fingerprint }) => fingerprint)).size)
  })
  it('has it for any name', () => property(async (audit) => void (await read(audit))))
  it('maps every severity and lowers what is settled', async () => {
    const severities = ['info', 'low', 'medium', 'high', 'critical'] as const
    expect((await read(many(5, (n) => ({ severity: severities[n]! })))).map(({ severity }) => severity)).toEqual([
      'blocker',
      'critical',
      'major',
      'minor',
      'info',
    ])
    const settled = (await read(sample, 'en')).filter(({ description }) => description.includes('Valkey'))
    expect(settled).toMatchObject([{ severity: 'info', check_name: 'item-not-open' }])
  })
  it('names a fingerprint once', async () => {
    expect(await read(many(4, (n) => ({ fingerprint: String(n % 2).repeat(32) })))).toHaveLength(2)
  })
  it('finds the line of every kind of place', async () => {
    const lines = [
      { at: 'line 14' },
      { at: 'Verträge 2024!12' },
      { at: 'Verträge!D9' },
      { at: '/components/3' },
      { at: '/components/3', line: 77 },
    ]
    const items = lines.map((seen, n) => component(n, { seenAt: [{ source: 0, ...seen }] }))
    expect((await read({ ...many(5), items })).map(({ location }) => location.lines.begin).sort((a, b) => a - b)).toEqual([
      1, 9, 12, 14, 77,
    ])
  })
  it('keeps every fingerprint when lines move, versions rise and the language changes', async () => {
    const moved = {
      ...sample,
      items: sample.items.map((item) => ({ ...item, version: '99', seenAt: item.seenAt.map((seen) => ({ ...seen, line: 999 })) })),
    }
    const prints = async (audit: Audit, language: Language) => (await read(audit, language)).map(({ fingerprint }) => fingerprint)
    expect(await prints(moved, 'en')).toEqual(await prints(sample, 'de'))
  })
})

describe('JUnit', () => {
  interface Element {
    readonly name: string
    readonly attributes: Readonly<Record<string, string>>
  }
  const read = async (audit: Audit, options: Partial<ReportOptions> = {}) => {
    const elements: Element[] = []
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes: attributes as Record<string, string> }))
    parser.write(await write('junit', audit, 'de', options)).close()
    const of = (name: string) => elements.filter((element) => element.name === name)
    const [root, cases] = [of('testsuites')[0]!, of('testcase')]
    expect(Number(root.attributes['tests'])).toBe(cases.length)
    expect(Number(root.attributes['failures'])).toBe(of('failure').length)
    expect(Number(root.attributes['skipped'])).toBe(of('skipped').length)
    expect(new Set(cases.map(({ attributes }) => `${attributes['classname']}\n${attributes['name']}`)).size).toBe(cases.length)
    expect(new Set(elements.map(({ name }) => name))).not.toContain('system-out')
    return { cases, failures: of('failure'), skipped: of('skipped') }
  }

  it.each(audits)('is well-formed, counts itself and repeats no name: %s', async (_, audit) => {
    const { cases, failures, skipped } = await read(audit)
    const settled = audit.findings.filter(
      ({ status, severity }) => status === 'waived' || status === 'accepted' || severity === 'info',
    ).length
    expect([cases.length, failures.length, skipped.length]).toEqual([audit.findings.length, audit.findings.length - settled, settled])
  })
  it('is well-formed for any name', () => property(async (audit) => void (await read(audit))))
  it('skips a hint and says so, unless the gate fails by it', async () => {
    const severities = ['info', 'low', 'info'] as const
    const audit = many(3, (n) => ({ severity: severities[n]! }))
    const { failures, skipped } = await read(audit)
    expect([failures.length, skipped.length]).toEqual([1, 2])
    expect(skipped[0]!.attributes['message']).toMatch(/^Großanbieter: part-\d\. \(Hinweis, die Schranke scheitert daran nicht\)$/)
    const failedBy = new Set([audit.findings[0]!.fingerprint])
    expect((await read(audit, { failedBy })).failures).toHaveLength(2)
  })
  it('says of a hint whose waiver has run out which decision that was', async () => {
    const waiver = {
      finding: '0',
      reason: 'other',
      words: 'bis zur Ablösung',
      approvedBy: 'IT-Leitung',
      from: '2026-01-01',
      until: '2026-06-30',
    }
    const { skipped } = await read(many(1, () => ({ severity: 'info', status: 'expired', waiver })))
    expect(skipped[0]!.attributes['message']).toContain('bis zur Ablösung (IT-Leitung')
  })
  it('has an error for each input that could not be read', async () => {
    const text = await write('junit', smallAudit({ notes: UNREAD }), 'en')
    expect(text).toMatch(/<testsuites name="eigenstand" tests="4" failures="\d+" errors="2"/)
    expect(text).toContain('<error message="Not read: ab.json (E3101)."/>')
    expect((await read(smallAudit({ notes: UNREAD }))).cases).toHaveLength(4)
  })
  it('names policy, subject and file', async () => {
    const { cases } = await read(many(1))
    expect(cases[0]!.attributes).toEqual({ classname: 'large-vendor', name: 'part-0 – bom.json', file: 'bom.json', line: '3' })
  })
  it('numbers repeated names, also where a name looks numbered', async () => {
    const items = ['x', 'x', 'x – bom.json (2)', 'x'].map((name, n) => component(n, { name }))
    const { cases } = await read({ ...many(4), items })
    expect(cases.map(({ attributes }) => attributes['name'])).toHaveLength(4)
  })
  it('stays below 30 MB and says what it left out', async () => {
    const long = '"'.repeat(500)
    const audit = { ...many(30_000), sources: smallAudit().sources.map((source) => ({ ...source, path: long })) }
    const text = await write('junit', audit)
    expect(Buffer.byteLength(text)).toBeLessThan(30_000_000)
    const { cases, skipped } = await read(audit)
    expect(cases.length).toBeLessThan(30_000)
    expect(skipped).toHaveLength(1)
    expect(cases.at(-1)!.attributes['name']).toMatch(/^Gekürzt: /)
  })
})

describe('Markdown', () => {
  /** Cells of every table row, split as GitHub does: at each bar that is not escaped. */
  const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.split(/(?<!\\)\|/).slice(1, -1)) // prettier-ignore
  const read = async (audit: Audit, language: Language = 'de') => {
    const text = await write('markdown', audit, language)
    const [figures, findings] = text.split('\n### ')
    for (const part of [figures!, findings!]) expect(new Set(rows(part).map((cells) => cells.length)).size).toBeLessThanOrEqual(1)
    expect(text.match(/<[^>]*>/g)?.filter((tag) => !['<br>', '<sub>', '</sub>'].includes(tag)) ?? []).toEqual([])
    // an entity is text, whatever it stands for; the services look for references only after that
    const shown = text.replaceAll('&#8203;', '·').replace(/&#\d+;/g, '')
    expect(shown).not.toMatch(/`|[@#!$~](?=[\p{L}\p{N}])|:\/\/|www\.(?!·)|\]\(|[^\P{Cc}\n]|\p{Cf}/u)
    expect(text.split('\n').filter((line) => /^\s*(- |\/|#{1,6} )/.test(line))).toHaveLength(2)
    return { text, findings: rows(findings!).slice(2) }
  }

  it.each(audits.flatMap(([name, audit]) => (['de', 'en'] as const).map((language) => [name, language, audit] as const)))(
    'has whole tables and calls nobody: %s, %s',
    async (_, language, audit) => {
      const { findings } = await read(audit, language)
      const matters = new Set(audit.findings.map(({ policy, severity, status }) => [policy, severity, status].join('\0')))
      expect(findings).toHaveLength(matters.size)
    },
  )
  it('has them for any name', () => property(async (audit) => void (await read(audit))))
  it('says level, figures and findings', async () => {
    const { text, findings } = await read(sample)
    expect(text).toContain('**Die Abhängigkeit ist mindestens hoch (Stufe 4), möglich ist sehr hoch (Stufe 5).**')
    expect(text).toContain('| Komponenten (13 gezählt) | Ausgaben (450.000\u00a0€ im Jahr) | Positionen (14 gezählt) |')
    expect(findings[0]!.map((cell) => cell.trim()).slice(0, 3)).toEqual(['F-01', 'Ein Anbieter trägt die Schicht', 'hoch'])
    expect(findings.at(-1)![0]!.trim()).toBe(`F-0${findings.length}`)
  })
  it('counts no entries of a finding that is about none', async () => {
    const { findings } = await read(many(1, () => ({ policy: 'ohne-eintrag', items: [] })))
    expect(findings[0]![4]!.trim()).toBe('–')
  })
  it('stays below 1 MiB and says what it left out', async () => {
    const audit = many(30_000, (n) => ({ policy: `policy-${n}` }))
    const { text, findings } = await read(audit)
    expect(Buffer.byteLength(text)).toBeLessThan(1_024 * 1_000)
    expect(findings.length).toBeGreaterThan(5_000)
    expect(text).toContain(`**Gekürzt: ${(30_000 - findings.length).toLocaleString('de-DE')} weitere Feststellungen fehlen hier.`)
  })
})

describe('CSV', () => {
  const parsed = async (format: 'csv' | 'csv-rfc4180', audit: Audit, language: Language = 'de') => {
    const options = { delimiter: format === 'csv' ? ';' : ',', bom: true, columns: true, record_delimiter: '\r\n' } as const
    return parseCsv(await write(format, audit, language), options) as Record<string, string>[]
  }
  /** As LibreOffice and Excel look at a cell before they show it. */
  const isFormula = (cell: string) => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20\u2212]/.test(cell) && !/^-\d+([.,]\d+)?$/.test(cell)

  it.each(audits)('has a row for each item and no formula: %s', async (_, audit) => {
    for (const format of ['csv', 'csv-rfc4180'] as const) {
      const rows = await parsed(format, audit)
      expect(rows).toHaveLength(audit.items.length)
      expect(rows.flatMap((row) => Object.values(row)).filter(isFormula)).toEqual([])
    }
  })
  it('has neither for any name', () =>
    property(async (audit) => {
      for (const format of ['csv', 'csv-rfc4180'] as const) {
        const rows = await parsed(format, audit)
        expect(rows).toHaveLength(2)
        expect(rows.flatMap((row) => Object.values(row)).filter(isFormula)).toEqual([])
      }
    }))
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('puts an apostrophe before %j', async (name) => {
    expect((await parsed('csv', named(name)))[0]!['Name']).toMatch(/^'/)
  })
  it('leaves everyday names as they are', async () => {
    for (const name of ['Büro & Co; "Süd"', 'a,b', ' x', "'y'", '漢字 😀', 'a=b', '1.10'])
      expect((await parsed('csv-rfc4180', named(name)))[0]!['Name']).toBe(name)
  })
  it('speaks to German Excel, and to programs', async () => {
    const audit = smallAudit({
      items: [
        contractLine(1),
        contractLine(2, { amount: { value: '-5.50', currency: 'EUR', basis: 'net', kind: 'annual', counts: false, why: 'credit' } }),
      ],
    })
    const [office, plain] = [await write('csv', audit), await write('csv-rfc4180', audit)]
    expect(office.startsWith('\ufeffProjekt;Name;Version;')).toBe(true)
    expect(office.split('\r\n')).toHaveLength(4)
    expect(office.replaceAll('\r\n', '')).not.toContain('\n')
    expect(office.split('\r\n')[1]).toBe(
      'Bürgerportal;Office-Lizenzen 1;;Example Corp;Example Corp;US;Großanbieter (T1);unbekannt;proprietär;Büro-Software;1234,56;EUR;;zählt;1234,56;1234,56;01.01.2025;31.12.2026;3 Monate;;;vertraege.csv: Zeile 3',
    )
    expect(plain.startsWith('Projekt,Name,')).toBe(true)
    expect(plain).toContain(',2025-01-01,2026-12-31,P3M,')
    expect((await parsed('csv-rfc4180', audit, 'en')).map((row) => [row['Amount'], row['Amount counts'], row['EUR a year']])).toEqual([
      ['1234.56', 'counts', '1234.56'],
      ['-5.50', 'credit without a counterpart', ''],
    ])
  })
  it.each([
    [{ notice: 'P6M', noticeTo: '--07-31', noticeEvery: 'P6M' }, '6 Monate zum 31.01. oder 31.07.'],
    [{ notice: 'P3M', noticeTo: '--11-30', noticeEvery: 'P3M' }, '3 Monate zum 28.02., 31.05., 31.08. oder 30.11.'],
    [{ notice: 'P3M', noticeTo: '--12-31', noticeEvery: 'P3M' }, '3 Monate zum Quartalsende'],
    [{ notice: 'P3M', noticeTo: '--02-29' }, '3 Monate zum 29.02.'],
    [{ notice: 'P3M' }, '3 Monate'],
  ] as const)('names every day of notice: %j', async (term, said) => {
    const [row] = await parsed('csv', smallAudit({ items: [contractLine(1, { term })] }))
    expect(Object.values(row!)).toContain(said)
  })
  it('writes unknown out, and never as nothing', async () => {
    const unknown = component(1, {
      licence: { family: 'unknown', openness: 'unknown', confidence: 0, by: [], osi: 'unknown', evidence: [] },
    })
    const { layer: _, ...without } = unknown
    const [row] = await parsed('csv', smallAudit({ items: [without] }))
    for (const column of ['Hersteller', 'Konzern', 'Sitz', 'Größenklasse', 'Lizenz', 'Offenheit', 'Schicht'])
      expect(row![column], column).toBe('unbekannt')
  })
})

test.each(CI)('%s: the same bytes twice, in pieces that stay small', async (format) => {
  const audit = many(3000)
  const pieces = [...(await table[format]().render(audit, { language: 'de' }))]
  expect(pieces.join('')).toBe(await write(format, audit))
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000)
})
