// Words by which a right to use a product, or the care of it, is bought, in languages of Europe other than German and English.
import { wordListOfLanguages } from '../word-list.ts'

/** Licences, subscriptions, renewal, maintenance and support. */
export const isRightWordAbroad = wordListOfLanguages({
  // „licenshantering“ is a program or advice
  licences: {
    are: 'licenza licenze licencia licencias licença licenças llicència llicències licencií licencí',
    begin: 'lisens licens licenc licenti licenț litsents ліценз лиценз лиценц άδει αδειών',
    hold: 'lisenssi litsents',
    except: `licensing licensiat licenshanter licenshåndter licensrådgiv licensgransk licensstyr lisensstyring lisensrådgiv lisenshåndter lisenssihallin
      lisenssinhallin litsentsihald licencgazdálk`,
  },
  french: { are: 'renouvellement renouvellements redevance redevances reconduction prolongation souscription souscriptions' },
  italian: {
    are: `canone canoni rinnovo rinnovi manutenzione manutenzioni manutentivo abbonamento abbonamenti sottoscrizione sottoscrizioni noleggio
      proroga`,
  },
  spanish: {
    are: `suscripción suscripciones renovación renovaciones mantenimiento mantenimientos soporte prórroga prórrogas alquiler arrendamiento
      cuota cuotas`,
  },
  catalan: { are: 'subscripció subscripcions renovació renovacions manteniment pròrroga lloguer' },
  portuguese: {
    are: `licenciamento manutenção subscrição subscrições renovação renovações suporte assinatura assinaturas aluguer prorrogação`,
  },
  romanian: {
    are: 'subscripție subscripții întreținere întreținerea închiriere închirierea',
    begin: 'abonament reînnoi prelungir mentenanț',
  },
  dutch: { are: 'verlenging verlengingen huur', begin: 'gebruiksrecht', end: 'licentie licenties onderhoud', hold: 'onderhoudscontract' },
  swedish: {
    are: 'förnyad förlängd',
    begin: 'förnyels förlängning prenumeration abonnemang supportavtal serviceavtal nyttjanderätt',
    hold: 'underhåll',
  },
  danish: { begin: 'forlængels serviceaftale supportaftale brugsret', hold: 'vedligehold fornyels' },
  norwegian: { begin: 'forlengels serviceavtale supportavtale bruksrett', hold: 'vedlikehold' },
  finnish: {
    are: 'uusinta uusiminen uusimisen käyttöoikeus käyttöoikeudet käyttöoikeuksia käyttöoikeuksien ohjelmistotuki tuotetuki tilausmaksu',
    begin: 'tukisopimu huoltosopimu huolto',
    // alone „ylläpito“ may be that somebody runs it
    hold: 'ylläpitosopim ylläpitomaks ohjelmistoylläpi',
  },
  estonian: { begin: 'pikendus pikendami uuendami kasutusõigus abonement', hold: 'hooldus' },
  latvian: { begin: 'uzturēšan abonēšan abonement pagarināšan pagarinājum atjaunošan atjaunināšan apkop' },
  lithuanian: { begin: 'priežiūr palaikym prenumerat pratęsim atnaujinim abonement' },
  polish: {
    are: 'asysta asysty asystę asysty prolongata prolongaty',
    begin: 'konserwacj subskrypcj odnowieni przedłużeni abonament utrzymani wznowieni',
  },
  czech: {
    are: 'podpora podpory podporu podpor obnova obnovy obnovu subscription maintenance',
    begin: 'údržb předplatn prodloužen obnoven',
  },
  slovak: { are: 'obnovou podporou', begin: 'predĺžen' },
  slovenian: { are: 'podpore podporo obnove obnovo podaljšanje podaljšanja', begin: 'vzdrževanj vzdrževaln naročnin obnovitev obnovitv' },
  croatian: { are: 'podrška podrške podršku', begin: 'održavanj pretplat produženj produljenj obnavljanj' },
  serbian: { are: 'обнова обнове обнову подршка подршке подршку', begin: 'одржавањ претплат продужењ обнављањ' },
  hungarian: {
    are: 'terméktámogatás szoftvertámogatás',
    begin: 'előfizet megújít meghosszabb',
    end: 'követés követése hosszabbítás',
    hold: 'karbantart',
    except: 'nyomkövet',
  },
  bulgarian: { begin: 'абонамент поддръжк поддържан подновяван удължаван' },
  greek: { begin: 'συνδρομ συντήρησ ανανέωσ παράτασ παρατάσ' },
  ukrainian: {
    are: 'підтримка підтримки підтримку',
    begin: 'підписк передплат супров обслуговуван продовженн поновлен абонентськ',
  },
})

/** Several words that mean it only together; a text of words without marks. */
export const RIGHT_TOGETHER_ABROAD =
  / (?:droits? d (?:usage|utilisation|acces)|diritt[oi] d uso|derechos? de uso|drets? d us|direitos? de (?:uso|utilizacao)|drept\p{L}* de utilizare|maintien en conditions?|suport (?:tehnic|tecnic|informatic|anual)|asistenta tehnica si mentenanta|wsparci\p{L}* (?:techniczn|producent|serwisow|powdrozeniow)\p{L}*|opiek\p{L}* (?:serwisow|autorsk|techniczn)\p{L}*|nadzor\p{L}* autorski\p{L}*|servisn\p{L}* (?:smlouv|zmluv|podpor)\p{L}*|(?:technikai|muszaki|gyartoi) tamogatas\p{L}*|(?:hasznalati|felhasznaloi) jog\p{L}*|tehnisk\p{L}* atbalst\p{L}*|lietosanas tiesib\p{L}*|technin\p{L}* (?:pagalb|palaikym|prieziur)\p{L}*|tekninen tuki|teknisen tuen|tehnili(?:ne|se) to(?:gi|e)|prav\p{L}* (?:koristenja|uporabe|koriscenja)|прав\p{L}* (?:за ползване|на ползване|користування|коришћења)|τεχνικη\p{L}* υποστηριξ\p{L}*|δικαιωμα\p{L}* χρησης) /u
