import { fold } from '../columns/fold.ts'
import { remembered } from '../remember.ts'

/** What a withheld name gives way to says so in one of these words … */
const SAYS =
  /(?<![a-z])(?:redact(?:ed|ion)|withheld|(?:un|not |non)-?(?:disclosed|published)|confidential(?:ity)?|confidentiel(?:le)?|caviarde|vertraulich(?:keit)?|geschwarzt|unkenntlich|anonymi[sz]ed|anonymisiert|geheim|nicht (?:offentlich|veroffentlicht)|personal (?:data|information)|personenbezogene[rn]? daten)(?![a-z])/
/** … and beside it nothing but these. */
const BESIDE = new Set(
  `a an and as at by commercial commercially confidence confidential confidentiality data detail details due foi for gdpr in individual individuals
  info information is law name names of on or party payee person personal persons private reason reasons security sensitive sensitivity strictly supplier
  suppliers the to under vendor vendors wurde wird ist aus grunden datenschutz datenschutzes datenschutzgrunden dsgvo daten firma auftragnehmer lieferant
  lieferanten kreditor der die das des den dem zum zur von im gemacht gemass wegen und oder streng angabe angaben personenbezogene personenbezogener
  betriebsgeheimnis geschaftsgeheimnis caviarde`.split(/\s+/),
)
/** Without one of these no text is looked at closely: most are names. */
const PERHAPS =
  /redact|withheld|disclosed|published|confiden|caviard|vertraulich|geschw|unkenntlich|anonymi|geheim|ffentlich|personal|personenbezogen|\*{3}|x{3}|[█▇▆■]/i
const BLOTTED = /^(?:\*{3,}|x{3,}|[█▇▆■]{2,})$/i
const LONGEST = 80

/** Whether a cell says in the place of a name that the name is withheld: „vertraulich“, "REDACTED - Personal data". */
export function withholds(text: string): boolean {
  return text.length <= LONGEST && PERHAPS.test(text) && isWithheld(text)
}

const isWithheld = remembered((text) => {
  const plain = text.trim()
  if (BLOTTED.test(plain)) return true
  const folded = fold(plain)
  if (!SAYS.test(folded)) return false
  const beside = folded.replaceAll(new RegExp(SAYS, 'g'), ' ').split(/[^a-z]+/)
  return beside.every((word) => word === '' || BESIDE.has(word))
})
