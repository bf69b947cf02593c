import type { Mention } from './text-index.ts'

/** After a name: a place that is called after it, „SAP-Arena“, „Oracle Straße“, „Siemens-Gymnasium“. */
const PLACE =
  /^(?:allee|straße|strasse|str|platz|gasse|arena|sporthalle|stadion|klub|club|cup|museum|brücke|tower|theater|gymnasium|gym|schule|fashion|realschule|gesamtschule|grundschule|mittelschule|oberschule|hauptschule|förderschule|gemeinschaftsschule|berufskolleg|berufsschule|kolleg|schulzentrum|krankenhaus|stiftung|halle|ring|gelände|areal|werk|werke|werksgelände|werkstor|zentrale|hauptverwaltung|park|plein|laan|weg|straat|street|road|square|avenue|boulevard|parkplatz|parkhaus|kreuzung|kreisel|wettbewerb|turnier|lauf|marathon|festival|summit|messe|lounge|loge|familientag)$/
/** Things and doings that are no information technology, by how the word begins or what it holds. */
const OTHER =
  /fenster|^türen|^doors|glasreinigung|reinigung$|cleaning|sonnenschutz|lamelle|jalousie|rollladen|gardine|vorh[aä]ng|teppich|möbel|stühle|geländer|treppenhaus|fassade|trockenbau|estrich|malerarbeit|schlosser|beton|asphalt|pflaster|tiefbau|straßenbau|obst|gemüse|^fruit|sauce|soße|kaffee|^coffee|bohnen|lebensmittel|catering|bewirtung|getränk|traktor|schlepper|reifen|^pkw|^lkw|bagger|rasen|^baum|garten|pflanz|blumen|futter|aquarium|^tier\p{L}{3}|wetterstation|weather|deponie|klärschlamm|konzert|orchester|gastspiel|theaterstück|trikot|schüleraustausch|honorar|lesung$|vernissage|dolmetsch|jugendaustausch|^youth|heilpraktik|fotokurs|kleidung|uniform|schuhe|ferienpass|händlerabend|innenstadt|spielplatz|turnhalle|schwimmbad|geschirrsp[üu]l|spülmaschine|kühlschr|kühlgerät|gefrier|waschmaschine|wäschetrockner|backofen|einbauherd|dunstabzug|mikrowelle|staubsaug|friedhof|bestattung|winterdienst|streusalz|feuerwehrfahrzeug|tanklösch|rettungswagen|krankentransport|schülerbeförderung|schülerverkehr|winzer|wein$|brot|fleisch|milch|gebäck|^pie$|kuchen|torten?$|bürofläche|büroräume|mietfläche|zaunbau|brücke|bahnhof|shuttle|erschließung|verkehrsgutachten|lärmgutachten|absperr|sicherheitsdienst|bewachung|sanitätsdienst|pokal|siegerehrung|standmiete|messestand|messebau|reisekosten|eintrittskarte|^teilnahme|sponsor|kongress|architekt|^reit|dachdeck|rohbau|wandfarbe|lackfarbe|bodenbelag|abbruch|kanalsanierung|vermietung|wäscherei/u
/** The same in English, French, Italian, Spanish and Dutch, whole words. */
const OTHER_ABROAD = new Set(
  (
    'residential homecare domiciliary respite foster fostering placement placements nursing nursery childcare childminder tenancy plumbing roofing scaffolding carpentry joinery decorating landscaping grounds gritting refuse waste skip taxi taxis minibus coaches mot garage tyres funeral burial cemetery tuition swimming playground physiotherapy pharmacy veterinary laundry linen workwear furniture groceries butcher bakery ' +
    'nettoyage restauration repas traiteur voirie maçonnerie peinture toiture plomberie menuiserie mobilier scolaire déchets gardiennage crèche domicile élagage ' +
    'pulizia ristorazione refezione stradale giardini rifiuti vigilanza arredi farmaci limpieza obras jardinería comedor residuos vigilancia mobiliario medicamentos ' +
    'schoonmaak groenvoorziening leerlingenvervoer afval meubilair schilderwerk dakwerk tapijttegels'
  ).split(' '),
)
/** Words that bring it back: a licence for the garden office is a licence. */
const TECHNOLOGY =
  /lizen[zs]|licen|software|server|cloud|subs[kc]ri|notebook|laptop|^pcs?$|client|^apps?$|system|digital|^it$|^edv$|rechner|monitor(?!ing)|drucker|toner|tinte|netzwerk|switch|firewall|verfahren|portal|daten|^user|nutzer|^abo|tablet|smartphone|online|kassen|^(?:cafm|erp|dms|crm|gis|kis|saas)$|hosting|webse?ite/
/** Whom it is bought for tells nothing of what is bought: „Tiefbauamt“. */
const OFFICE = /(?:amt|amtes|ämter|abteilung|referat|dezernat)s?$/
/** Divisions of the CPV of which nothing is a program, a computer or a service about them. */
const OTHER_CPV = /^(?:03|09|14|15|16|18|19|22|24|31(?!15)|3492|37|397|42|43|44|45|55|60|63|70|71|77|85|90|92|98)/

