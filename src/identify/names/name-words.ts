// Words in the names of organisations that are no part of the name itself.
import { FORMS_IN_OTHER_LETTERS } from './forms-abroad.ts'

/** Legal forms and the words around them; they never tell two organisations apart. */
export const LEGAL_FORMS = new Set(
  (
    'gmbh ag se kg kgaa ohg gbr mbh ug eg ev aör aoer kdör inc incorporated corp corporation co company cie ltd td limited limted llc llp lp plc ' +
    'sa sas sarl sasu scs sca snc scrl sprl spa srl srls sl slu sau lda bv bvba cv nv vof oy oyj ab as asa aps oü uab sia sro doo dd kft zrt nyrt pty pte gk kk gesellschaft aktiengesellschaft haftungsbeschränkt & + und and the ' +
    FORMS_IN_OTHER_LETTERS
  ).split(' '),
)
const GERMAN_FORMS = String.raw`gmbh|mbh|ag|se|kg|kgaa|ohg|eg|ug|gbr|e\.\s?k\.|e\.\s?v\.|a[öo]r`
const OTHER_FORMS = String.raw`inc\.?|llc|corp(?:\.|oration)?|ltd\.?|limited|plc|s\.\s?p\.\s?a\.|s\.\s?r\.\s?l\.|b\.\s?v\.|n\.\s?v\.|sas|sarl|a\/s|ab|oy`
const WITH_PARTNER = String.raw`(?:\s*&\s*co\.?\s*(?:kgaa|kg|ohg))?`
/** Legal forms as they end a name within a longer text, a pattern; few letters that may be a word as well are not among them. */
export const FORM_ENDING = `(?:${GERMAN_FORMS}|${OTHER_FORMS})${WITH_PARTNER}`
/** The same in German texts, where „ab“ is a word. */
export const GERMAN_FORM_ENDING = `(?:${GERMAN_FORMS})${WITH_PARTNER}`
/** Where a part of a group is: even a common word stays the same name with them. */
export const COUNTRIES = new Set(
  (
    'deutschland germany österreich austria schweiz switzerland suisse europe europa emea dach ireland uk usa us america international france canada mexico méxico brasil chile colombia argentina nederland netherlands ' +
    'belgium belgique belgië luxembourg benelux italia italy españa spain iberia portugal polska poland danmark denmark sverige sweden norge norway suomi finland nordic nordics ' +
    'česko czech czechia slovensko slovakia magyarország hungary românia romania bulgaria българия ελλάς ελλάδα hellas greece cyprus ' +
    'slovenija slovenia hrvatska croatia srbija србија serbia україна ukraine eesti estonia shqipëri albania kosova kosovo makedonija македонија macedonia moldova montenegro türkiye turkey latvija latvia lietuva lithuania island iceland malta'
  ).split(' '),
)
/** Words that a group adds to its name for a country or a purpose without becoming somebody else. */
export const GROUP_WORDS = new Set([
  ...COUNTRIES,
  ...(
    'it americas nord süd ost west mitte nordost nordwest südost südwest global worldwide operations group gruppe holding holdings ' +
    'licensing vertriebs vertrieb sales services service solutions software systems systeme technologies technology ' +
    'datenverarbeitung wpg wirtschaftsprüfungsgesellschaft steuerberatungsgesellschaft beratungsgesellschaft contributors ' +
    'republic developers developer team project authors community its affiliates subsidiaries all rights reserved enterprises'
  ).split(' '),
])
/** Lines of business in the names of a group's daughters: mostly its own, but anybody may trade under a name and one of these. */
export const BUSINESS_WORDS = new Set(
  (
    'energy energie rail transportation transport mobility mobilität healthcare health medical medizintechnik diagnostics bank leasing financial finance power grid automotive aerospace ' +
    'defence defense networks network security digital industry industries industrial logistics logistik electronics electric building buildings automation infrastructure infrastruktur ' +
    'engineering consulting business telecom public sector data communications communication capital research innovation manufacturing'
  ).split(' '),
)
