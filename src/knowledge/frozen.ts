import { freeze, FrozenMap, type ReadPart } from '../model/frozen.ts'
import { LICENCE_TABLES, type LicenceTables, type RegisterIndex } from '../model/register-index.ts'
import { knowledgeOf, type Knowledge, type Rulings } from '../model/knowledge.ts'
import type { RuleSet } from '../model/policy.ts'
import type { LicenceRegister } from '../model/register.ts'

/** The rulings as JSON has them. */
export type Whole = Omit<Rulings, 'sets'> & { readonly sets: readonly (readonly [string, RuleSet])[] }

export function wholeOf({ sets, layers, lists, policies, frameworks, sha256, register, replaced }: Knowledge): Whole {
  return { sets: [...sets], layers, lists, policies, frameworks, sha256, register, ...(replaced !== undefined && { replaced }) }
}

export function rulingsOf({ sets, ...whole }: Whole): Rulings {
  return { ...whole, sets: new Map(sets) }
}

/** The parts of the compiled rules by file name, as the build writes them: one JSON and one frozen map for everything that is looked up. */
export function frozenRules(knowledge: Knowledge, index: RegisterIndex): ReadonlyMap<string, Uint8Array> {
  const { organisations, bindings, licenceHistories, licences } = knowledge
  return new Map([
    ['rules.json', json(wholeOf(knowledge))],
    ['licences.json', json(licences)],
    ...LICENCE_TABLES.map((table) => [`licence-${table}.map`, freeze(index.licences[table])] as const),
    ['organisations.map', freeze(organisations)],
    ['binding-rules.map', freeze(bindings)],
    ['licence-histories.map', freeze(licenceHistories)],
    ['namespaces.map', freeze(index.namespaces.entries)],
    ['namespace-starts.map', freeze(index.namespaces.starts)],
    ['history-of.map', freeze(index.historyOf)],
    ['names.map', freeze(index.names)],
    ['phrases.map', freeze(index.phrases)],
    ['brands.map', freeze(index.brands)],
    ['own-goods.map', freeze(index.ownGoods)],
  ])
}

/** The knowledge in these files. Of a register only that is read which is looked up. */
export function thawRules(open: (name: string) => ReadPart): Knowledge {
  const read = (name: string) => open(name)(0, Infinity)
  let licences: LicenceRegister | undefined
  const map = <T>(name: string) => new FrozenMap<T>(open(`${name}.map`))
  return knowledgeOf(rulingsOf(parsed<Whole>(read('rules.json'))), {
    // an overlay builds on them; to read licences their tables are enough
    get licences() {
      return (licences ??= parsed<LicenceRegister>(read('licences.json')))
    },
    organisations: map('organisations'),
    bindings: map('binding-rules'),
    licenceHistories: map('licence-histories'),
    index: {
      namespaces: { entries: map('namespaces'), starts: map('namespace-starts') },
      historyOf: map('history-of'),
      licences: Object.fromEntries(LICENCE_TABLES.map((table) => [table, map(`licence-${table}`)])) as unknown as LicenceTables,
      names: map('names'),
      phrases: map('phrases'),
      brands: map('brands'),
      ownGoods: map('own-goods'),
    },
  })
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function parsed<T>(bytes: Uint8Array): T {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as T
}
