import type { Audit } from '../../model/audit.ts'
import type { Dossier } from '../../model/dossier.ts'
import { fileOfEvidence, type Evidence, type Seen } from '../../model/evidence.ts'
import type { Proof } from '../../model/policy.ts'
import type { Language } from '../../model/words.ts'
import { conversionText } from '../../report/conversion.ts'
import { formats } from '../../report/format.ts'
import { placeText } from '../../report/html/parts/place.ts'
import { phraseOf, testOf, valueOf, type Wording } from '../../report/html/parts/proof.ts'
import { speaker } from '../../report/words/say.ts'
import { rulesWords } from './rules-words.ts'
import { factText } from './undecided.ts'

/** A proof line by line, as the condition is built: what is demanded, what was found, whether it holds, and where that stands. */
export function proofText(audit: Audit, proof: Proof, language: Language, indent: string): string[] {
  const words = rulesWords(language).proof
  const told = wording(audit, language)
  const test = testOf(proof.test)
  const demand =
    test === undefined
      ? `${told.term('condition', proof.test)} `
      : `${factText(test.fact, language)}: ${phraseOf(told, test)} · ${words.found} ${valueOf(told, proof)} · `
  return [
    `${indent}${demand}${words.truth[proof.truth]}`,
    ...evidenceTexts(audit, proof.evidence, language).map((one) => `${indent}  ${one}`),
    ...proof.parts.flatMap((part) => proofText(audit, part, language, `${indent}  `)),
  ]
}

/** Where something stands and what stands there, the same once. */
export function evidenceTexts(audit: Audit, evidence: readonly Evidence[], language: Language): readonly string[] {
  const told = speaker(language)
  const texts = evidence.map(
    ({ at, says, ...where }) =>
      `${fileOfEvidence(where, audit.sources)} ${told.say('place.says', { place: placeText(told, at), text: says })}`,
  )
  return [...new Set(texts)]
}

/** Every place of an item in the inputs. */
export function placesText(audit: Audit, { seenAt }: Dossier, language: Language): string {
  const told = speaker(language)
  return seenAt.map((seen) => `${fileAt(audit, seen)} ${placeText(told, seen.at)}`).join('; ')
}

/** Where an item's amount stands, and what stands there; of an audit stored earlier where the item does. */
export function amountPlaceText(audit: Audit, item: Dossier, language: Language): string {
  const told = speaker(language)
  const [seen] = item.seenAt
  const evidence = item.amount?.evidence ?? []
  if (seen === undefined || evidence.length === 0) return placesText(audit, item, language)
  const cells = evidence.map(({ at, says }) => told.say('place.says', { place: placeText(told, at), text: says }))
  const sum = conversionText({ ...told, f: formats(language) }, audit, item)
  return [fileAt(audit, seen), cells.join('; '), ...(sum === undefined ? [] : [`(${sum})`])].join(' ')
}

/** `vertraege.csv:6:1`, as editors open it. */
function fileAt(audit: Audit, { source, line, column }: Seen): string {
  return `${audit.sources[source]?.path ?? ''}${line === undefined ? '' : `:${line}:${column}`}`
}

function wording({ organisations }: Audit, language: Language): Wording {
  return {
    ...speaker(language),
    f: formats(language),
    organisationLink: (id, name) => ({ text: organisations.find((one) => one.id === id)?.name ?? name ?? id, href: null }),
  }
}
