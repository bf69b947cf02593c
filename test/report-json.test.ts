import { expect, test } from 'vitest'
import { parseAudit } from '../src/model/document.ts'
import type { Audit } from '../src/model/audit.ts'
import { json } from '../src/report/json.ts'
import { component, HOSTILE, largeAudit, smallAudit } from './support/small-audit.ts'

const render = async (audit: Audit) => [...(await json.render(audit, { language: 'de' }))].join('')
const bytes = (text: string) => new TextEncoder().encode(text)

test('the document is the audit, hostile strings and lone surrogates included', async () => {
  const audit = smallAudit()
  const text = await render(audit)
  expect(JSON.parse(text)).toStrictEqual(audit)
  expect(text).toContain('\\ud800')
  expect((JSON.parse(text) as Audit).items[2]?.name).toBe(HOSTILE)
  expect(text.endsWith('\n}\n')).toBe(true)
})

test('each item and each finding stands on a line of its own', async () => {
  const lines = (await render(smallAudit())).split('\n')
  expect(lines.filter((line) => line.startsWith('    {"id":"pkg:npm/part-'))).toHaveLength(3)
  expect(lines.filter((line) => line.startsWith('    {"fingerprint":'))).toHaveLength(2)
  expect(lines.filter((line) => !line.startsWith('  "bounds"')).slice(0, 6)).toEqual([
    '{',
    '  "format": "eigenstand/audit/1",',
    '  "tool": {"name":"eigenstand","version":"0.1.0"},',
    `  "rules": {"set":"default","sha256":"${'a'.repeat(64)}"},`,
    '  "project": {"id":"buergerportal","name":"Bürgerportal","authority":"Stadt Beispielstadt"},',
    '  "asOf": "2026-11-23",',
  ])
})

test('the order of keys does not depend on how the audit was built', async () => {
  const audit = smallAudit()
  const reversed = (value: object) => Object.fromEntries(Object.entries(value).reverse())
  const built = { ...reversed(audit), items: audit.items.map(reversed), findings: audit.findings.map(reversed) } as unknown as Audit
  expect(await render(built)).toBe(await render(audit))
})

test('undefined is left out, null and empty lists stay', async () => {
  const text = await render(smallAudit({ level: null, spend: null, notes: [], items: [component(0, { version: undefined as never })] }))
  const read = JSON.parse(text) as Audit
  expect(read.level).toBeNull()
  expect(read.notes).toEqual([])
  expect('version' in read.items[0]!).toBe(false)
})

test('a large audit comes in bounded pieces', () => {
  const pieces = [...(json.render(largeAudit(2000), { language: 'de' }) as Iterable<string>)]
  expect(pieces.length).toBeGreaterThan(10)
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(80_000)
  expect((JSON.parse(pieces.join('')) as Audit).items).toHaveLength(2000)
})

test('the document is read back line by line, and nothing else is taken for one', async () => {
  const audit = smallAudit({ frameworks: [], undecided: [] })
  expect(parseAudit(bytes(await render(audit)))).toStrictEqual(audit)
  const text = await render(audit)
  const lines = text.split('\n')
  for (let kept = 0; kept < lines.length - 2; kept++) expect(() => parseAudit(bytes(lines.slice(0, kept).join('\n')))).toThrow(SyntaxError)
  expect(() => parseAudit(bytes('{"format":"other"}'))).toThrow(SyntaxError)
  expect(() => parseAudit(new Uint8Array([0x7b, 0xff, 0x0a]))).toThrow()
  const polluted = text.replace('"asOf": "2026-11-23"', '"__proto__": {"polluted":true},\n  "asOf": "2026-11-23"')
  expect((parseAudit(bytes(polluted)) as unknown as { polluted?: boolean }).polluted).toBeUndefined()
})
