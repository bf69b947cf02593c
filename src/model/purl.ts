/** A package URL, https://github.com/package-url/purl-spec, decoded. `namespace` keeps its slashes. */
export interface Purl {
  readonly type: string
  readonly namespace?: string | undefined
  readonly name: string
  readonly version?: string | undefined
}

const TYPE = /^[a-z][a-z0-9.+-]*$/
/**
 * Reads a purl leniently: types in any case, missing slashes after `pkg:`, forbidden characters left as they are.
 * `undefined` where there is no type or no name. Qualifiers and subpath are dropped.
 */
export function parsePurl(text: string): Purl | undefined {
  if (!text.startsWith('pkg:') && text.slice(0, 4).toLowerCase() !== 'pkg:') return undefined
  let start = 4
  while (text[start] === '/') start++
  let end = text.length
  const subpath = text.indexOf('#', start)
  if (subpath >= 0) end = subpath
  const qualifiers = text.indexOf('?', start)
  if (qualifiers >= 0 && qualifiers < end) end = qualifiers
  while (end > start && text[end - 1] === '/') end--

  const slash = text.indexOf('/', start)
  if (slash <= start || slash >= end) return undefined
  const type = text.slice(start, slash).toLowerCase()
  if (!TYPE.test(type)) return undefined
  // an npm scope may stand unencoded, so a version's @ is one after the last slash and not at the start of a segment
  const last = text.lastIndexOf('/', end - 1)
  // a scope without a name
  if (text[last + 1] === '@') return undefined
  const at = text.indexOf('@', last + 2)
  const versioned = at > 0 && at < end
  const path = text.slice(slash + 1, versioned ? at : end)
  const cut = path.lastIndexOf('/')
  const name = nameOf(type, percentDecoded(cut < 0 ? path : path.slice(cut + 1)))
  if (name === '') return undefined
  const namespace = cut < 0 ? '' : caseOf(type, segments(path.slice(0, cut)))
  const version = versioned ? withEpoch(type, percentDecoded(text.slice(at + 1, end)), qualifiers < 0 ? '' : text.slice(qualifiers)) : ''
  // as Syft wrote it before the type had its name
  if (type === 'alpine') return { type: 'apk', namespace: namespace || 'alpine', name: name.toLowerCase(), version: version || undefined }
  return { type, namespace: namespace || undefined, name, version: version || undefined }
}

/** The segments of a namespace, decoded; empty ones are dropped. */
function segments(text: string): string {
  if (!text.includes('/')) return percentDecoded(text)
  return text.split('/').filter(Boolean).map(percentDecoded).join('/')
}

/** The purl without version, qualifiers and subpath: the same package in every version. */
export function packageOf(purl: Purl): string {
  return `pkg:${purl.type}/${purl.namespace === undefined ? '' : `${purl.namespace}/`}${purl.name}`
}

/** Undoes percent-encoding; what is not valid stays as it is. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const EPOCH = /[?&]epoch=(\d+)(?=[&#]|$)/

/** Some tools write the epoch of a package's version in front of it, as its manager does, others as a qualifier; without one it is 0. */
function withEpoch(type: string, version: string, qualifiers: string): string {
  if (type !== 'rpm' && type !== 'deb') return version
  const epoch = qualifiers.includes('epoch=') ? EPOCH.exec(qualifiers)?.[1] : undefined
  const whole = epoch === undefined || /^\d+:/.test(version) ? version : `${Number(epoch)}:${version}`
  return whole.startsWith('0:') ? whole.slice(2) : whole
}

/** Types whose namespaces are the same in any case, by the purl type definitions. */
const CASELESS = new Set([
  'github',
  'bitbucket',
  'pypi',
  'composer',
  'deb',
  'rpm',
  'apk',
  'alpm',
  'hex',
  'oci',
  'luarocks',
  'bitnami',
  'pub',
])

function caseOf(type: string, text: string): string {
  return CASELESS.has(type) ? text.toLowerCase() : text
}

/** Names of RPM packages differ by case alone, their vendors do not. */
function nameOf(type: string, name: string): string {
  return type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : type === 'rpm' ? name : caseOf(type, name)
}
