import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { identify } from '../../src/identify/index.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import type { Item, Said, Source } from '../../src/model/item.ts'
import { parsePurl } from '../../src/model/purl.ts'
import { EMPTY_PROJECT } from '../../src/model/project.ts'
import { KNOWLEDGE } from './knowledge.ts'

/** The day of the labels. */
export const AS_OF = '2026-11-23'

/** One item labelled by hand: id of its controller, or `none`, `unknown`, `undecided`; `like`: the namesake it must not be given to, or `any`. */
export interface Labelled {
  readonly room: string
  readonly item: Item
  readonly is: string
  readonly like?: string
  readonly reseller?: string
}

type Row = Readonly<Record<string, string>> & { readonly links?: readonly string[]; readonly sites?: readonly string[] }
export const HELPINGS = [
  'fresh',
  'eleventh',
  'twelfth',
  'lookalikes',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twentyfirst',
  'twentysecond',
  'twentythird',
  'twentyfourth',
  'twentyfifth',
  'twentysixth',
  'twentyseventh',
  'twentyeighth',
  'twentyninth',
  'thirtieth',
  'thirtyfirst',
  'thirtysecond',
  'thirtythird',
  'thirtyfourth',
  'thirtyfifth',
] as const
export type Helping = (typeof HELPINGS)[number]
type Groups = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

const yaml = (name: string): unknown => parse(readFileSync(new URL(`../../fixtures/vendors/${name}.yaml`, import.meta.url), 'utf8'))
const SAID = ['type', 'group', 'supplier', 'manufacturer', 'publisher', 'author', 'provider', 'description', 'product'] as const

export function labelledComponents(): Labelled[] {
  const file = yaml('components') as { packages: Groups; lookalikes: Groups; described: readonly Row[] }
  const simple = (groups: Groups, label: (id: string) => { is: string; like?: string }) =>
    Object.entries(groups).flatMap(([type, byId]) =>
      Object.entries(byId).flatMap(([id, names]) =>
        names.map((name) => ({ room: type, item: component({ purl: `pkg:${type}/${name}` } as unknown as Row), ...label(id) })),
      ),
    )
  return [
    ...simple(file.packages, (is) => ({ is })),
    ...simple(file.lookalikes, (like) => ({ is: 'unknown', like })),
    ...file.described.map(described),
  ]
}

function described(row: Row): Labelled {
  return { room: roomOf(row), item: component(row), is: row['is']!, ...(row['like'] !== undefined && { like: row['like'] }) }
}

/** Labelled before the tool was asked, in two helpings. */
export function blindComponents(): Labelled[] {
  const { first, second } = yaml('blind') as { first: readonly Row[]; second: readonly Row[] }
  return [...first, ...second].map(described)
}

/** Helpings that were labelled without sight of register or code. */
export function freshComponents(room: Helping = 'fresh'): Labelled[] {
  return (yaml(room) as { components: readonly Row[] }).components.map(described)
}

/** Lines of procurement lists: `lines`, the helpings and `traps` (which tempt to name somebody else) to steer by, `purchases` labelled by people who saw no result. */
export function labelledLines(room: Helping | 'lines' | 'purchases' | 'traps' = 'lines'): Labelled[] {
  const { lines } = yaml(room) as { lines: readonly Row[] }
  return lines.map((row) => ({
    room,
    item: {
      ...base(row, row['title']!),
      kind: 'contract' as const,
      line: true as const,
      ...(row['cpv'] !== undefined && { cpv: [row['cpv']] }),
    },
    is: row['is']!,
    ...(row['like'] !== undefined && { like: row['like'] }),
    ...(row['reseller'] !== undefined && { reseller: row['reseller'] }),
  }))
}

function roomOf(row: Row): string {
  return row['kind'] === 'service' ? 'service' : row['purl'] === undefined ? 'without purl' : parsePurl(row['purl'])!.type
}

function component(row: Row): Item {
  const purl = row['purl'] === undefined ? undefined : parsePurl(row['purl'])
  return {
    ...base(row, row['name'] ?? purl!.name),
    ...(row['purl'] !== undefined && { purl: row['purl'] }),
    ...(purl && { parsed: purl }),
    ...(row['cpe'] !== undefined && { cpe: row['cpe'] }),
  }
}

function base(row: Row, name: string): Item {
  const links = [
    ...(row.links ?? []).map((url) => ({ kind: 'vcs' as const, url })),
    ...(row.sites ?? []).map((url) => ({ kind: 'website' as const, url })),
  ]
  const said: Said = {
    ...Object.fromEntries(SAID.filter((field) => row[field] !== undefined).map((field) => [field, row[field]])),
    ...(links.length > 0 && { links }),
  }
  return {
    id: name,
    ref: name,
    source: 0,
    kind: row['kind'] === 'service' ? 'service' : row['kind'] === 'hardware' || row['type'] === 'device' ? 'hardware' : 'software',
    name,
    relation: 'unknown',
    counted: true,
    said,
    seenAt: [{ source: 0, at: '/0' }],
  }
}

const source: Source = {
  path: 'labelled.yaml',
  format: 'cyclonedx-json',
  sha256: '',
  bytes: 0,
  encoding: 'utf-8',
  records: 0,
  read: 0,
  rejected: 0,
  unusable: 0,
  notes: 0,
  notation: 'pointer',
  fields: {},
}

export { KNOWLEDGE as shipped }

/** What the shipped register makes of the labelled items. */
export function concluded(labelled: readonly Labelled[]): readonly Dossier[] {
  return identify({ sources: [source], items: labelled.map(({ item }) => item), notes: [] }, KNOWLEDGE, {
    asOf: AS_OF,
    project: EMPTY_PROJECT,
  }).dossiers
}
