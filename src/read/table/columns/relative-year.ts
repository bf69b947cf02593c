import { fold } from './fold.ts'
import { remembered } from '../remember.ts'

/** "Ansatz für 2017" is an "Ansatz 2017". */
const FOR_YEAR = /(?<![a-z])(?:fur|for|im|in)(?: das| dem)?(?: (?:haushalts)?jahr| fiscal year)? (?=(?:19|20)\d\d(?!\d))/g
const YEAR = '(?:haushalts|geschafts|wirtschafts|kalender)?(?:jahr(?:e?s)?|fiscal year|year)(?![a-z])'
const THIS = `(?:(?:lfd\\.|laufende[nrs]?|aktuelle[nrs]?|diese[sm]|current|this) ?${YEAR})`
const OTHER = `(?:(?:folge|vor|(?:kommende|nachste|letzte|vorige|vergangene)[nrs]? |(?:next|last|previous|prior|following) )${YEAR})`
const SAYS = (which: string) => new RegExp(`(?<![a-z])(?:(?:fur|for|im|in|des|of)(?: das| dem| the)? )?${which}`, 'g')
const [THIS_YEAR, OTHER_YEAR] = [SAYS(THIS), SAYS(OTHER)]

/** A folded heading without the year that it names beside what it is: „Ansatz für 2017“, „Kosten laufendes Jahr“, „Kosten Folgejahr“. */
export const withoutYearSaid = (folded: string): string => folded.replace(FOR_YEAR, ' ').replace(THIS_YEAR, ' ').replace(OTHER_YEAR, ' ')

/** Which year a heading says by its distance from the current one. */
export const relativeYear = remembered((heading: string): 'this' | 'other' | undefined => {
  const folded = fold(heading)
  if (folded.search(OTHER_YEAR) >= 0) return 'other'
  return folded.search(THIS_YEAR) >= 0 ? 'this' : undefined
})
