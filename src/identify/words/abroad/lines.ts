// Words by which lines, networks and what goes over them are bought: telephony, voice, data, messages, access to the internet.
import { wordListOfLanguages, withoutMarks } from '../word-list.ts'

/** Alone enough. */
const isTelephony = wordListOfLanguages({
  romance: {
    are: `téléphonie telefonia telefonía telefonie telefonii telefoniei`,
  },
  germanic: {
    are: `mobieletelefonie internettoegang internetverbinding internetverbindingen internetaansluiting internetaansluitingen datacommunicatie
      belminuten databundel databundels huurlijn huurlijnen internetaccess bredband bredbånd internettaksess internettadgang breedband
      glasvezelverbinding glasvezelverbindingen glasvezelaansluiting taletrafik taletrafikk samtrafik datasamband mobildata
      fiberforbindelse fiberforbindelser fiberförbindelse fiberförbindelser dataforbindelse dataforbindelser fibersamband svartfiber`,
    begin: `mobiltelefoni telefonitj telefoniavtal telefonioperat fasttelefoni iptelefoni teletj teleydels mobilabon mobiltj mobiltaleydel
      mobilkommunikationstj datakommunikationstj datakommunikationsydel datakommunikasjonstj telekommunikationstj telekommunikationsydel
      telekommunikasjonstj internetanslutning internettilgang internetadgang internettilknytning internetforbindels internettlinje
      internettj fiberanslutning bredbånds bredbands taltj telefonabon sambandstj operatörstj
      telecommunicatied telecomdienst spraakdienst spraakverke taletjenest`,
    end: 'telefonie',
  },
  finnic: {
    are: `andmeside andmesideteenus kõneside kõneteenus mobiilside telefoniside tekstiviestit puheliikenne laajakaista internetiühendus
      internetiühendused püsiühendus lairiba`,
    begin: `puhelinliittym puhelinpalvel puhepalvel datapalvel mobiilipalvel matkaviestinpalvel matkaviestinliit matkapuhelinpalvel
      tietoliikennepalvel tietoliikenneyhte teleoperaattoripalvel operaattoripalvel internetyhte laajakaistayhte valokuituyhte
      tekstiviestipalvel andmesideteenus kõneteenus sideteenus mobiilsideteenus telefoniteenus internetiühendus püsiühendus`,
    hold: 'liittymä',
  },
  baltic: { begin: 'telefonsakar balsstelefon' },
  slavic: {
    are: 'telefonia telefonii telefonię telefonią telefónia telefónie telefóniu telefónií',
    begin: 'telefonij телефония телефониј телефоні',
  },
  hungarian: {
    begin: `telefónia telefóniai mobiltelefónia telefonszolgáltat mobilszolgáltat internetszolgáltat hangszolgáltat mobilflott flottaszolg flottaszerz adatátvitel`,
  },
  greek: { begin: 'τηλεφωνια τηλεφωνιων' },
  except: {
    except: `telefonieanlage käyttöliittymä sähköliittymä vesiliittymä kaukolämpöliittymä tieliittymä liittymätön`,
  },
})

/** Voice, messages, mobile and fixed: enough beside a service, a line, data or another of them. */
const isTele = wordListOfLanguages({
  general: {
    are: 'sms mms mobiel mobiele voice',
    begin: 'mobil мобилн мобільн',
    except: `mobilfunk mobilia mobilie mobilit mobiliz mobilis mobiltelefon mobilapp mobilapl mobilrouter mobilhome mobilheim mobilger
      mobileiron mobilepay mobileye mobileum`,
  },
  romance: {
    are: 'voix fixe fixes voce fissa fisso voz fija fijo fijas fijos móvil móviles veu fixa fix mòbil mòbils fixo fixas fixos móvel móveis',
  },
  germanic: { are: 'vaste spraak röst fasta tale samtal' },
  finnic: { are: 'puhe mobiiliside', begin: 'mobiili matkaviestin' },
  baltic: { are: 'balss balso', begin: 'fiksēt judri fiksuot' },
  slavic: {
    begin: `hlasov pevn głosow stacjonarn komórkow ruchom glasovn govorn fiksn stacionarn pokretn гласов говорн фикс голосов фіксован стільников`,
  },
  hungarian: { are: 'vezetékes' },
  greek: { are: 'φωνής φωνή κινητής κινητή σταθερής σταθερή κινητών σταθερών' },
})

/** What may be equipment too: only beside a service, a line or data. */
const isPhone = wordListOfLanguages({
  general: { are: 'sim esim gsm voip', begin: 'telekomunika telekommunika telecomunica telecommunica télécom telecom' },
  romance: {
    are: `téléphonique téléphoniques telefonico telefonici telefoniche telefónico telefónicos telefónica telefónicas telefònic telefònics
      telefònica telefòniques telefônico telefônicos telefônica telefônicas telefonice telefonic`,
  },
  baltic: { are: 'sakaru ryšio ryšių' },
  slavic: { begin: 'telefoniczn telefonn telefónn telefonsk телефонн телефонск телекомуникац телекомунікац' },
  hungarian: { are: 'távközlési hírközlési távközlés' },
  greek: { begin: 'τηλεφωνικ τηλεπικοινων' },
})

/** What goes over lines: only beside one of the former, or a line. */
const isData = wordListOfLanguages({
  are: {
    are: `data données donnees datos dati dades dados date danych dane datos adat adatok podatki podatkov подаци податке данни дани δεδομένα
      δεδομένων даних дані duomenų duomenys datu dati andmed vpn mpls sdwan lan`,
  },
})

