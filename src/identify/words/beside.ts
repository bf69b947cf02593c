// Words by which a name in a title only stands beside what is bought: German and English here, the rest in `abroad/`.
import { lazily } from '../../model/lazily.ts'
import { tableOf } from '../../model/table.ts'
import { DEVICE_CASES } from './accessory.ts'
import { CASES } from './abroad/accessories.ts'
import { COMPUTERS } from './abroad/devices.ts'
import { formsIn, formsOf, inAll, LANGUAGES, NAME_FIRST, wholeOf } from './abroad/languages.ts'
import { ALTERNATIVE, FORMERLY, INSTEAD_AFTER, INSTEAD_OF, MOVE, REPLACEMENT } from './abroad/replaced.ts'
import { RIGHTS_AND_CARE } from './abroad/care.ts'
import { AGAINST, AND, BETWEEN, FOR, FROM, NOT, TO, TRAILING, WITH } from './abroad/small.ts'
import { BASED_ON, COMPATIBLE, EQUIVALENT, INTEGRATION, INTERFACE, ORIGINAL } from './abroad/suited.ts'
import { listed, together, wordList, type WordTest } from './word-list.ts'

const FORMER = 'ehem ehemals ehemalige ehemaliger vormals früher vorm formerly previously ex'

/** What follows is what somebody or something was called before. */
export const isFormerlyWord = inAll({ are: FORMER }, FORMERLY)

/** What follows is replaced, avoided, compared with or connected to. */
export const isBesideWord = inAll(
  {
    are: `${FORMER}
    ablösung abloesung ablösen ablöse nachfolge nachfolger nachfolgelösung nachfolgesystem nachfolgeprodukt nachfolgeverfahren
    ersatz ersetzt statt anstatt anstelle replacement replacing replaces replaced exit ausstieg kein keine keinen keiner ohne
    komp kompat kompatibel compatible kompatibilität vergleichbar gleichwertig funktionsgleich kompatible kompatibler kompatibles
    passend passender passendes zertifiziert
    altsystem altsystems altverfahren bestandssystem browser browsern browsers vorinstalliert vorinstalliertem vorinstallierten
    vorinstalliertes
    schnittstelle schnittstellen interface interfaces anbindung anbindungen anschluss import importe export exporte datenübernahme
    datenexport datenimport lauffähig basis using mittels über via
    landkreis gemeinde herr herrn frau familie referent referentin autor autorin inhaber rue avenue palazzo piazza viale edificio calle
    plaza straat ulica ulicy ansiedlung`,
    begin: 'alternativ',
  },
  REPLACEMENT,
  ALTERNATIVE,
  INSTEAD_OF,
  FORMERLY,
  COMPATIBLE,
  EQUIVALENT,
  INTERFACE,
  BASED_ON,
)

const besideWith = lazily(() => {
  const from = wholeOf(FROM)
  const withIt = wholeOf(WITH, TO)
  return tableOf<ReadonlySet<string>>({
    ...each(wholeOf(MOVE), from),
    ...each(wholeOf(INTEGRATION), withIt),
    ...each(listed('migration wechsel umstieg umstellung migrieren weg upgrade datenmigration'), [
      ...listed('von vom v aus from'),
      ...from,
    ]),
    ...each(listed('betrieb installation läuft basierend'), listed('auf unter on')),
    ...each(['powered'], ['by']),
    ...each(listed('integration einbindung kopplung verbindung zusammenspiel verknüpfung synchronisation abgleich'), [
      ...listed('in mit an zu nach into with'),
      ...withIt,
    ]),
  })
})

/** Of a word that says so only with one of certain words after it, these. */
export const besideOnlyWith = (word: string): ReadonlySet<string> | undefined => besideWith().get(word)

function each(words: readonly string[], connectors: readonly string[]): Record<string, ReadonlySet<string>> {
  const after = new Set(connectors)
  return Object.fromEntries(words.map((word) => [word, after]))
}

/** After a name: „SAP-Schnittstelle“, „VMware-Ablösung“; or an accessory: „iPad-Schutzhülle“. */
export const isBesideWordAfter = wordList(() =>
  together(
    {
      are: 'exit plug stack addon addin extension satz',
      begin: `ablös abloes schnittstelle anbindung kompat compatib alternative ersatz ausstieg gleichwertig nachfolg plugin umfeld connector
        konnektor basiert ausschreibung ansiedlung werbung kampagne`,
      except: 'ersatzgerät ersatzbesch ersatzkauf ersatzinvest',
    },
    DEVICE_CASES,
    formsOf(CASES, COMPATIBLE, INSTEAD_AFTER),
    formsIn(NAME_FIRST, REPLACEMENT, ALTERNATIVE, INTERFACE, BASED_ON),
  ),
)

