import { purlOf, type Item } from './item.ts'
import { tableOf } from './table.ts'

/** Ecosystems in which a package is called by its group and its name, with what stands between them. */
const BETWEEN = tableOf({ npm: '/', maven: ':', composer: '/', golang: '/', github: '/', githubactions: '/', huggingface: '/', swift: '/', clojars: '/' }) // prettier-ignore

/** The name by which every output calls an item: with its group, as its ecosystem writes it, where it has one. */
export function fullName({ name, purl, said }: Pick<Item, 'name' | 'purl' | 'said'>): string {
  const parsed = purlOf({ purl })
  const group = parsed?.namespace ?? said.group
  const between = BETWEEN.get(parsed?.type ?? (group?.startsWith('@') ? 'npm' : ''))
  if (!group || between === undefined || name.includes(between) || name.toLowerCase().includes(group.toLowerCase())) return name
  return group + between + name
}
