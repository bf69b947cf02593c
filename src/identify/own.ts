import type { Dossier } from '../model/dossier.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Item } from '../model/item.ts'
import { PROJECT_FILE, type Project } from '../model/project.ts'
import { normalised } from '../model/identity.ts'
import type { Verdict } from './weigh.ts'

/** What a maker was concluded by that the project file states. */
export const STATED_BY = 'project-file'

/** What the project file knows better than any register: own work, critical items, makers. */
export class Own {
  private readonly project: Project
  private readonly makers: ReadonlyMap<string, Stated>

  constructor(project: Project) {
    this.project = project
    this.makers = new Map(Object.entries(project.makers).map(([name, organisation]) => [normalised(name), { name, organisation }]))
  }

  /** The entry that names the item, as it is written. */
  selfMade(item: Item): string | undefined {
    return this.named(item, this.project.selfMade)
  }

  critical(item: Item): string | undefined {
    return this.named(item, this.project.critical)
  }

  /** The organisation given for the item's name, id, or a party named with it. */
  maker(item: Item): Stated | undefined {
    if (this.makers.size === 0) return undefined
    const names = [item.id, item.name, item.said.manufacturer, item.said.supplier, item.said.group]
    return names.map((name) => (name === undefined ? undefined : this.makers.get(normalised(name)))).find((found) => found !== undefined)
  }

  /** Every entry that decided something about the item: of `makers` only where nothing came before it. */
  entries(item: Item, made: Verdict | undefined): Dossier['projectFile'] {
    const critical = this.critical(item)
    const selfMade = this.selfMade(item)
    const makers = made?.by[0] === STATED_BY ? this.maker(item)?.name : undefined
    if (critical === undefined && selfMade === undefined && makers === undefined) return undefined
    return {
      ...(critical !== undefined && { critical }),
      ...(selfMade !== undefined && { selfMade }),
      ...(makers !== undefined && { makers }),
    }
  }

  /** A pattern is a name, an id, a purl, or the beginning of one followed by `*`. */
  private named(item: Item, patterns: readonly string[]): string | undefined {
    if (patterns.length === 0) return undefined
    const names = [item.id, item.name, item.purl, item.said.supplier, item.said.product]
      .filter((name) => name !== undefined)
      .map(normalised)
    return patterns.find((pattern) => {
      const wanted = normalised(pattern)
      return names.some((name) => (wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted))
    })
  }
}

/** The entry that says who made an item, as evidence. */
export function statedEvidence(entries: Dossier['projectFile'], organisation: string): readonly Evidence[] {
  return entries?.makers === undefined ? [] : [{ file: PROJECT_FILE, at: 'makers', says: `${entries.makers}: ${organisation}` }]
}

/** A name as the project file has it, and the organisation it stands for. */
interface Stated {
  readonly name: string
  readonly organisation: string
}
