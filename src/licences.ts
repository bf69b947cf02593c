import { createLicenceReader, explainLicence } from './identify/licence/index.ts'
import { indexOf } from './identify/register-index.ts'
import type { Knowledge } from './model/register.ts'

export type LicenceExplanation = ReturnType<typeof explainLicence>

/** How a raw licence string is read, step by step, and what it means for the freedom to switch. */
export function explainLicenceText(text: string, knowledge: Knowledge): LicenceExplanation {
  return explainLicence(text, createLicenceReader(indexOf(knowledge).licences))
}
