// Words by which something is run for the buyer.
import { wordList } from './word-list.ts'

const MANNED = {
  are: 'servicedesk helpdesk outsourcing netzwerkwartung netzwerkbetreuung',
  end: `betrieb infrastrukturservice infrastrukturservices betriebsservice betriebsservices arbeitsplatzservice arbeitsplatzservices
    clientservice clientservices netzwerkservice netzwerkservices serverservice serverservices`,
  // municipal undertakings and crafts are who buys or sells
  except: `eigenbetrieb regiebetrieb wirtschaftsbetrieb versorgungsbetrieb entsorgungsbetrieb stadtbetrieb baubetrieb forstbetrieb
    kulturbetrieb verkehrsbetrieb bäderbetrieb handwerksbetrieb ausbildungsbetrieb kommunalbetrieb abwasserbetrieb`,
}

/** People keep it running. */
export const isMannedWord = wordList(MANNED)

/** What system houses run themselves too, unlike lines and networks. */
export const isRunWord = wordList({
  ...MANNED,
  are: `${MANNED.are} housing`,
  end: `${MANNED.end} hosting`,
  // a program is brought to other computers
  except: `${MANNED.except} rehosting`,
})

/** Where it runs. */
export const isCentreWord = wordList({ are: 'rechenzentrum rechenzentrums dbaas colocation' })

/** Lines, networks and what goes over them. */
export const isLinesWord = wordList({
  are: 'internetzugang standortvernetzung telefonie standleitung sip trunk mpls dsl airtime broadband',
  begin: 'mobilfunk festnetz internetanschl internetdienst telefonanschl glasfaser datentarif',
})

/** Several words that say so only together; a text of words with blanks around it. */
export const SERVICE_DESK = / service desk /
export const RUN_TOGETHER = / (?:managed \p{L}+|service desk|(?:netzwerk|netz|w?lan) (?:wartung|betreuung)|network maintenance) /u
export const AS_A_SERVICE = / as a service /
export const LINES_TOGETHER =
  / (?:direct access|sms (?:services?|dienste?|versand|kontingent\p{L}*)|mobile (?:voice|data|telephony|airtime|tariffs?)|leased lines?) /u