/** Access to the internet, and data that are said to be carried. */
const isInternet = wordListOfLanguages({
  all: {
    are: 'internet διαδίκτυο διαδικτύου ίντερνετ ιντερνετ fibre fibra fiber wan',
    begin: `internetu interneta interneti internetow internetov internetn internetsk internetes interneto интернет інтернет dátov datov
      podatkovn światłowod optick optičn optikai szélessáv szerokopasm širokopasovn širokopásm širokopojasn`,
    except: 'internetseite internetauftritt internetový internetová internetovou internetiülek internetist',
  },
})

const isService = wordListOfLanguages({
  all: {
    are: 'flotta serveis servei serviços serviço diensten ydelser ydelse tjänst forfait forfaits servizio servizi serviciile',
    begin: `služb služeb služieb storit uslug usług услуг послуг υπηρεσι paslaug pakalpojum teenus palvelu szolgáltat servici serviç tjänst
      tjenest ydels tarif taryf тариф abonn abonam abonem pretplat naročnin абонамент абонент predplatn συνδρομ minut хвилин
      operator operatör operateur opérateur operatør operadora`,
    except: 'abonnier',
  },
})

const isAccess = wordListOfLanguages({
  all: {
    are: 'accès acceso accesos accesso acesso accés acces toegang adgang tilgang',
    begin: `přístup prístup pristup dostop dostęp достъп доступ приступ πρόσβασ hozzáfér piekļuv prieig pieslēgum juurdepääs connessi conexi
      connexi connecti conecti conetiv konektiv připojen pripojen priključ przyłącz anslutning forbindels förbindels yhte ühendus
      savienojum свързан підключен прикључ σύνδεσ csatlakoz collegament verbinding aansluiting`,
  },
})

const isLineWord = wordListOfLanguages({
  all: {
    are: `ligne lignes linee linea línea líneas linia línia línies linha linhas linii linie lijn lijnen linje linjer linki linky linka
      liaison liaisons circuits circuito circuitos circuiti łącz łącza łącze okruh okruhy okruhov lines line`,
    begin: 'линии линия лінії ліній γραμμ vonal līnij linij',
  },
})

/** What may stand between: articles, prepositions, „and“. */
const isGlue = wordListOfLanguages({
  all: {
    are: `a ai al an au aux av av à cu d da de dei degli del della delle des di do dos das du e el en es et för i ir in ja k ke ku la las le
      les los l na of og och od ohne oraz per pe po pour pre pro s si și sur til to the till u un und ve van v voor y z za za η και
      της του των στο στην σε για τις με и та на за до от од у в для те або & rete red rede xarxa réseau rețea rețeaua
      sieć sieci síť síti sieť siete mreža mreže mreži мрежа мрежата мережа мережі δίκτυο tinklo tīkla võrgu`,
  },
})

/** French „services mobiles“; but „Mobile Services“ are anything. */
const isPlainService = (word: string): boolean => word === 'service' || word === 'services'

type Sort = 'tele' | 'phone' | 'data' | 'internet' | 'service' | 'access' | 'line' | 'glue'
const SORTS: readonly (readonly [Sort, (word: string) => boolean])[] = [
  ['tele', isTele],
  ['phone', isPhone],
  ['internet', isInternet],
  ['data', isData],
  ['service', isService],
  ['access', isAccess],
  ['line', isLineWord],
  ['glue', isGlue],
]

/** Of which two, in one run of such words, a line or a network is bought. */
const PAIRS: readonly (readonly [Sort, Sort])[] = [
  ['tele', 'service'],
  ['tele', 'data'],
  ['tele', 'line'],
  ['phone', 'service'],
  ['phone', 'data'],
  ['phone', 'line'],
  ['tele', 'access'],
  ['phone', 'access'],
  ['internet', 'service'],
  ['internet', 'access'],
  ['internet', 'line'],
  ['data', 'line'],
]

/** „karty SIM“, „3.800 SIM“; a text of words without marks. */
const LINES_TOGETHER =
  / (?:(?:fast|mobil|ip) telefoni|\d+ e?sim|(?:cartes?|tarjetas?|targetes?|scheda|schede|cartao|cartoes|cartele|cartela|kart\p{L}*|karet|карт\p{L}*|καρτ\p{L}*|kortel\p{L}*|kort) e?sim|e?sim (?:cards?|kart\p{L}*|karet|kort\p{L}*|карт\p{L}*|kaart\p{L}*)|simkort|simkaart|simkaarten) /u

/** Whether words say that lines or what goes over them are bought: „Dátové a hlasové služby“, „Voz fixa e SMS“, „accès internet“. */
export function isLines(words: readonly string[]): boolean {
  if (words.some(isTelephony) || LINES_TOGETHER.test(` ${withoutMarks(words.join(' '))} `)) return true
  let run: Sort[] = []
  for (const word of words) {
    const sort = isPlainService(word) ? (run.length === 0 ? 'service' : 'glue') : SORTS.find(([, is]) => is(word))?.[0]
    if (sort === undefined) run = []
    else if (sort !== 'glue') {
      run.push(sort)
      if (isPaired(run)) return true
    }
  }
  return false
}

function isPaired(run: readonly Sort[]): boolean {
  return run.filter((sort) => sort === 'tele').length > 1 || PAIRS.some(([one, other]) => run.includes(one) && run.includes(other))
}
