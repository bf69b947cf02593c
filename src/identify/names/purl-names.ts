import type { NamespaceKind } from '../../model/register.ts'
import { percentDecoded, type Purl } from '../../model/purl.ts'

/** A name under which a register may know a package; `host`: only by the account it lies under, `upstream`: only as software that is packed there. */
interface PurlName {
  readonly kind: NamespaceKind
  readonly name: string
  readonly only?: 'host' | 'upstream'
}

/** Where the names of a purl type are looked up, and in which form. */
const FORMS = new Map<string, { readonly kind: NamespaceKind; readonly name: (purl: Purl) => string }>(
  Object.entries({
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
    cran: { kind: 'cran', name: ({ name }) => name },
    github: { kind: 'github', name: path },
    gitlab: { kind: 'gitlab', name: (purl) => `gitlab.com/${path(purl)}` },
    k8s: { kind: 'golang', name: path },
    huggingface: { kind: 'huggingface', name: path },
    // publisher and extension, as the marketplace has them
    'vscode-extension': { kind: 'vscode', name: path },
    deb: { kind: 'deb', name: ({ name }) => name },
    rpm: { kind: 'rpm', name: ({ name }) => name.toLowerCase() },
    apk: { kind: 'apk', name: ({ name }) => name },
    generic: { kind: 'generic', name: path },
  }),
)
/** Steps of a build lie under an account of the code host; generators spell the type in several ways. */
const ACTIONS = /^git-?hub-?actions?$/
/** Collections of upstream software under its own name, as distributions keep it; the type is looked up there. */
const COLLECTIONS = new Set(['conan', 'bitnami', 'alpm', 'nix', 'brew', 'yocto', 'openwrt', 'vcpkg'])

const GITHUB = 'github.com/'

/** Every form of the purl under which a register may know it, the most telling first. */
export function purlNames(purl: Purl, raw: string): readonly PurlName[] {
  // maker, licence and binding of one component ask for the same in turn
  if (raw !== last.raw) last = { raw, names: namesOf(purl, raw) }
  return last.names
}

let last: { readonly raw: string; readonly names: readonly PurlName[] } = { raw: '', names: [] }

function namesOf(purl: Purl, raw: string): readonly PurlName[] {
  const { type, name } = purl
  const form = FORMS.get(type)
  if (form === undefined) {
    if (type === 'oci' || type === 'docker') return imageNames(repositoryOf(purl, raw))
    if (COLLECTIONS.has(type)) return upstream(['generic', 'deb', 'rpm'], name)
    return ACTIONS.test(type) ? [{ kind: 'github', name: path(purl) }] : []
  }
  const named: PurlName = { kind: form.kind, name: form.name(purl) }
  if (named.name.startsWith(GITHUB)) return [named, { kind: 'github', name: named.name.slice(GITHUB.length), only: 'host' }]
  switch (type) {
    case 'conda':
      return [named, ...(name.startsWith('r-') ? upstream(['cran'], name.slice(2)) : upstream(['pypi'], name)), ...channel(name, raw)]
    case 'generic':
      return [named, ...upstream(['deb', 'rpm'], name)]
    case 'golang':
      if (isOfStandardLibrary(named.name, raw)) return [{ kind: 'golang', name: 'stdlib' }]
      // a program built without a module path: „docker“
      return /[./]/.test(named.name) ? [named] : [named, ...upstream(['generic', 'deb', 'rpm'], name)]
    case 'deb':
    case 'rpm':
    case 'apk':
      return [named, ...packed(type, name, raw)]
    case 'maven':
    case 'composer':
      return [...asset(purl), named]
    default:
      return [named]
  }
}

