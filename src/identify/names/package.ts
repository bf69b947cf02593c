import { purlOf, type Item } from '../../model/item.ts'

/** `github.com/spf13/cobra`, `@babel/core`, `org.slf4j:slf4j-api` */
const PATH = /^(?:@[\w.~-]+\/[\w.~-]+|[a-z0-9-]+(?:\.[\w-]+)+(?:\/[\w.~-]+)+|[a-z][\w-]*(?:\.[\w-]+)+:[\w.-]+)$/
/** `is-docker`, `sharp`: written small and without spaces. */
const PLAIN = /^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/

/** Whether a line of a list is a package of a package manager: its name says what it is for, not who made it. */
export function isPackage({ line, kind, name, version, said }: Item): boolean {
  if (line !== true || kind !== 'software') return false
  return PATH.test(name) || (PLAIN.test(name) && version !== undefined && said.licences !== undefined)
}

/** Names kept for examples (RFC 2606): `com.example`, `example.com/tool`. Whoever is named beside them made the model it was copied from. */
const EXAMPLE = /^(?:(?:com|org|net)\.example(?:\.|$)|example\.(?:com|org|net)(?:\/|$))/

export function isExample(item: Item): boolean {
  const { namespace, name } = purlOf(item) ?? { namespace: item.said.group, name: '' }
  return EXAMPLE.test(namespace ?? name)
}
