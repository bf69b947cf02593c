import { fold } from '../columns/fold.ts'
import { remembered } from '../remember.ts'
import { dateShapeOf } from './dates.ts'
import { onlyDayIn } from './term-days.ts'

/**
 * What a status says of a contract or of a software: `void` never came about or was undone, `over` has ended, `terminated` will
 * end, `planned` is not agreed yet.
 */
export type Standing = 'in-force' | 'void' | 'over' | 'terminated' | 'planned'

/** What may stand before the word that counts; behind another word it may be of something else: „aktiv, Storno einzelner Posten“. */
const BEFORE = String.raw`^(?:(?:der|die|das|ist|wurde|wird|derzeit|aktuell|bereits|vertrag|auftrag|bestellung|vergabe|ausschreibung|verfahren|software|lizenz|contract|order|licen[cs]e|tender|(?:am|zum|per|seit) [\d.]+|[\d.]+)[ :,-]+)*`
const words = (pattern: string): RegExp => new RegExp(`${BEFORE}(?:${pattern})(?![a-z])`)
const NOT = String.raw`(?:nicht|not|noch nicht|kein(?:e[nr]?)?|un)[ _-]?(?:mehr )?`

/** The more specific before the less: „nicht vergeben“ before „vergeben“, „ungekündigt“ before „gekündigt“. */
const STANDINGS: readonly (readonly [Standing, RegExp])[] = [
  ['in-force', words(`${NOT}(?:gekundigt|storniert|beendet|abgelaufen|ausgelaufen|terminated|cancell?ed|expired)`)],
  ['in-force', words('(?:vergabe|ausschreibung|verhandlung|planung) (?:abgeschlossen|erfolgt|beendet)|angebot angenommen|offer accepted')],
  ['planned', words(`(?:noch nicht|not yet) (?:vergeben|beauftragt|bestellt|erteilt|unterschrieben|awarded|ordered|signed)`)],
  ['void', words(`${NOT}(?:vergeben|beauftragt|bezuschlagt|bestellt|erteilt|zustande gekommen|awarded|installier(?:t|ed)|installed|zuschlag)|unsuccessful|erfolglos`)],
  ['over', words(`${NOT}(?:aktiv|gultig|in (?:betrieb|kraft|nutzung)|im einsatz|genutzt|verlangert|in use|active|valid|in force|renewed)`)],
  ['void', words(String.raw`storno|storniert(?:e[rsn]?)?|stornierung|annulliert|aufgehoben(?:e[rsn]?)?|aufhebung|widerrufen|zuruckgezogen|zuruckgenommen|abgebrochen|abgelehnt|verworfen|entfallen|hinfallig|nichtig|ruckabgewickelt|cancell?ed|cancell?ation|withdrawn|revoked|rejected|aborted|void(?:ed)?|annulled|abandoned|deinstalliert|uninstalled|geloscht|deleted`)],
  ['terminated', words(String.raw`gekundigt(?:e[rsn]?)?|kundigung (?:zum|per|erfolgt|ausgesprochen)|(?:notice|termination) (?:given|as of|to)`)],
  ['over', words(String.raw`beendet(?:e[rsn]?)?|abgelaufen(?:e[rsn]?)?|ausgelaufen(?:e[rsn]?)?|erloschen|inaktiv|inactive|eingestellt|stillgelegt|ausser (?:betrieb|kraft)|abgeschaltet|abgelost|ended|expired|terminated|retired|decommissioned|discontinued|lapsed`)],
  ['planned', words(String.raw`geplant(?:e[rsn]?)?|(?:in )?planung|vorgesehen|beabsichtigt|angebot(?:e|sphase)?|(?:in )?(?:vergabe|ausschreibung|vorbereitung|verhandlung)|ausgeschrieben|entwurf|beantragt|angefragt|vorgemerkt|budgetiert|planned|proposed|draft|pending|requested|quote(?:d)?|offer(?:ed)?|tender(?:ing)?|in (?:preparation|negotiation)`)],
  ['in-force', words(String.raw`aktiv(?:e[rsn]?)?|laufend(?:e[rsn]?)?|lauft|in (?:kraft|betrieb|nutzung|use|force)|gultig|erteilt|beauftragt|vergeben|bezuschlagt|unterzeichnet|unterschrieben|verlangert|produktiv|im einsatz|genutzt|bestellt|geliefert|bezahlt|gebucht|installiert|bestand|unbefristet|active|current|running|live|valid|awarded|signed|extended|renewed|ordered|delivered|paid|booked|installed|confirmed|ok`)],
] // prettier-ignore

/** „gekündigt am“ is the day of the letter, „gekündigt zum“ that of the end. */
const TO_DAY = /(?<![a-z])(?:zum|per|auf den|mit wirkung|bis|to|as of|effective|by|until)(?![a-z])/
const LONGEST = 80

/** What a cell of a column `status` says; `undefined`: nobody knows. `day`: by which it says that it ends. */
export const standingIn = remembered((text): { readonly standing: Standing; readonly day?: string } | undefined => {
  if (text.length > LONGEST) return undefined
  const plain = fold(text).replaceAll('_', ' ')
  const standing = STANDINGS.find(([, pattern]) => pattern.test(plain))?.[0]
  if (standing === undefined) return undefined
  const isEnd = standing === 'over' || (standing === 'terminated' && TO_DAY.test(plain))
  const day = isEnd ? isoDay(onlyDayIn(plain)) : undefined
  return day === undefined ? { standing } : { standing, day }
})

/** Only a day that is settled without a look at its column. */
function isoDay(text: string | undefined): string | undefined {
  const shape = text === undefined ? undefined : dateShapeOf(text)
  return shape !== undefined && 'iso' in shape ? shape.iso : undefined
}
