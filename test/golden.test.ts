import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import * as CDX from '@cyclonedx/cyclonedx-library'
import { describe, expect, it } from 'vitest'
import { eigenstand, ROOT } from './support/cli.ts'

const INPUTS = ['fixtures/rosetta/bom.cdx.json', 'fixtures/rosetta/vertraege.csv']
const ARGS = [...INPUTS, '--project', 'Wohngeld Online', '--authority', 'Muster-Land, Ministerium für Digitales', '--as-of', '2026-11-23']
const FOLDER = join(ROOT, 'fixtures/audits/wohngeld')

const AUDIT = eigenstand(['audit', ...ARGS, '--no-store', '--json']).stdout
const { sha256, decides } = (JSON.parse(AUDIT) as { rules: { sha256: string; decides: Readonly<Record<string, string>> } }).rules
/** The hashes over the rules change with every fact that is added; what follows from the rules is what a golden holds. */
const steady = (text: string) => [sha256, ...Object.values(decides)].reduce((shown, hash) => shown.replaceAll(hash, '…'), text)

function golden(name: string, shown: string): void {
  const path = join(FOLDER, name)
  if (process.env['BLESS']) writeFileSync(path, steady(shown))
  expect(steady(shown)).toBe(readFileSync(path, 'utf8'))
}

describe('one project, every output', () => {
  const audit = AUDIT

  it('audit.json', () => golden('audit.json', audit))
  it('check.json', () => golden('check.json', eigenstand(['check', ...ARGS, '--json']).stdout))
  it('bom.cdx.json', async () => {
    const bom = eigenstand(['audit', ...ARGS, '--no-store', '--format', 'cyclonedx']).stdout
    golden('bom.cdx.json', bom)
    expect(await new CDX.Validation.JsonStrictValidator(CDX.Spec.Version.v1dot6).validate(bom)).toBeNull()
  })

  it('keeps to its published schema', () => {
    const validate = new Ajv.default({ strict: false, allErrors: true }).compile(
      JSON.parse(readFileSync(join(ROOT, 'docs/audit.schema.json'), 'utf8')) as object,
    )
    expect(validate(JSON.parse(audit)) ? [] : validate.errors?.slice(0, 5)).toEqual([])
  })

  it('reads every record of its inputs or says what became of it', () => {
    const { sources } = JSON.parse(audit) as { sources: { records: number; read: number; rejected: number; unusable: number }[] }
    for (const { records, read, rejected, unusable } of sources) expect(read + rejected + unusable).toBe(records)
  })

  it('names nothing empty, and no confidence above 0.99', () => {
    expect(audit).not.toMatch(/:\s*(""|null,"says")/)
    for (const [, value] of audit.matchAll(/"confidence":\s*([\d.]+)/g)) expect(Number(value)).toBeLessThanOrEqual(0.99)
  })

  it('can be followed from every item to its place in the input', () => {
    const { items, sources } = JSON.parse(audit) as {
      items: { name: string; seenAt: { source: number; at: string; line: number }[] }[]
      sources: { path: string; format: string }[]
    }
    const lines = sources.map(({ path }) => readFileSync(join(ROOT, path), 'utf8').split(/\r?\n/))
    for (const { name, seenAt } of items) {
      const { source, at, line } = seenAt[0]!
      if (sources[source]!.format === 'csv') expect(lines[source]![line - 1]).toContain(name.slice(0, 10))
      else
        expect(
          (
            at
              .split('/')
              .slice(1)
              .reduce((value: unknown, step) => (value as Record<string, unknown>)[step], JSON.parse(lines[source]!.join('\n'))) as {
              name: string
            }
          ).name,
        ).toBe(name)
    }
  })
})
