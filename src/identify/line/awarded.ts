import { FORM_ENDING } from '../names/name-words.ts'

/** „…, Auftragnehmer X AG“, „…, adjudicatario X, S.A.“: the words of notices before the name of who got the contract. */
const WINNER =
  /(?:^|[\s,;:(–-])(?:auftragnehmer(?:in)?|zuschlag(?: an)?|zuschlagsempfänger(?:in)?|adjudicat(?:ario|aire)|adjudicado a|adjudicatário|titulaire|attributaire|aggiudicatario|affidatario|gegund aan|opdrachtnemer|wykonawca|dodavatel|zhotovitel|leverandør|leverantör|toimittaja|awarded to|contractor)[:\s]\s*([^,;()]{2,80})/iu
const FORM = new RegExp(String.raw`\s${FORM_ENDING}\.?$`, 'iu')

/** The party to whom a title says that it was awarded; `isKnown`: whether the register has the name. */
export function awardedTo(title: string, isKnown: (party: string) => boolean): string | undefined {
  const party = WINNER.exec(title)?.[1]?.trim()
  return party !== undefined && /^\p{Lu}/u.test(party) && (FORM.test(party) || isKnown(party)) ? party : undefined
}
