import { wordsOf } from '../names/comparable.ts'
import { isMannedWord, isOperationWord, isRunWord, OPERATION_TOGETHER, RUN_TOGETHER, SERVICE_DESK } from '../words/operation.ts'
import { boughtBy } from './work.ts'

/** Whether a title means that something is run for the buyer: hosting, data centre, network. */
export function isOperation(title: string): boolean {
  return wordsOf(title).some(isOperationWord) || isSaid(title, RUN_TOGETHER) || isSaid(title, OPERATION_TOGETHER)
}

/** The same of what system houses run themselves too. */
export function isRun(title: string): boolean {
  return wordsOf(title).some(isRunWord) || isSaid(title, RUN_TOGETHER)
}

/** People keep it running: „Betrieb der SAP-Systeme“, but „Hosting“ may be bought of the maker. */
export function isManned(title: string): boolean {
  return wordsOf(title).some(isMannedWord) || isSaid(title, SERVICE_DESK)
}

const isSaid = (title: string, together: RegExp): boolean => together.test(` ${wordsOf(title).join(' ')} `)

/** Run for the buyer without a right to use being bought with it: „Oracle-Datenbankbetrieb“, but not „Betrieb und Lizenz“. */
export function isOnlyOperation(title: string): boolean {
  if (HOSTED_FIRST.test(title)) return true
  return isOperation(title) && !BOUGHT_TOO.test(title) && boughtBy(title) !== 'right'
}

const BOUGHT_TOO = /lizenz|licen[cs]|subs[kc]ri|entgelt|gebühr|pflege|wartung|miete/i
/** „Moodle-Hosting + Plugin-Pflege“: who hosts cares for it. */
const HOSTED_FIRST =
  /^[^\p{L}\p{N}]*[\p{L}\p{N}]+[- ]hosting\s*(?:\+|&|und|inkl\.|,|\/)\s*(?:\p{L}+-)?(?:pflege|wartung|support)(?:\P{L}|$)/iu
