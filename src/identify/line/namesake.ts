import { wordList } from '../words/word-list.ts'
import type { Mention } from './text-index.ts'

/** After a name: a place or an event that is called after it, „SAP-Arena“, „Oracle Straße“, „Siemens-Gymnasium“. */
const isPlaceWord = wordList({
  are: `allee straße strasse str platz gasse arena sporthalle stadion klub club cup museum brücke tower theater gymnasium gym schule
    fashion realschule gesamtschule grundschule mittelschule oberschule hauptschule förderschule gemeinschaftsschule berufskolleg
    berufsschule kolleg schulzentrum krankenhaus stiftung halle ring gelände areal werk werke werksgelände werkstor zentrale
    hauptverwaltung park plein laan weg straat street road square avenue boulevard parkplatz parkhaus kreuzung kreisel wettbewerb
    turnier lauf marathon festival summit messe lounge loge familientag`,
})

/** Names of programs that are ordinary words; written small beside words written large they mean what they say. Brands that offices write small too are not among them. */
const ORDINARY = new Set(
  (
    'confluence exchange access word edge project box surface shell chef spark sentinel bamboo crowd compass fabric defender planner ' +
    'loop forms lists catalyst umbrella prime horizon canvas blackboard splash stream bridge pure'
  ).split(' '),
)

/** „the confluence of Trent and Soar“ */
export function isOrdinaryWord(text: string, word: string): boolean {
  return ORDINARY.has(word) && /\s\P{L}*\p{Lu}/u.test(text) && new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text)
}

/** „LAVORI DELL IMPIANTO“: an Italian article without its apostrophe, before a word of that language in a text of it. */
function isArticle(words: readonly string[], at: number): boolean {
  return words[at] === 'dell' && ITALIAN_NOUN.test(words[at + 1] ?? '') && words.some(isItalianWord) && !words.some(isOtherWord)
}
const ITALIAN_NOUN = /^[aeiouhàèéìòù]\p{L}{2,}[aeiouàèéìòù]'?$/u
/** Words of this language and of no other in which Dell is bought. */
const isItalianWord = wordList({
  are: `della dello delle dei degli agli presso gli nel nella sul sulla dal dalla lavori servizio servizi fornitura manutenzione affidamento
    acquisto intervento interventi riparazione rifacimento sostituzione verifica gestione noleggio`,
})
const isOtherWord = wordList({ are: 'für und der die das mit the of and for with pour les voor' })

/** Whether the name only names a place, is a word of the text's language, or is the short form of what is spelled out behind it. */
export function isNamesake(words: readonly string[], { at, words: count }: Pick<Mention, 'at' | 'words'>): boolean {
  if (count === 1 && isArticle(words, at)) return true
  if (isPlaceWord(words[at + count] ?? '')) return true
  const short = words[at]!
  return count === 1 && /^\p{L}{3,5}$/u.test(short) && [1, 2, 3].some((gap) => spells(short, words.slice(at + gap, at + gap + 6)))
}

const SMALL = new Set(
  'und für der die des and of et de e di à a la le les du des au aux del della dei per l d y en van het voor'.split(' '),
)
/** „personne à“ begins with a. */
const initial = (word: string) => word.normalize('NFD')[0]

/** „Automatische Wetterstation“ spells AWS, „Sozialpädagogische Ambulante Praxis“ SAP: at least two words. */
function spells(short: string, words: readonly string[]): boolean {
  let letter = 0
  let spelling = 0
  for (const [i, word] of words.entries()) {
    if (initial(word) !== short[letter]) {
      if (SMALL.has(word)) continue
      return false
    }
    letter++
    if (!SMALL.has(word)) spelling++
    if (
      letter < short.length &&
      initial(words[i + 1] ?? ' ') !== short[letter] &&
      word.length > 6 &&
      word.slice(4).includes(short[letter]!)
    )
      letter++
    if (letter === short.length) return spelling > 1
  }
  return false
}
