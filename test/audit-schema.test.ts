import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { json } from '../src/report/json.ts'
import { auditSchema, SCHEMA_FILE } from '../tools/audit-schema.mjs'
import { smallAudit } from './support/small-audit.ts'

const text = await auditSchema()
const validate = compile(JSON.parse(text) as object)

test('the published schema is the one of the types (node tools/audit-schema.mjs)', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(text)
})

test('written audits are valid, also where no key may be there that the types do not know', async () => {
  const closed = compile(close(JSON.parse(text) as object))
  const { level, spend, ...unassessed } = { ...smallAudit(), level: null, spend: null }
  for (const audit of [smallAudit(), smallAudit({ items: [], findings: [], level, spend }), { ...unassessed, level, spend }]) {
    const written: unknown = JSON.parse([...(await json.render(audit, { language: 'de' }))].join(''))
    expect([validate(written), validate.errors]).toEqual([true, null])
    expect([closed(written), closed.errors]).toEqual([true, null])
  }
})

const wrong: readonly [string, object][] = [
  ['another format', { format: 'eigenstand/audit/2' }],
  ['an unknown openness', { items: [{ ...smallAudit().items[1], licence: { ...smallAudit().items[1]!.licence, openness: 'free' } }] }],
  ['money as a number', { items: [{ ...smallAudit().items[3], amount: { ...smallAudit().items[3]!.amount, value: 1234.56 } }] }],
  [
    'a proof whose part has no truth',
    { findings: [{ ...smallAudit().findings[0], proof: { test: 'all', truth: 'yes', evidence: [], parts: [{ test: 'x' }] } }] },
  ],
  ['a level that is no number', { level: { ...smallAudit().level, best: '4' } }],
  ['a pair of three', { items: [{ ...smallAudit().items[1], openPart: [0, 0.5, 1] }] }],
  ['an item without control', { items: [{ ...smallAudit().items[1], control: undefined }] }],
]

test.each(wrong)('refused: %s', (_, more) => {
  expect(validate(JSON.parse(JSON.stringify({ ...smallAudit(), ...more })))).toBe(false)
})

test('a key may be added without breaking those who validate', () => {
  expect(validate({ ...smallAudit(), added: 1 } as Audit)).toBe(true)
})

function compile(schema: object): ValidateFunction {
  return new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema)
}

/** The same schema with no room for keys it does not name. */
function close(schema: object): object {
  const closed = Object.fromEntries(
    Object.entries(schema).map(([key, value]: [string, unknown]) => [
      key,
      isObject(value) ? close(value) : Array.isArray(value) ? value.map(closeOne) : value,
    ]),
  )
  return isObject(closed.properties) && closed.type === 'object' ? { ...closed, additionalProperties: false } : closed
}
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
const closeOne = (value: unknown): unknown => (isObject(value) ? close(value) : value)
