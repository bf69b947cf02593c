import { wordList } from '../words/word-list.ts'

// Titles that name a thing which is not what is bought.

/** What is printed about a thing. */
const isPrintedWord = wordList({
  are: `buch bücher fachbuch fachbücher lehrbuch lehrbücher handbuch handbücher sachbuch sachbücher schulbuch schulbücher livre livres
    manuel manuels libro libri boek boeken textbook textbooks stellenanzeige stellenanzeigen stellenausschreibung stellenausschreibungen
    stelleninserat stelleninserate stellenanz`,
  begin: 'magazin loseblatt podręcznik',
  end: 'zeitschrift zeitschriften',
  hold: 'sonderheft praxishandbuch',
})

/** „Fachbuch SAP“: what is named is what the book tells of. */
export function isPrinted(words: readonly string[], cpv: readonly string[] | undefined): boolean {
  return cpv?.some((code) => /^22[12]/.test(code)) === true || words.some(isPrintedWord)
}

const isGoingWord = wordList({ are: 'rückkauf versteigerung altgeräte', end: 'entsorgung verwertung verschrottung' })
/** So many words head a title. */
const HEAD = 2

/** „Entsorgung von Dell-Monitoren“, „Rückkauf Altgeräte HP“: the head of a title by which things go, not come. */
export const isGoing = (words: readonly string[]): boolean => words.slice(0, HEAD).some(isGoingWord)
