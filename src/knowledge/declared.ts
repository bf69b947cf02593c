import { Faults } from '../model/faults.ts'
import type { Declaration, Framework } from '../model/framework.ts'
import type { Knowledge } from '../model/knowledge.ts'
import type { Project } from '../model/project.ts'
import { notDefined } from './references.ts'

/** Every declaration answers a question that a framework asks, with one of its answers where it has any. */
export function assertDeclared(declared: readonly Declaration[], frameworks: readonly Framework[]): void {
  for (const { framework: id, criterion: name, answer, place, places } of declared) {
    const known = frameworks.find((one) => one.id === id)
    if (known === undefined) throw notDefined(id, 'framework', frameworks.map((one) => one.id), places?.framework ?? place) // prettier-ignore
    const asked = known.criteria.filter(({ question }) => question !== undefined)
    const criterion = asked.find((one) => one.id === name)
    if (criterion === undefined) throw notDefined(name, 'criterion', asked.map((one) => one.id), places?.criterion ?? place) // prettier-ignore
    if (answer !== undefined && !criterion.answers.some((one) => one.id === answer))
      throw notDefined(answer, 'answer', criterion.answers.map((one) => one.id), places?.answer ?? place) // prettier-ignore
  }
}

/** The layer and the makers that a project names must be there. */
export function assertProject(
  { layer, makers, places }: Project,
  { layers, organisations }: Pick<Knowledge, 'layers' | 'organisations'>,
): void {
  const faults = new Faults()
  const ids = layers.map(({ id }) => id)
  if (layer !== undefined && !ids.includes(layer)) faults.add(notDefined(layer, 'layer', ids, places?.layer ?? {}))
  for (const [name, id] of Object.entries(makers))
    if (!organisations.has(id)) faults.add(notDefined(id, 'makers', organisations.keys(), places?.makers[name] ?? {}))
  faults.end()
}