/** What comes in the place of what stands before: „VMware-Alternative X“. */
export const isInsteadWord = wordList(() =>
  together({ are: 'alternative ersatz nachfolger nachfolge' }, formsIn(NAME_FIRST, REPLACEMENT, ALTERNATIVE, INSTEAD_AFTER)),
)
/** At the end of a title: „SAP i.s.h.med Nachfolge“. */
export const isReplacedWord = wordList(() => together({ are: 'nachfolge ablösung' }, formsIn(NAME_FIRST, REPLACEMENT)))

/** „Austausch der X-Firewalls gegen Y“: of each language the words that say so, and those before what comes. */
export const EXCHANGES: readonly Exchange[] = [
  { isExchange: wordList({ are: 'austausch tausch umtausch ersetzung ersetzen' }), isAgainst: wordList({ are: 'gegen durch against' }) },
  ...LANGUAGES.map((language) => ({
    isExchange: wordList(() => formsIn([language], REPLACEMENT)),
    isAgainst: wordList(() => formsIn([language], AGAINST)),
  })),
]

/** One comes to what follows „til“, „till“. */
export const isTurnWord = inAll({ are: 'upgrade' }, MOVE, REPLACEMENT, { sv: 'uppgradering', da: 'opgradering', no: 'oppgradering' })

export interface Exchange {
  readonly isExchange: WordTest
  readonly isAgainst: WordTest
}

/** All that follows in a title is compared: „Kompatible Toner für Brother, Canon und HP“. */
export const isCompatibleWord = inAll({ begin: 'kompat compatib rebuilt remanufactur rigenerat refill' }, COMPATIBLE)

/** At the beginning of a title all that follows is joined: „Schnittstelle A - B“. */
export const isJointWord = inAll(
  { are: 'konnektor connector connectors schnittstelle schnittstellen anbindung anbindungen kopplung interface interfaces' },
  INTERFACE,
)

export const isOriginalWord = inAll({ begin: 'original' }, ORIGINAL)

/** „Notebooks mit Windows 11“: the device is bought. */
export const isDeviceWord = inAll(
  {
    are: `server servern notebook notebooks laptop laptops pc pcs arbeitsplatzrechner workstation workstations tablet tablets rechner client
      clients thinclient thinclients endgeräte hardware computer computers`,
  },
  COMPUTERS,
)

/** Not the device, but what one may do with it, and the care of it. */
export const isNoDeviceWord = inAll(
  { hold: 'lizenz licenc licens subskri subscri software verwaltung management wartung pflege support service betriebssystem virenschutz' },
  RIGHTS_AND_CARE,
)

export const isForWord = inAll({ are: 'für for f' }, FOR)
export const isComingWithWord = inAll({ are: 'sous mit inkl inklusive with incl samt' }, WITH)
export const isListWord = inAll({ are: 'und oder sowie and or + & u bzw' }, AND)
/** „kein Original“, „ohne Lizenz“ */
export const isNotWord = inAll({ are: 'kein keine keinen keinem nicht no not ohne' }, NOT)
export const isTrailingWord = inAll({}, TRAILING)

/** „Lizenzen für Microsoft 365“ is Microsoft 365; „Plugin für Jira“ is not Jira. */
export const isRightToUseWord = inAll(
  {
    are: 'cal cals fee fees',
    begin: 'user achat update',
    hold: `lizenz licence license subscri subskri wartung pflege support verlängerung erweiterung beschaffung kauf miet nutzung software
    vertrag lieferung abo gebühr kosten zugang zugäng account plätze maintenance renewal upgrade hosting betrieb service leistung entgelt
    rechte modul version paket kontingent bereitstellung einführung bezug erwerb assurance bedarf
    fourniture acquisition fornitura acquisto levering aankoop dostawa zakup`,
  },
  RIGHTS_AND_CARE,
)

/** What may stand between a word beside and the name. */
export const isBetweenWord = inAll(
  {
    are: `+ & u bzw et f v pour voor dla para per kis ris erp dms cms crm software programm verfahren fachverfahren fachanwendung anwendung
    lösung datenbank plattform produkts portal portals parque parco parc park parku flotte bestand bestands altbestand på op en su von
    vom zu zur zum der des zwischen für ios android windows macos inkl inklusive incl betriebssystem betriebssystems of for to from mit
    with aus an in im nach auf unter on bisherigen bisherige bestehenden vorhandenen alten alter alte aan legacy systemu system systems
    systeem système sistema progiciel logiciel centralino autocommutateur telefooncentrale telefonanlage telefonie telephony pbx
    solution existing current existierende de van het du la le del della di the defekten defekter veralteten den dem die das
    vorh vorhandene vorhandenen bestehende bestehenden by eines einer einem strategie einsatz verwendung gängiger gängigen und oder sowie
    and or`,
  },
  BETWEEN,
  FOR,
  FROM,
  TO,
  WITH,
  AND,
)
