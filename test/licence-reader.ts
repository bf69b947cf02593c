import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createLicenceReader, type LicenceReader } from '../src/identify/licence/index.ts'
import { readRules } from '../src/knowledge/compile.ts'
import type { LicenceRegister } from '../src/model/register.ts'

const folder = fileURLToPath(new URL('../rules/licences/', import.meta.url))

/** The register as shipped, through the same reading as in a run. */
export function shippedRegister(): LicenceRegister {
  const files = readdirSync(folder).map((name) => ({ path: `licences/${name}`, text: readFileSync(folder + name, 'utf8') }))
  return readRules(files).licences
}

export function shippedReader(): LicenceReader {
  return createLicenceReader(shippedRegister())
}
