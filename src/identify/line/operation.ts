import { boughtBy } from './work.ts'

/** Words by which a line is the running of something: hosting, data centre, network. */
const OPERATION =
  /(?:^|[^\p{L}])(?:(?!(?:eigen|regie|wirtschafts|versorgungs|entsorgungs|stadt|bau|forst|kultur|verkehrs|bäder|handwerks|ausbildungs|kommunal|abwasser)betrieb)\p{L}*betrieb|\p{L}*hosting|rechenzentrum|rechenzentrums|mobilfunk\p{L}*|festnetz\p{L}*|internetzugang|internetanschl\p{L}+|internetdienst\p{L}*|direct access|standortvernetzung|telefonie|telefonanschl\p{L}+|standleitung|sip|trunk|glasfaser\p{L}*|mpls|dsl|sms[ -](?:services?|dienste?|versand|kontingent\p{L}*)|mobile (?:voice|data|telephony|airtime|tariffs?)|airtime|broadband|leased lines?|téléphonie|telefon[ií]a|datentarif\p{L}*|managed \p{L}+|service ?desk|helpdesk|as a service|dbaas|housing|colocation|infogérance|hébergement|outsourcing|driftstjenester|driftstjänster|driftsydelser)(?:$|[^\p{L}])/iu

/** Whether a title means that something is run for the buyer. */
export function isOperation(title: string): boolean {
  return OPERATION.test(title)
}

/** What system houses run themselves too, unlike lines and networks. */
const RUN =
  /(?:^|\P{L})(?:managed \p{L}+|(?!(?:eigen|regie|wirtschafts|versorgungs|entsorgungs|stadt|bau|forst|kultur|verkehrs|bäder|handwerks|ausbildungs|kommunal|abwasser)betrieb)\p{L}*betrieb|\p{L}*hosting|housing|service ?desk|infogérance|hébergement|outsourcing|driftstjenester|driftstjänster|driftsydelser)(?:$|\P{L})/iu

export function isRun(title: string): boolean {
  return RUN.test(title)
}

/** People keep it running: „Betrieb der SAP-Systeme“, but „Hosting“ may be bought of the maker. */
const MANNED =
  /(?:^|\P{L})(?:(?!(?:eigen|regie|wirtschafts|versorgungs|entsorgungs|stadt|bau|forst|kultur|verkehrs|bäder|handwerks|ausbildungs|kommunal|abwasser)betrieb)\p{L}*betrieb|service ?desk|helpdesk|infogérance|outsourcing|driftstjenester|driftstjänster|driftsydelser)(?:$|\P{L})/iu

export function isManned(title: string): boolean {
  return MANNED.test(title)
}

/** Run for the buyer without a right to use being bought with it: „Oracle-Datenbankbetrieb“, but not „Betrieb und Lizenz“. */
export function isOnlyOperation(title: string): boolean {
  if (HOSTED_FIRST.test(title)) return true
  return isOperation(title) && !BOUGHT_TOO.test(title) && boughtBy(title) !== 'right'
}

const BOUGHT_TOO = /lizenz|licen[cs]|subs[kc]ri|entgelt|gebühr|pflege|wartung|miete/i
/** „Moodle-Hosting + Plugin-Pflege“: who hosts cares for it. */
const HOSTED_FIRST =
  /^[^\p{L}\p{N}]*[\p{L}\p{N}]+[- ]hosting\s*(?:\+|&|und|inkl\.|,|\/)\s*(?:\p{L}+-)?(?:pflege|wartung|support)(?:\P{L}|$)/iu
