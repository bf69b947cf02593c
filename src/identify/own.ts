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
  private readonly selfMadeEntries: readonly Entry[]
  private readonly criticalEntries: readonly Entry[]
  private readonly makers: ReadonlyMap<string, Stated>

  constructor({ selfMade, critical, makers }: Project) {
    this.selfMadeEntries = selfMade.map(entryOf)
    this.criticalEntries = critical.map(entryOf)
    this.makers = new Map(Object.entries(makers).map(([name, organisation]) => [normalised(name), { name, organisation, fits: false }]))
  }

  /** The entry that names the item, as it is written. */
  selfMade(item: Item): string | undefined {
    return this.named(item, this.selfMadeEntries)
  }

  critical(item: Item): string | undefined {
    return this.named(item, this.criticalEntries)
  }

  /** The organisation given for the item's name, id, or a party named with it. */
  maker(item: Item): Stated | undefined {
    if (this.makers.size === 0) return undefined
    const names = [item.id, item.name, item.said.manufacturer, item.said.supplier, item.said.group]
    const found = names.flatMap((name) => (name === undefined ? [] : (this.makers.get(normalised(name)) ?? [])))
    for (const one of found) one.fits = true
    return found[0]
  }

  /** Entries that fitted no item so far, each key with what stands there: a misspelt one does nothing, and nobody would notice. */
  unused(): readonly { readonly key: 'critical' | 'selfMade' | 'makers'; readonly entries: readonly string[] }[] {
    const left = (entries: readonly Entry[]) => entries.flatMap(({ said, fits }) => (fits ? [] : [said]))
    const all = [
      { key: 'critical', entries: left(this.criticalEntries) },
      { key: 'selfMade', entries: left(this.selfMadeEntries) },
      { key: 'makers', entries: [...this.makers.values()].flatMap(({ name, fits }) => (fits ? [] : [name])) },
    ] as const
    return all.filter(({ entries }) => entries.length > 0)
  }

  /** Every entry that decided something about the item: of `makers` only where nothing came before it, though it fitted. */
  entries(item: Item, made: Verdict | undefined): Dossier['projectFile'] {
    const critical = this.critical(item)
    const selfMade = this.selfMade(item)
    const fitting = this.maker(item)
    const makers = made?.by[0] === STATED_BY ? fitting?.name : undefined
    if (critical === undefined && selfMade === undefined && makers === undefined) return undefined
    return {
      ...(critical !== undefined && { critical }),
      ...(selfMade !== undefined && { selfMade }),
      ...(makers !== undefined && { makers }),
    }
  }

  /** A pattern is a name, an id, a purl, or the beginning of one followed by `*`. */
  private named(item: Item, entries: readonly Entry[]): string | undefined {
    if (entries.length === 0) return undefined
    const names = [item.id, item.name, item.purl, item.said.supplier, item.said.product]
      .filter((name) => name !== undefined)
      .map(normalised)
    let first: string | undefined
    for (const entry of entries) {
      if (first !== undefined && entry.fits) continue
      if (!names.some((name) => (entry.isStart ? name.startsWith(entry.wanted) : name === entry.wanted))) continue
      entry.fits = true
      first ??= entry.said
    }
    return first
  }
}

/** The entry that says who made an item, as evidence. */
export function statedEvidence(entries: Dossier['projectFile'], organisation: string): readonly Evidence[] {
  return entries?.makers === undefined ? [] : [{ file: PROJECT_FILE, at: 'makers', says: `${entries.makers}: ${organisation}` }]
}

/** An entry of a list of items, and whether one was fitted by it. */
interface Entry {
  readonly said: string
  readonly wanted: string
  readonly isStart: boolean
  fits: boolean
}

function entryOf(said: string): Entry {
  const whole = normalised(said)
  const isStart = whole.endsWith('*')
  return { said, wanted: isStart ? whole.slice(0, -1) : whole, isStart, fits: false }
}

/** A name as the project file has it, and the organisation it stands for. */
interface Stated {
  readonly name: string
  readonly organisation: string
  fits: boolean
}
