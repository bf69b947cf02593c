import { CODES, FACT_NOTES } from '../model/fact-notes.ts'
import { factEntry, type FactId } from '../model/facts.ts'
import type { OperatorId } from '../model/operators.ts'
import type { ProblemPlace } from '../model/problem.ts'
import { packageOf, parsePurl } from '../model/purl.ts'
import { fault, quoted } from './issue.ts'
import { licenceForm } from './licence-form.ts'
import { notDefined, type Ids } from './references.ts'

type Form = (said: string, ids: Ids | undefined) => string | undefined

/** How an audit writes what is said; `undefined` where it never would. */
const FORMS: Readonly<Partial<Record<keyof typeof CODES, Form>>> = {
  cpv: (said) => /^(\d{8})(?:-\d)?$/.exec(said)?.[1],
  purl: (said) => {
    const purl = parsePurl(said)
    return purl === undefined ? undefined : packageOf(purl)
  },
  // without a register nothing can be said
  spdx: (said, ids) => (ids?.licence === undefined ? said : (ids.licence(said) ?? licenceForm(said, ids.licence))),
}

/**
 * A text that a fact can have: written as the audit writes it, for another spelling never holds, and nobody would notice. `operator`:
 * how it is compared; none in an example. E2103, E2105.
 */
export function assertForm(fact: FactId, operator: OperatorId | undefined, said: string, place: ProblemPlace, ids: Ids | undefined): void {
  const { type, values } = factEntry(fact)
  const isPattern = operator === 'matches'
  if (operator !== undefined && !isPattern && said.includes('*') && values === undefined && (type === 'text' || type === 'version'))
    throw noPattern(fact, operator, said, place)
  if (type !== 'text') return
  const codes = FACT_NOTES[fact].codes
  const form = codes === undefined ? undefined : FORMS[codes]
  if (form !== undefined) {
    const proper = isPattern ? patternForm(codes!, form, said, ids) : form(said, ids)
    if (!(isPattern ? proper?.toLowerCase() === said.toLowerCase() : proper === said)) throw otherForm(fact, said, proper, codes!, place)
  }
  if (ids === undefined || said.includes('*')) return
  if (fact === 'product' && ids.products !== undefined && !ids.products().has(said))
    throw notDefined(said, fact, ids.products().keys(), place)
  const id = said.toLowerCase()
  if (fact === 'reseller' && id !== said && ids.organisations.has(id)) throw otherForm(fact, said, id, 'organisation', place)
}

/** A pattern as it can fit; only what no value can have is seen. */
function patternForm(codes: keyof typeof CODES, form: Form, said: string, ids: Ids | undefined): string | undefined {
  if (!said.includes('*')) return form(said, ids)
  if (codes === 'cpv') return said.replace(/-\d?$/, '').replace(/[^\d*]/g, '')
  if (codes === 'purl') return form(said, ids) ?? (/%[0-9a-f]{2}/i.test(said) ? undefined : said)
  return said
}

function otherForm(fact: FactId, said: string, proper: string | undefined, codes: keyof typeof CODES, place: ProblemPlace) {
  const shown = quoted(said)
  const near = proper === undefined ? { de: '', en: '' } : { de: `; meinten Sie „${proper}“?`, en: `; did you mean "${proper}"?` }
  return fault(
    `${fact}: ${shown.de} steht so in keiner Prüfung (${CODES[codes].de})${near.de}`,
    `${fact}: ${shown.en} is never written so in an audit (${CODES[codes].en})${near.en}`,
    place,
  )
}

function noPattern(fact: FactId, operator: OperatorId, said: string, place: ProblemPlace) {
  const shown = quoted(said)
  const meant = operator === 'is' ? `{ fact: ${fact}, matches: "${said.slice(0, 60)}" }` : `not: { fact: ${fact}, matches: "${said.slice(0, 60)}" }` // prettier-ignore
  return fault(
    `${fact}: ${shown.de} ist ein Muster, und ${operator} vergleicht den Text, wie er dasteht; meinten Sie ${meant}?`,
    `${fact}: ${shown.en} is a pattern, and ${operator} compares the text as it stands; did you mean ${meant}?`,
    place,
  )
}
