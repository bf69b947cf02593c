import { createLicenceReader, explainLicence } from './identify/licence/index.ts'
import { indexOf } from './identify/register-index.ts'
import type { Knowledge } from './model/knowledge.ts'

export type LicenceExplanation = ReturnType<typeof explainLicence>

/** How a raw licence string is read, step by step, and what it means for the freedom to switch. `country`: seat of the maker, ISO 3166-1 alpha-2. */
export function explainLicenceText(text: string, knowledge: Knowledge, country?: string): LicenceExplanation {
  return explainLicence(text, createLicenceReader(indexOf(knowledge).licences), country)
}
