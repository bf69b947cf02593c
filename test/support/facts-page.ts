import { FACTS, NOT_FOR, factEntry, type FactId } from '../../src/model/facts.ts'
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
  const applies = notFor === undefined ? '' : `${NOT_FOR[notFor].de} · ${NOT_FOR[notFor].en}`
  return `| \`${id}\` | ${type} | ${words.de} | ${words.en} | ${possible === undefined ? '' : code(possible)} | ${applies} |`
}

function operatorRow(id: OperatorId): string {
  const { types, value, many, words } = operatorEntry(id)
  const takes = { fact: 'as the fact', text: 'text', number: 'number', day: '`"2026-12-31"`', range: '`">=2.0 <3.0"`', truth: '`true` or `false`' }[value]
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
    '| fact | type | Bedeutung | meaning | values | does not apply to |',
    '|---|---|---|---|---|---|',
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
    '- Where a column "values" is filled, nothing else can be asked; a misspelt value is refused with what was probably meant.',
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
    '## Types in examples',
    '',
    '| type | how an example gives it |',
    '|---|---|',
    ...Object.entries(EXAMPLES).map(([type, example]) => `| ${type} | \`${example}\` |`),
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
