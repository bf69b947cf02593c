import type { Framework } from '../model/framework.ts'
import type { FactId } from '../model/facts.ts'
import { Problem } from '../model/problem.ts'
import { checked } from './check.ts'
import { assertFact, condition, type Lists } from './conditions.ts'
import { withoutUndefined } from './organisations.ts'
import { frameworkFile } from './framework-schema.ts'

import type { YamlFile } from './yaml.ts'

/** One framework from its file. Its criteria ask facts of the project, in the language of the policies. */
export function framework(yaml: YamlFile, lists: Lists): Framework {
  const { criteria, source, profiles, ...data } = checked(frameworkFile, yaml)
  const seen = new Set<string>()
  return {
    ...data,
    source: withoutUndefined(source),
    ...(profiles !== undefined && { profiles }),
    criteria: criteria.map(({ facts = [], answers = [], examples = [], ...criterion }, i) => {
      const at = (...path: (string | number)[]) => ['criteria', i, ...path]
      if (seen.has(criterion.id)) throw new Problem('E2104', { id: criterion.id, other: yaml.file }, yaml.place(at('id')))
      seen.add(criterion.id)
      facts.forEach((fact, j) => assertFact(fact, 'project', yaml.place(at('facts', j))))
      examples.forEach((example, j) => {
        for (const fact of Object.keys(example.facts)) assertFact(fact, 'project', yaml.keyPlace(at('examples', j, 'facts', fact)))
        for (const id of example.expect) {
          if (!answers.some((answer) => answer.id === id)) throw new Problem('E2105', { id, what: 'expect' }, yaml.place(at('examples', j)))
        }
      })
      return {
        ...withoutUndefined(criterion),
        facts: facts as FactId[],
        answers: answers.map(({ when, ...answer }, j) => ({
          ...withoutUndefined(answer),
          ...(when !== undefined && { when: condition(yaml, when, at('answers', j, 'when'), { scope: 'project', lists }) }),
        })),
        examples,
      }
    }),
    place: { file: yaml.file, line: 1 },
  }
}
