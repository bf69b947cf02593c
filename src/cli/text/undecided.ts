import type { Audit } from '../../model/audit.ts'
import type { Undecided } from '../../model/policy.ts'
import type { Language } from '../../model/words.ts'
import { formats } from '../../report/format.ts'
import { speaker } from '../../report/words/say.ts'
import { rulesWords } from './rules-words.ts'

const NAMED_FACTS = 3
const NAMED_POLICIES = 3

/** `bids (Zahl der Angebote)`: the fact as a policy names it, and in words. */
export function factText(fact: string, language: Language): string {
  const words = speaker(language).term('fact', fact)
  return words === fact ? fact : `${fact} (${words})`
}

/** `3 nicht entscheidbar; es fehlt bids (Zahl der Angebote): 3`. */
export function undecidedText({ count, missing = [] }: Pick<Undecided, 'count' | 'missing'>, language: Language): string {
  const words = rulesWords(language).undecided
  const { number } = formats(language)
  const facts = missing.slice(0, NAMED_FACTS).map((one) => `${factText(one.fact, language)}: ${number(one.count)}`)
  return facts.length === 0 ? words.count(number(count)) : `${words.count(number(count))}; ${words.missing} ${facts.join(', ')}`
}

/** How much all policies could not decide, and for want of what: unknown is no pass. Nothing where everything was decided. */
export function undecidedSummary({ undecided, policies }: Pick<Audit, 'undecided' | 'policies'>, language: Language): string[] {
  if (undecided.length === 0) return []
  const words = rulesWords(language).undecided
  const cases = undecided.reduce((sum, { count }) => sum + count, 0)
  const title = (policy: string) => policies.find(({ id }) => id === policy)?.title[language] ?? policy
  const most = [...undecided].sort((a, b) => b.count - a.count).slice(0, NAMED_POLICIES)
  return [
    words.summary(undecided.length, formats(language).number(cases)),
    ...most.map((one) => `  ${one.policy} (${title(one.policy)}): ${undecidedText(one, language)}`),
    ...(undecided.length > most.length ? [`  ${words.others(undecided.length - most.length)}`] : []),
  ]
}
