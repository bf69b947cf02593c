import { normalised } from '../model/identity.ts'
import type { Item } from '../model/item.ts'
import type { NoticeNames } from '../model/ports.ts'
import type { ReadSource } from './source.ts'

/** Formats whose contract number is `notice#lot/tender`: two files with the same notice say the same. */
export const NOTICES: ReadonlySet<string> = new Set(['eforms', 'bekanntmachungen-csv', 'bekanntmachungen-xlsx'])

/** A notice where it stands. */
interface Placed {
  readonly notice: NoticeNames
  readonly source: number
}

/** The id of the notice in a contract number. */
export const noticeIn = (contractNumber: string): string => normalised(contractNumber).replace(/#.*$/s, '')

const keyOf = (source: number, id: string): string => `${source} ${normalised(id)}`

/**
 * A notice that another one corrects, and an older version of a notice, say what no longer holds: where both are there, the
 * newer one counts. Notices that correct each other both stand. Returns the lines that hold no more, by their notice.
 */
export function correctedLines<T extends Item>(lines: readonly T[], inputs: readonly ReadSource[]): ReadonlyMap<string, readonly T[]> {
  const all = inputs.flatMap(({ reading }, source) => (reading.notices ?? []).map((notice): Placed => ({ notice, source })))
  const newer = new Map<string, Placed>()
  for (const [old, by] of corrections(all)) newer.set(keyOf(old.source, old.notice.id), by)
  const lastOf = lasts(newer)
  const found = new Map<string, T[]>()
  for (const line of newer.size === 0 ? [] : lines) {
    if (line.said.contractNumber === undefined || !NOTICES.has(inputs[line.source]!.reading.format)) continue
    const key = keyOf(line.source, noticeIn(line.said.contractNumber))
    const last = lastOf(key)
    if (last === undefined) continue
    const shown = (id: string, source: number) => `${id} (${inputs[source]!.path})`
    const name = `${shown(noticeIn(line.said.contractNumber), line.source)} → ${shown(last.notice.id, last.source)}`
    const known = found.get(name)
    if (known === undefined) found.set(name, [line])
    else known.push(line)
  }
  return found
}

/** The notice that holds in the end; `undefined` where none is newer or they go round in a circle. No way is gone twice. */
function lasts(newer: ReadonlyMap<string, Placed>): (key: string) => Placed | undefined {
  const known = new Map<string, Placed | undefined>()
  return (key) => {
    const way: string[] = []
    let last: Placed | undefined
    let at = key
    for (let next = newer.get(at); next !== undefined && !known.has(at); next = newer.get(at)) {
      way.push(at)
      // what is met again on its way goes round
      known.set(at, undefined)
      last = next
      at = keyOf(next.source, next.notice.id)
    }
    if (known.has(at)) last = known.get(at)
    for (const one of way) known.set(one, last)
    return last
  }
}

function corrections(all: readonly Placed[]): readonly (readonly [old: Placed, by: Placed])[] {
  const byId = Map.groupBy(all, ({ notice }) => normalised(notice.id))
  const byNumber = Map.groupBy(all, ({ notice }) => journalNumber(notice.published) ?? '')
  return all.flatMap((by) => {
    const { id, version = 0, corrects } = by.notice
    const older = byId.get(normalised(id))!.filter(({ notice }) => (notice.version ?? version) < version)
    return [...older, ...(corrects === undefined ? [] : named(corrects, byId, byNumber))]
      .filter(({ notice }) => notice !== by.notice)
      .map((old) => [old, by] as const)
  })
}

/** The notices that a correction means: by number in the Official Journal, else by id, up to the version it names. */
function named(
  corrects: string,
  byId: ReadonlyMap<string, readonly Placed[]>,
  byNumber: ReadonlyMap<string, readonly Placed[]>,
): readonly Placed[] {
  const number = journalNumber(corrects)
  if (number !== undefined) return byNumber.get(number) ?? []
  const [, id = corrects, version] = /^(.+)-(\d{1,2})$/s.exec(corrects) ?? []
  return (byId.get(normalised(id)) ?? []).filter(({ notice }) => version === undefined || (notice.version ?? 0) <= Number(version))
}

/** `00123456-2025` and `123456-2025` are the same. */
function journalNumber(said: string | undefined): string | undefined {
  const [, number, year] = /^(\d+)-((?:19|20)\d\d)$/.exec(said?.trim() ?? '') ?? []
  return number === undefined ? undefined : `${number.replace(/^0+(?=\d)/, '')}-${year}`
}
