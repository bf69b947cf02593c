import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { claimOf, createLicenceReader, licenceTables, type LicenceReader } from '../../src/identify/licence/index.ts'
import { readRules } from '../../src/knowledge/compile.ts'
import type { LicenceClaim } from '../../src/model/dossier.ts'
import type { SaidLicence } from '../../src/model/item.ts'
import type { LicenceRegister } from '../../src/model/register.ts'

const folder = fileURLToPath(new URL('../../rules/licences/', import.meta.url))

/** The register as shipped, through the same reading as in a run. */
export function shippedRegister(): LicenceRegister {
  const files = readdirSync(folder).map((name) => ({ path: `licences/${name}`, text: readFileSync(folder + name, 'utf8') }))
  return readRules(files).licences
}

export const register = shippedRegister()
export const reader: LicenceReader = createLicenceReader(licenceTables(register))

/** What one string, said as a name, comes to. */
export function read(text: string): LicenceClaim {
  return readAll([text])
}

/** What several entries of one component come to. */
export function readAll(said: readonly (string | SaidLicence)[], ecosystem?: string, model?: string): LicenceClaim {
  const entries = said.map((one): SaidLicence => (typeof one === 'string' ? { text: one, as: 'name' } : one))
  const texts = [...entries.map(({ text }) => text), ...(model === undefined ? [] : [model])]
  const evidence = texts.map((says) => ({ source: 0, at: '/components/0', says }))
  return claimOf(reader.verdict(entries, ecosystem, model), evidence)
}
