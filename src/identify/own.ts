import type { Item } from '../model/item.ts'
import type { Project } from '../model/project.ts'
import { normalised } from '../model/identity.ts'

/** What the project file knows better than any register: own work, critical items, makers. */
export class Own {
  private readonly project: Project
  private readonly makers: ReadonlyMap<string, string>

  constructor(project: Project) {
    this.project = project
    this.makers = new Map(Object.entries(project.makers).map(([name, id]) => [normalised(name), id]))
  }

  selfMade(item: Item): boolean {
    return this.named(item, this.project.selfMade)
  }

  critical(item: Item): boolean {
    return this.named(item, this.project.critical)
  }

  /** Organisation id given for the item's name, id, or a party named with it. */
  maker(item: Item): string | undefined {
    if (this.makers.size === 0) return undefined
    const names = [item.id, item.name, item.said.manufacturer, item.said.supplier, item.said.group]
    return names.map((name) => (name === undefined ? undefined : this.makers.get(normalised(name)))).find((id) => id !== undefined)
  }

  /** A pattern is a name, an id, a purl, or the beginning of one followed by `*`. */
  private named(item: Item, patterns: readonly string[]): boolean {
    if (patterns.length === 0) return false
    const names = [item.id, item.name, item.purl, item.said.supplier, item.said.product]
      .filter((name) => name !== undefined)
      .map(normalised)
    return patterns.some((pattern) => {
      const wanted = normalised(pattern)
      return names.some((name) => (wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted))
    })
  }
}
