import { createHash } from 'node:crypto'
import type { AuditOptions } from '../../src/assemble.ts'
import { audit } from '../../src/audit.ts'
import type { RuleFile } from '../../src/knowledge/compile.ts'
import { overlay } from '../../src/knowledge/overlay.ts'
import type { Audit } from '../../src/model/audit.ts'
import type { RuleSet, Waiver } from '../../src/model/policy.ts'
import { EMPTY_PROJECT, type Project } from '../../src/model/project.ts'
import { join, readInput } from '../../src/read/index.ts'
import { KNOWLEDGE } from './knowledge.ts'
import { LIMITS } from './limits.ts'
import { bytesOf } from './list.ts'

export { KNOWLEDGE }
export const SET = KNOWLEDGE.sets.get('default') as RuleSet
export const DAY = '2026-11-23'

export interface Case {
  /** Name of each input and its content. */
  readonly inputs: Readonly<Record<string, string>>
  readonly asOf?: string
  readonly waivers?: readonly Waiver[]
  /** Left out: the default. */
  readonly set?: RuleSet
  /** Own rules, laid over ours. */
  readonly rules?: readonly RuleFile[]
  /** What the project file says; left out: there is none. */
  readonly project?: Partial<Project>
}

/** The audit of inputs in memory, with the real rules and no process. */
export function auditOf({ inputs, asOf = DAY, waivers = [], set = SET, rules, project = {} }: Case): Audit {
  const knowledge = rules === undefined ? KNOWLEDGE : overlay(KNOWLEDGE, rules, 'eigene')
  const sources = Object.entries(inputs).map(([path, content]) => {
    const sha256 = () => createHash('sha256').update(content).digest('hex')
    return readInput({ ...bytesOf(content, path), sha256 }, { limits: LIMITS })
  })
  const options: AuditOptions = { asOf, set, project: { ...EMPTY_PROJECT, ...project }, id: 'probe', name: 'Probe', version: '0', waivers }
  return audit(join(sources), knowledge, options)
}

export interface Part {
  readonly name: string
  readonly version?: string
  readonly licence?: string
  /** purl without version; left out: `pkg:npm/` and the name. */
  readonly purl?: string
}

/** An SBOM whose components are all direct. */
export function bom(...parts: readonly Part[]): string {
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: { component: { type: 'application', name: 'probe', 'bom-ref': 'probe' } },
    components: parts.map(({ name, version = '1', licence, purl = `pkg:npm/${name}` }) => ({
      type: 'library',
      name,
      version,
      purl: `${purl}@${version}`,
      'bom-ref': name,
      licenses: licence === undefined ? [] : [{ license: { id: licence } }],
    })),
    dependencies: [{ ref: 'probe', dependsOn: parts.map(({ name }) => name) }],
  })
}

export type Row = readonly [product: string, maker: string, cpv: string, eur: number, award?: string, bids?: number]

/** A procurement list: product, maker, supplier, CPV code, EUR for the year 2026, and what else a test needs. */
export function contracts(...rows: readonly Row[]): string {
  const lines = rows.map(
    ([product, maker, cpv, eur, award = '', bids = 3], i) =>
      `V-${i + 1};${product};${maker};Systemhaus Muster GmbH;${cpv};${eur},00;01.01.2026;31.12.2026;${award};${bids}`,
  )
  return `Vertragsnummer;Produkt;Hersteller;Auftragnehmer;CPV-Code;Auftragswert netto (EUR);Vertragsbeginn;Vertragsende;Begründung der Direktvergabe;Anzahl Angebote\n${lines.join('\n')}\n`
}
