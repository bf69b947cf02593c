/** Headings, as keys, of contracts of which the cells tell the rest: what they are about, or their numbers. */
const CONTRACT = /^(?:vertrag|(?:leasing|miet|wartungs|pflege|lizenz)vertrag|contract|agreement)$/
const CALL_OFF = /^(?:einzel)?abruf$/

/** The language of a heading that says nothing but that there is a contract or a call-off. */
export function contractIn(key: string): 'german' | 'other' | undefined {
  if (!CONTRACT.test(key) && !CALL_OFF.test(key)) return undefined
  return key === 'contract' || key === 'agreement' ? 'other' : 'german'
}

/** Below which may stand what was called off, or how much that was. */
export const isCallOff = (key: string): boolean => CALL_OFF.test(key)

/** Whether numbers below such a heading are those of contracts; below „Abruf“ they may be amounts as well. */
export const mayNumber = (key: string): boolean => CONTRACT.test(key)
