/** `offered`: other terms or services stand beside the licence, or are not needed; `asked`: who uses the work needs them. */
export type Standing = 'offered' | 'asked' | 'unclear'

/** A need that is none. „May not be used without“ is one. */
const DENIED = [
  /\b(?:(?:does|do|did|is|are|will|would) ?not|dont|doesnt|never) (?:\p{L}+ ){0,2}?(?:requires?|required|needs?|needed|necessary)\b/gu,
  /\bno (?:\p{L}+ ){1,4}?(?:is|are) (?:needed|required|necessary)\b/gu,
  /\bkeine? (?:\p{L}+ ){1,4}?(?:nötig|erforderlich|notwendig|benötigt)(?!\p{L})/gu,
]
const GOES_WITHOUT = /\b(?:can|free(?:ly)?|even|kann|auch) (?:\p{L}+ ){0,4}?(?:without|ohne)(?!\p{L})/gu
/** With one more, „without“ is a condition. */
const NEGATED =
  /\b(?:not?|nobody|none|never|cannot|only|forbidden|prohibited|illegal|unlawful|infring\p{L}*|breach|violat\p{L}*|nicht|kein\p{L}*|nur|niemand|untersagt|verboten|verstoß|verstößt)(?!\p{L})/u
/** What is needed for something else than the work. */
const OTHER_NEEDS = /\b(this |diese[rs]? )?(?:(?:(?:hosted|cloud|managed|premium|pro|enterprise|support|saas|online|paid) ){1,3}(?:plans?|services?|versions?|editions?|accounts?|hosting|features?)|plans|support|hosting) (?:\p{L}+ )?(?:requires?|needs?)\b/gu // prettier-ignore
/** „If you need …“: who needs it is asked nothing. */
const WISHES = /\b(?:if|should|wenn|falls|sollten) (?:you|sie) (?:would |also )?(?:need|require|want|wish|like|prefer|benötigen|brauchen|wünschen)\b(?: to (?:buy|purchase|obtain|get|have)\b|(?! to\b))/gu // prettier-ignore
/** Who may be glad of an offer. */
const GLAD = /\b(?:companies|users|customers|organi[sz]ations|those|anyone|unternehmen|kunden) (?:who|that|which|die)\b.*/u
const OFFERS = /\b(?:available|we (?:also )?offer|(?:is|are) (?:also )?offered|contact|write to|ask us|mail us|get in touch|reach out|on request|can (?:also )?(?:be )?(?:purchased?|buy|bought|obtain(?:ed)?|order(?:ed)?|get)|erhältlich|erhalten sie|auf anfrage|verfügbar|wenden sie sich|bieten wir|wir bieten)\b/gu // prettier-ignore
/** Something is asked. */
const ASKS = /\b(?:must|shall|requires?|required|requirements?|needs?|needed|necessary|only|may not|can ?not|never|not (?:be|to|use[ds]?|permitted|allowed|licensed|for)|unless|without|forbidden|prohibited|restrict\p{L}*|limited|subject to|(?:licen[cs]ed|provided|distributed|covered|governed) (?:under|by)|ha(?:s|ve|d) to|before|buy|purchase|delete|stop|nur|muss|müssen|darf|dürfen|ohne|erforder\p{L}*|benötig\p{L}*|brauch\p{L}*|notwendig|vorausgesetzt|untersagt|verboten)(?!\p{L})/u // prettier-ignore
/** Of who uses the work, and how. */
const OF_USE = /\b(?:uses?|used|users?|using|usage|production|productive|deploy\p{L}*|(?:re)?distribut\p{L}*|run|running|operate|you|your|compan(?:y|ies)|business(?:es)?|organi[sz]ations?|customers?|commercially|(?:this|the|our|diese[sr]?|das|die) (?:software|program(?:me)?|product|package|library|project|work|code|application|module|plugin|produkt|programm|paket|projekt|werk)|nutz\p{L}*|einsatz|eingesetzt|einsetzen|verwend\p{L}*|unternehmen|behörden)(?!\p{L})/u // prettier-ignore

/** „If you want to use the software commercially, you can purchase …“: who uses it so needs it. */
const USE_SO =
  /\b(?:if|when(?:ever)?|should|wenn|falls|sofern|sollten) (?:you|sie|we|anyone) (?:\p{L}+ ){0,3}?(?:use|using|run|sell|resell|deploy|host|distribute|embed|einsetzen|nutzen|verwenden|vertreiben)(?!\p{L})|\bcommercially\b|\bfor (?:commercial|business) purposes\b|\bgewerblich\p{L}*|\bkommerziell (?:nutzen|einsetzen|verwenden|genutzt|eingesetzt|verwendet)(?!\p{L})/u
/** „Not required for evaluation“: for other use it is. */
const ONLY_HERE = /\b(?:for|für|zur|zum|zu) (?:\p{L}+ ){0,2}?(?:evaluation|trial|testing|tests?|personal|private|non ?profit|non ?commercial|academic|educational|education|research|development|hobby|students?|private[nr]?|nichtkommerziell\p{L}*|privatgebrauch|lehre|forschung)(?!\p{L})/u // prettier-ignore

/** An offer for the use itself may be its condition. */
const FOR_USE = /\b(?:for|in|für|zum|zur|im) (?:\p{L}+ ){0,2}?(?:use|usage|production|deployment|einsatz|nutzung|betrieb)(?!\p{L})/u

/** What a sentence in small letters says of paid terms or of a copy on trial that it names. Words that set no condition ask for nothing. */
export function standingOf(sentence: string): Standing {
  const denied = [...DENIED, ...(NEGATED.test(sentence) ? [] : [GOES_WITHOUT])].reduce(less, sentence)
  const offered = [OTHER_NEEDS, WISHES, OFFERS].reduce(less, denied)
  const rest = offered === denied ? offered : offered.replace(GLAD, ' ')
  if (offered !== sentence && USE_SO.test(sentence)) return 'asked'
  if (denied !== sentence && ONLY_HERE.test(sentence)) return 'unclear'
  if (ASKS.test(rest)) return OF_USE.test(rest) ? 'asked' : 'unclear'
  return denied !== sentence || (offered !== denied && !FOR_USE.test(rest)) ? 'offered' : 'unclear'
}

function less(sentence: string, pattern: RegExp): string {
  return sentence.replace(pattern, (all: string, itself: unknown) => (typeof itself === 'string' ? all : ' '))
}
