// Words by which a name in a title only stands beside what is bought.
import { tableOf } from '../../model/table.ts'
import { wordList } from './word-list.ts'

/** What follows is replaced, avoided, compared with or connected to. */
export const isBesideWord = wordList({
  are: `ehem ehemals ehemalige ehemaliger vormals früher vorm formerly previously ex antes anteriormente antiguo antigua ancien ancienne
    anciennement précédemment precedentemente voorheen vroeger tidl tidligere tidigare dawniej dříve
    ablösung abloesung ablösen ablöse nachfolge nachfolger nachfolgelösung nachfolgesystem nachfolgeprodukt nachfolgeverfahren
    alternative alternativen alternatives alternatieven alternativa alternativas ersatz ersetzt statt anstatt anstelle
    replacement replacing replaces replaced exit ausstieg vervanging remplacer sostituire vervangen zastąpić remplacement sostituzione
    zastąpienie wymiana sustitución kein keine keinen keiner ohne
    komp kompat kompatibel compatible kompatibilität vergleichbar gleichwertig funktionsgleich gelijkwaardig équivalent équivalente
    équivalents equivalente równoważny równoważne kompatible kompatibler kompatibles passend passender passendes zertifiziert
    altsystem altsystems altverfahren bestandssystem browser browsern browsers vorinstalliert vorinstalliertem vorinstallierten
    vorinstalliertes
    schnittstelle schnittstellen interface interfaces anbindung anbindungen anschluss import importe export exporte datenübernahme
    datenexport datenimport lauffähig basis basert baseret baserat gebaseerd basado basato using mittels über via
    landkreis gemeinde herr herrn frau familie referent referentin autor autorin inhaber rue avenue palazzo piazza viale edificio calle
    plaza straat ulica ulicy ansiedlung`,
})

/** Words that do so only with one of certain words after them. */
export const BESIDE_WITH = tableOf<ReadonlySet<string>>({
  ...each('migration wechsel umstieg umstellung migrieren weg upgrade datenmigration', 'von vom aus from'),
  ...each('betrieb installation läuft basierend', 'auf unter on'),
  ...each('powered', 'by'),
  ...each('integration einbindung kopplung verbindung zusammenspiel verknüpfung synchronisation abgleich', 'in mit an zu nach into with'),
})

function each(words: string, connectors: string): Record<string, ReadonlySet<string>> {
  const after = new Set(connectors.split(' '))
  return Object.fromEntries(words.split(' ').map((word) => [word, after]))
}

/** After a name: „SAP-Schnittstelle“, „VMware-Ablösung“; or an accessory: „iPad-Schutzhülle“. */
export const isBesideWordAfter = wordList({
  are: 'exit plug stack addon addin extension satz',
  begin: `ablös abloes schnittstelle anbindung kompat compatib alternative ersatz ausstieg gleichwertig nachfolg plugin umfeld connector
    konnektor basiert ausschreibung ansiedlung werbung kampagne tasche armband armbänd halterung ständer folie koffer rucksack
    ladewagen ladekoffer notebookwagen tabletwagen gehäuse`,
  end: 'stift stifte hülle hüllen hulle hullen tasche taschen folie folien halterung halterungen rucksack rucksäcke',
  except: 'ersatzgerät ersatzbeschaffung ersatzkauf ersatzinvest',
})

/** „Lizenzen für Microsoft 365“ is Microsoft 365; „Plugin für Jira“ is not Jira. */
export const isRightToUseWord = wordList({
  are: 'cal cals fee fees',
  begin: 'user achat update',
  hold: `lizenz licence license subscri subskri wartung pflege support verlängerung erweiterung beschaffung kauf miet nutzung software
    vertrag lieferung abo gebühr kosten zugang zugäng account plätze maintenance renewal upgrade hosting betrieb service leistung entgelt
    rechte modul version paket kontingent bereitstellung einführung bezug erwerb assurance bedarf
    droits fourniture acquisition abonnement renouvellement licenz fornitura acquisto rinnovo canone assistenza
    licenti levering aankoop verlenging onderhoud licencj dostawa zakup odnowienie`,
})

/** What may stand between a word beside and the name. */
export const isBetweenWord = wordList({
  are: `+ & u bzw et f pour voor dla para per kis ris erp dms cms crm software programm verfahren fachverfahren fachanwendung anwendung
    lösung datenbank plattform produkts portal portals parque parco parc park parku flotte bestand bestands altbestand på op en su von
    vom zu zur zum der des zwischen für ios android windows macos inkl inklusive incl betriebssystem betriebssystems of for to from mit
    with aus an in im nach auf unter on bisherigen bisherige bestehenden vorhandenen alten alter alte aan legacy systemu system systems
    systeem système sistema progiciel logiciel centralino autocommutateur telefooncentrale telefonanlage telefonie telephony pbx
    solution existing current existierende de van het du la le del della di the defekten defekter veralteten den dem die das
    vorh vorhandene vorhandenen bestehende bestehenden by eines einer einem strategie einsatz verwendung gängiger gängigen und oder sowie
    and or`,
})
