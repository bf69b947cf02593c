import { normalised } from '../model/identity.ts'

/** The letters and the digits of a text in turn, without zeros before them: „RV-2025-01/1“ is rv, 2025, 1, 1. */
export function numberParts(text: string): readonly string[] {
  return (normalised(text).match(/\p{L}+|\d+/gu) ?? []).map((part) => part.replace(/^0+(?=\d)/, ''))
}

/** A contract number as it is compared with those of others, who may separate and fill it differently: „V-002“, „V 2“. */
export function numberKey(number: string): string {
  return numberParts(number).join(' ')
}
