import { wordsOf } from '../names/comparable.ts'
import { recently } from '../names/recently.ts'
import { isLines } from '../words/abroad/lines.ts'
import { isMannedWordAbroad, isRunWordAbroad, RUN_TOGETHER_ABROAD } from '../words/abroad/operation.ts'
import {
  AS_A_SERVICE,
  isCentreWord,
  isLinesWord,
  isMannedWord,
  isRunWord,
  LINES_TOGETHER,
  RUN_TOGETHER,
  SERVICE_DESK,
} from '../words/operation.ts'
import { withoutMarks } from '../words/word-list.ts'
import { boughtBy } from './work.ts'

/** Whether a title means that something is run for the buyer: hosting, data centre, network. */
export function isOperation(title: string): boolean {
  return isRun(title) || isOfLines(title) || isSaid(title, AS_A_SERVICE) || wordsOf(title).some(isCentreWord)
}

/** Lines, networks and what goes over them: nobody's work, though a service. */
export const isOfLines: (title: string) => boolean = recently((title) => {
  const words = wordsOf(title)
  return words.some(isLinesWord) || isSaid(title, LINES_TOGETHER) || isLines(words)
})

/** What system houses run themselves too. */
export function isRun(title: string): boolean {
  const words = wordsOf(title)
  return (
    words.some((word) => isRunWord(word) || isRunWordAbroad(word)) ||
    isSaid(title, RUN_TOGETHER) ||
    RUN_TOGETHER_ABROAD.test(` ${withoutMarks(words.join(' '))} `)
  )
}

/** People keep it running: „Betrieb der SAP-Systeme“, but „Hosting“ may be bought of the maker. */
export function isManned(title: string): boolean {
  return wordsOf(title).some((word) => isMannedWord(word) || isMannedWordAbroad(word)) || isSaid(title, SERVICE_DESK)
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
