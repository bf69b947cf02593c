// Words by which something is run for the buyer.
import { wordList } from './word-list.ts'

const MANNED = {
  are: 'servicedesk helpdesk infogérance outsourcing driftstjenester driftstjänster driftsydelser',
  end: 'betrieb',
  // municipal undertakings and crafts are who buys or sells
  except: `eigenbetrieb regiebetrieb wirtschaftsbetrieb versorgungsbetrieb entsorgungsbetrieb stadtbetrieb baubetrieb forstbetrieb
    kulturbetrieb verkehrsbetrieb bäderbetrieb handwerksbetrieb ausbildungsbetrieb kommunalbetrieb abwasserbetrieb`,
}

/** People keep it running. */
export const isMannedWord = wordList(MANNED)

const RUN = { ...MANNED, are: `${MANNED.are} housing hébergement`, end: `${MANNED.end} hosting` }

/** What system houses run themselves, unlike lines and networks. */
export const isRunWord = wordList(RUN)

/** The same, or lines, networks and data centres. */
export const isOperationWord = wordList({
  ...RUN,
  are: `${RUN.are} rechenzentrum rechenzentrums internetzugang standortvernetzung telefonie standleitung sip trunk mpls dsl airtime
    broadband téléphonie telefonia telefonía dbaas colocation`,
  begin: 'mobilfunk festnetz internetanschl internetdienst telefonanschl glasfaser datentarif',
})

/** Several words that say so only together; a text of words with blanks around it. */
export const SERVICE_DESK = / service desk /
export const RUN_TOGETHER = / (?:managed \p{L}+|service desk) /u
export const OPERATION_TOGETHER =
  / (?:direct access|sms (?:services?|dienste?|versand|kontingent\p{L}*)|mobile (?:voice|data|telephony|airtime|tariffs?)|leased lines?|as a service) /u
