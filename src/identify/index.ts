import { firstFew } from '../model/first-few.ts'
import type { NamedOrganisation } from '../model/audit.ts'
import { isBrief } from '../model/brief.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Note } from '../model/evidence.ts'
import type { Inventory } from '../model/item.ts'
import type { Knowledge } from '../model/knowledge.ts'
import { NOTES } from '../model/notes.ts'
import { fill } from '../model/problem.ts'
import type { Project } from '../model/project.ts'
import { Identifier } from './identifier.ts'
import { concludeAmounts } from './money.ts'
import { kindNotes } from './line/software.ts'

export { Identifier }

export interface Identified {
  readonly dossiers: readonly Dossier[]
  readonly notes: readonly Note[]
  readonly organisations: readonly NamedOrganisation[]
}

/**
 * Inventory → Dossiers: for every item who made it, who controls the maker on `asOf`, under which licence, in which layer.
 * `identifier`: the one that has looked at components while they were read, where one has.
 */
export function identify(
  inventory: Inventory,
  knowledge: Knowledge,
  options: { readonly asOf: string; readonly project: Project },
  identifier = new Identifier(knowledge, options),
): Identified {
  identifier.sources = inventory.sources
  const concluded = inventory.items.map((item): Dossier => (isBrief(item) ? item : identifier.dossier(item)))
  const priced = inventory.items.map((item, i) => (item.amount === undefined ? item : { ...concluded[i]!, amount: item.amount }))
  const { amounts, notes: ofAmounts } = concludeAmounts(priced, options)
  const dossiers = concluded.map((dossier, i): Dossier => {
    const amount = amounts.get(i)
    if (amount === undefined) return dossier
    // a contract that has ended is nothing the project relies on any more, one that follows another not yet, and a credit never was
    const relied = amount.why !== 'expired' && amount.why !== 'not-begun' && !amount.value.startsWith('-')
    return { ...dossier, counted: dossier.counted && relied, amount }
  })
  const notes = [...unusedNotes(identifier), ...ofAmounts, ...kindNotes(dossiers)]
  return { dossiers, notes, organisations: identifier.named(dossiers, options.asOf) }
}

/** Entries of the project file that fit nothing: misspelt, or about what is not there any more. */
function unusedNotes(identifier: Identifier): Note[] {
  return identifier.unusedEntries().map(({ key, entries }): Note => {
    const params = { key, n: entries.length, entries: firstFew(entries) }
    return { code: 'W-ENTRY-UNUSED', message: fill(NOTES['W-ENTRY-UNUSED'].en, params), params }
  })
}
