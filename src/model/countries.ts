import { tableOf } from './table.ts'

/** ISO 3166-1 alpha-2, as of 2026-11-23, and XK, which the EU uses for Kosovo. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
const COUNTRIES: ReadonlySet<string> = new Set(CODES.split(' '))

export const isCountry = (code: string): boolean => COUNTRIES.has(code)

/** Codes that lists and people use in place of the right one. */
const ELSEWHERE = tableOf<string>({ UK: 'GB', EL: 'GR', USA: 'US', GER: 'DE', DEU: 'DE' })

/** The code that was probably meant: of another case, of another list, or the name of the country in German or English. */
export function countryMeant(said: string): string | undefined {
  const code = said.trim().toUpperCase()
  if (COUNTRIES.has(code)) return code
  const other = ELSEWHERE.get(code)
  if (other !== undefined) return other
  const name = said.trim().toLowerCase()
  const names = ['de', 'en'].map((language) => new Intl.DisplayNames([language], { type: 'region' }))
  return [...COUNTRIES].find((one) => names.some((known) => known.of(one)?.toLowerCase() === name))
}
