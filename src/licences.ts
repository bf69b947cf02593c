import { createLicenceReader, explainLicence } from './identify/licence/index.ts'
import type { LicenceRegister } from './model/register.ts'

export type LicenceExplanation = ReturnType<typeof explainLicence>

/** How a raw licence string is read, step by step, and what it means for the freedom to switch. */
export function explainLicenceText(text: string, register: LicenceRegister): LicenceExplanation {
  return explainLicence(text, createLicenceReader(register))
}
