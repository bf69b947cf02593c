const NAME_AT_VERSION = /^(@?[^@\s]+)@(\d[\w.+-]*)$/

/** A name as it stands in a list of packages: "@babel/core@7.14.0" is "@babel/core" in version 7.14.0. */
export function packageName(text: string): { readonly name: string; readonly version?: string } {
  const [, name, version] = NAME_AT_VERSION.exec(text) ?? []
  return name === undefined || version === undefined ? { name: text } : { name, version }
}
