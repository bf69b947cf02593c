// Legal forms of Europe beside the German and English ones, as registers and lists write them.

/** Spelled out, each wherever it stands in a name. */
const SPELLED_OUT = [
  // Polish, Czech, Slovak, Slovenian, Croatian and Serbian
  String.raw`sp(?:ółka|\.)?\s?z\s?o(?:\.?\s?o\.?|graniczoną odpowiedzialnością)(?:\s?sp(?:ółka|\.)?\s?k(?:\.|omandytowa)?)?`,
  'spółka (?:akcyjna|komandytowa|jawna)',
  'akciov[áa] spole[čc]nos[tť]|akciov[áa] spolo[čc]nos[tť]|spole[čc]nost s ru[čc]ením omezen[ýy]m|spolo[čc]nos[tť] s ru[čc]ením obmedzen[ýy]m',
  'delniška družba|družba z omejeno odgovornostjo|dioničko društvo|društvo s ograničenom odgovornošću',
  // Romance
  'société (?:anonyme|par actions simplifiée|à responsabilité limitée)',
  'sociedad (?:anónima|limitada)(?: unipersonal)?|sociedade (?:anónima|por quotas)|societate (?:pe acțiuni|cu răspundere limitată)',
  '(?:con|a) socio unico|società per azioni|unipersonale',
  // Hungarian, Estonian, Latvian and Lithuanian
  'zártkörűen működő részvénytársaság|nyilvánosan működő részvénytársaság|korlátolt felelősségű társaság',
  'aktsiaselts|osaühing|sabiedrība ar ierobežotu atbildību|uždaroji akcinė bendrovė',
  // Greek, Bulgarian and Ukrainian
  'μονοπρόσωπη (?:α\.?\s?ε\.?|ανώνυμη εταιρεία)|ανώνυμη εταιρεία|ανώνυμος εταιρεία|еднолично акционерно дружество|акционерно дружество|товариство з обмеженою відповідальністю',
]
/** With every letter apart: „d. o. o. Zagreb“, „Α. Ε.“, „а. д.“; they become one word, as forms are. */
const APART = /(?<=\S[\s,])(\p{L})\.\s?(\p{L})(?:\.\s?(\p{L}))?(?:\.|(?=[\s,;]|$))(?!\p{L})/gu

const NAMED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${SPELLED_OUT.join('|')})(?![\p{L}\p{N}])`, 'giu')

/** In Cyrillic and Greek letters, and Greek ones as they are typed on other keyboards; as they end a name or stand before it. */
export const FORMS_IN_OTHER_LETTERS =
  'αε μαε επε ικε αβεε αεβε οε ae aε αe mae epe ike еад ад оод еоод дззд доо дооел ead ood eood dooel shpk тов тзов ооо прат пат'

/** Before the name, and no beginning of another: „UAB Asseco“, „SIA Tilde“, „ТОВ Майкрософт“; „AS“, „SA“ and „SC“ may be a name of their own. */
export const FORM_IN_FRONT = /^(?:UAB|OÜ|SIA|AS|SA|S\.A\.|SAS|S\.A\.S\.|SARL|EURL|SC|S\.C\.|ТОВ|ТзОВ|ООО|АО|ПрАТ)\s+(?=\S{2})/u

/** A name without forms that are spelled out, and with the letters of others together. */
export function formsTogether(name: string): string {
  if (!name.includes(' ') && !name.includes('.')) return name
  return name.replace(NAMED, ' ').replace(APART, '$1$2$3')
}
