import { FACTS, NOT_FOR, factEntry, type FactId } from '../../src/model/facts.ts'
import { CODES, FACT_NOTES, SCALES, UNKNOWN_WHEN } from '../../src/model/fact-notes.ts'
import { OPERATORS, operatorEntry, type OperatorId } from '../../src/model/operators.ts'
import { SCOPES, type Scope } from '../../src/model/policy.ts'
import { KNOWLEDGE } from './gated.ts'

const TITLES: Readonly<Record<Scope, string>> = { item: 'an item', vendor: 'a vendor', layer: 'a layer', project: 'the project' }
const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  item: 'A component of an SBOM or a line of a procurement list. `line` tells them apart.',
  vendor: 'A company that controls an item, or a service that an item is bound to. Its id is that of the register.',
  layer: 'A layer of a procurement list, measured in EUR where there are amounts. An SBOM alone has no layers.',
  project: 'All inputs of one audit together.',
}
const EXAMPLES = { text: 'a text', version: 'a text', number: '12', truth: 'true', date: '"2026-12-31"', interval: '{ low: 0.3, high: 0.5 } or 0.4' } // prettier-ignore
const code = (values: readonly string[]) => values.map((value) => `\`${value}\``).join(', ')

function factRow(id: FactId): string {
  const { type, words, values, notFor } = factEntry(id)
  const possible = id === 'layer' ? [...KNOWLEDGE.layers.map((layer) => layer.id)] : values
  const { unknown, scale, codes } = FACT_NOTES[id]
  const applies = notFor === undefined ? '' : `${NOT_FOR[notFor].de} · ${NOT_FOR[notFor].en}`
  const written = possible === undefined ? (codes === undefined ? '' : CODES[codes].en) : code(possible)
  const range = scale === undefined ? written : SCALES[scale].words.en
  return `| \`${id}\` | ${type} | ${words.de} | ${words.en} | ${range} | ${UNKNOWN_WHEN[unknown].de} · ${UNKNOWN_WHEN[unknown].en} | ${applies} |`
}

function operatorRow(id: OperatorId): string {
  const { types, value, many, words } = operatorEntry(id)
  const takes = {
    fact: 'as the fact',
    text: 'text',
    number: 'number',
    day: '`"2026-12-31"`',
    range: '`">=2.0 <3.0"`',
    truth: '`true` or `false`',
  }[value]
  return `| \`${id}\` | ${types.join(', ')} | ${takes}${many ? ', or a list' : ''} | ${words.de} | ${words.en} |`
}

/** docs/facts.md: every fact, operator and named list there is. */
export function factsPage(): string {
  const ids = Object.keys(FACTS) as FactId[]
  const scopes = SCOPES.flatMap((scope) => [
    `## Facts of ${TITLES[scope]} (\`scope: ${scope}\`)`,
    '',
    SCOPE_WORDS[scope],
    '',
    '| fact | type | Bedeutung | meaning | values, scale or codes | unbekannt, wenn · unknown if | does not apply to |',
    '|---|---|---|---|---|---|---|',
    ...ids.filter((id) => factEntry(id).scopes.includes(scope)).map(factRow),
    '',
  ])
  return `${[
    '# Facts and operators',
    '',
    '*For whoever writes a policy. How one is written: [rules.md](rules.md). This page is generated from what the tool knows (`BLESS=1 npx vitest run test/rules.test.ts`); a test keeps it true.*',
    '',
    '- A fact that is **not known** makes its test unknown, and unknown is never a finding.',
    '- A fact that **does not apply** (last column) makes its test no, so that `not` of it is yes.',
    '- Where values are listed, nothing else can be asked; a misspelt value is refused with what was probably meant, and so is a number outside its scale.',
    '- Text is compared as it stands (`is` tells cases apart, `matches` does not). Texts "as written" are those of the input; empty ones are not known.',
    '- Ids of makers, controllers and products are those of `eigenstand vendors find NAME`; a misspelt one is refused.',
    '',
    ...scopes,
    '## Operators',
    '',
    '| operator | types of facts | value | Bedeutung | meaning |',
    '|---|---|---|---|---|',
    ...(Object.keys(OPERATORS) as OperatorId[]).map(operatorRow),
    '',
    'Versions are compared number by number: `1.9 < 1.10`, `2.0 = 2`, `2.0-rc1 < 2.0 < 2.0.1`. What stands after `+` does not count. A date without a day (`2026-12`) decides only where its first and its last day agree.',
    '',
    'A pattern of `matches` has to fit the whole text: `miet` fits nothing but `miet`, `*miet*` whatever holds it. `withinMonths` counts as § 188 BGB does: from 31 January one month is the last day of February.',
    '',
    '## What the values mean',
    '',
    '- **EUR a year** (`per-year`): net, after credits. Amount × 12 ÷ whole months of the term, else × 365.25 ÷ days; annual amounts as they are. A term shorter than a year counts as one. **A line that is neither annual nor has both ends of a term has no value: it is not known.** (As a weight of the figures it is taken as one year where nearly all of the list has terms, [scoring.md](scoring.md#what-counts); a policy is not told so.) Ceilings, estimates, budgets and unit prices have none (`amount-state` `kind`), nor amounts in foreign money without a rate (`currency`); gross becomes net by the rate in the project file and counts as stated without one.',
    '- **Licence families** (`family`): `permissive` (MIT, Apache-2.0, BSD), `weak-copyleft` (LGPL, MPL, EPL), `strong-copyleft` (GPL, EUPL), `network-copyleft` (AGPL), `public-domain` (CC0), `restricted` (source to be seen, use limited: BUSL, SSPL, Elastic), `proprietary`, `none` (no licence at all: all rights reserved), `not-applicable` (hardware, people). Of alternatives (OR) the freest counts, of cumulative ones (AND) the most restrictive. Which licence is what: `eigenstand licences explain ID`.',
    '- **Governance**: who decides on open software: a `public-body`, a `foundation` (Apache, Eclipse, Document Foundation), a `community` without a legal body, `several-companies`, a `single-company`. Of what is not open it says nothing.',
    '- **Procedure**: `open`, `restricted` (also beschränkte Ausschreibung), `negotiated-with-call`, `dialogue`, `innovation`, `negotiated-without-call` (also freihändige Vergabe, Verhandlungsvergabe), `direct` (Direktauftrag), `call-off` (Abruf aus Rahmenvereinbarung). Read from the column "Vergabeart", eForms and OCDS codes.',
    '- **Layer `unknown`**: lines without a layer are a layer of their own with this name in findings; its fact `layer` is not known. In every other layer they are undecided, so that shares of a layer are ranges ([scoring.md](scoring.md#concentration)).',
    '- **Package** (`package`): the purl without version and qualifiers, percent signs resolved: `pkg:npm/@scope/name`, `pkg:maven/org.example/name`.',
    '',
    '## Types in examples',
    '',
    '| type | how an example gives it |',
    '|---|---|',
    ...Object.entries(EXAMPLES).map(([type, example]) => `| ${type} | \`${example}\` |`),
    '',
    'A fact that is left out is not known. `does-not-apply` says that it does not apply, whatever its type.',
    '',
    '## Named lists that are there',
    '',
    '`{ fact: licence-model, matches: { list: cloud-models } }` takes the values of a list. Your own file of the same id replaces ours, in our policies too.',
    '',
    '| list | Bedeutung | meaning | values |',
    '|---|---|---|---|',
    ...KNOWLEDGE.lists.map(({ id, words, values }) => `| \`${id}\` | ${words.de} | ${words.en} | ${code(values)} |`),
  ].join('\n')}\n`
}