/** Trades whose firms sell no programs and computers, whatever the title sounds like. */
const TRADE =
  /bäckerei|konditorei|metzgerei|fleischerei|sattlerei|(?:maler|dachdecker|zimmerei|handwerks|forst|landwirtschafts)betrieb|bauunternehm|(?:hoch|tief|straßen|trocken|metall|stahl|dach|garten|landschafts)bau(?:$|\P{L})|schreinerei|tischlerei|schlosserei|zimmerei|gärtnerei|feinkost|catering|gebäudereinigung|busreisen|reisedienst|fuhrunternehm|taxi|rechtsanw|anwaltskanzlei|kanzlei|avocats|advocaten|solicitors|steuerberat|spedition|möbel|boulangerie|traiteur|menuiserie|autoservice|autohaus/iu

/** Divisions that are software, its services, computers and networks whatever the title sounds like. */
const TECHNOLOGY_CPV = /^(?:48|72|302|324)/

/** Whether a line is about works, food, vehicles …: names that also are names of software mean something else there. */
export function isOtherGoods(words: readonly string[], cpv: readonly string[] | undefined, supplier?: string): boolean {
  if (cpv !== undefined && cpv.length > 0 && cpv.every((code) => OTHER_CPV.test(code))) return true
  if (cpv?.some((code) => TECHNOLOGY_CPV.test(code)) === true) return false
  if (supplier !== undefined && TRADE.test(supplier)) return true
  return (
    words.some((word) => (OTHER.test(word) && !OFFICE.test(word)) || OTHER_ABROAD.has(word)) && !words.some((word) => TECHNOLOGY.test(word))
  )
}

/** Whether a word or the code of a line says that it is about software, computers or networks. */
export function isTechnology(words: readonly string[], cpv: readonly string[] | undefined): boolean {
  return cpv?.some((code) => TECHNOLOGY_CPV.test(code)) === true || words.some((word) => TECHNOLOGY.test(word))
}

/** Things that are bought, not works and services with a name beside them. */
const GOODS =
  /traktor|schlepper|bagger|^pkw$|^lkw$|reifen|möbel|stühle|geschirrsp[üu]l|spülmaschine|kühl(?:schr|gerät)|gefrier|waschmaschine|wäschetrockner|backofen|einbauherd|dunstabzug|mikrowelle|staubsaug|streuer|mäher$|kleidung|schuhe|feuerwehrfahrzeug|rettungswagen/

export function isAboutGoods(words: readonly string[], cpv: readonly string[] | undefined): boolean {
  return isGoodsCode(cpv) || words.some((word) => GOODS.test(word))
}

/** Goods, not works and services: there a name in the title is mostly that of their maker. */
const GOODS_CPV = /^(?:15|16|18|19|24|31|34[1-8]|37|39|42|43|44)/

export function isGoodsCode(cpv: readonly string[] | undefined): boolean {
  return cpv !== undefined && cpv.length > 0 && cpv.every((code) => GOODS_CPV.test(code))
}

/** Names of programs that are ordinary words; written small beside words written large they mean what they say. Brands that offices write small too are not among them. */
const ORDINARY = new Set(
  'confluence exchange access word edge project box surface shell chef spark sentinel bamboo crowd compass fabric defender planner loop forms lists catalyst umbrella prime horizon canvas blackboard splash stream bridge pure'.split(' '),
) // prettier-ignore

/** „the confluence of Trent and Soar“ */
export function isOrdinaryWord(text: string, word: string): boolean {
  return ORDINARY.has(word) && /\s\P{L}*\p{Lu}/u.test(text) && new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text)
}

/** Whether the name only names a place, or is the short form of what is spelled out behind it. */
export function isNamesake(words: readonly string[], { at, words: count }: Pick<Mention, 'at' | 'words'>): boolean {
  if (PLACE.test(words[at + count] ?? '')) return true
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

/** What is printed about a thing. */
const PRINTED =
  /^(?:fach|lehr|hand|sach|schul)?(?:buch|bücher)$|^handbücher$|zeitschrift(?:en)?$|sonderheft|^magazin|^loseblatt|^livres?$|^manuels?$|^libr[io]$|^boek(?:en)?$|^podręcznik|^textbooks?$|praxishandbuch|^stellen(?:anzeigen?|ausschreibung(?:en)?|inserate?|anz)$/u

/** „Entsorgung von Dell-Monitoren“, „Rückkauf Altgeräte HP“: the head of a title by which things go, not come. */
const GOING = /(?:entsorgung|verwertung|verschrottung)$|^(?:rückkauf|versteigerung|altgeräte)$/u
const HEAD = 2

export const isGoing = (words: readonly string[]): boolean => words.slice(0, HEAD).some((word) => GOING.test(word))

/** „Fachbuch SAP“: what is named is what the book tells of. */
export function isPrinted(words: readonly string[], cpv: readonly string[] | undefined): boolean {
  return cpv?.some((code) => /^22[12]/.test(code)) === true || words.some((word) => PRINTED.test(word))
}
