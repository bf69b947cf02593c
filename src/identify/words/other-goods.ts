// Words by which a title is about goods, works and services that are no information technology.
import { FURNITURE_AND_CLOTHING, STATIONERY, VEHICLES_AND_TOOLS } from './abroad/goods.ts'
import { inAll } from './abroad/languages.ts'
import { EVENTS, FOOD, TRAVEL } from './abroad/occasions.ts'
import { BUILDING, CARE, CLEANING_AND_GUARDS, GARDENS } from './abroad/building.ts'
import { wordList } from './word-list.ts'

const GOODS_ABROAD = [FURNITURE_AND_CLOTHING, VEHICLES_AND_TOOLS, STATIONERY]

const GOODS = {
  are: 'pkw lkw',
  end: 'mäher',
  hold: 'traktor schlepper bagger reifen möbel stühle streuer kleidung schuhe feuerwehrfahrzeug rettungswagen trennscheibe schleifscheibe sägeblatt sägeblätter kopierpapier',
}

/** Things that are bought, not works and services with a name beside them. Appliances are a kind of goods (`goods.ts`). */
export const isGoodsWord = inAll(GOODS, ...GOODS_ABROAD)

/** The same, and food, works, events, premises and the services about them. */
export const isOtherGoodsWord = wordList({
  ...GOODS,
  are: 'pie torte torten',
  begin: `türen doors fruit coffee pkw lkw baum youth teilnahme reit
    tierarzt tierärzt tierheim tierpark tierschutz tierfutter tiernahrung tierhalt tiermed tierklinik tierseuche tierzucht tiergehege`,
  end: 'reinigung lesung wein',
  except: 'baumanag',
  hold: `${GOODS.hold}
    fenster glasreinigung cleaning sonnenschutz lamelle jalousie rollladen gardine vorhang vorhäng teppich geländer treppenhaus fassade
    trockenbau estrich malerarbeit schlosser beton asphalt pflaster tiefbau straßenbau dachdeck rohbau wandfarbe lackfarbe bodenbelag
    abbruch kanalsanierung zaunbau brücke bahnhof erschließung absperr architekt verkehrsgutachten lärmgutachten
    lehmziegel mauerziegel dachziegel obst gemüse sauce soße kaffee bohnen lebensmittel catering bewirtung getränk winzer brot fleisch milch gebäck kuchen
    rasen garten pflanz blumen futter aquarium wetterstation weather deponie klärschlamm friedhof bestattung winterdienst streusalz
    konzert orchester gastspiel theaterstück trikot schüleraustausch jugendaustausch vernissage fotokurs ferienpass händlerabend pokal
    siegerehrung sponsor kongress eintrittskarte reisekosten standmiete messestand messebau honorar dolmetsch heilpraktik
    uniform innenstadt spielplatz turnhalle schwimmbad bürofläche büroräume mietfläche vermietung wäscherei
    tanklösch krankentransport schülerbeförderung schülerverkehr shuttle sicherheitsdienst bewachung sanitätsdienst`,
})

/** The same in English and all other languages. */
export const isOtherGoodsWordAbroad = inAll(
  {
    are: `residential homecare domiciliary respite foster fostering placement placements nursing nursery childcare childminder tenancy
      plumbing roofing scaffolding carpentry joinery decorating landscaping grounds gritting refuse waste skip taxi taxis minibus coaches mot
      garage tyres funeral burial cemetery tuition swimming playground physiotherapy pharmacy veterinary laundry linen workwear furniture
      groceries butcher bakery shrub shrubs yew hedging hedges turf saplings bedding compost stationery envelopes theatre`,
  },
  ...GOODS_ABROAD,
  BUILDING,
  GARDENS,
  CLEANING_AND_GUARDS,
  CARE,
  FOOD,
  EVENTS,
  TRAVEL,
)

const OFFICES = 'amt amts amtes ämter abteilung abteilungs referat referats dezernat dezernats'

/** Whom it is bought for tells nothing of what is bought: „Tiefbauamt“. */
export const isOfficeWord = wordList({ end: OFFICES })

/** The same, and what a thing is used for: „Friedhofsverwaltung“. */
export const isPurposeWord = wordList({
  end: `${OFFICES} betrieb verwaltung kataster register management planung planer abrechnung kosten kalender kalkulation buchung sensor
    sensoren`,
})

/** In a firm's name: trades whose firms sell no programs and computers, whatever the title sounds like. */
export const isOtherTradeWord = wordList({
  end: 'hochbau tiefbau straßenbau trockenbau metallbau stahlbau dachbau gartenbau landschaftsbau',
  hold: `bäckerei konditorei metzgerei fleischerei sattlerei malerbetrieb dachdeckerbetrieb zimmereibetrieb handwerksbetrieb forstbetrieb
    landwirtschaftsbetrieb bauunternehm schreinerei tischlerei schlosserei zimmerei gärtnerei feinkost catering gebäudereinigung
    busreisen reisedienst fuhrunternehm taxi rechtsanw kanzlei avocats advocaten solicitors steuerberat spedition möbel boulangerie
    traiteur menuiserie autoservice autohaus`,
})
