import type { Audit } from './audit.ts'
import type { Dossier } from './dossier.ts'
import { append } from './many.ts'
import { inPieces } from './pieces.ts'
import type { Finding } from './policy.ts'

/** Keys in the order in which they are written. The type makes a forgotten key an error. */
type Order<T> = Readonly<Record<keyof T, true>>

// prettier-ignore
const AUDIT: Order<Audit> = {
  format: true, tool: true, rules: true, bounds: true, project: true, asOf: true, projectFile: true, rates: true, sources: true, items: true,
  shares: true, concentration: true, coverage: true, boundServices: true, spend: true, axes: true, level: true, provisionalBecause: true,
  findings: true, undecided: true, frameworks: true, organisations: true, policies: true, notes: true,
}

// prettier-ignore
const ITEM: Order<Dossier> = {
  id: true, ref: true, source: true, kind: true, name: true, version: true, purl: true, cpe: true, relation: true, counted: true,
  product: true, maker: true, selfMade: true, projectFile: true, control: true, controller: true, reseller: true, governance: true, licence: true,
  licenceChange: true, structuralClass: true, isSoftware: true, layer: true, binding: true, critical: true, openPart: true, amount: true, term: true, cpv: true,
  line: true, said: true, seenAt: true,
}

const FINDING: Order<Finding> = {
  fingerprint: true,
  policy: true,
  subject: true,
  items: true,
  severity: true,
  status: true,
  proof: true,
  waiver: true,
}

const ORDERS: Readonly<Partial<Record<keyof Audit, Readonly<Record<string, true>>>>> = { items: ITEM, findings: FINDING }

/**
 * The audit as its JSON document, in pieces: a key a line, an element of a list a line, so that two documents compare
 * line by line. What is undefined is left out; the last line ends with a newline.
 */
export const auditChunks = (audit: Audit): Generator<string, void, undefined> => inPieces(lines(audit))

function* lines(audit: Audit): Generator<string, void, undefined> {
  let before = '{\n'
  for (const key of keysOf(AUDIT)) {
    const value = audit[key]
    if (value === undefined) continue
    yield `${before}  ${JSON.stringify(key)}: `
    if (Array.isArray(value)) yield* list(value, ORDERS[key])
    else yield JSON.stringify(value)
    before = ',\n'
  }
  yield '\n}\n'
}

function* list(values: readonly unknown[], order: Readonly<Record<string, true>> | undefined): Generator<string, void, undefined> {
  let before = '[\n    '
  for (const value of values) {
    yield before + JSON.stringify(order === undefined ? value : inOrder(value as Readonly<Record<string, unknown>>, order))
    before = ',\n    '
  }
  yield values.length === 0 ? '[]' : '\n  ]'
}

function inOrder(value: Readonly<Record<string, unknown>>, order: Readonly<Record<string, true>>): Record<string, unknown> {
  const ordered: Record<string, unknown> = {}
  for (const key in order) if (value[key] !== undefined) ordered[key] = value[key]
  return ordered
}

const keysOf = <T>(order: Order<T>) => Object.keys(order) as (keyof T)[]

const NEWLINE = 0x0a

/**
 * The audit of a document that `auditChunks` wrote. It is read line by line, because the whole of a large one exceeds
 * the longest string there can be. Throws on anything else, and on one that is cut off.
 */
export function parseAudit(bytes: Uint8Array): Audit {
  const entries: [string, unknown][] = []
  let open: unknown[] | undefined
  let last = ''
  for (const line of textLines(bytes)) {
    last = line
    if (line === '{' || line === '}') continue
    if (line.endsWith(': [')) entries.push([JSON.parse(line.slice(0, -3)) as string, (open = [])])
    else if (line === ']') open = undefined
    else if (open !== undefined) open.push(JSON.parse(line))
    else append(entries, Object.entries(JSON.parse(`{${line}}`) as object))
  }
  const audit = Object.fromEntries(entries) as unknown as Audit
  if (last !== '}' || audit.format !== 'eigenstand/audit/1') throw new SyntaxError('not an audit document')
  return audit
}

/** Lines without indentation and without the comma at their end. */
function* textLines(bytes: Uint8Array): Generator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(NEWLINE, from)
    const to = found < 0 ? bytes.length : found
    const line = decoder.decode(bytes.subarray(from, to)).trim()
    if (line !== '') yield line.endsWith(',') ? line.slice(0, -1) : line
    from = to + 1
  }
}
