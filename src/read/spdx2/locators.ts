import { tableOf } from '../../model/table.ts'

/** How package managers name a package, by the type of reference, SPDX 2.3 annex F.3: namespace, name and version. */
const LOCATORS = tableOf<{ readonly type: string; readonly form: RegExp }>({
  'maven-central': { type: 'maven', form: /^(?<namespace>[^\s:/]+):(?<name>[^\s:/]+)(?::(?<version>[^\s:/]+))?$/ },
  npm: { type: 'npm', form: /^(?:(?<namespace>@[^\s@/:]+)\/)?(?<name>[^\s@/:]+)(?:@(?<version>[^\s@/:]+))?$/ },
  nuget: { type: 'nuget', form: /^(?<name>[^\s/:]+)(?:\/(?<version>[^\s/:]+))?$/ },
})

/** The purl of what a package manager finds by that locator; `undefined` for other types and what is no name. */
export function purlAt(type: string, locator: string): string | undefined {
  const known = LOCATORS.get(type)
  const { namespace, name, version } = known?.form.exec(locator)?.groups ?? {}
  if (known === undefined || name === undefined) return undefined
  const path = [known.type, namespace, name].flatMap((part) => (part === undefined ? [] : encodeURIComponent(part))).join('/')
  return `pkg:${path}${version === undefined ? '' : `@${encodeURIComponent(version)}`}`
}
