// Words by which something is run for the buyer, in languages of Europe other than German and English.
import { wordListOfLanguages, type WordForms } from '../word-list.ts'

/** People keep it running. */
const MANNED = {
  romance: { are: 'infogérance externalisation externalización externalització externalização externalizare externalizarea' },
  germanic: {
    are: 'serverdrift serverdriften nätverksdrift',
    begin: `driftstj driftsydel driftsaftale driftsavtal uitbesteding`,
    end: 'systeembeheer werkplekbeheer applicatiebeheer netwerkbeheer netwerkonderhoud serverbeheer itdrift nätverksunderhåll netværksvedligeholdelse',
  },
  finnic: { begin: 'käyttöpalvel palvelinylläpi ulkoistu kasutajatugi serverihaldus' },
  slavic: { are: 'provoz provozu prevádzka prevádzky prevádzku', begin: 'provozován prevádzkovan outsourc аутсорс' },
  hungarian: { hold: 'üzemeltetés' },
  greek: { begin: 'εξωτερικη-αναθεση' },
} satisfies Record<string, WordForms>

export const isMannedWordAbroad = wordListOfLanguages(MANNED)

/** The same, or a place where it runs. */
export const isRunWordAbroad = wordListOfLanguages({
  ...MANNED,
  hosting: {
    are: 'hébergement hébergements hospedagem hospedaje hosting webhotel webbhotell webhotell tárhely',
    begin: 'hosting хостинг хостінг webhotel webbhotel webhotel tárhelyszolg tárhelybérlet',
    hold: 'webhosting palvelinhotelli webhotelli veebimajutus serverimajutus',
    except: 'hostinger',
  },
  centre: {
    are: 'colocation kolokacja kolokacji kolokace kolokácia',
    begin: 'konesalipalvel konesalikapas serverhotel serverhall',
  },
  baltic: { begin: 'mitināšan talpinim priegloba prieglob' },
})

/** Several words that mean it only together; a text of words without marks. */
export const RUN_TOGETHER_ABROAD =
  / (?:it drift\p{L}*|drift (?:av|af|och|og)|alojamiento (?:web|de (?:servidores|aplicaciones|paginas))|allotjament (?:web|de (?:servidors|aplicacions))|alojamento (?:web|de (?:servidores|sites|paginas))|gazduire (?:web|site|server)\p{L}*|gostovanje (?:streznik|splet|aplikacij)\p{L}*|φιλοξενια\p{L}* (?:ιστοσελιδ|ιστοτοπ|διακομιστ|εφαρμογ|server)\p{L}*|(?:maintenance|exploitation) (?:du |des )?reseaux? (?:informatique|local|lan|wifi)s?|manutenzione (?:della )?rete (?:dati|lan|wifi|informatica)|mantenimiento (?:de )?(?:la )?red (?:lan|wifi|informatica|corporativa|de datos)|manutencao da rede (?:informatica|lan|wifi|de dados)|conduzione (?:sistemistic|applicativ|operativ)\p{L}*) /u
