import type { LicencesElsewhere, OwnLicence, StatedLicence } from '../../model/ports.ts'
import { kept, UNSTATED } from '../spdx2/expression.ts'
import { fragment } from '../spdx2/rdf-graph.ts'

type Kind = 'LicenseRef' | 'AdditionRef'

/** What stands in an expression for a licence that only another document may describe. */
const MARK = /DocumentRef-elsewhere-\d+:(?:LicenseRef|AdditionRef)-[A-Za-z0-9.-]+/g
/** What an expression of another document calls by a name that only that one knows. */
const OWN = /(?<![A-Za-z0-9.:-])(?:LicenseRef|AdditionRef)-[A-Za-z0-9.-]+/g
const NOTHING: StatedLicence = { text: UNSTATED, parts: new Map() }

interface Open {
  readonly address: string
  /** What is written where no document describes it. */
  readonly otherwise: string
}

/** Licences that a document names by their address and does not describe. */
export class Elsewhere {
  private readonly open = new Map<string, Open>()
  private readonly marks = new Map<string, string>()
  private readonly stated = new Map<string, StatedLicence>()

  /** What stands for it until all documents are read. */
  mark(address: string, kind: Kind, otherwise: string): string {
    const key = `${kind} ${otherwise} ${address}`
    const known = this.marks.get(key)
    if (known !== undefined) return known
    const name = fragment(address).replace(new RegExp(`^${kind}-`), '').replace(/[^A-Za-z0-9.-]/g, '-') || 'unnamed' // prettier-ignore
    const mark = `DocumentRef-elsewhere-${this.open.size}:${kind}-${name}`
    this.marks.set(key, mark)
    this.open.set(mark, { address, otherwise })
    return mark
  }

  /** Addresses that no document describes. */
  missing(elsewhere: LicencesElsewhere): readonly string[] {
    return [...new Set([...this.open.values()].flatMap(({ address }) => (elsewhere.stated(address) === undefined ? address : [])))]
  }

  /** An expression of this document with what its marks stand for; what contains itself is not stated. */
  resolved(text: string, parts: ReadonlyMap<string, OwnLicence>, elsewhere: LicencesElsewhere): StatedLicence {
    const all = new Map(parts)
    const whole = text.replace(MARK, (mark) => {
      const stated = this.at(mark, elsewhere)
      for (const [id, own] of stated.parts) all.set(id, own)
      return stated.text
    })
    return { text: kept(whole), parts: all }
  }

  static readonly marks = MARK

  /** What a mark of this document stands for. */
  at(mark: string, elsewhere: LicencesElsewhere): StatedLicence {
    const known = this.stated.get(mark)
    if (known !== undefined) return known
    this.stated.set(mark, NOTHING)
    const open = this.open.get(mark)
    const stated = open === undefined ? { ...NOTHING, text: mark } : foreign(elsewhere.stated(open.address), mark) ?? { ...NOTHING, text: open.otherwise } // prettier-ignore
    this.stated.set(mark, stated)
    return stated
  }
}

/** What another document states, its own names told apart from those of this one. */
function foreign(stated: StatedLicence | undefined, mark: string): StatedLicence | undefined {
  if (stated === undefined) return undefined
  const document = mark.slice(0, mark.indexOf(':') + 1)
  const renamed = (text: string) => text.replace(OWN, (name) => document + name)
  const text = renamed(stated.text)
  return {
    text: / (?:AND|OR|WITH) /i.test(text) ? `(${text})` : text,
    parts: new Map([...stated.parts].map(([id, own]) => [renamed(id), own])),
  }
}
