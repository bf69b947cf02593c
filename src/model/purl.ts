/** A package URL, https://github.com/package-url/purl-spec, decoded. `namespace` keeps its slashes. */
export interface Purl {
  readonly type: string
  readonly namespace?: string
  readonly name: string
  readonly version?: string
}

/**
 * Reads a purl leniently: types in any case, missing slashes after `pkg:`, forbidden characters left as they are.
 * `undefined` where there is no type or no name. Qualifiers and subpath are dropped.
 */
export function parsePurl(text: string): Purl | undefined {
  if (text.slice(0, 4).toLowerCase() !== 'pkg:') return undefined
  let rest = text.slice(4)
  for (const mark of ['#', '?']) {
    const cut = rest.indexOf(mark)
    if (cut >= 0) rest = rest.slice(0, cut)
  }
  while (rest.startsWith('/')) rest = rest.slice(1)
  while (rest.endsWith('/')) rest = rest.slice(0, -1)

  const slash = rest.indexOf('/')
  if (slash <= 0) return undefined
  const type = rest.slice(0, slash).toLowerCase()
  if (!/^[a-z][a-z0-9.+-]*$/.test(type)) return undefined
  const path = rest.slice(slash + 1)
  // an npm scope may stand unencoded, so a version's @ is one after the last slash and not at the start of a segment
  const last = path.lastIndexOf('/')
  const at = path.indexOf('@', last + 2)
  const version = at > 0 ? decode(path.slice(at + 1)) : ''
  const segments = (at > 0 ? path.slice(0, at) : path).split('/').filter((segment) => segment !== '').map(decode)
  const name = segments.pop()
  if (name === undefined || name === '') return undefined
  const namespace = segments.join('/')
  return { type, name: nameOf(type, name), ...(namespace && { namespace: caseOf(type, namespace) }), ...(version && { version }) }
}

/** The purl without version, qualifiers and subpath: the same package in every version. */
export function packageOf(purl: Purl): string {
  return `pkg:${purl.type}/${purl.namespace === undefined ? '' : `${purl.namespace}/`}${purl.name}`
}

function decode(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Types whose registries ignore case, by the purl type definitions. */
const CASELESS = new Set(['github', 'bitbucket', 'pypi', 'composer', 'deb', 'rpm', 'apk', 'hex', 'oci'])

function caseOf(type: string, text: string): string {
  return CASELESS.has(type) ? text.toLowerCase() : text
}

function nameOf(type: string, name: string): string {
  return type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : caseOf(type, name)
}
