import { FORM_ENDING } from './name-words.ts'

/** „Bechtle GmbH, Bonn“: a legal form ends the name, a place may follow. */
const SEAT = new RegExp(String.raw`(\s${FORM_ENDING}),\s*\p{L}[\p{L}\s()/.-]*$`, 'iu')

/** „STRABAG AG - Direktion Nord“: so may a branch. */
const BRANCH = new RegExp(String.raw`(\s${FORM_ENDING})\s+[-–]\s+\p{L}.*$`, 'iu')
/** „X GmbH succursale France“, „X AG Niederlassung Wien“ */
const BRANCH_NAMED =
  /,?\s+(?:succursale|zweigniederlassung|niederlassung|zn|nl|filiaal|sucursal|succursal[ei])\s+\p{L}[\p{L}\s()/.-]{0,60}$/iu
/** „ACCENTURE (U K) LTD“ */
const LETTERS_APART = /\(?\bU\.? K\b\.?\)?/g
/** „Spółka z ograniczoną odpowiedzialnością“ */
const POLISH_FORM = /\bsp(?:ółka)?\.?\s*z\s*o\.?\s*o(?:\.|(?=\s|$))/giu
/** „Siemens Mobility (jetzt Yunex)“ */
const NOW = /\((?:jetzt|heute|nunmehr|now)[:\s]\s?([^()]{2,80})\)/i
/** „Trivadis – Part of Accenture“, „X (ein Unternehmen der Y)“: whose it says it is stands in the register. */
const PART_OF = /\s*[-–,(|]\s*(?:(?:now |a )?part of|member of|an? [\p{L}&. ]{2,40} company|ein unternehmen der)(?=$|[\s).]).*$/iu
/** A run of them is looked through once. */
const SPACES = /\s+/g
/** „Bentley Systems de México“ */
const OF_COUNTRY = /\sd(?:e|o)\s+(m[eé]xico|españa|espana|portugal|france|brasil|chile|colombia|argentina|per[uú])(?=$|\s)/iu
const PUBLIC_FORM = /A\.\s?d\.\s?ö\.\s?R\.?/i

/** „Ubuntu Developers ‹…›“, „Debian Apache Maintainers“ beside a program: who packed it. */
export const PACKERS = /\b(?:developers|maintainers?|packagers?|packaging|build ?(?:system|service))\b/i

/** The organisation's own words out of `Organization: Name (mail)`, `Name <mail>`, and with glued addresses cut. */
export function cleanParty(raw: string): { readonly name: string; readonly domain?: string } {
  const mail = /[\w.+-]{1,64}@([\w-]+(?:\.[\w-]+)+)/.exec(raw)
  const name = (NOW.exec(raw)?.[1] ?? raw)
    .replace(SPACES, ' ')
    .replace(/^\s*(Organization|Organisation|Tool)\s*:\s*/i, '')
    .replace(/[(<][^()<>@]*@[^()<>]*[)>]/g, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/,?\s+\S*(str(aße|asse|\.)|platz|allee|weg)\s*\d.*$/i, '')
    .replace(/\s+(vertreten durch|impressum)\b.*$/i, '')
    .replace(/^.*\s(?:trading as|t\/a)\s+/i, '')
    .replace(PART_OF, '')
    .replace(SEAT, '$1')
    .replace(BRANCH, '$1')
    .replace(BRANCH_NAMED, '')
    .replace(PUBLIC_FORM, 'AöR')
    .replace(POLISH_FORM, ' ')
    .replace(LETTERS_APART, 'UK')
    .replace(OF_COUNTRY, ' $1')
    .trim()
  return { name, ...(mail?.[1] && { domain: mail[1].toLowerCase() }) }
}

/** Two parties in one string: who is dealt with, and for whom. */
export interface SplitParty {
  readonly party: string
  /** The maker named as „c/o“, „reseller of“ … */
  readonly behalf?: string
}

const SPLITS: readonly { readonly at: RegExp; readonly first: 'behalf' | 'through' }[] = [
  { at: /\s+(?:authori[sz]ed\s+)?(?:reseller|partner|händler|vertriebspartner)\s+(?:of|for|von|für|der)\s+/i, first: 'through' },
  { at: /\s+(?:on behalf of|im auftrag (?:von|der|des)|i\.\s?a\.|für rechnung von)\s+/i, first: 'through' },
  { at: /\s+(?:c\/o|c o|über|via|vertrieb durch|reseller:?|by reseller)\s+/i, first: 'behalf' },
]

/** Takes „Microsoft c/o SoftwareOne“ and „SHI, reseller of Adobe“ apart. */
export function splitParty(raw: string): SplitParty {
  for (const { at, first } of SPLITS) {
    const parts = raw.replace(SPACES, ' ').split(at)
    if (parts.length !== 2 || parts[0]!.trim() === '' || parts[1]!.trim() === '') continue
    const [left, right] = parts.map((part) => part.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')) as [string, string]
    return first === 'behalf' ? { party: right, behalf: left } : { party: left, behalf: right }
  }
  return { party: raw }
}
