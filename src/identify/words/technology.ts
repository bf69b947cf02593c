// Words by which a title is about information technology. One list for all who ask, or they would drift apart.
import { wordList, type WordForms } from './word-list.ts'

const SOFTWARE = {
  are: 'app apps add crm erp dms cafm gis kis saas hosted',
  begin: 'plugin user nutzer abo',
  hold: `software lizenz lizens lisens licenc licens subscri subskri saas cloud webseite website portal datenbank database
    fachverfahren onlinedienst informationssystem seats accounts`,
}

const TECHNOLOGY = {
  are: `${SOFTWARE.are} it edv ikt pc pcs data`,
  begin: `${SOFTWARE.begin} web internet`,
  end: 'verfahren app',
  hold: `${SOFTWARE.hold} server system digital elektronisch electronic online plattform platform daten netzwerk network computer
    rechner notebook laptop client drucker printer toner tinte monitor switch firewall informatik abonnement tablet smartphone
    telefon kassen hosting`,
  except: 'serverraum serverräume serverschrank monitoring',
} satisfies WordForms

/** A program, a right to use one, or a service that programs render. */
export const isSoftwareWord = wordList(SOFTWARE)

/** The same, or computers, networks and what belongs to them. */
export const isTechnologyWord = wordList(TECHNOLOGY)

/** The same, or a word that means something else as often: enough to say nothing of a title that has it. */
export const mayBeTechnologyWord = wordList({
  ...TECHNOLOGY,
  hold: `${TECHNOLOGY.hold} data steuerung control programm informatio ticket monitoring`,
  except: 'serverraum serverräume serverschrank programmbereich',
})

/** Divisions of the CPV that are software, its services, computers and networks, whatever a title sounds like. */
const TECHNOLOGY_CODE = /^(?:48|72|302|324)/
const SOFTWARE_CODE = /^(?:48|72)/

export const isTechnologyCode = (code: string): boolean => TECHNOLOGY_CODE.test(code)
export const isSoftwareCode = (code: string): boolean => SOFTWARE_CODE.test(code)

/** Whether a word or the code of a line says that it is about software, computers or networks. */
export function isTechnology(words: readonly string[], cpv: readonly string[] | undefined): boolean {
  return cpv?.some(isTechnologyCode) === true || words.some(isTechnologyWord)
}