/** `net/http` as a package and no module: paths whose first part has no dot are kept for Go itself (https://go.dev/ref/mod#module-path). */
function isOfStandardLibrary(path: string, raw: string): boolean {
  return !path.split('/', 1)[0]!.includes('.') && /[?&]type=package(?:&|#|$)/.test(raw)
}

/** A maker's own channel, `esri/arcpy`; of a distribution's or the community's no register speaks. */
function channel(name: string, raw: string): PurlName[] {
  const from = /[?&]channel=([^&#]+)/.exec(raw)?.[1]
  return from === undefined ? [] : [{ kind: 'conda', name: `${percentDecoded(from)}/${name}`, only: 'host' }]
}

function upstream(kinds: readonly NamespaceKind[], name: string): PurlName[] {
  return kinds.map((kind) => ({ kind, name, only: 'upstream' }))
}

/** How distributions name the packages of a language: `python3-boto3`, `rubygem-rails`, `node-lodash`. */
const PACKED = /^(?:(python3?-|py3-)|(ruby-|rubygem-)|(node-|nodejs-)|(r-cran-|R-))(.+)$/

/** What lies in a distribution's package: its source package (`upstream=`, as syft writes it), the library it is made of. */
function packed(kind: NamespaceKind, name: string, raw: string): PurlName[] {
  const found: PurlName[] = []
  const source = /[?&]upstream=([^&#]+)/.exec(raw)?.[1]
  if (source !== undefined) {
    const whole = percentDecoded(source).split('@', 1)[0]!
    found.push(...upstream([kind], whole.endsWith('.src.rpm') ? whole.replace(/-[^-]+-[^-]+$/, '') : whole))
  }
  const library = PACKED.exec(name)
  if (library?.[4] !== undefined) found.push(...upstream(['cran'], library[5]!))
  else if (library !== null) found.push(...upstream([library[1] ? 'pypi' : library[2] ? 'gem' : 'npm'], library[5]!.toLowerCase()))
  return found
}

/** npm packages passed on through another registry: WebJars, mvnpm, Asset Packagist. `angular__core` and `org.mvnpm.at.angular` are `@angular/core`. */
function asset({ namespace = '', name }: Purl): PurlName[] {
  if (namespace.startsWith('org.webjars')) return upstream(['npm'], name.includes('__') ? `@${name.replace('__', '/')}` : name)
  if (namespace.startsWith('org.mvnpm')) {
    const scope = /^org\.mvnpm\.at\.(.+)$/.exec(namespace)?.[1]
    return upstream(['npm'], scope === undefined ? name : `@${scope}/${name}`)
  }
  return namespace === 'npm-asset' || namespace === 'bower-asset' ? upstream(['npm'], name.replace(/^(.+)--/, '@$1/')) : []
}

/** The library is also mirrored by the large registries. */
const DOCKER_HUB = /^(?:(?:(?:index|registry-1)\.)?docker\.io|public\.ecr\.aws\/docker|mirror\.gcr\.io(?=\/library\/))\//
/** An account of the code host is also the first folder of its image registry. */
const IMAGES_OF = [
  { registry: 'ghcr.io/', kind: 'github', host: '' },
  { registry: 'registry.gitlab.com/', kind: 'gitlab', host: 'gitlab.com/' },
] as const

/** Who fills these repositories packages the software of others: the image is named after it. */
const PACKAGER_OF_IMAGES =
  /(?:^|\/)(?:bitnami(?:legacy|secure|charts)?|chainguard(?:-private)?|linuxserver)\/(?!wolfi|baseimage|swag|heimdall|webtop)([^/]+)$/

/** Organisations that do so, and those they belong to. */
export const PACKAGERS_OF_IMAGES: ReadonlySet<string> = new Set(['bitnami', 'vmware', 'broadcom', 'chainguard', 'linuxserver'])

/** Accounts that only put the models of others into other forms. */
const PACKERS_OF_MODELS = new Set(
  'unsloth thebloke bartowski lmstudio-community mlx-community quantfactory maziyarpanahi mradermacher'.split(' '),
)

/** `unsloth/Llama-3.2-3B-Instruct` */
export const isRepackedModel = ({ type, namespace = '' }: Purl): boolean =>
  type === 'huggingface' && PACKERS_OF_MODELS.has(namespace.toLowerCase())

/** `rancher/mirrored-coredns-coredns` is `coredns/coredns`, `rancher/mirrored-pause` an image whose account is not said. */
const MIRROR = /(?:^|\/)rancher\/mirrored-(?:([^/-]+)-)?([^/]+)$/

function repositoryOf(purl: Purl, raw: string): string {
  const repository = /[?&]repository_url=([^&#]+)/i.exec(raw)?.[1]
  const said = repository === undefined ? path(purl) : percentDecoded(repository).replace(/^https?:\/\//, '')
  // some write the registry or the account alone
  const own = purl.type === 'docker' ? path(purl) : purl.name
  return repository === undefined || `/${said}`.endsWith(`/${own}`) ? said : `${said}/${own}`
}

/** Such an image, or what lies in one of Bitnami's. */
export function isPackagedImage(purl: Purl, raw: string): boolean {
  return purl.type === 'bitnami' || ((purl.type === 'oci' || purl.type === 'docker') && PACKAGER_OF_IMAGES.test(repositoryOf(purl, raw)))
}

/** An image with its registry, and without where that is Docker Hub: `docker.io/library/nginx`, `library/nginx`, `nginx`. */
export function imageNames(full: string): readonly PurlName[] {
  const packaged = PACKAGER_OF_IMAGES.exec(full)
  if (packaged !== null) return upstream(['generic', 'deb', 'rpm'], packaged[1]!)
  const mirrored = MIRROR.exec(full)
  if (mirrored !== null)
    return [{ kind: 'oci', name: `${mirrored[1] ?? 'library'}/${mirrored[2]!}` }, ...upstream(['generic'], mirrored[2]!)]
  const names: PurlName[] = [{ kind: 'oci', name: full }]
  const images = IMAGES_OF.find(({ registry }) => full.startsWith(registry))
  if (images !== undefined) return [...names, { kind: images.kind, name: images.host + full.slice(images.registry.length), only: 'host' }]
  const hub = full.replace(DOCKER_HUB, '')
  if (hub.split('/')[0]!.includes('.')) return names
  const short = hub.replace(/^library\//, '')
  for (const name of [hub, short, `docker.io/${hub}`, `docker.io/library/${short}`])
    if (name !== full && (short.includes('/') || !name.includes('/') || name.includes('library/'))) names.push({ kind: 'oci', name })
  return names
}

function path({ namespace, name }: Purl): string {
  return namespace === undefined ? name : `${namespace}/${name}`
}

function dotted({ namespace, name }: Purl): string {
  return namespace === undefined ? name : `${namespace.replaceAll('/', '.')}.${name}`
}
