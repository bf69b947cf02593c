// What a title says about charges and care: of what a supplier supplies.

/** „Verfahrensentgelt“, „Umlage“ */
export const CHARGE = /entgelt|umlage|gebühr|miete|beitrag/i
/** Who sells for nobody else cares for what it made. */
export const CARE =
  /wartung|pflege|support|maintenance|manuten|mantenim|manteniment|mentenan|întrețin|soporte|suport|onderhoud|underhåll|vedligehold|vedlikehold|ylläpi|huolto|hooldus|uzturēš|apkop|priežiūr|palaikym|asyst|konserwac|utrzyman|podpor|podršk|údržb|vzdržev|održav|karbantart|követés|поддръж|одржав|подршк|підтримк|супров|обслугов|συντήρ|υποστήριξ/i
/** Care of things; prolonged, it is mostly the maker's. */
export const CARED =
  /^[^\p{L}]*(?:\p{L}+[^\p{L}]+)?(?:\p{L}{0,20}wartung|\p{L}{0,20}instandhaltung|inspektion|reparatur)(?:\P{L}|$)(?!.*(?:verläng|vertrag|lizenz))/iu
export const UPGRADE = /(?:^|\P{L})(?:upgrade|releasewechsel)$/iu
export const LICENCE = /lizenz|li[cs]en[cst]|licenț|licenç|litsents|subs[kc]r[iy]|ліценз|лиценз|лиценц|άδει/i
