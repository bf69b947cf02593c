import type { Clue } from '../clue.ts'
import { brandClue } from './brand.ts'
import { cpeClue } from './cpe.ts'
import { groupClue } from './group.ts'
import { linkClue } from './link.ts'
import { partyClue } from './party.ts'
import { purlClue } from './purl.ts'
import { systemClue } from './system.ts'
import { wordsClue } from './words.ts'

/** Every kind of evidence for a maker. A new clue is one file and one line here. */
export const CLUES: readonly Clue[] = [purlClue, groupClue, partyClue, cpeClue, linkClue, systemClue, wordsClue, brandClue]
