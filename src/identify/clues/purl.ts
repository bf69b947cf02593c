import { purlOf } from '../../model/item.ts'
import type { Purl } from '../../model/purl.ts'
import type { NamespaceKind } from '../../model/register.ts'
import type { Owner } from '../../model/register-index.ts'
import { candidate, passesOn, type Candidate, type Clue, type Lookup } from '../clue.ts'
import { wordsOf } from '../names/comparable.ts'
import { isRepackedModel, purlNames } from '../names/purl-names.ts'

const STRENGTH = { exact: 0.95, prefix: 0.8, host: 0.85, upstream: 0.75 } as const
/** Registries where anybody may publish under any beginning: `azure-…` on PyPI is a hint, no more, until another clue confirms it. */
const OPEN = new Set<NamespaceKind>(['npm', 'pypi', 'cargo', 'gem', 'conda', 'cocoapods', 'pub', 'hex', 'cran'])
/** Says of itself that it is somebody else's. */
const OTHERS = /(?:^|[^a-z])(?:contrib|unofficial|community|fork|forked|lgplv?2?)(?:$|[^a-z])|ByCommunity/i
/** A folder may be called anything. */
const FOLDER = { product: 0.75, maker: 0.5 } as const
const SHORTEST_FOLDER = 5
const OPEN_PREFIX = { company: 0.45, others: 0.5 } as const

/** The namespace or name of the purl. Registries and code hosts are not makers: only what lies below them counts. */
export const purlClue: Clue = {
  id: 'purl-namespace',
  find(item, lookup) {
    if (item.purl === undefined) return []
    const purl = purlOf(item)
    if (purl === undefined) return []
    if (isRepackedModel(purl)) return modelOf(purl, item.purl, lookup)
    for (const { kind, name, only } of purlNames(purl, item.purl)) {
      const hit = lookup.namespaces.owner(kind, name)
      if (hit === undefined || (only === 'upstream' && (hit.by === 'prefix' || isPackersOwn(lookup, hit.owner)))) continue
      const strength =
        only !== undefined
          ? STRENGTH[only]
          : hit.by === 'prefix' && (OPEN.has(kind) || OTHERS.test(name)) && !name.startsWith('@')
            ? openPrefix(lookup, hit.owner)
            : STRENGTH[hit.by]
      return [candidate(hit.owner, strength, name, 'purl-namespace', 'purl', item.purl)]
    }
    return makersFolder(purl, item.purl, lookup)
  },
}

/** What the name of a model says of who made it, where its account does not. */
function modelOf({ name }: Purl, raw: string, { text }: Lookup): readonly Candidate[] {
  const product = text.find(name.replace(/[-_]+/g, ' ')).find(({ owner, at }) => owner.product !== undefined && at === 0)
  return product === undefined ? [] : [candidate(product.owner, STRENGTH.upstream, name, 'purl-namespace', 'purl', raw)]
}

/** `pkg:generic/siemens/tia-portal`: the namespace is a maker's name, and with it the name mostly a product's, if sold of who bought it. */
function makersFolder({ type, namespace, name }: Purl, raw: string, lookup: Lookup): readonly Candidate[] {
  if (type !== 'generic' || namespace === undefined || namespace.includes('/')) return []
  const folder = namespace.replace(/[-_]+/g, ' ')
  const [maker] = lookup.text.find(folder)
  const named = maker?.at === 0 && maker.words === wordsOf(folder).length ? maker.owner.organisation : undefined
  const organisation =
    named ?? (namespace.length < SHORTEST_FOLDER ? undefined : lookup.namespaces.owner('cpe', namespace)?.owner.organisation)
  if (organisation === undefined) return []
  const product = lookup.text
    .find(`${folder} ${name.replace(/[-_]+/g, ' ')}`)
    .find(({ owner, at }) => owner.product !== undefined && (at === 0 || owner.organisation === organisation))
  return [
    candidate(
      product?.owner ?? { organisation },
      product === undefined ? FOLDER.maker : FOLDER.product,
      namespace,
      'purl-namespace',
      'purl',
      raw,
    ),
  ]
}

/** What a distribution calls `setup` or `filesystem` for itself means nothing elsewhere. */
function isPackersOwn(lookup: Lookup, { organisation, product }: Owner): boolean {
  const owner = lookup.organisations.get(organisation)!
  return product === undefined && owner.roles.includes('distributor') && passesOn(owner) === 'only'
}

/** Taken for a company on a beginning alone, a stranger's package would count as that company's. */
function openPrefix(lookup: Lookup, owner: Owner): number {
  return lookup.organisations.get(owner.organisation)!.kind === 'company' ? OPEN_PREFIX.company : OPEN_PREFIX.others
}
