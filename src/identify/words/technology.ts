// Words by which a title is about information technology. One list for all who ask, or they would drift apart.
import { inAll } from './abroad/languages.ts'
import { SOFTWARE_ABROAD, TECHNOLOGY_ABROAD } from './abroad/technology.ts'
import type { WordForms } from './word-list.ts'

const SOFTWARE = {
  are: 'app apps add crm erp dms cafm gis kis saas hosted liz',
  begin: 'plugin user nutzer abo',
  hold: `software lizenz lizens lisens licenc licens subscri subskri saas cloud webseite website portal datenbank database
    fachverfahren onlinedienst informationssystem seats accounts`,
}

const TECHNOLOGY = {
  are: `${SOFTWARE.are} it edv ikt pc pcs data wlan wifi`,
  begin: `${SOFTWARE.begin} web internet`,
  end: 'verfahren app',
  hold: `${SOFTWARE.hold} server system digital elektronisch electronic online plattform platform daten netzwerk network computer
    rechner notebook laptop client drucker printer toner tinte monitor switch firewall informatik abonnement tablet smartphone
    telefon kassen hosting`,
  except: 'serverraum serverräume serverschrank monitoring',
} satisfies WordForms

/** A program, a right to use one, or a service that programs render. */
export const isSoftwareWord = inAll(SOFTWARE, SOFTWARE_ABROAD)

/** The same, or computers, networks and what belongs to them. */
export const isTechnologyWord = inAll(TECHNOLOGY, SOFTWARE_ABROAD, TECHNOLOGY_ABROAD)

/** The same, or a word that means something else as often: enough to say nothing of a title that has it. */
export const mayBeTechnologyWord = inAll(
  {
    ...TECHNOLOGY,
    hold: `${TECHNOLOGY.hold} data steuerung control programm informatio ticket monitoring`,
    except: 'serverraum serverräume serverschrank programmbereich',
  },
  SOFTWARE_ABROAD,
  TECHNOLOGY_ABROAD,
)

/** Divisions of the CPV that are software, its services, computers and networks, whatever a title sounds like. */
const TECHNOLOGY_CODE = /^(?:48|72|302|324)/
const SOFTWARE_CODE = /^(?:48|72)/

export const isTechnologyCode = (code: string): boolean => TECHNOLOGY_CODE.test(code)
export const isSoftwareCode = (code: string): boolean => SOFTWARE_CODE.test(code)

/** Whether a word or the code of a line says that it is about software, computers or networks. */
export function isTechnology(words: readonly string[], cpv: readonly string[] | undefined): boolean {
  return cpv?.some(isTechnologyCode) === true || words.some(isTechnologyWord)
}
