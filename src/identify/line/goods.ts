import { GOODS, type Goods } from '../../model/register.ts'
import { APPLIANCES } from '../words/abroad/goods.ts'
import { inAll } from '../words/abroad/languages.ts'

const isApplianceAbroad = inAll({}, APPLIANCES)

/**
 * German, French, Italian, Dutch, Polish and English; compounds by what they begin with or hold. A word is also tried glued to the
 * next: what is short, or ends where many words begin, is tied to its beginning or end, or „Fujitsu Chair Control“ would be an airco.
 */
const WORDS: Readonly<Record<Goods, RegExp>> = {
  household:
    /kühlschr|kühlgerät|kühl.?gefrier|gefriersch|gefriertruhe|geschirrsp[üu]l|spülmaschine|waschmaschine|waschtrockner|wäschetrockner|^trockner$|backofen|backöfen|^(?:einbau|elektro|stand)?herde?$|kochfeld|dunstabzug|mikrowelle|^(?:boden|akku|hand)?staubsauger|kaffeevollautomat|kaffeemaschine|espressoma(?:schine|chine)|koffie(?:machine|zet)|stabmixer|^(?:stand|hand)?mixer|toaster|wasserkocher|bügeleisen|dampfbügel|küchenmaschine|(?<!kranken)hausgerät|haushaltsgerät|réfrigérateur|congélateur|lavelinge|lavevaisselle|aspirateur|cafetière|électroménager|frigorifer|congelator|lavatric|lavastovigli|aspirapolver|elettrodomestic|koelkast|vriezer|vaatwasser|wasmachine|wasdroger|stofzuiger|huishoudelijke|lodówk|zamrażark|pralk[ai]|zmywark|odkurzacz|^(?:mini)?fridges?$|freezers?$|dishwasher|microwave|vacuumclean|kettles?$/u,
  television: /fernseh(?!spot|werbung|film|sender|beitrag|produktion|team)|^(?:hotel|smart|led|oled)?tvs?$|televis|téléviseur|telewizor/u,
  monitor:
    /^(?:lcd|led|tft|office|desktop|business|computer|breitbild|curved)?monitor(?:e|en|s|i|y)?$|^bildschirm|^écrans?$|beeldscherm|^displays?$/u,
  lighting:
    /(?:leuchten?|lampen?)$|leuchtmittel|ledtube|(?:led|leuchtstoff|^)röhren?$|^strahler$|leuchtstoff|glühbirne|beleuchtung|luminaire|éclairage|lampadin|illuminazione|verlichting|oświetlen|żarówk|(?<!high)lighting|^bulbs?$/u,
  dictation: /^dikti?er|dictation|speechmike|speechexec|dictée/u,
  'mobile-phone': /handys?$|smartphone|mobiltelefon|cellulari|smartfon|^moto$/u,
  'cordless-phone': /schnurlos|^dect/u,
  'telephone-system':
    /telefonanlage|^tk$|tkanlage|^hipath|^hicom|^openscape|^optipoint|^optiset|autocommutateur|telefooncentrale|centralino/u,
  notebook: /^notebook|notebooks?$|laptop|ultrabook|^portables?$|^portatili?$/u,
  printer: /drucker$|^toner|tonerkassetten?$|^multifunktionsger|^mfp|imprimante|stampant[ei]|^printers?$|drukark/u,
  'document-scanner': /^(?:dokumenten|buch|akten|einzugs?|flachbett|durchzugs?|netzwerk)?scanner$/u,
  'data-centre':
    /^(?:rack|blade|tower|datei|file|backup|datenbank)?servers?$|^(?:netzwerk|core|access|edge)?switch(?:e|es)?$|ersatzswitch|^storage$|speichersystem|^accesspoints?$|serwer/u,
  medical:
    /ultraschall|sonogra|röntgen|computertomogra|^mrt(?!g)|patientenmonitor|beatmungs|verbandstoff|verbandmittel|abdecktuch|abdecktücher|stethoskop|échographe|ecografo|defibrillator|anästhesie|^ekg|infusion(?!soft)/u,
  hearing: /^hörgerät|^hörsystem/u,
  car: /^pkw|dienstwagen|personenwagen|personenkraftwagen|limousine|kleinwagen|^suvs?$|voiture|autovettur|personenauto|samoch[oó]d\p{L}{0,4}osobow/u,
  truck: /^lkw|lastkraftwagen|lastwagen|(?<!s)kipper|sattelzug|müllwagen|abfallsammel|camion|autocarro|vrachtwagen|ciężarow|^trucks?$/u,
  'car-battery': /starterbatterie|autobatterie|fahrzeugbatterie|akumulator/u,
  battery: /^batterien?$|knopfzelle|mignon|^mikrozelle|blockbatterie|^piles$|^pile$|^baterie$|^batteries$|batterijen/u,
  'power-tool':
    /bohrmaschine|bohrhammer|akkuschrauber|bohrschrauber|schlagschrauber|winkelschleifer|trennschleifer|stichsäge|kreissäge|elektrowerkzeug|perceuse|trapano|boormachine|wiertark|wkrętark|visseuse/u,
  'construction-machine':
    /bagger$|radlader|baumaschine|muldenkipper|^(?:motor)?graders?$|pelleteuse|escavator|graafmachine|koparka|excavator/u,
  audio: /kopfhörer|^headphones?$|^[eé]couteurs?$|cuffie|koptelefoon|słuchawki|^soundbars?$/u,
  forklift: /flurförder|stapler$|staplers$|(?<!sc)hubwagen|élévateur|elevator[ei]$|heftruck|widłow|forklift/u,
  surveying: /tachymeter|totalstation|nivellier|^gnss|laserscanning|vermessungsgerät|tachéomètre/u,
  microscope: /mikroskop|microscop/u,
  camera: /^(?:digital|system|kompakt|spiegelreflex)?kameras?$|objektiv$/u,
  'heating-control': /heizkörperthermostat|raumthermostat|^thermostat/u,
  'air-conditioning':
    /klimager[aä]|klimaanlage|klimatisierung|splitger[aä]|climatis|climatizzator|^airco(?:$|s$|n$|ndi|inst|syst|toest|unit)/u,
  'flash-memory': /^ssds?$|usb.?sticks?$|speicherkarten?$/u,
  protective: /atemschutz|schutzhandschuh|gehörschutz|schutzbrille|schutzhelm|schutzkleidung|schutzausrüstung/u,
  security: /sprachalarm|videoüberwachung|überwachungskamera|einbruchmelde|zutrittskontroll|beschallung/u,
  radio: /funkgerät|funkmeldeempf|^tetra$|^pagers?$|portofoon|radiotelefon|emetteur/u,
  'point-of-sale': /^kassen?$|(?<!kranken|spar)kassen(?:system|terminal|automat|drucker)/u,
}
/** Lamps of vehicles, projectors and theatres are not those of the ceiling. */
const SPECIAL_LAMPS = /^(?:kfz|auto|fahrzeug|scheinwerfer|projektor|beamer|bühnen|signal|xenon|röntgen|untersuchungs|op$|uv$)/u
const CODES: readonly (readonly [string, Goods])[] = [
  ['397', 'household'], ['323246', 'television'], ['30231', 'monitor'], ['315', 'lighting'], ['32332', 'dictation'], ['3225', 'mobile-phone'],
  ['302131', 'notebook'], ['302321', 'printer'], ['302161', 'document-scanner'], ['3242', 'data-centre'], ['4882', 'data-centre'],
  ['331', 'medical'], ['3318', 'hearing'], ['34110', 'car'], ['34111', 'car'], ['34113', 'car'], ['341142', 'car'], ['4326', 'construction-machine'], ['34134', 'truck'], ['34139', 'truck'],
  ['31431', 'car-battery'], ['31411', 'battery'], ['42652', 'power-tool'], ['42415', 'forklift'], ['38295', 'surveying'], ['3851', 'microscope'],
  ['38651', 'camera'], ['39717', 'air-conditioning'], ['42512', 'air-conditioning'], ['32344', 'radio'], ['31214', 'point-of-sale'],
] // prettier-ignore

/** What kinds of goods a line is about: by its words, the first first, then by its codes. „USB-Stick“ is two words, and one. */
export function goodsOf(words: readonly string[], cpv: readonly string[] | undefined): readonly Goods[] {
  const lamps = words.some((word) => SPECIAL_LAMPS.test(word))
  const said = words.flatMap((word, i) => {
    const joined = word + (words[i + 1] ?? '')
    return GOODS.filter(
      (kind) =>
        WORDS[kind].test(word) ||
        WORDS[kind].test(joined) ||
        (kind === 'household' && (isApplianceAbroad(word) || isApplianceAbroad(joined))),
    )
  })
  const coded = (cpv ?? []).flatMap((code) => CODES.filter(([prefix]) => code.startsWith(prefix)).map(([, kind]) => kind))
  return [...said, ...coded].filter((goods) => goods !== 'lighting' || !lamps)
}
