import { fold } from '../columns/fold.ts'
import { remembered } from '../remember.ts'

const CREDIT =
  /(?<![a-z])(?:(?:rechnungs)?gutschrift(?:en)?|storno(?:rechnung)?|stornierung|ruckerstattung|ruckvergutung|credit (?:note|memo)|refund)(?![a-z])/

/** Whether a text says that money came back: "Gutschrift", "Storno R4", "Credit note". */
export const saysCredit = remembered((text: string): boolean => CREDIT.test(fold(text)))
