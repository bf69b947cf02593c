import type { NamespaceKind } from '../../model/register.ts'
import { purlOf } from '../../model/item.ts'
import { percentDecoded, type Purl } from '../../model/purl.ts'
import { candidate, evidence, ownerOf, type Clue, type Lookup } from '../clue.ts'
import type { Owner } from '../../model/register-index.ts'

/** Where the names of a purl type are looked up, and in which form. */
const FORMS: Readonly<Record<string, { readonly kind: NamespaceKind; readonly name: (purl: Purl) => string }>> = {
  npm: {
    kind: 'npm',
    name: ({ namespace, name }) => (namespace === undefined ? name : `${namespace.startsWith('@') ? '' : '@'}${namespace}/${name}`),
  },
  maven: { kind: 'maven', name: dotted },
  nuget: { kind: 'nuget', name: dotted },
  pypi: { kind: 'pypi', name: ({ name }) => name },
  golang: { kind: 'golang', name: path },
  composer: { kind: 'composer', name: path },
  cargo: { kind: 'cargo', name: ({ name }) => name },
  gem: { kind: 'gem', name: ({ name }) => name },
  conda: { kind: 'conda', name: ({ name }) => name },
  swift: { kind: 'swift', name: path },
  cocoapods: { kind: 'cocoapods', name: ({ name }) => name },
  pub: { kind: 'pub', name: ({ name }) => name },
  hex: { kind: 'hex', name: ({ name }) => name },
  docker: { kind: 'oci', name: path },
  github: { kind: 'github', name: path },
  huggingface: { kind: 'huggingface', name: path },
  deb: { kind: 'deb', name: ({ name }) => name },
  rpm: { kind: 'rpm', name: ({ name }) => name },
  apk: { kind: 'apk', name: ({ name }) => name },
  generic: { kind: 'generic', name: path },
}

const GITHUB = 'github.com/'
const STRENGTH = { exact: 0.95, prefix: 0.8, host: 0.85 } as const
/** Registries where anybody may publish under any beginning: `azure-…` on PyPI is a hint, no more, until another clue confirms it. */
const OPEN = new Set<NamespaceKind>(['npm', 'pypi', 'cargo', 'gem', 'conda', 'cocoapods', 'pub', 'hex'])
const OPEN_PREFIX = { company: 0.45, others: 0.5 } as const

/** The namespace or name of the purl. Registries and code hosts are not makers: only what lies below them counts. */
export const purlClue: Clue = {
  id: 'purl-namespace',
  find(item, lookup) {
    if (item.purl === undefined) return []
    const purl = purlOf(item)
    if (purl === undefined) return []
    for (const { kind, name, host } of purlNames(purl, item.purl)) {
      const hit = ownerOf(lookup, kind, name)
      if (hit === undefined) continue
      const strength = host
        ? STRENGTH.host
        : hit.by === 'prefix' && OPEN.has(kind) && !name.startsWith('@')
          ? openPrefix(lookup, hit.owner)
          : STRENGTH[hit.by]
      return [candidate(hit.owner, strength, name, 'purl-namespace', evidence(item, lookup, 'purl', item.purl))]
    }
    return []
  },
}

/** Taken for a company on a beginning alone, a stranger's package would count as that company's. */
function openPrefix(lookup: Lookup, owner: Owner): number {
  return lookup.organisations.get(owner.organisation)!.kind === 'company' ? OPEN_PREFIX.company : OPEN_PREFIX.others
}

/** A name under which a register may know a package; `host`: only by the account it lies under. */
interface PurlName {
  readonly kind: NamespaceKind
  readonly name: string
  readonly host?: true
}

/** Every form of the purl under which a register may know it, the most telling first. */
export function purlNames(purl: Purl, raw: string): readonly PurlName[] {
  if (purl.type === 'oci') {
    const repository = /[?&]repository_url=([^&#]+)/i.exec(raw)?.[1]
    const path = repository === undefined ? purl.name : percentDecoded(repository).replace(/^https?:\/\//, '')
    return [{ kind: 'oci', name: path }, { kind: 'oci', name: path.replace(/^(index\.)?docker\.io\/(library\/)?/, '') }] // prettier-ignore
  }
  const form = FORMS[purl.type]
  if (form === undefined) return []
  const name = form.name(purl)
  const named: PurlName = { kind: form.kind, name }
  return name.startsWith(GITHUB) ? [named, { kind: 'github', name: name.slice(GITHUB.length), host: true }] : [named]
}

function path({ namespace, name }: Purl): string {
  return namespace === undefined ? name : `${namespace}/${name}`
}

function dotted({ namespace, name }: Purl): string {
  return namespace === undefined ? name : `${namespace.replaceAll('/', '.')}.${name}`
}
