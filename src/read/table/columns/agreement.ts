import { fold } from './fold.ts'

/** What kind of contract a line is: one from which is called off, a call-off from it, or one that stands alone. */
export type Agreement = 'framework' | 'call-off' | 'single'

const FRAMEWORK = 'rahmen-?(?:liefer(?:ungs)?-?)?(?:vertrag|vereinbarung|vertrage|vereinbarungen)|framework(?: agreement| contract)?'
const CALL_OFF = '(?:einzel|rahmenvertrags?|vertrags?|leistungs)?-?abruf(?:auftrag|vertrag|bestellung)?|call-?off(?: contract| order)?'
const WHOLE: readonly (readonly [Agreement, RegExp])[] = [
  ['framework', new RegExp(`^(?:${FRAMEWORK}|rv)$`)],
  ['call-off', new RegExp(`^(?:${CALL_OFF}|einzelauftrag aus rahmen(?:vertrag|vereinbarung))$`)],
  ['single', /^(?:einzel-?vertrag|einzelauftrag|vertrag|(?:single |stand-?alone )?contract)$/],
]

/** What a cell says that says nothing else. */
export function agreementOf(cell: string): Agreement | undefined {
  const folded = fold(cell)
  return WHOLE.find(([, pattern]) => pattern.test(folded))?.[0]
}

const TITLES: readonly (readonly [Agreement, RegExp])[] = [
  ['call-off', new RegExp(`(?<![a-z])(?:${CALL_OFF})(?![a-z])`)],
  ['framework', new RegExp(`^(?:${FRAMEWORK})(?![a-z])`)],
]

/** What a title says of its contract by how it begins, or by that it names a call-off. */
export function agreementInTitle(title: string): Agreement | undefined {
  const folded = fold(title)
  return TITLES.find(([, pattern]) => pattern.test(folded))?.[0]
}

const CEILING =
  /(?<!ohne |keine )(?<![a-z])(?:(?:abruf|wert|kosten)?-?obergrenze|hochst(?:wert|betrag)|(?:max\.?|maximales) (?:auftrags-?|abruf-?)?volumen|rahmenvolumen|(?:framework )?ceiling|maximum value)(?![a-z])/

/** Whether a title says that its amount is the most that may be called off. */
export const saysCeiling = (title: string): boolean => CEILING.test(fold(title))

/** Whether cells of a column say of their rows that they are frameworks or call-offs, whatever the others say. */
export function tellsAgreements(cells: Iterable<string>): boolean {
  for (const cell of cells) if (!['single', undefined].includes(agreementOf(cell))) return true
  return false
}
