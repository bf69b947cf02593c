import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../src/model/audit.ts'
import { ROOT } from './support/cli.ts'
import { toXml } from './support/cyclonedx-xml.ts'
import { auditOf } from './support/whole-audit.ts'
import { zip } from './support/zip.ts'

const file = (name: string) => join(ROOT, 'fixtures/rosetta', name)
const content = (name: string) => readFileSync(file(name))

if (process.env['BLESS']) {
  if (!existsSync(file('bom.cdx.xml'))) writeFileSync(file('bom.cdx.xml'), toXml(JSON.parse(content('bom.cdx.json').toString()) as never))
  writeFileSync(file('inventory.json'), `${JSON.stringify(inventoryOf(auditOf(['bom', content('bom.cdx.json')])), null, 1)}\n`)
}
const INVENTORY = JSON.parse(content('inventory.json').toString()) as ReturnType<typeof inventoryOf>

/** What an audit says of the things that were handed in, and concludes from them; how it was said, and where, is left out. */
function inventoryOf(audit: Audit) {
  const { items, findings, shares, concentration, coverage, axes, level, sources } = audit
  return {
    records: sources.reduce((sum, { records }) => sum + records, 0),
    items: items.map(({ name, version, purl, kind, relation, counted, critical, product, maker, control, controller, governance, licence, structuralClass, layer, binding }) => ({
      name, version, purl, kind, relation, counted, critical, product: product?.id, maker: maker?.id, control, controller: controller?.id, governance,
      licence: { expression: licence.expression, family: licence.family, openness: licence.openness, osi: licence.osi }, structuralClass, layer: layer?.id, binding,
    })),
    findings: findings.map(({ policy, severity, items: of, subject }) => `${severity} ${policy}: ${of.map((i) => items[i]!.name).join(', ') || subject.id}`).sort(),
    shares: shares.map(({ id, basis, low, high, of }) => ({ id, basis, low, high, of })),
    concentration, coverage, axes: axes.map(({ id, best, worst, byBasis }) => ({ id, best, worst, byBasis })), level,
  } // prettier-ignore
}

type Change = (inventory: typeof INVENTORY) => typeof INVENTORY
const SERVICE = 'Google Maps Platform'
/** Where a format cannot say what the inventory says: which, why, and what comes of it. */
const FORCED: readonly { readonly forms: RegExp; readonly why: string; readonly change: Change }[] = [
  {
    forms: /^bom\.spdx/,
    why: 'SPDX up to 3.0 knows no services: one is a package like others, and what is asked of services is not asked of it',
    change: (inventory) => ({
      ...inventory,
      items: inventory.items.map((item) => (item.name === SERVICE ? { ...item, kind: 'software' } : item)),
      findings: inventory.findings.filter((finding) => finding !== `medium outside-eea-service: ${SERVICE}`),
    }),
  },
]
const expected = (form: string) => FORCED.filter(({ forms }) => forms.test(form)).reduce((inventory, { change }) => change(inventory), INVENTORY) // prettier-ignore

const FORMS = ['bom.cdx.json', 'bom.cdx.xml', 'bom.spdx.json', 'bom.spdx', 'bom.spdx.yaml', 'bom.spdx.rdf', 'bom.spdx.xml', 'bom.spdx3.json'] // prettier-ignore

const json = (value: unknown) => Buffer.from(JSON.stringify(value))
const isJson = (form: string) => form.endsWith('.json')
const inside = (form: string, text: string): unknown => (isJson(form) ? (JSON.parse(text) as unknown) : { Data: text })
const statement = (form: string, text: string) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [],
  predicateType: form.includes('spdx') ? 'https://spdx.dev/Document' : 'https://cyclonedx.org/bom',
  predicate: inside(form, text),
})
const dsse = (form: string, text: string) => ({ payloadType: 'application/vnd.in-toto+json', payload: json(statement(form, text)).toString('base64'), signatures: [] }) // prettier-ignore
const bundle = (form: string, text: string) => ({ mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json', dsseEnvelope: dsse(form, text) }) // prettier-ignore

const WRAPPINGS: Readonly<Record<string, (form: string, text: string) => Uint8Array>> = {
  'as it is': (_, text) => Buffer.from(text),
  'UTF-8 with a mark and CRLF': (_, text) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
  'UTF-16': (_, text) => Buffer.from(`\uFEFF${text.replace(/^<\?xml[^>]*>\s*/, '')}`, 'utf16le'),
  gzip: (_, text) => gzipSync(text),
  ZIP: (form, text) =>
    zip([
      { name: 'LIESMICH.pdf', data: '%PDF-1.7\n' },
      { name: form, data: text },
    ]),
  "GitHub's export": (form, text) => json({ sbom: isJson(form) ? (JSON.parse(text) as unknown) : text }),
  'an in-toto statement': (form, text) => json(statement(form, text)),
  'a DSSE envelope': (form, text) => json(dsse(form, text)),
  'a Sigstore bundle': (form, text) => json(bundle(form, text)),
  "GitHub's attestations": (form, text) => json({ attestations: [{ repository_id: 1, bundle: bundle(form, text) }] }),
  'an array of one': (form, text) => json([isJson(form) ? (JSON.parse(text) as unknown) : dsse(form, text)]),
}

describe.each(FORMS)('one inventory as %s', (form) => {
  const text = content(form).toString()

  it.each(Object.keys(WRAPPINGS))('%s gives inventory.json', (wrapping) => {
    const audit = auditOf(['bom', WRAPPINGS[wrapping]!(form, text)])
    expect(JSON.parse(JSON.stringify(inventoryOf(audit)))).toEqual(expected(form))
    // a ZIP tells what it left out; of the SBOM itself there is nothing to be noted
    expect(audit.notes.map(({ code }) => code)).toEqual(wrapping === 'ZIP' ? ['W-SKIPPED'] : [])
  })
})

it('all forms together: what has a purl counts once', () => {
  const withPurl = (items: readonly { readonly purl?: string | null | undefined; readonly counted?: boolean }[]) =>
    items.flatMap(({ purl, counted }) => (counted ? (purl ?? []) : [])).sort()
  const { items } = auditOf(...FORMS.map((form) => [form, content(form)] as const))
  expect(withPurl(items)).toEqual(withPurl(INVENTORY.items))
})
